// The days that are computed: Danish public holidays, and the days schools close by default.

/// A public holiday, or a day on which schools are closed by default.
package enum PublicHoliday: String, CaseIterable, Sendable {
  case newYear, maundyThursday, goodFriday, easter, easterMonday, prayerDay, ascension, pentecost
  case pentecostMonday, christmasDay, secondChristmasDay
  case constitutionDay, fridayAfterAscension, christmasEve, newYearsEve

  /// By law a holiday ("helligdag"); the others are closure days ("lukkedag").
  package var isByLaw: Bool {
    switch self {
    case .newYear, .maundyThursday, .goodFriday, .easter, .easterMonday, .prayerDay, .ascension, .pentecost,
      .pentecostMonday, .christmasDay, .secondChristmasDay:
      true
    case .constitutionDay, .fridayAfterAscension, .christmasEve, .newYearsEve: false
    }
  }

  /// The Danish name.
  package var danishName: String {
    switch self {
    case .newYear: "Nytårsdag"
    case .maundyThursday: "Skærtorsdag"
    case .goodFriday: "Langfredag"
    case .easter: "Påskedag"
    case .easterMonday: "2. påskedag"
    case .prayerDay: "Store bededag"
    case .ascension: "Kristi himmelfartsdag"
    case .pentecost: "Pinsedag"
    case .pentecostMonday: "2. pinsedag"
    case .christmasDay: "Juledag"
    case .secondChristmasDay: "2. juledag"
    case .constitutionDay: "Grundlovsdag"
    case .fridayAfterAscension: "Fredag efter Kristi himmelfart"
    case .christmasEve: "Juleaftensdag"
    case .newYearsEve: "Nytårsaftensdag"
    }
  }

  /// The date in a year; nil when the year has no such day (Store bededag ended with 2023, by lov
  /// nr. 214 af 06/03/2023).
  package func date(in year: Int) -> CivilDate? {
    switch self {
    case .newYear: CivilDate(year: year, month: 1, day: 1)
    case .maundyThursday: Self.easterSunday(in: year)?.adding(days: -3)
    case .goodFriday: Self.easterSunday(in: year)?.adding(days: -2)
    case .easter: Self.easterSunday(in: year)
    case .easterMonday: Self.easterSunday(in: year)?.adding(days: 1)
    case .prayerDay: year <= 2023 ? Self.easterSunday(in: year)?.adding(days: 26) : nil
    case .ascension: Self.easterSunday(in: year)?.adding(days: 39)
    case .fridayAfterAscension: Self.easterSunday(in: year)?.adding(days: 40)
    case .pentecost: Self.easterSunday(in: year)?.adding(days: 49)
    case .pentecostMonday: Self.easterSunday(in: year)?.adding(days: 50)
    case .constitutionDay: CivilDate(year: year, month: 6, day: 5)
    case .christmasEve: CivilDate(year: year, month: 12, day: 24)
    case .christmasDay: CivilDate(year: year, month: 12, day: 25)
    case .secondChristmasDay: CivilDate(year: year, month: 12, day: 26)
    case .newYearsEve: CivilDate(year: year, month: 12, day: 31)
    }
  }

  /// What a date is; a holiday by law goes before a closure day on the same date.
  package static func on(_ day: CivilDate) -> PublicHoliday? {
    let year = day.year
    return allCases.first { $0.isByLaw && $0.date(in: year) == day }
      ?? allCases.first { $0.date(in: year) == day }
  }

  /// Easter Sunday by the anonymous Gregorian computus (Meeus/Jones/Butcher).
  package static func easterSunday(in year: Int) -> CivilDate? {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekdayShift = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekdayShift) / 451
    let ordinal = epact + weekdayShift - 7 * late + 114
    return CivilDate(year: year, month: ordinal / 31, day: ordinal % 31 + 1)
  }
}
