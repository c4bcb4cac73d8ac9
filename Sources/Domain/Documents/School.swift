// A school with an open door: its hours, its teacher break, and since when it takes part.

/// A time of day from–to, half open.
package struct TimeSpan: Hashable, Sendable {
  package var from: ClockTime
  package var to: ClockTime

  package init(from: ClockTime, to: ClockTime) {
    self.from = from
    self.to = to
  }

  /// Whether the time lies inside.
  package func contains(_ time: ClockTime) -> Bool { from <= time && time < to }

  /// Whether the two have a minute in common.
  package func overlaps(_ other: TimeSpan) -> Bool { from < other.to && other.from < to }

  package var minutes: Int { to.minutes - from.minutes }
}

/// Opening hours on one weekday.
package struct OpeningHours: Hashable, Sendable {
  package var weekday: Weekday
  package var span: TimeSpan

  package init(weekday: Weekday, span: TimeSpan) {
    self.weekday = weekday
    self.span = span
  }
}

/// A place of education where an adult sits with an open door ("Skole" for all of them).
package struct School: Equatable, Sendable {
  package typealias ID = Domain.ID<School>

  /// Youth education, or higher education (where the young are "studerende").
  package enum Kind: String, CaseIterable, Sendable {
    case youth, higher
  }

  package var id: ID
  package var name: String
  package var kind: Kind
  /// The first day on which the door is open.
  package var opened: CivilDate
  package var hours: [OpeningHours]
  package var teacherBreak: TimeSpan?
  /// Joined with the other small ones in figures that leave the house.
  package var isSmall: Bool
  package var isPilot: Bool

  package init(
    id: ID, name: String, kind: Kind = .youth, opened: CivilDate, hours: [OpeningHours],
    teacherBreak: TimeSpan? = nil, isSmall: Bool = false, isPilot: Bool = false
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.opened = opened
    self.hours = hours
    self.teacherBreak = teacherBreak
    self.isSmall = isSmall
    self.isPilot = isPilot
  }

  /// The ordinary hours on a weekday; empty when the door is not open that day of the week.
  package func hours(on weekday: Weekday) -> [TimeSpan] {
    hours.filter { $0.weekday == weekday }.map(\.span).sorted { $0.from < $1.from }
  }
}
