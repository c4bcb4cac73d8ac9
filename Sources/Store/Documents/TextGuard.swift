// The one place where typed texts of the documents meet the guard.

import Guard

/// What refuses a text: where it stands what may not be written down, in characters from 1, or nil.
package typealias TextRefusal = @Sendable (String) -> ClosedRange<Int>?

/// The guard's answers for files. A mere warning was confirmed by a second key press when the text was
/// typed, so here only what is blocked counts.
package enum TextGuard {
  /// For any text.
  package static let refusal: TextRefusal = { refusal(of: $0, scope: .plain) }

  /// For a text about a young person, where telephone numbers and the like do not belong either.
  package static let refusalAboutYoung: TextRefusal = { refusal(of: $0, scope: .aboutYoungPerson) }

  private static func refusal(of text: String, scope: Guard.Scope) -> ClosedRange<Int>? {
    switch Guard.check(text, scope: scope) {
    case .ok, .warning: nil
    case .block(let finding): finding.characters
    }
  }
}
