// A school with an open door: its hours, its teacher break, and from which day to which it takes part.

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

/// Opening hours on one weekday, from a day on.
package struct OpeningHours: Hashable, Sendable {
  package var weekday: Weekday
  /// Nil says that the door is no longer open that day of the week.
  package var span: TimeSpan?
  /// The first day they hold; nil is always. Of a weekday the newest that has begun counts.
  package var since: CivilDate?

  package init(weekday: Weekday, span: TimeSpan?, since: CivilDate? = nil) {
    self.weekday = weekday
    self.span = span
    self.since = since
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
  /// The last day on which it takes part; nil while it goes on.
  package var closed: CivilDate?
  /// In the order of the document; ask ``hours(on:)`` for those of a day.
  package var hours: [OpeningHours]
  package var teacherBreak: TimeSpan?
  /// Joined with the other small ones in figures that leave the house.
  package var isSmall: Bool
  package var isPilot: Bool

  package init(
    id: ID, name: String, kind: Kind = .youth, opened: CivilDate, closed: CivilDate? = nil,
    hours: [OpeningHours], teacherBreak: TimeSpan? = nil, isSmall: Bool = false,
    isPilot: Bool = false
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.opened = opened
    self.closed = closed
    self.hours = hours
    self.teacherBreak = teacherBreak
    self.isSmall = isSmall
    self.isPilot = isPilot
  }
}
