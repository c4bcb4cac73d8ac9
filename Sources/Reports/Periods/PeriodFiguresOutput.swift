// The figures of a quarter or a school year as JSON, as CSV for a Danish spreadsheet, and as tables.

import Domain
import Resources

extension PeriodFigures {
  /// For other programs; a period that is not released has nothing to print.
  package func json(_ released: ReleasedFigures, words: Words) -> JSON {
    func lists(_ table: ReleasedTable) -> [JSON.Member] {
      ReleaseVector.allCases.map { vector in
        .init(
          vector.rawValue, ReleasedRows(vector, of: table, topics: topics, words: words).json)
      }
    }
    let days = released.days
    let head: [JSON.Member] = [
      .init("period", .text(period.description)), .init("base", .integer(released.base)),
      .init("visits", .integer(released.visits)),
    ]
    let tail: [JSON.Member] = [
      .init(
        "staffed",
        [
          "openingDays": .integer(days.opening), "staffedDays": .integer(days.staffed),
          "countedDays": .integer(days.counted),
        ]),
      .init("released", .optional(released.released?.description)),
      .init("topicsVersion", .integer(released.topicsVersion)),
    ]
    // What was missing when it was released, and what is missing now, from the exact sums.
    let whole = Completeness(
      missing: max(released.missing, completeness.missing), gaps: completeness.gaps
    ).members
    let rest: [JSON.Member] = [
      .init("parts", .integer(released.all.parts)),
      .init("sumOf", .list(released.sumOf.map { .text($0.description) })),
      .init("joined", .list(released.joined.map { .text($0.description) })),
      .init(
        "leftOut",
        .list(
          released.leftOut.sorted { $0.key < $1.key }.map {
            ["period": .text($0.key.description), "visits": .integer($0.value)]
          })),
      .init(
        "schools",
        .list(
          schools.map { entry in
            let own = released.schools[entry.school.id].map(lists) ?? []
            return .object([.init("id", .text(entry.school.id.text))] + entry.row.members + own)
          })),
      .init("total", .object(total.members)), .init("late", .list(late.map(\.json))),
    ]
    return .object(head + lists(released.all) + tail + whole + rest)
  }

  /// The headings of ``csvRows(_:words:joinsSmall:)``: one number a row, so that a
  /// spreadsheet can sort and filter them.
  package static let csvHeadings = [
    "periode", "tabel", "skole", "skolenavn", "kode", "navn", "antal", "mindst", "hoejst", "emneliste",
  ]

  /// Exact sums school by school, then what was published. Words are Danish, like the headings.
  package func csvRows(
    _ released: ReleasedFigures, words: Words, joinsSmall: Bool
  ) -> [[String]] {
    func row(_ table: String, _ school: (String, String), _ rest: [String]) -> [String] {
      [period.description, table, school.0, school.1] + rest + [String(released.topicsVersion)]
    }
    let everywhere = ("*", "Alle skoler")
    var lines: [[String]] = []
    for entry in rows(joinsSmall: joinsSmall) + [("*", nil, total)] {
      let name = entry.school?.name ?? (entry.id == everywhere.0 ? everywhere.1 : "Mindre skoler")
      lines += entry.row.named.map { code, number in
        row("tal", (entry.id, name), [code, "", number, number, number])
      }
    }
    func add(_ table: ReleasedTable, at school: (String, String)) {
      for vector in ReleaseVector.allCases {
        let shown = ReleasedRows(
          vector, of: table, topics: topics, words: words, groupsThousands: false)
        lines += shown.rows.map { line in
          let range = line.count.range
          return row(
            vector.csvName, school,
            [
              line.code, line.name, line.count.text, String(range.lowerBound), String(range.upperBound),
            ])
        }
        lines.append(row("forklaring", school, [vector.csvName, shown.explanation, "", "", ""]))
      }
    }
    if let late = words.late(late) {
      lines.insert(row("forklaring", everywhere, ["kommet_til", late, "", "", ""]), at: 0)
    }
    if let shortfall = words.shortfall(completeness) {
      lines.insert(row("forklaring", everywhere, ["ufuldstaendig", shortfall, "", "", ""]), at: 0)
    }
    add(released.all, at: everywhere)
    for entry in publishedSchools(released, joinsSmall: joinsSmall) {
      add(entry.table, at: (entry.school.id.text, entry.school.name))
    }
    return lines
  }

  /// The schools with tables of their own; in what leaves the house the small ones only if each is asked
  /// for.
  package func publishedSchools(
    _ released: ReleasedFigures, joinsSmall: Bool
  ) -> [(school: FiguredSchool, table: ReleasedTable)] {
    schools.filter { !joinsSmall || !$0.school.isSmall }
      .compactMap { entry in released.schools[entry.school.id].map { (entry.school, $0) } }
  }

  /// The exact sums, school by school.
  package func table(_ words: Words) -> TextTable {
    let numbers = ["opening", "staffed", "counted", "visits", "sparring", "hours"]
    func cells(_ row: WeekFigures.Row) -> [String] {
      row.cells(words) + [row.visitsPerDutyHour.map { words.decimal(hundredths: $0) } ?? "–"]
    }
    return TextTable(
      columns: [.init(words("cli.figures.school"))]
        + numbers.map { .init(words("cli.figures." + $0), isNumber: true) }
        + [.init(words("released.perHour"), isNumber: true)],
      rows: schools.map { [$0.school.name] + cells($0.row) }
        + [[words("cli.figures.total")] + cells(total)])
  }

  /// "Bemandet 380 af 400 dage. Talt 360 af 380." and what is missing.
  package func headline(_ words: Words) -> String { total.headline(words, completeness) }
}

extension ReleasedFigures {
  /// Which releases it is the sum of, and what is not in it; nil where there is nothing to say.
  package func composition(_ words: Words) -> String? {
    guard period.isSchoolYear else { return nil }
    func list(_ periods: [Period]) -> String { periods.map { words.period($0) }.joined(separator: ", ") }
    var sentences = [words("released.sumOf", ["periods": list(sumOf)])]
    if !joined.isEmpty { sentences.append(words("released.joined", ["periods": list(joined)])) }
    for (quarter, visits) in leftOut.sorted(by: { $0.key < $1.key }) {
      sentences.append(
        words("released.leftOut", ["period": words.period(quarter), "visits": String(visits)]))
    }
    return sentences.joined(separator: " ")
  }
}

extension Words {
  /// `1. kvartal 2026`, or `skoleåret 2025/26`
  package func period(_ period: Period) -> String {
    switch period {
    case .quarter(let year, let number):
      self("period.quarter", ["number": String(number), "year": String(year)])
    case .schoolYear: self("period.schoolYear", ["year": period.description])
    }
  }

  /// Two decimals, from hundredths: `0,50`
  package func decimal(hundredths: Int) -> String {
    let rest = hundredths % 100
    let digits = (rest < 10 ? "0" : "") + String(rest)
    switch language {
    case .danish: return "\(hundredths / 100),\(digits)"
    case .english: return "\(hundredths / 100).\(digits)"
    }
  }

  /// The same as it begins a line: `Skoleåret 2025/26`
  package func periodTitle(_ period: Period) -> String {
    let name = self.period(period)
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

extension ReleaseVector {
  /// As the spreadsheet's column has it, in plain letters.
  package var csvName: String {
    switch self {
    case .topics: "emner"
    case .outcomes: "udfald"
    case .chain: "kaede"
    }
  }
}
