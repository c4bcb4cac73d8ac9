// "Fortryd": one key takes back the last thing, also after a restart on the same day.

import Domain
import Reports

/// Something that can be taken back with one key.
enum Undo: Equatable, Sendable {
  /// A visit, a sparring or a zero.
  case counted(RecordID, CivilDate)
  case door(DoorChange)
  /// The first offer of a handover, and the visit it came from.
  case offer(Handover.ID, visit: RecordID, CivilDate)
  case takeOver(Handover.ID)
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

  /// What was taken over here today, as long as the one who sits here may give it back.
  private var lastTakeOverOfThisMachine: Undo? {
    let taken = picture.openHandovers.compactMap { handover -> (id: Handover.ID, place: (Int, Int))? in
      guard handover.changed == now.day, allows(.undoTakeOver, on: handover),
        let origin = picture.ledger.chains[handover.id]?.changes[handover.last]?.origin,
        let writer = writers.firstIndex(of: origin.writer)
      else { return nil }
      return (handover.id, (writer, origin.sequence))
    }
    return taken.max { $0.place < $1.place }.map { .takeOver($0.id) }
  }

  /// Still there, and still mine to take back.
  private func isStanding(_ undo: Undo) -> Bool {
    switch undo {
    case .counted(let id, let day): return isCounted(id, on: day)
    case .door(let door): return picture.ledger.door(at: door.school, on: door.day)?.id == door.id
    case .offer(let handover, let visit, let day):
      return handoverNow(handover)?.state == .offered || isWithdrawn(handover) && isCounted(visit, on: day)
    case .takeOver(let id):
      return handoverNow(id).map { allows(.undoTakeOver, on: $0) } ?? false
    case .roster(let undo): return isStanding(undo)
    case .nothing: return true
    }
  }

  private func isCounted(_ id: RecordID, on day: CivilDate) -> Bool {
    !picture.ledger.book(of: day).takenBack.contains(id) && !ISOWeek(containing: day).isFinal(at: now)
  }

  private func isWithdrawn(_ id: Handover.ID) -> Bool { handoverNow(id)?.state == .withdrawn }

  /// The log has no clock and no person in it; the order in this machine's own files is enough.
  private var lastCountOfThisMachine: Undo? {
    let book = picture.ledger.book(of: now.day)
    let visits = book.visits.values.map { (id: $0.body.id, origin: $0.origin) }
    let ticks = (Array(book.sparrings.values) + Array(book.zeros.values)).map {
      (id: $0.body.id, origin: $0.origin)
    }
    var last: (id: RecordID, place: (Int, Int))?
    for (id, origin) in visits + ticks where !book.takenBack.contains(id) {
      guard let writer = writers.firstIndex(of: origin.writer) else { continue }
      let place = (writer, origin.sequence)
      if last.map({ $0.place < place }) ?? true { last = (id, place) }
    }
    return last.map { .counted($0.id, now.day) }
  }

  func handoverNow(_ id: Handover.ID) -> Handover? {
    picture.ledger.handover(id, entries: picture.handoverEntries[id] ?? [:])
  }

  mutating func undoLast() -> [Request] {
    guard let undo = nextUndo else { return [] }
    switch undo {
    case .counted(let id, let day):
      return save(Saving([takeBack(id, on: day)], undoing: undo))
    case .door(let door):
      let change = DoorChange(
        id: newID(), at: now.utc, by: colleagueID, day: now.day, isOpen: !door.isOpen, school: door.school)
      return save(Saving([.record([.door(change)])], undoing: undo))
    case .takeOver(let id):
      guard let handover = handoverNow(id) else { return [] }
      return save(Saving([.step(step(.undone, of: handover))], undoing: undo))
    case .offer(let id, let visit, let day):
      guard let handover = handoverNow(id) else { return [] }
      // A first try may have withdrawn the handover and then failed to take the visit back.
      let withdrawal = handover.state.isOpen ? [Request.step(step(.withdrawn, of: handover))] : []
      return save(Saving(withdrawal + [takeBack(visit, on: day)], undoing: undo))
    case .roster(let undo): return takeBack(undo)
    case .nothing:
      undoable.removeAll { $0 == .nothing }
      return refuse(words("undo.nothing"))
    }
  }

  private func takeBack(_ id: RecordID, on day: CivilDate) -> Request {
    .record([.void(TakeBack(id: newID(), day: day, of: id))])
  }

  mutating func undone(_ undo: Undo) {
    undoable.removeAll { $0 == undo }
    switch undo {
    case .counted(let id, let day): say("undone.counted", ["what": name(of: id, on: day)])
    case .door(let door):
      say(door.isOpen ? "saved.doorClosed" : "saved.doorOpen", ["school": schoolName(door.school)])
    case .offer(let handover, _, _):
      picture.handoverEntries[handover] = nil
      say("undone.offer")
    case .takeOver: say("undone.takeOver")
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
