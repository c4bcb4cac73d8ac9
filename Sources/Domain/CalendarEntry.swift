// What the calendar document says about days: breaks, closures, and days with their own hours.

/// One entry of `calendar.json`.
package struct CalendarEntry: Equatable, Sendable {
  /// A school break, a closure day, or days with hours of their own (exams, practice weeks).
  package enum Kind: String, CaseIterable, Sendable {
    case schoolBreak = "break"
    case closure
    case special
  }

  /// As people write it: `2025/26`.
  package var schoolYear: String
  package var name: String
  package var kind: Kind
  package var days: DateSpan
  /// The schools it holds for; nil is all of them.
  package var schools: Set<School.ID>?
  /// The hours of a special day; nil is closed, or for a special day the ordinary hours.
  package var hours: TimeSpan?
  /// Where the dates come from.
  package var source: String
  package var confirmed: CivilDate?

  package init(
    schoolYear: String, name: String, kind: Kind, days: DateSpan, schools: Set<School.ID>? = nil,
    hours: TimeSpan? = nil, source: String = "", confirmed: CivilDate? = nil
  ) {
    self.schoolYear = schoolYear
    self.name = name
    self.kind = kind
    self.days = days
    self.schools = schools
    self.hours = hours
    self.source = source
    self.confirmed = confirmed
  }

  /// Whether it says something about that school on that day.
  package func applies(to school: School.ID, on day: CivilDate) -> Bool {
    days.contains(day) && (schools?.contains(school) ?? true)
  }
}
