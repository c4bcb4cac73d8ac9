// "Den unge er med på det?": asked, never stored. Then the handover is offered.

import Canvas
import Domain
import Reports

/// A handover that is about to be offered.
struct ConsentState: Equatable, Sendable {
  var purpose: ReceiversState.Purpose
  var receiver: Receiver
  var mode: Handover.Mode
  /// The day agreed on with the young person.
  var agreedDay: CivilDate?
  var message = MessageEntry.none
  /// Made at once, so that trying again after a failed save counts once.
  var handover: Handover.ID
  var step: RecordID

  /// The mode by the roster: a colleague at the same school is walked over to.
  init(purpose: ReceiversState.Purpose, receiver: Receiver, in desk: Desk) {
    self.purpose = purpose
    self.receiver = receiver
    mode = receiver.place.mode
    switch purpose {
    case .visit: handover = desk.newID()
    case .handover(let open, _): handover = open.id
    }
    step = desk.newID()
  }

  /// Where the handover was begun.
  var school: School.ID {
    switch purpose {
    case .visit(let visit): visit.school
    case .handover(let open, _): open.school
    }
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
    canvas.put(words("consent.question"), column: 3, row: area.top, style: .strong, width: area.width - 4)
    canvas.cursor = Point(column: 3, row: area.top)
    let profession = words.profession(receiver.profession, in: picture.documents)
    var facts = [
      (words("field.sender"), colleagueName(state.sender(by: self))),
      (words("field.receiver"), "\(receiver.name), \(profession)"),
      (words("field.mode"), words("mode.\(state.mode.rawValue)")),
      (words("field.agreedDay"), state.agreedDay.map(words.longDate) ?? "–"),
    ]
    let exception = exception(of: state.receiver)
    if !exception.isEmpty { facts.append(("", exception)) }
    if receiver.isAway(on: state.agreedDay ?? now.day),
      let why = receiver.unavailability(on: state.agreedDay ?? now.day)
    {
      facts.append(("", words.unavailability(why)))
    }
    if hopAfter(state) >= 2 {
      facts.append(("", words("receipt.hop", ["hop": String(hopAfter(state))])))
    }
    var row = area.top + 2
    for fact in facts {
      let style: Style = fact.0.isEmpty ? .warning : .normal
      canvas.put(fact.0, column: 3, row: row, style: .dim, width: 15)
      canvas.put(fact.1, column: 19, row: row, style: style, width: area.width - 20)
      row += 1
    }
    if picture.documents.settings.allowsPracticalMessage {
      canvas.put(words("field.message"), column: 3, row: row, style: .dim, width: 15)
      draw(state.message, column: 19, row: row, width: area.width - 20, on: &canvas)
      row += 1
    }
    row += 1
    for answer in answers(to: state) {
      canvas.put(answer.key, column: 3, row: row, style: .key)
      canvas.put(words(answer.text), column: 6, row: row, width: area.width - 7)
      row += 1
    }
    drawAtBottom(words("consent.stored"), below: row, in: area, on: &canvas)
  }

  /// The link of the chain that the offer would be.
  private func hopAfter(_ state: ConsentState) -> Int {
    switch state.purpose {
    case .visit: 1
    case .handover(let open, _): open.hopOfNewOffer
    }
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

  /// None, then the coming days on which the school is open, for two weeks.
  mutating func switchAgreedDay() {
    guard case .consent(var state) = screens.current,
      let school = picture.documents.school(state.school)
    else { return }
    let calendar = picture.documents.schoolCalendar
    let start = state.agreedDay.map { $0.adding(days: 1) } ?? now.day
    let end = now.day.adding(days: 14)
    state.agreedDay =
      start > end
      ? nil : (0...end.days(since: start)).map(start.adding).first { calendar.isOpeningDay($0, at: school) }
    screens.replace(with: .consent(state))
  }

  mutating func takeConsent(_ state: ConsentState, _ key: Key) -> [Request] {
    if state.message.isOpen { return takeMessage(state, key) }
    return switch key {
    case .character("j"), .character("y"): offer(state)
    case .character("n"): keepHere(state)
    case .character, .enter, .escape, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home,
      .end, .pageUp, .pageDown, .function, .control, .resize:
      takeBinding(key)
    }
  }

  private mutating func offer(_ state: ConsentState) -> [Request] {
    let terms = HandoverTerms(
      receiver: state.receiver.colleague.id, mode: state.mode, agreedDay: state.agreedDay,
      message: state.message.text)
    do throws(HandoverRefusal) {
      switch state.purpose {
      case .visit(let visit):
        return save(
          act: try picture.offering(
            terms, at: visit.school, visit: visit, ids: (state.handover, state.step), acting))
      case .handover(let before, let action):
        guard let current = picture.handover(before.id), current.newOffer == action,
          picture.allows(action, on: current, acting)
        else { return refuseChanged(before.id) }
        return save(act: try picture.handingOn(current, terms, id: state.step, acting))
      }
    } catch {
      return refuse(words.refusal(error, name: { colleagueName($0) }))
    }
  }

  /// Without a yes nothing is handed over; a visit ends with "Fik kontakten med".
  private mutating func keepHere(_ state: ConsentState) -> [Request] {
    switch state.purpose {
    case .visit(let visit): return count(visit, endingWith: .contactGiven)
    case .handover(let before, _):
      showHandovers(selecting: before.id)
      return []
    }
  }
}
