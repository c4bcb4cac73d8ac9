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
    for first in groups.indices {
      guard let last = endOfInternationalNumber(from: first) ?? endOfDanishNumber(from: first) else {
        continue
      }
      let covered = groups[first...last]
      let digits = covered.map(\.count).reduce(0, +)
      let units = groups[first].start..<groups[last].end
      found.add(Suspicion(kind: .telephone, units: units, digits: digits), as: .block)
      return
    }
  }

  /// The last group of a number that begins with a plus or with 00, or with 45 and eight digits in one group.
  private func endOfInternationalNumber(from first: Int) -> Int? {
    let group = groups[first]
    let hasPlus = group.start > 0 && units[group.start - 1] == Unit.plus
    if !hasPlus {
      let isDanish = group.count == 10 && group.value / powerOfTen(8) == 45
      let hasDialPrefix = group.count == 12 && group.value / powerOfTen(8) == 45
      if isDanish || hasDialPrefix { return first }
      guard group.count == 4, group.value == 45 else { return nil }
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
    if overlapsFullDate(first, last) { return true }
    switch shape {
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
