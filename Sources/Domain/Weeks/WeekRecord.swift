// The record that ends a week: what was counted, and of which records. From then on it is the figures.

/// One school in a week that has ended. Numbers and ids only: names are those of today's documents.
package struct WeekRow: Equatable, Sendable {
  /// Why a school had no opening day all week.
  package enum Closed: String, CaseIterable, Sendable {
    case holiday, closure
    case schoolBreak = "break"
    case special
    /// It took part from a later day on.
    case notOpened
    /// It had ended before.
    case ended
  }

  package var school: School.ID
  package var closed: Closed?
  package var opening: Int
  /// Opening days with an opened door, or with anything recorded.
  package var staffed: Int
  /// Opening days with a visit or a counted zero.
  package var counted: Int
  /// Other days on which anything was recorded, or the door was opened.
  package var extra: Int
  package var visits: Int
  package var sparring: Int
  /// Minutes of duty.
  package var minutes: Int
  /// Whether the school was one of those that are told of together.
  package var isSmall: Bool

  package init(
    school: School.ID, closed: Closed? = nil, opening: Int = 0, staffed: Int = 0, counted: Int = 0,
    extra: Int = 0, visits: Int = 0, sparring: Int = 0, minutes: Int = 0, isSmall: Bool = false
  ) {
    self.school = school
    self.closed = closed
    self.opening = opening
    self.staffed = staffed
    self.counted = counted
    self.extra = extra
    self.visits = visits
    self.sparring = sparring
    self.minutes = minutes
    self.isSmall = isSmall
  }
}

extension WeekRow {
  /// The sum over weeks of one school; whether it was small is what the later one says.
  package static func + (left: WeekRow, right: WeekRow) -> WeekRow {
    WeekRow(
      school: right.school, opening: left.opening + right.opening, staffed: left.staffed + right.staffed,
      counted: left.counted + right.counted, extra: left.extra + right.extra,
      visits: left.visits + right.visits, sparring: left.sparring + right.sparring,
      minutes: left.minutes + right.minutes, isSmall: right.isSmall)
  }
}

/// A week was ended, or an ended one was revised.
package struct WeekRecord: Chained {
  package var id: RecordID
  /// The record of the week that it revises; zero for the first.
  package var after: RecordID
  /// When; nil in what forgetting has kept. It decides nothing.
  package var at: UTCTime?
  /// Who; nil when no person did it, or it is forgotten.
  package var by: Colleague.ID?
  /// The records that were counted.
  package var covers: WeekCoverage
  /// In what forgetting has kept, the hash that its line had: between equals it decides.
  package var hash: RecordHash?
  /// Records that were known to be missing.
  package var missing: Int
  /// In the order of the schools' ids.
  package var rows: [WeekRow]
  package var week: ISOWeek

  package init(
    id: RecordID, after: RecordID = .zero, at: UTCTime?, by: Colleague.ID?, covers: WeekCoverage,
    missing: Int = 0, rows: [WeekRow], week: ISOWeek
  ) {
    self.id = id
    self.after = after
    self.at = at
    self.by = by
    self.covers = covers
    self.missing = missing
    self.rows = rows
    self.week = week
  }

  /// The visits of all schools.
  package var visits: Int { rows.reduce(0) { $0 + $1.visits } }

  /// What of it is kept when its file is forgotten: neither when nor by whom.
  func forgotten(hash: RecordHash?) -> WeekRecord {
    var record = self
    (record.at, record.by, record.hash) = (nil, nil, self.hash ?? hash)
    return record
  }
}
