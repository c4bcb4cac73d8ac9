// Swaps of shifts: offered to a named colleague, and in force only when that colleague has said yes.

/// An offer to swap, as far as it has come.
package struct Swap: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    case open
    /// A duty in it was changed since, or has begun; it can only be withdrawn.
    case outdated
    case accepted, declined, withdrawn
  }

  package var offer: SwapStep
  /// Who has to say yes.
  package var receiver: Colleague.ID?
  package var state: State
  /// The step that answered it.
  package var answer: SwapStep?

  /// Who offered.
  package var sender: Colleague.ID? { offer.by }
}

extension FolderPicture {
  /// A swap by the id of its offer.
  package func swap(_ offer: RecordID, on today: CivilDate) -> Swap? {
    let line = ledger.swapLine(of: offer).map(\.body)
    guard let first = line.first, first.step == .offered else { return nil }
    let answer = line.dropFirst().first
    let state: Swap.State =
      switch (answer?.step ?? .offered) {
      case .offered: isCurrent(first, on: today) ? .open : .outdated
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
          && (swap.state == .open || swap.state == .outdated)
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
