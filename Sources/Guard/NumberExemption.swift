// Numbers of companies, workplaces, shops and banks: the word before them says that they are no person's.

/// The digits that still belong to a number of another kind.
struct NumberExemption {
  private var mark: Mark
  /// How many digits may still follow; nil until the number has begun.
  private var left: Int?

  /// An exemption that `mark` announces; nil when it announces something else.
  init?(_ mark: Mark) {
    switch mark.announcement {
    case .company, .workplace, .location, .bank: self.mark = mark
    case .cpr, .birth, .shortBirth, .turning, .generation, .telephone, .network, .atSign: return nil
    }
  }

  /// Whether `group` is part of the number; once one is not, the number is over.
  mutating func takes(_ group: DigitGroup, after last: DigitGroup?, in units: [UInt8]) -> Bool {
    if let left {
      guard let last, group.count <= left, joins(from: last.end, to: group.start, units) else { return false }
      self.left = left - group.count
      return true
    }
    // Six digits first are how a CPR number is written, and no workplace's.
    guard reaches(group.start, in: units), group.count != 6 || mark.announcement != .workplace else {
      return false
    }
    let length = length(of: group, in: units)
    guard group.count <= length else { return false }
    left = length - group.count
    return true
  }

  private func joins(from end: Int, to start: Int, _ units: [UInt8]) -> Bool {
    let isBank = mark.announcement == .bank
    guard start - end <= (isBank ? 6 : 3) else { return false }
    return units[end..<start].allSatisfy { Unit.joinsGroups($0) || (isBank && Unit.isLetter($0)) }
  }

  /// Whether only signs and small words stand between the word and the unit `start`.
  private func reaches(_ start: Int, in units: [UInt8]) -> Bool {
    guard start - mark.end <= 24 else { return false }
    var index = mark.end
    // The rest of the word itself.
    while index < start, Unit.isLetter(units[index]) { index += 1 }
    while index < start {
      if Unit.isLetter(units[index]) {
        let end = wordEnd(units, from: index)
        let isCountry = end == start && end - index == 2
        guard isCountry || Keyword.fillers.has(units, at: index) else { return false }
        index = end
      } else {
        index += 1
      }
    }
    return true
  }

  private func wordEnd(_ units: [UInt8], from index: Int) -> Int {
    var end = index
    while end < units.count, Unit.isLetter(units[end]) { end += 1 }
    return end
  }

  /// How many digits a number of this kind has.
  private func length(of group: DigitGroup, in units: [UInt8]) -> Int {
    switch mark.announcement {
    case .company: 8
    case .location: 13
    case .bank: bankLength(group, units)
    case .workplace, .cpr, .birth, .shortBirth, .turning, .generation, .telephone, .network, .atSign: 10
    }
  }

  /// A bank's number has as many digits as its country says; Denmark's has sixteen.
  private func bankLength(_ group: DigitGroup, _ units: [UInt8]) -> Int {
    var end = group.start
    while end > mark.end, !Unit.isLetter(units[end - 1]) { end -= 1 }
    guard end >= mark.end + 2 else { return 16 }
    switch (Unit.lowercased(units[end - 2]), Unit.lowercased(units[end - 1])) {
    case (UInt8(ascii: "d"), UInt8(ascii: "e")): return 20
    case (UInt8(ascii: "s"), UInt8(ascii: "e")): return 22
    case (UInt8(ascii: "n"), UInt8(ascii: "o")): return 13
    default: return 16
    }
  }
}
