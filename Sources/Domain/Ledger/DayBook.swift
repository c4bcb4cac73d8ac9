// All that was counted on one day, at every school.

/// The visits, sparrings, zeros and take-backs of one day, as recorded.
package struct DayBook: Equatable, Sendable {
  package private(set) var visits: [RecordID: Recorded<Visit>] = [:]
  package private(set) var sparrings: [RecordID: Recorded<Tick>] = [:]
  package private(set) var zeros: [RecordID: Recorded<Tick>] = [:]
  /// The ids of records that were taken back.
  package private(set) var takenBack: Set<RecordID> = []
  private var takeBacks: [RecordID: Recorded<TakeBack>] = [:]
  /// Taken back by records that are forgotten.
  private var forgotten: Set<RecordID> = []
  /// Where records stand once more, under the same id: a retry that had been saved after all.
  private var copies: [RecordID: Set<Origin>] = [:]

  package init() {}

  /// The visits that stand, in the order of their ids (which says nothing).
  package var standingVisits: [Visit] {
    visits.values.map(\.body).filter { !takenBack.contains($0.id) }.sorted { $0.id < $1.id }
  }

  /// How many visits stand, at all schools.
  var standingCount: Int { visits.keys.count { !takenBack.contains($0) } }

  /// Where the day's records stand in the log.
  package var origins: [Origin] {
    visits.values.map(\.origin) + sparrings.values.map(\.origin) + zeros.values.map(\.origin)
      + takeBacks.values.map(\.origin) + copies.values.flatMap { $0 }
  }

  package func visits(at school: School.ID) -> Int {
    visits.values.count { $0.body.school == school && !takenBack.contains($0.body.id) }
  }

  package func sparrings(at school: School.ID) -> Int {
    sparrings.values.count { $0.body.school == school && !takenBack.contains($0.body.id) }
  }

  /// A visit stands or a zero was counted, so the day's number is known.
  package func isCounted(at school: School.ID) -> Bool {
    visits(at: school) > 0
      || zeros.values.contains { $0.body.school == school && !takenBack.contains($0.body.id) }
  }

  /// Whether anything that stands was recorded at the school.
  package func isRecorded(at school: School.ID) -> Bool {
    isCounted(at: school) || sparrings(at: school) > 0
  }

  /// One record of the day.
  enum Fact: Equatable {
    case visit(Visit)
    case sparring(Tick)
    case zero(Tick)
    case void(TakeBack)

    var id: RecordID {
      switch self {
      case .visit(let visit): visit.id
      case .sparring(let tick), .zero(let tick): tick.id
      case .void(let takeBack): takeBack.id
      }
    }
  }

  /// Whether the day has a record of that id, of whatever kind.
  func has(_ id: RecordID) -> Bool { recorded(id) != nil }

  /// The same id twice counts once; of two bodies the smaller origin counts. False when they differed.
  mutating func insert(_ fact: Fact, origin: Origin) -> Bool {
    let present = recorded(fact.id)
    if let present {
      if origin != present.origin, fact == present.body {
        copies[fact.id, default: []].insert(max(origin, present.origin))
      }
      guard origin < present.origin else { return present.body == fact }
      remove(present.body)
    }
    switch fact {
    case .visit(let visit): visits[visit.id] = Recorded(body: visit, origin: origin)
    case .sparring(let tick): sparrings[tick.id] = Recorded(body: tick, origin: origin)
    case .zero(let tick): zeros[tick.id] = Recorded(body: tick, origin: origin)
    case .void(let takeBack):
      takeBacks[takeBack.id] = Recorded(body: takeBack, origin: origin)
      takenBack.insert(takeBack.of)
    }
    return present == nil || present?.body == fact
  }

  /// The day with those records alone of which one of the places is wanted.
  func only(_ isWanted: ([Origin]) -> Bool) -> DayBook {
    func isIn(_ id: RecordID, _ origin: Origin) -> Bool { isWanted([origin] + (copies[id] ?? [])) }
    var book = self
    book.visits = visits.filter { isIn($0, $1.origin) }
    book.sparrings = sparrings.filter { isIn($0, $1.origin) }
    book.zeros = zeros.filter { isIn($0, $1.origin) }
    book.takeBacks = takeBacks.filter { isIn($0, $1.origin) }
    book.takenBack = forgotten.union(book.takeBacks.values.map(\.body.of))
    return book
  }

  /// Takes a record back whose own take-back was forgotten.
  mutating func forget(_ id: RecordID) {
    forgotten.insert(id)
    takenBack.insert(id)
  }

  private func recorded(_ id: RecordID) -> (body: Fact, origin: Origin)? {
    if let visit = visits[id] { return (.visit(visit.body), visit.origin) }
    if let tick = sparrings[id] { return (.sparring(tick.body), tick.origin) }
    if let tick = zeros[id] { return (.zero(tick.body), tick.origin) }
    return takeBacks[id].map { (.void($0.body), $0.origin) }
  }

  private mutating func remove(_ fact: Fact) {
    switch fact {
    case .visit(let visit): visits[visit.id] = nil
    case .sparring(let tick): sparrings[tick.id] = nil
    case .zero(let tick): zeros[tick.id] = nil
    case .void(let takeBack):
      takeBacks[takeBack.id] = nil
      takenBack = forgotten.union(takeBacks.values.map(\.body.of))
    }
  }
}
