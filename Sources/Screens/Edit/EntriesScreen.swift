// Skoler, Kolleger, Emner, Tilbud, Kalender, Indstillinger: a list of each, to look at and to change.

import Canvas
import Domain
import Reports

/// Which document's entries are shown, and which one is marked.
struct EntriesState: Equatable, Sendable {
  var subject: DocumentSubject
  var picker = Picker()

  /// The order in which they stand beside each other.
  static let subjects: [DocumentSubject] = [.schools, .colleagues, .topics, .offers, .calendar, .settings]
}

/// A row of the list.
struct EntryRow {
  var key: EntryKey
  /// The field the row is about; of the settings each has its own.
  var field: FieldKey?
  var row: PickerRow
}

extension Desk {
  var forms: EntryForms {
    EntryForms(
      documents: picture.documents, words: words, today: now.day, changeDays: picture.changeDays(now: now))
  }

  /// The entries of a document as they are listed.
  func entryRows(_ subject: DocumentSubject) -> [EntryRow] {
    let documents = picture.documents
    return switch subject {
    case .schools:
      (documents.schools.filter { !hasEnded($0) } + documents.schools.filter(hasEnded))
        .map { EntryRow(key: .school($0.id), row: row(of: $0)) }
    case .colleagues:
      documents.colleagues.sorted { isListed($0, before: $1) }
        .map { EntryRow(key: .colleague($0.id), row: row(of: $0)) }
    case .topics: documents.topics.map { EntryRow(key: .topic($0.id), row: row(of: $0)) }
    case .offers:
      documents.offers.sorted { DanishOrder.precedes($0.name, $1.name) }
        .map { EntryRow(key: .offer($0.id), row: row(of: $0)) }
    case .calendar:
      documents.calendar.sorted { isListed($0, before: $1) }
        .map { EntryRow(key: EntryKey($0), row: row(of: $0)) }
    case .settings: (forms.fields(.settings, .settings) ?? []).map(settingsRow)
    }
  }

  /// A school that takes part no more stands last.
  private func hasEnded(_ school: School) -> Bool { school.hasEnded(before: now.day) }

  /// Who has left stands last.
  private func isListed(_ left: Colleague, before right: Colleague) -> Bool {
    let (here, there) = (hasLeft(left), hasLeft(right))
    return here == there ? DanishOrder.precedes(left.name, right.name) : !here
  }

  private func hasLeft(_ colleague: Colleague) -> Bool { colleague.to.map { $0 < now.day } ?? false }

  /// What comes stands first, and what is past after it, the latest first.
  private func isListed(_ left: CalendarEntry, before right: CalendarEntry) -> Bool {
    let (here, there) = (left.days.to < now.day, right.days.to < now.day)
    if here != there { return !here }
    let key = { (entry: CalendarEntry) in (entry.days.from, entry.name) }
    return here ? key(left) > key(right) : key(left) < key(right)
  }

  private func row(of school: School) -> PickerRow {
    let hours = SchoolHours(school, asOf: now.day)
    let days = [hours.days.isEmpty ? "" : words.weekdays(hours.days), hours.span.map(words.span) ?? ""].filter
    { !$0.isEmpty }
    let notes = [
      school.opened > now.day ? words("edit.opens", ["day": words.shortDay(school.opened)]) : nil,
      school.closed.map {
        words(hasEnded(school) ? "edit.ended" : "edit.ends", ["day": words.shortDateAndYear($0)])
      },
      school.plannedChange(after: now.day).map { words("edit.newHours", ["day": words.shortDate($0)]) },
      school.isPilot ? words("edit.pilot") : nil, school.isSmall ? words("edit.small") : nil,
    ]
    return PickerRow(
      title: school.name, detail: days.joined(separator: " "),
      note: notes.compactMap { $0 }.joined(separator: ", "),
      isProposed: !hours.days.isEmpty && !hasEnded(school))
  }

  private func row(of colleague: Colleague) -> PickerRow {
    let notes = [
      colleague.to.map {
        words(hasLeft(colleague) ? "edit.left" : "edit.leaves", ["day": words.shortDay($0)])
      },
      colleague.from.flatMap { $0 > now.day ? words("edit.begins", ["day": words.shortDay($0)]) : nil },
      colleague.isFloater ? words("place.floater") : nil,
      colleague.role == .coordinator ? words("edit.coordinator") : nil,
    ]
    let confirmed = colleague.confirmed.map(words.shortDateAndYear) ?? words("edit.unconfirmed")
    let note = notes.compactMap { $0 }.joined(separator: ", ")
    return PickerRow(
      title: colleague.name, detail: words.profession(colleague.profession, in: picture.documents),
      note: note.isEmpty ? words("edit.confirmedOn", ["day": confirmed]) : note,
      isProposed: !hasLeft(colleague))
  }

