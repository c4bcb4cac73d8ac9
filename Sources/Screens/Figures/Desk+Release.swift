// Releasing a period from the screen: after a look at what was not counted, once and for all.

import Domain
import Reports
import Resources

extension Desk {
  /// The period that is looked at.
  private var shownPeriod: Period? {
    guard case .figures(let state) = screens.current, case .period(let period) = state.view else {
      return nil
    }
    return period
  }

  /// What is to be looked at before a period is released; nil while its weeks are being read.
  func preview(of period: Period) -> ReleasePreview? {
    picture(for: .period(period)).map { ReleasePreview(period: period, picture: $0, now: now) }
  }

  /// Why the period on the screen cannot be released.
  var reasonAgainstRelease: String? {
    guard let period = shownPeriod else { return words("reason.noPeriod") }
    guard me?.role == .coordinator else { return words("reason.coordinator") }
    if let reason = readOnlyReason { return reason }
    if picture.release(of: period) != nil { return words.refusal(.alreadyReleased(period), of: period) }
    if let week = period.firstOpenWeek(at: now) { return words.refusal(.weekIsOpen(week), of: period) }
    return nil
  }

  /// Asks, naming the days that nobody counted.
  mutating func askToRelease() -> [Request] {
    guard let period = shownPeriod else { return [] }
    guard let preview = preview(of: period) else { return refuse(words("figures.reading")) }
    if let refusal = preview.refusal { return refuse(words.refusal(refusal, of: period)) }
    return ask(.release(preview))
  }

  /// `EUC: 3 dage ikke talt (tirs. 3/3, …)`, one line a school.
  func things(in preview: ReleasePreview) -> [String] {
    let total = preview.figures.total
    var lines = [
      words("release.sum", ["visits": words.number(total.visits), "headline": total.headline(words)])
    ]
    lines += preview.uncounted.map { school in
      let count = words.counted(
        school.count, one: "report.uncounted.one", many: "report.uncounted.many")
      let days = school.days.map(words.weekdayAndDay).joined(separator: ", ")
      return "\(school.school.name): \(count)" + (days.isEmpty ? "" : " (\(days))")
    }
    if preview.uncounted.isEmpty { lines.append(words("release.allCounted")) }
    if !preview.quarters.isEmpty {
      lines.append(
        words(
          "release.quarters", ["quarters": preview.quarters.map { words.period($0) }.joined(separator: ", ")])
      )
    }
    if let shortfall = words.shortfall(preview.figures.completeness) { lines.append(shortfall) }
    return lines
  }

  /// Somebody was quicker, or the log says otherwise by now.
  mutating func notReleased(_ refusal: ReleaseRefusal, by request: Request) -> [Request] {
    guard case .release(let period) = request else { return [] }
    return refuse(words.refusal(refusal, of: period))
  }

  /// The figures are published: show them.
  mutating func released(_ figures: ReleasedFigures) -> [Request] {
    picture.releases.removeAll { $0.period == figures.period }
    picture.releases.append(figures)
    figuresPage = nil
    if case .lastSaveFailed = picture.readOnly { picture.readOnly = nil }
    say("saved.released", ["period": words.period(figures.period)])
    return []
  }
}
