// Tal: which weeks are looked at, and which of them have to be read first.

import Canvas
import Domain
import Reports

/// What the figures are about.
enum FiguresView: Equatable, Sendable {
  case week(ISOWeek)
  case period(Period)
  /// The 52 weeks up to one week.
  case trend(ISOWeek)

  /// The weeks by whose names files are read.
  var weeks: ClosedRange<ISOWeek> {
    switch self {
    // With its school year, so that the weeks around it are there too.
    case .week(let week): PeriodFigures.weeksToRead(of: Period(schoolYearOf: week))
    case .period(let period): PeriodFigures.weeksToRead(of: Period(schoolYearOf: period.weeks.lowerBound))
    case .trend(let week): Trend.weeksToRead(through: week)
    }
  }

  /// The first week that is shown.
  var first: ISOWeek {
    switch self {
    case .week(let week): week
    case .period(let period): period.weeks.lowerBound
    case .trend(let week): Trend.weeksToRead(through: week).lowerBound
    }
  }

  /// The same kind of view that many weeks, quarters or years later (or earlier).
  func adding(_ count: Int) -> FiguresView {
    switch self {
    case .week(let week): .week(week.adding(weeks: count))
    case .period(let period): .period(period.adding(count))
    case .trend(let week): .trend(week.adding(weeks: 4 * count))
    }
  }

  /// The same kind of view at this moment.
  func current(at now: Moment) -> FiguresView {
    switch self {
    case .week: .week(now.week)
    case .period(.quarter): .period(Period(quarterOf: now.week))
    case .period(.schoolYear): .period(Period(schoolYearOf: now.week))
    case .trend: .trend(now.week)
    }
  }
}

/// The page that is open, how far it is scrolled, and where to jump to.
struct FiguresState: Equatable, Sendable {
  var view: FiguresView
  /// The first line; nil lets the row of the desk's own school be seen.
  var first: Int?
  /// A week, quarter or year that is being typed; nil when nobody does.
  var jump: TextField?
  /// What was typed is none.
  var isJumpUnknown = false

  init(_ view: FiguresView) {
    self.view = view
    if case .week = view { first = nil } else { first = 0 }
  }

  /// What somebody typed: `10`, `2026-W10`, `2026-Q1` or `2025/26`; a number alone is a week of the year
  /// that is looked at.
  static func view(typed text: String, near view: FiguresView) -> FiguresView? {
    let text = text.uppercased()
    if let week = ISOWeek(text) { return .week(week) }
    if let period = Period(text) { return .period(period) }
    guard let number = Int(text) else { return nil }
    return ISOWeek(year: view.first.year, week: number).map(FiguresView.week)
  }
}

/// What was read for figures that reach further back than the desk's own picture.
struct FarReading: Equatable, Sendable {
  var weeks: ClosedRange<ISOWeek>?
  var picture: FolderPicture?
  /// Asked for and not there yet.
  var asked: ClosedRange<ISOWeek>?
  /// Could not be read; not asked for again until something changes.
  var failed: ClosedRange<ISOWeek>?
  /// `e` was pressed before they were there.
  var isExportWanted = false
}

/// A page that was worked out, so that scrolling does not count a year again.
struct FiguresPage: Equatable, Sendable {
  var view: FiguresView
  /// It says what is final, which changes by the hour.
  var hour: Int
  var page: ReportPage
}

extension Moment {
  /// Hours since 1970.
  var hour: Int { utc.seconds / 3600 }
}
