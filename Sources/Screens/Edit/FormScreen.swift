// A form on the screen: fields under each other, what is wrong right below the field it is about.

import Canvas
import Domain
import Reports

/// The form that is open, and the entry it changes; nil makes a new one.
struct FormState: Equatable, Sendable {
  var subject: DocumentSubject
  var key: EntryKey?
  var form: Form
}

extension Desk {
  /// A line of the form: a field, or one of those below it that tell what there is to know of it.
  private enum FormLine {
    case field(Int)
    /// The first line of what is wrong with the field.
    case fault(String)
    case note(String, Style)
  }

  func label(of key: FieldKey) -> String {
    let name = words("form.field.\(key.name.rawValue)")
    return key.number == 0 ? name : "\(name) \(key.number)"
  }

  /// A value as it stands where nobody is typing.
  func shown(_ field: FormField) -> String {
    switch field.kind {
    case .yesNo: words(field.value.isEmpty ? "form.no" : "form.yes")
    case .weekdays:
      Weekday.allCases.map { day in
        field.value.contains(String(day.rawValue)) ? String(words.weekday(day).prefix(2)).lowercased() : "–"
      }.joined(separator: " ")
    case .choice(let options): options.first { $0.id == field.value }?.label ?? field.value
    case .several(let options):
      field.ids.map { id in options.first { $0.id == id }?.label ?? id }.joined(separator: ", ")
    case .text, .contact, .words, .id, .letter, .date, .times, .hours, .ages, .absences, .schoolYear, .number:
      field.value
    }
  }

  func drawForm(_ state: FormState, on canvas: inout Canvas, in area: Area) {
    let form = state.form
    let place = words(
      "form.place", ["number": String(form.focus + 1), "count": String(form.fields.count)])
    canvas.putRight(place, endColumn: area.width - 1, row: area.top, style: .dim)
    canvas.put(
      title(of: state), column: 1, row: area.top, style: .strong,
      width: area.width - DisplayWidth.of(place) - 4)
    var list = area
    list.top += 1
    drawReasonAgainstEditing(state.subject, on: &canvas, in: &list)
    if let picker = form.checklist, let options = form.focused.options {
      list.top += 1
      canvas.put(label(of: form.focused.key), column: 3, row: list.top - 1, style: .strong)
      return drawChecklist(picker, options, form.focused, on: &canvas, in: list)
    }
    let isReadOnly = reasonAgainstEditing(state.subject) != nil
    let hint = isReadOnly ? [] : DisplayWidth.wrap(hint(for: form.focused), to: area.width - 22)
    list.bottom -= max(1, hint.count)
    for (index, line) in hint.enumerated() {
      canvas.put(line, column: 3, row: list.bottom + index, style: .dim)
    }
    let lines = lines(of: state, width: area.width)
    if lines.count + 1 < list.rows { list.top += 1 }
    let focused = lines.firstIndex { line in
      if case .field(form.focus) = line { return true }
      return false
    }
    // The field in focus and what is said of it are seen.
    let last = (focused ?? 0) + 3
    let first = max(0, min(last - list.rows + 1, lines.count - list.rows))
    for (offset, line) in lines.dropFirst(first).prefix(list.rows).enumerated() {
      draw(line, state, row: list.top + offset, width: area.width, on: &canvas)
    }
    let above = hiddenText(lines.prefix(max(0, first)), sign: "↑")
    let below = hiddenText(lines.dropFirst(max(0, first) + list.rows), sign: "↓")
    canvas.putRight(below.0, endColumn: area.width - 1, row: area.bottom - 1, style: below.1)
    canvas.putRight(
      above.0, endColumn: area.width - DisplayWidth.of(place) - 3, row: area.top, style: above.1)
  }

  /// `↓ 2 skal rettes`: what there is of the form above or below the window, faults before all else.
  private func hiddenText(_ lines: ArraySlice<FormLine>, sign: String) -> (String, Style) {
    if lines.isEmpty { return ("", .dim) }
    let faults = lines.count { line in
      if case .fault = line { return true }
      return false
    }
    if faults == 0 { return (words("form.hidden", ["sign": sign]), .dim) }
    return (words("form.hiddenFaults", ["sign": sign, "count": String(faults)]), .alarm)
  }

  private func title(of state: FormState) -> String {
    let subject = words("edit.one.\(state.subject.rawValue)")
    switch state.key {
    case nil: return words("form.new", ["what": subject])
    case .settings: return subject
    case .school, .colleague, .topic, .offer, .calendar:
      let name = state.key.map { picture.documents.name(of: $0, label: words.label) } ?? ""
      return "\(subject): \(name)"
    }
  }

  private func lines(of state: FormState, width: Int) -> [FormLine] {
    let reader = forms.reading(state.subject, state.key, state.form).reader
    func note(_ text: String, _ style: Style) -> [FormLine] {
      DisplayWidth.wrap("! \(text)", to: width - Self.valueColumn + 1).map { .note($0, style) }
    }
    return state.form.fields.enumerated().flatMap { index, field -> [FormLine] in
      var lines: [FormLine] = [.field(index)]
      if let theirs = state.form.theirs[field.key] {
        var other = field
        other.set(theirs)
        lines += note(words("form.theirs", ["value": shown(other)]), .warning)
      }
      guard state.form.visited.contains(field.key) else { return lines }
      if let fault = reader.faults[field.key] {
        let notes = note(words.fault(fault), .alarm)
        if case .note(let text, _)? = notes.first { lines.append(.fault(text)) }
        lines += notes.dropFirst()
      } else if let doubt = reader.doubts[field.key] {
        let how = words("form.acceptKey")
        lines += note("\(words.doubt(doubt)) \(how)", .warning)
      }
      return lines
    }
  }

