// Ten digits that read naturally as a date and a time are let through, or only warned about.

extension GroupedText {
  /// How `candidate` is judged when it reads as dates and times; nil when it does not.
  func dateReading(of candidate: Candidate, isBlockedShape: Bool) -> Judgement? {
    let first = candidate.groups.lowerBound
    let last = candidate.groups.upperBound
    if beginsInsideDate(first) {
      let areClocks = candidate.shape == 0x244 && isClock(last - 1) && isClock(last)
      return isBlockedShape && !areClocks ? .warn : .nothing
    }
    if isMinuteAfterColon(first) {
      return isBlockedShape && !isDayFirstDate(first + 1) ? .warn : .nothing
    }
    if let judgement = dateAndTime(candidate.shape, first, last) { return judgement }
    if let judgement = numberAndDate(candidate.shape, first, last) { return judgement }
    if endsInsideDate(first, last) { return isBlockedShape ? .warn : .nothing }
    if !isBlockedShape, isColonTimeAfterDate(first, last) { return .nothing }
    return nil
  }

  /// A date, then a time.
  private func dateAndTime(_ shape: UInt64, _ first: Int, _ last: Int) -> Judgement? {
    switch shape {
    case 0x2242 where isDayFirstDate(first) && isHour(last),
      0x4222 where isYearFirstDate(first) && isHour(last),
      0x82 where isUndividedDate(first) && isHour(last),
      0x22422 where isDayFirstDate(first) && isHour(last - 1) && isMinute(last):
      .nothing
    // The year in full and a time without a colon: the last four digits could be a serial number.
    case 0x2244 where isDayFirstDate(first) && groups[last].gap.isOnly(Unit.space) && isClock(last): .warn
    case 0x2224 where isPointedDate(first) && groups[last].gap.isOnly(Unit.space) && isClock(last): .warn
    // 110326 14.30
    case 0x622
    where groups[last - 1].gap.hasSpace && groups[last].gap.isOnly(Unit.point) && isHour(last - 1)
      && isMinute(last):
      .warn
    // 11.03 1030-1230: day, month, and from when to when.
    case 0x244
    where first > 0 && groups[first].gap.partsDate && groups[first - 1].count <= 2
      && groups[first + 1].gap.isOnly(Unit.space) && isClock(first + 1) && isClock(last):
      .warn
    default: nil
    }
  }

  /// Something short, then a date with its year in full: 12 11.03.2026, or 14.30 11.03.2026.
  private func numberAndDate(_ shape: UInt64, _ first: Int, _ last: Int) -> Judgement? {
    switch shape {
    case 0x2224 where isDayFirstDate(first + 1) && groups[first + 1].gap != groups[first + 2].gap:
      isNumberBesideDate(first) ? .nothing : .warn
    case 0x226
    where isPointedTime(first) && groups[last].gap.hasSpace && isDayAndMonth(groups[last].value / 100):
      .warn
    case 0x46 where isClock(first) && followsClockWord(first) && isDayAndMonth(groups[last].value / 100):
      .warn
    case 0x4224 where isClock(first) && isDayFirstDate(first + 1): .nothing
    case 0x22224 where isPointedTime(first) && isDayFirstDate(first + 2): .nothing
    default: nil
    }
  }

  /// Whether the number at `index` stands apart from the date after it: an hour, or a room's number.
  private func isNumberBesideDate(_ index: Int) -> Bool {
    (index > 0 && isPointedTime(index - 1)) || (isHour(index) && followsClockWord(index))
      || followsListWord(index)
  }

  // MARK: - Dates

  /// DD.MM.YYYY from the group at `index` on. Before the year a space is enough, as in 11/3 2026.
  func isDayFirstDate(_ index: Int) -> Bool {
    guard index >= 0, index + 2 < groups.count, groups[index].count <= 2, groups[index + 1].count <= 2,
      groups[index + 2].count == 4
    else { return false }
    let beforeYear = groups[index + 2].gap
    return groups[index + 1].gap.partsDate && (beforeYear.partsDate || beforeYear.isOnly(Unit.space))
      && isDay(index) && isMonth(index + 1) && isYear(index + 2)
  }

  /// YYYY-MM-DD from the group at `index` on.
  func isYearFirstDate(_ index: Int) -> Bool {
    guard index >= 0, index + 2 < groups.count, groups[index].count == 4, groups[index + 1].count <= 2,
      groups[index + 2].count <= 2
    else { return false }
    return groups[index + 1].gap.partsDate && groups[index + 2].gap == groups[index + 1].gap
      && isYear(index) && isMonth(index + 1) && isDay(index + 2)
  }

  /// DD.MM.YY with points from the group at `index` on.
  private func isPointedDate(_ index: Int) -> Bool {
    guard index >= 0, index + 2 < groups.count else { return false }
    return groups[index...index + 2].allSatisfy { $0.count == 2 } && isDay(index) && isMonth(index + 1)
      && groups[index + 1].gap.isOnly(Unit.point) && groups[index + 2].gap.isOnly(Unit.point)
  }

  /// DDMMYYYY or YYYYMMDD in one group.
  private func isUndividedDate(_ index: Int) -> Bool {
    guard groups[index].count == 8 else { return false }
    let value = groups[index].value
    let dayFirst = (1...31).contains(value / 1_000_000) && (1...12).contains(value / 10_000 % 100)
    let yearFirst = (1...12).contains(value / 100 % 100) && (1...31).contains(value % 100)
    return (dayFirst && isYear(value % 10_000)) || (yearFirst && isYear(value / 10_000))
  }

  /// Whether the group at `index` belongs to a date, or to its time, that began before it.
  private func beginsInsideDate(_ index: Int) -> Bool {
    isFullDate(index - 1) || isFullDate(index - 2)
      || (isPointedDate(index - 2) && index + 1 < groups.count && isClock(index + 1)
        && groups[index + 1].gap.isOnly(Unit.space))
  }

  /// Whether a date begins after `first` and goes on after `last`.
  private func endsInsideDate(_ first: Int, _ last: Int) -> Bool {
    (last > first && isFullDate(last)) || (last - 1 > first && isFullDate(last - 1))
  }

  private func isFullDate(_ index: Int) -> Bool { isDayFirstDate(index) || isYearFirstDate(index) }

  /// Whether the last group is the hour of a time with a colon, right after a date of six digits.
  private func isColonTimeAfterDate(_ first: Int, _ last: Int) -> Bool {
    guard isHour(last), isColonBeforeMinute(groups[last].end), last - 1 >= first else { return false }
    if groups[last - 1].count == 6 { return isDayAndMonth(groups[last - 1].value / 100) }
    return last - 3 >= first && isDay(last - 3) && isMonth(last - 2) && groups[last - 1].count == 2
  }
}
