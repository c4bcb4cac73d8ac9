// Counting and the door: what is recorded at a desk all day long.

/// What is counted.
package enum Counted: Equatable, Sendable {
  case visit(Topic.ID, Outcome)
  case zero
  case sparring
}

extension FolderPicture {
  /// Counts something at a school, today if no other day is meant. With an `id` that was made before, trying
  /// again counts once.
  package func counting(
    _ what: Counted, at school: School.ID, on day: CivilDate? = nil, id: RecordID? = nil, _ acting: Acting
  ) throws(CountingRefusal) -> Event {
    let now = acting.now
    let day = day ?? now.day
    switch what {
    case .visit, .sparring: _ = try checkCounting(at: school, on: day, now: now)
    case .zero: try checkZero(at: school, on: day, now: now)
    }
    let id = id ?? acting.id()
    switch what {
    case .visit(let topic, let outcome):
      return .visit(
        Visit(id: id, day: day, school: school, topic: topic, outcome: outcome, isLate: day != now.day))
    case .zero: return .zero(Tick(id: id, day: day, school: school))
    case .sparring: return .sparring(Tick(id: id, day: day, school: school))
    }
  }

  /// The same visit with another end.
  package func counting(
    _ visit: Visit, endingWith outcome: Outcome, _ acting: Acting
  ) throws(CountingRefusal) -> Event {
    try counting(.visit(visit.topic, outcome), at: visit.school, on: visit.day, id: visit.id, acting)
  }

  /// Opens a school's door, for one who can be given it today.
  package func openingDoor(at school: School.ID, _ acting: Acting) throws(GivingRefusal) -> Event {
    if let who = acting.who { try documents.checkGiving(to: who, on: acting.now.day) }
    return door(at: school, isOpen: true, acting)
  }

  /// Closes a school's door. Anybody may: the day can always be ended.
  package func closingDoor(at school: School.ID, _ acting: Acting) -> Event {
    door(at: school, isOpen: false, acting)
  }

  func door(at school: School.ID, isOpen: Bool, _ acting: Acting) -> Event {
    .door(
      DoorChange(
        id: acting.id(), at: acting.now.utc, by: acting.who, day: acting.now.day, isOpen: isOpen,
        school: school))
  }
}
