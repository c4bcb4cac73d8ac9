// What I changed in the roster today, as the log tells it: so that "Fortryd" knows it after a restart.

import Domain

/// A change in this machine's own files that has not been taken back.
private struct OwnChange {
  enum Kind {
    case cell(CellUndo)
    case pattern(PatternChange)
    case offer(RecordID)
  }

  /// The writer among this machine's, and the record's number in its files: the order in which I worked.
  var place: (writer: Int, sequence: Int)
  var at: UTCTime
  var kind: Kind
}

extension Desk {
  /// My last change of the roster today that still stands; nil when there is none.
  var lastRosterActOfMine: RosterUndo? {
    let changes = (ownCells + ownPatterns + ownOffers).sorted { $0.place > $1.place }
    guard let last = changes.first else { return nil }
    // What one act changed was written at once, one record after the other.
    var act = changes.prefix(1)
    for change in changes.dropFirst() {
      guard let before = act.last, change.place.writer == last.place.writer, change.at == last.at,
        change.place.sequence >= before.place.sequence - 1
      else { break }
      act = changes.prefix(act.count + 1)
    }
    switch last.kind {
    case .offer(let id): return .offer(id)
    case .pattern:
      return .patterns(
        Self.distinct(
          act.map { if case .pattern(let pattern) = $0.kind { pattern } else { nil } }, by: \.place))
    case .cell:
      return .cells(
        Self.distinct(act.map { if case .cell(let cell) = $0.kind { cell } else { nil } }, by: \.place))
    }
  }

  /// The first of each place up to what is something else or a place that was there; the earliest first.
  private static func distinct<Item, Place: Hashable>(_ items: [Item?], by place: KeyPath<Item, Place>)
    -> [Item]
  {
    var seen: Set<Place> = []
    let run = items.prefix { $0.map { seen.insert($0[keyPath: place]).inserted } ?? false }
    return run.compactMap { $0 }.reversed()
  }

  private var ownCells: [OwnChange] {
    picture.ledger.cells.filter { $0.key.day >= now.day }.flatMap { place, chain in
      chain.changes.values.compactMap { change in
        guard change.body.source != .changed(.undo) else { return nil }
        let kind = OwnChange.Kind.cell(CellUndo(place: place, change: change.body.id))
        return ownChange(kind, change, by: change.body.by, at: change.body.at) {
          // What lost to another change stays to be told, not to be offered again and again.
          picture.ledger.standingChanges(at: place).contains { $0.id == change.body.id }
        }
      }
    }
  }

  private var ownPatterns: [OwnChange] {
    picture.ledger.patterns.flatMap { place, chain in
      chain.changes.values.compactMap { change in
        ownChange(.pattern(change.body), change, by: change.body.by, at: change.body.at) {
          picture.ledger.standingChanges(at: place).contains { $0.id == change.body.id }
        }
      }
    }
  }

  private var ownOffers: [OwnChange] {
    picture.ledger.swaps.values.flatMap { chain in
      chain.changes.values.compactMap { step in
        guard step.body.step == .offered else { return nil }
        return ownChange(.offer(step.body.offer), step, by: step.body.by, at: step.body.at) {
          isStanding(.offer(step.body.offer))
        }
      }
    }
  }

  /// The change if it is mine, of today, at this machine, and stands.
  private func ownChange<Change: Chained>(
    _ kind: OwnChange.Kind, _ change: Recorded<Change>, by: Colleague.ID?, at: UTCTime,
    isStanding: () -> Bool
  ) -> OwnChange? {
    guard let me, by == me.id, local(at).day == now.day, !refusedUndos.contains(change.body.id),
      let writer = writers.firstIndex(of: change.origin.writer), isStanding()
    else { return nil }
    return OwnChange(place: (writer, change.origin.sequence), at: at, kind: kind)
  }
}
