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
  private let days: [CivilDate]
  private let rows: [Row]
  /// The rules that the week breaks.
  package let faults: [RosterFault]

  /// All schools or one; with a colleague only that colleague's own shifts.
  package init(
    week: ISOWeek, picture: FolderPicture, school: School.ID? = nil, colleague: Colleague.ID? = nil
  ) {
    self.week = week
    documents = picture.documents
    let (roster, calendar) = (picture.roster, picture.documents.schoolCalendar)
    let schools = documents.schools.filter { school == nil || $0.id == school }
    // Monday to Friday, and other days on which a school is open.
    days = Weekday.allCases.map(week.date(of:)).filter { day in
      day.weekday <= .friday || schools.contains { calendar.isOpeningDay(day, at: $0) }
    }
    rows = days.flatMap { day in
      schools.compactMap { school in
        let coverage = roster.coverage(at: school, on: day)
        guard let colleague else { return Row(day: day, school: school, coverage: coverage) }
        guard case .staffed(let shifts) = coverage else { return nil }
        let own = shifts.filter { $0.colleague == colleague }
        return own.isEmpty ? nil : Row(day: day, school: school, coverage: .staffed(own))
      }
    }
    faults = roster.faults(in: week).filter { fault in
      schools.contains { $0.id == fault.place.school } && (colleague == nil || fault.isAbout(colleague))
    }
  }

  /// For other programs.
  package func json(_ words: Words) -> JSON {
    [
      "week": .text(week.description), "monday": .text(week.monday.description),
      "days": .list(
        days.map { day in
          ["date": .text(day.description), "schools": .list(rows.filter { $0.day == day }.map(json))]
        }),
      "faults": .list(
        faults.map { fault in
          [
            "date": .text(fault.place.day.description), "school": .text(fault.place.school.text),
            "rule": .text(fault.rule.code), "message": .text(words.rule(fault, in: documents)),
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
    let head = [words.weekdayAndDay(row.day), row.school.name]
    switch row.coverage {
    case .closed(.notThisWeekday), .closed(.notYetOpened), .closed(.ended): return []
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

extension RosterFault {
  /// Whether the rule is broken by that colleague's duty.
  fileprivate func isAbout(_ colleague: Colleague.ID?) -> Bool {
    switch rule {
    case .twoPlaces(let who, _), .buddyOnDuty(let who, _), .noBuddy(let who), .closedDay(let who, _),
      .unavailable(let who, _, _):
      who == colleague
    case .nobody: false
    }
  }
}

extension RosterFault.Rule {
  /// The rule's name for other programs.
  package var code: String {
    switch self {
    case .twoPlaces: "two-places"
    case .buddyOnDuty: "buddy-on-duty"
    case .noBuddy: "no-buddy"
    case .nobody: "nobody"
    case .unavailable: "unavailable"
    case .closedDay: "closed-day"
    }
  }
}
