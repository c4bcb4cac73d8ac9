// Periods, shares and other figures as people write them.

import Domain
import Resources

extension Words {
  /// `uge 1–13, 2026`, or `uge 27, 2025 – uge 26, 2026`
  package func weeks(_ weeks: ClosedRange<ISOWeek>) -> String {
    let (first, last) = (weeks.lowerBound, weeks.upperBound)
    return first.year == last.year
      ? "\(week(first))–\(last.week), \(last.year)" : "\(weekAndYear(first)) – \(weekAndYear(last))"
  }

  /// `2.–8. marts 2026`, or `30. marts – 5. april 2026`
  package func days(of week: ISOWeek) -> String {
    let (first, last) = (week.monday, week.sunday)
    return "\(dayAndMonth(first)) – \(dayAndMonth(last)) \(last.year)"
  }

  /// A share in whole per cent.
  static func percent(_ part: Int, of whole: Int) -> Int {
    whole > 0 ? (part * 200 + whole) / (2 * whole) : 0
  }

  /// A rounded count as people write it: `0–4`, `10`, `1.205`
  package func rounded(_ count: RoundedCount) -> String {
    count.count == 0 ? count.text : number(count.count)
  }

  /// Why a period is not released; the same sentences as on the command line.
  package func refusal(_ refusal: ReleaseRefusal, of period: Period) -> String {
    let name = periodTitle(period)
    switch refusal {
    case .weekIsOpen(let week):
      let day = dayAndMonth(week.adding(weeks: 1).date(of: .wednesday))
      return self(
        "cli.release.refused.open", ["period": name, "week": weekAndYear(week), "day": day])
    case .weekNotEnded(let week, let obstacle):
      guard let obstacle else {
        return self("cli.release.refused.notEnded", ["period": name, "week": weekAndYear(week)])
      }
      let refusal = self(
        "cli.release.refused.notEndedWhy",
        ["period": name, "week": weekAndYear(week), "why": self.obstacle(obstacle)])
      return obstacle.canBeAccepted ? refusal + " " + self("cli.weeks.accept") : refusal
    case .visitsGone(let week, let count):
      return self(
        "cli.release.refused.gone",
        ["period": name, "week": weekAndYear(week), "count": number(count)])
    case .tooFewVisits(let visits, let needed):
      return self(
        "cli.release.refused.few",
        ["period": name, "visits": String(visits), "needed": String(needed)])
    case .alreadyReleased(let told):
      return self("cli.release.refused.again", ["period": periodTitle(told)])
    case .lostFile(let told, let file):
      return self("cli.release.refused.lost", ["period": periodTitle(told), "file": file])
    case .changedFile(let told, let file):
      return self("cli.release.refused.changed", ["period": periodTitle(told), "file": file])
    case .gap(.brokenDocument(let subject)):
      return self("cli.release.refused.document", ["period": name, "file": subject.file])
    case .gap(.newerFormat(let version)): return readOnly(.newerFormat(version))
    case .gap(.newerRecords): return self("cli.release.refused.newer", ["period": name])
    case .gap(.unreadLog(let file)):
      return self("cli.release.refused.unread", ["period": name, "file": file])
    case .unreadableFile(let file): return self("cli.release.refused.file", ["file": file])
    }
  }
}
