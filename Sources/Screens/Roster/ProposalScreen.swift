// Forslag: who could fill the holes of the week. Each is accepted alone, after a yes, or changed.

import Canvas
import Domain
import Reports

/// The proposal, made once when it is opened; what is dealt with leaves the list.
struct ProposalState: Equatable, Sendable {
  var week: ISOWeek
  var fills: [Proposal.Fill]
  var unfilled: [Proposal.Unfilled]
  var picker = Picker()

  /// The proposal without a place that was dealt with.
  func without(_ place: SchoolDay) -> ProposalState {
    var rest = self
    rest.fills.removeAll { $0.place == place }
    rest.unfilled.removeAll { $0.place == place }
    rest.picker = Picker()
    return rest
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

  mutating func openProposal(for week: ISOWeek) {
    let first = max(week.monday, now.day)
    let days = DateSpan(from: first, to: week.sunday)
    let proposal = first <= week.sunday ? Proposal(filling: days, of: picture.roster) : nil
    open(
      .proposal(
        ProposalState(week: week, fills: proposal?.fills ?? [], unfilled: proposal?.unfilled ?? [])))
  }

  private func rows(of state: ProposalState) -> [PickerRow] {
    func title(_ place: SchoolDay) -> String {
      "\(words.weekdayAndDate(place.day)) \(schoolName(place.school))"
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

  private func texts(of state: ProposalState) -> [FoldedText] {
    rows(of: state).map { FoldedText("\($0.title) \($0.detail)") }
  }

  func drawProposal(_ state: ProposalState, on canvas: inout Canvas, in area: Area) {
    canvas.put(
      words("proposal.title", ["week": words.weekAndYear(state.week)]), column: 1, row: area.top,
      style: .strong)
    canvas.cursor = Point(column: 1, row: area.top)
    let isEmpty = state.fills.isEmpty && state.unfilled.isEmpty
    canvas.put(
      words(isEmpty ? "proposal.nothing" : "proposal.how"), column: 3, row: area.top + 1, style: .dim,
      width: area.width - 4)
    if isEmpty { return }
    var list = area
    list.top += 3
    list.bottom -= 2
    let isWide = area.width >= 80
    draw(
      state.picker, rows: rows(of: state), texts: texts(of: state),
      columns: PickerColumns(title: isWide ? 32 : 20, detail: isWide ? 20 : 16), on: &canvas, in: list)
    // Why the marked hole cannot be filled, by name.
    let index = (state.picker.selection ?? 0) - state.fills.count
    guard state.picker.filter == nil, state.unfilled.indices.contains(index) else { return }
    let why = state.unfilled[index].reasons.map(reasonText).joined(separator: " · ")
    for (offset, line) in DisplayWidth.wrap(why, to: area.width - 4).prefix(2).enumerated() {
      canvas.put(line, column: 3, row: area.bottom - 2 + offset, style: .dim)
    }
  }

  mutating func takeProposal(_ state: ProposalState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: texts(of: state)) {
    case .passed: return takeBinding(key)
    case .moved:
      replace(.proposal(state))
      return []
    case .chosen(let index):
      guard state.fills.indices.contains(index) else {
        state.picker.selection = index
        replace(.proposal(state))
        return offerAnother()
      }
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
