// The one place where typed texts of the documents meet the guard.

import Guard

/// What the guard says of a text.
package enum TextGuard {
  /// Where the text holds what may not be written down, in characters from 0; nil when it does not.
  package static func refusal(of text: String) -> Range<Int>? { nil }

  /// The same for a text about a young person, where telephone numbers and the like do not belong either.
  package static func refusalAboutYoung(of text: String) -> Range<Int>? { nil }
}
