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

  /// Somebody who acts here and now.
  func acting(as who: Colleague.ID?) -> Acting {
    let random = context.machine.random
    return Acting(
      who: who, now: now, random: { (random(), random()) },
      codeWord: { CodeWords.fresh(random: $0, taken: $1) })
  }

  /// Performs acts, or says why not, and tells of anything odd that was found on the way.
  @discardableResult
  func save(
    _ acts: [Act], desk school: School.ID?, _ picture: FolderPicture
  ) throws(Failure) -> [Recorded<Event>] {
    if let reason = picture.readOnly { throw .readOnly(reason) }
    let performer = Performer(Recorder(folder), clock: context.clock)
    defer { performer.coverTimes() }
    do throws(SaveFailure) {
      let saved = try performer.perform(acts, desk: school)
      for file in performer.takeNotices() {
        context.console.say(words("notice.newFile", ["file": file]))
      }
      return saved
    } catch {
      throw .save(error)
    }
  }

  /// Counts something at a school.
  func count(
    _ what: Counted, at school: School.ID, on day: CivilDate, by who: Colleague.ID?
  ) throws(Failure) -> Event {
    let picture = try folder.picture(LogScope(visitWeeks: .around(day)), isForDesk: true)
    let event: Event
    do throws(CountingRefusal) {
      event = try picture.counting(what, at: school, on: day, acting(as: who))
    } catch {
      throw .counting(error)
    }
    try save([.record([event])], desk: school, picture)
    return event
  }

  /// Opens or closes a school's door.
  func moveDoor(isOpen: Bool, at school: School.ID, by who: Colleague.ID?) throws(Failure) -> Event {
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)), isForDesk: true)
    let acting = acting(as: who)
    let event: Event
    do throws(GivingRefusal) {
      event =
        isOpen ? try picture.openingDoor(at: school, acting) : picture.closingDoor(at: school, acting)
    } catch {
      throw .giving(error)
    }
    try save([.record([event])], desk: school, picture)
    return event
  }

  /// Takes back what was counted at a school.
  func takeBack(
    _ id: RecordID, at school: School.ID, by who: Colleague.ID?, _ picture: FolderPicture
  ) throws(Failure) -> Event {
    let event: Event
    do throws(CountingRefusal) { event = try picture.takingBack(id, acting(as: who)) } catch {
      throw .counting(error)
    }
    try save([.record([event])], desk: school, picture)
    return event
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
