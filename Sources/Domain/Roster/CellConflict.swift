// What two people decided at once: the value that holds, and the one that lost.

/// A change of a cell that lost to another one made upon the same.
package struct CellConflict: Equatable, Sendable {
  package var place: SchoolDay
  package var held: CellState
  package var lost: CellState
}

extension ChangeChain {
  /// Each branch that lost, by its last change, beside the change that won over it.
  package func forks(
    of line: [Recorded<Change>], beats: (Recorded<Change>, Recorded<Change>) -> Bool
  ) -> [(won: Recorded<Change>, lost: Recorded<Change>)] {
    var heirs: [RecordID: Recorded<Change>] = [:]
    for (parent, heir) in zip([.zero] + line.map(\.body.id), line) { heirs[parent] = heir }
    let held = Set(line.map(\.body.id))
    return losers(against: line).compactMap { loser in
      let parent = changes[loser.body.after] == nil ? RecordID.zero : loser.body.after
      guard parent == .zero || held.contains(parent), let won = heirs[parent] else { return nil }
      var tip = loser
      var seen: Set<RecordID> = [loser.body.id]
      while let next = changes.values.filter({ $0.body.after == tip.body.id && !held.contains($0.body.id) })
        .max(by: { beats($1, $0) }), seen.insert(next.body.id).inserted
      {
        tip = next
      }
      return (won, tip)
    }
  }
}

extension Ledger {
  /// What lost at a place and has not been looked at since: once somebody changes the cell again, it is
  /// settled.
  package func conflicts(at place: SchoolDay) -> [CellConflict] {
    let line = cellLine(at: place)
    guard let last = line.last?.body, let chain = cellChain(at: place) else { return [] }
    return chain.forks(of: line, beats: Self.laterWins(\.at))
      .filter { $0.won.body.id == last.id }
      .filter { $0.lost.body.spans != last.spans || $0.lost.body.asked != last.asked }
      .map { CellConflict(place: place, held: $0.won.body, lost: $0.lost.body) }
  }

  /// All conflicts of some days, by day and school.
  package func conflicts(in days: DateSpan) -> [CellConflict] {
    cells.keys.filter { days.contains($0.day) }.sorted().flatMap(conflicts(at:))
  }
}
