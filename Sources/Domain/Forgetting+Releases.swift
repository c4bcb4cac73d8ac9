// Whether all that will be published of a school year has been, so that its topics need not stay.

extension Ledger {
  /// The school years of which the release is made, and those of all their quarters that may have one.
  var releasedSchoolYears: Set<Period> {
    let released = Set(releases.values.compactMap { Period($0.body.period) })
    guard released.contains(where: \.isSchoolYear) else { return [] }
    var visits: [Period: Int] = [:]
    for (day, book) in days {
      visits[Period(quarterOf: ISOWeek(containing: day)), default: 0] += book.standingCount
    }
    for tally in tallies.values {
      guard case .visits(let rows) = tally.content else { continue }
      for row in rows { visits[Period(quarterOf: row.week), default: 0] += row.visits }
    }
    return released.filter { period in
      period.isSchoolYear
        && period.quarters.allSatisfy {
          visits[$0, default: 0] < ReleasedFigures.leastVisits || released.contains($0)
        }
    }
  }
}
