// The computed days: Easter against python-dateutil, the Danish holidays against published calendars.

import Domain
import Testing

@Suite struct PublicHolidayTests {
  /// Days from 22 March to Easter Sunday in 1900–2199 by python-dateutil, one base-36 digit a year.
  private static let easters =
    "og8lcwo9sk5pg1ldwh9td5patldqh9te5paul6qi2meyiauf6qi3merjauf7qbvn7rj4nf7kbvn8rj4ofskcvg8sc4o9skcpg8ld"
    + "wo9tk5ph1ldxh9te5pauldqi9te6paum6qi3meyjauf7qi3nerjbuf7rbvn8rj4of7kcvn8sj4ogskcwg8sd4o9tkcph8ldxo9tl"
    + "6qi3merjauf7qbvn7rj4nf7kbvn8rj4ofskcvg8sc4o9skcpg8ldwo9tk5ph1ldxh9te5pauldqi9te6paum6qi3meyjauf7qi3n"

  @Test func easterOfThreeCenturies() throws {
    let digits = Array(Self.easters)
    #expect(digits.count == 300)
    for year in 1900...2199 {
      let shift = try #require(digits[year - 1900].base36Digit)
      let equinox = try #require(CivilDate(year: year, month: 3, day: 22))
      #expect(PublicHoliday.easterSunday(in: year) == equinox.adding(days: shift), "\(year)")
    }
  }

  /// Every day of every year that is closed by computation, from the table of Easters and the law's own
  /// distances; Store bededag up to 2023 only (lov nr. 214 af 6. marts 2023).
  @Test func everyClosedDayOfThreeCenturies() throws {
    let distances = [-3, -2, 0, 1, 39, 40, 49, 50]
    for (index, digit) in Self.easters.enumerated() {
      let year = 1900 + index
      let shift = try #require(digit.base36Digit)
      let easter = try #require(CivilDate(year: year, month: 3, day: 22)).adding(days: shift)
      let fixed = [(1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)]
        .compactMap { CivilDate(year: year, month: $0.0, day: $0.1) }
      let movable = (distances + (year <= 2023 ? [26] : [])).map { easter.adding(days: $0) }
      let expected = Set(fixed + movable)
      #expect(Set(PublicHoliday.allCases.compactMap { $0.date(in: year) }) == expected, "\(year)")
      for day in expected {
        #expect(PublicHoliday.on(day) != nil)
        for neighbour in [day.adding(days: -1), day.adding(days: 1)] where !expected.contains(neighbour) {
          #expect(PublicHoliday.on(neighbour) == nil || neighbour.year != year, "\(neighbour)")
        }
      }
    }
  }

  @Test(arguments: [
    (2025, "2025-04-17 2025-04-18 2025-04-20 2025-04-21 2025-05-29 2025-06-08 2025-06-09"),
    (2026, "2026-04-02 2026-04-03 2026-04-05 2026-04-06 2026-05-14 2026-05-24 2026-05-25"),
    (2027, "2027-03-25 2027-03-26 2027-03-28 2027-03-29 2027-05-06 2027-05-16 2027-05-17"),
    (2028, "2028-04-13 2028-04-14 2028-04-16 2028-04-17 2028-05-25 2028-06-04 2028-06-05"),
  ])
  func movableHolidays(year: Int, dates: String) {
    let movable: [PublicHoliday] = [
      .maundyThursday, .goodFriday, .easter, .easterMonday, .ascension, .pentecost, .pentecostMonday,
    ]
    for (holiday, date) in zip(movable, dates.split(separator: " ").map { day(String($0)) }) {
      #expect(holiday.date(in: year) == date)
      #expect(PublicHoliday.on(date) == holiday)
    }
  }

  /// Every holiday by law of a year, and no other day.
  @Test(arguments: [
    (2023, 11), (2024, 10), (2025, 10), (2026, 10), (2027, 10), (2028, 10),
  ])
  func numberOfHolidays(year: Int, count: Int) throws {
    let newYear = try #require(CivilDate(year: year, month: 1, day: 1))
    let byLaw = (0..<366).map { newYear.adding(days: $0) }
      .filter { $0.year == year && PublicHoliday.on($0)?.isByLaw == true }
    #expect(byLaw.count == count)
  }

  @Test func prayerDayEndedWith2023() {
    #expect(PublicHoliday.on(day("2023-05-05")) == .prayerDay)
    #expect(PublicHoliday.prayerDay.date(in: 2024) == nil)
    #expect(PublicHoliday.on(day("2024-04-26")) == nil)
    #expect(PublicHoliday.on(day("2022-05-13")) == .prayerDay)
  }

  @Test(arguments: [("2028-06-05", PublicHoliday.pentecostMonday), ("2017-06-05", .pentecostMonday)])
  func constitutionDayOnPentecostMonday(date: String, expected: PublicHoliday) {
    #expect(PublicHoliday.on(day(date)) == expected)
  }

  @Test(arguments: [
    ("2026-06-05", PublicHoliday.constitutionDay), ("2026-12-24", .christmasEve),
    ("2026-12-31", .newYearsEve), ("2026-05-15", .fridayAfterAscension),
  ])
  func closureDaysAreNoHolidays(date: String, expected: PublicHoliday) {
    #expect(PublicHoliday.on(day(date)) == expected)
    #expect(!expected.isByLaw)
  }

  @Test func ordinaryDays() {
    for date in ["2026-05-01", "2026-03-05", "2026-03-29", "2026-04-07", "2026-12-27"] {
      #expect(PublicHoliday.on(day(date)) == nil, "\(date)")
    }
  }

  @Test func names() {
    #expect(PublicHoliday.on(day("2026-04-02"))?.danishName == "Skærtorsdag")
    #expect(Set(PublicHoliday.allCases.map(\.danishName)).count == PublicHoliday.allCases.count)
  }
}

extension Character {
  /// The value of a base-36 digit.
  fileprivate var base36Digit: Int? { Int(String(self), radix: 36) }
}
