// The anonymous visit, and the other things that are only counted. Nobody stands in them.

/// A young person came through the door. Four facts and an id; there is nothing else to know.
package struct Visit: Equatable, Sendable {
  package var id: RecordID
  package var day: CivilDate
  package var school: School.ID
  package var topic: Topic.ID
  package var outcome: Outcome
  /// Recorded on a later day.
  package var isLate: Bool

  package init(
    id: RecordID, day: CivilDate, school: School.ID, topic: Topic.ID, outcome: Outcome, isLate: Bool = false
  ) {
    self.id = id
    self.day = day
    self.school = school
    self.topic = topic
    self.outcome = outcome
    self.isLate = isLate
  }
}

/// Something that is counted without topic or outcome.
package struct Tick: Equatable, Sendable {
  package var id: RecordID
  package var day: CivilDate
  package var school: School.ID

  package init(id: RecordID, day: CivilDate, school: School.ID) {
    self.id = id
    self.day = day
    self.school = school
  }
}

/// A visit, a sparring or a zero was taken back.
package struct TakeBack: Equatable, Sendable {
  package var id: RecordID
  /// The day of the record that is taken back.
  package var day: CivilDate
  /// The id of the record that is taken back.
  package var of: RecordID

  package init(id: RecordID, day: CivilDate, of: RecordID) {
    self.id = id
    self.day = day
    self.of = of
  }
}
