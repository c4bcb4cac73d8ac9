// Changing the documents: who may, what is asked, and what is saved upon what others have written.

import Canvas
import Domain
import Reports

extension DocumentSubject {
  /// Whether an action of the lists means anything for the entries of this document.
  func allows(_ action: Action) -> Bool {
    switch self {
    case .settings: action != .add && action != .remove
    case .schools, .topics: action != .confirm
    case .colleagues, .offers, .calendar: true
    }
  }
}

extension Desk {
  /// Why this user cannot change a document here; nil when they can.
  func reasonAgainstEditing(_ subject: DocumentSubject) -> String? {
    if let readOnlyReason { return readOnlyReason }
    switch picture.documentLocks[subject] {
    case .noPermission: return words("edit.lock.permission")
    case .broken: return words("edit.lock.broken")
    case nil: break
    }
    let coordinators = picture.documents.colleagues.filter {
      $0.role == .coordinator && $0.isEmployed(on: now.day)
    }
    // A folder begins without any: then whoever may write may say who they are.
    if coordinators.isEmpty || coordinators.contains(where: { $0.id == colleagueID }) { return nil }
    let names = coordinators.prefix(2).map(\.name).joined(separator: ", ")
    return words("edit.onlyCoordinators", ["names": names])
  }

  /// The reason, above a list or form that can only be read; `list` goes on below it.
  func drawReasonAgainstEditing(_ subject: DocumentSubject, on canvas: inout Canvas, in list: inout Area) {
    guard let reason = reasonAgainstEditing(subject) else { return }
    for line in DisplayWidth.wrap(reason, to: list.width - 4).prefix(3) {
      canvas.put(line, column: 3, row: list.top, style: .dim)
      list.top += 1
    }
  }

  /// Why the marked entry, or the form that is open, cannot be changed like this.
  func reasonAgainst(editing action: Action) -> String? {
    let subject: DocumentSubject
    switch screens.subject {
    case .entries(let state): subject = state.subject
    case .form(let state): subject = state.subject
    case .today, .start, .who, .visit, .receivers, .consent, .receipt, .handovers, .closing, .question,
      .directory, .roster, .substitutes, .planning, .figures, .meeting, .log, .acute, .help, .commands,
      .blank:
      return nil
    }
    if let reason = reasonAgainstEditing(subject) { return reason }
    if subject.allows(action) { return nil }
    return words(subject == .settings ? "edit.settingsStay" : "edit.neverConfirmed")
  }

  /// Opens the list that belongs to the screen.
  mutating func openEntries() {
    switch screens.current {
    case .directory: open(.colleagues)
    case .today, .start, .who, .visit, .receivers, .consent, .receipt, .handovers, .closing, .question,
      .roster, .substitutes, .planning, .figures, .meeting, .log, .acute, .help, .commands, .blank, .entries,
      .form:
      open(.schools)
    }
  }

  mutating func open(_ subject: DocumentSubject) { screens.push(.entries(EntriesState(subject: subject))) }

  mutating func moveSubject(by step: Int) {
    guard case .entries(let state) = screens.current else { return }
    let all = EntriesState.subjects
    let place = (all.firstIndex(of: state.subject) ?? 0) + step + all.count
    screens.replace(with: .entries(EntriesState(subject: all[place % all.count])))
  }

  mutating func openForm(_ subject: DocumentSubject, _ key: EntryKey?, at field: FieldKey? = nil) {
    guard let fields = forms.fields(subject, key) else { return }
    var form = Form(fields)
    if let field { form.focus(on: field) }
    screens.push(.form(FormState(subject: subject, key: key, form: form)))
  }

  mutating func addEntry() {
    guard case .entries(let state) = screens.current else { return }
    openForm(state.subject, nil)
  }

