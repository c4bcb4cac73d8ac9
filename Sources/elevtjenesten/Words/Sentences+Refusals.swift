// Sentences for messages and releases that are refused; those of all other refusals are in Reports.

import Domain
import Reports
import Screens

extension Sentences {
  func message(_ refusal: MessageRefusal) -> String {
    switch refusal {
    case .off: words("message.off")
    case .tooLong(let limit): words("cli.refused.messageLong", ["limit": String(limit)])
    case .blocked(let kind): words("message.blocked", ["what": words.finding(kind)])
    case .doubtful(let kind): words("cli.refused.messageDoubtful", ["what": words.finding(kind)])
    }
  }

  func release(_ refusal: ReleaseRefusal, _ period: Period) -> String {
    let name = words.periodTitle(period)
    switch refusal {
    case .weekIsOpen(let week):
      return words(
        "cli.release.refused.open",
        [
          "period": name, "week": words.weekAndYear(week),
          "day": words.dayAndMonth(week.adding(weeks: 1).date(of: .wednesday)),
        ])
    case .tooFewVisits(let visits, let needed):
      return words(
        "cli.release.refused.few",
        ["period": name, "visits": String(visits), "needed": String(needed)])
    case .alreadyReleased: return words("cli.release.refused.again", ["period": name])
    case .unreadableFile(let file): return words("cli.release.refused.file", ["file": file])
    }
  }
}