  private func row(of topic: Topic) -> PickerRow {
    let professions = topic.professions.map { words.profession($0, in: picture.documents) }
    return PickerRow(
      title: words.label(topic.label), detail: topic.isRetired ? words("edit.retired") : topic.shownKey,
      note: professions.joined(separator: ", "), isProposed: !topic.isRetired)
  }

  private func row(of offer: Offer) -> PickerRow {
    let confirmed = offer.confirmed.map(words.shortDateAndYear) ?? words("edit.unconfirmed")
    return PickerRow(
      title: offer.name, detail: FieldWriting.ages(offer.ages),
      note: words("edit.confirmedOn", ["day": confirmed]))
  }

  private func row(of entry: CalendarEntry) -> PickerRow {
    let schools = entry.schools.map { $0.sorted().map(schoolName).joined(separator: ", ") }
    let doubt = entry.holdsPromisedWeek ? nil : entry.promisedWeek
    let note =
      doubt.map { words("form.doubt.week", ["week": String($0)]) } ?? schools ?? words("edit.allSchools")
    return PickerRow(
      title: entry.name, detail: words.shortDates(entry.days),
      note: "\(words("form.dayKind.\(entry.kind.rawValue)")) · \(note)", isProposed: entry.days.to >= now.day)
  }

  private func settingsRow(_ field: FormField) -> EntryRow {
    EntryRow(
      key: .settings, field: field.key,
      row: PickerRow(title: label(of: field.key), detail: shown(field), isProposed: !field.value.isEmpty))
  }

  private func columns(_ subject: DocumentSubject, in area: Area) -> PickerColumns {
    let isWide = area.width >= 80
    return switch subject {
    case .schools: PickerColumns(title: isWide ? 26 : 19, detail: isWide ? 27 : 20)
    case .colleagues: PickerColumns(title: isWide ? 24 : 19, detail: isWide ? 18 : 13)
    case .topics: PickerColumns(title: isWide ? 28 : 22, detail: 8)
    case .offers: PickerColumns(title: isWide ? 40 : 24, detail: 7)
    case .calendar: PickerColumns(title: isWide ? 24 : 16, detail: 21)
    case .settings: PickerColumns(title: 28, detail: area.width - 36)
    }
  }

  func drawEntries(_ state: EntriesState, on canvas: inout Canvas, in area: Area) {
    var column = 0
    for subject in EntriesState.subjects {
      let name = words("edit.subject.\(subject.rawValue)")
      let isOpen = subject == state.subject
      column += canvas.put(
        isOpen ? "[\(name)]" : " \(name) ", column: column, row: area.top, style: isOpen ? .strong : .dim)
    }
    var list = area
    list.top += 1
    drawReasonAgainstEditing(state.subject, on: &canvas, in: &list)
    list.top += 1
    let rows = entryRows(state.subject)
    if rows.isEmpty {
      canvas.put(words("edit.none"), column: 3, row: list.top, style: .dim)
      canvas.cursor = Point(column: 3, row: list.top)
      return
    }
    draw(
      state.picker, rows: rows.map(\.row), texts: texts(of: rows), columns: columns(state.subject, in: area),
      inFull: true, on: &canvas, in: list)
  }

  private func texts(of rows: [EntryRow]) -> [FoldedText] {
    rows.map { FoldedText("\($0.row.title) \($0.row.detail) \($0.row.note)") }
  }

  mutating func takeEntries(_ state: EntriesState, _ key: Key) -> [Request] {
    var state = state
    let rows = entryRows(state.subject)
    switch state.picker.take(key, among: texts(of: rows)) {
    case .passed: return takeBinding(key)
    case .moved: screens.replace(with: .entries(state))
    case .chosen(let index):
      state.picker.selection = state.picker.matches(texts(of: rows)).firstIndex(of: index)
      screens.replace(with: .entries(state))
      openForm(state.subject, rows[index].key, at: rows[index].field)
    }
    return []
  }

  /// The row that is marked.
  var markedEntry: EntryRow? {
    guard case .entries(let state) = screens.current, let selection = state.picker.selection else {
      return nil
    }
    let rows = entryRows(state.subject)
    let matches = state.picker.matches(texts(of: rows))
    return matches.indices.contains(selection) ? rows[matches[selection]] : nil
  }

  /// The list with an entry marked, over what was there before.
  mutating func showEntries(_ subject: DocumentSubject, marking key: EntryKey?) {
    let place = key.flatMap { key in entryRows(subject).firstIndex { $0.key == key } }
    while screens.current != screens.bottom {
      if case .entries = screens.current { break }
      screens.pop()
    }
    var state = EntriesState(subject: subject, picker: Picker(selection: place ?? 0))
    if case .entries(let open) = screens.current {
      if open.subject == subject, place == nil || subject == .settings { state.picker = open.picker }
      screens.replace(with: .entries(state))
    } else {
      screens.push(.entries(state))
    }
  }
}
