// Vagtplan: the week as it is planned, schools by weekdays. Holes say INGEN PÅ VAGT.

import Canvas
import Domain
import Reports

/// The marked place of the roster: a school on a day.
struct RosterState: Equatable, Sendable {
  var day: CivilDate
  var school: School.ID?
  /// Which duty of the day is marked, where several share it.
  var share = 0
  /// After a hole is dealt with the next one is offered.
  var isFilling = false
  /// Something was changed here, so that leaving a week with holes names them.
  var isChanged = false

  init(day: CivilDate, school: School.ID?) {
    self.day = day
    self.school = school
  }

  var week: ISOWeek { ISOWeek(containing: day) }
  var place: SchoolDay? { school.map { SchoolDay(day: day, school: $0) } }
}

extension Desk {
  /// The roster that is open, on top or below; a new one when none is.
  var rosterState: RosterState {
    for case .roster(let state) in [screens.current] + screens.earlier.reversed() { return state }
    return RosterState(day: now.day, school: schoolID)
  }

  /// The roster, over I dag and nothing else, and on top of it what it was left for.
  mutating func showRoster(_ state: RosterState, below planning: Planning? = nil) {
    screens.reset()
    screens.push(.roster(state))
    if let planning { screens.push(.planning(planning)) }
  }

  func drawRoster(_ state: RosterState, on canvas: inout Canvas, in area: Area) {
    let title = words("roster.title", ["week": words.weekAndYear(state.week)])
    let used = canvas.put(title, column: 1, row: area.top, style: .strong)
    drawSummary(of: state.week, from: used + 4, row: area.top, width: area.width, on: &canvas)
    let marks = RosterMarks(picture: picture, week: state.week, today: now.day)
    let grid = RosterGrid(
      state, days: shownDays(of: state), schools: schools(of: state), in: area,
      details: roomForDisagreements(in: state.week))
    draw(grid, on: &canvas) { school, day, width in cell(at: school, on: day, width: width, marks) }
    drawLines(
      rosterDetails(state), urgent: disagreements(at: state.place),
      legend: words(grid.step > 1 ? "roster.signs" : "roster.signsOnly"),
      from: grid.bottom, in: area, on: &canvas)
  }

  /// The schools that take part in the week or will, and the marked one.
  func schools(of state: RosterState) -> [School] {
    picture.documents.schools.filter { $0.id == state.school || !$0.hasEnded(before: state.week.monday) }
  }

  /// Monday to Friday, and other days on which a school is open or that are marked.
  func shownDays(of state: RosterState) -> [CivilDate] {
    let calendar = picture.documents.schoolCalendar
    return Weekday.allCases.map(state.week.date(of:)).filter { day in
      day.weekday <= .friday || day == state.day
        || picture.documents.schools.contains { calendar.isOpeningDay(day, at: $0) }
    }
  }

  private func cell(at school: School, on day: CivilDate, width: Int, _ marks: RosterMarks) -> GridCell {
    let place = SchoolDay(day: day, school: school.id)
    let sign = marks.sign(at: place)
    let room = width - (sign.isEmpty ? 0 : sign.count + 1)
    switch picture.roster.coverage(at: school, on: day) {
    case .closed(let why):
      var cell = GridCell(closureInGrid(why), .dim)
      cell.runsOn = true
      return cell
    case .nobody(let asked):
      let text = words(asked == nil ? "status.nobody" : "status.asked")
      let short = words(asked == nil ? "status.nobodyShort" : "status.askedShort")
      // Half of INGEN PÅ VAGT would say something else.
      var cell = GridCell(text, .alarm, sign: sign)
      cell.short = short
      return cell
    case .staffed(let shifts):
      let share = (room - shifts.count + 1) / max(1, shifts.count)
      var cell = GridCell(
        shifts.map { shortName($0.colleague, width: share) }.joined(separator: "/"), .normal, sign: sign)
      if let hole = marks.holes[place] {
        cell.second = words("roster.hole", ["hours": words.span(hole)])
        cell.secondStyle = .alarm
      } else if let buddy = shifts.first?.buddy {
        cell.second = shortName(buddy, width: width)
      }
      return cell
    }
  }

  /// The name of the break or holiday alone: the row has no room to say that it closes the door.
  private func closureInGrid(_ closure: Closure) -> String {
    switch closure {
    case .holiday(let holiday): words("holiday.\(holiday.rawValue)")
    case .entry(_, let name): name
    case .notThisWeekday: "–"
    case .closedForTheDay, .notYetOpened, .ended: words.closure(closure)
    }
  }

  /// The whole name where there is room, else the first name and an initial, else the first name.
  func shortName(_ id: Colleague.ID, width: Int) -> String {
    let name = colleagueName(id)
    guard DisplayWidth.of(name) > width else { return name }
    let parts = name.split(separator: " ")
    guard parts.count > 1, let initial = parts.last?.first else { return name }
    let short = "\(parts.dropLast().joined(separator: " ")) \(initial)."
    return DisplayWidth.of(short) <= width
      ? short : DisplayWidth.truncate(String(parts[0]), to: max(1, width))
  }

  mutating func takeRoster(_ state: RosterState, _ key: Key) -> [Request] {
    guard let moved = moved(state, by: key) else { return takeBinding(key) }
    screens.replace(with: .roster(moved))
    return []
  }

  /// The marked place after an arrow key; nil when the key is another one.
  func moved(_ state: RosterState, by key: Key) -> RosterState? {
    var state = state
    let schools = schools(of: state).map(\.id)
    let place = schools.firstIndex { $0 == state.school } ?? 0
    switch key {
    case .left: state.day = schoolDay(from: state.day, by: -1)
    case .right: state.day = schoolDay(from: state.day, by: 1)
    case .up: if place > 0 { state.school = schools[place - 1] }
    case .down: if place + 1 < schools.count { state.school = schools[place + 1] }
    case .character, .enter, .escape, .tab, .backtab, .backspace, .delete, .home, .end, .pageUp, .pageDown,
      .function, .control, .resize:
      return nil
    }
    state.share = 0
    return state
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

  /// The shift that is marked; nil where nobody is on duty.
  func markedShift(of state: RosterState) -> Shift? {
    guard let school = state.school.flatMap(picture.documents.school) else { return nil }
    let shifts = picture.roster.shifts(at: school, on: state.day)
    return shifts.indices.contains(state.share) ? shifts[state.share] : shifts.first
  }

  /// Marks the next duty of a day that several share.
  mutating func markNextShare() {
    var state = rosterState
    guard let school = state.school.flatMap(picture.documents.school) else { return }
    state.share = (state.share + 1) % max(1, picture.roster.shifts(at: school, on: state.day).count)
    screens.replace(with: .roster(state))
  }
}
