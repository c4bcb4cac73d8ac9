// The exact figures of a quarter or a school year: the sums of its weeks, and the weeks themselves.

import Domain

/// What tables, CSV, JSON, pages and the screen print of a period.
package struct PeriodFigures: Equatable, Sendable {
  /// One school's sum over the period.
  package struct SchoolRow: Equatable, Sendable {
    package var school: FiguredSchool
    package var row: WeekFigures.Row
  }

  /// One quarter's sum; nil where no week of it has begun.
  package struct QuarterRow: Equatable, Sendable {
    package var quarter: Period
    package var row: WeekFigures.Row?
  }

  package let period: Period
  /// The weeks that have begun.
  package let weeks: [WeekFigures]
  /// In the order of the schools document. Of a released period the sums that were released with it.
  package let schools: [SchoolRow]
  /// The sums of its quarters, in order; those that were released as they were then.
  package let quarters: [QuarterRow]
  /// What has come to its weeks since they ended; it stands beside the sums. What was released stands alone.
  package let late: [WeekFigures.Late]
  /// The topics as they are called: in a released period as they were called then.
  package let topics: [ReleasedFigures.TopicLabel]
  /// What was published of the period; nil until it is released.
  package let release: ReleasedFigures?
  /// The version of the topic list, for a period without a release.
  package let topicsVersion: Int
  /// Whether every week has ended.
  package let isFinal: Bool
  /// What is known to be missing: once all weeks have ended from those, else from the whole folder.
  package let completeness: Completeness
  /// Why what was published cannot be shown; nil when it can, or was not published.
  package let lost: ReleaseRefusal?

  /// `picture` has read the visits of the period's weeks, see ``weeksToRead(of:)``.
  package init(period: Period, picture: FolderPicture, now: Moment) {
    self.period = period
    let weeks = period.allWeeks.filter { $0.monday <= now.day }
      .map { WeekFigures(week: $0, picture: picture, now: now) }
    self.weeks = weeks
    let documents = picture.documents
    let release = picture.release(of: period)
    self.release = release
    schools = Self.schools(released: release?.rows, weeks, documents)
    quarters = period.quarters.map { quarter in
      let rows = picture.release(of: quarter)?.rows?.map { WeekFigures.Row($0) }
      let inside = weeks.filter { quarter.weeks.contains($0.week) }.map(\.total)
      let known = rows ?? inside
      return QuarterRow(
        quarter: quarter, row: known.isEmpty ? nil : known.reduce(WeekFigures.Row(), +))
    }
    late = release?.rows == nil ? WeekFigures.Late.sum(weeks.flatMap(\.late)) : []
    topics = release?.topics(documents) ?? documents.topicLabels
    topicsVersion = documents.topicsVersion
    let isFinal = weeks.count == period.allWeeks.count && weeks.allSatisfy(\.isFinal)
    self.isFinal = isFinal
    completeness =
      release?.rows == nil && !isFinal
      ? picture.completeness
      : Completeness(missing: release?.missing ?? weeks.map(\.completeness.missing).max() ?? 0)
    lost = picture.lostRelease(of: period)
  }

  private static func schools(
    released: [WeekRow]?, _ weeks: [WeekFigures], _ documents: Documents
  ) -> [SchoolRow] {
    if let released {
      return documents.inOrder(released).map {
        SchoolRow(
          school: FiguredSchool($0.school, in: documents, isSmall: $0.isSmall), row: WeekFigures.Row($0))
      }
    }
    var sums: [School.ID: SchoolRow] = [:]
    for entry in weeks.flatMap(\.schools) {
      let sum = sums[entry.school.id]?.row ?? WeekFigures.Row()
      sums[entry.school.id] = SchoolRow(school: entry.school, row: sum + entry.row)
    }
    return documents.inOrder(sums.keys.map { WeekRow(school: $0) }).compactMap { sums[$0.school] }
  }

  /// The sum of all schools.
  package var total: WeekFigures.Row { schools.map(\.row).reduce(WeekFigures.Row(), +) }

  /// The rows of a file that leaves the house: the schools, the small ones joined as one row unless each
  /// is asked for.
  package func rows(joinsSmall: Bool) -> [(id: String, school: FiguredSchool?, row: WeekFigures.Row)] {
    let apart = schools.filter { !joinsSmall || !$0.school.isSmall }
    let small = schools.filter { joinsSmall && $0.school.isSmall }.map(\.row)
    let rows: [(id: String, school: FiguredSchool?, row: WeekFigures.Row)] = apart.map {
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

extension Documents {
  /// The topics as they are called now.
  package var topicLabels: [ReleasedFigures.TopicLabel] {
    topics.map { .init(code: $0.id.text, label: $0.label) }
  }
}

extension ReleasedFigures {
  /// The topics as they were called; in a file of an earlier edition as they are called now.
  package func topics(_ documents: Documents) -> [TopicLabel] {
    labels.isEmpty ? documents.topicLabels : labels
  }
}

extension WeekFigures.Row {
  /// Visits per hour of duty in hundredths; nil without duty.
  package var visitsPerDutyHour: Int? {
    dutyMinutes > 0 ? (visits * 6_000 + dutyMinutes / 2) / dutyMinutes : nil
  }
}
