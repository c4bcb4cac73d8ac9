// When somebody was born: a word for it, and a date soon after or right before.

extension GroupedText {
  /// Finds the first date of birth, and warns of a year of birth.
  func addBirths(to found: inout Suspicions) {
    var next = 0
    for mark in marks {
      let reach: Int
      switch mark.announcement {
      case .birth, .generation: reach = mark.start + Self.keywordReach + 8
      case .turning: reach = mark.start + Self.keywordReach
      // A word for a CPR number that speaks of birth.
      case .cpr where Unit.lowercased(units[mark.start]) == UInt8(ascii: "f"):
        reach = mark.start + Self.keywordReach + 8
      case .shortBirth: reach = mark.end + 8
      case .cpr, .company, .workplace, .location, .bank, .telephone, .network, .atSign: continue
      }
      while next < groups.count, groups[next].start < mark.start { next += 1 }
      if next < groups.count, addBirth(of: mark, from: next, until: reach, to: &found) { return }
      if mark.announcement == .birth || mark.announcement == .turning && !isOpen(mark), next > 0,
        addBirth(before: mark, endingAt: next - 1, to: &found)
      {
        return
      }
    }
  }

  /// "bliver" says nothing of the day before it.
  private func isOpen(_ mark: Mark) -> Bool { Unit.lowercased(units[mark.start]) == UInt8(ascii: "b") }

  private func addBirth(
    of mark: Mark, from next: Int, until reach: Int, to found: inout Suspicions
  ) -> Bool {
    for first in next..<groups.count {
      guard groups[first].start <= reach, first - next < 6 else { return false }
      let isShort = mark.announcement == .shortBirth
      if isShort, !standsAlone(mark, before: first) { return false }
      let isYearOnly = mark.announcement == .generation
      if !turns(mark, first: next, before: first) { continue }
      if !isYearOnly,
        let end = endOfBirthDate(from: first, isShort: isShort && !isUnit(mark.end) { $0 == Unit.point })
      {
        add(groups[first].start..<end, as: .block, to: &found)
        return true
      }
      if isBirthYear(first, after: mark) || isShortYear(first, after: mark) {
        add(groups[first].start..<groups[first].end, as: .warn, to: &found)
      }
    }
    return false
  }

  /// A date that ends right before the word: "12/5 er hans fødselsdag".
  private func addBirth(before mark: Mark, endingAt last: Int, to found: inout Suspicions) -> Bool {
    for first in stride(from: last, through: max(0, last - 2), by: -1) {
      guard let end = endOfBirthDate(from: first, isShort: false), end <= mark.start, mark.start - end <= 24,
        !units[end..<mark.start].contains(where: { $0 == Unit.point || $0 == UInt8(ascii: ",") || $0 == 0x3B }
        )
      else { continue }
      add(groups[first].start..<end, as: .block, to: &found)
      return true
    }
    return false
  }

  private func add(_ covered: Range<Int>, as judgement: Judgement, to found: inout Suspicions) {
    let digits = units[covered].count(where: Unit.isDigit)
    found.add(Suspicion(kind: .birth, units: covered, digits: digits), as: judgement)
  }

  /// Whether only signs and "d" stand between an "f" by itself and the group at `first`.
  private func standsAlone(_ mark: Mark, before first: Int) -> Bool {
    if mark.start > 0, Unit.isDigit(units[mark.start - 1]) { return false }
    return units[mark.end..<max(mark.end, groups[first].start)].allSatisfy { unit in
      !Unit.isDigit(unit) && (!Unit.isLetter(unit) || Unit.lowercased(unit) == UInt8(ascii: "d"))
    }
  }

  /// Where the date that begins at `first` ends; an "f" without a point needs a year.
  private func endOfBirthDate(from first: Int, isShort: Bool) -> Int? {
    let group = groups[first]
    if isShort {
      if let date = writtenDate(from: first) { return groups[date.last].end }
      guard group.count <= 2, isDay(first), first + 1 < groups.count, isMonth(first + 1),
        groups[first + 1].gap.isOnly(Unit.slash)
      else { return nil }
      return groups[first + 1].end
    }
    if let last = endOfDate(from: first) { return groups[last].end }
    guard group.count <= 2, isDay(first) else { return nil }
    return endOfMonthName(after: group.end) ?? (followsMonthName(group.start) ? group.end : nil)
  }

  /// The last group of a date that begins at `first`: a day and a month are enough.
  private func endOfDate(from first: Int) -> Int? {
    let group = groups[first]
    if group.count == 6, isDayAndMonth(group.value / 100) { return first }
    if group.count == 8, isDayAndMonth(group.value / 10_000) || isYear(group.value / 10_000) { return first }
    if isYearFirstDate(first) || isDayFirstDate(first) { return first + 2 }
    guard first + 1 < groups.count, isDay(first), isMonth(first + 1) else { return nil }
    let gap = groups[first + 1].gap
    let hasYear =
      first + 2 < groups.count && groups[first + 2].gap.signs != 0
      && (groups[first + 2].count == 2 || isYear(first + 2))
    if gap.signs != 0, !gap.isOnly(Unit.space) || hasYear { return hasYear ? first + 2 : first + 1 }
    return nil
  }

  /// Four digits as a year; a class of pupils is named by the years to come, too.
  private func isBirthYear(_ first: Int, after mark: Mark) -> Bool {
    guard isYear(first) else { return false }
    switch mark.announcement {
    case .generation: return !(2020...2039).contains(groups[first].value)
    case .shortBirth: return isUnit(mark.end) { $0 == Unit.point || $0 == Unit.colon }
    case .birth, .turning, .cpr: return true
    case .company, .workplace, .location, .bank, .telephone, .network, .atSign: return false
    }
  }

  /// Whether "bliver", which stands in any sentence, is followed by an age and then by nothing but small
  /// words.
  private func turns(_ mark: Mark, first: Int, before date: Int) -> Bool {
    guard mark.announcement == .turning, isOpen(mark) else { return true }
    guard date > first, groups[first].count == 2, (12...30).contains(groups[first].value) else {
      return false
    }
    var index = groups[first].end
    guard isUnit(index, { $0 == Unit.space }) else { return false }
    guard units[mark.end..<groups[first].start].allSatisfy({ $0 == Unit.space }) else { return false }
    while index < groups[date].start {
      if Unit.isLetter(units[index]) {
        guard Keyword.fillers.has(units, at: index) else { return false }
        index = endOfWord(index)
      } else {
        index += 1
      }
    }
    return true
  }

  /// Two digits as a year: "født i 08", "årgang 08", "f. '08".
  private func isShortYear(_ first: Int, after mark: Mark) -> Bool {
    guard groups[first].count == 2, mark.announcement != .turning else { return false }
    let start = groups[first].start
    let hasApostrophe = isUnit(start - 1) { $0 == UInt8(ascii: "'") || $0 == Unit.otherSymbol }
    let after = skipSpaces(from: groups[first].end, step: 1)
    guard !isUnit(after, { Unit.isLetter($0) || $0 == Unit.point || $0 == Unit.colon || $0 == Unit.hyphen })
    else { return false }
    let end = endOfWord(mark.end)
    guard start - end <= 4, start >= end else { return false }
    return hasApostrophe
      || units[end..<start].allSatisfy { $0 == Unit.space || $0 == Unit.colon || Unit.lowercased($0) == 0x69 }
        && mark.announcement != .shortBirth
  }
}
