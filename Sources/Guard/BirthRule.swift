// When somebody was born: a word for it, and a date soon after.

extension GroupedText {
  /// Finds the first date of birth, and warns of a year of birth.
  func addBirths(to found: inout Suspicions) {
    var next = 0
    var index = 0
    while index < units.count, next < groups.count {
      if let reach = reachOfBirthWord(at: index) {
        while next < groups.count, groups[next].start < index { next += 1 }
        if addBirth(from: next, until: reach, to: &found) { return }
      }
      index += 1
      while index < units.count, Unit.isLetter(units[index]), Unit.isLetter(units[index - 1]) { index += 1 }
    }
  }

  /// How far a date may begin from a word for being born at `index`; nil when there is no such word.
  private func reachOfBirthWord(at index: Int) -> Int? {
    guard Unit.isLetter(units[index]) else { return nil }
    if Keyword.beginsBirth(units, at: index) { return index + Self.keywordReach + 8 }
    return isAbbreviation(at: index) ? index + 4 : nil
  }

  /// "f." by itself, as in "f. 11/3".
  private func isAbbreviation(at index: Int) -> Bool {
    guard index + 1 < units.count, Unit.lowercased(units[index]) == UInt8(ascii: "f"),
      units[index + 1] == Unit.point
    else { return false }
    return index == 0 || !(Unit.isLetter(units[index - 1]) || Unit.isDigit(units[index - 1]))
  }

  private func addBirth(from next: Int, until reach: Int, to found: inout Suspicions) -> Bool {
    for first in next..<groups.count {
      guard groups[first].start <= reach else { return false }
      let end: Int
      let judgement: Judgement
      if let last = endOfDate(from: first) {
        end = groups[last].end
        judgement = .block
      } else if groups[first].count <= 2, isDay(first), isBeforeMonthName(groups[first].end) {
        end = groups[first].end
        judgement = .block
      } else if isYear(first) {
        end = groups[first].end
        judgement = .warn
      } else {
        continue
      }
      let covered = groups[first].start..<end
      let digits = units[covered].count(where: Unit.isDigit)
      found.add(Suspicion(kind: .birth, units: covered, digits: digits), as: judgement)
      if judgement == .block { return true }
    }
    return false
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

  /// Whether the name of a month stands right after a day.
  private func isBeforeMonthName(_ end: Int) -> Bool {
    var index = end
    while index < units.count, index < end + 3, units[index] == Unit.point || units[index] == Unit.space {
      index += 1
    }
    return index < units.count && index > end && Keyword.beginsMonth(units, at: index)
  }
}
