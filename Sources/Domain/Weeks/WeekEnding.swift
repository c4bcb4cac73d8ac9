// Ending weeks and revising them: which are due, what stands against it, and the record that does it.

/// Why a week cannot be ended now.
package enum WeekObstacle: Error, Equatable, Sendable {
  /// It can be corrected until noon of that day.
  case notOver(CivilDate)
  /// Records that may be of the week are missing.
  case missing(Int)
  /// Something was not read.
  case gap(FolderPicture.Gap)
  /// It begins long after the newest day that anybody else has recorded: a clock may be wrong.
  case aheadOfOthers(CivilDate?)

  /// Whether a coordinator may end the week all the same. What a week lacks can be known and accepted; a week
  /// that is not over, and documents that nobody can read, cannot.
  package var canBeAccepted: Bool {
    switch self {
    case .missing, .gap(.unreadLog), .aheadOfOthers: true
    case .notOver, .gap(.brokenDocument), .gap(.newerFormat), .gap(.newerRecords): false
    }
  }
}

/// Why an ended week is not revised.
package enum RevisionRefusal: Error, Equatable, Sendable {
  /// Only a coordinator revises a week, or ends one that something is missing from.
  case onlyCoordinator
  /// It has not ended, so there is nothing to revise.
  case notEnded(ISOWeek)
  /// Nothing has come to it since.
  case nothingLate(ISOWeek)
  /// Counted anew it comes to the same.
  case sameAgain(ISOWeek)
  case obstacle(ISOWeek, WeekObstacle)
}

extension FolderPicture {
  /// A clock that is more than this many days after the newest day that others recorded ends nothing newer.
  private static let daysAhead = 14
  /// Others have gone when this machine has recorded on so many days since the last of theirs.
  private static let daysAlone = 60

  /// The weeks that are over and have no record, oldest first, from `first` or the first week that anything
  /// was recorded of.
  package func weeksToEnd(from first: ISOWeek? = nil, at now: Moment) -> [ISOWeek] {
    guard let start = [first, ledger.firstRecordedWeek].compactMap({ $0 }).min() else { return [] }
    var weeks: [ISOWeek] = []
    var week = start
    while week.isFinal(at: now) {
      if ended(week, at: now) == nil { weeks.append(week) }
      week = week.adding(weeks: 1)
    }
    return weeks
  }

  /// Whether the newest week that is over has no record, as far as a desk can see; a folder in which nothing
  /// was recorded has no weeks.
  package func isWeekOver(at now: Moment) -> Bool {
    let before = now.week.adding(weeks: -1)
    let newest = before.isFinal(at: now) ? before : before.adding(weeks: -1)
    return ended(newest, at: now) == nil && ledger.firstRecordedWeek.map { $0 <= newest } ?? false
  }

  /// What stands against ending a week; nil when nothing does.
  package func obstacle(toEnding week: ISOWeek, at now: Moment) -> WeekObstacle? {
    guard week.isFinal(at: now) else { return .notOver(week.correctableUntil) }
    if let gap = gaps.first(where: { !$0.isAboutLog }) { return .gap(gap) }
    let newest = newestDayOfOthers
    guard let newest, isOver(week, at: now, forThoseWhoRecordedLastOn: newest) else {
      return .aheadOfOthers(newest)
    }
    let missing = missing.touching(week)
    if missing > 0 { return .missing(missing) }
    return gaps.first.map { .gap($0) }
  }

  /// By the days of others a week is over once they have recorded after its last noon. Before that this
  /// machine's clock is believed as long as others are not far behind it.
  private func isOver(
    _ week: ISOWeek, at now: Moment, forThoseWhoRecordedLastOn newest: CivilDate
  ) -> Bool {
    week.correctableUntil <= newest || now.day <= newest.adding(days: Self.daysAhead)
  }

  /// The newest day that another machine has recorded; where there is none, or none any more, this one's own.
  private var newestDayOfOthers: CivilDate? {
    var (others, own): (CivilDate?, Set<CivilDate>) = (nil, [])
    func take(_ writer: String, _ day: CivilDate) {
      if ownWriters.contains(writer) { own.insert(day) } else { others = max(others ?? day, day) }
    }
    for (day, book) in ledger.days { for origin in book.origins { take(origin.writer, day) } }
    for (place, doors) in ledger.doors { for door in doors.values { take(door.origin.writer, place.day) } }
    guard let others, own.count(where: { $0 > others }) < Self.daysAlone else { return own.max() }
    return others
  }

