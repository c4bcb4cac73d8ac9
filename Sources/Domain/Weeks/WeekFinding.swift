// What is odd about ended weeks: ended too early, ended twice and differently, or not what is counted now.

/// Something about ended weeks that somebody should know.
package enum WeekFinding: Hashable, Sendable {
  /// A record of a week that is not over by this clock. It counts as none.
  case tooEarly(ISOWeek)
  /// Two machines that had not met ended the week differently: the visits by the record that holds, and by
  /// another.
  case differs(ISOWeek, holds: Int, other: Int)
  /// By the documents of today a school would have had other opening days in weeks that have ended: it has no
  /// effect there.
  case noEffect(School.ID, first: ISOWeek, last: ISOWeek, weeks: Int)
  /// Counted again, the records of a school's week come to another number of visits than its record tells.
  case recounted(ISOWeek, School.ID, recorded: Int, counted: Int)

  /// A stable name for scripts.
  package var code: String {
    switch self {
    case .tooEarly: "week-too-early"
    case .differs: "week-differs"
    case .noEffect: "no-effect-on-ended-weeks"
    case .recounted: "week-recounted"
    }
  }

  /// The document that it is about; nil for the log.
  package var document: DocumentSubject? {
    switch self {
    case .tooEarly, .differs, .recounted: nil
    case .noEffect: .schools
    }
  }
}

extension FolderPicture {
  /// What is odd about ended weeks. With `isRecounting` the visits of all of them must have been read.
  package func weekFindings(at now: Moment, isRecounting: Bool) -> [WeekFinding] {
    let weeks = ledger.weeks.keys.sorted().compactMap { self.ended($0, at: now) }
    var findings = ledger.endedTooEarly(at: now).map(WeekFinding.tooEarly)
    for week in weeks {
      findings += week.others.map {
        WeekFinding.differs(week.record.week, holds: week.record.visits, other: $0.visits)
      }
    }
    findings += withoutEffect(on: weeks.map(\.record))
    if isRecounting { findings += weeks.flatMap { recounted($0.record, at: now) } }
    return findings
  }

  private func withoutEffect(on records: [WeekRecord]) -> [WeekFinding] {
    let calendar = documents.schoolCalendar
    return documents.schools.compactMap { school in
      let weeks = records.filter { record in
        let days = Weekday.allCases.count {
          calendar.isOpeningDay(record.week.date(of: $0), at: school)
        }
        // A school that the record does not know had no day of its own then.
        return days != record.rows.first { $0.school == school.id }?.opening ?? 0
      }.map(\.week)
      guard let first = weeks.first, let last = weeks.last else { return nil }
      return .noEffect(school.id, first: first, last: last, weeks: weeks.count)
    }
  }

  private func recounted(_ record: WeekRecord, at now: Moment) -> [WeekFinding] {
    let count = WeekCount(
      week: record.week, documents: documents, ledger: ledger.only(record.week, coveredBy: record.covers),
      through: now.day)
    let counted = Dictionary(count.schools.map { ($0.row.school, $0.row.visits) }) { $1 }
    let recorded = Dictionary(record.rows.map { ($0.school, $0.visits) }) { $1 }
    return Set(counted.keys).union(recorded.keys).sorted().compactMap { school in
      let (now, then) = (counted[school] ?? 0, recorded[school] ?? 0)
      return now == then ? nil : .recounted(record.week, school, recorded: then, counted: now)
    }
  }
}
