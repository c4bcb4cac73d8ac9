// Whether a table may be published: what somebody who knows every exact total, and all that was
// published before, could work out of it.

/// One list of counts (topics, outcomes or chain) of the schools over some quarters, as the outside
/// sees it: exact totals of visits, and rounded counts of all schools or of one.
package struct Disclosure: Sendable {
  /// What a list of rounded counts is about.
  package struct Subject: Hashable, Sendable {
    /// Places in the totals: the quarters that were rounded together.
    package var quarters: [Int]
    /// The school, by its place; nil is all of them.
    package var school: Int?

    package init(quarters: [Int], school: Int? = nil) {
      self.quarters = quarters
      self.school = school
    }
  }

  /// So many values must be left to every count, or all it had before.
  private let base: Int
  /// All counts with the sums that tie them, before anything is published.
  private let known: Inference
  /// The counts that are looked after: each one, and the sums over schools and quarters.
  private let watched: [Inference.Unknown]
  /// The counts that each subject tells about, by cell.
  private let told: [[Inference.Unknown]]

  /// `totals` has the exact total of each school in each quarter; nil where no exact total is known.
  package init(totals: [[Int?]], cellCount: Int, base: Int, subjects: [Subject]) {
    self.base = base
    var builder = Builder(totals: totals, cellCount: cellCount)
    told = builder.build(subjects)
    watched = builder.watched
    builder.inference.conclude()
    known = builder.inference
  }

  /// How many values are left to the count that is worst off, where it had at least so many before; the
  /// base itself when none has less. `published` has the counts of each subject, by cell.
  package func fewestChoices(after published: [[RoundedCount]]) -> Int {
    var after = known
    for (unknowns, counts) in zip(told, published) {
      for (unknown, count) in zip(unknowns, counts) { after.narrow(unknown, to: count.range) }
    }
    after.conclude()
    return watched.reduce(base) { fewest, unknown in
      let left = after.choices(unknown)
      return left < min(fewest, known.choices(unknown)) ? left : fewest
    }
  }

  /// Whether every count keeps as many values as it must.
  package func isSafe(_ published: [[RoundedCount]]) -> Bool { fewestChoices(after: published) >= base }
}

extension Disclosure {
  /// Puts the counts and their sums together.
  private struct Builder {
    let totals: [[Int?]]
    let cellCount: Int
    var inference = Inference()
    var watched: [Inference.Unknown] = []
    /// By school, quarter and cell.
    private var counts: [[[Inference.Unknown]]] = []

    init(totals: [[Int?]], cellCount: Int) {
      self.totals = totals
      self.cellCount = cellCount
    }

    /// The counts that each subject tells about.
    mutating func build(_ subjects: [Subject]) -> [[Inference.Unknown]] {
      for row in totals {
        var school: [[Inference.Unknown]] = []
        for total in row {
          let cells = (0..<cellCount).map { _ in inference.unknown(in: 0...(total ?? Inference.plenty)) }
          tie(cells, to: total)
          school.append(cells)
        }
        counts.append(school)
      }
      watched = counts.flatMap { $0 }.flatMap { $0 }
      // The sums that are rounded, and what is left of the quarters and schools that are not published.
      let quarters = Array(totals.first?.indices ?? 0..<0)
      let joint = subjects.filter { $0.school == nil }.map(\.quarters)
      let apart = quarters.filter { quarter in !joint.contains { $0.contains(quarter) } }.map { [$0] }
      let named = subjects.compactMap(\.school)
      let others = totals.indices.filter { !named.contains($0) }
      let byColumn = (joint + apart).map { sums(Array(totals.indices), $0) }
      let byRow = (named.map { [$0] } + (others.isEmpty ? [] : [others])).map { sums($0, quarters) }
      for cell in 0..<cellCount {
        let whole = inference.sum(of: byColumn.map { $0[cell] })
        inference.equate(whole, with: byRow.map { $0[cell] })
        watched.append(whole)
      }
      watched += byColumn.flatMap { $0 } + byRow.flatMap { $0 }
      return subjects.map { subject in
        let place = subject.school.map { named.firstIndex(of: $0) } ?? joint.firstIndex(of: subject.quarters)
        return place.map { (subject.school == nil ? byColumn : byRow)[$0] } ?? []
      }
    }

    private mutating func sums(_ schools: [Int], _ quarters: [Int]) -> [Inference.Unknown] {
      let sums = (0..<cellCount).map { cell in
        inference.sum(of: schools.flatMap { school in quarters.map { counts[school][$0][cell] } })
      }
      let parts = schools.flatMap { school in quarters.map { totals[school][$0] } }
      tie(sums, to: parts.contains(nil) ? nil : parts.compactMap { $0 }.reduce(0, +))
      return sums
    }

    private mutating func tie(_ cells: [Inference.Unknown], to total: Int?) {
      guard let total else { return }
      inference.equate(inference.unknown(in: total...total), with: cells)
    }
  }
}