  /// The record that ends a week, or counts an ended one all anew.
  package func ending(
    _ week: ISOWeek, id: RecordID, by: Colleague.ID?, at now: Moment
  ) -> WeekRecord {
    let count = WeekCount(week: week, documents: documents, ledger: ledger, through: now.day)
    let earlier = ended(week, at: now)?.record
    let covers = ledger.coverage(of: week, missing: missingNumbers)
    return WeekRecord(
      id: id, after: earlier?.id ?? .zero, at: now.utc, by: by,
      covers: earlier.map { covers.joined(with: $0.covers) } ?? covers, missing: missing.touching(week),
      rows: count.schools.map(\.row).sorted { $0.school < $1.school }, week: week)
  }

  /// The picture as it will be when those weeks of a period that are over, and can be, have been ended.
  package func endingWeeks(of period: Period, at now: Moment) -> FolderPicture {
    var picture = self
    for (index, week) in period.allWeeks.enumerated() where obstacle(toEnding: week, at: now) == nil {
      guard ended(week, at: now) == nil else { continue }
      // Never written, so any id and place will do.
      let id = RecordID(high: .max, low: UInt64(index))
      picture.ledger.apply(
        .week(ending(week, id: id, by: nil, at: now)),
        origin: Origin(writer: "", sequence: 0, hash: RecordHash(high: .max, low: UInt64(index))))
    }
    return picture
  }

  /// The record that takes in what has come to an ended week since. Opening days, hours and why a school was
  /// closed stay as they were.
  package func revising(
    _ week: ISOWeek, id: RecordID, by: Colleague.ID?, at now: Moment
  ) throws(RevisionRefusal) -> WeekRecord {
    guard let ended = ended(week, at: now) else { throw .notEnded(week) }
    let late = late(ended, at: now)
    guard !late.isEmpty else { throw .nothingLate(week) }
    var rows = Dictionary(ended.record.rows.map { ($0.school, $0) }) { $1 }
    for arrival in late {
      rows[arrival.school, default: WeekRow(school: arrival.school)].take(arrival)
    }
    return WeekRecord(
      id: id, after: ended.record.id, at: now.utc, by: by,
      covers: ledger.coverage(of: week, missing: missingNumbers).joined(with: ended.record.covers),
      missing: ended.record.missing, rows: rows.values.sorted { $0.school < $1.school }, week: week)
  }
}

extension FolderPicture {
  /// The record that counts an ended week all anew, as the documents say now.
  package func countingAnew(
    _ week: ISOWeek, id: RecordID, by: Colleague.ID?, at now: Moment
  ) throws(RevisionRefusal) -> WeekRecord {
    guard let ended = ended(week, at: now) else { throw .notEnded(week) }
    if let obstacle = obstacle(toEnding: week, at: now) { throw .obstacle(week, obstacle) }
    let record = ending(week, id: id, by: by, at: now)
    guard record.rows != ended.record.rows else { throw .sameAgain(week) }
    return record
  }
}

extension WeekRow {
  /// Days that were staffed or counted on an opening day never exceed the opening days as they were: by the
  /// calendar of then all others are days outside.
  fileprivate mutating func take(_ late: LateArrival) {
    visits = max(0, visits + late.visits)
    sparring = max(0, sparring + late.sparring)
    counted = min(opening, max(0, counted + late.counted))
    let days = max(0, staffed + late.staffed)
    staffed = min(opening, days)
    extra = max(0, extra + late.extra + days - staffed)
  }
}

extension WeekCoverage {
  /// What is covered by either. Files that are gone by now stay covered.
  fileprivate func joined(with earlier: WeekCoverage) -> WeekCoverage {
    var joined = self
    for (writer, streams) in earlier.writers {
      for (stream, reach) in streams {
        let present = joined.writers[writer]?[stream]
        if present.map({ $0.last < reach.last }) ?? true {
          joined.writers[writer, default: [:]][stream] = reach
        }
      }
    }
    return joined
  }
}

extension ISOWeek {
  /// The day at whose noon the week is over.
  package var correctableUntil: CivilDate { adding(weeks: 1).date(of: .wednesday) }
}

extension FolderPicture.Gap {
  fileprivate var isAboutLog: Bool {
    switch self {
    case .unreadLog: true
    case .brokenDocument, .newerFormat, .newerRecords: false
    }
  }
}

extension Ledger {
  /// The first week of which anything was counted, or a door was opened; of plans for later nothing follows.
  fileprivate var firstRecordedWeek: ISOWeek? {
    let counted = days.keys.min().map { ISOWeek(containing: $0) }
    let opened = doors.keys.lazy.map(\.day).min().map { ISOWeek(containing: $0) }
    let kept = forgottenWeeks.keys.lazy.map(\.week).min()
    return [counted, opened, kept, weeks.keys.min()].compactMap { $0 }.min()
  }
}
