// What to look at before a period is released: it is done once, and cannot be taken back.

import Domain

/// A period about to be released.
package struct ReleasePreview: Equatable, Sendable {
  /// Days on which a school was open and nothing was counted.
  package struct Uncounted: Equatable, Sendable {
    package var school: FiguredSchool
    package var count: Int
    /// Which days, as far as it is known.
    package var days: [CivilDate]
  }

  package let period: Period
  package let figures: PeriodFigures
  /// Only schools with such days.
  package let uncounted: [Uncounted]
  /// Quarters that are released with it because a school year is their sum.
  package let quarters: [Period]
  /// Why it cannot be released; nil when it can.
  package let refusal: ReleaseRefusal?

  /// `picture` has read the visits of ``PeriodFigures/weeksToRead(of:)``. Weeks that are over and can be
  /// ended are shown as they will have ended.
  package init(period: Period, picture: FolderPicture, now: Moment) {
    self.period = period
    let picture = picture.endingWeeks(of: period, at: now)
    let figures = PeriodFigures(period: period, picture: picture, now: now)
    self.figures = figures
    uncounted = Self.uncounted(figures, picture, now)
    do throws(ReleaseRefusal) {
      quarters = try picture.quartersToRelease(with: period, now: now)
      refusal = nil
    } catch {
      quarters = []
      refusal = error
    }
  }

  /// The days of a record are no more than a number; their dates are those of today's calendar where the two
  /// agree.
  private static func uncounted(
    _ figures: PeriodFigures, _ picture: FolderPicture, _ now: Moment
  ) -> [Uncounted] {
    var days: [School.ID: [CivilDate]] = [:]
    for week in figures.weeks.map(\.week) {
      let count = WeekCount(
        week: week, documents: picture.documents, ledger: picture.ledger, through: now.day)
      for entry in count.schools { days[entry.row.school, default: []] += entry.uncounted }
    }
    return figures.schools.filter { $0.row.uncountedDays > 0 }.map { entry in
      let known = days[entry.school.id] ?? []
      let count = entry.row.uncountedDays
      return Uncounted(school: entry.school, count: count, days: known.count == count ? known : [])
    }
  }
}
