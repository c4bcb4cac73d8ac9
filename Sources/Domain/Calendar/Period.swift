// The periods of protected figures: quarters and school years, made of whole weeks.

/// A quarter or a school year. A week belongs to the period of its Thursday.
package enum Period: Hashable, Sendable {
  /// `number` is 1–4.
  case quarter(year: Int, number: Int)
  /// The school year that begins in that year: its 3rd and 4th quarter, and the next year's 1st and 2nd.
  case schoolYear(Int)

  /// The quarter of a week.
  package init(quarterOf week: ISOWeek) {
    self = .quarter(year: week.year, number: (week.date(of: .thursday).month - 1) / 3 + 1)
  }

  /// The school year of a week.
  package init(schoolYearOf week: ISOWeek) {
    self = .schoolYear(week.date(of: .thursday).month >= 7 ? week.year : week.year - 1)
  }

  /// Reads `2026-Q1` and `2025/26`; anything else is nil.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, let year = Digits.value(bytes[0..<4]), (1...9998).contains(year) else {
      return nil
    }
    if bytes[4] == 0x2d, bytes[5] == 0x51, (0x31...0x34).contains(bytes[6]) {
      self = .quarter(year: year, number: Int(bytes[6] - 0x30))
    } else if bytes[4] == 0x2f, Digits.value(bytes[5..<7]) == (year + 1) % 100 {
      self = .schoolYear(year)
    } else {
      return nil
    }
  }

  /// The weeks it is made of.
  package var weeks: ClosedRange<ISOWeek> {
    switch self {
    case .quarter(let year, let number):
      let next: Period =
        number == 4 ? .quarter(year: year + 1, number: 1) : .quarter(year: year, number: number + 1)
      return firstWeek...next.firstWeek.adding(weeks: -1)
    case .schoolYear(let year):
      return firstWeek...Period.quarter(year: year + 1, number: 3).firstWeek.adding(weeks: -1)
    }
  }

  /// The week with its first Thursday.
  private var firstWeek: ISOWeek {
    let (year, month) =
      switch self {
      case .quarter(let year, let number): (year, number * 3 - 2)
      case .schoolYear(let year): (year, 7)
      }
    let first = CivilDate(year: year, month: month, day: 1) ?? CivilDate(dayNumber: 0)
    let week = ISOWeek(containing: first)
    return week.date(of: .thursday) < first ? week.adding(weeks: 1) : week
  }

  /// The quarters it is made of, in order; a quarter is its own only one.
  package var quarters: [Period] {
    switch self {
    case .quarter: [self]
    case .schoolYear(let year):
      [
        .quarter(year: year, number: 3), .quarter(year: year, number: 4),
        .quarter(year: year + 1, number: 1), .quarter(year: year + 1, number: 2),
      ]
    }
  }

  package var isSchoolYear: Bool {
    switch self {
    case .quarter: false
    case .schoolYear: true
    }
  }

  /// The period of the same kind that many later (or earlier).
  package func adding(_ count: Int) -> Period {
    switch self {
    case .quarter(let year, let number):
      let index = year * 4 + number - 1 + count
      return .quarter(year: index / 4, number: index % 4 + 1)
    case .schoolYear(let year): return .schoolYear(year + count)
    }
  }

  /// The first week that can still be corrected at that moment; nil when all are final.
  package func firstOpenWeek(at now: Moment) -> ISOWeek? {
    if weeks.upperBound.isFinal(at: now) { return nil }
    return allWeeks.first { !$0.isFinal(at: now) }
  }

  /// Its weeks, one after the other.
  package var allWeeks: [ISOWeek] { weeks.each }

  /// The name of its file in `releases/`, without `.json`: `2026-Q1`, `2025-26`.
  package var fileStem: String { String(description.map { $0 == "/" ? "-" : $0 }) }
}

extension ClosedRange<ISOWeek> {
  /// The weeks, one after the other.
  package var each: [ISOWeek] {
    (0...upperBound.weeks(since: lowerBound)).map { lowerBound.adding(weeks: $0) }
  }
}

extension Period: CustomStringConvertible {
  /// `2026-Q1`, `2025/26`.
  package var description: String {
    switch self {
    case .quarter(let year, let number): "\(Digits.padded(year, 4))-Q\(number)"
    case .schoolYear(let year): "\(Digits.padded(year, 4))/\(Digits.padded((year + 1) % 100, 2))"
    }
  }
}

extension Period: Comparable {
  /// By the first week; of two that begin together the shorter one first.
  package static func < (left: Period, right: Period) -> Bool {
    (left.firstWeek, left.isSchoolYear ? 1 : 0) < (right.firstWeek, right.isSchoolYear ? 1 : 0)
  }
}
