// "Den unge er med på det?": asked, never stored. Then the handover is offered.

import Canvas
import Domain
import Reports
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

  /// Who holds until the receiver has taken over: a coordinator who helps does not take the place of
  /// the one who holds.
  func sender(by desk: Desk) -> Colleague.ID? {
    switch purpose {
    case .visit: desk.me?.id
    case .handover(let open, _): open.holder ?? desk.me?.id
    }
  }
}

extension Desk {
  func drawConsent(_ state: ConsentState, on canvas: inout Canvas, in area: Area) {
    let receiver = state.receiver.colleague
    canvas.put(words("consent.question"), column: 3, row: area.top + 1, style: .strong)
    canvas.cursor = Point(column: 3, row: area.top + 1)
    let profession = words.profession(receiver.profession, in: picture.documents)
    let facts = [
      (words("field.sender"), colleagueName(state.sender(by: self))),
      (words("field.receiver"), "\(receiver.name), \(profession)"),
      (words("field.mode"), words("mode.\(state.mode.rawValue)")),
    ]
    for (index, fact) in facts.enumerated() {
      canvas.put(fact.0, column: 3, row: area.top + 3 + index, style: .dim, width: 15)
      canvas.put(fact.1, column: 19, row: area.top + 3 + index, width: area.width - 20)
    }
    for (index, answer) in answers(to: state).enumerated() {
      canvas.put(answer.key, column: 3, row: area.top + 7 + index, style: .key)
      canvas.put(words(answer.text), column: 6, row: area.top + 7 + index, width: area.width - 7)
    }
    drawAtBottom("consent.stored", below: area.top + 9, in: area, on: &canvas)
  }

  private func answers(to state: ConsentState) -> [(key: String, text: String)] {
    switch state.purpose {
    case .visit: [("j", "consent.yes"), ("n", "consent.no")]
    case .handover: [("j", "consent.yes"), ("n", "consent.stay")]
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
    case .character("j"), .character("y"): offer(state)
    case .character("n"): keepHere(state)
    case .character, .enter, .escape, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home,
      .end, .pageUp, .pageDown, .function, .control, .resize:
      takeBinding(key)
    }
  }

  private mutating func offer(_ state: ConsentState) -> [Request] {
    guard let sender = state.sender(by: self) else { return [] }
    let entry = HandoverEntry(
      receiver: state.receiver.colleague.id, sender: sender, mode: state.mode,
      codeWord: state.mode == .comesAlone ? freshCodeWord() : nil, writer: "")
    switch state.purpose {
    case .visit(var visit):
      visit.outcome = .guidedOn
      let step = HandoverStep(
        id: state.step, after: .zero, day: now.day, handover: state.handover, hop: 1, school: visit.school,
        step: .offered)
      return save(.offer(step, entry, visit: visit))
    case .handover(let before, let action):
      guard let current = handoverNow(before.id), allows(action, on: current) else {
        return refuseChanged(before.id)
      }
      let step = HandoverStep(
        id: state.step, after: current.last, day: now.day, handover: current.id,
        hop: action == .handOn ? current.hop + 1 : current.hop, school: current.school, step: .offered)
      return save(.offer(step, entry, visit: nil))
    }
  }

  /// Without a yes nothing is handed over; a visit ends with "Fik kontakten med".
  private mutating func keepHere(_ state: ConsentState) -> [Request] {
    switch state.purpose {
    case .visit(var visit):
      visit.outcome = .contactGiven
      return save(.record([.visit(visit)]))
    case .handover(let before, _):
      showHandovers(selecting: before.id)
      return []
    }
  }

  /// Two plain words that no open handover has: the first free pair from a random place on.
  private func freshCodeWord() -> String? {
    let words = CodeWords.all
    let taken = Set(picture.handoverEntries.values.flatMap { $0.values.compactMap(\.codeWord) })
    let (high, low) = makeID()
    let pairs = UInt64(max(1, words.count * words.count))
    let start = Int((high ^ low) % pairs)
    for offset in 0..<Int(pairs) {
      let pair = (start + offset) % Int(pairs)
      let (first, second) = (pair / max(1, words.count), pair % max(1, words.count))
      guard first != second, words.indices.contains(first) else { continue }
      let word = "\(words[first]) \(words[second])"
      if !taken.contains(word) { return word }
    }
    return nil
  }
}
