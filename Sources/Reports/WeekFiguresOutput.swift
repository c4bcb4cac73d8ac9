// The figures of a week as JSON, as CSV for a Danish spreadsheet, and as a table.

import Domain
import Resources

extension WeekFigures {
  /// For other programs; every school has its own row.
  package var json: JSON {
    .object(
      [
        .init("week", .text(week.description)), .init("monday", .text(week.monday.description)),
        .init("final", .bool(isFinal)),
      ] + completeness.members + [
        .init(
          "schools",
          .list(
            schools.map { row in
              .object(
                [.init("id", .text(row.school.id.text)), .init("status", .text(status(row)))]
                  + row.row.members)
            })),
        .init("total", .object(total.members)),
      ])
  }

  /// The sums of all schools, for other programs.
  var totalJSON: JSON { .object(total.members) }

  /// The status in words other programs read: final, open, or the name of what closed the week.
  private func status(_ row: SchoolRow) -> String {
    if let closure = row.closure { return closure.ownName ?? closure.kindName }
    return isFinal ? "final" : "open"
  }

  /// The id of the row that joins the small schools.
  package static let smallSchools = "SMAA"

  /// The headings of ``csvRows(joinsSmall:)``.
  package static let csvHeadings = [
    "uge", "mandag", "skole", "skolenavn", "status", "aabningsdage", "bemandede_dage", "talte_dage", "besoeg",
    "sparring", "vagttimer",
  ]

  /// A row a school; the small schools are one row unless each is asked for.
  package func csvRows(joinsSmall: Bool) -> [[String]] {
    let apart = schools.filter { !joinsSmall || !$0.school.isSmall }
    let small = schools.filter { joinsSmall && $0.school.isSmall }
    let rows = apart.map { row in
      csvRow(row.school.id.text, row.school.name, row.closure, row.row)
    }
    // Without a list of schools there is no row to say it in.
    if schools.isEmpty, let shortfall = Words(.danish).shortfall(completeness, isMark: true) {
      return [
        [week.description, week.monday.description, "*", "", shortfall]
          + Self.csvHeadings.dropFirst(5).map { _ in "" }
      ]
    }
    guard let first = small.first else { return rows }
    let closure = small.allSatisfy { $0.closure != nil } ? first.closure : nil
    return rows + [csvRow(Self.smallSchools, "Mindre skoler", closure, small.map(\.row).reduce(Row(), +))]
  }

  private func csvRow(_ id: String, _ name: String, _ closure: Closure?, _ row: Row) -> [String] {
    var status = closure.map { $0.ownName ?? "lukket" } ?? (isFinal ? "endelig" : "foreløbig")
    if let shortfall = Words(.danish).shortfall(completeness, isMark: true) { status += ", " + shortfall }
    let counts = [row.openingDays, row.staffedDays, row.countedDays, row.visits, row.sparring]
    return [week.description, week.monday.description, id, name, status] + counts.map(String.init) + [
      row.hours
    ]
  }

  /// For people.
  package func table(_ words: Words) -> TextTable {
    let numbers = ["opening", "staffed", "counted", "visits", "sparring", "hours"]
    return TextTable(
      columns: [.init(words("cli.figures.school")), .init(words("cli.figures.status"))]
        + numbers.map { .init(words("cli.figures." + $0), isNumber: true) },
      rows: schools.map { row in
        let status =
          row.closure.map { $0.ownName ?? words("closure.weekday") }
          ?? words(isFinal ? "cli.figures.final" : "cli.figures.preliminary")
          + (completeness.isComplete ? "" : ", " + words("cli.figures.incomplete"))
        return [row.school.name, status] + row.row.cells(words)
      } + [[words("cli.figures.total"), ""] + total.cells(words)])
  }

  /// "Bemandet 38 af 40 dage. Talt 36 af 38." and what is missing.
  package func headline(_ words: Words) -> String {
    if !isBegun { return words("cli.figures.notBegun", ["day": words.weekdayAndDay(week.monday)]) }
    return total.headline(words, completeness)
  }
}

extension WeekFigures.Row {
  /// "Bemandet 38 af 40 dage. Talt 36 af 38." and what is missing.
  func headline(_ words: Words, _ completeness: Completeness) -> String {
    let text = words(
      "cli.figures.headline",
      [
        "staffed": words.number(staffedDays), "opening": words.number(openingDays),
        "counted": words.number(countedDays),
      ])
    return words.shortfall(completeness).map { text + " " + $0 } ?? text
  }

  /// The numbers by their headings in a file.
  var named: [(code: String, number: String)] {
    let counts = [openingDays, staffedDays, countedDays, visits, sparring]
    return Array(zip(WeekFigures.csvHeadings.suffix(6), counts.map(String.init) + [hours]))
  }

  var members: [JSON.Member] {
    [
      .init("openingDays", .integer(openingDays)), .init("staffedDays", .integer(staffedDays)),
      .init("countedDays", .integer(countedDays)), .init("visits", .integer(visits)),
      .init("sparring", .integer(sparring)), .init("dutyHours", .hundredths(dutyMinutes * 100 / 60)),
    ]
  }

  /// The numbers for people, hours last.
  func cells(_ words: Words) -> [String] {
    [openingDays, staffedDays, countedDays, visits, sparring].map(words.number)
      + [words.decimal(minutes: dutyMinutes)]
  }

  /// Hours with a decimal comma, for a Danish spreadsheet: `20,0`.
  fileprivate var hours: String {
    let tenths = (dutyMinutes * 10 + 30) / 60
    return "\(tenths / 10),\(tenths % 10)"
  }
}
