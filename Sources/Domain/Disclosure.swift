// Whether a table may be published: what somebody who knows every exact total, and all that was
// published before, could work out of it.

/// One list of counts (topics, outcomes or chain) of the schools over some quarters, as the outside
/// sees it: exact totals of visits, and rounded counts of all schools or of one.
package struct Disclosure: Sendable {
  /// Rounded counts, by cell, of what they are about.
  package struct Published: Sendable {
    /// Places in ``Disclosure/totals``: the quarters that were rounded together.
    package var quarters: [Int]
    /// The school, by its place; nil is all of them.
    package var school: Int?
    package var cells: [RoundedCount]

    package init(quarters: [Int], school: Int? = nil, cells: [RoundedCount]) {
      self.quarters = quarters
      self.school = school
      self.cells = cells
    }
  }

  /// The exact total of each school in each quarter; nil where no exact total is known.
  package var totals: [[Int?]]
  package var cellCount: Int
  /// So many values must be left to every count, or all it had before.
  package var base: Int

  package init(totals: [[Int?]], cellCount: Int, base: Int) {
    self.totals = totals
    self.cellCount = cellCount
    self.base = base
  }

  /// How many values are left to the count that is worst off, where it had at least so many before;
  /// the base itself when none has less.
  package func fewestChoices(after published: [Published]) -> Int {
    let (before, watched) = knowledge(of: [], groups: published)
    let (after, _) = knowledge(of: published, groups: published)
    return watched.reduce(base) { fewest, unknown in
      guard after.choices(unknown) < min(base, before.choices(unknown)) else { return fewest }
      return min(fewest, after.choices(unknown))
    }
  }

  /// Whether every count keeps as many values as it must.
  package func isSafe(_ published: [Published]) -> Bool { fewestChoices(after: published) >= base }

  /// All counts with the sums that tie them, after drawing every conclusion from what is published.
  /// The counts watched are the same whatever is published; `groups` says which quarters belong together.
  private func knowledge(
    of published: [Published], groups: [Published]
  ) -> (Inference, watched: [Inference.Unknown]) {
    var inference = Inference()
    let quarters = totals.first?.indices ?? 0..<0
    let counts = totals.map { row in
      row.map { total in
        (0..<cellCount).map { _ in inference.unknown(in: 0...(total ?? Inference.plenty)) }
      }
    }
    for (row, cells) in zip(totals, counts) {
      for (total, cells) in zip(row, cells) { tie(cells, to: total, in: &inference) }
    }
    var watched = counts.flatMap { $0 }.flatMap { $0 }
    // The sums that are rounded, and what is left of the schools that are not published.
    let joint = groups.filter { $0.school == nil }.map(\.quarters)
    let apart = quarters.filter { quarter in !joint.contains { $0.contains(quarter) } }.map { [$0] }
    let named = groups.compactMap(\.school)
    let others = totals.indices.filter { !named.contains($0) }
    let columns = joint + apart
    let rows = named.map { [$0] } + (others.isEmpty ? [] : [others])
    func sums(_ schools: [Int], _ quarters: [Int]) -> [Inference.Unknown] {
      let sums = (0..<cellCount).map { cell in
        inference.sum(of: schools.flatMap { school in quarters.map { counts[school][$0][cell] } })
      }
      let parts = schools.flatMap { school in quarters.map { totals[school][$0] } }
      let total = parts.contains(nil) ? nil : parts.compactMap { $0 }.reduce(0, +)
      tie(sums, to: total, in: &inference)
      return sums
    }
    let byColumn = columns.map { sums(Array(totals.indices), $0) }
    let byRow = rows.map { sums($0, Array(quarters)) }
    for cell in 0..<cellCount {
      let whole = inference.sum(of: byColumn.map { $0[cell] })
      inference.equate(whole, with: byRow.map { $0[cell] })
      watched.append(whole)
    }
    watched += byColumn.flatMap { $0 } + byRow.flatMap { $0 }
    for table in published {
      let place =
        table.school.flatMap { named.firstIndex(of: $0) }.map { byRow[$0] }
        ?? joint.firstIndex(of: table.quarters).map { byColumn[$0] }
      for (unknown, count) in zip(place ?? [], table.cells) { inference.narrow(unknown, to: count.range) }
    }
    inference.conclude()
    return (inference, watched)
  }

  private func tie(_ cells: [Inference.Unknown], to total: Int?, in inference: inout Inference) {
    guard let total else { return }
    inference.equate(inference.unknown(in: total...total), with: cells)
  }
}
