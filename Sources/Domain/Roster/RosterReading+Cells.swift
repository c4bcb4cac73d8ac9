// Single cells of a roster's table: schools, colleagues, days and hours.

/// Where the columns of a shift stand.
struct ShiftColumns {
  var school, colleague, buddy, from, to, status: Int?

  init(_ table: CellTable) {
    school = table.column("skole", "school")
    colleague = table.column("kollega", "colleague", "vagt")
    buddy = table.column("makker", "buddy")
    from = table.column("fra", "from")
    to = table.column("til", "to")
    status = table.column("status")
  }

  var all: [Int] { [school, colleague, buddy, from, to, status].compactMap { $0 } }
}

/// What a row says of its day.
enum RowStatus: Equatable {
  case duty(isSubstitute: Bool)
  case nobody, asked, closed

  /// Reads the word; none is an ordinary duty.
  init?(_ text: String) {
    switch FoldedText(text).text {
    case "", "vagt", "duty": self = .duty(isSubstitute: false)
    case "afloeser", "substitute": self = .duty(isSubstitute: true)
    case "ingen", "ingen paa vagt", "nobody": self = .nobody
    case "spurgt", "asked": self = .asked
    case let word where word.hasPrefix("lukket") || word.hasPrefix("closed"): self = .closed
    default: return nil
    }
  }
}

extension RosterReading {
  mutating func note(_ problem: RosterImport.Problem, line: Int, _ column: Int?) {
    faults.append(RosterImport.Fault(line: line, column: column.map { $0 + 1 }, problem: problem))
  }

  /// A column that the table cannot do without.
  mutating func need(_ column: Int?, _ name: String) -> Int? {
    if column == nil { note(.missingColumn(name), line: 1, nil) }
    return column
  }

  mutating func noteUnused(_ used: [Int], _ expected: [String]) {
    let names = expected + ["skolenavn", "kolleganavn", "makkernavn"]
    unusedColumns = table.headings.enumerated()
      .filter { !used.contains($0.offset) && !$0.element.isEmpty }
      .map(\.element).filter { !names.contains(CellTable.plain($0)) }
  }

  mutating func school(_ row: CellTable.Row, _ column: Int) -> School? {
    let text = row.text(column)
    guard !text.isEmpty else {
      note(.missing, line: row.line, column)
      return nil
    }
    let wanted = FoldedText(text).text
    let found = roster.documents.schools.first {
      FoldedText($0.id.text).text == wanted || FoldedText($0.name).text == wanted
    }
    if found == nil { note(.unknownSchool(text), line: row.line, column) }
    return found
  }

  mutating func date(_ row: CellTable.Row, _ column: Int?) -> CivilDate? {
    let date = CivilDate(danish: row.text(column))
    if date == nil { note(.badDate, line: row.line, column) }
    return date
  }

  mutating func colleague(_ row: CellTable.Row, _ column: Int?) -> Colleague.ID? {
    let text = row.text(column)
    guard !text.isEmpty else {
      note(.missing, line: row.line, column)
      return nil
    }
    return colleague(named: text, row.line, column)
  }

  /// A colleague by id or by full name.
  mutating func colleague(named text: String, _ line: Int, _ column: Int?) -> Colleague.ID? {
    let wanted = FoldedText(text).text.split(separator: " ").joined(separator: " ")
    let colleagues = roster.documents.colleagues
    if let found = colleagues.first(where: { FoldedText($0.id.text).text == wanted }) { return found.id }
    let named = colleagues.filter { FoldedText($0.name).text == wanted }
    switch named.count {
    case 1: return named[0].id
    case 0: note(.unknownColleague(text), line: line, column)
    default: note(.ambiguousColleague(text), line: line, column)
    }
    return nil
  }

  /// The duties of a row: in its own hours, else in the opening hours of the day.
  mutating func duties(_ row: CellTable.Row, _ columns: ShiftColumns, hours: [TimeSpan]) -> [DutySpan] {
    let colleague = colleague(row, columns.colleague)
    var buddy: Colleague.ID?
    if !row.text(columns.buddy).isEmpty {
      buddy = self.colleague(named: row.text(columns.buddy), row.line, columns.buddy)
    }
    if let colleague, buddy == colleague { note(.ownBuddy, line: row.line, columns.buddy) }
    let times = self.times(row, columns, hours: hours)
    guard let colleague else { return [] }
    return times.map { DutySpan(colleague: colleague, buddy: buddy, hours: $0) }
  }

  private mutating func times(
    _ row: CellTable.Row, _ columns: ShiftColumns, hours: [TimeSpan]
  ) -> [TimeSpan] {
    let (from, to) = (row.text(columns.from), row.text(columns.to))
    if from.isEmpty, to.isEmpty {
      if hours.isEmpty { note(.badTime, line: row.line, columns.from) }
      return hours
    }
    let (begin, end) = (ClockTime(danish: from), ClockTime(danish: to))
    if begin == nil { note(.badTime, line: row.line, columns.from) }
    if end == nil { note(.badTime, line: row.line, columns.to) }
    guard let begin, let end else { return [] }
    guard begin < end else {
      note(.reversed, line: row.line, columns.to)
      return []
    }
    return [TimeSpan(from: begin, to: end)]
  }
}
