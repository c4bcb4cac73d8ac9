// Who may take which step of a handover (kædeansvar), and why not.

/// What somebody wants to do with a handover.
package enum HandoverAction: String, CaseIterable, Sendable {
  case takeOver, recordTold, decline, missed, withdraw, offerAgain, handOn, undoTakeOver, close
}

extension HandoverAction {
  /// It is somebody's answer, which means nothing while the names are missing.
  fileprivate var needsNames: Bool {
    switch self {
    case .takeOver, .recordTold, .decline, .missed, .undoTakeOver: true
    case .withdraw, .offerAgain, .handOn, .close: false
    }
  }
}

/// Why a step is refused. Facts only; the words are made where they are shown.
package enum HandoverRefusal: Error, Equatable, Sendable {
  case ended
  /// Nobody has said who acts.
  case nobody
  /// It was done before, and nothing has come of it since.
  case repeated(HandoverAction)
  case alreadyTakenOver(by: Colleague.ID?)
  case notTakenOver
  case onlyReceiver(Colleague.ID?)
  case onlyHolder(Colleague.ID?)
  case onlySender(Colleague.ID?)
  case onlySameDay(CivilDate)
  case receiverIsSender
  case unknownPeople
  /// Nothing can be given to the receiver.
  case receiver(GivingRefusal)
  /// The agreed day is over.
  case dayIsPast(CivilDate)
  /// The agreed day is no school day.
  case noSchoolDay(CivilDate, Closure)
  case message(PracticalMessage.Refusal)
}

/// Who acts, as far as the rules need to know.
package struct HandoverActor: Sendable {
  package var colleague: Colleague.ID
  package var isCoordinator: Bool
  /// The receiver is absent today and this colleague is the makker.
  package var stepsInForReceiver: Bool

  package init(colleague: Colleague.ID, isCoordinator: Bool = false, stepsInForReceiver: Bool = false) {
    self.colleague = colleague
    self.isCoordinator = isCoordinator
    self.stepsInForReceiver = stepsInForReceiver
  }
}

extension Handover {
  /// Whether the actor may do it on that day; throws why not.
  package func check(
    _ action: HandoverAction, by actor: HandoverActor, on day: CivilDate
  ) throws(HandoverRefusal) {
    guard state.isOpen else { throw .ended }
    let isReceiver = actor.colleague == entry?.receiver
    let isSender = actor.colleague == entry?.sender
    // Whose answer it would be is not known: it is offered anew or closed, by somebody's own word.
    if entry == nil, action.needsNames { throw .unknownPeople }
    switch action {
    case .takeOver:
      try requireWithSender()
      guard isReceiver || actor.stepsInForReceiver || actor.isCoordinator else {
        throw .onlyReceiver(entry?.receiver)
      }
    case .recordTold, .withdraw, .offerAgain:
      try requireWithSender()
      // Without its file nobody can be told apart, so anybody's own word counts for a new offer.
      guard isSender || actor.isCoordinator || (entry == nil && action == .offerAgain) else {
        throw .onlySender(entry?.sender)
      }
    case .decline:
      if case .takenOver(isTold: false) = state { throw .alreadyTakenOver(by: entry?.receiver) }
      if state == .declined { throw .repeated(action) }
      guard isReceiver || actor.stepsInForReceiver || actor.isCoordinator else {
        throw .onlyReceiver(entry?.receiver)
      }
    case .missed:
      try requireWithSender()
      // Who has declined does not wait for anybody.
      if state != .offered { throw .repeated(action) }
      guard isReceiver || isSender || actor.stepsInForReceiver || actor.isCoordinator else {
        throw .onlyReceiver(entry?.receiver)
      }
    case .handOn, .undoTakeOver:
      guard case .takenOver = state else { throw .notTakenOver }
      let isByOwnWord = entry == nil && action == .handOn
      guard isReceiver || actor.isCoordinator || isByOwnWord else { throw .onlyHolder(entry?.receiver) }
      if action == .undoTakeOver, changed != day { throw .onlySameDay(changed) }
    case .close:
      guard holder == nil || holder == actor.colleague || actor.isCoordinator else {
        throw .onlyHolder(holder)
      }
    }
  }

  private func requireWithSender() throws(HandoverRefusal) {
    guard state.isWithSender else { throw .alreadyTakenOver(by: entry?.receiver) }
  }
}
