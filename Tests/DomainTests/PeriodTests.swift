// Quarters and school years: which weeks they are made of, and how they are written.

import TestKit
import Testing

@testable import Domain

@Suite struct PeriodTests {
  /// First and last weeks, read off a calendar by hand: the week of the first and of the last Thursday.
  @Test(arguments: [
    ("2025-Q3", "2025-W27", "2025-W39"), ("2025-Q4", "2025-W40", "2025-W52"),
    ("2026-Q1", "2026-W01", "2026-W13"), ("2026-Q2", "2026-W14", "2026-W26"),
    // 2026 has 53 weeks; its last Thursday is New Year's Eve.
    ("2026-Q4", "2026-W40", "2026-W53"), ("2027-Q1", "2027-W01", "2027-W12"),
    ("2025/26", "2025-W27", "2026-W26"), ("2026/27", "2026-W27", "2027-W25"),
    ("1999/00", "1999-W26", "2000-W26"),
  ])
  func isMadeOfTheWeeksOfItsThursdays(name: String, first: String, last: String) throws {
    let period = try #require(Period(name))
    #expect(period.weeks == week(first)...week(last))
    #expect(period.description == name)
  }

  @Test func everyWeekIsInOneQuarterAndOneSchoolYear() throws {
    var next = Period.quarter(year: 2015, number: 1).weeks.lowerBound
    for index in 0..<80 {
      let quarter = Period.quarter(year: 2015, number: 1).adding(index)
      #expect(quarter.weeks.lowerBound == next)
      next = quarter.weeks.upperBound.adding(weeks: 1)
      for week in [quarter.weeks.lowerBound, quarter.weeks.upperBound] {
        #expect(Period(quarterOf: week) == quarter)
        #expect(Period(schoolYearOf: week).quarters.contains(quarter))
      }
    }
  }

  @Test func aSchoolYearIsItsQuarters() throws {
    let year = try #require(Period("2025/26"))
    #expect(year.quarters.map(\.description) == ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"])
    #expect(year.fileStem == "2025-26" && Period("2026-Q1")?.fileStem == "2026-Q1")
    #expect(year.quarters.first?.weeks.lowerBound == year.weeks.lowerBound)
    #expect(year.quarters.last?.weeks.upperBound == year.weeks.upperBound)
    #expect(year.adding(-1).description == "2024/25")
  }

  @Test(arguments: [
    "", "2026", "2026-Q0", "2026-Q5", "2026Q1", "2026-q1", "2025/27", "2025-26", "99/00", "2026-Q1 ",
    "0000-Q1",
  ])
  func readsNothingElse(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func aPeriodIsFinalWithItsLastWeek() throws {
    let quarter = try #require(Period("2026-Q1"))
    func now(_ day: String, _ clock: String) -> Moment {
      Moment(day: date(day), time: time(clock), utc: UTCTime(seconds: 0))
    }
    // Week 13 ends on 29 March; it is final on Wednesday 1 April at noon.
    #expect(quarter.firstOpenWeek(at: now("2026-04-01", "11:59")) == week("2026-W13"))
    #expect(quarter.firstOpenWeek(at: now("2026-04-01", "12:00")) == nil)
    #expect(quarter.firstOpenWeek(at: now("2026-03-05", "10:12")) == week("2026-W10"))
  }
}
