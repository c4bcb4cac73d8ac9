// Makker for a day: who stands by whoever has the duty; nothing else of the duty changes.

import Canvas
import Domain
import Reports

/// Who could be the makker of a shift.
struct DayBuddyState: Equatable, Sendable {
  var shift: Shift
  var list: CandidateList
}

extension Desk {
  func dayBuddy(of shift: Shift) -> DayBuddyState {
    let place = SchoolDay(day: shift.day, school: shift.school)
    let usual = picture.roster.filling(shift.hours, at: place).buddy
    let vacancy = Vacancy(
      place: place, hours: shift.hours, absent: shift.colleague, buddy: shift.buddy ?? usual)
    let candidates = picture.roster.plan(on: shift.day).candidates(for: vacancy, picture.documents)
    return DayBuddyState(shift: shift, list: CandidateList(candidates: candidates))
  }

  private func rows(of state: DayBuddyState) -> [PickerRow] {
    rows(of: state.list, nobody: words("dayBuddy.none")) { note(on: $0, state) }
  }

  private func note(on candidate: Candidate, _ state: DayBuddyState) -> String {
    if candidate.colleague.id == state.shift.buddy { return words("dayBuddy.now") }
    if let obstacle = candidate.obstacle { return words.obstacle(obstacle, in: picture.documents) }
    if let school = candidate.buddyElsewhere { return words.buddyElsewhere(school, in: picture.documents) }
    return words.suitability(candidate.suitability)
  }

  func drawDayBuddy(_ state: DayBuddyState, on canvas: inout Canvas, in area: Area) {
    canvas.put(
      words("dayBuddy.title", ["name": colleagueName(state.shift.colleague)]), column: 1, row: area.top,
      style: .strong, width: area.width - 2)
    canvas.put(
      dayBuddyFacts(state.shift), column: 3, row: area.top + 1, style: .dim, width: area.width - 4)
    draw(state.list, rows: rows(of: state), about: { about($0, state) }, on: &canvas, in: area)
  }

  /// A candidate in full.
  private func about(_ candidate: Candidate, _ state: DayBuddyState) -> String {
    let facts = [
      "\(candidate.colleague.name): \(note(on: candidate, state))", candidate.colleague.workPhone,
      words("substitutes.works", ["days": words.weekdays(candidate.colleague.weekdays)]),
    ]
    return facts.compactMap { $0 }.joined(separator: " · ")
  }

  private func dayBuddyFacts(_ shift: Shift) -> String {
    "\(schoolName(shift.school)) · \(words.weekdayAndDay(shift.day)) · \(words.span(shift.hours))"
  }

  mutating func takeDayBuddy(_ state: DayBuddyState, _ key: Key) -> [Request] {
    var state = state
    switch state.list.picker.take(key, among: rows(of: state).map(\.searched)) {
    case .passed: return takeBinding(key)
    case .moved:
      replace(.dayBuddy(state))
      return []
    case .chosen(let row):
      let candidate = state.list.candidate(in: row)
      // What is already so needs neither a yes nor a record.
      if candidate?.colleague.id == state.shift.buddy {
        goBack()
        return []
      }
      guard let candidate else { return recordBuddy(nil, of: state.shift) }
      if let refused = refuseChoice(of: candidate) { return refused }
      return ask(.buddy(state.shift, candidate.colleague.id))
    }
  }

  /// The question's shift, and which rules the makker would break.
  func lines(aboutBuddy buddy: Colleague.ID, of shift: Shift) -> [String] {
    let place = SchoolDay(day: shift.day, school: shift.school)
    let faults = spans(of: shift, with: buddy).map { newFaults(by: [(place, $0)]) } ?? []
    let duty = words("dayBuddy.duty", ["name": colleagueName(shift.colleague), "duty": dayBuddyFacts(shift)])
    return [duty] + faults.map { "! " + words.rule($0, in: picture.documents) }
  }

  /// The day's duties with another makker beside one of them; nil when that duty is no longer planned.
  private func spans(of shift: Shift, with buddy: Colleague.ID?) -> [DutySpan]? {
    guard let school = picture.documents.school(shift.school) else { return nil }
    var spans = picture.roster.planned(at: school, on: shift.day)
    guard let index = spans.firstIndex(where: { $0.colleague == shift.colleague && $0.hours == shift.hours })
    else { return nil }
    spans[index].buddy = buddy
    return spans
  }

  mutating func recordBuddy(_ buddy: Colleague.ID?, of shift: Shift) -> [Request] {
    let place = SchoolDay(day: shift.day, school: shift.school)
    guard let spans = spans(of: shift, with: buddy) else {
      goOn(from: place, isChanged: false)
      return refuse(words("dayBuddy.changed"))
    }
    // Whoever stepped in is still a substitute; else it is the day's own plan.
    let cause: CellChange.Cause =
      switch picture.ledger.exception(at: place)?.source {
      case .changed(.absent), .changed(.substitute), .swapped: .substitute
      case .changed(.plan), .changed(.closed), .changed(.undo), nil: .plan
      }
    return save(.record([.cell(change(of: place, to: spans, cause))]))
  }

  /// Where only the makker of a duty changed: who has the duty, and who the makker is now.
  func buddyChanged(by cell: CellChange) -> DutySpan? {
    let before = picture.ledger.spans(after: cell.after, at: cell.place)
    guard before.count == cell.spans.count,
      zip(before, cell.spans).allSatisfy({ $0.colleague == $1.colleague && $0.hours == $1.hours })
    else { return nil }
    return zip(before, cell.spans).first { $0.buddy != $1.buddy }?.1
  }
}
