// Makes the protected figures of a period from what was counted: rounded, and drawn again in the rare
// case that too much could be worked out of them.

/// Makes releases out of a picture that has read the whole period.
package struct ReleaseMaker {
  /// What only the one who has the folder open can add.
  package struct Facts {
    package var covers: (Period) -> [String: [Stream: Int]]

    package init(covers: @escaping (Period) -> [String: [Stream: Int]]) {
      self.covers = covers
    }
  }

  let picture: FolderPicture
  /// The folder's key, from which the random bits are drawn.
  let key: [UInt8]
  let facts: Facts
  /// How often a vector is drawn anew before it is left out.
  private static let attempts = 64

  package init(picture: FolderPicture, key: [UInt8], facts: Facts) {
    self.picture = picture
    self.key = key
    self.facts = facts
  }

  /// Whatever the settings say, nothing is published with less than may be rounded to.
  var base: Int { max(Settings.roundingBases.lowerBound, picture.documents.settings.roundingBase) }

  /// What is to be published of a period. A school year is the sum of its quarters, so those that are
  /// large enough must have been released before it, see ``FolderPicture/quartersToRelease(with:now:)``.
  package func make(_ period: Period, now: Moment) throws(ReleaseRefusal) -> ReleasedFigures {
    let counts = ReleaseCounts(period: period, ledger: picture.ledger, at: now)
    try picture.checkRelease(of: period, counts, now: now)
    var figures: ReleasedFigures
    switch period {
    case .quarter: figures = quarter(period, counts)
    case .schoolYear: figures = schoolYear(period, counts)
    }
    let rows = picture.endedRows(of: period, at: now)
    figures.rows = rows
    figures.days = ReleasedFigures.Days(
      opening: rows.reduce(0) { $0 + $1.opening }, staffed: rows.reduce(0) { $0 + $1.staffed },
      counted: rows.reduce(0) { $0 + $1.counted })
    return figures
  }

  // MARK: A quarter

  private func quarter(_ period: Period, _ counts: ReleaseCounts) -> ReleasedFigures {
    figures(period, all: table(of: [period], counts, in: period))
  }

  private func figures(_ period: Period, all: ReleasedTable) -> ReleasedFigures {
    ReleasedFigures(
      period: period, base: base, topicsVersion: picture.documents.topicsVersion, all: all,
      days: ReleasedFigures.Days(opening: 0, staffed: 0, counted: 0),
      labels: picture.documents.topics.map { .init(code: $0.id.text, label: $0.label) },
      missing: picture.missingRecords, covers: facts.covers(period))
  }

  /// All schools together over some quarters, rounded as one.
  private func table(of quarters: [Period], _ counts: ReleaseCounts, in period: Period) -> ReleasedTable {
    let sum = counts.sum(of: quarters)
    var table = ReleasedTable(visits: sum.visits)
    for vector in ReleaseVector.allCases {
      let codes = codes(of: vector, sum)
      let disclosure = Disclosure(
        totals: totals(of: vector, quarters, counts), cellCount: codes.count, base: base,
        subjects: [.init(quarters: Array(quarters.indices))])
      table[vector] =
        draw { attempt in
          let cells = rounded(sum, vector, codes, period, name: vector.rawValue, attempt)
          return disclosure.isSafe([cells.map(\.count)]) ? cells : nil
        } ?? []
    }
    return table
  }

  // MARK: A school year

  private func schoolYear(_ period: Period, _ counts: ReleaseCounts) -> ReleasedFigures {
    let parts = period.quarters.compactMap { picture.release(of: $0) }
    let small = period.quarters.filter { quarter in
      !parts.contains { $0.period == quarter } && counts.sum(of: [quarter]).visits > 0
    }
    // Quarters too small to be told about one by one may be together.
    let joins = counts.sum(of: small).visits >= ReleasedFigures.leastVisits
    let joined = joins ? [table(of: small, counts, in: period)] : []
    var year = figures(period, all: ReleasedTable.sum(parts.map(\.all) + joined))
    year.sumOf = parts.map(\.period)
    year.joined = joins ? small : []
    if !joins { for quarter in small { year.leftOut[quarter] = counts.sum(of: [quarter]).visits } }
    let columns = parts.map { ([$0.period], $0.all) } + joined.map { (small, $0) }
    addSchools(to: &year, counts, beside: columns)
    return year
  }

  // MARK: Vectors

  func draw<Value>(_ attempt: (Int) -> Value?) -> Value? {
    (0..<Self.attempts).lazy.compactMap(attempt).first
  }

  func rounded(
    _ counts: ReleaseCounts.Counts, _ vector: ReleaseVector, _ codes: [String], _ period: Period,
    name: String, _ attempt: Int
  ) -> [ReleasedCell] {
    let cells = counts.cells[vector] ?? [:]
    var bits = ReleaseBits(key: key, period: period, vector: name, attempt: attempt)
    let values = ControlledRounding.round(codes.map { cells[$0] ?? 0 }, base: base, &bits)
    return zip(codes, values).map { code, value in
      ReleasedCell(code: code, count: RoundedCount(count: value, base: base))
    }
  }

  /// The codes in the order in which they are shown; what only the log knows comes last.
  func codes(of vector: ReleaseVector, _ counts: ReleaseCounts.Counts) -> [String] {
    switch vector {
    case .topics:
      let listed = picture.documents.topics.map(\.id.text)
      return listed + (counts.cells[vector] ?? [:]).keys.filter { !listed.contains($0) }.sorted()
    case .outcomes: return Outcome.allCases.map(\.rawValue)
    case .chain: return ChainCode.allCases.map(\.rawValue)
    }
  }

  /// The schools that anything was counted at.
  func schools(in counts: ReleaseCounts) -> [School.ID] {
    let counted = Set(counts.quarters.values.flatMap(\.keys))
    let listed = picture.documents.schools.map(\.id)
    return listed.filter(counted.contains) + counted.subtracting(listed).sorted()
  }

  /// Visits are known exactly; of steps only that there were none where nothing was counted at all.
  func totals(
    of vector: ReleaseVector, _ quarters: [Period], _ counts: ReleaseCounts
  ) -> [[Int?]] {
    schools(in: counts).map { school in
      quarters.map { quarter in
        let sum = counts.sum(of: [quarter], at: school)
        guard vector == .chain else { return sum.visits }
        return sum.visits == 0 && (sum.cells[.chain] ?? [:]).isEmpty ? 0 : nil
      }
    }
  }
}

