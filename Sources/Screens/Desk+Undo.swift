// "Fortryd": one key takes back the last thing, also after a restart on the same day.

import Domain

extension Desk {
  /// What the key takes back now: this session's last act, else this machine's last count of today.
  var nextUndo: Undo? {
    undoable.last { isStanding($0) } ?? lastCountOfThisMachine
  }

  /// Still there, and still of today.
  private func isStanding(_ undo: Undo) -> Bool {
    switch undo {
    case .counted(let id, let day):
      return !picture.ledger.book(of: day).takenBack.contains(id)
        && !ISOWeek(containing: day).isFinal(at: now)
    case .door(let door):
      return door.day == now.day && picture.ledger.door(at: door.school, on: now.day)?.id == door.id
    case .offer(let handover, _, _):
      return handoverNow(handover)?.state == .offered
    case .takeOver(let handover):
      guard let found = handoverNow(handover), case .takenOver = found.state else { return false }
      return found.changed == now.day
    }
  }

  /// The log has no clock and no person in it; the order in this machine's own file is enough.
  private var lastCountOfThisMachine: Undo? {
    guard let writer = writers.last else { return nil }
    let book = picture.ledger.book(of: now.day)
    let visits = book.visits.values.map { (id: $0.body.id, origin: $0.origin) }
    let ticks = (Array(book.sparrings.values) + Array(book.zeros.values)).map {
      (id: $0.body.id, origin: $0.origin)
    }
    return (visits + ticks)
      .filter { $0.origin.writer == writer && !book.takenBack.contains($0.id) }
      .max { $0.origin.sequence < $1.origin.sequence }
      .map { .counted($0.id, now.day) }
  }

  func handoverNow(_ id: Handover.ID) -> Handover? {
    picture.ledger.handover(id, entries: picture.handoverEntries[id] ?? [:])
  }

  mutating func undoLast() -> [Request] {
    guard let undo = nextUndo else { return [] }
    switch undo {
    case .counted(let id, let day):
      return save(.record([.void(TakeBack(id: newID(), day: day, of: id))]), .undone(undo))
    case .door(let door):
      let change = DoorChange(
        id: newID(), at: now.utc, by: colleagueID, day: now.day, isOpen: !door.isOpen, school: door.school)
      return save(.record([.door(change)]), .undone(undo))
    case .takeOver(let id):
      guard let handover = handoverNow(id) else { return [] }
      return save(.step(step(.undone, of: handover)), .undone(undo))
    case .offer(let id, let visit, let day):
      guard let handover = handoverNow(id) else { return [] }
      let withdrawal = step(.withdrawn, of: handover)
      pending = .undone(undo)
      let takeBack = visit.map { TakeBack(id: newID(), day: day, of: $0) }
      return [.step(withdrawal)] + (takeBack.map { [.record([.void($0)])] } ?? [])
    }
  }

  mutating func undone(_ undo: Undo) {
    undoable.removeAll { $0 == undo }
    switch undo {
    case .counted(let id, let day):
      toast = Toast(text: words("undone.counted", ["what": name(of: id, on: day)]), tone: .saved)
    case .door(let door):
      let key = door.isOpen ? "saved.doorClosed" : "saved.doorOpen"
      toast = Toast(text: words(key, ["school": schoolName(door.school)]), tone: .saved)
    case .offer: toast = Toast(text: words("undone.offer"), tone: .saved)
    case .takeOver: toast = Toast(text: words("undone.takeOver"), tone: .saved)
    }
    if case .receipt = screens.current { screens.reset() }
  }

  /// What was taken back, without its topic: I dag may be in front of students.
  private func name(of id: RecordID, on day: CivilDate) -> String {
    let book = picture.ledger.book(of: day)
    if let visit = book.visits[id] { return words("undone.visit", ["school": schoolName(visit.body.school)]) }
    if let tick = book.sparrings[id] {
      return words("undone.sparring", ["school": schoolName(tick.body.school)])
    }
    if let tick = book.zeros[id] { return words("undone.zero", ["school": schoolName(tick.body.school)]) }
    return id.description
  }
}
