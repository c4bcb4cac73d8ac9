// The practical message of a handover: what may be typed is decided by the guard, how much of it here.

/// A line from the sender to the receiver: where to meet, what to bring. Nothing about the young person.
package enum PracticalMessage {
  /// The most characters it has.
  package static let limit = 80
}
