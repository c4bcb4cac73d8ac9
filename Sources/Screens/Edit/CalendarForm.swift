// The form of a calendar entry: a break, a closure day, or days with hours of their own.

import Domain

extension EntryForms {
  func calendarFields(_ entry: CalendarEntry?) -> [FormField] {
    let kinds = CalendarEntry.Kind.allCases.map {
      FieldOption(id: $0.rawValue, label: words("form.dayKind.\($0.rawValue)"))
    }
    return [
      FormField(.name, .text(limit: 120), entry?.name ?? ""),
      FormField(.dayKind, .choice(kinds), (entry?.kind ?? .schoolBreak).rawValue),
      date(.from, entry?.days.from), date(.to, entry?.days.to),
      several(.schools, entry?.schools?.sorted() ?? [], of: schoolOptions),
      FormField(.specialHours, .times, FieldWriting.span(entry?.hours)),
      FormField(.source, .text(limit: 200), entry?.source ?? ""),
      date(.confirmed, entry == nil ? today : entry?.confirmed),
      FormField(.schoolYear, .schoolYear, entry?.schoolYear ?? ""),
    ]
  }

  func calendarEntry(_ reader: inout FormReader, _ key: EntryKey?, _ form: Form) -> CalendarEntry {
    let from = reader.date(.from) ?? today
    // One day is a period too.
    let to = reader.optionalDate(.to) ?? from
    if to < from { reader.note(.reversed, at: .to) }
    let typedYear = reader.value(.schoolYear)
    let year = typedYear.isEmpty ? CalendarEntry.schoolYear(of: from) : typedYear
    if let days = CalendarEntry.days(ofSchoolYear: year) {
      if from < days.from || to > days.to { reader.note(.outsideSchoolYear, at: .from) }
    } else {
      reader.note(.badSchoolYear, at: .schoolYear)
    }
    let schools: [School.ID] = reader.ids(.schools)
    let entry = CalendarEntry(
      schoolYear: year, name: reader.text(.name),
      kind: CalendarEntry.Kind(rawValue: reader.value(.dayKind)) ?? .schoolBreak,
      days: DateSpan(from: from, to: to), schools: schools.isEmpty ? nil : Set(schools),
      hours: reader.span(.specialHours), source: reader.optionalText(.source) ?? "",
      confirmed: reader.optionalDate(.confirmed))
    let others = documents.calendar.filter { key == nil || EntryKey($0) != key }
    if others.contains(where: { EntryKey($0) == EntryKey(entry) }) { reader.note(.duplicateID, at: .name) }
    if let week = entry.promisedWeek, !entry.holdsPromisedWeek {
      reader.note(.otherWeek(week), at: .from, unless: form.accepted)
    }
    return entry
  }
}
