// The form of a colleague: who, what they help with, how to reach them, and when they work.

import Domain

extension EntryForms {
  func colleagueFields(_ colleague: Colleague?) -> [FormField] {
    let new = Colleague(id: "", name: "", profession: "")
    let entry = colleague ?? new
    let noSchool = [FieldOption(id: "", label: "–")]
    let employers = Employer.allCases.map {
      FieldOption(id: $0.rawValue, label: words("form.employer.\($0.rawValue)"))
    }
    return [
      FormField(.name, .text(limit: 120), entry.name),
      choice(.profession, entry.profession.text, of: professionOptions),
      FormField(.competences, .words, entry.competences.joined(separator: ", ")),
      FormField(.workPhone, .contact(limit: 40), entry.workPhone ?? ""),
      FormField(.workMail, .contact(limit: 120), entry.workMail ?? ""),
      FormField(.place, .text(limit: 120), entry.place ?? ""),
      flag(.floater, entry.isFloater),
      FormField(.weekdays, .weekdays, FieldWriting.weekdays(entry.weekdays)),
      FormField(.away, .absences, FieldWriting.absences(entry.away)),
      FormField(.employer, .choice(employers), entry.employer.rawValue),
      choice(.school, entry.school?.text ?? "", of: noSchool + schoolOptions),
      FormField(.ages, .ages, FieldWriting.ages(entry.ages)),
      date(.from, entry.from), date(.to, entry.to),
      flag(.coordinator, entry.role == .coordinator),
      FormField(.login, .contact(limit: 120), entry.login ?? ""),
      date(.confirmed, colleague == nil ? today : entry.confirmed),
      idField(colleague?.id.text),
    ]
  }

  func colleague(_ reader: inout FormReader, _ key: EntryKey?) -> Colleague {
    let name = reader.text(.name)
    let taken = documents.colleagues.map(\.id.text)
    let id: Colleague.ID = reader.id(taken, suggestion: IDSuggestion.code(for: name, taken: taken))
    if reader.value(.profession).isEmpty { reader.note(.missing, at: .profession) }
    let (from, to) = (reader.optionalDate(.from), reader.optionalDate(.to))
    if let from, let to, to < from { reader.note(.reversed, at: .to) }
    let today = today
    let away = reader.read(.away) { (text) throws(FieldFault) in
      try FieldReading.absences(text, near: today)
    }
    let school = reader.value(.school)
    let colleague = Colleague(
      id: id, name: name, profession: Profession.ID(reader.value(.profession)),
      employer: Employer(rawValue: reader.value(.employer)) ?? .municipality,
      school: school.isEmpty ? nil : School.ID(school), competences: reader.words(.competences),
      isFloater: reader.flag(.floater), role: reader.flag(.coordinator) ? .coordinator : .staff,
      login: reader.optionalText(.login), workPhone: reader.optionalText(.workPhone),
      workMail: reader.optionalText(.workMail), place: reader.optionalText(.place),
      ages: reader.read(.ages) { (text) throws(FieldFault) in try FieldReading.ages(text) },
      weekdays: reader.weekdays(.weekdays),
      away: away ?? [], from: from, to: to, confirmed: reader.optionalDate(.confirmed))
    return colleague.withoutPastAbsences(on: today)
  }
}
