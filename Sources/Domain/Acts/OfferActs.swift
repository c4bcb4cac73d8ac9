// Offers: the first one of a handover, and every one that comes after it.

/// What was agreed on with the young person.
package struct HandoverTerms: Equatable, Sendable {
  package var receiver: Colleague.ID
  /// Nil: as the roster makes it likely.
  package var mode: Handover.Mode?
  package var agreedDay: CivilDate?
  /// A practical message that the guard has seen.
  package var message: String?

  package init(
    receiver: Colleague.ID, mode: Handover.Mode? = nil, agreedDay: CivilDate? = nil, message: String? = nil
  ) {
    self.receiver = receiver
    self.mode = mode
    self.agreedDay = agreedDay
    self.message = message
  }
}

extension Handover {
  /// What a new offer of it is: a receiver who has taken over hands on, a sender offers again.
  package var newOffer: HandoverAction { state.isWithSender ? .offerAgain : .handOn }

  /// The link of the chain that a new offer is: only who hands on adds one.
  package var hopOfNewOffer: Int { state.isWithSender ? hop : hop + 1 }
}

extension FolderPicture {
  /// Offers a handover for the first time, with the visit it comes from if there is one. With ids that were
  /// made before, trying again counts once.
  package func offering(
    _ terms: HandoverTerms, at school: School.ID, visit: Visit? = nil,
    ids: (handover: Handover.ID, step: RecordID)? = nil, _ acting: Acting
  ) throws(HandoverRefusal) -> Act {
    guard let sender = acting.who else { throw .nobody }
    let entry = try entry(terms, from: sender, at: school, before: nil, acting)
    let step = HandoverStep(
      id: ids?.step ?? acting.id(), after: .zero, day: acting.now.day, handover: ids?.handover ?? acting.id(),
      hop: 1, school: school, step: .offered)
    var visit = visit
    visit?.outcome = .guidedOn
    return .offer(step, entry, visit: visit)
  }

  /// Offers a handover anew: handed on by the one who has taken over, or offered again by the sender.
  package func handingOn(
    _ handover: Handover, _ terms: HandoverTerms, id: RecordID? = nil, _ acting: Acting
  ) throws(HandoverRefusal) -> Act {
    try check(handover.newOffer, on: handover, acting)
    // A coordinator who helps does not take the place of the one who holds.
    guard let sender = handover.holder ?? acting.who else { throw .nobody }
    let entry = try entry(terms, from: sender, at: handover.school, before: handover.entry, acting)
    let step = handover.next(
      .offered, id: id ?? acting.id(), on: acting.now.day, hop: handover.hopOfNewOffer)
    return .offer(step, entry, visit: nil)
  }

  /// Offers what one holds to the makker when the door closes: how and when they meet stays as agreed, as
  /// far as it still can be.
  package func handingOn(
    _ handover: Handover, toMakker makker: Colleague.ID, _ acting: Acting
  ) throws(HandoverRefusal) -> Act {
    try checkHandingOn(handover, toMakker: makker, acting)
    let entry = handover.entry
    let allowsMessage = documents.settings.allowsPracticalMessage
    let terms = HandoverTerms(
      receiver: makker, mode: entry?.mode,
      agreedDay: entry?.agreedDay.flatMap { $0 < acting.now.day ? nil : $0 },
      message: allowsMessage ? entry?.message : nil)
    return try handingOn(handover, terms, acting)
  }

  /// Whether it can be offered to the makker; throws why not. Whoever has been asked is not asked twice.
  package func checkHandingOn(
    _ handover: Handover, toMakker makker: Colleague.ID, _ acting: Acting
  ) throws(HandoverRefusal) {
    guard let entry = handover.entry else { throw .unknownPeople }
    guard makker != handover.holder else { throw .receiverIsSender }
    if handover.state == .offered, entry.receiver == makker { throw .repeated(.offerAgain) }
    try check(handover.newOffer, on: handover, acting)
  }

  /// What goes into the handover's file.
  private func entry(
    _ terms: HandoverTerms, from sender: Colleague.ID, at school: School.ID, before: HandoverEntry?,
    _ acting: Acting
  ) throws(HandoverRefusal) -> HandoverEntry {
    let (today, receiver) = (acting.now.day, terms.receiver)
    guard sender != receiver else { throw .receiverIsSender }
    try documents.checkOffer(to: receiver, agreed: terms.agreedDay, at: school, on: today)
    do throws(PracticalMessage.Refusal) {
      try documents.settings.check(message: terms.message)
    } catch {
      throw .message(error)
    }
    let mode = terms.mode ?? place(of: receiver, at: school, on: today).mode
    return HandoverEntry(
      receiver: receiver, sender: sender, mode: mode, agreedDay: terms.agreedDay,
      codeWord: mode == .comesAlone ? before?.codeWord ?? acting.freshCodeWord(taken: codeWords) : nil,
      message: terms.message, writer: "")
  }
}

extension Receiver.Place {
  /// How the young person gets there, unless something else is agreed on: who sits at the same school can be
  /// walked over to.
  package var mode: Handover.Mode {
    switch self {
    case .onDutyHere, .buddyHere: .walkedOver
    case .onDutyElsewhere, .floater, .elsewhere: .calledTogether
    }
  }
}
