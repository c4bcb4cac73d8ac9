// A date and four digits that belong together although something else stands between them.

extension GroupedText {
  /// Blocks them after a word for CPR, whatever stands between; warns where a sign of a list or an arrow
  /// parts them.
  func addPartedNumbers(to found: inout Suspicions) {
    for first in groups.indices where !groups[first].isExempt {
      guard let date = writtenDate(from: first) else { continue }
      let followsKeyword = groups[first].followsKeyword
      var last = date.last
      if !date.holdsSerial {
        let next = date.last + 1
        guard next < groups.count, !groups[next].isExempt,
          let end = followsKeyword ? endOfToldSerial(from: next) : endOfListedSerial(first, date)
        else { continue }
        last = end
      }
      let digits = groups[first...last].reduce(0) { $0 + $1.count }
      let suspicion = Suspicion(
        kind: .cpr, units: groups[first].start..<groups[last].end, digits: digits)
      found.add(suspicion, as: followsKeyword ? .block : .warn)
      if followsKeyword { return }
    }
  }

  /// The last group of the four digits that follow the one before `next`, at most some words after it. Among
  /// the words there may be a small number: "de sidste 4 er".
  private func endOfToldSerial(from next: Int) -> Int? {
    let isCount = groups[next].count == 1 && next + 1 < groups.count && groups[next + 1].count > 1
    return endOfSerial(from: next, after: next - 1)
      ?? (isCount ? endOfSerial(from: next + 1, after: next - 1) : nil)
  }

  private func endOfSerial(from next: Int, after last: Int) -> Int? {
    guard groups[next].start - groups[last].end <= Self.keywordReach, !isTimeOfDay(next) else { return nil }
    var digits = 0
    for index in next..<groups.count {
      if index > next, !groups[index].gap.joins(afterKeyword: true) { return nil }
      digits += groups[index].count
      if digits >= 4 { return digits == 4 ? index : nil }
    }
    return nil
  }

  /// The group of the four digits after `date`, when a sign of a list stands between them.
  private func endOfListedSerial(_ first: Int, _ date: WrittenDate) -> Int? {
    let next = date.last + 1
    guard groups[next].count == 4, !groups[first].gap.joins(afterKeyword: false) else { return nil }
    guard isListGap(from: groups[date.last].end, to: groups[next].start) || joinsShortDate(first, date)
    else { return nil }
    let isClockAfterDay = isClock(next) && (date.hasFullYear || date.isNamed)
    guard !isClockAfterDay, !isTimeOfDay(next), !isAmount(next) else { return nil }
    // Four digits that go on are a telephone number.
    if next + 1 < groups.count, groups[next + 1].count == 4, groups[next + 1].gap.joins(afterKeyword: false) {
      return nil
    }
    return next
  }

  /// Whether the four digits stand beside a date with a name or with single digits in it, which the rule for
  /// ten digits does not see.
  private func joinsShortDate(_ first: Int, _ date: WrittenDate) -> Bool {
    guard groups[date.last + 1].gap.joins(afterKeyword: false) else { return false }
    if date.isNamed { return true }
    let hasSigns = !groups[first + 1].gap.isOnly(Unit.space)
    return hasSigns && date.last == first + 2 && groups[first...date.last].contains { $0.count == 1 }
      && !isClock(date.last + 1)
  }

  /// Whether a comma, a semicolon, a colon, a bar, a dot in the middle or an arrow stands there, with nothing
  /// else but spaces.
  private func isListGap(from end: Int, to start: Int) -> Bool {
    guard start - end <= 8 else { return false }
    var hasSign = false
    for unit in units[end..<start] {
      switch unit {
      case UInt8(ascii: ","), UInt8(ascii: ";"), Unit.colon, UInt8(ascii: "|"), Unit.middleDot,
        UInt8(ascii: ">"):
        hasSign = true
      case Unit.space, Unit.hyphen, UInt8(ascii: "="), Unit.point, UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "_"), Unit.slash:
        break
      default: return false
      }
    }
    return hasSign
  }

  /// Whether the group at `index` begins a time: 14.30, 14:30, kl. 1430, 1430-1630.
  private func isTimeOfDay(_ index: Int) -> Bool {
    if isPointedTime(index) { return true }
    if isHour(index), isColonBeforeMinute(groups[index].end) { return true }
    return isClock(index) && (followsClockWord(index) || isClockSpan(index))
  }

  /// Whether what follows makes the number at `index` an amount, or a postal code.
  func isAmount(_ index: Int) -> Bool {
    var place = groups[index].end
    if place + 1 < units.count, units[place] == UInt8(ascii: ","), units[place + 1] == Unit.hyphen {
      return true
    }
    while place < units.count, units[place] == Unit.space { place += 1 }
    guard place < units.count, place - groups[index].end <= 2 else { return false }
    if Keyword.amounts.has(units, at: place) { return true }
    return groups[index].count == 4 && Keyword.places.has(units, at: place)
  }
}
