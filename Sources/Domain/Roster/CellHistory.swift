// "Hvem flyttede min vagt?": every change of a day's cell, who made it, when, from what to what.

/// One change of a cell.
package struct CellHistoryEntry: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case pattern
    case cell(CellChange.Cause)
    case swap(SwapStep.Step)
  }

  package var kind: Kind
  package var at: UTCTime
  package var by: Colleague.ID?
  package var before: [DutySpan]
  package var after: [DutySpan]
  package var asked: Colleague.ID?
  /// False when another change, made upon the same one, won over it.
  package var holds: Bool
}

extension Ledger {
  /// What a cell was made of after a change; the base roster's duties when there was none.
  package func spans(after change: RecordID, at place: SchoolDay) -> [DutySpan] {
    cells[place]?.changes[change]?.body.spans ?? pattern(at: place.school, on: place.day)?.spans ?? []
  }

  /// All that was changed in a cell, newest first: the base roster, the day itself, swaps.
  package func history(of place: SchoolDay) -> [CellHistoryEntry] {
    (patternHistory(of: place) + cellHistory(of: place) + swapHistory(of: place))
      .sorted { $0.at > $1.at }
  }

  private func patternHistory(of place: SchoolDay) -> [CellHistoryEntry] {
    let week = ISOWeek(containing: place.day)
    let base = PatternPlace(school: place.school, weekday: place.day.weekday)
    func counts(_ change: PatternChange) -> Bool {
      change.from <= place.day && change.rhythm.includes(week)
    }
    func entry(_ change: PatternChange, before: [DutySpan], holds: Bool) -> CellHistoryEntry {
      CellHistoryEntry(
        kind: .pattern, at: change.at, by: change.by, before: before, after: change.spans, asked: nil,
        holds: holds)
    }
    var before: [DutySpan] = []
    let line = patternLine(at: base)
    let held = line.map(\.body).filter(counts).map { change in
      defer { before = change.spans }
      return entry(change, before: before, holds: true)
    }
    let lost = (patterns[base]?.losers(against: line) ?? []).map(\.body).filter(counts).map { change in
      entry(change, before: patterns[base]?.changes[change.after]?.body.spans ?? [], holds: false)
    }
    return held + lost
  }

  private func cellHistory(of place: SchoolDay) -> [CellHistoryEntry] {
    func entry(_ state: CellState, holds: Bool) -> CellHistoryEntry {
      let kind: CellHistoryEntry.Kind =
        switch state.source {
        case .changed(let cause): .cell(cause)
        case .swapped: .swap(.accepted)
        }
      return CellHistoryEntry(
        kind: kind, at: state.at, by: state.by, before: spans(after: state.after, at: place),
        after: state.spans, asked: state.asked, holds: holds)
    }
    return cellLine(at: place).map { entry($0.body, holds: true) }
      + (cellChain(at: place)?.losers(against: cellLine(at: place)) ?? []).map {
        entry($0.body, holds: false)
      }
  }

  /// Offers and answers that changed nothing; an accepted swap is a change of the cell.
  private func swapHistory(of place: SchoolDay) -> [CellHistoryEntry] {
    swaps.values.flatMap { chain in
      chain.changes.values.map(\.body).filter { $0.step != .accepted }.flatMap { step in
        let offered = chain.changes[step.offer]?.body.cells ?? step.cells
        return offered.filter { $0.place == place }.map { cell in
          CellHistoryEntry(
            kind: .swap(step.step), at: step.at, by: step.by, before: spans(after: cell.after, at: place),
            after: cell.spans, asked: nil, holds: true)
        }
      }
    }
  }
}
