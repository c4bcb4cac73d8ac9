// The form of a school: name, opening date and days first, since a new one is mostly no more than that.

import Domain

extension EntryForms {
  /// The hours are those that hold in the end: a change that is planned can be moved or taken back here.
  func schoolFields(_ school: School?) -> [FormField] {
    let hours = school.map { SchoolHours($0, asOf: nil) } ?? .usual
    // A new school has its hours from its first day.
    let since = school.map { date(.hoursFrom, hoursChange(of: $0)) }
    return [
      FormField(.name, .text(limit: 120), school?.name ?? ""),
      date(.opened, school?.opened ?? today),
      FormField(.days, .weekdays, FieldWriting.weekdays(hours.days)),
      flag(.small, school?.isSmall), flag(.pilot, school?.isPilot),
      FormField(.hours, .times, FieldWriting.span(hours.span)),
      FormField(.otherHours, .hours, FieldWriting.hours(hours.others)),
    ] + [since].compactMap { $0 } + [
      FormField(.teacherBreak, .times, FieldWriting.span(school?.teacherBreak)),
      flag(.higher, school.map { $0.kind == .higher }),
      date(.closed, school?.closed),
      idField(school?.id.text),
    ]
  }

  /// From which day on other hours would hold: the day of the change that is planned, else next Monday.
  private func hoursChange(of school: School) -> CivilDate {
    school.plannedChange(after: today) ?? max(changeDays.usual, school.opened)
  }

  func school(_ reader: inout FormReader, _ key: EntryKey?) -> School {
    let name = reader.text(.name)
    let id: School.ID = reader.id(
      documents.schools.map(\.id.text),
      suggestion: IDSuggestion.code(for: name, taken: documents.schools.map(\.id.text)))
    let others = reader.read(.otherHours) { (text) throws(FieldFault) in try FieldReading.hours(text) } ?? []
    let days = reader.weekdays(.days)
    let hours = SchoolHours(days: days, span: reader.span(.hours), others: others)
    if hours.isWithoutTime, reader.value(.hours).isEmpty { reader.note(.missing, at: .hours) }
    let (opened, closed) = (reader.date(.opened) ?? today, reader.optionalDate(.closed))
    if let closed, closed < opened { reader.note(.reversed, at: .closed) }
    var school = School(
      id: id, name: name, kind: reader.flag(.higher) ? .higher : .youth, opened: opened, closed: closed,
      hours: hours.all.map { OpeningHours(weekday: $0.weekday, span: $0.span) },
      teacherBreak: reader.span(.teacherBreak), isSmall: reader.flag(.small), isPilot: reader.flag(.pilot))
    if key != nil, let present = documents.school(id) {
      school.hours = changed(present, to: hours, &reader)
    }
    return school
  }

  /// The hours of a school with those of the form, from the day it says. The day is of use only where they
  /// differ, but must be a day all the same.
  private func changed(_ school: School, to hours: SchoolHours, _ reader: inout FormReader) -> [OpeningHours]
  {
    let planned = school.plannedChange(after: today)
    let typed = reader.optionalDate(.hoursFrom)
    let isSame = hours.all == SchoolHours(school, asOf: nil).all
    if isSame, planned == nil || typed == planned { return school.hours }
    guard let day = typed else {
      reader.note(.missing, at: .hoursFrom)
      return school.hours
    }
    if !changeDays.allow(day, at: school) { reader.note(.tooEarly(changeDays.earliest), at: .hoursFrom) }
    var changed = school
    if let planned { changed.takeBackHours(since: planned) }
    for weekday in Weekday.allCases {
      changed.setHours(hours.all.filter { $0.weekday == weekday }.map(\.span), on: weekday, from: day)
    }
    return changed.hours
  }
}

/// Opening hours on one weekday, whenever they hold.
struct DayHours: Equatable {
  var weekday: Weekday
  var span: TimeSpan
}

/// Opening hours as people say them: these days at this time, and other hours on some days.
struct SchoolHours: Equatable {
  var days: Set<Weekday>
  /// The hours of most days.
  var span: TimeSpan?
  /// All hours of the days that have others.
  var others: [DayHours]

  init(days: Set<Weekday>, span: TimeSpan?, others: [DayHours]) {
    self.days = days
    self.span = span
    self.others = others
  }

  /// Those of a school that hold on a day; without a day those that hold in the end.
  init(_ school: School, asOf day: CivilDate?) {
    let hours = Weekday.allCases.flatMap { weekday in
      school.hours(on: weekday, asOf: day).map { DayHours(weekday: weekday, span: $0) }
    }
    let byDay = Dictionary(grouping: hours, by: \.weekday)
    let counts = Dictionary(grouping: byDay.values.filter { $0.count == 1 }.compactMap(\.first), by: \.span)
    // Of two that are as common, the earlier.
    let usual = counts.max { ($0.value.count, $1.key.from) < ($1.value.count, $0.key.from) }?.key
    days = Set(byDay.keys)
    span = usual
    others = hours.filter { byDay[$0.weekday]?.map(\.span) != usual.map { [$0] } }
      .sorted { ($0.weekday, $0.span.from) < ($1.weekday, $1.span.from) }
  }

  /// A new school opens on all working days, as the others do.
  static let usual = SchoolHours(
    days: [.monday, .tuesday, .wednesday, .thursday, .friday],
    span: TimeSpan(from: ClockTime(clamping: 570), to: ClockTime(clamping: 810)), others: [])

  /// A day is to be open, and no hours are given for it.
  var isWithoutTime: Bool {
    span == nil && days.contains { day in !others.contains { $0.weekday == day } }
  }

  /// Hours of every open day, Monday first.
  var all: [DayHours] {
    let open = days.union(others.map(\.weekday))
    return open.sorted().flatMap { day -> [DayHours] in
      let own = others.filter { $0.weekday == day }.sorted { $0.span.from < $1.span.from }
      return own.isEmpty ? span.map { [DayHours(weekday: day, span: $0)] } ?? [] : own
    }
  }
}
