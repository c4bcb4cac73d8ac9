// Taking back a change of the roster: back to what was before it, unless somebody changed it since.

import Domain
import Reports

/// What "Fortryd" takes back of the roster.
enum RosterUndo: Equatable, Sendable {
  /// Cells that one act changed, each with the change that must still be the last one there.
  case cells([CellUndo])
  case pattern(PatternChange)
  /// A swap that was offered and not answered.
  case offer(RecordID)
}

/// One cell to be taken back.
struct CellUndo: Equatable, Sendable {
  var place: SchoolDay
  var change: RecordID
  var before: [DutySpan]
}

extension Desk {
  /// Whether there is still something to take back, or to say why not.
  func isStanding(_ undo: RosterUndo) -> Bool {
    switch undo {
    case .cells(let cells): cells.contains { $0.place.day >= now.day }
    case .pattern: true
    case .offer(let id):
      switch picture.swap(id, on: now.day)?.state {
      case .open, .outdated: true
      case .accepted, .declined, .withdrawn, nil: false
      }
    }
  }

  /// Takes it back. What somebody else changed since stays as that person made it.
  mutating func takeBack(_ undo: RosterUndo) -> [Request] {
    let events: [Event]
    switch undo {
    case .cells(let cells):
      for cell in cells {
        let last = picture.ledger.cellLine(at: cell.place).last?.body
        if let last, last.id != cell.change { return refuseUndo(undo, by: last.by, at: last.at) }
      }
      events = cells.map { .cell(change(of: $0.place, to: $0.before, .undo)) }
    case .pattern(let change):
      let place = PatternPlace(school: change.school, weekday: change.weekday)
      let last = picture.ledger.patternLine(at: place).last?.body
      if let last, last.id != change.id { return refuseUndo(undo, by: last.by, at: last.at) }
      events = restoring(change)
    case .offer(let id):
      guard let swap = picture.swap(id, on: now.day) else { return [] }
      events = [.swap(step(.withdrawn, of: swap))]
    }
    return save(Saving([.record(events)], undoing: .roster(undo)))
  }

  private mutating func refuseUndo(_ undo: RosterUndo, by: Colleague.ID?, at: UTCTime) -> [Request] {
    undoable.removeAll { $0 == .roster(undo) }
    return refuse(words("undo.changed", ["name": firstNames(of: by), "time": clockTime(of: at)]))
  }

  /// What stood before the change is written anew, one upon the other.
  private func restoring(_ change: PatternChange) -> [Event] {
    var last = change.id
    return picture.ledger.patternsBefore(change).map { old in
      let pattern = PatternChange(
        id: newID(), after: last, at: now.utc, by: colleagueID, from: old.from, rhythm: old.rhythm,
        school: old.school, spans: old.spans, weekday: old.weekday)
      last = pattern.id
      return .pattern(pattern)
    }
  }

  /// It is taken back: say so. What was done before it in the same cell is now upon what took it back.
  mutating func takenBack(_ undo: RosterUndo) {
    switch undo {
    case .cells(let cells):
      for index in undoable.indices {
        guard case .roster(.cells(var earlier)) = undoable[index] else { continue }
        for place in earlier.indices where cells.contains(where: { $0.place == earlier[place].place }) {
          earlier[place].change = picture.ledger.lastChange(at: earlier[place].place)
        }
        undoable[index] = .roster(.cells(earlier))
      }
      guard let first = cells.first else { return }
      let day = words.weekdayAndDay(first.place.day)
      if cells.count == 1 {
        say("undone.cell", ["school": schoolName(first.place.school), "day": day])
      } else {
        say("undone.cells", ["count": String(cells.count)])
      }
    case .pattern(let change):
      say(
        "undone.pattern",
        ["school": schoolName(change.school), "weekday": words.weekday(change.weekday)])
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
