// Handovers from the command line: what is asked for, and what is printed.

import Domain
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
    let picture = try desk.folder.picture(LogScope(visitWeeks: .around(desk.now.day)), isForDesk: true)
    try desk.tell(try desk.offer(order, from: sender, at: school, visit: nil, picture))
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
    try desk.tell(try desk.perform(order.what, on: handover, as: colleague, picture))
  }
}

extension CommandDesk {
  /// Prints the handover as it is now: its id, or as JSON one element of `overdragelser`.
  fileprivate func tell(_ done: HandoverDone) throws(Failure) {
    let (console, handover) = (context.console, done.handover)
    if context.options.isJSON {
      let report = HandoverReport([handover], documents: folder.documents, day: now.day)
      return try console.print(report.json(handover).description, recorded: done.step)
    }
    try console.print(handover.id.description, recorded: done.step)
    for sentence in sentences(done) { console.say(sentence) }
  }

  /// What is said of a handover after a step.
  func sentences(_ done: HandoverDone) -> [String] {
    let (words, names) = (context.words, Sentences(words: context.words, documents: folder.documents))
    let handover = done.handover
    guard handover.state.isOpen else {
      return [words("cli.said.stepEnded", ["state": words.handoverState(handover.state)])]
    }
    guard handover.state == .offered, !done.isUndone else {
      let values: KeyValuePairs = [
        "state": words.handoverState(handover.state), "holder": names.name(handover.holder),
      ]
      return [words("cli.said.step", values)]
    }
    let offered = words(
      "cli.said.handover",
      [
        "sender": names.name(handover.entry?.sender), "receiver": names.name(handover.entry?.receiver),
        "id": handover.id.description,
      ])
    let code = handover.entry?.codeWord.map { words("cli.said.codeWord", ["word": $0.uppercased()]) }
    let hop = handover.hop > 1 ? words("cli.said.secondHop", ["hop": String(handover.hop)]) : nil
    return [offered] + [code, hop].compactMap { $0 }
  }
}

extension StepOrder.What {
  fileprivate var command: CommandName {
    switch self {
    case .takeOver: .takeOver
    case .move(.decline): .decline
    case .move(.withdraw): .withdraw
    case .move(.missed): .missed
    case .move(.undoTakeOver): .undoTakeOver
    case .move(.close): .close
    case .handOn: .handOn
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
    guard let handover = fitting.first.flatMap({ handover($0) }) else {
      throw .usage(.unknownID(typed, kind: .handover, suggestion: nil))
    }
    return handover
  }
}
