// Days, weeks and hours as they are written in Danish and in English (CLDR forms).

import Domain
import Resources

extension Words {
  private func name(_ key: String, _ index: Int) -> String {
    let names = self(key).split(separator: ",")
    return names.indices.contains(index) ? String(names[index]) : ""
  }

  /// `torsdag den 5. marts 2026`.
  package func longDay(_ day: CivilDate) -> String {
    let (year, month, date) = day.components
    return self(
      "date.long",
      [
        "weekday": name("date.weekdays", day.weekday.rawValue - 1), "day": String(date),
        "month": name("date.months", month - 1), "year": String(year),
      ])
  }

  /// `tors. 5. mar. 2026`.
  package func shortDay(_ day: CivilDate) -> String {
    let (year, month, date) = day.components
    return self(
      "date.short",
      [
        "weekday": name("date.shortWeekdays", day.weekday.rawValue - 1), "day": String(date),
        "month": name("date.shortMonths", month - 1), "year": String(year),
      ])
  }

  /// `tors. 5. mar.`.
  package func weekdayAndDay(_ day: CivilDate) -> String {
    let (_, month, date) = day.components
    return self(
      "date.dayMonth",
      [
        "weekday": name("date.shortWeekdays", day.weekday.rawValue - 1), "day": String(date),
        "month": name("date.shortMonths", month - 1),
      ])
  }

  /// `2026-03-05`, for lists that are read by column.
  func dayStamp(_ day: CivilDate) -> String { day.description }

  /// `uge 10`.
  package func week(_ week: ISOWeek) -> String { self("date.week", ["week": String(week.week)]) }

  /// `uge 10, 2026`.
  package func weekAndYear(_ week: ISOWeek) -> String {
    self("date.weekYear", ["week": String(week.week), "year": String(week.year)])
  }

  /// `9.30` in Danish, `9:30` in English.
  package func time(_ time: ClockTime) -> String {
    let minutes = time.minute < 10 ? "0\(time.minute)" : String(time.minute)
    return "\(time.hour)\(self("date.timeSeparator"))\(minutes)"
  }

  /// `9.30–13.30`.
  package func hours(_ span: TimeSpan) -> String { "\(time(span.from))–\(time(span.to))" }

  /// Hours with one decimal, from minutes: `20,0`.
  package func decimal(minutes: Int) -> String {
    let tenths = (minutes * 10 + 30) / 60
    return "\(tenths / 10)\(self("date.decimal"))\(tenths % 10)"
  }
}
