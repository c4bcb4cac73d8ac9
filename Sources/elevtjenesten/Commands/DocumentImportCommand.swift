// `importer skoler|kolleger|emner|tilbud|kalender`: a document from a spreadsheet, shown before it is saved.

import Domain
import Reports
import Resources
import Store

extension Context {
  /// Shows what a file would change in a document, or with `--udfør` changes it.
  func importDocument(
    _ name: DocumentName, from path: String, isExecuted: Bool, accepted: Set<CellName>
  ) throws(Failure) {
    let desk = try openDesk()
    let context = desk.context
    let loaded = desk.folder.loaded
    guard loaded.sources[name] == .file else {
      throw .folder(.broken(name, path: desk.folder.path))
    }
    let file = try ImportFile(path)
    let picture = try desk.folder.picture(LogScope(visitWeeks: .around(now.day)))
    let reading = DocumentImport(
      file.table, as: name, into: loaded, changes: picture.changeDays(now: now), today: now.day)
    context.sayHow(file, unused: reading.unusedColumns)
    let sentences = ImportSentences(words: context.words, documents: loaded.documents)
    let doubts = reading.doubts.filter { $0.cells.isDisjoint(with: accepted) }
    guard reading.faults.isEmpty, doubts.isEmpty else {
      throw context.refuse(
        reading.faults.map { sentences.line($0, file.table) } + doubts.map { sentences.line($0, file.table) })
    }
    let brought = picture.consequences(of: reading.documents, at: desk.now)
    if isExecuted, !reading.changes.isEmpty {
      if let reason = picture.readOnly { throw .readOnly(reason) }
      do throws(SaveFailure) {
        try Recorder(desk.folder).seal.verify()
        _ = try desk.folder.documentStore.save(
          name, of: reading.documents, over: loaded, random: machine.random())
      } catch {
        throw .save(error)
      }
    }
    if options.isJSON {
      return try console.print(
        json(reading, brought, isExecuted: isExecuted).description, isSaved: isExecuted)
    }
    for change in reading.changes {
      try console.print(sentences.line(change), isSaved: isExecuted)
    }
    context.sayConsequences(brought, before: loaded.documents, after: reading.documents)
    context.sayOutcome(
      changes: reading.changes.count, unchanged: reading.unchanged, isExecuted: isExecuted)
  }

  /// What the change brings with it, beside the changes themselves.
  private func sayConsequences(_ brought: [Consequence], before: Documents, after: Documents) {
    guard !brought.isEmpty else { return }
    let sentences = ConsequenceWords(words, before: before, after: after)
    console.say(words("consequence.heading"))
    for line in brought.map(sentences.line) { console.say("  " + line) }
  }

  private func json(
    _ reading: DocumentImport, _ brought: [Consequence], isExecuted: Bool
  ) -> JSON {
    [
      "executed": .bool(isExecuted), "unchanged": .integer(reading.unchanged),
      "changes": .list(
        reading.changes.map { change in
          [
            "name": .text(change.name), "new": .bool(change.isNew),
            "columns": .list(change.columns.map(JSON.text)), "values": .list(change.values.map(json)),
          ]
        }),
      "consequences": .list(brought.map(\.json)),
    ]
  }

  private func json(_ value: DocumentImport.Value) -> JSON {
    [
      "column": .text(value.column), "old": value.old.map(json) ?? .null, "new": value.new.map(json) ?? .null,
      "since": value.since.map { .text($0.description) } ?? .null,
    ]
  }

  private func json(_ value: ImportValue) -> JSON {
    switch value {
    case .text(let text): .text(text)
    case .flag(let flag): .bool(flag)
    case .day(let day): .text(day.description)
    case .weekdays(let days): .list(days.map { .integer($0.rawValue) })
    case .hours(let spans): .list(spans.map { ["from": .text("\($0.from)"), "to": .text("\($0.to)")] })
    case .absences(let spans): .list(spans.map { ["from": .text("\($0.from)"), "to": .text("\($0.to)")] })
    }
  }
}
