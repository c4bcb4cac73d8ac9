// Fordeling: shifts and hours of each colleague over a term; who has more than a share, and who none.

import Canvas
import Domain
import Reports

/// The shares of a term, the greatest first; computed when the screen is opened.
struct FairnessState: Equatable, Sendable {
  var term: ClosedRange<ISOWeek>
  var shares: [Fairness.Share]
  var overloaded: Set<Colleague.ID>
  var unused: Set<Colleague.ID>
  var picker = Picker()
}

extension Desk {
  func fairness(in term: ClosedRange<ISOWeek>) -> FairnessState {
    let fairness = Fairness(picture.roster, in: DateSpan(weeks: term))
    let names = picture.documents.colleagues.reduce(into: [:]) { $0[$1.id] = $1.name }
    let shares = fairness.shares.sorted { left, right in
      left.minutes == right.minutes
        ? DanishOrder.precedes(names[left.colleague] ?? "", names[right.colleague] ?? "")
        : left.minutes > right.minutes
    }
    return FairnessState(
      term: term, shares: shares, overloaded: Set(fairness.overloaded.map(\.colleague)),
      unused: Set(fairness.unused.map(\.colleague)))
  }

  private func rows(of state: FairnessState) -> [PickerRow] {
    let hours = state.shares.map { words.decimal(minutes: $0.minutes) }
    let shifts = state.shares.map { String($0.shifts) }
    return zip(state.shares, zip(shifts, hours)).map { share, numbers in
      let note =
        state.overloaded.contains(share.colleague)
        ? words("fairness.overloaded")
        : (state.unused.contains(share.colleague) ? words("fairness.unused") : "")
      let buddy = share.buddyShifts > 0 ? words("fairness.buddy", ["count": String(share.buddyShifts)]) : ""
      return PickerRow(
        title: colleagueName(share.colleague),
        detail: words(
          "fairness.share",
          ["shifts": Self.right(numbers.0, of: shifts), "hours": Self.right(numbers.1, of: hours)]),
        note: [note, buddy].filter { !$0.isEmpty }.joined(separator: " · "), isProposed: share.shifts > 0)
    }
  }

  /// A number with its last digit below that of the others.
  private static func right(_ number: String, of all: [String]) -> String {
    String(repeating: " ", count: max(0, (all.map(\.count).max() ?? 0) - number.count)) + number
  }

  private func texts(of state: FairnessState) -> [FoldedText] {
    rows(of: state).map { FoldedText("\($0.title) \($0.note)") }
  }

  func drawFairness(_ state: FairnessState, on canvas: inout Canvas, in area: Area) {
    let (first, last) = (state.term.lowerBound, state.term.upperBound)
    canvas.put(
      words("fairness.title", ["first": String(first.week), "last": words.weekAndYear(last)]), column: 1,
      row: area.top, style: .strong, width: area.width - 2)
    let sum = words(
      "fairness.sum",
      ["overloaded": String(state.overloaded.count), "unused": String(state.unused.count)])
    var list = area
    list.top += 1
    for line in DisplayWidth.wrap(sum, to: area.width - 4) {
      canvas.put(line, column: 3, row: list.top, style: .dim)
      list.top += 1
    }
    list.top += 1
    draw(
      state.picker, rows: rows(of: state), texts: texts(of: state),
      columns: PickerColumns(title: 22, detail: 18), inFull: true, on: &canvas, in: list)
  }

  mutating func takeFairness(_ state: FairnessState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: texts(of: state)) {
    case .passed: return takeBinding(key)
    case .moved: replace(.fairness(state))
    case .chosen(let index):
      guard state.shares.indices.contains(index) else { return [] }
      open(.ownShifts(ownShifts(of: state.shares[index].colleague, from: rosterState.week)))
    }
    return []
  }
}
