// One line of a form: what it is called, what may stand in it, and what stands in it now.

import Canvas
import Domain
import Guard

/// What a field is called; its label is a text of this name.
enum FieldName: String, CaseIterable, Sendable {
  case name, id, confirmed, from, to
  case opened, closed, days, hours, otherHours, hoursFrom, teacherBreak, small, pilot, higher
  case profession, employer, school, competences, floater, coordinator, workPhone, workMail, place, ages
  case weekdays, away, login
  case danish, english, key, professions, retired
  case schoolYear, dayKind, schools, specialHours, source
  case contact, topics, free, anonymous, forParents
  case language, reminderSchoolDays, longWaitDays, roundingBase, retentionWeeks, practicalMessage
  case exportFolder, exportFolderShown, goal, emergency, emergencyConfirmed, notification
}

/// A field of a form; several of one name are numbered from 1.
struct FieldKey: Hashable, Sendable {
  var name: FieldName
  var number = 0

  init(_ name: FieldName, _ number: Int = 0) {
    self.name = name
    self.number = number
  }
}

/// Something to choose in a field, by its id.
struct FieldOption: Equatable, Sendable {
  var id: String
  var label: String
}

/// What may stand in a field.
enum FieldKind: Equatable, Sendable {
  /// A text that is kept as it is typed.
  case text(limit: Int)
  /// A place for a work telephone, an address, a path or a command; kept as it is typed.
  case contact(limit: Int)
  /// Texts with commas between them.
  case words
  case id
  /// One sign that can be pressed.
  case letter
  case date, times, hours, ages, absences, schoolYear
  case number(ClosedRange<Int>)
  case yesNo, weekdays
  case choice([FieldOption])
  case several([FieldOption])

  /// Which texts the guard refuses here; nil where nothing is kept as it was typed.
  var scope: Guard.Scope? {
    switch self {
    case .text, .words, .id, .letter: .aboutYoungPerson
    case .contact: .plain
    case .date, .times, .hours, .ages, .absences, .schoolYear, .number, .yesNo, .weekdays, .choice, .several:
      nil
    }
  }

  /// Whether letters are typed into it.
  var isTyped: Bool {
    switch self {
    case .text, .contact, .words, .id, .letter, .date, .times, .hours, .ages, .absences, .schoolYear, .number:
      true
    case .yesNo, .weekdays, .choice, .several: false
    }
  }

  /// Whether the first letter typed begins anew: such values are short, and seldom mended.
  var isReplacedWhenTyped: Bool {
    switch self {
    case .date, .times, .ages, .schoolYear, .number, .letter: true
    case .text, .contact, .words, .id, .hours, .absences, .yesNo, .weekdays, .choice, .several: false
    }
  }

  /// How many signs are let in; more than is allowed where a sentence says how many are.
  var room: Int {
    switch self {
    case .text(let limit), .contact(let limit): limit + 20
    case .words, .hours, .absences: 400
    case .id: 60
    case .letter: 3
    case .date, .times, .ages, .schoolYear, .number: 24
    case .yesNo, .weekdays, .choice, .several: 0
    }
  }
}

/// A field and what stands in it. The value is a text whatever the field is, so that two states of a form
/// can be compared.
struct FormField: Equatable, Sendable {
  let key: FieldKey
  let kind: FieldKind
  /// Cannot be changed: the id of an entry that others refer to.
  var isFixed = false
  private(set) var value: String
  /// The line being typed, where there is one.
  private(set) var typed: TextField
  /// A key was taken since the field got the focus.
  private var isBegun = false

  init(_ key: FieldKey, _ kind: FieldKind, _ value: String = "", isFixed: Bool = false) {
    self.key = key
    self.kind = kind
    self.isFixed = isFixed
    self.value = value
    typed = TextField(kind.isTyped ? value : "", limit: kind.room)
  }

  init(_ name: FieldName, _ kind: FieldKind, _ value: String = "", isFixed: Bool = false) {
    self.init(FieldKey(name), kind, value, isFixed: isFixed)
  }

  /// Puts another value in.
  mutating func set(_ value: String) {
    self.value = value
    if kind.isTyped { typed = TextField(value, limit: kind.room) }
  }

  /// What stands in it is about to be replaced by the first letter typed.
  var isToBeReplaced: Bool { !isBegun && kind.isReplacedWhenTyped && !value.isEmpty }

  /// The focus comes to the field.
  mutating func enter() { isBegun = false }

  /// Takes a key; false leaves it to the form.
  mutating func take(_ key: Key) -> Bool {
    if isFixed { return false }
    switch kind {
    case .yesNo: return takeYesNo(key)
    case .weekdays: return takeWeekday(key)
    case .choice(let options): return takeChoice(key, options)
    case .several: return false
    case .text, .contact, .words, .id, .letter, .date, .times, .hours, .ages, .absences, .schoolYear, .number:
      if isToBeReplaced, case .character = key { typed = TextField(limit: kind.room) }
      guard typed.handle(key) else { return false }
      isBegun = true
      value = typed.value
      return true
    }
  }

  private mutating func takeYesNo(_ key: Key) -> Bool {
    switch key {
    case .character("j"), .character("y"): value = "1"
    case .character("n"), .backspace, .delete: value = ""
    case .character(" "), .left, .right: value = value.isEmpty ? "1" : ""
    case .character, .enter, .escape, .tab, .backtab, .up, .down, .home, .end, .pageUp, .pageDown, .function,
      .control, .resize:
      return false
    }
    return true
  }

  /// The numbers of the days; the first one pressed begins anew, so that two days are two keys.
  private mutating func takeWeekday(_ key: Key) -> Bool {
    switch key {
    case .character(let sign):
      guard sign.isASCII, let number = sign.wholeNumberValue, (1...7).contains(number) else { return false }
      let digit = String(number)
      if !isBegun {
        value = digit
      } else if value.contains(digit) {
        value = value.filter { String($0) != digit }
      } else {
        value = String((value + digit).sorted())
      }
      isBegun = true
    case .backspace, .delete: value = ""
    case .enter, .escape, .tab, .backtab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .function,
      .control, .resize:
      return false
    }
    return true
  }

  /// Arrows and space go on to the next one; a letter to the next one that begins with it.
  private mutating func takeChoice(_ key: Key, _ options: [FieldOption]) -> Bool {
    guard !options.isEmpty else { return false }
    let place = options.firstIndex { $0.id == value } ?? 0
    switch key {
    case .right, .character(" "): value = options[(place + 1) % options.count].id
    case .left: value = options[(place + options.count - 1) % options.count].id
    case .character(let sign):
      let later = options[(place + 1)...] + options[...place]
      guard let found = later.first(where: { $0.label.lowercased().hasPrefix(sign.lowercased()) }) else {
        return false
      }
      value = found.id
    case .enter, .escape, .tab, .backtab, .backspace, .delete, .up, .down, .home, .end, .pageUp, .pageDown,
      .function, .control, .resize:
      return false
    }
    return true
  }

  /// Chooses one of several, or gives it up; they stand in the order in which they were chosen.
  mutating func toggle(_ id: String) {
    var chosen = ids
    if let place = chosen.firstIndex(of: id) { chosen.remove(at: place) } else { chosen.append(id) }
    value = chosen.joined(separator: ",")
  }

  /// The ids chosen.
  var ids: [String] { value.split(separator: ",").map(String.init) }
}
