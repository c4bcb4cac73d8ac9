// Telephone numbers: eight digits in the groups people use, or a country code and a number.

/// Lengths of groups that are a telephone number anywhere in a text, when one sign parts all of them.
private let telephoneShapes: Set<UInt64> = [0x8, 0x44, 0x2222, 0x233, 0x323, 0x332, 0x26, 0x62]

/// Lengths of groups that are a telephone number only with no other digits beside them.
private let loneTelephoneShapes: Set<UInt64> = telephoneShapes.union([
  0x224, 0x422, 0x242, 0x35, 0x53, 0x134, 0x143, 0x1111_1111,
])

extension GroupedText {
  /// Finds the first telephone number.
  func addTelephones(to found: inout Suspicions) {
    for first in groups.indices where !groups[first].isExempt {
      guard
        let last = endOfInternationalNumber(from: first) ?? endOfDanishNumber(from: first)
          ?? endOfPairs(from: first)
      else { continue }
      addTelephone(first...last, to: &found)
      return
    }
    for mark in marks where mark.announcement == .telephone {
      guard let covered = toldTelephone(after: mark) else { continue }
      addTelephone(covered, to: &found)
      return
    }
  }

  /// Finds the first telephone number with letters in place of some of its digits.
  func addLookalikeTelephones(to found: inout Suspicions) {
    for first in groups.indices {
      guard let last = endOfInternationalNumber(from: first) ?? endOfDanishNumber(from: first) else {
        continue
      }
      let covered = groups[first...last]
      let trueDigits = covered.reduce(0) { $0 + $1.trueDigits }
      guard trueDigits >= 4, covered.allSatisfy({ $0.trueDigits > 0 }) else { continue }
      addTelephone(first...last, to: &found)
      return
    }
  }

  private func addTelephone(_ covered: ClosedRange<Int>, to found: inout Suspicions) {
    let digits = groups[covered].reduce(0) { $0 + $1.count }
    let units = groups[covered.lowerBound].start..<groups[covered.upperBound].end
    found.add(Suspicion(kind: .telephone, units: units, digits: digits), as: .block)
  }

  /// Eight digits in any groups with any signs between them, soon after a word for a telephone.
  private func toldTelephone(after mark: Mark) -> ClosedRange<Int>? {
    guard let next = firstGroup(from: mark.end) else { return nil }
    for first in next..<groups.count where !groups[first].isExempt {
      guard groups[first].start - mark.end <= 30 else { return nil }
      var digits = 0
      for index in first..<groups.count {
        if index > first, !isAnySign(groups[index - 1].end, groups[index].start) { break }
        digits += groups[index].count
        guard digits < 8 else {
          if digits == 8, !isSomethingElse(first, index) { return first...index }
          break
        }
      }
    }
    return nil
  }

  /// The first group that begins at the unit `start` or after it.
  private func firstGroup(from start: Int) -> Int? {
    var (low, high) = (0, groups.count)
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low < groups.count ? low : nil
  }

  private func isAnySign(_ end: Int, _ start: Int) -> Bool {
    start - end <= 3 && !units[end..<start].contains(where: Unit.isLetter)
  }

  private func isSomethingElse(_ first: Int, _ last: Int) -> Bool {
    overlapsFullDate(first, last) || areListed(first...last) || followsListWord(first) || isAmount(last)
      || last - first == 3 && (isTimeSpan(first) || isDateAndHour(first))
      || isColonBeforeMinute(groups[first].end)
  }

  /// Four pairs of digits with one and the same unusual sign between them.
  private func endOfPairs(from first: Int) -> Int? {
    let last = first + 3
    guard last < groups.count, groups[first...last].allSatisfy({ $0.count == 2 }) else { return nil }
    let sign = units[groups[first].end]
    switch sign {
    case Unit.colon, Unit.middleDot, UInt8(ascii: "*"), UInt8(ascii: "|"), UInt8(ascii: "~"),
      UInt8(ascii: "="),
      UInt8(ascii: "'"), UInt8(ascii: "\\"), Unit.plus:
      break
    // Weeks are written so too, but none is above 53.
    case UInt8(ascii: ","), UInt8(ascii: ";"):
      guard groups[first...last].contains(where: { $0.value > 59 }) else { return nil }
    default: return nil
    }
    let isEven = (first..<last).allSatisfy { index in
      groups[index + 1].start == groups[index].end + 1 && units[groups[index].end] == sign
    }
    return isEven ? last : nil
  }

