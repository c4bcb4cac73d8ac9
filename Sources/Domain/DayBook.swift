// All that was counted on one day, at every school.

/// The visits, sparrings, zeros and take-backs of one day, as recorded.
package struct DayBook: Equatable, Sendable {
  package private(set) var visits: [RecordID: Recorded<Visit>] = [:]
  package private(set) var sparrings: [RecordID: Recorded<Tick>] = [:]
  package private(set) var zeros: [RecordID: Recorded<Tick>] = [:]
  /// The ids of records that were taken back.
  package private(set) var takenBack: Set<RecordID> = []

  package init() {}

  /// The visits that stand, in the order of their ids (which says nothing).
  package var standingVisits: [Visit] {
    visits.values.map(\.body).filter { !takenBack.contains($0.id) }.sorted { $0.id < $1.id }
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

  mutating func insert(visit: Recorded<Visit>) -> Bool { insert(visit, id: visit.body.id, into: \.visits) }
  mutating func insert(sparring: Recorded<Tick>) -> Bool {
    insert(sparring, id: sparring.body.id, into: \.sparrings)
  }
  mutating func insert(zero: Recorded<Tick>) -> Bool { insert(zero, id: zero.body.id, into: \.zeros) }
  mutating func takeBack(_ id: RecordID) { takenBack.insert(id) }

  /// The same id twice counts once; of two bodies the smaller hash counts. False when they differed.
  private mutating func insert<Body>(
    _ fact: Recorded<Body>, id: RecordID, into book: WritableKeyPath<DayBook, [RecordID: Recorded<Body>]>
  ) -> Bool {
    guard let present = self[keyPath: book][id] else {
      self[keyPath: book][id] = fact
      return true
    }
    if fact.origin.hash < present.origin.hash { self[keyPath: book][id] = fact }
    return present.body == fact.body
  }
}
