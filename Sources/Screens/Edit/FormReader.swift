// Reads the values of a form, notes every fault on the way, and lets the guard see every typed text.

import Domain
import Guard

/// The values of a form, and what is wrong with them.
struct FormReader {
  private let fields: [FormField]
  let today: CivilDate
  private(set) var faults: [FieldKey: FieldFault] = [:]
  private(set) var doubts: [FieldKey: FieldDoubt] = [:]

  /// Looks at the typed texts at once: what the guard refuses comes before everything else.
  init(_ form: Form, today: CivilDate) {
    fields = form.fields
    self.today = today
    look(at: fields.filter { $0.kind.scope != nil && !$0.isFixed })
    doubts = doubts.filter { form.accepted[$0.key] != $0.value }
  }

  mutating func note(_ fault: FieldFault, at name: FieldName, _ number: Int = 0) {
    let key = FieldKey(name, number)
    if faults[key] == nil { faults[key] = fault }
  }

  mutating func note(_ doubt: FieldDoubt, at name: FieldName, unless accepted: [FieldKey: FieldDoubt]) {
    let key = FieldKey(name)
    if doubts[key] == nil, accepted[key] != doubt { doubts[key] = doubt }
  }

  // MARK: The guard

  /// Each text alone, each with its neighbour, and free texts with every other one: a number can be
  /// split over two, and which two stand beside each other in the file is another matter.
  private mutating func look(at typed: [FormField]) {
    let texts = typed.filter { !$0.value.isEmpty }
    for field in texts {
      guard let scope = field.kind.scope else { continue }
      judge(Guard.check(field.value, scope: scope), at: [field])
      if case .id = field.kind { judge(Guard.check(id: FieldReading.trimmed(field.value)), at: [field]) }
      // The words of a list stand one after the other in the file.
      if case .words = field.kind {
        let words = field.value.split { $0 == "," || $0 == " " }.joined(separator: " ")
        judge(Guard.check(words, scope: scope), at: [field])
      }
    }
    for (left, right) in zip(texts, texts.dropFirst()) { judge(left, right) }
    let free = texts.filter { $0.kind.scope == .aboutYoungPerson }
    for left in free { for right in free where left.key != right.key { judge(left, right) } }
  }

  private mutating func judge(_ left: FormField, _ right: FormField) {
    let isFree = left.kind.scope == .aboutYoungPerson && right.kind.scope == .aboutYoungPerson
    guard faults[left.key] == nil, faults[right.key] == nil else { return }
    let joined = left.value + " " + right.value
    judge(Guard.check(joined, scope: isFree ? .aboutYoungPerson : .plain), at: [left, right])
  }

  private mutating func judge(_ verdict: Guard.Verdict, at fields: [FormField]) {
    for field in fields {
      switch verdict {
      case .ok: break
      case .warning(let finding): if doubts[field.key] == nil { doubts[field.key] = .looksLike(finding) }
      case .block(let finding): if faults[field.key] == nil { faults[field.key] = .refused(finding) }
      }
    }
  }

  /// A part of a text in which less may stand than in the rest of it.
  mutating func check(_ part: String, at name: FieldName, _ number: Int) {
    if case .block(let finding) = Guard.check(part, scope: .aboutYoungPerson) {
      note(.refused(finding), at: name, number)
    }
  }

  // MARK: Texts

  func value(_ name: FieldName, _ number: Int = 0) -> String {
    FieldReading.trimmed(field(name, number)?.value ?? "")
  }

  private func field(_ name: FieldName, _ number: Int = 0) -> FormField? {
    fields.first { $0.key == FieldKey(name, number) }
  }

  /// A text that must be there.
  mutating func text(_ name: FieldName) -> String {
    let text = value(name)
    if text.isEmpty { note(.missing, at: name) }
    return optionalText(name) ?? text
  }

  mutating func optionalText(_ name: FieldName, _ number: Int = 0) -> String? {
    let text = value(name, number)
    switch field(name, number)?.kind {
    case .text(let limit), .contact(let limit):
      if text.count > limit { note(.tooLong(limit), at: name, number) }
    case .words, .id, .letter, .date, .times, .hours, .ages, .absences, .schoolYear, .number, .yesNo,
      .weekdays, .choice, .several, nil:
      break
    }
    return text.isEmpty ? nil : text
  }

  /// Texts with commas between them.
  mutating func words(_ name: FieldName, limit: Int = 60) -> [String] {
    let words = value(name).split(separator: ",").map { FieldReading.trimmed(String($0)) }.filter {
      !$0.isEmpty
    }
    if words.contains(where: { $0.count > limit }) { note(.tooLong(limit), at: name) }
    return words
  }

  /// The id typed, or the one suggested.
  mutating func id<Entity>(_ taken: [String], suggestion: String) -> ID<Entity> {
    let typed = value(.id)
    let text = typed.isEmpty ? suggestion : typed
    if field(.id)?.isFixed == true { return ID(text) }
    let plain = IDForm.plain(text)
    if !ID<Entity>.isValid(plain) {
      note(typed.isEmpty ? .missing : .badID, at: .id)
    } else if taken.contains(where: { IDForm.folded($0) == IDForm.folded(text) }) {
      note(.duplicateID, at: .id)
    }
    return ID(plain)
  }

  // MARK: What is read

  mutating func date(_ name: FieldName) -> CivilDate? {
    if value(name).isEmpty { note(.missing, at: name) }
    return optionalDate(name)
  }

  mutating func optionalDate(_ name: FieldName) -> CivilDate? {
    let text = value(name)
    if text.isEmpty { return nil }
    guard let date = FieldReading.date(text, near: today) else {
      note(.badDate, at: name)
      return nil
    }
    return date
  }

  /// Something that is read from what is typed; nil where nothing is.
  mutating func read<Value>(
    _ name: FieldName, _ reading: (String) throws(FieldFault) -> Value
  ) -> Value? {
    let text = value(name)
    if text.isEmpty { return nil }
    do throws(FieldFault) { return try reading(text) } catch {
      note(error, at: name)
      return nil
    }
  }

  mutating func span(_ name: FieldName) -> TimeSpan? {
    read(name) { (text) throws(FieldFault) in try FieldReading.span(text) }
  }

  mutating func number(_ name: FieldName) -> Int? {
    guard case .number(let allowed)? = field(name)?.kind else { return nil }
    if value(name).isEmpty { note(.missing, at: name) }
    return read(name) { (text) throws(FieldFault) in try FieldReading.number(text, in: allowed) }
  }

  func flag(_ name: FieldName) -> Bool { !value(name).isEmpty }

  func ids<Entity>(_ name: FieldName) -> [ID<Entity>] { field(name)?.ids.map { ID($0) } ?? [] }

  func weekdays(_ name: FieldName) -> Set<Weekday> {
    Set(value(name).compactMap { $0.wholeNumberValue.flatMap { Weekday(rawValue: $0) } })
  }
}
