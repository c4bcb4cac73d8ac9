// Taking back a change of the roster: back to what was before it, unless somebody changed it since.

import Domain
import Reports

/// What "Fortryd" takes back of the roster.
enum RosterUndo: Equatable, Sendable {
  /// Cells that one act changed, each with the change that must still be the last one there.
  case cells([CellUndo])
  /// Places of the base roster that one act changed.
  case patterns([PatternChange])
  /// A swap that was offered and not answered.
  case offer(RecordID)

  /// The records it takes back.
  var changes: [RecordID] {
    switch self {
    case .cells(let cells): cells.map(\.change)
    case .patterns(let patterns): patterns.map(\.id)
    case .offer(let id): [id]
    }
  }
}

/// One cell to be taken back.
struct CellUndo: Equatable, Sendable {
  var place: SchoolDay
  var change: RecordID
}

extension Desk {
  /// Whether there is still something to take back, or to say why not.
  func isStanding(_ undo: RosterUndo) -> Bool {
    switch undo {
    case .cells(let cells): cells.contains { $0.place.day >= now.day && !isTakenBack($0) }
    case .patterns: true
    case .offer(let id):
      switch picture.swap(id, on: now.day)?.state {
      case .open, .outdated, .lapsed: true
      case .accepted, .declined, .withdrawn, nil: false
      }
    }
  }

  /// Taken back already, be it that what took it back was taken back in turn and written anew.
  private func isTakenBack(_ cell: CellUndo) -> Bool {
    let ledger = picture.ledger
    return ledger.cells[cell.place]?.changes[cell.change]?.body.source != .changed(.undo)
      && !ledger.standingChanges(at: cell.place).contains { $0.id == cell.change }
  }

  /// Takes it back. What somebody else changed since stays as that person made it.
  mutating func takeBack(_ undo: RosterUndo) -> [Request] {
    let ledger = picture.ledger
    let events: [Event]
    switch undo {
    case .cells(let cells):
      if let changed = cells.first(where: { !ledger.isLast($0.change, at: $0.place) }) {
        let last = ledger.cellLine(at: changed.place).last?.body
        return refuseUndo(undo, by: last?.by, at: last?.at ?? now.utc)
      }
      events = cells.map { .cell(takingBack($0)) }
    case .patterns(let patterns):
      if let changed = patterns.first(where: { !ledger.isLast($0.id, at: $0.place) }) {
        let last = ledger.patternLine(at: changed.place).last?.body
        return refuseUndo(undo, by: last?.by, at: last?.at ?? now.utc)
      }
      events = patterns.flatMap(restoring)
    case .offer(let id):
      guard let swap = picture.swap(id, on: now.day) else { return [] }
      events = [.swap(step(.withdrawn, of: swap))]
    }
    return save(Saving([.record(events)], undoing: .roster(undo)))
  }

  private mutating func refuseUndo(_ undo: RosterUndo, by: Colleague.ID?, at: UTCTime) -> [Request] {
    undoable.removeAll { $0 == .roster(undo) }
    refusedUndos.formUnion(undo.changes)
    return refuse(words("undo.changed", ["name": firstNames(of: by), "time": clockTime(of: at)]))
  }

  private func takingBack(_ cell: CellUndo) -> CellChange {
    let changes = picture.ledger.cells[cell.place]?.changes ?? [:]
    let undone = changes[cell.change]?.body
    let before = picture.ledger.spans(after: undone?.after ?? .zero, at: cell.place)
    // Opening a school again took its closing back; without it the school is closed as it was.
    if undone?.source == .changed(.undo),
      case .changed(let cause)? = changes[undone?.after ?? .zero]?.body.source
    {
      return change(of: cell.place, to: before, cause)
    }
    return change(of: cell.place, to: before, .undo)
  }

  /// What stood before the change is written anew, one upon the other.
  private func restoring(_ change: PatternChange) -> [Event] {
    var last = picture.ledger.lastChange(at: change.place)
    return picture.ledger.patternsBefore(change).map { old in
      let pattern = PatternChange(
        id: newID(), after: last, at: now.utc, by: colleagueID, from: old.from, rhythm: old.rhythm,
        school: old.school, spans: old.spans, weekday: old.weekday)
      last = pattern.id
      return .pattern(pattern)
    }
  }

  /// It is taken back: say so.
  mutating func takenBack(_ undo: RosterUndo) {
    switch undo {
    case .cells(let cells):
      guard let first = cells.first else { return }
      if cells.count == 1 {
        let day = words.weekdayAndDay(first.place.day)
        say("undone.cell", ["school": schoolName(first.place.school), "day": day])
      } else {
        say("undone.cells", ["count": String(cells.count)])
      }
    case .patterns(let patterns):
      guard let first = patterns.first else { return }
      if patterns.count == 1 {
        say(
          "undone.pattern", ["school": schoolName(first.school), "weekday": words.weekday(first.weekday)])
      } else {
        say("undone.patterns", ["count": String(patterns.count)])
      }
    case .offer: say("saved.swap.withdrawn")
    }
  }

  /// `Jens Ole`: a name without its last part.
  func firstNames(of id: Colleague.ID?) -> String {
    let name = colleagueName(id)
    let parts = name.split(separator: " ")
    return parts.count > 1 ? parts.dropLast().joined(separator: " ") : name
  }
}
