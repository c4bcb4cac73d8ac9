// The steps of a handover from its list: asked of the rules, recorded, told.

import Domain

extension Desk {
  /// A step made upon what the handover is now.
  func step(_ kind: HandoverStep.Step, of handover: Handover) -> HandoverStep {
    handover.next(kind, id: newID(), on: now.day)
  }

  /// Who I am, as far as the rules for this handover need to know.
  func actor(on handover: Handover) -> HandoverActor? {
    guard let me else { return nil }
    return picture.actor(me, on: handover, day: now.day)
  }

  private func ruleAction(_ action: Action, on handover: Handover) -> HandoverAction? {
    switch action {
    case .takeOver:
      // The sender's word for the receiver's yes is another step than the receiver's own.
      let isReceiver = handover.entry?.receiver == colleagueID
      return !isReceiver && handover.entry?.sender == colleagueID ? .recordTold : .takeOver
    case .decline: return .decline
    case .missed: return .missed
    case .withdraw: return .withdraw
    case .offerAgain: return .offerAgain
    case .handOn: return .handOn
    case .undoTakeOver: return .undoTakeOver
    case .close: return .close
    case .edit, .editSchools, .editColleagues, .editTopics, .editOffers, .editCalendar, .editSettings,
      .nextSubject, .previousSubject, .add, .remove, .confirm, .save, .accept:
      return nil
    case .visit, .handovers, .roster, .directory, .figures, .log, .door, .zero, .sparring, .identity, .blank,
      .undo, .acute, .search, .commands, .help, .back, .quit, .redraw, .otherDay, .age, .mode, .agreedDay,
      .message, .nothingFits, .offers, .chooseSchool, .meeting, .printMeeting,
      .previousWeek, .nextWeek, .thisWeek,
      .absence, .nextHole, .takeShift, .closeDay, .offerSwap, .swaps, .cellHistory, .share, .jumpToWeek,
      .ownShifts, .coverage, .fairness, .proposal, .basePlan, .exportRoster, .reach, .part, .earlier, .later,
      .term, .another, .acceptAll, .editDuty, .dayBuddy, .present, .before, .after, .weekFigures,
      .quarterFigures, .yearFigures,
      .trend, .jump, .export, .release, .weekRecord, .recountWeek:
      return nil
    }
  }

  func reasonAgainstStep(_ action: Action) -> String? {
    if let readOnlyReason { return readOnlyReason }
    guard let handover = selectedHandover else { return words("handovers.chooseFirst") }
    guard let actor = actor(on: handover) else { return words("reason.nobody") }
    guard let wanted = ruleAction(action, on: handover) else { return nil }
    do throws(HandoverRefusal) {
      try check(wanted, on: handover, by: actor)
      return nil
    } catch {
      return words.refusal(error, name: { colleagueName($0) })
    }
  }

  func allows(_ action: HandoverAction, on handover: Handover) -> Bool {
    guard let actor = actor(on: handover) else { return false }
    return (try? check(action, on: handover, by: actor)) != nil
  }

  private func check(
    _ action: HandoverAction, on handover: Handover, by actor: HandoverActor
  ) throws(HandoverRefusal) {
    try handover.check(action, by: actor, on: now.day)
    switch action {
    case .takeOver, .recordTold:
      try picture.documents.checkTakingOver(handover, by: actor, on: now.day)
    case .decline, .missed, .withdraw, .offerAgain, .handOn, .undoTakeOver, .close: break
    }
  }

  mutating func performOnSelected(_ action: Action) -> [Request] {
    guard let handover = selectedHandover, let wanted = ruleAction(action, on: handover) else { return [] }
    switch wanted {
    case .takeOver: return takeOver(handover)
    case .recordTold: return ask(.told(handover))
    case .decline: return save(.step(step(.declined, of: handover)))
    case .missed: return save(.step(step(.missed, of: handover)))
    case .undoTakeOver: return save(.step(step(.undone, of: handover)))
    case .withdraw: return ask(.withdraw(handover))
    case .close: screens.push(.closing(ClosingState(handover: handover)))
    case .offerAgain, .handOn:
      screens.push(.receivers(ReceiversState(purpose: .handover(handover, wanted), in: self)))
    }
    return []
  }

  /// My own word, or that of the makker who steps in; for somebody else it is asked first.
  private mutating func takeOver(_ handover: Handover) -> [Request] {
    guard let actor = actor(on: handover) else { return [] }
    switch handover.takingOver(by: actor) {
    case .own: return save(.step(handover.takeOver(id: newID(), on: now.day, isTold: false)))
    case .told: return ask(.told(handover))
    case .steppingIn:
      let made = handover.steppingIn(actor.colleague, ids: (newID(), newID()), on: now.day)
      guard let (offer, entry, takeOver) = made else { return [] }
      return save(Saving([.offer(offer, entry, visit: nil), .step(takeOver)]))
    }
  }

  /// A step is on disk: say what that means, and stay at the same handover. The mark never moves to
  /// another one by itself: a key pressed twice must not answer two.
  mutating func stepSaved(_ step: HandoverStep) {
    if step.step.isTerminal { picture.handoverEntries[step.handover] = nil }
    showHandovers(selecting: step.handover)
    let handover = handoverNow(step.handover)
    let names: KeyValuePairs = [
      "count": String(heldByMe.count), "receiver": colleagueName(handover?.entry?.receiver),
      "sender": colleagueName(handover?.entry?.sender),
    ]
    let isTakeOver = handover.map { allows(.undoTakeOver, on: $0) } ?? false
    did(isTakeOver ? .takeOver(step.handover) : .nothing)
    switch step.step {
    case .takenOver(_, isTold: true): say("saved.told", names)
    case .takenOver(_, isTold: false):
      say(handover?.holder == colleagueID ? "saved.takenOver" : "saved.takenOverFor", names)
    case .declined: say("saved.declined", names)
    case .missed: say("saved.missed", names)
    case .withdrawn: say("saved.withdrawn", names)
    case .undone: say("saved.undoneTakeOver", names)
    case .closed: say("saved.closed", names)
    case .offered: say("receipt.saved", names)
    }
  }

  /// The list over I dag, with one handover marked if it is still there.
  mutating func showHandovers(selecting id: Handover.ID) {
    screens.reset()
    let isListed = handoverGroups.all.contains { $0.id == id }
    screens.push(.handovers(HandoversState(selection: isListed ? id : nil)))
  }

  /// Meanwhile another desk was quicker: nothing is saved, and the list shows what is.
  mutating func refuseChanged(_ id: Handover.ID) -> [Request] {
    showHandovers(selecting: id)
    return refuse(words("handovers.changed"))
  }
}
