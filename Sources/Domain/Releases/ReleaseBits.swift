// Random bits for a release: nobody without the folder's key can foretell them, and two machines with
// the key draw the same.

/// The bits of one vector of one period. They do not depend on the counts, so the rounding is unbiased.
package struct ReleaseBits: RandomNumberGenerator, Sendable {
  private let seed: [UInt8]
  private var block: UInt32 = 0
  private var words: [UInt64] = []

  /// `vector` names what is rounded, such as `topics` or `topics/EUC`. A drawing that cannot be used is
  /// followed by the next `attempt`.
  package init(key: [UInt8], period: Period, vector: String, attempt: Int = 0) {
    var seed = key
    for part in [period.description, vector, String(attempt)] {
      seed += part.utf8
      // No part can run into the next one.
      seed.append(0)
    }
    self.seed = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    if words.isEmpty {
      let number = (0..<4).map { UInt8(truncatingIfNeeded: block >> (UInt32($0) * 8)) }
      let digest = SHA256.digest(of: seed + number)
      words = (0..<4).map { index in
        digest[index * 8..<index * 8 + 8].reduce(0) { $0 << 8 | UInt64($1) }
      }
      block += 1
    }
    return words.removeLast()
  }
}

extension RandomNumberGenerator {
  /// A number from 0 to `count` − 1, each as likely as the others. Written out here, so that no other
  /// version of a library draws other numbers from the same bits.
  mutating func below(_ count: Int) -> Int {
    let count = UInt64(max(1, count))
    // What is left over at the top would make small numbers more likely.
    let limit = UInt64.max - UInt64.max % count
    while true {
      let word = next()
      if word < limit { return Int(word % count) }
    }
  }
}