  mutating func takeForm(_ state: FormState, _ key: Key) -> [Request] {
    var state = state
    let isReadOnly = reasonAgainstEditing(state.subject) != nil
    if state.form.checklist != nil, let options = state.form.focused.options {
      let isTaken = state.form.takeInChecklist(key, options.map { FoldedText($0.label) })
      screens.replace(with: .form(state))
      return isTaken ? [] : takeBinding(key)
    }
    if key == .escape {
      guard state.form.isChanged else {
        screens.pop()
        return []
      }
      return ask(.discard)
    }
    switch state.form.take(key, isReadOnly: isReadOnly, today: now.day) {
    case .changed:
      screens.replace(with: .form(state))
      return []
    case .finished:
      screens.replace(with: .form(state))
      return isReadOnly ? [] : perform(.save)
    case .passed: return takeBinding(key)
    }
  }

  /// Saves the form, or shows what is wrong with it. What the change brings with it is asked first, and
  /// again where it has become something else than what was `agreed`.
  mutating func saveForm(isAccepting: Bool, agreed: [Consequence] = []) -> [Request] {
    guard case .form(var state) = screens.current else { return [] }
    if isAccepting {
      for (key, doubt) in forms.reading(state.subject, state.key, state.form).reader.doubts {
        state.form.accepted[key] = doubt
      }
    }
    if let key = state.key {
      guard let now = forms.fields(state.subject, key) else {
        // Somebody else has deleted it: saving once more makes it anew.
        state.key = nil
        screens.replace(with: .form(state))
        return refuse(words("edit.deletedMeanwhile"))
      }
      guard state.form.takeOver(Dictionary(now.map { ($0.key, $0.value) }) { $1 }) else {
        screens.replace(with: .form(state))
        return refuse(words("edit.changedMeanwhile"))
      }
    }
    let (reader, documents, key) = forms.reading(state.subject, state.key, state.form)
    let wrong = reader.faults.isEmpty ? Set(reader.doubts.keys) : Set(reader.faults.keys)
    state.form.show(faultsAt: wrong, today: now.day)
    screens.replace(with: .form(state))
    guard reader.faults.isEmpty else {
      return refuse(
        words.counted(reader.faults.count, one: "form.faults.one", many: "form.faults.many"))
    }
    guard reader.doubts.isEmpty else { return refuse(words("form.doubts")) }
    if documents == picture.documents {
      showEntries(state.subject, marking: key)
      return []
    }
    let change = wanting(documents)
    if change.consequences != agreed { return ask(.change(change)) }
    edited = key
    return save(.save(documents, of: state.subject))
  }

  /// The document is on disk.
  mutating func documentSaved(_ subject: DocumentSubject) {
    let key = edited
    edited = nil
    showEntries(subject, marking: key)
    let name = key.map { picture.documents.name(of: $0, label: words.label) } ?? ""
    if key.map(picture.documents.has) == false {
      say("edit.deleted")
    } else {
      say("edit.saved", ["name": name])
    }
  }

  /// One key: the entry is right as it stands.
  mutating func confirmEntry() -> [Request] {
    guard let key = markedEntry?.key, let documents = picture.documents.confirming(key, on: now.day) else {
      return []
    }
    edited = key
    if documents == picture.documents {
      documentSaved(key.subject)
      return []
    }
    return save(.save(documents, of: key.subject))
  }

  /// Deletes what nothing refers to; what is referred to is ended in its form instead.
  mutating func removeEntry() -> [Request] {
    guard let key = markedEntry?.key else { return [] }
    switch key {
    case .settings: return []
    case .offer, .calendar: return ask(.delete(key))
    case .topic(let id):
      guard picture.documents.topic(id)?.isRetired == false else {
        return refuse(words("edit.retiredAlready"))
      }
      return ask(.delete(key))
    case .school(let id):
      if picture.refers(to: id, on: now.day) { return refuse(words("edit.schoolInUse")) }
      return ask(.delete(key))
    case .colleague(let id):
      guard picture.refers(to: id) else { return ask(.delete(key)) }
      openForm(.colleagues, key, at: FieldKey(.to))
      return refuse(words("edit.colleagueInUse"))
    }
  }

  /// The answer was yes.
  mutating func delete(_ key: EntryKey) -> [Request] {
    screens.pop()
    edited = key
    return save(.save(documents(deleting: key), of: key.subject))
  }
}
