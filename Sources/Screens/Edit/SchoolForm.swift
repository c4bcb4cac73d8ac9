// The form of a school: name, opening date and days first, since a new one is mostly no more than that.

import Domain

extension EntryForms {
  func schoolFields(_ school: School?) -> [FormField] {
    let hours = SchoolHours(school?.hours ?? SchoolHours.usual)
    return [
      FormField(.name, .text(limit: 120), school?.name ?? ""),
      date(.opened, school?.opened ?? today),
      FormField(.days, .weekdays, FieldWriting.weekdays(hours.days)),
      flag(.small, school?.isSmall), flag(.pilot, school?.isPilot),
      FormField(.hours, .times, FieldWriting.span(hours.span)),
      FormField(.otherHours, .hours, FieldWriting.hours(hours.others)),
      FormField(.teacherBreak, .times, FieldWriting.span(school?.teacherBreak)),
      flag(.higher, school.map { $0.kind == .higher }),
      idField(school?.id.text),
    ]
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
    return School(
      id: id, name: name, kind: reader.flag(.higher) ? .higher : .youth,
      opened: reader.date(.opened) ?? today, hours: hours.all, teacherBreak: reader.span(.teacherBreak),
      isSmall: reader.flag(.small), isPilot: reader.flag(.pilot))
  }
}

/// Opening hours as people say them: these days at this time, and other hours on some days.
struct SchoolHours: Equatable {
  var days: Set<Weekday>
  /// The hours of most days.
  var span: TimeSpan?
  /// All hours of the days that have others.
  var others: [OpeningHours]

  init(days: Set<Weekday>, span: TimeSpan?, others: [OpeningHours]) {
    self.days = days
    self.span = span
    self.others = others
  }

  init(_ hours: [OpeningHours]) {
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
  static let usual: [OpeningHours] = [Weekday.monday, .tuesday, .wednesday, .thursday, .friday].map {
    OpeningHours(
      weekday: $0, span: TimeSpan(from: ClockTime(clamping: 570), to: ClockTime(clamping: 810)))
  }

  /// A day is to be open, and no hours are given for it.
  var isWithoutTime: Bool {
    span == nil && days.contains { day in !others.contains { $0.weekday == day } }
  }

  /// Hours of every open day, Monday first.
  var all: [OpeningHours] {
    let open = days.union(others.map(\.weekday))
    return open.sorted().flatMap { day -> [OpeningHours] in
      let own = others.filter { $0.weekday == day }.sorted { $0.span.from < $1.span.from }
      return own.isEmpty ? span.map { [OpeningHours(weekday: day, span: $0)] } ?? [] : own
    }
  }
}
