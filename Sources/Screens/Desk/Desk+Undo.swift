// "Fortryd": one key takes back the last thing, also after a restart on the same day.

import Domain
import Reports

/// Something that can be taken back with one key.
enum Undo: Equatable, Sendable {
  case deed(Deed)
  /// A change of the roster.
  case roster(RosterUndo)
  /// The last thing cannot be taken back; what was done before it is not taken back unseen.
  case nothing
}

extension Desk {
  /// Remembers what was done as the thing to take back next.
  mutating func did(_ undo: Undo) {
    if undo == .nothing, undoable.last == .nothing { return }
    undoable.append(undo)
  }

  /// What the key takes back now: this session's last act, else what the log tells of today.
  var nextUndo: Undo? { undoable.last(where: isStanding) ?? lastOfThisMachine }

  /// The log has no clock beside visits and handovers, so it cannot tell which of the three came last:
  /// each screen takes back first what it is about.
  private var lastOfThisMachine: Undo? {
    if screens.has(where: { if case .roster = $0 { true } else { false } }) {
      return lastRosterActOfMine.map(Undo.roster) ?? lastCountOfThisMachine ?? lastTakeOverOfThisMachine
    }
    if screens.has(where: { if case .handovers = $0 { true } else { false } }) {
      return lastTakeOverOfThisMachine ?? lastCountOfThisMachine ?? lastRosterActOfMine.map(Undo.roster)
    }
    return lastCountOfThisMachine ?? lastTakeOverOfThisMachine ?? lastRosterActOfMine.map(Undo.roster)
  }

  private var lastTakeOverOfThisMachine: Undo? {
    picture.lastTakeOver(by: writers, acting).map(Undo.deed)
  }

  private var lastCountOfThisMachine: Undo? {
    picture.lastCount(by: writers, on: now.day).map(Undo.deed)
  }

  /// Still there, and still mine to take back.
  private func isStanding(_ undo: Undo) -> Bool {
    switch undo {
    case .deed(let deed): picture.stands(deed, acting)
    case .roster(let undo): isStanding(undo)
    case .nothing: true
    }
  }

  mutating func undoLast() -> [Request] {
    guard let undo = nextUndo else { return [] }
    switch undo {
    case .deed(let deed):
      let acts = picture.takingBack(deed, acting)
      return acts.isEmpty ? [] : save(Saving(acts.map(Request.init), undoing: undo))
    case .roster(let undo): return takeBack(undo)
    case .nothing:
      undoable.removeAll { $0 == .nothing }
      return refuse(words("undo.nothing"))
    }
  }

  mutating func undone(_ undo: Undo) {
    undoable.removeAll { $0 == undo }
    switch undo {
    case .deed(.counted(let id, let day)): say("undone.counted", ["what": name(of: id, on: day)])
    case .deed(.door(let door)):
      say(door.isOpen ? "saved.doorClosed" : "saved.doorOpen", ["school": schoolName(door.school)])
    case .deed(.offer(let handover, _, _)):
      picture.handoverEntries[handover] = nil
      say("undone.offer")
    case .deed(.takeOver): say("undone.takeOver")
    case .roster(let undo): takenBack(undo)
    case .nothing: break
    }
    if case .receipt = screens.current { screens.reset() }
  }

  /// What was taken back, without its topic: I dag may be in front of students.
  private func name(of id: RecordID, on day: CivilDate) -> String {
    let book = picture.ledger.book(of: day)
    if let visit = book.visits[id]?.body {
      let key = visit.outcome == .guidedOn ? "undone.guided" : "undone.visit"
      return words(key, ["school": schoolName(visit.school)])
    }
    if let tick = book.sparrings[id] {
      return words("undone.sparring", ["school": schoolName(tick.body.school)])
    }
    if let tick = book.zeros[id] { return words("undone.zero", ["school": schoolName(tick.body.school)]) }
    return id.description
  }
}
