// Handovers from the command line. Who may do what is asked of the rules, never decided here.

import Domain
import Guard
import Reports
import Resources
import Store

extension Context {
  /// `overdrag`.
  func handOver(_ order: OfferOrder) throws(Failure) {
    let desk = try openDesk()
    let documents = desk.folder.documents
    let school = try school(in: documents, for: .handOver).id
    let sender = try actor(in: documents, for: .handOver)
    let receiver = try documents.find(colleague: order.receiver)
    guard sender.id != receiver.id else { throw .handover(.receiverIsSender) }
    let picture = try desk.folder.picture(LogScope(visitWeeks: .around(desk.now.day)), isForDesk: true)
    let step = HandoverStep(
      id: machine.id(), after: .zero, day: desk.now.day, handover: machine.id(), hop: 1, school: school,
      step: .offered)
    let entry = try desk.entry(order, from: sender.id, to: receiver.id, at: school, picture)
    try desk.offer(step, entry, picture)
  }

  /// `overdragelser`.
  func handovers() throws(Failure) {
    let folder = try openFolder()
    let context = speaking(for: folder)
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)), isForDesk: true)
    let report = HandoverReport(picture: picture, day: now.day)
    if options.isJSON { return try console.print(report.json.description) }
    if report.isEmpty { return console.say(context.words("cli.handover.none")) }
    try console.print(report.table(context.words).text)
  }

  /// The steps of a handover that exists.
  func step(_ order: StepOrder) throws(Failure) {
    let desk = try openDesk()
    let picture = try desk.folder.picture(LogScope(visitWeeks: .around(desk.now.day)))
    let handover = try picture.handover(order.id)
    let colleague = try actor(in: desk.folder.documents, for: order.what.command)
    let actor = picture.actor(colleague, on: handover, day: desk.now.day)
    do throws(HandoverRefusal) {
      try handover.check(order.what.action(on: handover, by: actor), by: actor, on: desk.now.day)
    } catch {
      throw .handover(error)
    }
    func make(_ step: HandoverStep.Step, hop: Int? = nil) -> HandoverStep {
      handover.next(step, id: machine.id(), on: desk.now.day, hop: hop)
    }
    switch order.what {
    case .takeOver: try desk.takeOver(handover, by: actor, picture)
    case .decline: try desk.take(make(.declined), picture)
    case .withdraw: try desk.take(make(.withdrawn), picture)
    case .missed: try desk.take(make(.missed), picture)
    case .undoTakeOver: try desk.take(make(.undone), picture)
    case .close(let reason): try desk.take(make(.closed(reason)), picture)
    case .handOn(let offer):
      let receiver = try desk.folder.documents.find(colleague: offer.receiver)
      // A coordinator who helps does not take the place of the one who holds.
      let sender = handover.holder ?? colleague.id
      guard sender != receiver.id else { throw .handover(.receiverIsSender) }
      // A sender who offers again is no new link of the chain; a receiver who hands on is.
      let hop = handover.state.isWithSender ? handover.hop : handover.hop + 1
      var entry = try desk.entry(offer, from: sender, to: receiver.id, at: handover.school, picture)
      // The slip that the young person has goes on counting.
      if entry.mode == .comesAlone, let word = handover.entry?.codeWord { entry.codeWord = word }
      try desk.offer(make(.offered, hop: hop), entry, picture)
    }
  }
}

