// Makker for a day: who stands by whoever has the duty; nothing else of the duty changes.

import Canvas
import Domain
import Reports

/// Who could be the makker of a shift. The list is made once, so that it does not move while it is open.
struct DayBuddyState: Equatable, Sendable {
  var shift: Shift
  var candidates: [Candidate]
  var picker = Picker()

  /// Those who are free and near are proposed; then comes that there is no makker; then all others.
  var proposed: Int {
    candidates.prefix { $0.obstacle == nil && $0.suitability != .ofMunicipality }.count
  }

  /// The candidate of a row; nil for the row without a makker.
  func candidate(in row: Int) -> Candidate? {
    if row == proposed { return nil }
    let index = row < proposed ? row : row - 1
    return candidates.indices.contains(index) ? candidates[index] : nil
  }
}

extension Desk {
  func dayBuddy(of shift: Shift) -> DayBuddyState {
    let place = SchoolDay(day: shift.day, school: shift.school)
    let usual = picture.ledger.pattern(at: shift.school, on: shift.day)?.spans
      .first { $0.hours.overlaps(shift.hours) }?.buddy
    let vacancy = Vacancy(
      place: place, hours: shift.hours, absent: shift.colleague, buddy: shift.buddy ?? usual)
    let candidates = picture.roster.plan(on: shift.day).candidates(for: vacancy, picture.documents)
    return DayBuddyState(shift: shift, candidates: candidates)
  }

  private func rows(of state: DayBuddyState) -> [PickerRow] {
    var rows = state.candidates.enumerated().map { index, candidate in
      PickerRow(
        title: candidate.colleague.name,
        detail: words.profession(candidate.colleague.profession, in: picture.documents),
        note: note(on: candidate, state), isProposed: index < state.proposed)
    }
    rows.insert(PickerRow(title: words("dayBuddy.none")), at: state.proposed)
    return rows
  }

  private func note(on candidate: Candidate, _ state: DayBuddyState) -> String {
    if candidate.colleague.id == state.shift.buddy { return words("dayBuddy.now") }
    if let obstacle = candidate.obstacle { return words.obstacle(obstacle, in: picture.documents) }
    if let school = candidate.buddyElsewhere { return words.buddyElsewhere(school, in: picture.documents) }
    return words.suitability(candidate.suitability)
  }

  private func texts(of state: DayBuddyState) -> [FoldedText] {
    rows(of: state).map { FoldedText("\($0.title) \($0.detail)") }
  }

  func drawDayBuddy(_ state: DayBuddyState, on canvas: inout Canvas, in area: Area) {
    canvas.put(
      words("dayBuddy.title", ["name": colleagueName(state.shift.colleague)]), column: 1, row: area.top,
      style: .strong, width: area.width - 2)
    canvas.put(
      dayBuddyFacts(state.shift), column: 3, row: area.top + 1, style: .dim, width: area.width - 4)
    var list = area
    list.top += 3
    list.bottom -= 2
    draw(state.picker, rows: rows(of: state), texts: texts(of: state), on: &canvas, in: list)
    let matches = state.picker.matches(texts(of: state))
    guard let marked = state.picker.selection, matches.indices.contains(marked),
      let candidate = state.candidate(in: matches[marked])
    else { return }
    for (index, line) in DisplayWidth.wrap(about(candidate, state), to: area.width - 4).prefix(2).enumerated()
    {
      canvas.put(line, column: 3, row: area.bottom - 2 + index, style: .dim)
    }
  }

  /// A candidate in full, because a narrow row cuts what keeps somebody from it.
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
    switch state.picker.take(key, among: texts(of: state)) {
    case .passed: return takeBinding(key)
    case .moved:
      replace(.dayBuddy(state))
      return []
    case .chosen(let row):
      let candidate = state.candidate(in: row)
      // What is already so needs neither a yes nor a record.
      if candidate?.colleague.id == state.shift.buddy {
        goBack()
        return []
      }
      guard let candidate else { return recordBuddy(nil, of: state.shift) }
      if let obstacle = candidate.obstacle, !obstacle.canBeOvercome {
        let why = words.obstacle(obstacle, in: picture.documents)
        return refuse(words("roster.cannot", ["name": candidate.colleague.name, "why": why]))
      }
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
