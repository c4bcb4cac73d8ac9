// The roster of a week, day by day and school by school.

import Domain
import Resources

/// Who is on duty on each day of a week.
package struct RosterReport: Sendable {
  private struct Row {
    var day: CivilDate
    var school: School
    var coverage: Shift.Coverage
  }

  private let week: ISOWeek
  private let documents: Documents
  private let rows: [Row]

  package init(week: ISOWeek, picture: FolderPicture) {
    self.week = week
    documents = picture.documents
    let roster = picture.roster
    rows = Weekday.allCases.filter { $0 <= .friday }.flatMap { weekday in
      picture.documents.schools.map { school in
        let day = week.date(of: weekday)
        return Row(day: day, school: school, coverage: roster.coverage(at: school, on: day))
      }
    }
  }

  /// For other programs.
  package var json: JSON {
    [
      "week": .text(week.description), "monday": .text(week.monday.description),
      "days": .list(
        Weekday.allCases.filter { $0 <= .friday }.map { weekday in
          let day = week.date(of: weekday)
          return [
            "date": .text(day.description), "schools": .list(rows.filter { $0.day == day }.map(json)),
          ]
        }),
    ]
  }

  private func json(_ row: Row) -> JSON {
    switch row.coverage {
    case .staffed(let shifts):
      [
        "id": .text(row.school.id.text), "status": .text("covered"), "shifts": .list(shifts.map(json)),
      ]
    case .nobody(let asked):
      [
        "id": .text(row.school.id.text), "status": .text("uncovered"), "asked": .optional(asked?.text),
        "shifts": .list([]),
      ]
    case .closed(let closure):
      [
        "id": .text(row.school.id.text), "status": .text("closed"),
        "closure": ["kind": .text(closure.kindName), "name": .optional(closure.ownName)],
        "shifts": .list([]),
      ]
    }
  }

  private func json(_ shift: Shift) -> JSON {
    [
      "from": .text(shift.hours.from.description), "to": .text(shift.hours.to.description),
      "colleague": .text(shift.colleague.text), "buddy": .optional(shift.buddy?.text),
      "substitute": .bool(shift.isSubstitute),
    ]
  }

  /// For people. A weekday on which a school never opens has no line.
  package func table(_ words: Words) -> TextTable {
    TextTable(
      columns: [
        .init(words("cli.roster.day")), .init(words("cli.roster.school")), .init(words("cli.roster.duty")),
        .init(words("cli.roster.buddy")), .init(words("cli.roster.hours")),
      ],
      rows: rows.flatMap { lines($0, words) })
  }

  private func lines(_ row: Row, _ words: Words) -> [[String]] {
    let head = [words.weekday(row.day.weekday) + " " + words.dayAndMonth(row.day), row.school.name]
    switch row.coverage {
    case .closed(.notThisWeekday), .closed(.notYetOpened): return []
    case .closed(let closure): return [head + [words.closure(closure), "", ""]]
    case .nobody(let asked):
      return [head + [words.doorStatus(.nobodyOnDuty(asked: asked)), "", ""]]
    case .staffed(let shifts):
      return shifts.map { shift in
        let mark = shift.isSubstitute ? words("cli.roster.substitute") : ""
        return head + [name(shift.colleague) + mark, shift.buddy.map(name) ?? "", words.span(shift.hours)]
      }
    }
  }

  private func name(_ id: Colleague.ID) -> String { documents.colleague(id)?.name ?? id.text }
}