  private func draw(_ line: FormLine, _ state: FormState, row: Int, width: Int, on canvas: inout Canvas) {
    let column = Self.valueColumn
    switch line {
    case .field(let index):
      draw(
        state.form.fields[index], state, isFocused: index == state.form.focus, row: row, width, on: &canvas)
    case .fault(let text):
      canvas.put(text, column: column - 2, row: row, style: .alarm, width: width - column + 1)
    case .note(let text, let style):
      canvas.put(text, column: column - 2, row: row, style: style, width: width - column + 1)
    }
  }

  private static let valueColumn = 24

  private func draw(
    _ field: FormField, _ state: FormState, isFocused: Bool, row: Int, _ width: Int, on canvas: inout Canvas
  ) {
    let (column, room) = (Self.valueColumn, width - Self.valueColumn - 1)
    canvas.put(
      label(of: field.key), column: 3, row: row, style: isFocused ? .strong : .dim, width: column - 4)
    if isFocused {
      canvas.put(">", column: 1, row: row, style: .strong)
      canvas.cursor = Point(column: column, row: row)
    }
    let isReadOnly = reasonAgainstEditing(state.subject) != nil
    if isFocused, field.kind.isTyped, !field.isFixed, !isReadOnly {
      field.typed.draw(in: &canvas, column: column, row: row, width: room)
      if field.isToBeReplaced {
        canvas.restyle(row: row, from: column, to: column + DisplayWidth.of(field.value)) { $0.selected() }
      }
      if !field.value.isEmpty { return }
    }
    if field.value.isEmpty, let suggestion = suggestion(for: field, state) {
      canvas.put(suggestion, column: column, row: row, style: .dim, width: room)
      return
    }
    let text = shown(field)
    let isTurned = isFocused && !field.kind.isTyped && !isReadOnly
    canvas.put(isTurned ? "‹ \(text) ›" : text, column: column, row: row, width: room)
  }

  /// What is used when nothing is typed.
  private func suggestion(for field: FormField, _ state: FormState) -> String? {
    switch field.key.name {
    case .id: return forms.suggestedID(state.subject, state.form)
    case .schoolYear:
      let from = state.form.field(FieldKey(.from))?.value ?? ""
      return FieldReading.date(from, near: now.day).map(CalendarEntry.schoolYear)
    case .schools: return words("edit.allSchools")
    case .english: return state.form.field(FieldKey(.danish))?.value
    case .name, .confirmed, .from, .to, .opened, .closed, .days, .hours, .otherHours, .hoursFrom,
      .teacherBreak,
      .small, .pilot,
      .higher, .profession, .employer, .school, .competences, .floater, .coordinator, .workPhone, .workMail,
      .place, .ages, .weekdays, .away, .login, .danish, .key, .professions, .retired, .dayKind, .specialHours,
      .source, .contact, .topics, .free, .anonymous, .forParents, .language, .reminderSchoolDays,
      .longWaitDays, .roundingBase, .retentionWeeks, .practicalMessage, .exportFolder, .exportFolderShown,
      .goal, .emergency, .emergencyConfirmed, .notification:
      return nil
    }
  }

  /// What can be typed here; of a date that can be read, which day it is.
  private func hint(for field: FormField) -> String {
    if field.isFixed { return words("form.hint.fixed") }
    switch field.key.name {
    case .goal: return words("form.hint.goal", ["codes": FieldFault.goalCodes])
    case .hoursFrom, .closed:
      let day = FieldReading.date(field.value, near: now.day).map { words.longDate($0) + ". " } ?? ""
      return day + words("form.hint.\(field.key.name.rawValue)")
    case .emergency, .notification, .practicalMessage, .small, .language, .otherHours,
      .exportFolderShown,
      .roundingBase, .retentionWeeks, .retired:
      return words("form.hint.\(field.key.name.rawValue)")
    case .name, .id, .confirmed, .from, .to, .opened, .days, .hours, .teacherBreak, .pilot, .higher,
      .profession, .employer, .school, .competences, .floater, .coordinator, .workPhone, .workMail, .place,
      .ages, .weekdays, .away, .login, .danish, .english, .key, .professions, .schoolYear, .dayKind, .schools,
      .specialHours, .source, .contact, .topics, .free, .anonymous, .forParents, .reminderSchoolDays,
      .longWaitDays, .exportFolder, .emergencyConfirmed:
      break
    }
    switch field.kind {
    case .date:
      return FieldReading.date(field.value, near: now.day).map(words.longDate) ?? words("form.hint.date")
    case .text: return words("form.hint.text")
    case .contact, .number: return ""
    case .words: return words("form.hint.words")
    case .id: return words("form.hint.id")
    case .letter: return words("form.hint.letter")
    case .times, .hours: return words("form.hint.times")
    case .ages: return words("form.hint.ages")
    case .absences: return words("form.hint.absences")
    case .schoolYear: return words("form.hint.schoolYear")
    case .yesNo: return words("form.hint.yesNo")
    case .weekdays: return words("form.hint.weekdays")
    case .choice: return words("form.hint.choice")
    case .several: return words("form.hint.several")
    }
  }

  private func drawChecklist(
    _ picker: Picker, _ options: [FieldOption], _ field: FormField, on canvas: inout Canvas, in area: Area
  ) {
    let chosen = field.ids
    let rows = options.map { option in
      PickerRow(title: "[\(chosen.contains(option.id) ? "x" : " ")] \(option.label)")
    }
    draw(
      picker, rows: rows, texts: options.map { FoldedText($0.label) },
      columns: PickerColumns(title: area.width - 10, detail: 0), on: &canvas, in: area)
  }
}
