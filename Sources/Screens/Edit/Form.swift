// A form as a value: its fields, where the cursor is, and what each key does to it.

import Canvas
import Domain

/// Fields under each other, one of them in focus.
struct Form: Equatable, Sendable {
  private(set) var fields: [FormField]
  private(set) var focus = 0
  /// What stood in the fields when the form was opened, or was last compared with the folder.
  private(set) var original: [FieldKey: String]
  /// Fields that were left once: their faults are shown.
  private(set) var visited: Set<FieldKey> = []
  /// Doubts that were answered with the other key. Any change of a text asks again.
  var accepted: [FieldKey: FieldDoubt] = [:]
  /// What somebody else has put into a field meanwhile.
  private(set) var theirs: [FieldKey: String] = [:]
  /// The list that is open over a field of which several can be chosen.
  var checklist: Picker?

  init(_ fields: [FormField]) {
    self.fields = fields
    original = Dictionary(fields.map { ($0.key, $0.value) }) { $1 }
  }

  /// What came of a key.
  enum Step: Equatable {
    case changed
    /// Enter on the last field.
    case finished
    /// The key means nothing to a form.
    case passed
  }

  var focused: FormField { fields[focus] }

  func field(_ key: FieldKey) -> FormField? { fields.first { $0.key == key } }

  /// Whether something stands in it that would be lost.
  var isChanged: Bool { fields.contains { $0.value != original[$0.key] } }

  /// Takes a key. Where nothing may be changed, it only moves.
  mutating func take(_ key: Key, isReadOnly: Bool, today: CivilDate) -> Step {
    switch key {
    case .tab, .down: return move(to: focus + 1, today)
    case .backtab, .up: return move(to: focus - 1, today)
    case .pageDown: return move(to: fields.count - 1, today)
    case .pageUp: return move(to: 0, today)
    case .enter:
      if focus == fields.count - 1 {
        tidy(today)
        return .finished
      }
      return move(to: focus + 1, today)
    case .character(" ") where focused.options != nil && !isReadOnly:
      checklist = Picker()
      return .changed
    case .character, .escape, .backspace, .delete, .left, .right, .home, .end, .function, .control, .resize:
      let before = focused.value
      guard !isReadOnly, fields[focus].take(key) else { return .passed }
      // A doubt about two neighbours is about both.
      if focused.value != before { accepted = [:] }
      return .changed
    }
  }

  /// Takes a key of the open list; Esc and Tab close it. False leaves the key to the screen.
  mutating func takeInChecklist(_ key: Key, _ texts: [FoldedText]) -> Bool {
    guard var picker = checklist, let options = focused.options else { return false }
    var chosen: Int?
    if key == .character(" "), picker.filter == nil {
      chosen = picker.selection.flatMap { row in
        let rows = picker.matches(texts)
        return rows.indices.contains(row) ? rows[row] : nil
      }
    } else {
      switch picker.take(key, among: texts) {
      case .chosen(let place): chosen = place
      case .moved: break
      case .passed:
        guard key == .escape || key == .tab else { return false }
        checklist = nil
        return true
      }
    }
    if let chosen, options.indices.contains(chosen) { fields[focus].toggle(options[chosen].id) }
    checklist = picker
    return true
  }

  /// Goes to a field; what stood in the one that is left is written tidily.
  private mutating func move(to place: Int, _ today: CivilDate) -> Step {
    tidy(today)
    focus = min(max(0, place), fields.count - 1)
    fields[focus].enter()
    return .changed
  }

  private mutating func tidy(_ today: CivilDate) {
    visited.insert(focused.key)
    let tidied = focused.kind.tidied(focused.value, today: today)
    if tidied != focused.value { fields[focus].set(tidied) }
  }

  /// Puts the cursor on a field.
  mutating func focus(on key: FieldKey) {
    if let place = fields.firstIndex(where: { $0.key == key }) {
      focus = place
      fields[focus].enter()
    }
  }

  /// Everything is to be shown that is wrong; the cursor goes to the first of these fields.
  mutating func show(faultsAt keys: Set<FieldKey>, today: CivilDate) {
    tidy(today)
    visited = Set(fields.map(\.key))
    if let place = fields.firstIndex(where: { keys.contains($0.key) }) { focus = place }
  }

  /// Compares with what stands in the folder now. Fields that only somebody else has changed take their
  /// value; false when both have changed one, which is then shown beside it. The next comparison knows
  /// of that, so that saving again is an answer.
  mutating func takeOver(_ now: [FieldKey: String]) -> Bool {
    theirs = [:]
    for (place, field) in fields.enumerated() {
      guard let present = now[field.key], present != original[field.key] else { continue }
      if field.value == original[field.key] {
        fields[place].set(present)
      } else if field.value != present {
        theirs[field.key] = present
      }
      original[field.key] = present
    }
    return theirs.isEmpty
  }
}

extension FormField {
  /// What can be chosen here together; nil where it is something else.
  var options: [FieldOption]? {
    if case .several(let options) = kind, !isFixed { return options }
    return nil
  }
}
