// From a request to its answer: what is waited for, what happens when it is saved, what is taken back.

import Domain

/// What is to happen when the request under way is on disk.
enum Pending: Equatable, Sendable {
  case visit(Visit)
  case offer(HandoverStep, HandoverEntry, visit: Visit?)
  case zero(Tick)
  case sparring(Tick)
  case door(DoorChange, thenQuit: Bool)
  case step(HandoverStep, HandoverAction)
  case undone(Undo)
}

/// Something that can be taken back with one key.
enum Undo: Equatable, Sendable {
  /// A visit, a sparring or a zero.
  case counted(RecordID, CivilDate)
  case door(DoorChange)
  /// An offer, and the visit it came from.
  case offer(Handover.ID, visit: RecordID?, CivilDate)
  case takeOver(Handover.ID)
}

extension Desk {
  /// Hands out a request and remembers what it is for.
  mutating func save(_ request: Request, _ pending: Pending) -> [Request] {
    self.pending = pending
    return [request]
  }

  /// Takes the result of a request.
  package mutating func receive(_ answer: Answer, to request: Request) -> [Request] {
    let pending = self.pending
    switch answer {
    case .done: return []
    case .failed(let failure):
      self.pending = nil
      picture.readOnly = .lastSaveFailed(failure)
      toast = Toast(text: words.notSaved(failure), tone: .failed)
      return []
    case .saved(let events):
      self.pending = nil
      if case .lastSaveFailed = picture.readOnly { picture.readOnly = nil }
      for event in events { picture.ledger.apply(event.body, origin: event.origin) }
      if case .offer(let step, let entry, _) = request {
        picture.handoverEntries[step.handover, default: [:]][step.id] = entry
      }
      return pending.map { saved($0) } ?? []
    }
  }

  private mutating func saved(_ pending: Pending) -> [Request] {
    switch pending {
    case .visit(let visit):
      undoable.append(.counted(visit.id, visit.day))
      screens.reset(to: .receipt(.visit(visit)))
    case .offer(let step, let entry, let visit):
      undoable.append(.offer(step.handover, visit: visit?.id, step.day))
      screens.reset(to: .receipt(.handover(step, entry, visit)))
    case .zero(let tick):
      undoable.append(.counted(tick.id, tick.day))
      toast = Toast(text: words("saved.zero", ["school": schoolName(tick.school)]), tone: .saved)
    case .sparring(let tick):
      undoable.append(.counted(tick.id, tick.day))
      let count = picture.ledger.book(of: tick.day).sparrings(at: tick.school)
      toast = Toast(
        text: words("saved.sparring", ["school": schoolName(tick.school), "count": String(count)]),
        tone: .saved)
    case .door(let door, let thenQuit):
      if thenQuit { return [.quit] }
      undoable.append(.door(door))
      screens.reset()
      let key = door.isOpen ? "saved.doorOpen" : "saved.doorClosed"
      toast = Toast(text: words(key, ["school": schoolName(door.school)]), tone: .saved)
    case .step(let step, let action): stepSaved(step, action)
    case .undone(let undo): undone(undo)
    }
    return []
  }

  func schoolName(_ id: School.ID) -> String { picture.documents.school(id)?.name ?? id.text }

  func colleagueName(_ id: Colleague.ID?) -> String {
    guard let id else { return words("handover.unknown") }
    return picture.documents.colleague(id)?.name ?? id.text
  }
}
