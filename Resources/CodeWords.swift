// The words a code word is made of.

/// Plain Danish words for a slip of paper, so that the right person is known without a name.
package enum CodeWords {
  /// All of them, in the order of the file.
  package static var all: [String] {
    String(decoding: Resources.codeWords, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Two different words that nobody else has now: the first free pair from a random place on.
  package static func fresh(random: UInt64, taken: Set<String>) -> String? {
    let words = all
    let pairs = words.count * words.count
    guard pairs > 0 else { return nil }
    let start = Int(random % UInt64(pairs))
    for offset in 0..<pairs {
      let pair = (start + offset) % pairs
      let (first, second) = (pair / words.count, pair % words.count)
      let word = "\(words[first]) \(words[second])"
      if first != second, !taken.contains(word) { return word }
    }
    return nil
  }
}
