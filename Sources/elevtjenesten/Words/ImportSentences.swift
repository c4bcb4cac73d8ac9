// Sentences about a spreadsheet's faults and changes: line and column, and never a text that the guard
// would keep from the disk.

import Domain
import Reports
import Resources
import Store

/// What is wrong with a file, and what it would change.
struct ImportSentences {
  let words: Words
  let documents: Documents

  private var sentences: Sentences { Sentences(words: words, documents: documents) }

  /// A fault of a roster: `linje 4, kolonne 6 (kollega): ukendt kollega "Malene"`.
  func line(_ fault: RosterImport.Fault, _ table: CellTable) -> String {
    FileName.shown(place(fault.line, fault.column, table) + problem(fault.problem))
  }

  /// A fault of a document.
  func line(_ fault: DocumentImport.Fault, _ table: CellTable) -> String {
    let problem: String
    if case .unknownWord(let name, suggestion: nil) = fault.problem, fault.column == nil {
      problem = words("cli.import.missingColumn", ["column": name])
    } else if case .wrongType(expected: .bool) = fault.problem {
      problem = words("cli.import.flag")
    } else {
      problem = CheckSentences(words: words).problem(fault.problem)
    }
    return FileName.shown(place(fault.line, fault.column, table) + problem)
  }

  /// A cell of which the guard warns, and how to say that it may be kept.
  func line(_ doubt: DocumentImport.Doubt, _ table: CellTable) -> String {
    let cell = doubt.cell
    let doubtful = words("cli.import.doubtful", ["cell": cell.description])
    return FileName.shown(place(cell.line, cell.column, table) + doubtful)
  }

  /// A change of a document: `MAL: telefon 12 34 56 78 → 87 65 43 21`.
  func line(_ change: DocumentImport.Change) -> String {
    if change.isNew { return FileName.shown(words("cli.import.new", ["name": change.name])) }
    let values = change.values.map(text).joined(separator: "; ")
    return FileName.shown(words("cli.import.changed", ["name": change.name, "values": values]))
  }

  private func text(_ value: DocumentImport.Value) -> String {
    let column = sentences.shown(value.column)
    let (old, new) = (value.old.map(text) ?? "–", value.new.map(text) ?? "–")
    let change = words("cli.import.value", ["column": column, "old": old, "new": new])
    guard let since = value.since else { return change }
    return words("cli.import.since", ["change": change, "day": words.shortDateAndYear(since)])
  }

  private func text(_ value: ImportValue) -> String {
    switch value {
    case .text(let text): text
    case .flag(let flag): words(flag ? "form.yes" : "form.no")
    case .day(let day): words.shortDateAndYear(day)
    case .weekdays(let days): words.weekdays(Set(days))
    case .hours(let spans): spans.map(words.span).joined(separator: ", ")
    case .absences(let spans): spans.map(words.shortDates).joined(separator: ", ")
    }
  }

  private func place(_ line: Int, _ column: Int?, _ table: CellTable) -> String {
    guard let column else { return words("cli.import.row", ["line": String(line)]) }
    let heading = table.headings.indices.contains(column - 1) ? table.headings[column - 1] : ""
    return words(
      "cli.import.cell",
      ["line": String(line), "column": String(column), "heading": sentences.shown(heading)])
  }

  private func problem(_ problem: RosterImport.Problem) -> String {
    switch problem {
    case .unknownLayout: words("cli.import.layout")
    case .missingColumn(let name): words("cli.import.missingColumn", ["column": name])
    case .missing: words("cli.import.missing")
    case .badDate: words("cli.import.date")
    case .badTime: words("cli.import.time")
    case .badWeekday: words("cli.import.weekday")
    case .badStatus: words("cli.import.status")
    case .badRhythm: words("cli.import.rhythm")
    case .reversed: words("cli.fault.reversed")
    case .unknownSchool(let text):
      sentences.usage(
        .unknownID(
          text, kind: .school, suggestion: nearest(text, documents.schools.flatMap { [$0.id.text, $0.name] }))
      )
    case .unknownColleague(let text):
      sentences.usage(
        .unknownID(
          text, kind: .colleague,
          suggestion: nearest(text, documents.colleagues.flatMap { [$0.id.text, $0.name] })))
    case .ambiguousColleague(let text): words("cli.import.ambiguous", ["name": sentences.shown(text)])
    case .ownBuddy: words("cli.import.ownBuddy")
    case .past(let day): words("cli.import.past", ["day": words.shortDay(day)])
    case .notHere(let refusal):
      words.refusal(refusal, name: sentences.name(refusal.colleague))
    case .contradiction: words("cli.import.contradiction")
    case .overtakes: words("cli.import.overtakes")
    }
  }

  private func nearest(_ text: String, _ known: [String]) -> String? {
    Spelling.nearest(to: text, among: known)
  }
}

extension Sentences {
  /// Why a file was not imported.
  func importing(_ refusal: ImportRefusal) -> String {
    switch refusal {
    case .notText(let path): words("cli.import.notText", ["path": path])
    case .notATable(.empty): words("cli.import.empty")
    case .notATable(.openQuote(let line)): words("cli.import.openQuote", ["line": String(line)])
    case .notATable(.strayQuote(let line)): words("cli.import.strayQuote", ["line": String(line)])
    case .notATable(.tooManyCells(let line)): words("cli.import.tooMany", ["line": String(line)])
    case .faults(let count): words("cli.import.refused", ["count": String(count)])
    }
  }

  /// Why an absence was not recorded.
  func absence(_ refusal: AbsenceRefusal) -> String {
    switch refusal {
    case .past(let day): words("cli.import.past", ["day": words.shortDay(day)])
    case .closed(let school, let day):
      words("cli.absence.closed", ["school": name(school), "day": words.shortDay(day)])
    case .noDuty(let who?, let school):
      words("cli.absence.noDuty", ["name": name(who), "school": name(school)])
    case .noDuty(nil, let school): words("cli.absence.noShift", ["school": name(school)])
    case .whoOf(let people):
      words("cli.absence.whoOf", ["names": people.map { "\(name($0)) (\($0))" }.joined(separator: ", ")])
    case .obstacle(let who, let day, let obstacle):
      words(
        "cli.absence.obstacle",
        [
          "name": name(who), "day": words.weekdayAndDay(day),
          "why": documents.map { words.obstacle(obstacle, in: $0) } ?? "",
        ])
    }
  }
}
