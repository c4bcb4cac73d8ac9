// What the log says of the roster: the base pattern, the exceptions of a day, and swaps.

/// A duty within a day: who sits at the door, who is the makker, from when to when.
package struct DutySpan: Hashable, Sendable {
  package var colleague: Colleague.ID
  package var buddy: Colleague.ID?
  package var hours: TimeSpan

  package init(colleague: Colleague.ID, buddy: Colleague.ID?, hours: TimeSpan) {
    self.colleague = colleague
    self.buddy = buddy
    self.hours = hours
  }
}

/// Every how many weeks a pattern returns, counted from a week in which it holds.
package struct Rhythm: Hashable, Sendable {
  /// 1 is every week.
  package var every: Int
  package var week: ISOWeek

  package init(every: Int, week: ISOWeek) {
    self.every = every
    self.week = week
  }

  package func includes(_ other: ISOWeek) -> Bool {
    every <= 1 || other.weeks(since: week) % every == 0
  }
}

/// A change of the base roster ("grundplan"): one school on one weekday, from a date on.
package struct PatternChange: Chained {
  package var id: RecordID
  package var after: RecordID
  package var at: UTCTime
  package var by: Colleague.ID?
  package var from: CivilDate
  package var rhythm: Rhythm
  package var school: School.ID
  package var spans: [DutySpan]
  package var weekday: Weekday

  package init(
    id: RecordID, after: RecordID, at: UTCTime, by: Colleague.ID?, from: CivilDate, rhythm: Rhythm,
    school: School.ID, spans: [DutySpan], weekday: Weekday
  ) {
    self.id = id
    self.after = after
    self.at = at
    self.by = by
    self.from = from
    self.rhythm = rhythm
    self.school = school
    self.spans = spans
    self.weekday = weekday
  }
}

/// A change of one school on one day, an exception from the base roster.
package struct CellChange: Chained {
  /// Why the cell changed; never why a colleague is absent.
  package enum Cause: String, CaseIterable, Sendable {
    case plan, absent, substitute, closed, undo
  }

  package var id: RecordID
  package var after: RecordID
  /// Who was asked to step in and has not said yes.
  package var asked: Colleague.ID?
  package var at: UTCTime
  package var by: Colleague.ID?
  package var cause: Cause
  package var day: CivilDate
  package var school: School.ID
  package var spans: [DutySpan]

  package init(
    id: RecordID, after: RecordID, asked: Colleague.ID?, at: UTCTime, by: Colleague.ID?, cause: Cause,
    day: CivilDate, school: School.ID, spans: [DutySpan]
  ) {
    self.id = id
    self.after = after
    self.asked = asked
    self.at = at
    self.by = by
    self.cause = cause
    self.day = day
    self.school = school
    self.spans = spans
  }
}

/// A step of a swap of shifts. An accepted step is itself the change of its cells.
package struct SwapStep: Chained, Hashable {
  package enum Step: String, CaseIterable, Sendable {
    case offered, accepted, declined, withdrawn
  }

  /// What a cell becomes when the swap is accepted.
  package struct Cell: Hashable, Sendable {
    package var after: RecordID
    package var day: CivilDate
    package var school: School.ID
    package var spans: [DutySpan]

    package init(after: RecordID, day: CivilDate, school: School.ID, spans: [DutySpan]) {
      self.after = after
      self.day = day
      self.school = school
      self.spans = spans
    }
  }

  package var id: RecordID
  package var after: RecordID
  package var at: UTCTime
  package var by: Colleague.ID?
  package var cells: [Cell]
  /// The id of the record that offered the swap; for the offer itself its own id.
  package var offer: RecordID
  package var step: Step

  package init(
    id: RecordID, after: RecordID, at: UTCTime, by: Colleague.ID?, cells: [Cell], offer: RecordID, step: Step
  ) {
    self.id = id
    self.after = after
    self.at = at
    self.by = by
    self.cells = cells
    self.offer = offer
    self.step = step
  }
}

/// A door was opened or closed, at a time.
package struct DoorChange: Equatable, Sendable {
  package var id: RecordID
  package var at: UTCTime
  package var by: Colleague.ID?
  package var day: CivilDate
  package var isOpen: Bool
  package var school: School.ID

  package init(
    id: RecordID, at: UTCTime, by: Colleague.ID?, day: CivilDate, isOpen: Bool, school: School.ID
  ) {
    self.id = id
    self.at = at
    self.by = by
    self.day = day
    self.isOpen = isOpen
    self.school = school
  }
}

/// Protected figures of a period were published in a file.
package struct ReleaseRecord: Equatable, Sendable {
  package var id: RecordID
  package var at: UTCTime
  package var by: Colleague.ID?
  /// The file's name in `releases/`.
  package var file: String
  /// `2026-Q1` or `2025/26`.
  package var period: String
  /// SHA-256 of the file, 64 hexadecimal digits.
  package var sha256: String

  package init(
    id: RecordID, at: UTCTime, by: Colleague.ID?, file: String, period: String, sha256: String
  ) {
    self.id = id
    self.at = at
    self.by = by
    self.file = file
    self.period = period
    self.sha256 = sha256
  }
}
