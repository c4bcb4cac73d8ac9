// Sentences for refused messages and files that are not forgotten early; all others are in Reports.

import Domain
import Reports
import Screens

extension Sentences {
  func message(_ refusal: MessageRefusal) -> String {
    switch refusal {
    case .blocked(let kind): words("message.blocked", ["what": words.finding(kind)])
    case .doubtful(let kind): words("cli.refused.messageDoubtful", ["what": words.finding(kind)])
    }
  }

  func forgetting(_ refusal: Forgetting.EarlyRefusal) -> String {
    switch refusal {
    case .noSuchFile: words("cli.forget.noSuchFile")
    case .notUnderstood: words("cli.forget.notUnderstood")
    case .openHandovers(let count): words("cli.forget.openHandovers", ["count": String(count)])
    case .stillWritten: words("cli.forget.stillWritten")
    case .nothingLeft: words("cli.forget.nothingLeft")
    }
  }
}
