// Overdragelser: what waits for my answer, what I hold, and for coordinators everything that is open.

import Canvas
import Domain
import Reports

/// Which handover is marked; none while several wait.
struct HandoversState: Equatable, Sendable {
  var selection: Handover.ID?

  init(selection: Handover.ID?) {
    self.selection = selection
  }

  /// The only one that waits for my answer, or the only one there is.
  init(preselectedIn desk: Desk) {
    let groups = desk.handoverGroups
    let listed = groups.waiting.isEmpty ? groups.all : groups.waiting
    selection = listed.count == 1 ? listed.first?.id : nil
  }
}

extension Desk {
  /// The handovers I see.
  var handoverGroups: HandoverGroups {
    me.map { picture.handovers(seenBy: $0, on: now.day) } ?? HandoverGroups()
  }

  /// The handovers that wait for my answer: mine, and those of an absent colleague whose makker I am.
  var waitingForMe: [Handover] { handoverGroups.waiting }

  /// The marked one, also while help or the command list is open over the list.
  var selectedHandover: Handover? {
    guard case .handovers(let state) = screens.subject else { return nil }
    return state.selection.flatMap(picture.handover).flatMap { $0.state.isOpen ? $0 : nil }
  }

  /// A line of the list: the heading of a group, or a handover by its place.
  private enum Line {
    case heading(String)
    case handover(Int)
  }

  func drawHandovers(_ state: HandoversState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("handovers.title"), column: 1, row: area.top, style: .strong)
    canvas.cursor = Point(column: 1, row: area.top)
    let groups = handoverGroups
    let list = groups.all
    guard !list.isEmpty else {
      canvas.put(words("handovers.none"), column: 3, row: area.top + 2, style: .dim, width: area.width - 4)
      return
    }
    let lines = lines(of: groups)
    let details = list.first { $0.id == state.selection }.map { self.details(of: $0, width: area.width - 4) }
    let room = max(1, area.rows - 2 - (details?.count ?? 1))
    let marked = lines.firstIndex { line in
      if case .handover(let place) = line { return list[place].id == state.selection }
      return false
    }
    let first = max(0, min((marked ?? 0) - room + 1, lines.count - room))
    for (offset, line) in lines.dropFirst(first).prefix(room).enumerated() {
      let row = area.top + 1 + offset
      switch line {
      case .heading(let text): canvas.put(text, column: 1, row: row, style: .dim)
      case .handover(let place):
        draw(
          list[place], number: place + 1, isSelected: first + offset == marked, row: row, area, on: &canvas)
      }
    }
    guard let details else {
      canvas.put(words("handovers.chooseFirst"), column: 3, row: area.bottom - 1, style: .dim)
      return
    }
    canvas.rule(row: area.bottom - details.count - 1)
    for (index, line) in details.enumerated() {
      canvas.put(
        line.0, column: 3, row: area.bottom - details.count + index, style: line.1, width: area.width - 4)
    }
  }

  private func lines(of groups: HandoverGroups) -> [Line] {
    var lines: [Line] = []
    var heading = ""
    for (place, handover) in groups.all.enumerated() {
      let key: String
      if place < groups.waiting.count {
        key = "handovers.waiting"
      } else if handover.entry == nil {
        key = "handovers.unknown"
      } else if place < groups.waiting.count + groups.held.count {
        key = "handovers.held"
      } else {
        let isLeaving = groups.leaving.contains { $0.id == handover.id }
        key = isLeaving ? "handovers.mustMoveOn" : "handovers.others"
      }
      if key != heading { lines.append(.heading(words(key))) }
      heading = key
      lines.append(.handover(place))
    }
    return lines
  }

  private func draw(
    _ handover: Handover, number: Int, isSelected: Bool, row: Int, _ area: Area, on canvas: inout Canvas
  ) {
    if isSelected {
      canvas.put(">", column: 1, row: row, style: .strong)
      canvas.cursor = Point(column: 1, row: row)
    }
    if number <= 9 { canvas.put(String(number), column: 3, row: row, style: .key) }
    let (state, style) = stateText(of: handover)
    let stateColumn = area.width - 1 - DisplayWidth.of(state)
    canvas.put(
      chainLine(of: handover, columns: stateColumn - 6), column: 5, row: row, width: stateColumn - 6)
    canvas.put(state, column: stateColumn, row: row, style: style)
    if isSelected { canvas.restyle(row: row, from: 1, to: area.width - 1) { $0.selected() } }
  }

  mutating func takeHandovers(_ state: HandoversState, _ key: Key) -> [Request] {
    let list = handoverGroups.all
    let place = list.firstIndex { $0.id == state.selection }
    let wanted: Int?
    switch key {
    case .down: wanted = min((place ?? -1) + 1, list.count - 1)
    case .up: wanted = max((place ?? list.count) - 1, 0)
    case .home, .pageUp: wanted = 0
    case .end, .pageDown: wanted = list.count - 1
    case .character(let sign): wanted = sign.isASCII ? sign.wholeNumberValue.map { $0 - 1 } : nil
    case .enter, .escape, .tab, .backtab, .backspace, .delete, .left, .right, .function, .control, .resize:
      wanted = nil
    }
    guard let wanted else { return takeBinding(key) }
    if list.indices.contains(wanted) {
      screens.replace(with: .handovers(HandoversState(selection: list[wanted].id)))
    }
    return []
  }
}
