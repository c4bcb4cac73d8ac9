// The steps of a handover that exists: asked of the rules, made upon what it is now.

/// A step that needs nothing but somebody who may take it.
package enum HandoverMove: Equatable, Sendable {
  case decline, missed, withdraw, undoTakeOver
  case close(ClosingReason)

  /// What the rules are asked.
  package var action: HandoverAction {
    switch self {
    case .decline: .decline
    case .missed: .missed
    case .withdraw: .withdraw
    case .undoTakeOver: .undoTakeOver
    case .close: .close
    }
  }

  fileprivate var step: HandoverStep.Step {
    switch self {
    case .decline: .declined
    case .missed: .missed
    case .withdraw: .withdrawn
    case .undoTakeOver: .undone
    case .close(let reason): .closed(reason)
    }
  }
}

extension FolderPicture {
  /// A handover as it is now, open or ended.
  package func handover(_ id: Handover.ID) -> Handover? {
    ledger.handover(id, entries: handoverEntries[id] ?? [:])
  }

  /// Whether somebody may do it now; throws why not.
  package func check(
    _ action: HandoverAction, on handover: Handover, _ acting: Acting
  ) throws(HandoverRefusal) {
    let (actor, today) = (try actor(on: handover, acting), acting.now.day)
    try handover.check(action, by: actor, on: today)
    switch action {
    case .takeOver, .recordTold: try documents.checkTakingOver(handover, by: actor, on: today)
    case .decline, .missed, .withdraw, .offerAgain, .handOn, .undoTakeOver, .close: break
    }
  }

  /// Whether somebody may do it now.
  package func allows(_ action: HandoverAction, on handover: Handover, _ acting: Acting) -> Bool {
    (try? check(action, on: handover, acting)) != nil
  }

  /// All that somebody may do now. Of the two ways of taking over it is the one that is theirs.
  package func actions(on handover: Handover, _ acting: Acting) -> [HandoverAction] {
    let other: HandoverAction = handover.takeOver(by: acting.who) == .takeOver ? .recordTold : .takeOver
    return HandoverAction.allCases.filter { $0 != other && allows($0, on: handover, acting) }
  }

  /// Takes a handover over, and by whose word that is.
  package func takingOver(
    _ handover: Handover, _ acting: Acting
  ) throws(HandoverRefusal) -> (how: TakingOver, acts: [Act]) {
    try check(handover.takeOver(by: acting.who), on: handover, acting)
    let (actor, today) = (try actor(on: handover, acting), acting.now.day)
    let how = handover.takingOver(by: actor)
    switch how {
    case .own, .told:
      return (how, [.step(handover.takeOver(id: acting.id(), on: today, isTold: how == .told))])
    case .steppingIn:
      let made = handover.steppingIn(actor.colleague, ids: (acting.id(), acting.id()), on: today)
      guard let (offer, entry, takeOver) = made else { throw .unknownPeople }
      return (how, [.offer(offer, entry, visit: nil), .step(takeOver)])
    }
  }

  /// By whose word somebody would take it over; nil when they may not.
  package func howToTakeOver(_ handover: Handover, _ acting: Acting) -> TakingOver? {
    guard allows(handover.takeOver(by: acting.who), on: handover, acting) else { return nil }
    return (try? actor(on: handover, acting)).map(handover.takingOver)
  }

  /// Takes a step.
  package func stepping(
    _ move: HandoverMove, of handover: Handover, _ acting: Acting
  ) throws(HandoverRefusal) -> Act {
    try check(move.action, on: handover, acting)
    return .step(handover.next(move.step, id: acting.id(), on: acting.now.day))
  }

  private func actor(on handover: Handover, _ acting: Acting) throws(HandoverRefusal) -> HandoverActor {
    guard let me = acting.who.flatMap(documents.colleague) else { throw .nobody }
    return actor(me, on: handover, day: acting.now.day)
  }
}

extension Handover {
  /// What taking over is for somebody: the sender's word for the receiver's yes is another step than the
  /// receiver's own.
  package func takeOver(by who: Colleague.ID?) -> HandoverAction {
    who != nil && who == entry?.sender && who != entry?.receiver ? .recordTold : .takeOver
  }
}
