// The days of a year that are not ordinary: holidays, closures, breaks and special days.

import Domain
import Resources

/// Holidays that are computed and the entries of the calendar document, day by day.
package struct CalendarReport: Sendable {
  /// A day and what it is.
  package struct Row: Equatable, Sendable {
    package var day: CivilDate
    /// `holiday`, `closure`, `break` or `special`.
    package var kind: String
    package var name: String
    /// Nil is all schools.
    package var schools: [School.ID]?
  }

  package let year: Int
  package let rows: [Row]
  private let entries: [CalendarEntry]

  package init(year: Int, entries: [CalendarEntry]) {
    self.year = year
    self.entries = entries.filter { $0.days.from.year <= year && year <= $0.days.to.year }
    guard let first = CivilDate(year: year, month: 1, day: 1),
      let last = CivilDate(year: year, month: 12, day: 31)
    else {
      rows = []
      return
    }
    rows = (0...last.days(since: first)).flatMap { Self.rows(of: first.adding(days: $0), entries) }
  }

  /// A closure that is computed and also stands in the document is one row.
  private static func rows(of day: CivilDate, _ entries: [CalendarEntry]) -> [Row] {
    let holiday = PublicHoliday.on(day).map {
      Row(day: day, kind: $0.isByLaw ? "holiday" : "closure", name: $0.danishName)
    }
    let written = entries.filter { $0.days.contains(day) }.map {
      Row(day: day, kind: $0.kind.rawValue, name: $0.name, schools: $0.schools?.sorted())
    }
    guard let holiday else { return written }
    return [holiday] + written.filter { $0.name != holiday.name }
  }

  /// For other programs.
  package var json: JSON {
    [
      "year": .integer(year),
      "days": .list(
        rows.map { row in
          [
            "date": .text(row.day.description), "kind": .text(row.kind), "name": .text(row.name),
            "schools": .list((row.schools?.map(\.text) ?? ["*"]).map(JSON.text)),
          ]
        }),
    ]
  }

  /// For people: days in a row that are the same thing share a line.
  package func table(_ words: Words) -> TextTable {
    var runs: [(row: Row, last: CivilDate)] = []
    for row in rows {
      if let index = runs.lastIndex(where: { $0.row.isSame(as: row) && $0.last.adding(days: 1) == row.day }) {
        runs[index].last = row.day
      } else {
        runs.append((row, row.day))
      }
    }
    return TextTable(
      columns: [
        .init(words("cli.calendar.days")), .init(words("cli.calendar.week")),
        .init(words("cli.calendar.kind")), .init(words("cli.calendar.name")),
        .init(words("cli.calendar.schools")),
      ],
      rows: runs.map { run in
        [
          days(run.row.day, run.last, words), weeks(run.row.day, run.last),
          words("cli.calendar." + run.row.kind), run.row.name,
          run.row.schools?.map(\.text).joined(separator: ", ") ?? words("cli.calendar.all"),
        ]
      })
  }

  /// Where the days are known from: by what rule, or by what is written beside them in the document. Those
  /// of one kind from one source share a line.
  package func sources(_ words: Words) -> [String] {
    var groups: [(kind: CalendarEntry.Kind, source: String, names: [String])] = []
    for entry in entries {
      let index = groups.firstIndex { $0.kind == entry.kind && $0.source == entry.source }
      guard let index else {
        groups.append((entry.kind, entry.source, [entry.name]))
        continue
      }
      if !groups[index].names.contains(entry.name) { groups[index].names.append(entry.name) }
    }
    return [words("cli.calendar.rule.holiday"), words("cli.calendar.rule.closure")]
      + groups.map { group in
        words(
          "cli.calendar.source",
          [
            "kind": words("cli.calendar." + group.kind.rawValue),
            "names": group.names.joined(separator: ", "),
            "source": group.source.isEmpty ? words("cli.calendar.noSource") : group.source,
          ])
      }
  }

  private func days(_ first: CivilDate, _ last: CivilDate, _ words: Words) -> String {
    first == last
      ? words.weekdayAndDay(first) : words.weekdayAndDay(first) + " – " + words.weekdayAndDay(last)
  }

  private func weeks(_ first: CivilDate, _ last: CivilDate) -> String {
    let (from, to) = (ISOWeek(containing: first).week, ISOWeek(containing: last).week)
    return from == to ? String(from) : "\(from)–\(to)"
  }
}

extension CalendarReport.Row {
  fileprivate func isSame(as other: Self) -> Bool {
    kind == other.kind && name == other.name && schools == other.schools
  }
}