extension FolderPicture {
  /// The quarters that are released together with a period, or why the period cannot be.
  package func quartersToRelease(with period: Period, now: Moment) throws(ReleaseRefusal) -> [Period] {
    let counts = ReleaseCounts(period: period, ledger: ledger, at: now)
    try checkRelease(of: period, counts, now: now)
    guard period.isSchoolYear else { return [] }
    return period.quarters.filter { quarter in
      release(of: quarter) == nil && counts.sum(of: [quarter]).visits >= ReleasedFigures.leastVisits
    }
  }

  /// Why a period that was published cannot be shown: its file is gone, or another stands in its place.
  package func lostRelease(of period: Period) -> ReleaseRefusal? {
    guard release(of: period) == nil,
      let file = ledger.decidingReleases.first(where: { $0.period == period.description })?.file
    else { return nil }
    let path = "releases/" + file
    return changedReleases.contains(file) ? .changedFile(period, path) : .lostFile(period, path)
  }

  fileprivate func checkRelease(
    of period: Period, _ counts: ReleaseCounts, now: Moment
  ) throws(ReleaseRefusal) {
    // A quarter of a published year is told about in it already, be it together with others.
    let year = Period(schoolYearOf: period.weeks.lowerBound)
    for told in [period, year] where release(of: told) != nil { throw .alreadyReleased(told) }
    // And a year is the sum of what was published of its quarters, which must all be there.
    for told in [year] + period.quarters {
      if let lost = lostRelease(of: told) { throw lost }
    }
    if let week = period.firstOpenWeek(at: now) { throw .weekIsOpen(week) }
    // Of duties, which take knowing the colleagues, a release tells nothing.
    if let gap = gaps.first(where: { $0 != .brokenDocument(.colleagues) }) { throw .gap(gap) }
    for week in period.allWeeks {
      guard let ended = ended(week, at: now) else {
        throw .weekNotEnded(week, obstacle(toEnding: week, at: now))
      }
      let gone = ended.record.visits - ledger.visits(of: ended.record)
      if gone > 0 { throw .visitsGone(week, gone) }
    }
    let (visits, least) = (counts.sum(of: period.quarters).visits, ReleasedFigures.leastVisits)
    guard visits >= least else { throw .tooFewVisits(visits, needed: least) }
  }
}

extension FolderPicture {
  /// The sums of the period's weeks as they have ended, in the order of the schools' ids.
  package func endedRows(of period: Period, at now: Moment) -> [WeekRow] {
    var sums: [School.ID: WeekRow] = [:]
    for row in period.allWeeks.flatMap({ ended($0, at: now)?.record.rows ?? [] }) {
      sums[row.school] = (sums[row.school] ?? WeekRow(school: row.school)) + row
    }
    return sums.values.sorted { $0.school < $1.school }
  }
}

extension Ledger {
  /// How many of the visits that a week was counted from are still there, as records or as sums.
  fileprivate func visits(of record: WeekRecord) -> Int {
    let forgotten = forgottenWeeks.filter { $0.key.week == record.week }.values
      .flatMap(\.values).reduce(0) { $0 + $1.visits }
    return Weekday.allCases.reduce(forgotten) { sum, weekday in
      sum + book(of: record.week.date(of: weekday)).covered(by: record.covers).standingVisits.count
    }
  }
}

extension ReleasedTable {
  /// A table without rows.
  init(visits: Int) { self.init(visits: visits, topics: [], outcomes: [], chain: []) }

  /// The sum of tables that were published; a list that one of them lacks is lacking.
  package static func sum(_ tables: [ReleasedTable]) -> ReleasedTable {
    var sum = ReleasedTable(visits: tables.reduce(0) { $0 + $1.visits })
    for vector in ReleaseVector.allCases where tables.allSatisfy({ !$0[vector].isEmpty }) {
      var codes: [String] = []
      for cell in tables.flatMap({ $0[vector] }) where !codes.contains(cell.code) { codes.append(cell.code) }
      let base = tables.flatMap { $0[vector] }.map(\.count.base).max() ?? 1
      sum[vector] = codes.map { code in
        let counts = tables.map { $0.count(code, of: vector, base: base) }
        return ReleasedCell(
          code: code, count: counts.dropFirst().reduce(counts[0], +))
      }
    }
    return sum
  }

  /// The count of a code; one that is not listed had nothing to tell.
  func count(_ code: String, of vector: ReleaseVector, base: Int) -> RoundedCount {
    cell(code, of: vector)?.count ?? RoundedCount(count: 0, base: base)
  }
}
