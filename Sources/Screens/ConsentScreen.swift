// "Den unge er med på det?": asked, never stored. Then the handover is offered.

import Canvas
import Domain
import Resources

/// A handover that is about to be offered.
struct ConsentState: Equatable, Sendable {
  var purpose: ReceiversState.Purpose
  var receiver: Receiver
  var mode: Handover.Mode
  /// Made at once, so that trying again after a failed save counts once.
  var handover: Handover.ID
  var step: RecordID

  /// The mode by the roster: a colleague at the same school is walked over to.
  init(purpose: ReceiversState.Purpose, receiver: Receiver, in desk: Desk) {
    self.purpose = purpose
    self.receiver = receiver
    switch receiver.place {
    case .onDutyHere, .buddyHere: mode = .walkedOver
    case .onDutyElsewhere, .floater, .elsewhere: mode = .calledTogether
    }
    switch purpose {
    case .visit: handover = desk.newID()
    case .handover(let open, _): handover = open.id
    }
    step = desk.newID()
  }
}

extension Desk {
  func drawConsent(_ state: ConsentState, on canvas: inout Canvas, in area: Area) {
    let receiver = state.receiver.colleague
    canvas.put(words("consent.question"), column: 3, row: area.top + 1, style: .strong)
    canvas.cursor = Point(column: 3, row: area.top + 1)
    let profession = words.profession(receiver.profession, in: picture.documents)
    let facts = [
      (words("field.receiver"), "\(receiver.name), \(profession)"),
      (words("field.mode"), words("mode.\(state.mode.rawValue)")),
      (words("field.sender"), colleagueName(colleagueID)),
    ]
    for (index, fact) in facts.enumerated() {
      canvas.put(fact.0, column: 3, row: area.top + 3 + index, style: .dim, width: 15)
      canvas.put(fact.1, column: 19, row: area.top + 3 + index, width: area.width - 20)
    }
    var row = area.top + 7
    for answer in answers(to: state) {
      canvas.put(answer.0, column: 3, row: row, style: .key)
      canvas.put(answer.1, column: 6, row: row, width: area.width - 7)
      row += 1
    }
    let stored = DisplayWidth.wrap(words("consent.stored"), to: area.width - 6)
    let top = max(row + 1, area.bottom - stored.count - 1)
    canvas.rule(row: top)
    for (index, line) in stored.enumerated() where top + 1 + index < area.bottom {
      canvas.put(line, column: 3, row: top + 1 + index, style: .dim)
    }
  }

  private func answers(to state: ConsentState) -> [(String, String)] {
    switch state.purpose {
    case .visit: [("j", words("consent.yes")), ("n", words("consent.no"))]
    case .handover: [("j", words("consent.yes")), ("n", words("consent.stay"))]
    }
  }

  mutating func switchMode() {
    guard case .consent(var state) = screens.current else { return }
    switch state.mode {
    case .walkedOver: state.mode = .calledTogether
    case .calledTogether: state.mode = .comesAlone
    case .comesAlone: state.mode = .walkedOver
    }
    screens.replace(with: .consent(state))
  }

  mutating func takeConsent(_ state: ConsentState, _ key: Key) -> [Request] {
    switch key {
    case .character("j"), .character("y"): return offer(state)
    case .character("n"): return keepHere(state)
    case .enter: return []
    case .character, .escape, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .function, .control, .resize:
      return takeBinding(key)
    }
  }

  private mutating func offer(_ state: ConsentState) -> [Request] {
    guard let me else { return [] }
    let isAlone = state.mode == .comesAlone
    let entry = HandoverEntry(
      receiver: state.receiver.colleague.id, sender: me.id, mode: state.mode,
      codeWord: isAlone ? freshCodeWord() : nil, writer: "")
    switch state.purpose {
    case .visit(var visit):
      visit.outcome = .guidedOn
      let step = HandoverStep(
        id: state.step, after: .zero, day: now.day, handover: state.handover, hop: 1, school: visit.school,
        step: .offered)
      return save(.offer(step, entry, visit: visit), .offer(step, entry, visit: visit))
    case .handover(let before, let action):
      guard let current = handoverNow(before.id), allows(action, on: current) else { return [] }
      let hop = action == .handOn ? current.hop + 1 : current.hop
      let step = HandoverStep(
        id: state.step, after: current.last, day: now.day, handover: current.id, hop: hop,
        school: current.school,
        step: .offered)
      return save(.offer(step, entry, visit: nil), .offer(step, entry, visit: nil))
    }
  }

  /// Without a yes nothing is handed over; the visit ends with "Fik kontakten med".
  private mutating func keepHere(_ state: ConsentState) -> [Request] {
    switch state.purpose {
    case .visit(var visit):
      visit.outcome = .contactGiven
      return save(.record([.visit(visit)]), .visit(visit))
    case .handover:
      screens.pop()
      screens.pop()
      return []
    }
  }

  /// Two plain words that no open handover has.
  private func freshCodeWord() -> String {
    let words = CodeWords.all
    let taken = Set(picture.handoverEntries.values.flatMap { $0.values.compactMap(\.codeWord) })
    guard words.count > 1 else { return "" }
    while true {
      let (high, low) = makeID()
      let first = words[Int(high % UInt64(words.count))]
      let second = words[Int(low % UInt64(words.count))]
      if first != second, !taken.contains("\(first) \(second)") { return "\(first) \(second)" }
    }
  }
}