extension CommandDesk {
  /// What goes into the handover's file. Without a mode the roster says it: who sits at the same
  /// school can be walked over to.
  fileprivate func entry(
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
    guard let typed = order.message else { return nil }
    guard folder.documents.settings.allowsPracticalMessage else { throw .message(.off) }
    let text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
  fileprivate func takeOver(
    _ handover: Handover, by actor: HandoverActor, _ picture: FolderPicture
  ) throws(Failure) {
    func id() -> RecordID { context.machine.id() }
    switch handover.takingOver(by: actor) {
    case .own: try take(handover.takeOver(id: id(), on: now.day, isTold: false), picture)
    case .told: try take(handover.takeOver(id: id(), on: now.day, isTold: true), picture)
    case .steppingIn:
      let made = handover.steppingIn(actor.colleague, ids: (id(), id()), on: now.day)
      guard let (offer, entry, takeOver) = made else { throw .handover(.unknownPeople) }
      let recorder = Recorder(folder)
      let saved = try saving(picture, recorder) { () throws(SaveFailure) in
        try recorder.offer(offer, entry, visit: nil, on: now.day)
          + recorder.step(takeOver, on: now.day)
      }
      var picture = picture
      picture.handoverEntries[offer.handover, default: [:]][offer.id] = entry
      try tell(takeOver, saved, picture)
    }
  }

  fileprivate func offer(
    _ step: HandoverStep, _ entry: HandoverEntry, _ picture: FolderPicture
  ) throws(Failure) {
    let recorder = Recorder(folder)
    let saved = try saving(picture, recorder) { () throws(SaveFailure) in
      try recorder.offer(step, entry, visit: nil, on: now.day)
    }
    var picture = picture
    picture.handoverEntries[step.handover, default: [:]][step.id] = entry
    try tell(step, saved, picture)
  }

  fileprivate func take(_ step: HandoverStep, _ picture: FolderPicture) throws(Failure) {
    let recorder = Recorder(folder)
    let saved = try saving(picture, recorder) { () throws(SaveFailure) in
      try recorder.step(step, on: now.day)
    }
    try tell(step, saved, picture)
  }

  /// Prints the handover as it is now: its id, or as JSON one element of `overdragelser`.
  private func tell(
    _ step: HandoverStep, _ saved: [Recorded<Event>], _ picture: FolderPicture
  ) throws(Failure) {
    var ledger = picture.ledger
    for event in saved { ledger.apply(event.body, origin: event.origin) }
    let entries = picture.handoverEntries[step.handover] ?? [:]
    guard let handover = ledger.handover(step.handover, entries: entries) else { return }
    let (console, words) = (context.console, context.words)
    if context.options.isJSON {
      let report = HandoverReport([handover], documents: folder.documents, day: now.day)
      return try console.print(report.json(handover).description, recorded: step.id)
    }
    try console.print(step.handover.description, recorded: step.id)
    console.say(sentence(handover))
    if handover.hop > 1, step.step == .offered {
      console.say(words("cli.said.secondHop", ["hop": String(handover.hop)]))
    }
  }

  private func sentence(_ handover: Handover) -> String {
    let (words, names) = (context.words, Sentences(words: context.words, documents: folder.documents))
    if handover.state == .offered {
      return words(
        "cli.said.handover",
        [
          "sender": names.name(handover.entry?.sender), "receiver": names.name(handover.entry?.receiver),
          "id": handover.id.description,
        ])
    }
    let state = HandoverReport.stateWord(handover.state, words)
    guard handover.state.isOpen else { return words("cli.said.stepEnded", ["state": state]) }
    return words("cli.said.step", ["state": state, "holder": names.name(handover.holder)])
  }
}

extension StepOrder.What {
  fileprivate var command: CommandName {
    switch self {
    case .takeOver: .takeOver
    case .decline: .decline
    case .withdraw: .withdraw
    case .missed: .missed
    case .undoTakeOver: .undoTakeOver
    case .handOn: .handOn
    case .close: .close
    }
  }

  fileprivate func action(on handover: Handover, by actor: HandoverActor) -> HandoverAction {
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

extension FolderPicture {
  /// A handover by its id or the beginning of it; open ones first.
  fileprivate func handover(_ typed: String) throws(Failure) -> Handover {
    guard let prefix = IDPrefix(typed) else {
      throw .usage(.badValue(typed, of: "ID", expected: .recordID))
    }
    let fitting = ledger.chains.keys.filter { prefix.fits($0) }
    if fitting.count > 1 { throw .usage(.ambiguousID(typed)) }
    guard let id = fitting.first, let handover = ledger.handover(id, entries: handoverEntries[id] ?? [:])
    else { throw .usage(.unknownID(typed, kind: .handover, suggestion: nil)) }
    return handover
  }
}
