// Afbud: who steps in for a duty. Nobody is shown on duty who has not said yes.

import Canvas
import Domain
import Reports

/// The list of those who can step in.
struct SubstitutesState: Equatable, Sendable {
  /// How long the absence lasts.
  enum Reach: Equatable, Sendable {
    case day, week
    case until(CivilDate)
  }

  var wanted: Substitution
  var list: CandidateList
  /// Duties of each candidate in that week.
  var loads: [Colleague.ID: Int]
  var reach = Reach.day
  /// Only a part of the duty is to be taken.
  var isPart = false

  /// A day or hours were typed for it.
  var isTyped: Bool {
    if case .until = reach { return true }
    return isPart
  }
}

extension Desk {
  /// Opens the list of those who could take a duty.
  mutating func askForSubstitute(_ wanted: Substitution) {
    screens.push(.substitutes(substitutes(for: wanted)))
  }

  func substitutes(for wanted: Substitution) -> SubstitutesState {
    let vacancy = wanted.vacancy
    let candidates = picture.roster.plan(on: vacancy.place.day).candidates(for: vacancy, picture.documents)
    let week = ISOWeek(containing: vacancy.place.day)
    let shifts = Weekday.allCases.flatMap { weekday in
      picture.documents.schools.flatMap { picture.roster.shifts(at: $0, on: week.date(of: weekday)) }
    }
    let loads = shifts.reduce(into: [Colleague.ID: Int]()) { $0[$1.colleague, default: 0] += 1 }
    return SubstitutesState(wanted: wanted, list: CandidateList(candidates: candidates), loads: loads)
  }

  private func rows(of state: SubstitutesState) -> [PickerRow] {
    rows(of: state.list, nobody: words("substitutes.nobody")) { note(on: $0, state) }
  }

  private func note(on candidate: Candidate, _ state: SubstitutesState) -> String {
    if let obstacle = candidate.obstacle { return words.obstacle(obstacle, in: picture.documents) }
    let load = words(
      "substitutes.load", ["count": String(state.loads[candidate.colleague.id] ?? 0)])
    // First what a narrow row must not cut.
    return "\(load) · \(words.suitability(candidate.suitability))"
  }

  func drawSubstitutes(_ state: SubstitutesState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("substitutes.title"), column: 1, row: area.top, style: .strong)
    canvas.putRight(reachText(of: state), endColumn: area.width - 1, row: area.top, style: .strong)
    let vacancy = state.wanted.vacancy
    let facts = [
      schoolName(vacancy.place.school), words.weekdayAndDay(vacancy.place.day), words.span(vacancy.hours),
      state.wanted.isHole
        ? nil : vacancy.absent.map { words("substitutes.absent", ["name": colleagueName($0)]) },
    ]
    // Before the list there is a row to spare.
    let lines = DisplayWidth.wrap(facts.compactMap { $0 }.joined(separator: " · "), to: area.width - 4)
    for (index, line) in lines.prefix(2).enumerated() {
      canvas.put(line, column: 3, row: area.top + 1 + index, style: .dim)
    }
    draw(state.list, rows: rows(of: state), about: { about($0, state) }, on: &canvas, in: area)
  }

  /// All that is known of a candidate, in full.
  private func about(_ candidate: Candidate, _ state: SubstitutesState) -> String {
    let count = state.loads[candidate.colleague.id] ?? 0
    let facts = [
      candidate.colleague.name + ": "
        + (candidate.obstacle.map { words.obstacle($0, in: picture.documents) }
          ?? words.suitability(candidate.suitability)),
      words.counted(count, one: "substitutes.shifts.one", many: "substitutes.shifts.many"),
      candidate.colleague.workPhone,
      words("substitutes.works", ["days": words.weekdays(candidate.colleague.weekdays)]),
      candidate.buddyElsewhere.map { words.buddyElsewhere($0, in: picture.documents) },
    ]
    return facts.compactMap { $0 }.joined(separator: " · ")
  }

  private func reachText(of state: SubstitutesState) -> String {
    switch state.reach {
    case .day: words("substitutes.day")
    case .week: words("substitutes.week")
    case .until(let day): words("substitutes.until", ["day": words.weekdayAndDay(day)])
    }
  }

  mutating func takeSubstitutes(_ state: SubstitutesState, _ key: Key) -> [Request] {
    var state = state
    switch state.list.picker.take(key, among: rows(of: state).map(\.searched)) {
    case .passed: return takeBinding(key)
    case .moved:
      screens.replace(with: .substitutes(state))
      return []
    case .chosen(let row):
      guard let candidate = state.list.candidate(in: row) else { return record(state.wanted, saidYes: false) }
      if let refused = refuseChoice(of: candidate) { return refused }
      var wanted = state.wanted
      wanted.substitute = candidate.colleague.id
      return ask(.substitute(wanted))
    }
  }

  /// Today, the rest of the week, or until a day that is asked for.
  mutating func changeReach() {
    guard case .substitutes(var state) = screens.current else { return }
    let day = state.wanted.vacancy.place.day
    switch state.reach {
    case .day:
      state.reach = .week
      state.wanted.through = ISOWeek(containing: day).sunday
    case .week:
      screens.push(.planning(.entry(TypedEntry(.through))))
      return
    case .until:
      state.reach = .day
      state.wanted.through = day
    }
    screens.replace(with: .substitutes(state))
  }
}
