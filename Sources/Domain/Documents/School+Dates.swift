// What holds of a school on which day: its hours, which change from a day on, and whether it takes part.

extension School {
  /// The ordinary hours of a day's weekday as they hold on that day; empty when the door is not open that
  /// day of the week.
  package func hours(on day: CivilDate) -> [TimeSpan] { hours(on: day.weekday, asOf: day) }

  /// The hours of a weekday as they hold on a day; without a day as they hold in the end, with every change
  /// that is planned.
  package func hours(on weekday: Weekday, asOf day: CivilDate?) -> [TimeSpan] {
    let begun = hours.filter { entry in
      guard entry.weekday == weekday else { return false }
      guard let since = entry.since, let day else { return true }
      return since <= day
    }
    let newest = begun.compactMap(\.since).max()
    return begun.filter { $0.since == newest }.compactMap(\.span).sorted { $0.from < $1.from }
  }

  /// The day from which the last planned change of the hours holds, if it is later than a day.
  package func plannedChange(after day: CivilDate) -> CivilDate? {
    hours.compactMap(\.since).max().flatMap { $0 > day ? $0 : nil }
  }

  /// Gives a weekday other hours from a day on, for good: what was planned for it from then on falls away.
  /// Nothing is written where they hold already.
  package mutating func setHours(_ spans: [TimeSpan], on weekday: Weekday, from day: CivilDate) {
    hours.removeAll { entry in entry.weekday == weekday && entry.since.map { $0 >= day } ?? false }
    let wanted = spans.sorted { $0.from < $1.from }
    guard hours(on: weekday, asOf: day) != wanted else { return }
    // Of a school that takes part from that day on, nothing before it is of use.
    let isWhole = day <= opened
    if isWhole { hours.removeAll { $0.weekday == weekday } }
    let since = isWhole ? nil : day
    hours += wanted.map { OpeningHours(weekday: weekday, span: $0, since: since) }
    if wanted.isEmpty, !isWhole { hours.append(OpeningHours(weekday: weekday, span: nil, since: since)) }
    hours = hours.enumerated()
      .sorted { ($0.element.weekday, $0.offset) < ($1.element.weekday, $1.offset) }.map(\.element)
  }

  /// Takes a planned change of the hours back.
  package mutating func takeBackHours(since day: CivilDate) { hours.removeAll { $0.since == day } }

  /// Its last day lies before that day.
  package func hasEnded(before day: CivilDate) -> Bool { closed.map { $0 < day } ?? false }

  /// It takes part on some day from the one to the other.
  package func takesPart(in days: DateSpan) -> Bool {
    opened <= days.to && !hasEnded(before: days.from)
  }

  /// It takes part on some day of the week.
  package func takesPart(in week: ISOWeek) -> Bool {
    takesPart(in: DateSpan(from: week.monday, to: week.sunday))
  }
}

extension Documents {
  /// The schools to be listed from a week on: all but those whose last day lies before it.
  package func schools(from week: ISOWeek) -> [School] {
    schools.filter { !$0.hasEnded(before: week.monday) }
  }
}

/// From which days on a change of the documents may hold.
package struct ChangeDays: Equatable, Sendable {
  /// The first day whose week has not ended.
  package var earliest: CivilDate
  /// Where no day is said: the Monday after today.
  package var usual: CivilDate

  package init(earliest: CivilDate, today: CivilDate) {
    self.earliest = earliest
    usual = ISOWeek(containing: today).adding(weeks: 1).monday
  }

  /// Whether a school's hours may change from that day on: no week is touched that has ended. Of a school
  /// that opens later, no day before that is.
  package func allow(_ day: CivilDate, at school: School) -> Bool { max(day, school.opened) >= earliest }
}

extension FolderPicture {
  /// The Monday of the first week that has not ended: earlier, a change of the documents has no effect.
  package func earliestChangeDay(now: Moment) -> CivilDate {
    if let week = weeksToEnd(at: now).first { return week.monday }
    var week = now.week
    while !week.adding(weeks: -1).isFinal(at: now) { week = week.adding(weeks: -1) }
    return week.monday
  }

  /// From which days on a change may hold that is made now.
  package func changeDays(now: Moment) -> ChangeDays {
    ChangeDays(earliest: earliestChangeDay(now: now), today: now.day)
  }
}
