// Lists of days, times and hours: many small numbers that are no one number.

extension GroupedText {
  /// Whether the groups are days and times in a row, as in 12/10 13/10 14/10 or 09.30-11.30 11.50-13.30.
  func areListed(_ covered: ClosedRange<Int>) -> Bool {
    // A whole date and then a time can be a CPR number with its serial number in two parts.
    let time = covered.upperBound - 1
    if covered.count == 5, isShortDate(covered.lowerBound), isPair(time), !isShortDate(time) { return false }
    return covered.allSatisfy { index in
      isPair(index) || isPair(index - 1) || isClockSpan(index) || isClockSpan(index - 1)
        || isShortDate(index) || isShortDate(index - 1) || isShortDate(index - 2)
    }
  }

  /// Two numbers that are a day and a month, an hour and its minutes, or from one hour to another, and no
  /// third number parted in the same way.
  private func isPair(_ index: Int) -> Bool {
    guard index >= 0, index + 1 < groups.count, groups[index].count <= 2, groups[index + 1].count <= 2 else {
      return false
    }
    let gap = groups[index + 1].gap
    if groups[index].gap == gap || index + 2 < groups.count && groups[index + 2].gap == gap { return false }
    if gap.isOnly(Unit.slash) { return isDay(index) && isMonth(index + 1) }
    if gap.isOnly(Unit.point) {
      return isHour(index) && isMinute(index + 1) || isDay(index) && isMonth(index + 1)
    }
    guard gap.isOnly(Unit.hyphen) || gap.signs == 0x20_2D20 else { return false }
    return groups[index].value < groups[index + 1].value && groups[index + 1].value <= 24
  }

  /// 1030-1230
  func isClockSpan(_ index: Int) -> Bool {
    guard index >= 0, index + 1 < groups.count, isClock(index), isClock(index + 1) else { return false }
    let gap = groups[index + 1].gap
    return (gap.isOnly(Unit.hyphen) || gap.signs == 0x20_2D20)
      && groups[index].value < groups[index + 1].value
  }

  /// 12.10.26 or 12/10-26, with something else before and after.
  private func isShortDate(_ index: Int) -> Bool {
    guard index >= 0, index + 2 < groups.count, groups[index + 2].count == 2, isDay(index), isMonth(index + 1)
    else { return false }
    let (first, second) = (groups[index + 1].gap, groups[index + 2].gap)
    guard first.partsDate, second == first || first.isOnly(Unit.slash) && second.isOnly(Unit.hyphen) else {
      return false
    }
    let after = index + 3 < groups.count ? groups[index + 3].gap : Gap()
    return groups[index].gap != first && after != second
  }

  /// Whether a word such as "uge" or "lokale" stands before the numbers of which the one at `index` is one.
  func followsListWord(_ index: Int) -> Bool {
    guard groups[index].count <= 4 else { return false }
    var first = index
    while first > 0, index - first < 15, isInOneList(first) { first -= 1 }
    var end = groups[first].start
    while end > 0, groups[first].start - end < 3, !Unit.isLetter(units[end - 1]),
      !Unit.isDigit(units[end - 1])
    {
      end -= 1
    }
    var begin = end
    while begin > 0, end - begin < 16, Unit.isLetter(units[begin - 1]) { begin -= 1 }
    return begin < end && Keyword.lists.has(units, at: begin)
  }

  private func isInOneList(_ index: Int) -> Bool {
    let (end, start) = (groups[index - 1].end, groups[index].start)
    guard start - end <= 3, groups[index - 1].count <= 4, groups[index].count <= 4 else { return false }
    return units[end..<start].allSatisfy { !Unit.isLetter($0) }
  }

  /// A large number with points between the thousands.
  func isThousands(_ covered: ClosedRange<Int>) -> Bool {
    let first = groups[covered.lowerBound]
    guard first.count <= 3, first.value >= powerOfTen(first.count - 1), covered.count > 2 else {
      return false
    }
    return covered.dropFirst().allSatisfy { groups[$0].count == 3 && groups[$0].gap.isOnly(Unit.point) }
  }
}
