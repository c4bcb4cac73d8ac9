// Numbers of machines and banks that can have ten digits: network addresses, payment cards, IBAN.

extension GroupedText {
  /// Whether `candidate` is, or lies in, a number that is plainly something else.
  func isMachineNumber(_ candidate: Candidate) -> Bool {
    isNetworkAddress(candidate) || isInPaymentCard(candidate) || isInIBAN(candidate)
  }

  /// Four numbers up to 255 with points between them.
  private func isNetworkAddress(_ candidate: Candidate) -> Bool {
    guard candidate.groups.count == 4 else { return false }
    let first = candidate.groups.lowerBound
    return candidate.groups.allSatisfy { index in
      groups[index].count <= 3 && groups[index].value <= 255
        && (index == first || groups[index].gap.isOnly(Unit.point))
    }
  }

  /// Sixteen digits in fours, with nothing before or after.
  private func isInPaymentCard(_ candidate: Candidate) -> Bool {
    guard candidate.shape == 0x444 else { return false }
    let first = candidate.groups.lowerBound
    return [first - 1, first].contains { start in
      guard start >= 0, start + 4 <= groups.count, groups[start].gap.signs == 0 else { return false }
      if start + 4 < groups.count, groups[start + 4].gap.signs != 0 { return false }
      return groups[start..<start + 4].allSatisfy { $0.count == 4 }
        && groups[start + 1..<start + 4].allSatisfy { $0.gap == groups[start + 1].gap && $0.gap.signs != 0 }
    }
  }

  /// A country's two letters and two digits, then fours with single spaces between, at least 13 digits.
  private func isInIBAN(_ candidate: Candidate) -> Bool {
    var start = candidate.groups.lowerBound
    var steps = 0
    while start > 0, steps < 9, groups[start].gap.isOnly(Unit.space) {
      start -= 1
      steps += 1
    }
    guard groups[start].count == 2, hasCountryLetters(before: groups[start].start) else { return false }
    var digits = 2
    var end = start + 1
    while end < groups.count, groups[end].gap.isOnly(Unit.space), groups[end].count == 4 {
      digits += 4
      end += 1
    }
    if end < groups.count, groups[end].gap.isOnly(Unit.space), groups[end].count < 4 {
      digits += groups[end].count
      end += 1
    }
    return digits >= 13 && candidate.groups.upperBound < end
  }

  private func hasCountryLetters(before start: Int) -> Bool {
    guard start >= 2 else { return false }
    let isDenmark =
      Unit.lowercased(units[start - 2]) == UInt8(ascii: "d")
      && Unit.lowercased(units[start - 1]) == UInt8(ascii: "k")
    guard isDenmark || units[start - 2..<start].allSatisfy({ $0 &- 0x41 < 26 }) else { return false }
    return start == 2 || !Unit.isLetter(units[start - 3])
  }
}
