// Swaps of shifts: offered to a named colleague, and in force only when that colleague has said yes.

/// An offer to swap, as far as it has come.
package struct Swap: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case open
    /// A duty in it was changed since, or has begun; it can only be withdrawn.
    case outdated
    /// A shift in it is gone, so nothing is left to answer.
    case lapsed(Lapse)
    case accepted, declined, withdrawn
  }

  /// What took a shift of a swap away.
  package enum Lapse: Hashable, Sendable {
    /// The door is closed that day.
    case closed(SchoolDay, Closure)
    /// The school is gone, or somebody else has the duty by now.
    case noDuty(SchoolDay, Colleague.ID)
    /// Who has the duty, or was to get it, is not here that day.
    case notHere(SchoolDay, GivingRefusal)
  }

  package var offer: SwapStep
  /// Who has to say yes.
  package var receiver: Colleague.ID?
  package var state: State
  /// The step that answered it.
  package var answer: SwapStep?

  /// Who offered.
  package var sender: Colleague.ID? { offer.by }

  /// Nobody has said yes or no, or taken it back.
  package var isUnanswered: Bool {
    switch state {
    case .open, .outdated, .lapsed: true
    case .accepted, .declined, .withdrawn: false
    }
  }

  package var isLapsed: Bool {
    if case .lapsed = state { return true }
    return false
  }
}

extension FolderPicture {
  /// A swap by the id of its offer.
  package func swap(_ offer: RecordID, on today: CivilDate) -> Swap? {
    let line = ledger.swapLine(of: offer).map(\.body)
    guard let first = line.first, first.step == .offered else { return nil }
    let answer = line.dropFirst().first
    let state: Swap.State =
      switch (answer?.step ?? .offered) {
      case .offered: openState(of: first, on: today)
      case .accepted: .accepted
      case .declined: .declined
      case .withdrawn: .withdrawn
      }
    return Swap(offer: first, receiver: receiver(of: first), state: state, answer: answer)
  }

  /// The swaps that a colleague has offered or is asked about and that nobody has answered, the
  /// nearest first.
  package func unansweredSwaps(of colleague: Colleague.ID, on today: CivilDate) -> [Swap] {
    ledger.swaps.keys.compactMap { swap($0, on: today) }
      .filter { swap in
        (swap.sender == colleague || swap.receiver == colleague)
          && swap.isUnanswered
          && swap.offer.cells.contains { $0.day >= today }
      }
      .sorted {
        ($0.offer.cells.first?.day ?? today, $0.offer.id) < ($1.offer.cells.first?.day ?? today, $1.offer.id)
      }
  }

  /// What the cells become when two colleagues swap duties, or when one gives a duty away.
  package func swapCells(giving duty: Shift, taking other: Shift?, to receiver: Colleague.ID) -> [SwapStep
    .Cell]
  {
    var cells = [cell(of: duty, with: receiver)]
    if let other { cells.append(cell(of: other, with: duty.colleague)) }
    return cells.compactMap { $0 }
  }

  private func cell(of duty: Shift, with taker: Colleague.ID) -> SwapStep.Cell? {
    guard let school = documents.school(duty.school) else { return nil }
    let place = SchoolDay(day: duty.day, school: duty.school)
    let spans = roster.planned(at: school, on: duty.day)
      .replacing(duty.colleague, in: duty.hours, with: taker)
    return SwapStep.Cell(
      after: ledger.lastChange(at: place), day: duty.day, school: duty.school, spans: spans)
  }

  /// A shift that is gone goes before all else: then there is nothing that could be changed or answered.
  private func openState(of offer: SwapStep, on today: CivilDate) -> Swap.State {
    if offer.cells.contains(where: { $0.day < today }) { return .outdated }
    if let lapse = offer.cells.lazy.compactMap({ lapse(of: $0, in: offer) }).first { return .lapsed(lapse) }
    return isCurrent(offer, on: today) ? .open : .outdated
  }

  /// Why a cell of an offer has no shift to be swapped any more. Somebody away that day keeps the shift,
  /// which is what may have been offered for.
  private func lapse(of cell: SwapStep.Cell, in offer: SwapStep) -> Swap.Lapse? {
    guard let giver = ledger.giver(of: cell) else { return nil }
    guard let school = documents.school(cell.school) else { return .noDuty(cell.place, giver) }
    switch roster.coverage(at: school, on: cell.day) {
    case .closed(let closure): return .closed(cell.place, closure)
    case .staffed, .nobody: break
    }
    let taker = offer.by == giver ? receiver(of: offer) : offer.by
    for person in [giver, taker].compactMap({ $0 }) {
      if let refusal = documents.reasonAgainstGiving(to: person, on: cell.day) {
        return .notHere(cell.place, refusal)
      }
    }
    let planned = roster.planned(at: school, on: cell.day)
    return planned.contains { $0.colleague == giver } ? nil : .noDuty(cell.place, giver)
  }

  /// Every duty in it is still as it was when the swap was offered.
  private func isCurrent(_ offer: SwapStep, on today: CivilDate) -> Bool {
    offer.cells.allSatisfy { cell in
      let place = SchoolDay(day: cell.day, school: cell.school)
      guard cell.day >= today, ledger.lastChange(at: place) == cell.after else { return false }
      return ledger.exception(at: place) != nil
        || (ledger.pattern(at: cell.school, on: cell.day)?.at ?? offer.at) <= offer.at
    }
  }

  /// Who gets a duty by it and did not offer it; that may be somebody with another duty there that day.
  private func receiver(of offer: SwapStep) -> Colleague.ID? {
    for cell in offer.cells {
      var before = ledger.spans(after: cell.after, at: cell.place)
      for span in cell.spans where span.colleague != offer.by {
        guard let index = before.firstIndex(of: span) else { return span.colleague }
        before.remove(at: index)
      }
    }
    return nil
  }
}

extension Ledger {
  /// Who had the duty that a swap's cell gives away: who is in it less often than before.
  fileprivate func giver(of cell: SwapStep.Cell) -> Colleague.ID? {
    let before = spans(after: cell.after, at: cell.place).map(\.colleague)
    return before.first { person in
      cell.spans.count { $0.colleague == person } < before.count { $0 == person }
    }
  }
}
