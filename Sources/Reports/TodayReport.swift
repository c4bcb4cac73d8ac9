// Today at all schools, as `i-dag` prints it: the same rows as the screen has.

import Domain
import Resources

/// Roster, door and visits of every school on one day.
package struct TodayReport: Sendable {
  private let now: Moment
  private let documents: Documents
  private let rows: [SchoolToday]
  private let handovers: [Handover]
  private let completeness: Completeness

  package init(picture: FolderPicture, now: Moment) {
    self.now = now
    documents = picture.documents
    rows = picture.today(at: now)
    handovers = picture.openHandovers
    completeness = picture.completeness
  }

  /// Open handovers, and those that have waited too long.
  package var handoverCounts: (open: Int, longWait: Int) {
    let limit = documents.settings.longWaitDays
    return (handovers.count, handovers.count { $0.isLongWait(on: now.day, limitDays: limit) })
  }

  /// For other programs.
  package var json: JSON {
    .object(
      [.init("date", .text(now.day.description)), .init("week", .text(now.week.description))]
        + completeness.members + [
          .init("schools", .list(rows.map(json))),
          .init(
            "handovers",
            [
              "open": .integer(handoverCounts.open), "longWait": .integer(handoverCounts.longWait),
            ]),
        ])
  }

  private func json(_ row: SchoolToday) -> JSON {
    [
      "id": .text(row.school.id.text), "name": .text(row.school.name), "status": .text(status(row)),
      "closure": closure(row), "shifts": .list(row.shifts.map(json)), "visits": .optional(row.visits),
    ]
  }

  private func json(_ shift: Shift) -> JSON {
    [
      "from": .text(shift.hours.from.description), "to": .text(shift.hours.to.description),
      "colleague": person(shift.colleague), "buddy": shift.buddy.map(person) ?? .null,
      "substitute": .bool(shift.isSubstitute),
    ]
  }

  private func person(_ id: Colleague.ID) -> JSON {
    let colleague = documents.colleague(id)
    return [
      "id": .text(id.text), "name": .text(colleague?.name ?? id.text),
      "profession": .optional(colleague?.profession.text),
    ]
  }

  private func status(_ row: SchoolToday) -> String {
    switch row.status {
    case .open, .stillOpen: "open"
    case .staffed, .opens, .notOpened, .over: "covered"
    case .nobodyOnDuty: "uncovered"
    case .closed: "closed"
    }
  }

  private func closure(_ row: SchoolToday) -> JSON {
    switch row.status {
    case .closed(let closure): ["kind": .text(closure.kindName), "name": .optional(closure.ownName)]
    case .open, .stillOpen, .staffed, .opens, .notOpened, .over, .nobodyOnDuty: .null
    }
  }

  /// What the counts were made without, as a line above them; none when nothing is missing.
  package func shortfall(_ words: Words) -> [String] { words.shortfall(completeness).map { [$0] } ?? [] }

  /// For people.
  package func table(_ words: Words) -> TextTable {
    TextTable(
      columns: [
        .init(words("cli.today.school")), .init(words("cli.today.duty")), .init(words("cli.today.buddy")),
        .init(words("cli.today.hours")), .init(words("cli.today.visits"), isNumber: true),
        .init(words("cli.today.status")),
      ],
      rows: rows.flatMap { lines($0, words) })
  }

  /// For a board on the wall: the roster and the doors, no counts and no handovers. Of its columns the
  /// hours are needed least.
  package func board(_ words: Words, hasHours: Bool) -> TextTable {
    let hours: [TextTable.Column] = hasHours ? [.init(words("cli.today.hours"))] : []
    return TextTable(
      columns: [.init(words("cli.today.school")), .init(words("cli.today.duty"))] + hours + [
        .init(words("cli.today.status"))
      ],
      rows: rows.map { row in
        let shift = row.shift(at: now.time)
        let hours = hasHours ? [shift.map { words.span($0.hours) } ?? ""] : []
        return [row.school.name, shift.map { name($0.colleague) } ?? "–"] + hours + [
          words.doorStatus(row.status(forEverybody: now.time))
        ]
      })
  }

  /// The same as lines of a label and a value, for one who listens.
  package func spoken(_ words: Words) -> [String] {
    shortfall(words)
      + rows.flatMap { row in
        let people = row.shifts.map { shift in
          let buddy = shift.buddy.map { ", " + words("cli.today.buddy") + " " + name($0) } ?? ""
          return words("cli.today.duty") + ": " + name(shift.colleague) + ", " + words.span(shift.hours)
            + buddy
        }
        let head = words("cli.today.school") + ": " + row.school.name
        let visits =
          words("cli.today.visits") + ": " + (row.visits.map(String.init) ?? words("cli.today.uncounted"))
        let isClosed = if case .closed = row.status { true } else { false }
        let door = words("cli.today.status") + ": " + words.doorStatus(row.status)
        return [head, door] + people + (isClosed ? [] : [visits])
      }
  }

  /// A line for each shift; a school without one has a line too.
  private func lines(_ row: SchoolToday, _ words: Words) -> [[String]] {
    let visits = row.visits.map(String.init) ?? "–"
    let first = [row.school.id.text + "  " + row.school.name]
    let last = [visits, words.doorStatus(row.status)]
    guard let shift = row.shifts.first else { return [first + ["–", "", ""] + last] }
    let more = row.shifts.dropFirst().map { [""] + cells($0, words) + ["", ""] }
    return [first + cells(shift, words) + last] + more
  }

  private func cells(_ shift: Shift, _ words: Words) -> [String] {
    [name(shift.colleague), shift.buddy.map(name) ?? "", words.span(shift.hours)]
  }

  private func name(_ id: Colleague.ID) -> String { documents.colleague(id)?.name ?? id.text }
}

extension Closure {
  /// The kind as other programs read it.
  package var kindName: String {
    switch self {
    case .holiday(let holiday): holiday.isByLaw ? "holiday" : "closure"
    case .entry(let kind, _): kind.rawValue
    case .closedForTheDay: "closure"
    case .notThisWeekday: "weekday"
    case .notYetOpened: "notYetOpened"
    case .ended: "ended"
    }
  }

  /// The name the day has of its own.
  package var ownName: String? {
    switch self {
    case .holiday(let holiday): holiday.danishName
    case .entry(_, let name): name
    case .closedForTheDay, .notThisWeekday, .notYetOpened, .ended: nil
    }
  }
}
