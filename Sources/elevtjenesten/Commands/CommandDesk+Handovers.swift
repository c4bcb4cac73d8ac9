// Handovers without a screen: offered and moved on. Who may do what is asked of the rules, never
// decided here.

import Domain
import Guard
import Resources
import Store

/// A handover after something was saved of it.
struct HandoverDone {
  var handover: Handover
  /// The record that says so.
  var step: RecordID
  /// A take-over was taken back.
  var isUndone = false
}

extension CommandDesk {
  /// Offers a handover, with the visit it comes from if there is one.
  func offer(
    _ order: OfferOrder, from sender: Colleague, at school: School.ID, visit: Visit?, _ picture: FolderPicture
  ) throws(Failure) -> HandoverDone {
    let receiver = try folder.documents.find(colleague: order.receiver)
    guard sender.id != receiver.id else { throw .handover(.receiverIsSender) }
    try checkOffer(order, to: receiver, at: school)
    let step = HandoverStep(
      id: context.machine.id(), after: .zero, day: now.day, handover: context.machine.id(), hop: 1,
      school: school, step: .offered)
    let entry = try entry(order, from: sender.id, to: receiver.id, at: school, picture)
    return try save(offer: (step, entry), visit: visit, then: nil, picture)
  }

  /// Takes a step of a handover that exists.
  func perform(
    _ what: StepOrder.What, on handover: Handover, as colleague: Colleague, _ picture: FolderPicture
  ) throws(Failure) -> HandoverDone {
    let actor = picture.actor(colleague, on: handover, day: now.day)
    do throws(HandoverRefusal) {
      try handover.check(what.action(on: handover, by: actor), by: actor, on: now.day)
      if case .takeOver = what {
        try folder.documents.checkTakingOver(handover, by: actor, on: now.day)
      }
    } catch {
      throw .handover(error)
    }
    func save(_ step: HandoverStep.Step) throws(Failure) -> HandoverDone {
      try self.save(handover.next(step, id: context.machine.id(), on: now.day), picture)
    }
    switch what {
    case .takeOver: return try takeOver(handover, by: actor, picture)
    case .decline: return try save(.declined)
    case .withdraw: return try save(.withdrawn)
    case .missed: return try save(.missed)
    case .undoTakeOver: return try save(.undone)
    case .close(let reason): return try save(.closed(reason))
    case .handOn(let order): return try offerAgain(handover, order, as: colleague, picture)
    }
  }

  private func offerAgain(
    _ handover: Handover, _ order: OfferOrder, as colleague: Colleague, _ picture: FolderPicture
  ) throws(Failure) -> HandoverDone {
    let receiver = try folder.documents.find(colleague: order.receiver)
    // A coordinator who helps does not take the place of the one who holds.
    let sender = handover.holder ?? colleague.id
    guard sender != receiver.id else { throw .handover(.receiverIsSender) }
    try checkOffer(order, to: receiver, at: handover.school)
    // A sender who offers again is no new link of the chain; a receiver who hands on is.
    let hop = handover.state.isWithSender ? handover.hop : handover.hop + 1
    var entry = try entry(order, from: sender, to: receiver.id, at: handover.school, picture)
    // The slip that the young person has goes on counting.
    if entry.mode == .comesAlone, let word = handover.entry?.codeWord { entry.codeWord = word }
    let step = handover.next(.offered, id: context.machine.id(), on: now.day, hop: hop)
    return try save(offer: (step, entry), visit: nil, then: nil, picture)
  }

  /// Asks the rules. Somebody away may be offered to all the same, which is told.
  private func checkOffer(
    _ order: OfferOrder, to receiver: Colleague, at school: School.ID
  ) throws(Failure) {
    do throws(HandoverRefusal) {
      try folder.documents.checkOffer(to: receiver.id, agreed: order.agreedDay, at: school, on: now.day)
    } catch {
      throw .handover(error)
    }
    let day = order.agreedDay ?? now.day
    if receiver.isAway(on: day), let why = receiver.unavailability(on: day) {
      context.console.say(
        context.words(
          "cli.said.away", ["name": receiver.name, "why": context.words.unavailability(why)]))
    }
  }

