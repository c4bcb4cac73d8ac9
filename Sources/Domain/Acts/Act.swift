// What an act asks of the disk, and what it needs to know of the one who acts.

/// One thing to be saved. Of several the rest is dropped when one fails.
package enum Act: Equatable, Sendable {
  /// Append these events in this order.
  case record([Event])
  /// Write the handover's file, append the offer, then the visit. The writer in the entry is filled in
  /// where it is known.
  case offer(HandoverStep, HandoverEntry, visit: Visit?)
  /// Append a step of a handover; its file goes when the step ends it.
  case step(HandoverStep)
}

/// Who acts and when, and where comes from what nobody can guess.
package struct Acting: Sendable {
  /// Who acts, by their own word; nil when nobody has said.
  package var who: Colleague.ID?
  package var now: Moment
  private let random: @Sendable () -> (UInt64, UInt64)
  private let codeWord: @Sendable (_ random: UInt64, _ taken: Set<String>) -> String?

  /// `codeWord` makes two plain words that are not among those taken.
  package init(
    who: Colleague.ID?, now: Moment, random: @escaping @Sendable () -> (UInt64, UInt64),
    codeWord: @escaping @Sendable (UInt64, Set<String>) -> String?
  ) {
    self.who = who
    self.now = now
    self.random = random
    self.codeWord = codeWord
  }

  /// A fresh id.
  package func id<Tag>() -> Hex128<Tag> {
    let (high, low) = random()
    return Hex128(high: high, low: low)
  }

  func freshCodeWord(taken: Set<String>) -> String? {
    let (high, low) = random()
    return codeWord(high ^ low, taken)
  }
}
