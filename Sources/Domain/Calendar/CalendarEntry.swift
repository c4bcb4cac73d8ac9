// What the calendar document says about days: breaks, closures, and days with their own hours.

/// One entry of `calendar.json`.
package struct CalendarEntry: Equatable, Sendable {
  /// A school break, a closure day, or days with hours of their own (exams, practice weeks).
  package enum Kind: String, CaseIterable, Sendable {
    case schoolBreak = "break"
    case closure
    case special
  }

  /// As people write it: `2025/26`.
  package var schoolYear: String
  package var name: String
  package var kind: Kind
  package var days: DateSpan
  /// The schools it holds for; nil is all of them.
  package var schools: Set<School.ID>?
  /// The hours of a special day; nil is closed, or for a special day the ordinary hours.
  package var hours: TimeSpan?
  /// Where the dates come from.
  package var source: String
  package var confirmed: CivilDate?

  package init(
    schoolYear: String, name: String, kind: Kind, days: DateSpan, schools: Set<School.ID>? = nil,
    hours: TimeSpan? = nil, source: String = "", confirmed: CivilDate? = nil
  ) {
    self.schoolYear = schoolYear
    self.name = name
    self.kind = kind
    self.days = days
    self.schools = schools
    self.hours = hours
    self.source = source
    self.confirmed = confirmed
  }

  /// Whether it says something about that school on that day.
  package func applies(to school: School.ID, on day: CivilDate) -> Bool {
    days.contains(day) && (schools?.contains(school) ?? true)
  }
}

extension CalendarEntry {
  /// The days that an entry of a school year such as `2025/26` may lie in: 1 July to 31 August a year on,
  /// because breaks in summer belong to either side. Nil when the text is no school year.
  package static func days(ofSchoolYear text: String) -> DateSpan? {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == 0x2f, let year = Digits.value(bytes[0..<4]),
      let next = Digits.value(bytes[5..<7]), (year + 1) % 100 == next,
      let from = CivilDate(year: year, month: 7, day: 1),
      let to = CivilDate(year: year + 1, month: 8, day: 31)
    else { return nil }
    return DateSpan(from: from, to: to)
  }

  /// The school year that a day lies in, from 1 August on: `2025/26`.
  package static func schoolYear(of day: CivilDate) -> String {
    let first = day.month >= 8 ? day.year : day.year - 1
    return "\(Digits.padded(first, 4))/\(Digits.padded((first + 1) % 100, 2))"
  }

  /// The week that the name promises: of a break that has one by custom, or that says `uge 42` itself.
  package var promisedWeek: Int? {
    let name = FoldedText(name).text
    if let number = name.split(separator: "uge ").dropFirst().first?.prefix(while: \.isNumber) {
      return Int(number)
    }
    guard kind == .schoolBreak else { return nil }
    if name.hasPrefix("efteraarsferie") { return 42 }
    return name.hasPrefix("vinterferie") ? 7 : nil
  }

  /// Whether Monday to Friday of the promised week lie inside; true where no week is promised.
  package var holdsPromisedWeek: Bool {
    guard let number = promisedWeek else { return true }
    let years = Set([days.from.year, days.to.year])
    return years.compactMap { ISOWeek(year: $0, week: number) }
      .contains { days.contains($0.monday) && days.contains($0.date(of: .friday)) }
  }
}
