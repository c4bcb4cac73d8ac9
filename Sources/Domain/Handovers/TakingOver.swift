// Taking over: what is written when the receiver does it, and when somebody else has the word.

/// By whose word a handover is taken over.
package enum TakingOver: Equatable, Sendable {
  /// The receiver takes over.
  case own
  /// The sender or a coordinator passes on the receiver's spoken yes; the receiver may deny it.
  case told
  /// The makker of an absent receiver: the offer is renewed to the makker, who takes it over at once.
  case steppingIn
}

extension Handover {
  /// How the actor takes over, if the rules let them.
  package func takingOver(by actor: HandoverActor) -> TakingOver {
    if actor.colleague == entry?.receiver { return .own }
    if actor.colleague == entry?.sender { return .told }
    return actor.stepsInForReceiver ? .steppingIn : .told
  }

  /// A step made upon what it is now.
  package func next(
    _ step: HandoverStep.Step, id: RecordID, on day: CivilDate, hop: Int? = nil
  ) -> HandoverStep {
    HandoverStep(
      id: id, after: last, day: day, handover: self.id, hop: hop ?? self.hop, school: school, step: step)
  }

  /// The step by which somebody takes over, `isTold` when it is not the receiver's own word.
  package func takeOver(id: RecordID, on day: CivilDate, isTold: Bool) -> HandoverStep {
    next(.takenOver(daysSinceOffer: day.days(since: offered), isTold: isTold), id: id, on: day)
  }

  /// The two steps by which a makker steps in, and the entry that names them as receiver; nil without
  /// the names. Between the two the makker has been asked, and the sender holds.
  package func steppingIn(
    _ makker: Colleague.ID, ids: (offer: RecordID, takeOver: RecordID), on day: CivilDate
  ) -> (offer: HandoverStep, entry: HandoverEntry, takeOver: HandoverStep)? {
    guard var entry else { return nil }
    entry.receiver = makker
    entry.writer = ""
    let offer = next(.offered, id: ids.offer, on: day)
    var takeOver = takeOver(id: ids.takeOver, on: day, isTold: false)
    takeOver.after = ids.offer
    return (offer, entry, takeOver)
  }
}
