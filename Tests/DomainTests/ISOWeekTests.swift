// Weeks by ISO 8601, against a table of the known traps and against Foundation's calendar.

import Domain
import Foundation
import Testing

@Suite struct ISOWeekTests {
  @Test(arguments: [
    ("2020-12-28", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"),
    ("2022-01-01", "2021-W52"), ("2023-01-01", "2022-W52"), ("2024-12-29", "2024-W52"),
    ("2024-12-30", "2025-W01"), ("2025-12-29", "2026-W01"), ("2026-12-28", "2026-W53"),
    ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"), ("2017-09-04", "2017-W36"),
    ("2026-03-05", "2026-W10"), ("2025-10-13", "2025-W42"), ("2026-02-09", "2026-W07"),
    ("2027-10-18", "2027-W42"), ("2028-02-14", "2028-W07"),
  ])
  func traps(date: String, expected: String) {
    #expect(ISOWeek(containing: day(date)).description == expected)
    #expect(week(expected).monday <= day(date) && day(date) <= week(expected).sunday)
  }

  /// By Python's `isocalendar`.
  @Test func yearsOf53Weeks() {
    let long = (1990...2060).filter { ISOWeek(year: $0, week: 53) != nil }
    #expect(long == [1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048, 2054, 2060])
  }

  @Test func everyDayOfSeventyYears() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var wrong: [CivilDate] = []
    var date = day("1990-01-01")
    while date <= day("2060-12-31") {
      let noon = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400 + 43_200)
      let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: noon)
      let own = ISOWeek(containing: date)
      let isRight =
        own.year == parts.yearForWeekOfYear && own.week == parts.weekOfYear
        && ISOWeek(own.description) == own && own.date(of: date.weekday) == date
      if !isRight { wrong.append(date) }
      date = date.adding(days: 1)
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [
    "", "2026-10", "2026-W1", "2026-w10", "2026W10", "2026-W00", "2025-W53", "2026-W54", "2026-W10 ",
    "2026-W1x",
  ])
  func noSuchWeek(text: String) {
    #expect(ISOWeek(text) == nil)
  }

  @Test func arithmetic() {
    #expect(week("2026-W53").adding(weeks: 1) == week("2027-W01"))
    #expect(week("2027-W01").weeks(since: week("2026-W01")) == 53)
    #expect(week("2026-W01").weeks(since: week("2027-W01")) == -53)
    #expect(week("2026-W10").monday == day("2026-03-02"))
    #expect(week("2026-W10").date(of: .thursday) == day("2026-03-05"))
    #expect(week("2026-W53") < week("2027-W01"))
  }
}
