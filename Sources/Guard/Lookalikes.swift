// Letters that stand for digits: O for 0, l and I for 1.

/// Letters that are typed or scanned in place of digits.
enum Lookalike {
  /// How many true digits a number must have before letters in it are read as digits.
  static let trueDigits = 8

  /// The digit that `unit` is or looks like.
  static func digit(for unit: UInt8) -> UInt8? {
    switch unit {
    case 0x30...0x39: unit - 0x30
    case UInt8(ascii: "O"), UInt8(ascii: "o"): 0
    case UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "i"): 1
    default: nil
    }
  }

  /// Whether a letter in `units` could stand for a digit at all.
  static func mayMatter(in units: [UInt8]) -> Bool {
    units.contains { !Unit.isDigit($0) && digit(for: $0) != nil }
  }

  /// Whether a letter that could stand for a digit touches one.
  static func touchesDigit(in units: [UInt8]) -> Bool {
    for index in units.indices.dropFirst() {
      let (left, right) = (units[index - 1], units[index])
      if Unit.isDigit(left) != Unit.isDigit(right), digit(for: left) != nil, digit(for: right) != nil {
        return true
      }
    }
    return false
  }
}

extension GroupedText {
  /// Judges the candidates that have letters in them. Odd shapes are let through: most are words and numbers.
  func addLookalikes(to found: inout Suspicions) {
    forEachCandidate { candidate in
      guard isMeantAsDigits(candidate), judge(candidate) == .block else { return true }
      found.add(suspicion(candidate), as: .block)
      return false
    }
  }

  /// Whether the letters of `candidate` can only be digits: enough true digits beside them, and letters that
  /// stand apart from every digit only as a capital O, or as one of ten single signs.
  private func isMeantAsDigits(_ candidate: Candidate) -> Bool {
    let covered = groups[candidate.groups]
    let trueDigits = covered.reduce(0) { $0 + $1.trueDigits }
    guard trueDigits >= Lookalike.trueDigits, trueDigits < candidate.digits else { return false }
    let isTenSingles = covered.count == 10
    return covered.allSatisfy { group in
      group.trueDigits > 0 || isTenSingles
        || (group.count == 2 && units[group.start..<group.end].contains(UInt8(ascii: "O")))
    }
  }
}
