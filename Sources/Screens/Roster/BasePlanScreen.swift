// Grundplan: the pattern of each weekday, as it is in the marked week.

import Canvas
import Domain
import Reports

extension Desk {
  func drawBasePlan(_ state: RosterState, on canvas: inout Canvas, in area: Area) {
    canvas.put(
      words("basePlan.title", ["week": words.weekAndYear(state.week)]), column: 1, row: area.top,
      style: .strong, width: area.width - 2)
    let grid = RosterGrid(
      state, days: shownDays(of: state), schools: schools(of: state), in: area,
      details: roomForDisagreements(in: state.week))
    draw(grid, on: &canvas) { school, day, width in basePlanCell(at: school, on: day, width: width) }
    let details = basePlanDetails(state)
    let disputed = state.place.map { patternConflictLines(at: $0).map { ($0, Style.warning) } } ?? []
    // The pattern in full, unless there is more to tell than there may be rows for.
    let whole = disputed.isEmpty && details.count > 2 ? 0 : 1
    drawLines(
      Array(details.dropFirst(whole)), urgent: details.prefix(whole) + disputed,
      legend: grid.step > 1 ? words("basePlan.signs") : nil, from: grid.bottom, in: area, on: &canvas)
  }

  private func basePlanCell(at school: School, on day: CivilDate, width: Int) -> GridCell {
    let pattern = picture.ledger.pattern(at: school.id, on: day)
    let place = SchoolDay(day: day, school: school.id)
    let isDisputed = !picture.ledger.patternConflicts(at: place).isEmpty
    guard let spans = pattern?.spans, let first = spans.first else {
      if school.hours(on: day).isEmpty || school.hasEnded(before: day) { return GridCell("–", .dim) }
      return GridCell(words("basePlan.empty"), .warning, sign: isDisputed ? "!" : "")
    }
    let sign = ((pattern?.rhythm.every ?? 1) > 1 ? "~" : "") + (isDisputed ? "!" : "")
    let share = (width - (sign.isEmpty ? 0 : sign.count + 1) - spans.count + 1) / spans.count
    return GridCell(
      spans.map { shortName($0.colleague, width: share) }.joined(separator: "/"), .normal, sign: sign,
      second: first.buddy.map { shortName($0, width: width) })
  }

  /// What is in force at the marked place, and which days keep their own plan.
  private func basePlanDetails(_ state: RosterState) -> [(String, Style)] {
    guard let school = state.school.flatMap(picture.documents.school) else { return [] }
    let place = PatternPlace(school: school.id, weekday: state.day.weekday)
    let patterns = picture.ledger.basePlan(at: place, from: state.day)
    let shown = patterns.suffix(3).map { patternText($0, in: state.week) }
    let first = shown.first ?? words("basePlan.none")
    var lines: [(String, Style)] = [
      ("\(school.name) · \(words.weekday(state.day.weekday)) · \(first)", .normal)
    ]
    lines += shown.dropFirst().map { ($0, .normal) }
    let kept = picture.ledger.exceptions(at: place, from: max(now.day, state.week.monday)).map(\.day)
    if !kept.isEmpty { lines.append((keptText(kept), .dim)) }
    if let last = patterns.last {
      lines.append(
        (words("roster.changed", ["name": colleagueName(last.by), "time": clockTime(of: last.at)]), .dim))
    }
    return lines
  }

  /// `hver uge`, `ulige uger`, `hver 3. uge fra uge 10`, as it is from a week on.
  func rhythmText(_ rhythm: Rhythm, from week: ISOWeek) -> String {
    switch DutyForm.Weeks(rhythm, from: week) {
    case .all: words("rhythm.weekly")
    case .odd: words("rhythm.odd")
    case .even: words("rhythm.even")
    case .every(let count):
      words("rhythm.every", ["count": String(count), "week": words.week(rhythm.first(from: week))])
    }
  }

  mutating func takeBasePlan(_ state: RosterState, _ key: Key) -> [Request] {
    guard let moved = moved(state, by: key) else { return takeBinding(key) }
    replace(.basePlan(moved))
    return []
  }

  /// Opens the form for the marked place, as it is there from next week on.
  mutating func editDuty() {
    guard case .planning(.basePlan(let state)) = screens.current, let id = state.school,
      let school = picture.documents.school(id)
    else { return }
    let from = max(state.week.monday, now.week.adding(weeks: 1).monday)
    let day = ISOWeek(containing: from).date(of: state.day.weekday)
    open(.dutyForm(DutyForm(school: school, day: day, from: from, ledger: picture.ledger)))
  }
}
