// Byt vagt: offered to a named colleague, for one of that colleague's shifts or for none.

import Canvas
import Domain
import Reports

/// First a colleague is chosen, then what is taken in return. Both lists are made once.
struct SwapOfferState: Equatable, Sendable {
  var duty: Shift
  var colleagues: [Colleague]
  var receiver: Colleague?
  /// What can be taken in return; nil is nothing.
  var returns: [Shift?] = []
  var picker = Picker()
}

extension Desk {
  /// Everybody who works, the same profession first.
  func swapOffer(of duty: Shift) -> SwapOfferState {
    let own = picture.documents.colleague(duty.colleague)?.profession
    let colleagues = picture.documents.colleagues
      .filter { $0.id != duty.colleague && $0.isEmployed(on: duty.day) }
      .sorted { left, right in
        let (leftIsNear, rightIsNear) = (left.profession == own, right.profession == own)
        return leftIsNear == rightIsNear ? DanishOrder.precedes(left.name, right.name) : leftIsNear
      }
    return SwapOfferState(duty: duty, colleagues: colleagues)
  }

  /// The receiver's shifts of the next four weeks that can be swapped for it without breaking a rule, and
  /// last to get nothing in return.
  private func returns(for duty: Shift, from receiver: Colleague) -> [Shift?] {
    let days = DateSpan(from: now.day, to: now.day.adding(days: 27)).all
    let theirs: [Shift?] = days.flatMap { picture.roster.shifts(of: receiver.id, on: $0) }
      .filter { $0.day != duty.day || $0.school != duty.school }
    return (theirs + [nil]).filter { isWithoutClash(duty, for: $0, with: receiver.id) }
  }

  private func isWithoutClash(_ duty: Shift, for other: Shift?, with receiver: Colleague.ID) -> Bool {
    let cells = picture.swapCells(giving: duty, taking: other, to: receiver)
    return !newFaults(by: cells.map { ($0.place, $0.spans) }).contains { fault in
      if case .unavailable(_, .notThisWeekday, _) = fault.rule { return false }
      return fault.isClash || fault.isHole
    }
  }

  private func rows(of state: SwapOfferState) -> [PickerRow] {
    guard let receiver = state.receiver else {
      return state.colleagues.map { colleague in
        PickerRow(
          title: colleague.name, detail: words.profession(colleague.profession, in: picture.documents),
          note: colleague.unavailability(on: state.duty.day).map(words.unavailability) ?? "")
      }
    }
    return state.returns.map { shift in
      guard let shift else {
        return PickerRow(title: words("swap.nothing", ["name": receiver.name]))
      }
      return PickerRow(
        title: words.weekdayAndDay(shift.day), detail: schoolName(shift.school),
        note: words.span(shift.hours))
    }
  }

  func drawSwapOffer(_ state: SwapOfferState, on canvas: inout Canvas, in area: Area) {
    let title =
      state.receiver.map { words("swap.return", ["name": $0.name]) } ?? words("swap.title")
    canvas.put(title, column: 1, row: area.top, style: .strong, width: area.width - 2)
    canvas.put(
      "\(words("swap.yours")) \(shiftText(state.duty))", column: 3, row: area.top + 1, style: .dim,
      width: area.width - 4)
    var list = area
    list.top += 3
    let columns = state.receiver == nil ? nil : PickerColumns(title: 34, detail: area.width >= 80 ? 24 : 10)
    draw(
      state.picker, rows: rows(of: state), texts: rows(of: state).map(\.searched), columns: columns,
      inFull: true,
      on: &canvas, in: list)
  }

  func shiftText(_ shift: Shift) -> String {
    "\(words.weekdayAndDay(shift.day)), \(schoolName(shift.school)) \(words.span(shift.hours))"
  }

  mutating func takeSwapOffer(_ state: SwapOfferState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: rows(of: state).map(\.searched)) {
    case .passed: return takeBinding(key)
    case .moved: replace(.swapOffer(state))
    case .chosen(let index):
      guard let receiver = state.receiver else { return choose(state.colleagues[index], state) }
      return offer(state.duty, for: state.returns[index], to: receiver.id)
    }
    return []
  }

  private mutating func choose(_ receiver: Colleague, _ old: SwapOfferState) -> [Request] {
    var state = old
    state.returns = returns(for: state.duty, from: receiver)
    guard !state.returns.isEmpty else {
      return refuse(words("swap.impossible", ["name": receiver.name]))
    }
    state.receiver = receiver
    state.picker = Picker()
    replace(.swapOffer(state))
    return []
  }

  private mutating func offer(
    _ duty: Shift, for other: Shift?, to receiver: Colleague.ID
  ) -> [Request] {
    let id: RecordID = newID()
    let cells = picture.swapCells(giving: duty, taking: other, to: receiver)
    return save(
      .record([
        .swap(
          SwapStep(
            id: id, after: .zero, at: now.utc, by: colleagueID, cells: cells, offer: id, step: .offered))
      ]))
  }
}
