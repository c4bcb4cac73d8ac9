// Vagtplan: the week as it is planned, schools by weekdays. Holes say INGEN PÅ VAGT.

import Canvas
import Domain
import Reports

/// The marked place of the roster: a school on a day.
struct RosterState: Equatable, Sendable {
  var day: CivilDate
  var school: School.ID?

  var week: ISOWeek { ISOWeek(containing: day) }
}

/// How the week is laid out in a window.
private struct RosterLayout {
  let days: [CivilDate]
  let isWide: Bool
  let nameWidth: Int
  let cellWidth: Int

  init(days: [CivilDate], width: Int) {
    self.days = days
    isWide = width >= 100
    nameWidth = isWide ? 24 : 6
    cellWidth = (width - nameWidth - 2) / max(1, days.count)
  }

  func column(of place: Int) -> Int { nameWidth + 2 + place * cellWidth }
}

extension Desk {
  func drawRoster(_ state: RosterState, on canvas: inout Canvas, in area: Area) {
    let title = words("roster.title", ["week": words.weekAndYear(state.week)])
    canvas.put(title, column: 1, row: area.top, style: .strong)
    let layout = RosterLayout(days: shownDays(of: state), width: area.width)
    for (place, day) in layout.days.enumerated() {
      let style: Style = day == now.day ? .strong : .dim
      canvas.put(
        words.weekdayAndDate(day), column: layout.column(of: place), row: area.top + 1, style: style,
        width: layout.cellWidth - 1)
    }
    let schools = picture.documents.schools
    let marked = schools.firstIndex { $0.id == state.school } ?? 0
    let step = (area.rows - 3) / max(1, schools.count) >= 2 ? 2 : 1
    let room = max(1, (area.rows - 3) / step)
    let first = max(0, min(marked - room + 1, schools.count - room))
    for (index, school) in schools.enumerated().dropFirst(first).prefix(room) {
      draw(
        school, markedDay: index == marked ? state.day : nil, layout,
        row: area.top + 2 + (index - first) * step,
        hasSecondRow: step == 2, on: &canvas)
    }
    drawMarkedCell(state, row: area.bottom - 1, width: area.width, on: &canvas)
  }

  private func draw(
    _ school: School, markedDay: CivilDate?, _ layout: RosterLayout, row: Int, hasSecondRow: Bool,
    on canvas: inout Canvas
  ) {
    let style: Style = school.id == schoolID ? .strong : .normal
    let name = layout.isWide ? school.name : school.id.text
    canvas.put(name, column: 1, row: row, style: style, width: layout.nameWidth)
    for (place, day) in layout.days.enumerated() {
      let (column, width) = (layout.column(of: place), layout.cellWidth - 1)
      let coverage = picture.roster.coverage(at: school, on: day)
      var (text, style) = words.coverage(coverage, name: { shortName($0, width: width) })
      // Half of INGEN PÅ VAGT would say something else.
      if case .nobody(let asked) = coverage, DisplayWidth.of(text) > width {
        text = words(asked == nil ? "status.nobodyShort" : "status.askedShort")
      }
      canvas.put(text, column: column, row: row, style: style, width: width)
      if hasSecondRow, case .staffed(let shifts) = coverage, let buddy = shifts.first?.buddy {
        canvas.put(shortName(buddy, width: width), column: column, row: row + 1, style: .dim, width: width)
      }
      if day == markedDay {
        canvas.put(">", column: column - 1, row: row, style: .strong)
        canvas.restyle(row: row, from: column - 1, to: column + width) { $0.selected() }
        canvas.cursor = Point(column: column - 1, row: row)
      }
    }
  }

  /// The marked place in full, because a narrow column cuts names.
  private func drawMarkedCell(_ state: RosterState, row: Int, width: Int, on canvas: inout Canvas) {
    guard let school = state.school.flatMap(picture.documents.school) else { return }
    let coverage = picture.roster.coverage(at: school, on: state.day)
    var parts = [school.name, words.weekdayAndDay(state.day)]
    if case .staffed(let shifts) = coverage {
      parts += shifts.map { shift in
        let substitute = shift.isSubstitute ? " (\(words("roster.substitute")))" : ""
        let buddy = shift.buddy.map { " · " + words("today.buddy", ["name": colleagueName($0)]) } ?? ""
        return "\(colleagueName(shift.colleague))\(substitute) \(words.span(shift.hours))\(buddy)"
      }
    } else {
      parts.append(words.coverage(coverage, name: { colleagueName($0) }).0)
    }
    canvas.put(parts.joined(separator: " · "), column: 3, row: row, width: width - 4)
  }

  /// Monday to Friday, and other days on which a school is open or that are marked.
  private func shownDays(of state: RosterState) -> [CivilDate] {
    let calendar = picture.documents.schoolCalendar
    return Weekday.allCases.map(state.week.date(of:)).filter { day in
      day.weekday <= .friday || day == state.day
        || picture.documents.schools.contains { calendar.isOpeningDay(day, at: $0) }
    }
  }

  /// The whole name where there is room, else the first name and an initial.
  private func shortName(_ id: Colleague.ID, width: Int) -> String {
    let name = colleagueName(id)
    guard DisplayWidth.of(name) > width else { return name }
    let parts = name.split(separator: " ")
    guard parts.count > 1, let initial = parts.last?.first else { return name }
    return "\(parts.dropLast().joined(separator: " ")) \(initial)."
  }

  mutating func takeRoster(_ state: RosterState, _ key: Key) -> [Request] {
    var state = state
    let schools = picture.documents.schools.map(\.id)
    let place = schools.firstIndex { $0 == state.school } ?? 0
    switch key {
    case .left: state.day = schoolDay(from: state.day, by: -1)
    case .right: state.day = schoolDay(from: state.day, by: 1)
    case .up: if place > 0 { state.school = schools[place - 1] }
    case .down: if place + 1 < schools.count { state.school = schools[place + 1] }
    case .character, .enter, .escape, .tab, .backtab, .backspace, .delete, .home, .end, .pageUp, .pageDown,
      .function, .control, .resize:
      return takeBinding(key)
    }
    screens.replace(with: .roster(state))
    return []
  }

  /// The next day of the roster in a direction; Friday is followed by Monday.
  private func schoolDay(from day: CivilDate, by step: Int) -> CivilDate {
    let calendar = picture.documents.schoolCalendar
    var next = day.adding(days: step)
    for _ in 0..<2 where next.weekday > .friday {
      if picture.documents.schools.contains(where: { calendar.isOpeningDay(next, at: $0) }) { break }
      next = next.adding(days: step)
    }
    return next
  }
}
