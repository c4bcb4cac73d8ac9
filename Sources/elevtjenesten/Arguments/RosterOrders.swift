// The values of the commands about the roster and of the imports.

import Domain
import Store

extension RosterImportOrder {
  init(_ line: RawLine) throws(UsageError) {
    path = try line.id(.importRoster)
    isExecuted = line.options[.carryOut] != nil
    from = try line.date(.from)
    weeks = try line.weeks()
  }
}

extension RosterExportOrder {
  init(_ line: RawLine) throws(UsageError) {
    weeks = try line.weeks()
    let format = try line.value(.format, .rosterFormat) { Format(rawValue: $0.lowercased()) }
    self.format = line.options[.json] != nil ? .json : format ?? .csv
    colleague = try line.text(.ofColleague)
    isBase = line.options[.base] != nil
    out = try OutOrder(line)
  }
}

extension AbsenceOrder {
  init(_ line: RawLine) throws(UsageError) {
    days = try line.value(.day, .days, Parse.days)
    absent = try line.text(.ofColleague)
    substitute = try line.text(.to)
    saidYes = line.options[.saidYes] != nil
    if saidYes, substitute == nil {
      throw .missingOption(OptionName.to.written, command: CommandName.absence.rawValue)
    }
  }
}

extension RawLine {
  /// The weeks of `--uge`, if it was given.
  func weeks() throws(UsageError) -> ClosedRange<ISOWeek>? {
    try value(.week, .week, Parse.weeks)
  }

  /// An import of a document from the file that is named.
  func importing(_ document: DocumentName, _ command: CommandName) throws(UsageError) -> Command {
    let cells = try value(.anyway, .cells) { CellName.list($0) } ?? []
    return .importDocument(
      document, path: try id(command), isExecuted: options[.carryOut] != nil, accepted: cells)
  }
}

extension Parse {
  /// `2026-03-05`, or `2026-03-05..2026-03-09`; at most a year.
  static func days(_ text: String) -> DateSpan? {
    if let day = CivilDate(text) { return DateSpan(from: day, to: day) }
    let parts = text.split(separator: "..", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = CivilDate(parts[0]), let to = CivilDate(parts[1]), from <= to,
      to.days(since: from) < 366
    else { return nil }
    return DateSpan(from: from, to: to)
  }
}
