// Whether all that will be published of a school year has been, so that its topics need not stay.

extension Ledger {
  /// The school years of which the release is made, and those of all their quarters that may have one:
  /// counted like the releases themselves.
  func releasedSchoolYears() -> Set<Period> {
    let released = Set(releases.values.compactMap { Period($0.body.period) })
    return released.filter { period in
      guard period.isSchoolYear else { return false }
      let counts = ReleaseCounts(period: period, ledger: self)
      return period.quarters.allSatisfy {
        counts.sum(of: [$0]).visits < ReleasedFigures.leastVisits || released.contains($0)
      }
    }
  }
}
