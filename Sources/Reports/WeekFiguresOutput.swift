// The figures of a week as JSON, as CSV for a Danish spreadsheet, and as a table.

import Domain
import Resources

extension WeekFigures {
  /// For other programs; every school has its own row.
  package var json: JSON {
    .object(
      [
        .init("week", .text(week.description)), .init("monday", .text(week.monday.description)),
        .init("final", .bool(isFinal)), .init("edition", edition.map(JSON.integer) ?? .null),
        .init("revised", .optional(revised?.description)),
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
        .init("late", .list(late.map(\.json))),
      ])
  }

  /// The sums of all schools, for other programs.
  var totalJSON: JSON { .object(total.members) }

  /// The status in words other programs read: final, open, or what closed the week.
  private func status(_ row: SchoolRow) -> String {
    if let closure = row.closure { return closure.ownName ?? closure.kindName }
    return row.closed?.rawValue ?? (isFinal ? "final" : "open")
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
    let rows = apart.map { csvRow($0.school.id.text, $0.school.name, [$0]) }
    // Without a list of schools there is no row to say it in.
    if schools.isEmpty, let shortfall = Words(.danish).shortfall(completeness, isMark: true) {
      return [
        [week.description, week.monday.description, "*", "", shortfall]
          + Self.csvHeadings.dropFirst(5).map { _ in "" }
      ]
    }
    return small.isEmpty ? rows : rows + [csvRow(Self.smallSchools, "Mindre skoler", small)]
  }

  private func csvRow(_ id: String, _ name: String, _ entries: [SchoolRow]) -> [String] {
    let words = Words(.danish)
    // Of several reasons that of the first id, whatever order the documents have by now.
    let first = entries.min { $0.school.id < $1.school.id }
    let closed = entries.allSatisfy { $0.isClosed } ? first.map { words.status(of: $0) } : nil
    let row = entries.map(\.row).reduce(Row(), +)
    let ids = Set(entries.map(\.school.id))
    // The columns stay as they are: what stands beside the figures is told with their status.
    let status =
      [
        closed ?? words(isFinal ? "cli.figures.final" : "cli.figures.open"),
        (edition ?? 1) > 1 ? words.edition(self) : nil,
        words.late(late.filter { ids.contains($0.school.id) }, isMark: true),
        // Without all documents nobody knows which days these are.
        completeness.isComplete ? words.extra(row) : nil,
        words.shortfall(completeness, isMark: true),
      ].compactMap { $0 }.joined(separator: ", ")
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
          row.isClosed
          ? words.status(of: row)
          : words(isFinal ? "cli.figures.final" : "cli.figures.open")
            + (completeness.isComplete ? "" : ", " + words("cli.figures.incomplete"))
        return [row.school.name, status] + row.row.cells(words)
      } + [[words("cli.figures.total"), ""] + total.cells(words)])
  }

  /// That it was revised, and what has come since; nothing as a rule.
  package func remarks(_ words: Words) -> [String] {
    let edition = (edition ?? 1) > 1 ? words.edition(self) : nil
    return [edition.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }, words.late(late)]
      .compactMap { $0 }
  }

  /// "Bemandet 38 af 40 dage. Talt 36 af 38." and what is missing.
  package func headline(_ words: Words) -> String {
    if !isBegun { return words("cli.figures.notBegun", ["day": words.weekdayAndDay(week.monday)]) }
    return total.headline(words, completeness)
  }
}

extension WeekFigures.SchoolRow {
  /// The school had no opening day all week, and there is a word for why.
  var isClosed: Bool { closure != nil || closed != nil }
}

extension Words {
  /// Why a school was closed all week: the calendar's own name, or of an ended week what kind of day it was.
  fileprivate func status(of row: WeekFigures.SchoolRow) -> String {
    if let closure = row.closure { return closure.ownName ?? self("closure.weekday") }
    return row.closed.map { self("closed.\($0.rawValue)") } ?? ""
  }

  /// `2. udgave, rettet 14. januar`; nil for a week that has not ended.
  func edition(_ figures: WeekFigures) -> String? {
    guard let edition = figures.edition else { return nil }
    let text = self("week.edition", ["number": String(edition)])
    guard let day = figures.revised else { return text }
    return text + ", " + self("week.revised", ["day": dayAndMonth(day)])
  }

  /// "Kommet til siden: VUC +3."; nil where nothing has. As a mark in a school's cell `kommet til siden +3`.
  package func late(_ late: [WeekFigures.Late], isMark: Bool = false) -> String? {
    if isMark {
      let visits = late.reduce(0) { $0 + $1.visits }
      return visits == 0 ? nil : self("week.late.mark", ["count": signed(visits)])
    }
    let parts = late.compactMap { late -> String? in
      let sparring =
        late.sparring == 0 ? "" : " " + self("week.late.sparring", ["count": signed(late.sparring)])
      if late.visits == 0 { return sparring.isEmpty ? nil : late.school.name + sparring }
      return late.school.name + " " + signed(late.visits) + sparring
    }
    return parts.isEmpty ? nil : self("week.late", ["list": parts.joined(separator: ", ")])
  }

  /// `2 dage uden for åbningstid`; nil where there are none.
  fileprivate func extra(_ row: WeekFigures.Row) -> String? {
    row.extraDays == 0
      ? nil : counted(row.extraDays, one: "cli.figures.extra.one", many: "cli.figures.extra.many")
  }

  /// `+3`, `−1`
  private func signed(_ count: Int) -> String { (count < 0 ? "−" : "+") + number(abs(count)) }
}

extension WeekFigures.Row {
  /// "Bemandet 38 af 40 dage. Talt 36 af 38.", with the days outside opening days, if there are any.
  package func headline(_ words: Words) -> String {
    let extra = words.extra(self).map { words("cli.figures.and", ["what": $0]) } ?? ""
    return words(
      "cli.figures.headline",
      [
        "staffed": words.number(staffedDays), "opening": words.number(openingDays), "extra": extra,
        "counted": words.number(countedDays),
      ])
  }

  /// "Bemandet 38 af 40 dage. Talt 36 af 38." and what is missing.
  func headline(_ words: Words, _ completeness: Completeness) -> String {
    let text = headline(words)
    return words.shortfall(completeness).map { text + " " + $0 } ?? text
  }

  /// The numbers by their headings in a file.
  var named: [(code: String, number: String)] {
    let counts = [openingDays, staffedDays, countedDays, visits, sparring]
    let codes = WeekFigures.csvHeadings.suffix(6) + ["ekstra_dage"]
    return Array(zip(codes, counts.map(String.init) + [hours, String(extraDays)]))
  }

  var members: [JSON.Member] {
    [
      .init("openingDays", .integer(openingDays)), .init("staffedDays", .integer(staffedDays)),
      .init("countedDays", .integer(countedDays)), .init("visits", .integer(visits)),
      .init("sparring", .integer(sparring)), .init("dutyHours", .hundredths(dutyMinutes * 100 / 60)),
      .init("extraDays", .integer(extraDays)),
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
