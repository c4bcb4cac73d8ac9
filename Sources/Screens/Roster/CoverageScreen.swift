// Dækning: a month day by day, or a term week by week; how many doors have somebody, and where nobody is.

import Canvas
import Domain
import Reports

/// The marked day, and whether the whole term is shown.
struct CoverageState: Equatable, Sendable {
  var day: CivilDate
  var isTerm = false

  /// The month or the term before or after.
  func moved(by step: Int) -> CoverageState {
    var state = self
    if isTerm {
      let term = ISOWeek.term(containing: day)
      let week = step < 0 ? term.lowerBound.adding(weeks: -1) : term.upperBound.adding(weeks: 1)
      state.day = week.monday
    } else {
      let month = day.month + step
      let year = day.year + (month < 1 ? -1 : (month > 12 ? 1 : 0))
      state.day = CivilDate(year: year, month: (month + 11) % 12 + 1, day: 1) ?? day
    }
    return state
  }
}

extension Desk {
  func drawCoverage(_ state: CoverageState, on canvas: inout Canvas, in area: Area) {
    var page = area
    page.bottom -= 2
    if state.isTerm {
      drawTerm(state, on: &canvas, in: page)
    } else {
      drawMonth(state, on: &canvas, in: page)
    }
    let days =
      state.isTerm
      ? DateSpan(weeks: ISOWeek(containing: state.day)...ISOWeek(containing: state.day))
      : DateSpan(from: state.day, to: state.day)
    let holes = picture.roster.holes(in: days)
      .filter { !picture.ledger.isBeforeBasePlan(at: $0.place.school, $0.place.day) }
    let when = state.isTerm ? words.weekAndYear(ISOWeek(containing: state.day)) : words.longDate(state.day)
    let sum = coverage(of: picture.documents.schools, on: days.all)
    let places = holes.map { hole in
      let day = state.isTerm ? words.weekdayAndDay(hole.place.day) + " " : ""
      return "\(day)\(schoolName(hole.place.school)) \(words.span(hole.hours))"
    }
    var facts = [when] + closureFacts(sum)
    if sum.open > 0 {
      facts.append(
        holes.isEmpty
          ? words("coverage.none") : words("coverage.holes", ["places": places.joined(separator: ", ")]))
    }
    let lines = DisplayWidth.wrap(facts.joined(separator: " · "), to: area.width - 4)
    for (index, line) in lines.prefix(2).enumerated() {
      canvas.put(line, column: 3, row: area.bottom - 2 + index, style: holes.isEmpty ? .dim : .alarm)
    }
  }

  /// The names of the breaks and holidays, with the schools where only some are closed.
  private func closureFacts(_ sum: DoorCoverage) -> [String] {
    if sum.open == 0, sum.isUnplanned { return [words("coverage.unplanned")] }
    if sum.open == 0, sum.closures.isEmpty { return [words("closure.weekday")] }
    return sum.closures.map { closure, schools in
      let name = closureName(closure)
      return sum.open == 0 && sum.closures.count == 1
        ? name : "\(name): \(schools.map(\.id.text).joined(separator: ", "))"
    }
  }

  private func put(
    _ coverage: DoorCoverage, before: String, isShort: Bool = false, isMarked: Bool, column: Int, row: Int,
    width: Int,
    on canvas: inout Canvas
  ) {
    let sign = coverage.hasHole ? "!" : ""
    let room = width - DisplayWidth.of(before)
    let (staffed, open) = (String(coverage.staffed), String(coverage.open))
    let texts = [words("coverage.share", ["staffed": staffed, "open": open]), "\(staffed)/\(open)"]
      .map { $0 + sign }
    let whole = isShort ? nil : texts.first { DisplayWidth.of($0) <= room }
    var text = coverage.open == 0 ? "–" : whole ?? texts[1]
    if coverage.open == 0, !coverage.isUnplanned, let closure = coverage.closures.first?.closure {
      // Half a name says less than that it is closed; the marked one is named below.
      let names = [closureName(closure), words("closure.weekday")]
      text = names.first { DisplayWidth.of($0) <= room } ?? "–"
    }
    let style: Style = coverage.hasHole ? .alarm : (coverage.open == 0 ? .dim : .normal)
    canvas.put(before + text, column: column, row: row, style: style, width: width)
    guard isMarked else { return }
    canvas.put(">", column: column - 1, row: row, style: .strong)
    canvas.restyle(row: row, from: column - 1, to: column + width) { $0.selected() }
    canvas.cursor = Point(column: column - 1, row: row)
  }

  private func closureName(_ closure: Closure) -> String {
    switch closure {
    case .holiday(let holiday): words("holiday.\(holiday.rawValue)")
    case .entry(_, let name): name
    case .closedForTheDay, .notThisWeekday, .notYetOpened, .ended: words("closure.weekday")
    }
  }

