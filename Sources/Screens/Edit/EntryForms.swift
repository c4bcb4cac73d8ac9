// The forms of all subjects: their fields with what stands in an entry, and the entry that is read back.

import Domain
import Reports
import Resources

/// What the forms need to know of the folder.
struct EntryForms {
  let documents: Documents
  let words: Words
  let today: CivilDate
  /// From which days on opening hours may change.
  let changeDays: ChangeDays

  /// The fields of an entry, or of a new one; nil when the entry is not there any more.
  func fields(_ subject: DocumentSubject, _ key: EntryKey?) -> [FormField]? {
    switch (subject, key) {
    case (_, .settings), (.settings, nil): return settingsFields(documents.settings)
    case (_, .school(let id)): return documents.school(id).map { schoolFields($0) }
    case (.schools, nil): return schoolFields(nil)
    case (_, .colleague(let id)): return documents.colleague(id).map { colleagueFields($0) }
    case (.colleagues, nil): return colleagueFields(nil)
    case (_, .topic(let id)): return documents.topic(id).map { topicFields($0) }
    case (.topics, nil): return topicFields(nil)
    case (_, .offer(let id)): return documents.offer(id).map { offerFields($0) }
    case (.offers, nil): return offerFields(nil)
    case (_, .calendar): return key.flatMap(documents.calendarEntry).map { calendarFields($0) }
    case (.calendar, nil): return calendarFields(nil)
    }
  }

  /// The documents with the entry as the form has it, and the entry's key. What is wrong is noted in
  /// the reader; then what comes back is not to be saved.
  func reading(
    _ subject: DocumentSubject, _ key: EntryKey?, _ form: Form
  ) -> (reader: FormReader, documents: Documents, key: EntryKey) {
    var reader = FormReader(form, today: today)
    var documents = documents
    let saved: EntryKey
    switch subject {
    case .settings:
      documents.settings = settings(&reader, form)
      saved = .settings
    case .schools:
      let school = school(&reader, key)
      documents.schools.put(school) { $0.id == school.id }
      saved = .school(school.id)
    case .colleagues:
      let colleague = colleague(&reader, key)
      documents.colleagues.put(colleague) { $0.id == colleague.id }
      saved = .colleague(colleague.id)
    case .topics:
      let topic = topic(&reader, key)
      documents.topics.put(topic) { $0.id == topic.id }
      saved = .topic(topic.id)
    case .offers:
      let offer = offer(&reader, key)
      documents.offers.put(offer) { $0.id == offer.id }
      saved = .offer(offer.id)
    case .calendar:
      let entry = calendarEntry(&reader, key, form)
      documents.calendar.put(entry) { EntryKey($0) == key ?? EntryKey(entry) }
      saved = EntryKey(entry)
    }
    return (reader, documents, saved)
  }

  /// The id that is used when none is typed.
  func suggestedID(_ subject: DocumentSubject, _ form: Form) -> String {
    let name = form.field(FieldKey(subject == .topics ? .danish : .name))?.value ?? ""
    return switch subject {
    case .schools: IDSuggestion.code(for: name, taken: documents.schools.map(\.id.text))
    case .colleagues: IDSuggestion.code(for: name, taken: documents.colleagues.map(\.id.text))
    case .topics: IDSuggestion.slug(for: name, taken: documents.topics.map(\.id.text))
    case .offers: IDSuggestion.slug(for: name, taken: documents.offers.map(\.id.text))
    case .calendar, .settings: ""
    }
  }

  /// The field for an id: typed for a new entry, fixed for one that others may refer to.
  func idField(_ id: String?) -> FormField { FormField(.id, .id, id ?? "", isFixed: id != nil) }

  func flag(_ name: FieldName, _ value: Bool?) -> FormField {
    FormField(name, .yesNo, FieldWriting.flag(value ?? false))
  }

  func date(_ name: FieldName, _ value: CivilDate?) -> FormField {
    FormField(name, .date, FieldWriting.date(value))
  }

  func several<Entity>(_ name: FieldName, _ chosen: [ID<Entity>], of options: [FieldOption]) -> FormField {
    // An id that no document has stays in sight, so that it can be taken out.
    let unknown = chosen.map(\.text).filter { id in !options.contains { $0.id == id } }
    let all = options + unknown.map { FieldOption(id: $0, label: $0) }
    return FormField(name, .several(all), chosen.map(\.text).joined(separator: ","))
  }

  func choice(_ name: FieldName, _ chosen: String, of options: [FieldOption]) -> FormField {
    let isKnown = options.contains { $0.id == chosen }
    let all = isKnown ? options : [FieldOption(id: chosen, label: chosen.isEmpty ? "–" : chosen)] + options
    return FormField(name, .choice(all), chosen)
  }

  var professionOptions: [FieldOption] {
    documents.settings.professions.map { FieldOption(id: $0.id.text, label: words.label($0.label)) }
  }

  var schoolOptions: [FieldOption] { documents.schools.map { FieldOption(id: $0.id.text, label: $0.name) } }

  var topicOptions: [FieldOption] {
    documents.topicsInUse.map { FieldOption(id: $0.id.text, label: words.label($0.label)) }
  }
}
