// Sentences for messages that are refused; those of all other refusals are in Reports.

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
}
