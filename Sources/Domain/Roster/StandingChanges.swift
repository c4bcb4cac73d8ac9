// What has not been taken back: the changes of a place that can still be undone, newest last.

extension Ledger {
  /// The changes of a day's cell that stand, oldest first; each taking back took away the last one before it.
  package func standingChanges(at place: SchoolDay) -> [CellState] {
    var standing: [CellState] = []
    for state in cellLine(at: place).map(\.body) {
      if state.source == .changed(.undo), !standing.isEmpty {
        standing.removeLast()
      } else {
        standing.append(state)
      }
    }
    return standing
  }

  /// The same for a place of the base roster. A pattern does not say that it takes one back: it is known by
  /// being what stood before, written anew in one act.
  package func standingChanges(at place: PatternPlace) -> [PatternChange] {
    let line = patternLine(at: place).map(\.body)
    var standing: [PatternChange] = []
    var rest = line[...]
    while let next = rest.first {
      let restored = standing.last.map { Self.restoring($0, in: line) } ?? []
      let written = rest.prefix(restored.count)
      let isTakingBack =
        !restored.isEmpty && written.count == restored.count
        && zip(written, restored).allSatisfy { $0.plansTheSame(as: $1) && $0.at == next.at }
      if isTakingBack {
        standing.removeLast()
        rest = rest.dropFirst(restored.count)
      } else {
        standing.append(next)
        rest = rest.dropFirst()
      }
    }
    return standing
  }

  /// Whether a change is what the cell is now, or all that came after it was taken back.
  package func isLast(_ change: RecordID, at place: SchoolDay) -> Bool {
    lastChange(at: place) == change || standingChanges(at: place).last?.id == change
  }

  /// Whether a change is what the place is now, or all that came after it was taken back.
  package func isLast(_ change: RecordID, at place: PatternPlace) -> Bool {
    lastChange(at: place) == change || standingChanges(at: place).last?.id == change
  }
}
