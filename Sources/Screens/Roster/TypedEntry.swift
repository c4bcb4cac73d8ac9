// One value to be typed: a week to jump to, the last day of an absence, the hours of a part.

import Canvas
import Domain
import Reports

/// A field with a question above it; what is typed is read when Enter is pressed.
struct TypedEntry: Equatable, Sendable {
  enum Purpose: String, CaseIterable, Equatable, Sendable {
    case week, through, part, hours, from, every
  }

  var purpose: Purpose
  var field: TextField
  /// What was wrong with it.
  var fault: String?

  init(_ purpose: Purpose) {
    self.purpose = purpose
    field = TextField(limit: 20)
  }
}

extension Desk {
  func drawEntry(_ entry: TypedEntry, on canvas: inout Canvas, in area: Area) {
    var row = area.top
    for line in DisplayWidth.wrap(words("entry.\(entry.purpose.rawValue)"), to: area.width - 6) {
      canvas.put(line, column: 3, row: row, style: .strong)
      row += 1
    }
    canvas.put(">", column: 3, row: row + 1, style: .key)
    if let fault = entry.fault {
      canvas.put(fault, column: 3, row: row + 3, style: .warning, width: area.width - 4)
    }
    entry.field.draw(in: &canvas, column: 5, row: row + 1, width: 24)
  }

  mutating func takeEntry(_ entry: TypedEntry, _ key: Key) -> [Request] {
    var entry = entry
    if key == .enter { return finish(entry) }
    // Help and the acute card stay in reach; no day or hour has these signs.
    if key == .character("!") || key == .character("?") { return takeBinding(key) }
    guard entry.field.handle(key) else { return takeBinding(key) }
    entry.fault = nil
    replace(.entry(entry))
    return []
  }

  private mutating func finish(_ entry: TypedEntry) -> [Request] {
    let text = entry.field.value
    switch entry.purpose {
    case .week:
      guard let week = TypedValue.week(text, near: now.week) else { return keep(entry) }
      screens.pop()
      jump(to: week)
    case .through: return setThrough(TypedValue.day(text, from: now.day), entry)
    case .part: return setPart(TypedValue.hours(text), entry)
    case .hours:
      guard let hours = TypedValue.hours(text) else { return keep(entry) }
      editForm { $0.shares[$0.share].hours = hours }
    case .from:
      guard let day = TypedValue.day(text, from: now.day), day >= now.day else { return keep(entry) }
      editForm { $0.from = day }
    case .every:
      guard let weeks = Int(text), (2...12).contains(weeks) else { return keep(entry) }
      editForm { $0.rhythm = .every(weeks) }
    }
    return []
  }

  /// The field stays open and says what it wants.
  private mutating func keep(_ entry: TypedEntry) -> [Request] {
    var entry = entry
    entry.fault = words("entry.\(entry.purpose.rawValue).fault")
    replace(.entry(entry))
    return []
  }

  private mutating func jump(to week: ISOWeek) {
    guard case .roster(var state) = screens.current else { return }
    nameHoles(leaving: state)
    state.day = week.date(of: min(state.day.weekday, .friday))
    state.share = 0
    screens.replace(with: .roster(state))
  }

  private mutating func setThrough(_ day: CivilDate?, _ entry: TypedEntry) -> [Request] {
    guard let day else { return keep(entry) }
    screens.pop()
    guard case .substitutes(var state) = screens.current else { return [] }
    let first = state.wanted.vacancy.place.day
    guard day > first, day.days(since: first) <= 200 else {
      screens.push(.planning(.entry(entry)))
      return keep(entry)
    }
    state.reach = .until(day)
    state.wanted.through = day
    screens.replace(with: .substitutes(state))
    return []
  }

  /// Only a part of the duty: the rest stays with who has it.
  private mutating func setPart(_ hours: TimeSpan?, _ entry: TypedEntry) -> [Request] {
    guard let hours else { return keep(entry) }
    screens.pop()
    guard case .substitutes(let state) = screens.current else { return [] }
    let whole = state.wanted.vacancy.hours
    guard whole.from <= hours.from, hours.to <= whole.to else {
      screens.push(.planning(.entry(entry)))
      return keep(entry)
    }
    var wanted = state.wanted
    wanted.vacancy.hours = hours
    var part = substitutes(for: wanted)
    part.isPart = true
    screens.replace(with: .substitutes(part))
    return []
  }

  private mutating func editForm(_ edit: (inout DutyForm) -> Void) {
    screens.pop()
    guard case .planning(.dutyForm(var form)) = screens.current else { return }
    edit(&form)
    form.isChanged = true
    replace(.dutyForm(form))
  }
}
