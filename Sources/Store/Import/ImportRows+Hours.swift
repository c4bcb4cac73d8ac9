// The opening hours of a row: from which day on they hold, and what they change of a school's.

import Domain

extension ImportColumn {
  /// Opening hours on a weekday.
  var isHours: Bool {
    if case .hours = kind { return true }
    return false
  }

  /// The day from which the hours of its row hold.
  var isSince: Bool {
    if case .since = kind { return true }
    return false
  }
}

extension ImportRows {
  /// The hours that a school has with the cells of a row in them. Those of a weekday that hold on that day
  /// already stay as they are; others hold from the day the row names, or from next Monday. A new school has
  /// its hours from the start.
  func hours(
    of row: CellTable.Row, _ cell: ImportCell, on school: School?
  ) throws(DocumentImport.Fault) -> JSONValue {
    let since = try since(of: row)
    let day = since ?? changeDays.usual
    var wanted = school
    var others: [JSONValue] = []
    for (column, index) in columns {
      guard case .hours(let weekday) = column.kind else { continue }
      let value = Self.list(cell.value(row.text(index), column.kind))
      guard wanted != nil, let spans = Self.spans(value) else {
        // A new school, or what cannot be read: the checks of the document say what is wrong with it.
        others += value.map { Self.entry($0, since: since) }
        continue
      }
      if school?.hours(on: weekday, asOf: day) != spans {
        wanted?.setHours(spans, on: weekday, from: day)
      }
    }
    if let school, wanted != school, !changeDays.allow(day, at: school) {
      throw fault(of: row, .tooEarly(earliest: changeDays.earliest))
    }
    return .list(Self.list(wanted.map { DocumentEncoding.hours($0.hours) }) + others)
  }

  /// The day that the row names; nil where it names none.
  private func since(of row: CellTable.Row) throws(DocumentImport.Fault) -> CivilDate? {
    guard let index = columns.first(where: \.column.isSince)?.index else { return nil }
    let text = row.text(index)
    if text.isEmpty { return nil }
    guard let day = CivilDate(danish: text) else { throw fault(of: row, .badDate) }
    return day
  }

  private func fault(
    of row: CellTable.Row, _ problem: DocumentFault.Problem
  ) -> DocumentImport.Fault {
    DocumentImport.Fault(
      line: row.line, column: columns.first(where: \.column.isSince).map { $0.index + 1 }, problem: problem)
  }

  private static func entry(_ value: JSONValue, since: CivilDate?) -> JSONValue {
    guard let since, case .object(var members) = value else { return value }
    members["since"] = .string(since.description)
    return .object(members)
  }

  /// The spans of a cell, earliest first; nil when one of them cannot be read.
  private static func spans(_ values: [JSONValue]) -> [TimeSpan]? {
    var spans: [TimeSpan] = []
    for value in values {
      guard case .string(let from)? = value["from"], case .string(let to)? = value["to"],
        let begin = ClockTime(from), let end = ClockTime(to), begin < end
      else { return nil }
      spans.append(TimeSpan(from: begin, to: end))
    }
    return spans.sorted { $0.from < $1.from }
  }
}
