// The schools of a released year that have a table of their own, beside what its quarters have told.

extension ReleaseMaker {
  /// What was published of some quarters together.
  typealias Column = (quarters: [Period], table: ReleasedTable)

  /// Adds the schools with visits enough.
  func addSchools(to year: inout ReleasedFigures, _ counts: ReleaseCounts, beside columns: [Column]) {
    // Records that came after a quarter was published are in the schools' year and not in that quarter:
    // what the two tell together is not what was looked at, so no school is told of alone.
    let isSettled = columns.allSatisfy { $0.table.visits == counts.sum(of: $0.quarters).visits }
    guard isSettled else { return }
    let quarters = year.period.quarters
    let sums = Dictionary(
      uniqueKeysWithValues: schools(in: counts).map { ($0, counts.sum(of: quarters, at: $0)) })
    let large = schools(in: counts).filter { sums[$0]?.visits ?? 0 >= ReleasedFigures.leastVisits }
    for school in large { year.schools[school] = ReleasedTable(visits: sums[school]?.visits ?? 0) }
    // Of steps no exact total is known, so that less holds them together: beside quarters that had to be
    // rounded together, a fifth value could not be shown for each, so there all schools are told of alone.
    let vectors = ReleaseVector.allCases.filter { $0 != .chain || year.joined.isEmpty }
    for vector in vectors {
      // Where not even drawing anew helps, the smallest school goes without.
      var named = large.sorted { (sums[$0]?.visits ?? 0, $0) > (sums[$1]?.visits ?? 0, $1) }
      while !named.isEmpty {
        if let tables = tables(of: vector, at: named, in: year.period, counts, beside: columns) {
          for (school, cells) in zip(named, tables) { year.schools[school]?[vector] = cells }
          break
        }
        named.removeLast()
      }
    }
  }

  /// A list of each of these schools over the year; nil where all of them together would tell too much.
  private func tables(
    of vector: ReleaseVector, at named: [School.ID], in year: Period, _ counts: ReleaseCounts,
    beside columns: [Column]
  ) -> [[ReleasedCell]]? {
    let quarters = year.quarters
    let codes = codes(of: vector, counts.sum(of: quarters))
    let told = columns.filter { !$0.table[vector].isEmpty }
    let known = told.map { column in codes.map { column.table.count($0, of: vector, base: base) } }
    let columns = told.map { column in
      Disclosure.Subject(quarters: column.quarters.compactMap { quarters.firstIndex(of: $0) })
    }
    let rows = named.map { school in
      Disclosure.Subject(
        quarters: Array(quarters.indices), school: schools(in: counts).firstIndex(of: school))
    }
    let disclosure = Disclosure(
      totals: totals(of: vector, quarters, counts), cellCount: codes.count, base: base,
      subjects: columns + rows)
    let sums = named.map { counts.sum(of: quarters, at: $0) }
    return draw { attempt in
      let tables = zip(named, sums).map { school, sum in
        rounded(sum, vector, codes, year, name: vector.rawValue + "/" + school.text, attempt)
      }
      return disclosure.isSafe(known + tables.map { $0.map(\.count) }) ? tables : nil
    }
  }
}
