// Replacement numbers of the health service: DDMMYY, a digit for the century, two letters, one digit.

extension GroupedText {
  /// Finds replacement numbers with letters, with the year in two or four digits.
  func addReplacementNumbers(to found: inout Suspicions) {
    guard groups.count > 1 else { return }
    for index in 0..<groups.count - 1 where isLettered(index) {
      guard let first = beginning(ofNumberEndingAt: index) else { continue }
      let units = groups[first].start..<groups[index + 1].end
      let digits = self.units[units].count(where: Unit.isDigit)
      found.add(Suspicion(kind: .ecpr, units: units, digits: digits), as: .block)
    }
  }

  /// Whether the group at `index` ends with a century digit and is followed by two letters and one digit.
  private func isLettered(_ index: Int) -> Bool {
    let letters = groups[index].end
    let last = groups[index + 1]
    guard last.start == letters + 2, last.count == 1, (1...9).contains(groups[index].count) else {
      return false
    }
    switch groups[index].value % 10 {
    case 0, 1, 5, 6, 7, 9: break
    default: return false
    }
    return Unit.isLetter(units[letters]) && Unit.isLetter(units[letters + 1])
      && (last.end == units.count || !Unit.isLetter(units[last.end]))
  }

  /// The group with which a date and its century digit begin, when they end with the group at `last`.
  private func beginning(ofNumberEndingAt last: Int) -> Int? {
    var digits = 0
    var value: UInt64 = 0
    for index in stride(from: last, through: 0, by: -1) {
      if index < last, !groups[index + 1].gap.joins(afterKeyword: groups[index].followsKeyword) { return nil }
      guard digits + groups[index].count <= 9 else { return nil }
      value += groups[index].value * powerOfTen(digits)
      digits += groups[index].count
      if digits == 7, isDayAndMonth(value / 1000) { return index }
      let century = value / 1000 % 100
      if digits == 9, isDayAndMonth(value / 100_000), (18...20).contains(century) { return index }
    }
    return nil
  }
}
