// What to look at before a period is released: it is done once, and cannot be taken back.

import Domain

/// A period about to be released.
package struct ReleasePreview: Equatable, Sendable {
  /// Days on which a school was open and nothing was counted.
  package struct Uncounted: Equatable, Sendable {
    package var school: School
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

  /// `picture` has read the visits of ``PeriodFigures/weeksToRead(of:)``.
  package init(period: Period, picture: FolderPicture, now: Moment) {
    self.period = period
    let figures = PeriodFigures(period: period, picture: picture, now: now)
    self.figures = figures
    uncounted = figures.schools.compactMap { entry in
      let days = figures.weeks.flatMap(\.schools).filter { $0.school.id == entry.school.id }
        .flatMap(\.uncounted)
      return days.isEmpty ? nil : Uncounted(school: entry.school, days: days)
    }
    do throws(ReleaseRefusal) {
      quarters = try picture.quartersToRelease(with: period, now: now)
      refusal = nil
    } catch {
      quarters = []
      refusal = error
    }
  }
}
