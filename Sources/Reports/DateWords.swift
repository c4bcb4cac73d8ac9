// Dates, times, weeks and numbers as people write them, in the language of the interface.

import Domain
import Resources

extension Words {
  /// `torsdag den 5. marts 2026`
  package func longDate(_ day: CivilDate) -> String {
    switch language {
    case .danish:
      "\(weekday(day.weekday)) den \(day.day). \(month(day.month)) \(day.year)"
    case .english:
      "\(weekday(day.weekday)) \(day.day) \(month(day.month)) \(day.year)"
    }
  }

  /// `5. marts`, or `5 March`
  package func dayAndMonth(_ day: CivilDate) -> String {
    switch language {
    case .danish: "\(day.day). \(month(day.month))"
    case .english: "\(day.day) \(month(day.month))"
    }
  }

  /// `9.30`, or `9:30`
  package func time(_ time: ClockTime) -> String {
    let minute = time.minute < 10 ? "0\(time.minute)" : "\(time.minute)"
    switch language {
    case .danish: return "\(time.hour).\(minute)"
    case .english: return "\(time.hour):\(minute)"
    }
  }

  /// `9.30–13.30`
  package func span(_ span: TimeSpan) -> String { time(span.from) + "–" + time(span.to) }

  /// `uge 10`, or `week 10`
  package func week(_ week: ISOWeek) -> String {
    switch language {
    case .danish: "uge \(week.week)"
    case .english: "week \(week.week)"
    }
  }

  /// The name of a weekday.
  package func weekday(_ weekday: Weekday) -> String {
    let names =
      switch language {
      case .danish: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
      case .english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
      }
    return names[weekday.rawValue - 1]
  }

  /// The name of a month, 1–12.
  package func month(_ month: Int) -> String {
    let names =
      switch language {
      case .danish:
        [
          "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
          "november", "december",
        ]
      case .english:
        [
          "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December",
        ]
      }
    return names.indices.contains(month - 1) ? names[month - 1] : String(month)
  }

  /// `tors. 5. mar. 2026`, or `Thu 5 Mar 2026`
  package func shortDay(_ day: CivilDate) -> String { "\(weekdayAndDay(day)) \(day.year)" }

  /// `tors. 5. mar.`, or `Thu 5 Mar`
  package func weekdayAndDay(_ day: CivilDate) -> String { "\(shortWeekday(day)) \(shortDate(day))" }

  /// `5. mar.`, or `5 Mar`
  package func shortDate(_ day: CivilDate) -> String {
    switch language {
    case .danish: "\(day.day). \(shortMonth(day))"
    case .english: "\(day.day) \(shortMonth(day))"
    }
  }

  /// `5. mar. 2026`, or `5 Mar 2026`
  package func shortDateAndYear(_ day: CivilDate) -> String { "\(shortDate(day)) \(day.year)" }

  /// `5. mar. 2026`, `7.–15. feb. 2026`, or `22. dec.–2. jan. 2026`
  package func shortDates(_ days: DateSpan) -> String {
    let last = shortDateAndYear(days.to)
    if days.from == days.to { return last }
    let isOneMonth = days.from.month == days.to.month && days.from.year == days.to.year
    let number = language == .danish ? "\(days.from.day)." : "\(days.from.day)"
    return "\(isOneMonth ? number : shortDate(days.from))–\(last)"
  }

  /// `tors. 5.`, where a column is too narrow for the month.
  package func weekdayAndNumber(_ day: CivilDate) -> String {
    switch language {
    case .danish: "\(shortWeekday(day)) \(day.day)."
    case .english: "\(shortWeekday(day)) \(day.day)"
    }
  }

  /// Days of the week: `man.–fre.`, or `Mon–Fri`; one by one where they do not follow each other.
  package func weekdays(_ days: Set<Weekday>) -> String {
    let week = ISOWeek(containing: CivilDate(dayNumber: 0))
    let sorted = days.sorted()
    guard let first = sorted.first, let last = sorted.last else { return "–" }
    let names = sorted.map { shortWeekday(week.date(of: $0)) }
    let isRun = sorted.count > 2 && last.rawValue - first.rawValue + 1 == sorted.count
    return isRun ? "\(names[0])–\(names[names.count - 1])" : names.joined(separator: " ")
  }

  /// `uge 10, 2026`, or `week 10, 2026`
  package func weekAndYear(_ week: ISOWeek) -> String { "\(self.week(week)), \(week.year)" }

  /// The same at the start of a sentence: `Uge 10, 2026`
  package func weekAtStart(_ week: ISOWeek) -> String {
    let text = weekAndYear(week)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Hours with one decimal, from minutes: `1.204,0`, or `1,204.0`
  package func decimal(minutes: Int) -> String {
    let tenths = (minutes * 10 + 30) / 60
    switch language {
    case .danish: return "\(number(tenths / 10)),\(tenths % 10)"
    case .english: return "\(number(tenths / 10)).\(tenths % 10)"
    }
  }

  /// A count with its thousands apart: `1.204`, or `1,204`. For people; never in CSV or JSON.
  package func number(_ count: Int) -> String {
    let digits = String(count.magnitude)
    let separator =
      switch language {
      case .danish: "."
      case .english: ","
      }
    let grouped = digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? separator + String(digit) : String(digit)
    }
    return (count < 0 ? "-" : "") + grouped.joined()
  }

  /// The short form of CLDR: `tors.`, or `Thu`
  private func shortWeekday(_ day: CivilDate) -> String {
    switch language {
    case .danish: ["man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn."][day.weekday.rawValue - 1]
    case .english: String(weekday(day.weekday).prefix(3))
    }
  }

  /// The short form of CLDR: `mar.`, or `Mar`; maj is short already
  private func shortMonth(_ day: CivilDate) -> String {
    let name = month(day.month)
    switch language {
    case .danish: return name.count > 3 ? "\(name.prefix(3))." : name
    case .english: return String(name.prefix(3))
    }
  }
}
