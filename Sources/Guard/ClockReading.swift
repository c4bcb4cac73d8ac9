// Groups of digits read as parts of a date or a time of day.

extension GroupedText {
  /// Whether the group at `index` can be a day of a month.
  func isDay(_ index: Int) -> Bool { groups[index].count <= 2 && (1...31).contains(groups[index].value) }

  /// Whether the group at `index` can be a month.
  func isMonth(_ index: Int) -> Bool { groups[index].count <= 2 && (1...12).contains(groups[index].value) }

  /// Whether the group at `index` can be a year of this century or the last.
  func isYear(_ index: Int) -> Bool { groups[index].count == 4 && isYear(groups[index].value) }

  /// Whether `value` is a year of this century or the last.
  func isYear(_ value: UInt64) -> Bool { (1900...2099).contains(value) }

  /// Whether the group at `index` can be an hour.
  func isHour(_ index: Int) -> Bool { groups[index].count <= 2 && groups[index].value <= 23 }

  /// Whether the group at `index` can be a minute, or a second.
  func isMinute(_ index: Int) -> Bool { groups[index].count == 2 && groups[index].value <= 59 }

  /// Whether the group at `index` is a time of day in four digits.
  func isClock(_ index: Int) -> Bool {
    groups[index].count == 4 && groups[index].value / 100 <= 23 && groups[index].value % 100 <= 59
  }

  /// Whether the groups at `index` and after it are a time with a point, as in 14.30.
  func isPointedTime(_ index: Int) -> Bool {
    index + 1 < groups.count && isHour(index) && isMinute(index + 1)
      && groups[index + 1].gap.isOnly(Unit.point)
  }

  /// Whether "kl", with or without a point, stands right before the group at `index`.
  func followsClockWord(_ index: Int) -> Bool {
    var end = groups[index].start
    while end > 0, groups[index].start - end < 2, units[end - 1] == Unit.space || units[end - 1] == Unit.point
    {
      end -= 1
    }
    guard end >= 2, Unit.lowercased(units[end - 1]) == UInt8(ascii: "l"),
      Unit.lowercased(units[end - 2]) == UInt8(ascii: "k")
    else { return false }
    return end == 2 || !Unit.isLetter(units[end - 3])
  }

  /// Whether the group at `index` is the minute or second of a time written with a colon.
  func isMinuteAfterColon(_ index: Int) -> Bool {
    let start = groups[index].start
    guard index > 0, isMinute(index), start > 0, units[start - 1] == Unit.colon else { return false }
    return groups[index - 1].end == start - 1 && groups[index - 1].count <= 2 && groups[index - 1].value <= 59
  }

  /// Whether a colon and a minute stand at the unit `end`.
  func isColonBeforeMinute(_ end: Int) -> Bool {
    guard end + 2 < units.count, units[end] == Unit.colon else { return false }
    let next = end + 3
    return units[end + 1] >= 0x30 && units[end + 1] <= 0x35 && Unit.isDigit(units[end + 2])
      && (next == units.count || !Unit.isDigit(units[next]))
  }
}
