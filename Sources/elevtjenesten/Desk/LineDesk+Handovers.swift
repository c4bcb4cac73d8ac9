// Handovers line by line: offered after a visit, answered, handed on, closed.

import Domain
import Reports
import Resources
import Store

extension LineDesk {
  /// The open handovers I see, and the steps of the one that is chosen.
  func takeHandovers() throws(Failure) {
    guard let colleague, let me = folder.documents.colleague(colleague) else {
      try sayHandovers()
      return try say(words("cli.lines.nobody"))
    }
    let picture = try readPicture()
    let seen = picture.handovers(seenBy: me, on: context.now.day).all
    if seen.isEmpty { return try say(words("handovers.none")) }
    let choices = seen.map { line(of: $0, picture) } + [words("cli.lines.back")]
    guard let index = try choose(words("handovers.title"), choices), index < seen.count else { return }
    try takeSteps(of: seen[index], as: me, picture)
  }

  /// A handover in one line: school, from whom to whom, how far, since when, and what the file tells.
  private func line(of handover: Handover, _ picture: FolderPicture) -> String {
    let names = Sentences(words: words, documents: folder.documents)
    let entry = handover.entry
    let parts = [
      names.name(handover.school),
      words(
        "cli.lines.chain",
        ["sender": names.name(entry?.sender), "receiver": names.name(entry?.receiver)]),
      words.handoverState(handover.state),
      folder.documents.mustMoveOn(handover, on: context.now.day) ? words("handovers.mustMoveOn") : nil,
      words.longDate(handover.begun),
      entry?.agreedDay.map { words("handovers.agreed", ["day": words.longDate($0)]) },
      entry?.codeWord.map { words("handovers.codeWord", ["word": $0]) },
      entry?.message.map { words("handovers.message", ["text": $0]) },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// Only what the rules let me do is offered.
  private func takeSteps(
    of handover: Handover, as me: Colleague, _ picture: FolderPicture
  ) throws(Failure) {
    let actions = picture.actions(on: handover, desk.acting(as: me.id))
    let choices = actions.map { words("action.\($0.rawValue)") } + [words("cli.lines.back")]
    guard let index = try choose(line(of: handover, picture), choices), index < actions.count,
      let what = try order(actions[index], of: handover, as: me, picture)
    else { return }
    let done = try desk.perform(what, on: handover, as: me, picture)
    for sentence in desk.sentences(done) { try say(sentence) }
  }

  /// The step with what it needs; nil when it was thought better of.
  private func order(
    _ action: HandoverAction, of handover: Handover, as me: Colleague, _ picture: FolderPicture
  ) throws(Failure) -> StepOrder.What? {
    switch action {
    case .takeOver, .recordTold:
      // Somebody else's word for it is asked first.
      guard picture.howToTakeOver(handover, desk.acting(as: me.id)) == .told else { return .takeOver }
      let name = Sentences(words: words, documents: folder.documents).name(handover.entry?.receiver)
      return try isYes(words("question.told", ["name": name])) ? .takeOver : nil
    case .decline: return .move(.decline)
    case .missed: return .move(.missed)
    case .undoTakeOver: return .move(.undoTakeOver)
    case .withdraw: return try isYes(words("question.withdraw")) ? .move(.withdraw) : nil
    case .handOn, .offerAgain:
      return try receiver(topic: nil, at: handover.school, from: handover.holder ?? me.id, picture)
        .map(StepOrder.What.handOn)
    case .close:
      let reasons = ClosingReason.allCases.map { words("reason.\($0.rawValue)") }
      guard let index = try choose(words("closing.title"), reasons + [words("cli.lines.back")]),
        index < reasons.count,
        try isYes(words("question.close", ["reason": reasons[index]]))
      else { return nil }
      return .move(.close(ClosingReason.allCases[index]))
    }
  }

  /// A visit that ends with "Guidet videre": whom to, and whether the young person agrees. Nil when it was
  /// thought better of, and nothing is counted.
  func guideOn(_ topic: Topic.ID, at school: School.ID) throws(Failure) -> HandoverDone? {
    guard let colleague, let me = folder.documents.colleague(colleague) else {
      try say(words("cli.lines.nobody"))
      return nil
    }
    let picture = try readPicture()
    let event: Event
    do throws(CountingRefusal) {
      event = try picture.counting(.visit(topic, .guidedOn), at: school, desk.acting(as: me.id))
    } catch {
      throw .counting(error)
    }
    guard case .visit(let visit) = event,
      let order = try receiver(topic: topic, at: school, from: me.id, picture)
    else { return nil }
    return try desk.offer(order, from: me, at: school, visit: visit, picture)
  }

  /// Whom to hand over to, how, and the young person's yes.
  private func receiver(
    topic: Topic.ID?, at school: School.ID, from sender: Colleague.ID, _ picture: FolderPicture
  ) throws(Failure) -> OfferOrder? {
    let names = Sentences(words: words, documents: folder.documents)
    let list = picture.receivers(topic: topic, at: school, sender: sender, on: context.now.day)
    let choices = list.map { receiver in
      let profession = words.profession(receiver.colleague.profession, in: folder.documents)
      let away = receiver.away.map { ", " + words.unavailability(.away($0)) } ?? ""
      return "\(receiver.colleague.name), \(profession)\(away)"
    }
    guard let index = try choose(words("receivers.title"), choices + [words("cli.lines.back")]),
      index < list.count
    else { return nil }
    let modes = Handover.Mode.allCases
    guard let mode = try choose(words("field.mode"), modes.map { words("mode.\($0.rawValue)") }),
      try isYes(words("cli.lines.consent", ["name": names.name(list[index].colleague.id)]))
    else { return nil }
    return OfferOrder(receiver: list[index].colleague.id.text, mode: modes[mode])
  }

  private func isYes(_ question: String) throws(Failure) -> Bool {
    try choose(question, [words("cli.lines.no"), words("cli.lines.yes")]) == 1
  }

  var desk: CommandDesk { CommandDesk(context: context, folder: folder, now: context.now) }

  private func readPicture() throws(Failure) -> FolderPicture {
    try folder.picture(LogScope(visitWeeks: .around(context.now.day)))
  }
}
