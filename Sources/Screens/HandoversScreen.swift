// Overdragelser: what waits for my answer, what I hold, and for coordinators everything that is open.

import Canvas
import Domain

/// Which handover is marked; none while several wait.
struct HandoversState: Equatable, Sendable {
  var selection: Handover.ID?

  /// The only one that waits for my answer, or the only one there is.
  init(preselectedIn desk: Desk) {
    let waiting = desk.waitingForMe
    let listed = desk.listedHandovers
    if waiting.count == 1 {
      selection = waiting.first?.id
    } else if waiting.isEmpty, listed.count == 1 {
      selection = listed.first?.id
    }
  }
}

extension Desk {
  /// Mine to answer first, then those I hold, then (for coordinators) the others; each oldest first.
  var listedHandovers: [Handover] {
    let waiting = waitingForMe
    let held = heldByMe
    let mine = Set((waiting + held).map(\.id))
    let others = me?.role == .coordinator ? picture.openHandovers.filter { !mine.contains($0.id) } : []
    return waiting + held + others
  }

  var selectedHandover: Handover? {
    guard case .handovers(let state) = screens.current else { return nil }
    return listedHandovers.first { $0.id == state.selection }
  }

  func drawHandovers(_ state: HandoversState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("handovers.title"), column: 1, row: area.top, style: .strong)
    let list = listedHandovers
    guard !list.isEmpty else {
      canvas.put(words("handovers.none"), column: 3, row: area.top + 2, style: .dim, width: area.width - 4)
      return
    }
    let room = max(1, (area.rows - 5) / 1)
    let selected = list.firstIndex { $0.id == state.selection } ?? 0
    let first = max(0, min(selected - room + 1, list.count - room))
    var row = area.top + 1
    var heading = ""
    for (index, handover) in list.enumerated().dropFirst(first) {
      let group = groupHeading(of: handover)
      if group != heading, row + 1 < area.bottom - 3 {
        canvas.put(group, column: 1, row: row, style: .dim)
        heading = group
        row += 1
      }
      guard row < area.bottom - 3 else { break }
      draw(
        handover, number: index + 1, isSelected: handover.id == state.selection, row: row, area, on: &canvas)
      row += 1
    }
    if let handover = list.first(where: { $0.id == state.selection }) {
      drawDetails(of: handover, in: area, on: &canvas)
    } else {
      canvas.put(words("handovers.chooseFirst"), column: 3, row: area.bottom - 2, style: .dim)
      canvas.cursor = Point(column: 1, row: area.top + 2)
    }
  }

  private func groupHeading(of handover: Handover) -> String {
    if handover.entry?.receiver == colleagueID, handover.state == .offered {
      return words("handovers.waiting")
    }
    return words(handover.holder == colleagueID ? "handovers.held" : "handovers.others")
  }

  private func draw(
    _ handover: Handover, number: Int, isSelected: Bool, row: Int, _ area: Area, on canvas: inout Canvas
  ) {
    if isSelected {
      canvas.put(">", column: 1, row: row, style: .strong)
      canvas.cursor = Point(column: 1, row: row)
    }
    if number <= 9 { canvas.put(String(number), column: 3, row: row, style: .key) }
    let stateText = words.state(of: handover, on: now.day, limit: picture.documents.settings.longWaitDays)
    let stateWidth = area.width >= 80 ? 26 : 20
    let day = words.weekdayAndDay(handover.begun)
    let dayWidth = 14
    let chain = chainLine(of: handover)
    canvas.put(chain, column: 5, row: row, width: area.width - 7 - dayWidth - stateWidth)
    canvas.put(day, column: area.width - stateWidth - dayWidth - 1, row: row, style: .dim, width: dayWidth)
    let style: Style =
      handover.isLongWait(on: now.day, limitDays: picture.documents.settings.longWaitDays)
      ? .warning : .normal
    canvas.put(stateText, column: area.width - stateWidth, row: row, style: style, width: stateWidth - 1)
    if isSelected { canvas.restyle(row: row, from: 1, to: area.width - 1) { $0.selected() } }
  }

  /// The chain as a relay: who holds stands plain, who has not answered in parentheses.
  func chainLine(of handover: Handover) -> String {
    let sender = firstName(handover.entry?.sender)
    let receiver = firstName(handover.entry?.receiver)
    let chain = handover.state.isWithSender ? "\(sender) ▸ (\(receiver))" : "\(sender) ▸ \(receiver)"
    return "\(schoolName(handover.school)): \(chain)"
  }

  private func firstName(_ id: Colleague.ID?) -> String {
    let name = colleagueName(id)
    return id == nil ? name : name.split(separator: " ").first.map(String.init) ?? name
  }

  private func drawDetails(of handover: Handover, in area: Area, on canvas: inout Canvas) {
    let entry = handover.entry
    let holder = words("handovers.holder", ["name": colleagueName(handover.holder)])
    let mode = entry.map { words("mode.\($0.mode.rawValue)") } ?? ""
    let hop = handover.hop >= 2 ? words("receipt.hop", ["hop": String(handover.hop)]) : ""
    let code = entry?.codeWord.map { words("handovers.codeWord", ["word": $0.uppercased()]) } ?? ""
    let receiver = entry.flatMap { picture.documents.colleague($0.receiver) }
    let contact = [receiver?.name, receiver?.workPhone, receiver?.place].compactMap { $0 }.joined(
      separator: " · ")
    canvas.rule(row: area.bottom - 3)
    let first = [holder, mode, code].filter { !$0.isEmpty }.joined(separator: " · ")
    canvas.put(first, column: 3, row: area.bottom - 2, width: area.width - 4)
    canvas.put(
      hop.isEmpty ? contact : hop, column: 3, row: area.bottom - 1, style: hop.isEmpty ? .dim : .warning,
      width: area.width - 4)
  }

  mutating func takeHandovers(_ state: HandoversState, _ key: Key) -> [Request] {
    let list = listedHandovers
    let place = list.firstIndex { $0.id == state.selection }
    var wanted: Int?
    switch key {
    case .down: wanted = min((place ?? -1) + 1, list.count - 1)
    case .up: wanted = max((place ?? list.count) - 1, 0)
    case .home: wanted = 0
    case .end: wanted = list.count - 1
    case .character(let sign):
      if let number = sign.wholeNumberValue, sign.isASCII, list.indices.contains(number - 1) {
        wanted = number - 1
      }
    case .enter, .escape, .tab, .backtab, .backspace, .delete, .left, .right, .pageUp, .pageDown, .function,
      .control, .resize:
      break
    }
    guard let wanted, list.indices.contains(wanted) else { return takeBinding(key) }
    screens.replace(with: .handovers(HandoversState(selection: list[wanted].id)))
    return []
  }
}

extension HandoversState {
  init(selection: Handover.ID?) {
    self.selection = selection
  }
}
