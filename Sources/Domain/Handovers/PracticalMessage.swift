// The practical message of a handover: what may be typed is decided by the guard, the rest here.

/// A line from the sender to the receiver: where to meet, what to bring. Nothing about the young person.
package enum PracticalMessage {
  /// The most characters it has.
  package static let limit = 80

  /// Why one is not kept, whatever stands in it.
  package enum Refusal: Error, Equatable, Sendable {
    /// The settings do not allow messages.
    case off
    case tooLong(limit: Int)
  }

  /// A message as it is kept: one line, single spaces; nil when nothing is left.
  package static func text(_ typed: String) -> String? {
    let text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}

extension Settings {
  /// Whether a message may be kept; throws why not.
  package func check(message: String?) throws(PracticalMessage.Refusal) {
    guard let message else { return }
    guard allowsPracticalMessage else { throw .off }
    guard message.count <= PracticalMessage.limit else { throw .tooLong(limit: PracticalMessage.limit) }
  }
}
