// Days as integers, against a calendar that is counted out day by day.

import Domain
import Testing

@Suite struct CivilDateTests {
  /// Day numbers by Python's `datetime.date`.
  @Test(arguments: [
    ("1800-01-01", -62091, Weekday.wednesday), ("1899-12-31", -25568, .sunday),
    ("1900-02-28", -25509, .wednesday), ("1970-01-01", 0, .thursday), ("2000-02-29", 11016, .tuesday),
    ("2024-02-29", 19782, .thursday), ("2026-03-05", 20517, .thursday), ("2300-12-31", 120_894, .monday),
  ])
  func knownDays(text: String, number: Int, weekday: Weekday) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
    #expect(CivilDate(dayNumber: number) == date)
  }

  /// Walks from 1800 to 2300 with a table of month lengths and the leap rule as it is taught.
  @Test func everyDayOfFiveCenturies() {
    var (year, month, dayOfMonth, weekday) = (1800, 1, 1, 3)
    var wrong: [Int] = []
    for number in -62091...120_894 {
      let date = CivilDate(dayNumber: number)
      let parts = date.components
      let isRight =
        parts == (year, month, dayOfMonth) && date.weekday.rawValue == weekday
        && CivilDate(year: year, month: month, day: dayOfMonth) == date
      if !isRight { wrong.append(number) }
      weekday = weekday % 7 + 1
      dayOfMonth += 1
      if dayOfMonth > length(of: month, in: year) { (month, dayOfMonth) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(wrong.isEmpty)
    #expect((year, month, dayOfMonth) == (2301, 1, 1))
  }

  private func length(of month: Int, in year: Int) -> Int {
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  @Test(arguments: [
    "", "2026-3-5", "2026-03-05 ", " 2026-03-05", "2026/03/05", "20260305", "2026-13-01", "2026-00-01",
    "2026-02-29", "1900-02-29", "2026-04-31", "2026-01-00", "0000-01-01", "-026-01-01", "+026-01-01",
    "2026-03-0x", "２０２６-03-05", "2026-03-05T",
  ])
  func noSuchDay(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func arithmetic() {
    #expect(day("2026-03-28").adding(days: 2) == day("2026-03-30"))
    #expect(day("2026-10-26").days(since: day("2026-10-24")) == 2)
    #expect(day("2024-02-28").adding(days: 1) == day("2024-02-29"))
    #expect(day("2025-12-31") < day("2026-01-01"))
    #expect(day("0999-12-31").description == "0999-12-31")
  }
}

@Suite struct ClockTimeTests {
  @Test(arguments: [("00:00", 0), ("09:30", 570), ("13:30", 810), ("23:59", 1439), ("24:00", 1440)])
  func reads(text: String, minutes: Int) throws {
    let time = try #require(ClockTime(text))
    #expect(time.minutes == minutes)
    #expect(time.description == text)
    #expect(ClockTime(minutes: minutes) == time)
  }

  @Test(arguments: ["", "9:30", "09.30", "24:01", "25:00", "12:60", "-1:00", "09:30:00", "0９:30"])
  func refuses(text: String) {
    #expect(ClockTime(text) == nil)
  }

  @Test func staysWithinTheDay() {
    #expect(ClockTime(minutes: -1) == nil)
    #expect(ClockTime(minutes: 1441) == nil)
  }

  @Test func spansAreHalfOpen() {
    let hours = span("09:30-13:30")
    #expect(!hours.contains(clock("09:29")))
    #expect(hours.contains(clock("09:30")))
    #expect(hours.contains(clock("13:29")))
    #expect(!hours.contains(clock("13:30")))
    #expect(hours.minutes == 240)
    #expect(!hours.overlaps(span("13:30-14:00")))
    #expect(hours.overlaps(span("13:29-14:00")))
  }

  /// Seconds by `date -u -d … +%s`.
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-03-05T09:12:00Z", 1_772_701_920),
    ("1969-12-31T23:59:59Z", -1), ("2000-02-29T12:00:01Z", 951_825_601),
  ])
  func worldTime(text: String, seconds: Int) throws {
    let time = try #require(UTCTime(text))
    #expect(time.seconds == seconds)
    #expect(UTCTime(seconds: seconds).description == text)
  }

  @Test(arguments: [
    "2026-03-05T09:12:00", "2026-03-05 09:12:00Z", "2026-03-05T09:12:00+01", "2026-02-30T09:12:00Z",
    "2026-03-05T24:00:00Z", "2026-03-05T09:60:00Z", "2026-03-05T09:12:60Z", "2026-03-05T09:12Z",
  ])
  func noWorldTime(text: String) {
    #expect(UTCTime(text) == nil)
  }
}