  /// The last group of a number that begins with a plus or with 00, or with 45 and eight digits in one group.
  private func endOfInternationalNumber(from first: Int) -> Int? {
    let group = groups[first]
    let hasPlus =
      isUnit(group.start - 1) { $0 == Unit.plus }
      || group.count == 2 && group.value == 45
        && isUnit(skipSpaces(from: group.start - 1, step: -1)) { $0 == Unit.plus }
    if !hasPlus {
      let isDanish = group.count == 10 && group.value / powerOfTen(8) == 45
      let hasDialPrefix = group.count == 12 && group.value / powerOfTen(8) == 45
      if isDanish || hasDialPrefix { return first }
      let isDivided =
        group.count == 2 && group.value == 0 && first + 1 < groups.count && groups[first + 1].count == 2
        && groups[first + 1].value == 45
      guard isDivided || group.count == 4 && group.value == 45 else { return nil }
    }
    var digits = 0
    var last = first
    for index in first..<groups.count {
      if index > first, !groups[index].gap.joins(afterKeyword: false) { break }
      if digits + groups[index].count > 15 { break }
      digits += groups[index].count
      last = index
    }
    return digits >= 8 ? last : nil
  }

  /// The last of the groups from `first` on that are eight digits in the form of a telephone number.
  private func endOfDanishNumber(from first: Int) -> Int? {
    var digits = 0
    var shape: UInt64 = 0
    for index in first..<groups.count {
      if index > first, !groups[index].gap.joins(afterKeyword: false) { return nil }
      digits += groups[index].count
      shape = shape << 4 | UInt64(min(groups[index].count, 15))
      if digits > 8 { return nil }
      if digits == 8 { return isTelephone(shape, first, index) ? index : nil }
    }
    return nil
  }

  private func isTelephone(_ shape: UInt64, _ first: Int, _ last: Int) -> Bool {
    let standsAlone =
      groups[first].gap.signs == 0 && (last + 1 == groups.count || groups[last + 1].gap.signs == 0)
    let isEven = first == last || groups[first + 1...last].allSatisfy { $0.gap == groups[first + 1].gap }
    guard isEven ? telephoneShapes.contains(shape) || standsAlone : standsAlone else { return false }
    return loneTelephoneShapes.contains(shape) && !isDateOrTime(shape, first, last)
  }

  /// Whether eight digits are a date, a span of years or of hours, or a date and an hour.
  private func isDateOrTime(_ shape: UInt64, _ first: Int, _ last: Int) -> Bool {
    if overlapsFullDate(first, last) || followsListWord(first) || isAmount(last) { return true }
    if last - first == 2, isInNetworkAddress(first) { return true }
    if last > first, areListed(first...last) { return true }
    switch shape {
    // A date of six digits, and the hour.
    case 0x62: return isDayAndMonth(groups[first].value / 100) && isHour(last)
    case 0x44:
      let parts = groups[last].gap
      let isSpan = parts.signs & 0xFF == UInt32(Unit.hyphen) || parts.hasSpace && !parts.isOnly(Unit.space)
      let areYears = isYear(first) && isYear(last)
      return (isSpan && isClock(first) && isClock(last)) || (areYears && !parts.isOnly(Unit.space))
        || (areYears && groups[first].value + 1 == groups[last].value)
    case 0x2222:
      return isTimeSpan(first) || isDateAndHour(first)
    default: return false
    }
  }

  /// 192.168.10.11, of which the first three numbers can have eight digits.
  private func isInNetworkAddress(_ first: Int) -> Bool {
    first + 3 < groups.count
      && (first + 1...first + 3).allSatisfy { groups[$0].gap.isOnly(Unit.point) && groups[$0].value <= 255 }
  }

  /// 10.30-12.30
  private func isTimeSpan(_ first: Int) -> Bool {
    isHour(first) && isMinute(first + 1) && isHour(first + 2) && isMinute(first + 3)
      && groups[first + 1].gap.isOnly(Unit.point) && groups[first + 3].gap.isOnly(Unit.point)
      && groups[first + 2].gap != groups[first + 1].gap
  }

  /// 11.03.26 14
  private func isDateAndHour(_ first: Int) -> Bool {
    isDay(first) && isMonth(first + 1) && isHour(first + 3) && groups[first + 1].gap.partsDate
      && groups[first + 2].gap == groups[first + 1].gap && groups[first + 3].gap.isOnly(Unit.space)
  }

  private func overlapsFullDate(_ first: Int, _ last: Int) -> Bool {
    (first - 2...last).contains { isDayFirstDate($0) || isYearFirstDate($0) }
  }
}
