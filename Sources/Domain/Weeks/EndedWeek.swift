// Which of a week's records holds, and what has come to the week since.

/// A week that has ended, with the record that holds.
package struct EndedWeek: Equatable, Sendable {
  package var record: WeekRecord
  /// 1 for a week that was never revised.
  package var edition: Int
  /// When it was revised; nil when it was not, or that is forgotten.
  package var revised: UTCTime?
  /// Records that count otherwise and do not hold: other machines that had not met this one.
  package var others: [WeekRecord]
}

/// What was recorded of an ended week and is not in its record, at one school. Taken-back visits count less.
package struct LateArrival: Equatable, Sendable {
  package var school: School.ID
  package var visits: Int
  package var sparring: Int
  package var counted: Int
  package var staffed: Int
  package var extra: Int

  var isNothing: Bool { visits == 0 && sparring == 0 && counted == 0 && staffed == 0 && extra == 0 }
}

extension Ledger {
  /// The week's record that holds, by a clock: a record met before the week is over counts as none. Of
  /// several the one that knew most holds, then the one with the longer chain of records before it, then
  /// the one with the smaller hash; when they were made decides nothing.
  package func ended(_ week: ISOWeek, at now: Moment) -> EndedWeek? {
    guard week.isFinal(at: now), let chain = weeks[week] else { return nil }
    let line = lineOfRecords(of: week).map(\.body)
    guard let best = line.last else { return nil }
    let ids = Set(line.map(\.id))
    let others = chain.changes.values.map(\.body)
      .filter { !ids.contains($0.id) && $0.rows != best.rows }
      .sorted { $0.id < $1.id }
    return EndedWeek(
      record: best, edition: line.count, revised: line.count > 1 ? best.at : nil, others: others)
  }

  /// The records of a week that hold, the first one first.
  func lineOfRecords(of week: ISOWeek) -> [Recorded<WeekRecord>] {
    guard let chain = weeks[week],
      let best = chain.changes.values.max(by: { holds($1, before: $0, in: chain) })
    else { return [] }
    return lineage(of: best, in: chain)
  }

  /// Weeks that somebody has ended before they are over by this clock.
  package func endedTooEarly(at now: Moment) -> [ISOWeek] {
    weeks.keys.filter { !$0.isFinal(at: now) }.sorted()
  }

  private func holds(
    _ left: Recorded<WeekRecord>, before right: Recorded<WeekRecord>, in chain: ChangeChain<WeekRecord>
  ) -> Bool {
    let sums = (left.body.covers.sum, right.body.covers.sum)
    if sums.0 != sums.1 { return sums.0 > sums.1 }
    let lengths = (lineage(of: left, in: chain).count, lineage(of: right, in: chain).count)
    if lengths.0 != lengths.1 { return lengths.0 > lengths.1 }
    let hashes = (left.body.hash ?? left.origin.hash, right.body.hash ?? right.origin.hash)
    return (hashes.0, left.body.id) < (hashes.1, right.body.id)
  }

  /// A record and those it was made upon, the first one first.
  private func lineage(
    of record: Recorded<WeekRecord>, in chain: ChangeChain<WeekRecord>
  ) -> [Recorded<WeekRecord>] {
    var line = [record]
    // Records that are made upon each other in a ring are a line of as many.
    while line.count <= chain.changes.count, let before = chain.changes[line[0].body.after] {
      line.insert(before, at: 0)
    }
    return line
  }
}

extension FolderPicture {
  /// The week as it ended; nil when it has not.
  package func ended(_ week: ISOWeek, at now: Moment) -> EndedWeek? { ledger.ended(week, at: now) }

  /// What has come to an ended week since, as far as it has been read: by the order of the schools' ids.
  package func late(_ ended: EndedWeek, at now: Moment) -> [LateArrival] {
    let (week, coverage) = (ended.record.week, ended.record.covers)
    guard ledger.hasRecords(of: week, outside: coverage) else { return [] }
    func rows(_ ledger: Ledger) -> [School.ID: WeekRow] {
      let count = WeekCount(week: week, documents: documents, ledger: ledger, through: now.day)
      return Dictionary(count.schools.map { ($0.row.school, $0.row) }) { $1 }
    }
    let (then, since) = (rows(ledger.only(week, coveredBy: coverage)), rows(ledger))
    return Set(then.keys).union(since.keys).sorted().compactMap { school in
      let (old, new) = (then[school] ?? WeekRow(school: school), since[school] ?? WeekRow(school: school))
      let late = LateArrival(
        school: school, visits: new.visits - old.visits, sparring: new.sparring - old.sparring,
        counted: new.counted - old.counted, staffed: new.staffed - old.staffed,
        extra: new.extra - old.extra)
      return late.isNothing ? nil : late
    }
  }
}

extension Ledger {
  /// Whether anything was recorded of a week that is not among what was counted.
  fileprivate func hasRecords(of week: ISOWeek, outside coverage: WeekCoverage) -> Bool {
    let origins = Weekday.allCases.flatMap { days[week.date(of: $0)]?.origins ?? [] }
    return origins.contains { !coverage.covers($0, in: .visits) }
      || doors(in: week).contains { !coverage.covers($0.origin, in: .duty) }
  }

  /// The ledger with only those of a week's records that were counted.
  func only(_ week: ISOWeek, coveredBy coverage: WeekCoverage) -> Ledger {
    var ledger = self
    for weekday in Weekday.allCases { ledger.keep(coverage, on: week.date(of: weekday)) }
    return ledger
  }
}
