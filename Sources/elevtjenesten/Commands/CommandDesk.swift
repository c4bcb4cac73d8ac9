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
    case .handover, .pattern, .cell, .swap, .release: ["id": .text(event.id.description)]
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
    case .handover, .pattern, .cell, .swap, .release: return event.id.description
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
  /// Opens the folder for a command that writes and prints what it wrote.
  func openDesk() throws(Failure) -> CommandDesk {
    try console.requireOutput()
    let folder = try openFolder()
    // Of a document that cannot be read at all, no id is unknown: it must not be called so.
    let (documents, sources) = (folder.documents, folder.loaded.sources)
    let empty: [DocumentName] =
      (documents.schools.isEmpty ? [.schools] : []) + (documents.colleagues.isEmpty ? [.colleagues] : [])
      + (documents.topics.isEmpty ? [.topics] : [])
    if empty.contains(where: { sources[$0] == .whatCouldBeRead }) {
      throw .folder(.broken(path: folder.path))
    }
    return CommandDesk(context: speaking(for: folder), folder: folder, now: now)
  }
}
