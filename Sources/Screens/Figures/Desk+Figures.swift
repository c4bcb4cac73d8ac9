// From weeks to a page of figures: what is read already, what is asked for, what is exported and released.

import Domain
import Reports
import Resources

extension Desk {
  // MARK: Reading

  /// The picture that has the visits of a view; nil until they are read.
  func picture(for view: FiguresView) -> FolderPicture? {
    guard let from = picture.visitsFrom, view.first < from else { return picture }
    guard let weeks = far.weeks, weeks.contains(view.weeks.lowerBound), weeks.contains(view.weeks.upperBound),
      var read = far.picture
    else { return nil }
    (read.releases, read.changedReleases) = (picture.releases, picture.changedReleases)
    return read
  }

  /// Shows a view.
  mutating func show(_ view: FiguresView) -> [Request] {
    far.isExportWanted = false
    far.failed = nil
    if case .figures = screens.current {
      screens.replace(with: .figures(FiguresState(view)))
    } else {
      screens.push(.figures(FiguresState(view)))
    }
    return []
  }

  /// After whatever may have changed it: works the page out once, or asks for weeks that are not read.
  mutating func lookAtFigures() -> [Request] {
    guard case .figures(let state) = screens.current else { return [] }
    if let page = figuresPage, page.view == state.view, page.hour == now.hour { return [] }
    if let picture = picture(for: state.view) {
      figuresPage = FiguresPage(view: state.view, hour: now.hour, page: page(of: state.view, in: picture))
      return []
    }
    return askToRead(state.view.weeks)
  }

  private mutating func askToRead(_ weeks: ClosedRange<ISOWeek>) -> [Request] {
    guard far.asked != weeks, far.failed != weeks else { return [] }
    far.asked = weeks
    return [.read(weeks)]
  }

  /// Weeks that were asked for are read.
  mutating func figuresRead(_ read: FolderPicture, by request: Request) -> [Request] {
    guard case .read(let weeks) = request, far.asked == weeks else { return [] }
    far.weeks = weeks
    far.picture = read
    far.asked = nil
    figuresPage = nil
    return far.isExportWanted ? exportFigures() : []
  }

  mutating func figuresNotRead(_ failure: SaveFailure) -> [Request] {
    far.failed = far.asked
    far.asked = nil
    far.isExportWanted = false
    return refuse(words("figures.readFailed", ["why": words.why(failure)]))
  }

  /// The folder has changed: what was read of old weeks is read again while somebody looks at it, and
  /// otherwise let go.
  mutating func refreshFar() -> [Request] {
    figuresPage = nil
    far.failed = nil
    let open = ([screens.current] + screens.earlier.reversed()).lazy.compactMap { screen -> FiguresView? in
      if case .figures(let state) = screen { return state.view }
      return nil
    }.first
    guard let view = open else {
      far = FarReading()
      return []
    }
    guard far.picture != nil, picture.visitsFrom.map({ view.first < $0 }) == true else { return [] }
    return askToRead(view.weeks)
  }

  // MARK: The page

  /// The page of a view; nil while its weeks are being read.
  func page(of view: FiguresView) -> ReportPage? {
    if let page = figuresPage, page.view == view, page.hour == now.hour { return page.page }
    return picture(for: view).map { page(of: view, in: $0) }
  }

  private func page(of view: FiguresView, in picture: FolderPicture) -> ReportPage {
    switch view {
    case .week(let week):
      let ages = week == now.week ? OpenHandoverAges(picture: self.picture, day: now.day) : nil
      return ReportPage(
        WeekFigures(week: week, picture: picture, now: now), settings: picture.documents.settings,
        joinsSmall: false, ages: ages, words: words)
    case .period(let period):
      return ReportPage(
        PeriodFigures(period: period, picture: picture, now: now), documents: picture.documents,
        joinsSmall: false, words: words)
    case .trend(let week):
      return ReportPage(
        Trend(through: week, picture: picture, now: now), through: week,
        settings: picture.documents.settings, joinsSmall: false, words: words)
    }
  }

  // MARK: Views

  /// The latest quarter or school year that was released, else the one before the present one.
  func latest(isSchoolYear: Bool) -> FiguresView {
    let released = picture.releases.map(\.period).filter { $0.isSchoolYear == isSchoolYear }.max()
    let current = isSchoolYear ? Period(schoolYearOf: now.week) : Period(quarterOf: now.week)
    return .period(released ?? (isSchoolYear ? current : current.adding(-1)))
  }

  /// What the keys of the page and of the weekly meeting's sheet do, by the action they mean.
  mutating func performOnFigures(_ action: Action) -> [Request] {
    let views: [Action: FiguresView] = [
      .weekFigures: .week(now.week), .quarterFigures: latest(isSchoolYear: false),
      .yearFigures: latest(isSchoolYear: true), .trend: .trend(now.week),
    ]
    if let view = views[action] { return show(view) }
    if action == .export { return exportFigures() }
    if action == .release { return askToRelease() }
    if action == .printMeeting { return printMeeting() }
    if action == .jump || action == .meeting {
      if action == .jump { openJump() } else { openMeeting() }
      return []
    }
    let steps: [Action: Int] = [.before: -1, .after: 1]
    return moveFigures(steps[action])
  }

  // MARK: Export

  /// The files of the page that is open; waits for its weeks where they are still being read.
  mutating func exportFigures() -> [Request] {
    guard case .figures(let state) = screens.current else { return [] }
    guard let picture = picture(for: state.view) else {
      far.isExportWanted = true
      return []
    }
    far.isExportWanted = false
    guard let files = files(of: state.view, in: picture) else { return refuseUnreleased(state.view) }
    return [.export(files, replacing: false)]
  }

  private mutating func refuseUnreleased(_ view: FiguresView) -> [Request] {
    guard case .period(let period) = view else { return [] }
    return refuse(words("reason.notReleased", ["period": words.periodTitle(period)]))
  }

  /// Nil for a period that is not released.
  private func files(of view: FiguresView, in picture: FolderPicture) -> [ExportedFile]? {
    let documents = picture.documents
    return switch view {
    case .week(let week):
      FigureFiles(
        [WeekFigures(week: week, picture: picture, now: now)], documents: documents, joinsSmall: true,
        now: now, words: words
      ).all
    case .period(let period):
      picture.release(of: period).map { released in
        FigureFiles(
          PeriodFigures(period: period, picture: picture, now: now), released, documents: documents,
          joinsSmall: true, now: now, words: words
        ).all
      }
    case .trend(let week):
      FigureFiles(
        Trend(through: week, picture: picture, now: now), through: week, settings: documents.settings,
        now: now, words: words
      ).all
    }
  }
}
