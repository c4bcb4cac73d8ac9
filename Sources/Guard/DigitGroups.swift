// The digits of a text as groups, and what stands between them.

/// What stands between a group of digits and the one before it.
struct Gap: Equatable {
  /// The one to three units, one in each byte; 0 when the groups do not belong together.
  var signs: UInt32 = 0
  /// Whether the groups belong together only after a word for CPR, because of a colon or a comma.
  var needsKeyword = false

  /// Whether the groups belong together.
  func joins(afterKeyword: Bool) -> Bool { signs != 0 && (afterKeyword || !needsKeyword) }

  /// Whether exactly `unit` stands there.
  func isOnly(_ unit: UInt8) -> Bool { signs == UInt32(unit) }

  /// Whether a space stands there.
  var hasSpace: Bool {
    signs & 0xFF == 0x20 || signs >> 8 & 0xFF == 0x20 || signs >> 16 & 0xFF == 0x20
  }

  /// Whether it is how people part day, month and year: a point, a hyphen, a slash, or a point and a space.
  var partsDate: Bool {
    isOnly(Unit.point) || isOnly(Unit.hyphen) || isOnly(Unit.slash) || signs == 0x2E20
  }
}

/// A run of digits with nothing between them.
struct DigitGroup {
  /// The unit of the first digit, and the one after the last.
  var start: Int
  var end: Int
  /// The digits as a number; only meaningful up to 12 digits.
  var value: UInt64 = 0
  /// How many are true digits, and not letters that look like them.
  var trueDigits = 0
  /// What stands before the group.
  var gap = Gap()
  /// Whether a word for CPR stands shortly before.
  var followsKeyword = false
  /// Whether it belongs to a number that is no person's, as the word before it says.
  var isExempt = false

  var count: Int { end - start }
}

/// A text's units with its groups of digits.
struct GroupedText {
  let units: [UInt8]
  private(set) var groups: [DigitGroup] = []
  /// The words that announce something, in the order of the text.
  private(set) var marks: [Mark] = []

  /// How far after a word for CPR a number may begin and still be meant by it.
  static let keywordReach = 40

  /// Groups the digits of `text`; with `lookalikes` the letters O, l and I count as digits too.
  init(_ text: NormalisedText, lookalikes: Bool = false) {
    units = text.units
    groups.reserveCapacity(text.digitCount / 2)
    let words = Keyword.announcing
    var keywordEnd: Int?
    var exemption: NumberExemption?
    var index = 0
    while index < units.count {
      if let run = lookalikes ? lookalikeRun(at: index) : digitRun(at: index) {
        append(run, keywordEnd: keywordEnd, &exemption)
        index = run.end
      } else if Unit.isLetter(units[index]) {
        let end = wordEnd(from: index, lookalikes: lookalikes)
        if let word = words.find(units, at: index) {
          let mark = Mark(announcement: word.meaning, start: index, end: word.end)
          marks.append(mark)
          if mark.announcement == .cpr { keywordEnd = end }
          exemption = NumberExemption(mark) ?? exemption
        }
        index = end
      } else {
        index += 1
      }
    }
  }

  private mutating func append(
    _ run: DigitGroup, keywordEnd: Int?, _ exemption: inout NumberExemption?
  ) {
    var group = run
    if let keywordEnd { group.followsKeyword = group.start - keywordEnd <= Self.keywordReach }
    // A word for CPR goes before any other.
    if !group.followsKeyword, exemption != nil {
      group.isExempt = exemption?.takes(group, after: groups.last, in: units) ?? false
      if !group.isExempt { exemption = nil }
    }
    if let last = groups.last, last.isExempt == group.isExempt {
      group.gap = gap(from: last.end, to: group.start)
    }
    groups.append(group)
  }

  private func gap(from end: Int, to start: Int) -> Gap {
    var gap = Gap()
    guard (1...3).contains(start - end) else { return gap }
    for unit in units[end..<start] {
      if !Unit.joinsGroups(unit) {
        guard unit == Unit.colon || unit == UInt8(ascii: ",") else { return Gap() }
        gap.needsKeyword = true
      }
      gap.signs = gap.signs << 8 | UInt32(unit)
    }
    return gap
  }

  /// Where the word that begins at `index` ends. Look-alikes between a word and a digit belong to the digit.
  private func wordEnd(from index: Int, lookalikes: Bool) -> Int {
    var end = index + 1
    while end < units.count, Unit.isLetter(units[end]) { end += 1 }
    guard lookalikes, end < units.count, Unit.isDigit(units[end]) else { return end }
    while end > index + 1, Lookalike.digit(for: units[end - 1]) != nil { end -= 1 }
    return end
  }

  private func digitRun(at index: Int) -> DigitGroup? {
    guard Unit.isDigit(units[index]) else { return nil }
    var group = DigitGroup(start: index, end: index)
    while group.end < units.count, Unit.isDigit(units[group.end]) {
      group.value = group.value &* 10 &+ UInt64(units[group.end] &- 0x30)
      group.end += 1
    }
    group.trueDigits = group.count
    return group
  }

  /// A run of digits and letters that look like them, when it touches a digit or stands alone.
  private func lookalikeRun(at index: Int) -> DigitGroup? {
    guard Lookalike.digit(for: units[index]) != nil else { return nil }
    var group = DigitGroup(start: index, end: index)
    while group.end < units.count, let digit = Lookalike.digit(for: units[group.end]) {
      group.value = group.value &* 10 &+ UInt64(digit)
      if Unit.isDigit(units[group.end]) { group.trueDigits += 1 }
      group.end += 1
    }
    if group.trueDigits > 0 { return group }
    let touchesLetter =
      (index > 0 && Unit.isLetter(units[index - 1]))
      || (group.end < units.count && Unit.isLetter(units[group.end]))
    return touchesLetter ? nil : group
  }
}