  /// What goes into the handover's file. Without a mode the roster says it: who sits at the same
  /// school can be walked over to.
  private func entry(
    _ order: OfferOrder, from sender: Colleague.ID, to receiver: Colleague.ID, at school: School.ID,
    _ picture: FolderPicture
  ) throws(Failure) -> HandoverEntry {
    let shifts = folder.documents.school(school).map { picture.roster.shifts(at: $0, on: now.day) } ?? []
    let isHere = shifts.contains { $0.colleague == receiver || $0.buddy == receiver }
    let mode = order.mode ?? (isHere ? .walkedOver : .calledTogether)
    return HandoverEntry(
      receiver: receiver, sender: sender, mode: mode, agreedDay: order.agreedDay,
      codeWord: mode == .comesAlone
        ? CodeWords.fresh(random: context.machine.random(), taken: picture.codeWords) : nil,
      message: try message(of: order), writer: "")
  }

  /// The practical message, if there is one and it may be kept.
  private func message(of order: OfferOrder) throws(Failure) -> String? {
    guard order.hasMessage else { return nil }
    guard folder.documents.settings.allowsPracticalMessage else { throw .message(.off) }
    var lines: [String] = []
    try context.console.forEachLine { line in lines.append(line) }
    let text = lines.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard text.count <= PracticalMessage.limit else {
      throw .message(.tooLong(limit: PracticalMessage.limit))
    }
    switch Guard.check(text, scope: .aboutYoungPerson) {
    case .ok: break
    case .block(let finding): throw .message(.blocked(finding.kind))
    case .warning(let finding): if !order.keepsDoubtful { throw .message(.doubtful(finding.kind)) }
    }
    return text.isEmpty ? nil : text
  }

  /// The receiver's own word, the word of another for it, or the makker who steps in.
  private func takeOver(
    _ handover: Handover, by actor: HandoverActor, _ picture: FolderPicture
  ) throws(Failure) -> HandoverDone {
    func id() -> RecordID { context.machine.id() }
    switch handover.takingOver(by: actor) {
    case .own: return try save(handover.takeOver(id: id(), on: now.day, isTold: false), picture)
    case .told: return try save(handover.takeOver(id: id(), on: now.day, isTold: true), picture)
    case .steppingIn:
      let made = handover.steppingIn(actor.colleague, ids: (id(), id()), on: now.day)
      guard let (offer, entry, takeOver) = made else { throw .handover(.unknownPeople) }
      return try save(offer: (offer, entry), visit: nil, then: takeOver, picture)
    }
  }

  // MARK: Saving

  private func save(_ step: HandoverStep, _ picture: FolderPicture) throws(Failure) -> HandoverDone {
    let recorder = Recorder(folder)
    let saved = try saving(picture, recorder) { () throws(SaveFailure) in
      try recorder.step(step, on: now.day)
    }
    recorder.sweep(desk: step.school, on: now.day)
    return try done(step, saved, picture)
  }

  private func save(
    offer: (step: HandoverStep, entry: HandoverEntry), visit: Visit?, then step: HandoverStep?,
    _ picture: FolderPicture
  ) throws(Failure) -> HandoverDone {
    let recorder = Recorder(folder)
    let saved = try saving(picture, recorder) { () throws(SaveFailure) in
      let offered = try recorder.offer(offer.step, offer.entry, visit: visit, on: now.day)
      guard let step else { return offered }
      return offered + (try recorder.step(step, on: now.day))
    }
    recorder.sweep(desk: offer.step.school, on: now.day)
    var picture = picture
    picture.handoverEntries[offer.step.handover, default: [:]][offer.step.id] = offer.entry
    return try done(step ?? offer.step, saved, picture)
  }

  private func done(
    _ step: HandoverStep, _ saved: [Recorded<Event>], _ picture: FolderPicture
  ) throws(Failure) -> HandoverDone {
    var ledger = picture.ledger
    for event in saved { ledger.apply(event.body, origin: event.origin) }
    let entries = picture.handoverEntries[step.handover] ?? [:]
    guard let handover = ledger.handover(step.handover, entries: entries) else { throw .handover(.ended) }
    return HandoverDone(handover: handover, step: step.id, isUndone: step.step == .undone)
  }
}

extension StepOrder.What {
  /// What the rules are asked.
  func action(on handover: Handover, by actor: HandoverActor) -> HandoverAction {
    switch self {
    case .takeOver: handover.entry?.sender == actor.colleague ? .recordTold : .takeOver
    case .decline: .decline
    case .withdraw: .withdraw
    case .missed: .missed
    case .undoTakeOver: .undoTakeOver
    case .handOn: handover.state.isWithSender ? .offerAgain : .handOn
    case .close: .close
    }
  }
}
