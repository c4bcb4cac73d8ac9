// The week as Danes plan by it: Monday first, week 1 holds the year's first Thursday.

/// An ISO 8601 week, written `2026-W10`.
package struct ISOWeek: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The week's Monday as a day number; all the rest follows from it.
  private let mondayNumber: Int

  /// The week that a date lies in.
  package init(containing date: CivilDate) {
    mondayNumber = date.dayNumber - (date.weekday.rawValue - 1)
  }

  /// The week, or nil when that year has no such week.
  package init?(year: Int, week: Int) {
    guard (1...53).contains(week), let fourth = CivilDate(year: year, month: 1, day: 4) else { return nil }
    let first = ISOWeek(containing: fourth)
    let wanted = ISOWeek(containing: first.monday.adding(days: (week - 1) * 7))
    guard wanted.year == year else { return nil }
    self = wanted
  }

  /// Reads `2026-W10`; anything else is nil.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == 0x2d, bytes[5] == 0x57,
      let year = Digits.value(bytes[0..<4]), let week = Digits.value(bytes[6..<8])
    else { return nil }
    self.init(year: year, week: week)
  }

  package var monday: CivilDate { CivilDate(dayNumber: mondayNumber) }
  package var sunday: CivilDate { monday.adding(days: 6) }

  /// The year that the week counts to: that of its Thursday.
  package var year: Int { monday.adding(days: 3).year }

  /// The week's number, 1–53.
  package var week: Int {
    let thursday = monday.adding(days: 3)
    guard let newYear = CivilDate(year: thursday.year, month: 1, day: 1) else { return 1 }
    return thursday.days(since: newYear) / 7 + 1
  }

  /// The week that many weeks later (or earlier).
  package func adding(weeks: Int) -> ISOWeek { ISOWeek(containing: monday.adding(days: weeks * 7)) }

  /// How many weeks later this week is than the other one.
  package func weeks(since other: ISOWeek) -> Int { (mondayNumber - other.mondayNumber) / 7 }

  /// The date of a weekday in this week.
  package func date(of weekday: Weekday) -> CivilDate { monday.adding(days: weekday.rawValue - 1) }

  package static func < (left: ISOWeek, right: ISOWeek) -> Bool { left.mondayNumber < right.mondayNumber }

  package var description: String { "\(Digits.padded(year, 4))-W\(Digits.padded(week, 2))" }
}
