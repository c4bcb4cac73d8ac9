// "Fortryd": what can be taken back, and what is recorded to do it.

/// Something done at a desk that can be taken back.
package enum Deed: Equatable, Sendable {
  /// A visit, a sparring or a zero.
  case counted(RecordID, CivilDate)
  case door(DoorChange)
  /// The first offer of a handover, and the visit it came from.
  case offer(Handover.ID, visit: RecordID, CivilDate)
  case takeOver(Handover.ID)
}

extension FolderPicture {
  /// Takes back what was counted, whoever did.
  package func takingBack(_ id: RecordID, _ acting: Acting) throws(CountingRefusal) -> Event {
    let isCoordinator = acting.who.flatMap(documents.colleague)?.role == .coordinator
    let day = try checkTakingBack(id, byCoordinator: isCoordinator, now: acting.now)
    return .void(TakeBack(id: acting.id(), day: day, of: id))
  }

  /// Whether a deed still stands, and is still to be taken back by the one who did it. What one has counted
  /// oneself stands until its week is final.
  package func stands(_ deed: Deed, _ acting: Acting) -> Bool {
    switch deed {
    case .counted(let id, let day): isCounted(id, on: day, acting)
    case .door(let door): ledger.door(at: door.school, on: door.day)?.id == door.id
    case .offer(let id, let visit, let day):
      handover(id)?.state == .offered
        || handover(id)?.state == .withdrawn && isCounted(visit, on: day, acting)
    case .takeOver(let id): handover(id).map { allows(.undoTakeOver, on: $0, acting) } ?? false
    }
  }

  /// Takes back a deed that stands.
  package func takingBack(_ deed: Deed, _ acting: Acting) -> [Act] {
    func takeBack(_ id: RecordID, _ day: CivilDate) -> Act {
      .record([.void(TakeBack(id: acting.id(), day: day, of: id))])
    }
    switch deed {
    case .counted(let id, let day): return [takeBack(id, day)]
    case .door(let change):
      return [.record([door(at: change.school, isOpen: !change.isOpen, acting)])]
    case .offer(let id, let visit, let day):
      guard let handover = handover(id) else { return [] }
      // A first try may have withdrawn the handover and then failed to take the visit back.
      let withdrawal = handover.next(.withdrawn, id: acting.id(), on: acting.now.day)
      return (handover.state.isOpen ? [.step(withdrawal)] : []) + [takeBack(visit, day)]
    case .takeOver(let id):
      guard let handover = handover(id) else { return [] }
      return (try? stepping(.undoTakeOver, of: handover, acting)).map { [$0] } ?? []
    }
  }

  /// What was counted last on a day by some writers, newest last. The log has no clock and no person in it;
  /// the order in a machine's own files is enough.
  package func lastCount(by writers: [String], on day: CivilDate) -> Deed? {
    let book = ledger.book(of: day)
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
    return last.map { .counted($0.id, day) }
  }

  /// What was taken over last today by the same, as long as the one who acts may give it back.
  package func lastTakeOver(by writers: [String], _ acting: Acting) -> Deed? {
    let taken = openHandovers.compactMap { handover -> (id: Handover.ID, place: (Int, Int))? in
      guard handover.changed == acting.now.day, allows(.undoTakeOver, on: handover, acting),
        let origin = ledger.chains[handover.id]?.changes[handover.last]?.origin,
        let writer = writers.firstIndex(of: origin.writer)
      else { return nil }
      return (handover.id, (writer, origin.sequence))
    }
    return taken.max { $0.place < $1.place }.map { .takeOver($0.id) }
  }

  private func isCounted(_ id: RecordID, on day: CivilDate, _ acting: Acting) -> Bool {
    !ledger.book(of: day).takenBack.contains(id) && !ISOWeek(containing: day).isFinal(at: acting.now)
  }
}
