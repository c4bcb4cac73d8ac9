// What people type for a week, a day and hours, read the way they write it.

/// Reads what was typed; nil when it is none. Years that are left out are the nearest.
package enum TypedValue {
  /// `10`, `uge 10` or `2026-W10`; a number without a year is the week of that number nearest to one.
  package static func week(_ text: String, near now: ISOWeek) -> ISOWeek? {
    if let week = ISOWeek(text) { return week }
    let numbers = numbers(in: text)
    guard numbers.count == 1, let number = numbers.first else { return nil }
    return [now.year - 1, now.year, now.year + 1]
      .compactMap { ISOWeek(year: $0, week: number) }
      .min { distance($0.weeks(since: now)) < distance($1.weeks(since: now)) }
  }

  /// `12/3`, `12.3.` or a whole date; without a year the first such day not before one.
  package static func day(_ text: String, from first: CivilDate) -> CivilDate? {
    if let day = CivilDate(danish: text) { return day }
    guard let typed = CivilDate.dayAndMonth(danish: text) else { return nil }
    return [first.year, first.year + 1]
      .compactMap { CivilDate(year: $0, month: typed.month, day: typed.day) }
      .first { $0 >= first }
  }

  /// `10-11`, `9.30-13.30`, `9:30–11` or `0930-1130`.
  package static func hours(_ text: String) -> TimeSpan? { TimeSpan(danish: text) }

  /// The numbers in a text, of at most four digits each; none when there is a longer one.
  private static func numbers(in text: String) -> [Int] {
    let runs = text.split { !($0.isASCII && $0.isNumber) }
    guard runs.allSatisfy({ $0.count <= 4 }) else { return [] }
    return runs.compactMap { Int($0) }
  }

  /// The future goes before the past that is as far away.
  private static func distance(_ weeks: Int) -> Int { weeks >= 0 ? weeks * 2 : -weeks * 2 + 1 }
}
