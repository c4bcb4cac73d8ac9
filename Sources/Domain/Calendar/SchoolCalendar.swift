// Whether a school's door opens on a day, when, and if not, why.

/// Why a door stays closed on a day.
package enum Closure: Hashable, Sendable {
  /// A holiday by law or a closure day that is computed.
  case holiday(PublicHoliday)
  /// A named entry of the calendar.
  case entry(kind: CalendarEntry.Kind, name: String)
  /// A coordinator closed the school for this one day.
  case closedForTheDay
  /// The school has no hours on this day of the week.
  case notThisWeekday
  /// The school takes part from a later day.
  case notYetOpened(CivilDate)
  /// The school took part until that day.
  case ended(CivilDate)
}

/// The days of all schools: the calendar document and the computed holidays together.
package struct SchoolCalendar: Equatable, Sendable {
  package var entries: [CalendarEntry]

  package init(entries: [CalendarEntry]) {
    self.entries = entries
  }

  /// A day at a school: open in these hours, or closed for this reason.
  package enum Day: Equatable, Sendable {
    case open([TimeSpan])
    case closed(Closure)
  }

  /// What the calendar says of a school on a day. A named closure goes before a mere weekday. Hours
  /// given to one single day open it, whatever else closes it but the law; hours given to a period
  /// move those of the days that are open anyway.
  package func day(_ day: CivilDate, at school: School) -> Day {
    if day < school.opened { return .closed(.notYetOpened(school.opened)) }
    if let closed = school.closed, day > closed { return .closed(.ended(closed)) }
    let holiday = PublicHoliday.on(day)
    if let holiday, holiday.isByLaw { return .closed(.holiday(holiday)) }
    let entries = entries.filter { $0.applies(to: school.id, on: day) }
    let special = entries.filter { $0.kind == .special && $0.hours != nil }
      .min { $0.days.length < $1.days.length }
    if let hours = special?.hours, special?.days.length == 1 { return .open([hours]) }
    if let entry = entries.first(where: { $0.kind != .special }) {
      return .closed(.entry(kind: entry.kind, name: entry.name))
    }
    if let holiday { return .closed(.holiday(holiday)) }
    let hours = school.hours(on: day)
    if hours.isEmpty { return .closed(.notThisWeekday) }
    return .open(special?.hours.map { [$0] } ?? hours)
  }

  /// Whether the school's door opens that day.
  package func isOpeningDay(_ day: CivilDate, at school: School) -> Bool {
    switch self.day(day, at: school) {
    case .open: true
    case .closed: false
    }
  }

  /// Opening days at the school after one day, up to and including the other.
  package func openingDays(after start: CivilDate, through end: CivilDate, at school: School) -> Int {
    guard start < end else { return 0 }
    return (1...end.days(since: start)).count { isOpeningDay(start.adding(days: $0), at: school) }
  }
}
