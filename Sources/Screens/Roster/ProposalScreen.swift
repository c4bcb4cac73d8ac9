// Forslag: who could fill the holes of a week or of the rest of the term. Each is accepted alone, after a
// yes, or changed; or all of them are accepted at once.

import Canvas
import Domain
import Reports

/// The proposal, made once when it is opened; what is dealt with leaves the list.
struct ProposalState: Equatable, Sendable {
  var week: ISOWeek
  var isTerm: Bool
  var fills: [Proposal.Fill]
  var unfilled: [Proposal.Unfilled]
  /// The places that were filled, or left as they are.
  var done: Set<SchoolDay> = []
  var picker = Picker()

  /// The week, or the term it is in.
  var weeks: ClosedRange<ISOWeek> {
    isTerm ? ISOWeek.term(containing: week.date(of: .thursday)) : week...week
  }

  /// The marked hole, whether somebody is proposed for it or not.
  var markedHole: Hole? {
    guard let row = picker.selection, picker.filter == nil else { return nil }
    if fills.indices.contains(row) {
      return Hole(place: fills[row].place, hours: fills[row].span.hours, asked: nil)
    }
    let index = row - fills.count
    guard unfilled.indices.contains(index) else { return nil }
    return Hole(place: unfilled[index].place, hours: unfilled[index].hours, asked: nil)
  }
}

extension Desk {
  /// The proposal that is open, on top or below.
  var openProposal: ProposalState? {
    for case .planning(.proposal(let state)) in [screens.current] + screens.earlier.reversed() {
      return state
    }
    return nil
  }

  mutating func openProposal(for week: ISOWeek) { open(.proposal(proposal(for: week, isTerm: false))) }

  /// What is proposed for the days from today on, but for places that were dealt with.
  func proposal(for week: ISOWeek, isTerm: Bool, done: Set<SchoolDay> = []) -> ProposalState {
    var state = ProposalState(week: week, isTerm: isTerm, fills: [], unfilled: [], done: done)
    let days = DateSpan(from: max(state.weeks.lowerBound.monday, now.day), to: state.weeks.upperBound.sunday)
    guard days.from <= days.to else { return state }
    let proposal = Proposal(filling: days, of: picture.roster)
    state.fills = proposal.fills.filter { !done.contains($0.place) }
    state.unfilled = proposal.unfilled.filter { !done.contains($0.place) }
    return state
  }

  /// The list without places that were dealt with. Where somebody who was proposed further down has become
  /// busy by it, the rest is proposed anew.
  func goingOn(_ old: ProposalState, from places: [SchoolDay]) -> ProposalState {
    let done = old.done.union(places)
    var rest = old
    rest.done = done
    rest.fills.removeAll { done.contains($0.place) }
    rest.unfilled.removeAll { done.contains($0.place) }
    let isCurrent = rest.fills.allSatisfy(isStillPossible)
    if !isCurrent { rest = proposal(for: old.week, isTerm: old.isTerm, done: done) }
    let count = rest.fills.count + rest.unfilled.count
    rest.picker = Picker(selection: count == 0 ? nil : min(old.picker.selection ?? 0, count - 1))
    return rest
  }

  /// The hole is there, and who is proposed for it is free.
  func isStillPossible(_ fill: Proposal.Fill) -> Bool {
    let plan = picture.roster.plan(on: fill.place.day)
    guard let colleague = picture.documents.colleague(fill.span.colleague) else { return false }
    return plan.holes(at: fill.place.school, picture.documents).contains(fill.span.hours)
      && plan.obstacle(for: colleague, in: fill.span.hours, picture.documents) == nil
  }

  private func rows(of state: ProposalState, isWide: Bool = true) -> [PickerRow] {
    func title(_ place: SchoolDay) -> String {
      "\(words.weekdayAndDay(place.day)) \(isWide ? schoolName(place.school) : place.school.text)"
    }
    let fills = state.fills.map { fill in
      PickerRow(
        title: title(fill.place), detail: colleagueName(fill.span.colleague),
        note: "\(words.suitability(fill.suitability)) · \(words.span(fill.span.hours))")
    }
    return fills
      + state.unfilled.map { hole in
        PickerRow(
          title: title(hole.place), detail: words("status.nobodyShort"),
          note: hole.reasons.first.map(reasonText) ?? words("proposal.noOneFits"), isProposed: false)
      }
  }

  private func reasonText(_ reason: Proposal.Reason) -> String {
    switch reason {
    case .obstacle(let who, let obstacle):
      "\(colleagueName(who)) \(words.obstacle(obstacle, in: picture.documents))"
    case .buddy(let who, let school):
      "\(colleagueName(who)) \(words.buddyElsewhere(school, in: picture.documents))"
    }
  }

  func drawProposal(_ state: ProposalState, on canvas: inout Canvas, in area: Area) {
    let (first, last) = (state.weeks.lowerBound, state.weeks.upperBound)
    let weeks = words("proposal.weeks", ["first": String(first.week), "last": words.weekAndYear(last)])
    canvas.put(
      words("proposal.title", ["week": state.isTerm ? weeks : words.weekAndYear(state.week)]), column: 1,
      row: area.top, style: .strong)
    canvas.cursor = Point(column: 1, row: area.top)
    let isEmpty = state.fills.isEmpty && state.unfilled.isEmpty
    canvas.put(
      isEmpty ? words("proposal.nothing") : sum(of: state), column: 3, row: area.top + 1, style: .dim,
      width: area.width - 4)
    if isEmpty { return }
    var list = area
    list.top += 3
    list.bottom -= 2
    let isWide = area.width >= 80
    draw(
      state.picker, rows: rows(of: state, isWide: isWide), texts: rows(of: state).map(\.searched),
      columns: PickerColumns(title: isWide ? 34 : 18, detail: isWide ? 20 : 17), on: &canvas, in: list)
    // Why the marked hole cannot be filled, by name.
    let index = (state.picker.selection ?? 0) - state.fills.count
    guard state.picker.filter == nil, state.unfilled.indices.contains(index) else { return }
    let why = state.unfilled[index].reasons.map(reasonText).joined(separator: " · ")
    for (offset, line) in DisplayWidth.wrap(why, to: area.width - 4).prefix(2).enumerated() {
      canvas.put(line, column: 3, row: area.bottom - 2 + offset, style: .dim)
    }
  }

  /// How many holes somebody is proposed for, and how many nobody can take.
  private func sum(of state: ProposalState) -> String {
    words(
      "proposal.sum", ["fills": String(state.fills.count), "unfilled": String(state.unfilled.count)])
  }

  mutating func takeProposal(_ state: ProposalState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: rows(of: state).map(\.searched)) {
    case .passed: return takeBinding(key)
    case .moved:
      replace(.proposal(state))
      return []
    case .chosen(let index):
      state.picker.selection = index
      state.picker.filter = nil
      replace(.proposal(state))
      guard state.fills.indices.contains(index) else { return offerAnother() }
      let fill = state.fills[index]
      var wanted = filling(Hole(place: fill.place, hours: fill.span.hours, asked: nil))
      wanted.vacancy.buddy = fill.span.buddy
      wanted.substitute = fill.span.colleague
      return ask(.substitute(wanted))
    }
  }

  /// Somebody else than the one who is proposed.
  mutating func offerAnother() -> [Request] {
    guard let hole = openProposal?.markedHole else { return [] }
    askForSubstitute(filling(hole))
    return []
  }
}
