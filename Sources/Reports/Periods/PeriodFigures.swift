// The exact figures of a quarter or a school year: the sums of its weeks, and the weeks themselves.

import Domain

/// What tables, CSV, JSON, pages and the screen print of a period.
package struct PeriodFigures: Equatable, Sendable {
  /// One school's sum over the period.
  package struct SchoolRow: Equatable, Sendable {
    package var school: School
    package var row: WeekFigures.Row
  }

  package let period: Period
  /// The weeks that have begun.
  package let weeks: [WeekFigures]
  /// In the order of the schools document; only those that had opened.
  package let schools: [SchoolRow]
  /// What was published of the period; nil until it is released.
  package let release: ReleasedFigures?
  /// The version of the topic list, for a period without a release.
  package let topicsVersion: Int
  /// Whether every week can no longer be corrected.
  package let isFinal: Bool
  /// What is known to be missing from the whole folder.
  package let completeness: Completeness
  /// Why what was published cannot be shown; nil when it can, or was not published.
  package let lost: ReleaseRefusal?

  /// `picture` has read the visits of the period's weeks, see ``weeksToRead(of:)``.
  package init(period: Period, picture: FolderPicture, now: Moment) {
    self.period = period
    let span = period.weeks
    let begun = (0...span.upperBound.weeks(since: span.lowerBound))
      .map { span.lowerBound.adding(weeks: $0) }
      .filter { $0.monday <= now.day }
    let weeks = begun.map { WeekFigures(week: $0, picture: picture, now: now) }
    self.weeks = weeks
    schools = picture.documents.schools.compactMap { school in
      let rows = weeks.flatMap(\.schools).filter { $0.school.id == school.id }.map(\.row)
      return rows.isEmpty ? nil : SchoolRow(school: school, row: rows.reduce(WeekFigures.Row(), +))
    }
    release = picture.release(of: period)
    topicsVersion = picture.documents.topicsVersion
    isFinal = period.firstOpenWeek(at: now) == nil
    completeness = picture.completeness
    lost = picture.lostRelease(of: period)
  }

  /// The sum of all schools.
  package var total: WeekFigures.Row { schools.map(\.row).reduce(WeekFigures.Row(), +) }

  /// The rows of a file that leaves the house: the schools, the small ones joined as one row unless each
  /// is asked for.
  package func rows(joinsSmall: Bool) -> [(id: String, school: School?, row: WeekFigures.Row)] {
    let apart = schools.filter { !joinsSmall || !$0.school.isSmall }
    let small = schools.filter { joinsSmall && $0.school.isSmall }.map(\.row)
    let rows: [(id: String, school: School?, row: WeekFigures.Row)] = apart.map {
      ($0.school.id.text, $0.school, $0.row)
    }
    return small.isEmpty ? rows : rows + [(WeekFigures.smallSchools, nil, small.reduce(WeekFigures.Row(), +))]
  }

  /// The weeks by whose names files are read for the figures of a period: late records and take-backs
  /// stand in the files of the weeks after.
  package static func weeksToRead(of period: Period) -> ClosedRange<ISOWeek> {
    period.weeks.lowerBound.adding(weeks: -1)...period.weeks.upperBound.adding(weeks: 2)
  }
}

extension WeekFigures.Row {
  /// Visits per hour of duty in hundredths; nil without duty.
  package var visitsPerDutyHour: Int? {
    dutyMinutes > 0 ? (visits * 6_000 + dutyMinutes / 2) / dutyMinutes : nil
  }
}
