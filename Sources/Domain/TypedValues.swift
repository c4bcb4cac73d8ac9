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

  /// `12/3`, `12.3.`, `12/3 2026` or `2026-03-12`; without a year the first such day not before one.
  package static func day(_ text: String, from first: CivilDate) -> CivilDate? {
    if let day = CivilDate(text) { return day }
    let numbers = numbers(in: text)
    switch numbers.count {
    case 2:
      return [first.year, first.year + 1]
        .compactMap { CivilDate(year: $0, month: numbers[1], day: numbers[0]) }
        .first { $0 >= first }
    case 3: return CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
    default: return nil
    }
  }

  /// `10-11`, `9.30-13.30`, `9:30–11` or `0930-1130`.
  package static func hours(_ text: String) -> TimeSpan? {
    let ends = text.split { "-–".contains($0) }.map(String.init)
    guard ends.count == 2, let from = time(ends[0]), let to = time(ends[1]), from < to else { return nil }
    return TimeSpan(from: from, to: to)
  }

  private static func time(_ text: String) -> ClockTime? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let parts = numbers(in: text)
    switch (parts.count, digits.count) {
    case (1, 1...2): return ClockTime(minutes: (parts[0]) * 60)
    case (1, 4): return clock(parts[0] / 100, parts[0] % 100)
    case (2, _): return clock(parts[0], parts[1])
    case (_, _): return nil
    }
  }

  private static func clock(_ hour: Int, _ minute: Int) -> ClockTime? {
    minute < 60 ? ClockTime(minutes: hour * 60 + minute) : nil
  }

  /// The numbers in a text, of at most four digits each; none when there is a longer one.
  private static func numbers(in text: String) -> [Int] {
    let runs = text.split { !($0.isASCII && $0.isNumber) }
    guard runs.allSatisfy({ $0.count <= 4 }) else { return [] }
    return runs.compactMap { Int($0) }
  }

  /// The future goes before the past that is as far away.
  private static func distance(_ weeks: Int) -> Int { weeks >= 0 ? weeks * 2 : -weeks * 2 + 1 }
}
