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
    let (terms, acting) = (try terms(of: order), acting(as: sender.id))
    let act = try asking { () throws(HandoverRefusal) in
      try picture.offering(terms, at: school, visit: visit, acting)
    }
    sayIfAway(terms)
    return try save([act], picture)
  }

  /// Takes a step of a handover that exists.
  func perform(
    _ what: StepOrder.What, on handover: Handover, as colleague: Colleague, _ picture: FolderPicture
  ) throws(Failure) -> HandoverDone {
    let acting = acting(as: colleague.id)
    switch what {
    case .takeOver:
      let acts = try asking { () throws(HandoverRefusal) in
        try picture.takingOver(handover, acting).acts
      }
      return try save(acts, picture)
    case .move(let move):
      let act = try asking { () throws(HandoverRefusal) in
        try picture.stepping(move, of: handover, acting)
      }
      return try save([act], picture)
    case .handOn(let order):
      try asking { () throws(HandoverRefusal) in
        try picture.check(handover.newOffer, on: handover, acting)
      }
      let terms = try terms(of: order)
      let act = try asking { () throws(HandoverRefusal) in
        try picture.handingOn(handover, terms, acting)
      }
      sayIfAway(terms)
      return try save([act], picture)
    }
  }

  private func asking<Value>(_ act: () throws(HandoverRefusal) -> Value) throws(Failure) -> Value {
    do throws(HandoverRefusal) { return try act() } catch { throw .handover(error) }
  }

  private func terms(of order: OfferOrder) throws(Failure) -> HandoverTerms {
    HandoverTerms(
      receiver: try folder.documents.find(colleague: order.receiver).id, mode: order.mode,
      agreedDay: order.agreedDay, message: try message(of: order))
  }

  /// Somebody away may be offered to all the same, which is told.
  private func sayIfAway(_ terms: HandoverTerms) {
    let day = terms.agreedDay ?? now.day
    guard let receiver = folder.documents.colleague(terms.receiver), receiver.isAway(on: day),
      let why = receiver.unavailability(on: day)
    else { return }
    context.console.say(
      context.words(
        "cli.said.away", ["name": receiver.name, "why": context.words.unavailability(why)]))
  }

  /// The practical message, if there is one and the guard lets it pass.
  private func message(of order: OfferOrder) throws(Failure) -> String? {
    guard order.hasMessage else { return nil }
    // Whether any message may be kept is known before one is typed.
    guard folder.documents.settings.allowsPracticalMessage else { throw .handover(.message(.off)) }
    var lines: [String] = []
    try context.console.forEachLine { line in lines.append(line) }
    guard let text = PracticalMessage.text(lines.joined(separator: " ")) else { return nil }
    do throws(PracticalMessage.Refusal) {
      try folder.documents.settings.check(message: text)
    } catch {
      throw .handover(.message(error))
    }
    switch Guard.check(text, scope: .aboutYoungPerson) {
    case .ok: break
    case .block(let finding): throw .message(.blocked(finding.kind))
    case .warning(let finding): if !order.keepsDoubtful { throw .message(.doubtful(finding.kind)) }
    }
    return text
  }

  // MARK: Saving

  private func save(_ acts: [Act], _ picture: FolderPicture) throws(Failure) -> HandoverDone {
    let saved = try save(acts, desk: nil, picture)
    var picture = picture
    for case .offer(let step, let entry, _) in acts {
      picture.handoverEntries[step.handover, default: [:]][step.id] = entry
    }
    var last: HandoverStep?
    for event in saved {
      picture.ledger.apply(event.body, origin: event.origin)
      if case .handover(let step) = event.body { last = step }
    }
    guard let last, let handover = picture.handover(last.handover) else { throw .handover(.ended) }
    Recorder(folder).sweep(desk: last.school, on: now.day)
    return HandoverDone(handover: handover, step: last.id, isUndone: last.step == .undone)
  }
}
