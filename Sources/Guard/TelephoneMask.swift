// A plus or 00 and a country code: the digits after it are a telephone number, not a CPR number.

/// The groups that belong to the international telephone number last seen.
struct TelephoneMask {
  /// The last group of a Danish number, whose length is known for certain.
  private var danishEnd = -1
  /// The last group that can belong to a number of another country.
  private var foreignEnd = -1
  /// The group with the plus.
  private var plus = -1

  /// How many digits a telephone number can have, country code included.
  private static let longest = 15

  /// Shapes that stay CPR numbers even where a foreign telephone number could go on.
  private static let unmistakable: Set<UInt64> = [0xA, 0x64, 0x2224, 0x84, 0xC]

  /// Looks at the group at `index`, the one after the group looked at before.
  mutating func advance(to index: Int, in text: GroupedText) {
    let group = text.groups[index]
    let hasPlus = group.start > 0 && text.units[group.start - 1] == Unit.plus
    guard hasPlus || Self.hasDialPrefix(group) else { return }
    if hasPlus { plus = index }
    let prefix = hasPlus ? 2 : 4
    // More digits than any telephone number has are none, and no power of ten counts them.
    let isShort = (prefix...Self.longest).contains(group.count)
    let code = isShort ? group.value / powerOfTen(group.count - prefix) : 0
    if code == 45 {
      danishEnd = Self.end(from: index, in: text) { $0 == prefix + 8 } ?? danishEnd
    } else {
      foreignEnd = Self.end(from: index, in: text) { $0 <= Self.longest } ?? foreignEnd
    }
  }

  /// Whether no candidate can begin at the group at `index`.
  func coversEverything(at index: Int) -> Bool { index == plus || index <= danishEnd }

  /// Whether `candidate` is part of a foreign number.
  func covers(_ candidate: Candidate) -> Bool {
    candidate.groups.upperBound <= foreignEnd && !Self.unmistakable.contains(candidate.shape)
  }

  /// 00 and a country code in one group, as in 0045.
  private static func hasDialPrefix(_ group: DigitGroup) -> Bool {
    (4...12).contains(group.count) && group.value / powerOfTen(group.count - 3) > 0
      && group.value / powerOfTen(group.count - 2) == 0
  }

  /// The last group at which the digits counted from `first` are an allowed number.
  private static func end(from first: Int, in text: GroupedText, allows: (Int) -> Bool) -> Int? {
    var digits = 0
    var end: Int?
    for index in first..<text.groups.count {
      if index > first, !text.groups[index].gap.joins(afterKeyword: false) { break }
      digits += text.groups[index].count
      if digits > longest { break }
      if allows(digits) { end = index }
    }
    return end
  }
}
