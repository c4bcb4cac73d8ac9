// A date with its year, in digits or with the name of its month, from a group of digits on.

/// A date that was read from a text.
struct WrittenDate {
  /// Its last group of digits.
  var last: Int
  /// Whether the year has four digits.
  var hasFullYear = false
  /// Whether the month is written as a word.
  var isNamed = false
  /// Whether the serial number follows in the same digits as the year.
  var holdsSerial = false
}

extension GroupedText {
  /// The date with a year that begins with the group at `first`; after a word for CPR also one that has
  /// lost its leading zero.
  func writtenDate(from first: Int) -> WrittenDate? {
    let group = groups[first]
    switch group.count {
    case 8 where isDayAndMonth(group.value / 10_000) && isLifeYear(group.value % 10_000),
      8
    where isDayAndMonth(group.value % 100 * 100 + group.value / 100 % 100)
      && isLifeYear(group.value / 10_000):
      return WrittenDate(last: first, hasFullYear: true)
    case 6 where isDayAndMonth(group.value / 100): return WrittenDate(last: first)
    case 5 where group.followsKeyword && isDayAndMonth(group.value / 100): return WrittenDate(last: first)
    case 4:
      if isYearFirstDate(first) { return WrittenDate(last: first + 2, hasFullYear: true) }
      guard isDayAndMonth(group.value), joins(first + 1), groups[first + 1].count == 2 else { return nil }
      return WrittenDate(last: first + 1)
    case 1, 2: return namedDate(from: first) ?? dividedDate(from: first)
    default: return nil
    }
  }

  /// 12.05.47, 12/5 1947, 12 0547.
  private func dividedDate(from first: Int) -> WrittenDate? {
    guard joins(first + 1) else { return nil }
    let (day, next) = (groups[first].value, groups[first + 1])
    if next.count == 4, next.value / 100 <= 12, isDayAndMonth(day * 100 + next.value / 100) {
      return WrittenDate(last: first + 1)
    }
    guard next.count <= 2, isDayAndMonth(day * 100 + next.value), joins(first + 2) else { return nil }
    return year(first + 2).map { WrittenDate(last: first + 2, hasFullYear: $0) }
  }

  /// 12. maj 47, maj 12, 1947.
  private func namedDate(from first: Int) -> WrittenDate? {
    let next = first + 1
    guard next < groups.count, groups[next].start - groups[first].end <= 16,
      isDayAndMonth(groups[first].value * 100 + 1)
    else { return nil }
    let nameEnd = endOfMonthName(after: groups[first].end)
    guard let end = nameEnd ?? (followsMonthName(groups[first].start) ? groups[first].end : nil),
      isShortGap(from: end, to: groups[next].start)
    else { return nil }
    // The day of the next date is no year.
    if groups[next].count <= 2, endOfMonthName(after: groups[next].end) != nil { return nil }
    if let isFull = year(next) { return WrittenDate(last: next, hasFullYear: isFull, isNamed: true) }
    if groups[next].count == 6 || groups[next].count == 8 && isLifeYear(groups[next].value / 10_000) {
      return WrittenDate(last: next, isNamed: true, holdsSerial: true)
    }
    return nil
  }

  /// Whether the group at `index` can be a year, and if so whether it is one in full.
  private func year(_ index: Int) -> Bool? {
    if groups[index].count == 2 { return false }
    return groups[index].count == 4 && isLifeYear(groups[index].value) ? true : nil
  }

  /// Whether somebody can be born in `year`.
  private func isLifeYear(_ year: UInt64) -> Bool { (1850...2099).contains(year) }

  private func joins(_ index: Int) -> Bool {
    index < groups.count && groups[index].gap.joins(afterKeyword: groups[index].followsKeyword)
  }

  /// Where the name of a month ends that stands right after the unit `end`.
  func endOfMonthName(after end: Int) -> Int? {
    var index = end
    while index < units.count, index < end + 3, isLightSign(units[index]) { index += 1 }
    if index + 3 < units.count, Unit.lowercased(units[index]) == UInt8(ascii: "t"),
      Unit.lowercased(units[index + 1]) == UInt8(ascii: "h"), units[index + 2] == Unit.space
    {
      index += 3
    }
    guard index < units.count, Unit.isLetter(units[index]) else { return nil }
    return Keyword.months.find(units, at: index)?.end
  }

  /// Whether the name of a month stands right before the unit `start`.
  func followsMonthName(_ start: Int) -> Bool {
    var end = start
    while end > 0, start - end < 3, isLightSign(units[end - 1]) { end -= 1 }
    var begin = end
    while begin > 0, end - begin < 10, Unit.isLetter(units[begin - 1]) { begin -= 1 }
    guard begin < end, let found = Keyword.months.find(units, at: begin) else { return false }
    return found.end == end
  }

  private func isShortGap(from end: Int, to start: Int) -> Bool {
    start >= end && start - end <= 3 && units[end..<start].allSatisfy { isLightSign($0) }
  }

  /// What may stand between the parts of a date with a name in it.
  private func isLightSign(_ unit: UInt8) -> Bool {
    switch unit {
    case Unit.space, Unit.point, Unit.hyphen, Unit.slash, UInt8(ascii: ","), UInt8(ascii: "'"),
      UInt8(ascii: "_"),
      Unit.otherSymbol:
      true
    default: false
    }
  }
}
