// Days, weeks and hours as they are written in Danish and in English (CLDR forms).

import Domain
import Reports
import Resources

extension Words {
  private func name(_ key: String, _ index: Int) -> String {
    let names = self(key).split(separator: ",")
    return names.indices.contains(index) ? String(names[index]) : ""
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

  /// `tors. 5/3`, for the head of a narrow column.
  func weekdayAndDate(_ day: CivilDate) -> String {
    "\(name("date.shortWeekdays", day.weekday.rawValue - 1)) \(day.day)/\(day.month)"
  }

  /// `2026-03-05`, for lists that are read by column.
  func dayStamp(_ day: CivilDate) -> String { day.description }

  /// `uge 10, 2026`.
  package func weekAndYear(_ week: ISOWeek) -> String {
    self("date.weekYear", ["week": String(week.week), "year": String(week.year)])
  }

  /// Hours with one decimal, from minutes: `20,0`.
  package func decimal(minutes: Int) -> String {
    let tenths = (minutes * 10 + 30) / 60
    return "\(tenths / 10)\(self("date.decimal"))\(tenths % 10)"
  }
}
