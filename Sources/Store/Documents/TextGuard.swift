// The one place where typed texts of the documents meet the guard.

import Guard

/// The guard's answers for files. A mere warning was confirmed by a second key press when the text was
/// typed, so here only what is blocked counts.
package enum TextGuard {
  /// What a field is for, which decides what may stand in it.
  package enum Field: Sendable {
    /// A text that people write: neither a CPR number nor a telephone number or an e-mail address.
    case text
    /// A place for a work telephone, a work e-mail, a path or a command: no CPR number.
    case contact
  }

  /// What is shown in place of a text that must not be.
  package static let hidden = "(skjult)"

  /// Where the guard refuses a text, in characters from 1; nil when it lets it pass.
  package static func refusal(of text: String, in field: Field = .text) -> ClosedRange<Int>? {
    let scope: Guard.Scope =
      switch field {
      case .text: .aboutYoungPerson
      case .contact: .plain
      }
    switch Guard.check(text, scope: scope) {
    case .ok, .warning: return nil
    case .block(let finding): return finding.characters
    }
  }

  /// Where the guard refuses an id; nil when it lets it pass.
  package static func refusal(ofID text: String) -> ClosedRange<Int>? {
    switch Guard.check(id: text) {
    case .ok, .warning: return nil
    case .block(let finding): return finding.characters
    }
  }

  /// Whether the guard refuses a code that people chose, of a topic, a school or a colleague.
  package static func refuses(id: String) -> Bool { refusal(ofID: id) != nil }

  /// A text found where an id belongs, for a message about it; nothing of one that the guard refuses.
  static func shown(_ text: String) -> String {
    refusal(of: text) == nil && refusal(ofID: text) == nil ? text : hidden
  }
}
