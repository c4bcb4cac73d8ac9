// Forgiving spelling: æ, ø, å as ae, oe, aa, composed or not, and the nearest known word.

import Domain

/// Compares what somebody typed with words that are known.
enum Spelling {
  /// Whether two words are the same but for case and the spelling of æ, ø and å.
  static func isSame(_ left: String, _ right: String) -> Bool { FoldedText(left) == FoldedText(right) }

  /// The known word nearest to what was typed, if one is near enough to be meant.
  static func nearest(to typed: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(FoldedText(typed).text)
    let limit = max(1, min(3, wanted.count / 2))
    let measured = known.map { (word: $0, distance: distance(wanted, Array(FoldedText($0).text))) }
    guard let best = measured.min(by: { ($0.distance, $0.word) < ($1.distance, $1.word) }),
      best.distance <= limit
    else { return nil }
    return best.word
  }

  /// How many letters must be put in, taken out or changed (Levenshtein); two that changed places
  /// count as one.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var rows = [Array(0...right.count)]
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var best = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
