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
    let groups = HandoverGroups(in: desk)
    let listed = groups.waiting.isEmpty ? groups.all : groups.waiting
    selection = listed.count == 1 ? listed.first?.id : nil
  }
}

/// The handovers somebody sees: mine to answer first, then those I hold, then those of others that I
/// may look after: for coordinators all, for everybody those whose people are unknown. Each group
/// oldest first.
struct HandoverGroups: Equatable, Sendable {
  var waiting: [Handover] = []
  var held: [Handover] = []
  var others: [Handover] = []

  var all: [Handover] { waiting + held + others }

  init(in desk: Desk) {
    guard let me = desk.me else { return }
    var absent: [Colleague.ID: Bool] = [:]
    for handover in desk.picture.openHandovers {
      if handover.state == .offered, desk.answers(me, for: handover, &absent) {
        waiting.append(handover)
      } else if handover.holder == me.id {
        held.append(handover)
      } else if me.role == .coordinator || handover.entry == nil {
        others.append(handover)
      }
    }
  }
}

extension Desk {
  /// The handovers that wait for my answer: mine, and those of an absent colleague whose makker I am.
  var waitingForMe: [Handover] { HandoverGroups(in: self).waiting }

  /// Whether a colleague answers: the receiver, or the makker while the receiver is absent. Whom the
  /// colleague steps in for is asked once.
  fileprivate func answers(
    _ colleague: Colleague, for handover: Handover, _ absent: inout [Colleague.ID: Bool]
  ) -> Bool {
    guard let receiver = handover.entry?.receiver, receiver != colleague.id else {
      return handover.entry != nil
    }
    if let known = absent[receiver] { return known }
    let stepsIn = picture.actor(colleague, on: handover, day: now.day).stepsInForReceiver
    absent[receiver] = stepsIn
    return stepsIn
  }

  /// The marked one, also while help or the command list is open over the list.
  var selectedHandover: Handover? {
    guard case .handovers(let state) = screens.subject else { return nil }
    return state.selection.flatMap(handoverNow).flatMap { $0.state.isOpen ? $0 : nil }
  }

  /// A line of the list: the heading of a group, or a handover by its place.
  private enum Line {
    case heading(String)
    case handover(Int)
  }

  func drawHandovers(_ state: HandoversState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("handovers.title"), column: 1, row: area.top, style: .strong)
    canvas.cursor = Point(column: 1, row: area.top)
    let groups = HandoverGroups(in: self)
    let list = groups.all
    guard !list.isEmpty else {
      canvas.put(words("handovers.none"), column: 3, row: area.top + 2, style: .dim, width: area.width - 4)
      return
    }
    let lines = lines(of: groups)
    let room = area.rows - 5
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
    if let handover = list.first(where: { $0.id == state.selection }) {
      drawDetails(of: handover, in: area, on: &canvas)
    } else {
      canvas.put(words("handovers.chooseFirst"), column: 3, row: area.bottom - 1, style: .dim)
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
      } else {
        key = place < groups.waiting.count + groups.held.count ? "handovers.held" : "handovers.others"
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
    let isNarrow = area.width < 80
    let stateWidth = isNarrow ? 22 : 26
    let day = isNarrow ? words.weekdayAndDate(handover.begun) : words.weekdayAndDay(handover.begun)
    let dayColumn = area.width - stateWidth - (isNarrow ? 11 : 15)
    let school = isNarrow ? handover.school.text : schoolName(handover.school)
    canvas.put("\(school): \(relay(of: handover))", column: 5, row: row, width: dayColumn - 6)
    canvas.put(
      day, column: dayColumn, row: row, style: .dim, width: area.width - stateWidth - dayColumn - 1)
    canvas.put(state, column: area.width - stateWidth, row: row, style: style, width: stateWidth - 1)
    if isSelected { canvas.restyle(row: row, from: 1, to: area.width - 1) { $0.selected() } }
  }

  /// How far it has come; a wait that is too long is said in words.
  private func stateText(of handover: Handover) -> (String, Style) {
    let limit = picture.documents.settings.longWaitDays
    if handover.isLongWait(on: now.day, limitDays: limit) {
      return (words("state.longWait", ["days": String(limit)]), .warning)
    }
    let needsMe = handover.state == .declined || handover.state == .missed
    return (words.handoverState(handover.state), needsMe ? .warning : .normal)
  }

  /// `EUC: Malene ▸ (Çetin)`.
  func chainLine(of handover: Handover) -> String {
    "\(schoolName(handover.school)): \(relay(of: handover))"
  }

  /// The chain as a relay: who has not answered stands in parentheses.
  private func relay(of handover: Handover) -> String {
    let sender = firstName(handover.entry?.sender)
    let receiver = firstName(handover.entry?.receiver)
    return handover.state.isWithSender ? "\(sender) ▸ (\(receiver))" : "\(sender) ▸ \(receiver)"
  }

  private func firstName(_ id: Colleague.ID?) -> String {
    let name = colleagueName(id)
    return id == nil ? name : name.split(separator: " ").first.map(String.init) ?? name
  }

  private func drawDetails(of handover: Handover, in area: Area, on canvas: inout Canvas) {
    canvas.rule(row: area.bottom - 4)
    let entry = handover.entry
    let receiver = entry.flatMap { picture.documents.colleague($0.receiver) }
    let code = entry?.codeWord.map { words("handovers.codeWord", ["word": $0.uppercased()]) }
    let facts = [entry.map { words("mode.\($0.mode.rawValue)") }, code, receiver?.workPhone, receiver?.place]
    let lines: [(String, Style)] = [
      (holderLine(of: handover), .normal),
      (facts.compactMap { $0 }.joined(separator: " · "), .dim),
      (hint(on: handover), .warning),
    ]
    for (index, line) in lines.enumerated() {
      canvas.put(line.0, column: 3, row: area.bottom - 3 + index, style: line.1, width: area.width - 4)
    }
  }

  /// `Malene Smedelyng holder → Çetin Havtorn (venter 3 skoledage)`.
  private func holderLine(of handover: Handover) -> String {
    let holder = words("handovers.holder", ["name": colleagueName(handover.holder)])
    guard handover.state == .offered else { return holder }
    return "\(holder) → \(colleagueName(handover.entry?.receiver)) (\(wait(of: handover)))"
  }

  /// In school days, because nobody answers when the school is closed.
  private func wait(of handover: Handover) -> String {
    guard let days = schoolDaysWaited(handover), days > 0 else { return words("wait.today") }
    return words.counted(days, one: "wait.one", many: "wait.many")
  }

  func schoolDaysWaited(_ handover: Handover) -> Int? {
    picture.documents.school(handover.school).map {
      picture.documents.schoolCalendar.openingDays(after: handover.waitingSince, through: now.day, at: $0)
    }
  }

  /// What is worth knowing before a key is pressed.
  private func hint(on handover: Handover) -> String {
    if handover.state == .takenOver(isTold: true), handover.holder == colleagueID {
      return words("handovers.told")
    }
    if handover.state.isWithSender, let entry = handover.entry, entry.receiver != colleagueID,
      entry.sender != colleagueID
    {
      return words("handovers.answerFor", ["name": colleagueName(entry.receiver)])
    }
    return handover.hop >= 2 ? words("receipt.hop", ["hop": String(handover.hop)]) : ""
  }

  mutating func takeHandovers(_ state: HandoversState, _ key: Key) -> [Request] {
    let list = HandoverGroups(in: self).all
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