  private func drawMonth(_ state: CoverageState, on canvas: inout Canvas, in area: Area) {
    canvas.put(
      words("coverage.month", ["month": "\(words.month(state.day.month)) \(state.day.year)"]), column: 1,
      row: area.top, style: .strong)
    guard let first = CivilDate(year: state.day.year, month: state.day.month, day: 1) else { return }
    let weeks = (0..<6).map { ISOWeek(containing: first).adding(weeks: $0) }
      .filter { $0.date(of: .friday) >= first && ($0.monday <= first || $0.monday.month == first.month) }
    let width = (area.width - 10) / 5
    for weekday in Weekday.allCases.filter({ $0 <= .friday || $0 == state.day.weekday }) {
      let place = weekday <= .friday ? weekday.rawValue - 1 : 4
      canvas.put(
        words.weekday(weekday), column: 10 + place * width, row: area.top + 1, style: .dim, width: width - 1)
    }
    let step = max(1, min(3, (area.rows - 2) / 6))
    for (index, week) in weeks.enumerated() {
      let row = area.top + 2 + index * step
      canvas.put(words.week(week), column: 1, row: row, style: .dim, width: 8)
      for weekday in Weekday.allCases where weekday <= .friday || week.date(of: weekday) == state.day {
        let day = week.date(of: weekday)
        guard day.month == first.month else { continue }
        let place = weekday <= .friday ? weekday.rawValue - 1 : 4
        let sum = coverage(of: picture.documents.schools, on: [day])
        // The name of a holiday needs all the room there is.
        let pad = day.day < 10 && sum.open > 0 ? " " : ""
        put(
          sum,
          before: pad + (width < 18 ? "\(day.day). " : words.shortDate(day) + "  "),
          isMarked: day == state.day,
          column: 10 + place * width, row: row, width: width - 1, on: &canvas)
      }
    }
  }

  private func drawTerm(_ state: CoverageState, on canvas: inout Canvas, in area: Area) {
    let term = ISOWeek.term(containing: state.day)
    canvas.put(
      words(
        "coverage.term",
        ["first": String(term.lowerBound.week), "last": words.weekAndYear(term.upperBound)]), column: 1,
      row: area.top, style: .strong)
    let marked = ISOWeek(containing: state.day)
    let count = term.upperBound.weeks(since: term.lowerBound) + 1
    let room = max(1, area.rows - 2)
    let first = max(0, min(marked.weeks(since: term.lowerBound) - room / 2, count - room))
    // As many schools as there is room for beside the sum of all.
    let all = picture.documents.schools(from: term.lowerBound)
    let column = area.width >= 32 + all.count * 10 ? 10 : 7
    let schools = Array(all.prefix(max(0, (area.width - 31) / column)))
    canvas.put(words("coverage.all"), column: 19, row: area.top + 1, style: .dim)
    for (place, school) in schools.enumerated() {
      canvas.put(
        school.id.text, column: 31 + place * column, row: area.top + 1, style: .dim, width: column - 1)
    }
    for index in first..<min(count, first + room) {
      let week = term.lowerBound.adding(weeks: index)
      let row = area.top + 2 + index - first
      let days = Weekday.allCases.map(week.date(of:))
      canvas.put(
        words.week(week), column: 1, row: row, style: week == now.week ? .strong : .normal, width: 8)
      canvas.put(words.shortDate(week.monday), column: 9, row: row, style: .dim, width: 8)
      let sum = coverage(of: picture.documents.schools, on: days)
      put(
        sum, before: "", isMarked: week == marked, column: 19, row: row, width: sum.open == 0 ? 30 : 10,
        on: &canvas)
      guard sum.open > 0 else { continue }
      for (place, school) in schools.enumerated() {
        put(
          coverage(of: [school], on: days), before: "", isShort: column < 10, isMarked: false,
          column: 31 + place * column,
          row: row, width: column - 1, on: &canvas)
      }
    }
  }

  mutating func takeCoverage(_ state: CoverageState, _ key: Key) -> [Request] {
    var state = state
    let week = state.isTerm ? 7 : 1
    switch key {
    case .up: state.day = state.day.adding(days: -7)
    case .down: state.day = state.day.adding(days: 7)
    case .left: state.day = state.day.adding(days: -week)
    case .right: state.day = state.day.adding(days: week)
    case .enter:
      var roster = rosterState
      roster.day = state.day
      showRoster(roster)
      return []
    case .character, .escape, .tab, .backtab, .backspace, .delete, .home, .end, .pageUp, .pageDown, .function,
      .control, .resize:
      return takeBinding(key)
    }
    if !state.isTerm { state.day = weekdayNear(state.day, after: key) }
    replace(.coverage(state))
    return []
  }

  /// The weekend is passed over.
  private func weekdayNear(_ day: CivilDate, after key: Key) -> CivilDate {
    guard day.weekday > .friday else { return day }
    let monday = ISOWeek(containing: day).adding(weeks: 1).monday
    return key == .left ? monday.adding(days: -3) : monday
  }

  /// Month or term; of a proposal, week or term.
  mutating func switchTerm() {
    if case .planning(.proposal(let state)) = screens.current { return switchProposal(state) }
    guard case .planning(.coverage(var state)) = screens.current else { return }
    state.isTerm.toggle()
    replace(.coverage(state))
  }
}
