// The school year of the figures, and whether all that will be published of it has been.

/// The third quarter of one year to the second of the next, in whole weeks; a week belongs where its
/// Thursday lies.
struct SchoolYear: Hashable {
  /// The year in which it begins.
  var first: Int

  init(of week: ISOWeek) {
    let thursday = week.date(of: .thursday)
    first = thursday.month >= 7 ? thursday.year : thursday.year - 1
  }

  /// `2025/26`
  var period: String { "\(first)/" + Digits.padded((first + 1) % 100, 2) }
}

extension ISOWeek {
  /// `2026-Q1`
  fileprivate var quarterPeriod: String {
    let thursday = date(of: .thursday)
    return "\(Digits.padded(thursday.year, 4))-Q\((thursday.month + 2) / 3)"
  }
}

extension Ledger {
  /// A period with fewer visits is never published.
  private static let fewestVisits = 50

  /// The school years of which the release is made, and those of all their quarters that may have one.
  var releasedSchoolYears: Set<SchoolYear> {
    let periods = Set(releases.values.map(\.body.period))
    guard periods.contains(where: { $0.contains("/") }) else { return [] }
    var quarters: [SchoolYear: [String: Int]] = [:]
    func count(_ visits: Int, in week: ISOWeek) {
      quarters[SchoolYear(of: week), default: [:]][week.quarterPeriod, default: 0] += visits
    }
    for (day, book) in days { count(book.standingCount, in: ISOWeek(containing: day)) }
    for tally in tallies.values {
      if case .visits(let rows) = tally.content { for row in rows { count(row.visits, in: row.week) } }
    }
    return Set(
      quarters.filter { year, visits in
        periods.contains(year.period)
          && visits.allSatisfy { $0.value < Self.fewestVisits || periods.contains($0.key) }
      }.keys)
  }
}
