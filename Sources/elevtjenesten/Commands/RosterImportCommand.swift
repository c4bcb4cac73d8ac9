// `vagtplan importer`: a roster from a spreadsheet, shown first and recorded only when that is asked for.

import Domain
import Reports
import Resources
import Store

extension Context {
  /// Shows what a file would change, or with `--udfør` changes it.
  func importRoster(_ order: RosterImportOrder) throws(Failure) {
    let desk = try openDesk(needing: [.schools, .colleagues])
    let context = desk.context
    let documents = desk.folder.documents
    let file = try ImportFile(order.path)
    let picture = try desk.folder.picture(LogScope(visitWeeks: .around(now.day)))
    let reading = RosterImport(
      file.table, into: picture.roster, today: desk.now.day, from: order.from, weeks: order.weeks)
    context.sayHow(file, unused: reading.unusedColumns)
    let sentences = ImportSentences(words: context.words, documents: documents)
    guard reading.faults.isEmpty else {
      throw context.refuse(reading.faults.map { sentences.line($0, file.table) })
    }
    let by = try colleague(in: documents)?.id
    let events = reading.events(into: picture.ledger, by: by, at: desk.now.utc) { machine.id() }
    if order.isExecuted, !events.isEmpty { try desk.record(events, picture) }
    let report = RosterImportReport(reading, picture)
    if options.isJSON {
      return try console.print(
        report.json(isExecuted: order.isExecuted).description, isSaved: order.isExecuted)
    }
    for line in report.lines(context.words) {
      try console.print(line, isSaved: order.isExecuted)
    }
    let broken = picture.roster.faults(of: events, in: reading.days(from: desk.now.day))
      .filter { !$0.isHole }
    let notes = broken.map { context.words.ruleLine($0, in: documents) }
    if !notes.isEmpty { console.say(([context.words("cli.roster.faults")] + notes).joined(separator: "\n")) }
    for line in report.keptLines(context.words) { console.say(line) }
    context.sayOutcome(
      changes: reading.edits.count, unchanged: reading.unchanged, isExecuted: order.isExecuted)
  }
}

extension RosterImport {
  /// The days in which its changes can be seen; of a base roster the first eight weeks.
  fileprivate func days(from today: CivilDate) -> DateSpan {
    var last = today
    for edit in edits {
      switch edit {
      case .day(let place, _, _): last = max(last, place.day)
      case .base(_, _, let values):
        for value in values { last = max(last, value.from.adding(days: 56)) }
      }
    }
    return DateSpan(from: today, to: last)
  }
}
