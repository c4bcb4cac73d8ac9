// The desk as the commands have it: one folder, one moment, something to save, and what is said of it.

import Domain
import Reports
import Resources
import Store

/// A folder opened by a command that writes.
struct CommandDesk {
  let context: Context
  let folder: DataFolder
  let now: Moment

  private var words: Words { context.words }

  /// Saves events, or says why not.
  @discardableResult
  func save(
    _ events: [Event], at school: School.ID, _ picture: FolderPicture
  ) throws(Failure) -> [Recorded<Event>] {
    let recorder = Recorder(folder)
    return try saving(picture, recorder) { () throws(SaveFailure) in
      try recorder.record(events, desk: school, on: now.day)
    }
  }

  /// Saves by way of a recorder, and tells of anything odd that was found on the way.
  func saving(
    _ picture: FolderPicture, _ recorder: Recorder,
    _ body: () throws(SaveFailure) -> [Recorded<Event>]
  ) throws(Failure) -> [Recorded<Event>] {
    if let reason = picture.readOnly { throw .readOnly(reason) }
    defer { recorder.coverTimes(context.clock) }
    do throws(SaveFailure) {
      let saved = try body()
      for notice in recorder.takeNotices() {
        context.console.say(words("notice.newFile", ["file": notice.old?.description ?? ""]))
      }
      return saved
    } catch {
      throw .save(error)
    }
  }

  /// Whether something can be given to a colleague today; throws why not.
  func checkGiving(to colleague: Colleague.ID) throws(Failure) {
    do throws(GivingRefusal) { try folder.documents.checkGiving(to: colleague, on: now.day) } catch {
      throw .giving(error)
    }
  }

  /// Prints the id, or the JSON, of what was saved, and says it in words.
  func tellSaved(_ event: Event) throws(Failure) {
    let isJSON = context.options.isJSON
    try context.console.print(isJSON ? json(event).description : event.id.description, recorded: event.id)
    if !isJSON { context.console.say(sentence(event)) }
  }

  private func json(_ event: Event) -> JSON {
    switch event {
    case .visit(let visit):
      [
        "id": .text(visit.id.description), "day": .text(visit.day.description),
        "school": .text(visit.school.text), "topic": .text(visit.topic.text),
        "outcome": .text(visit.outcome.rawValue),
      ]
    case .sparring(let tick), .zero(let tick):
      [
        "id": .text(tick.id.description), "day": .text(tick.day.description),
        "school": .text(tick.school.text),
      ]
    case .void(let back):
      [
        "id": .text(back.id.description), "day": .text(back.day.description),
        "of": .text(back.of.description),
      ]
    case .door(let door):
      [
        "id": .text(door.id.description), "day": .text(door.day.description),
        "school": .text(door.school.text), "open": .bool(door.isOpen),
      ]
    case .handover, .pattern, .cell, .swap, .release, .week: ["id": .text(event.id.description)]
    }
  }

  /// What is said of an event that was saved.
  func sentence(_ event: Event) -> String {
    let names = Sentences(words: words, documents: folder.documents)
    switch event {
    case .visit(let visit):
      return words(
        "cli.said.visit",
        [
          "school": names.name(visit.school), "day": words.longDate(visit.day), "topic": topic(visit.topic),
          "outcome": words("cli.outcome." + visit.outcome.rawValue), "id": visit.id.description,
        ])
    case .zero(let tick): return said("cli.said.zero", tick, names)
    case .sparring(let tick): return said("cli.said.sparring", tick, names)
    case .void: return words("cli.said.undone")
    case .door(let door):
      return words(door.isOpen ? "cli.said.opened" : "cli.said.closed", ["school": names.name(door.school)])
    case .handover, .pattern, .cell, .swap, .release, .week: return event.id.description
    }
  }

  private func said(_ key: String, _ tick: Tick, _ names: Sentences) -> String {
    words(
      key,
      [
        "school": names.name(tick.school), "day": words.longDate(tick.day), "id": tick.id.description,
      ])
  }

  private func topic(_ id: Topic.ID) -> String {
    guard let label = folder.documents.topic(id)?.label else { return id.text }
    return words.language == .danish ? label.danish : label.english
  }
}

extension Context {
  /// Opens the folder for a command that writes and prints what it wrote. Of a document that cannot be read
  /// at all no id is unknown, so a command that looks up many in it must not go on without.
  func openDesk(needing documents: [DocumentName] = []) throws(Failure) -> CommandDesk {
    try console.requireOutput()
    let folder = try openFolder()
    for document in documents where folder.loaded.isUnread(document) {
      throw .folder(.broken(document, path: folder.path))
    }
    return CommandDesk(context: speaking(for: folder), folder: folder, now: now)
  }

  /// An id that was not found may stand in what a broken document has lost: then that is what is wrong.
  func explained(_ failure: Failure) -> Failure {
    guard case .usage(.unknownID(_, let kind, _)) = failure, let document = kind.document,
      let folder = try? openFolder(), folder.loaded.sources[document] == .whatCouldBeRead
    else { return failure }
    return .folder(.broken(document, path: folder.path))
  }
}

extension LoadedDocuments {
  /// Whether nothing at all could be read of a document, and no copy is known.
  func isUnread(_ name: DocumentName) -> Bool {
    guard sources[name] == .whatCouldBeRead else { return false }
    switch name {
    case .settings: return true
    case .schools: return documents.schools.isEmpty
    case .colleagues: return documents.colleagues.isEmpty
    case .topics: return documents.topics.isEmpty
    case .calendar: return documents.calendar.isEmpty
    case .offers: return documents.offers.isEmpty
    }
  }
}

extension UsageError.IDKind {
  /// The document whose ids are meant; records and handovers stand in the log.
  fileprivate var document: DocumentName? {
    switch self {
    case .school: .schools
    case .colleague: .colleagues
    case .topic: .topics
    case .record, .handover: nil
    }
  }
}
