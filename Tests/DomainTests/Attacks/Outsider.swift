// Somebody outside who has read everything that was ever published of a year, and the exact totals.

@testable import Domain

/// One list of counts of a year as the outside knows it.
struct Outsider {
  /// By school and quarter; nil where no exact total is known.
  var totals: [[Int?]]
  var cellCount: Int
  /// The quarters that were rounded together, each with a range for every cell.
  var columns: [(quarters: [Int], ranges: [ClosedRange<Int>])] = []
  /// The schools with a table of their own.
  var rows: [(school: Int, ranges: [ClosedRange<Int>])] = []

  init(_ municipality: Municipality, _ vector: ReleaseVector, published: [ReleasedFigures]) {
    let counts = municipality.counts(vector)
    totals = counts.map { $0.map { vector == .chain ? nil : $0.reduce(0, +) } }
    let codes = Municipality.codes(vector, topics: municipality.topicCount)
    cellCount = codes.count
    func ranges(_ table: ReleasedTable) -> [ClosedRange<Int>]? {
      guard !table[vector].isEmpty else { return nil }
      return codes.compactMap { table.cell($0, of: vector)?.count.range }
    }
    let quarters = Municipality.quarters
    for figures in published where !figures.period.isSchoolYear {
      guard let place = quarters.firstIndex(of: figures.period), let found = ranges(figures.all) else {
        continue
      }
      columns.append(([place], found))
    }
    guard let year = published.last, year.period.isSchoolYear else { return }
    // The year's own sum is that of the quarters and of what was rounded together: the rest is the latter.
    if !year.joined.isEmpty, let whole = ranges(year.all) {
      let base = year.base
      let rest = codes.indices.map { cell -> ClosedRange<Int> in
        let known = columns.reduce(0) { $0 + $1.ranges[cell].upperBound - base + 1 }
        let count = (year.all.cell(codes[cell], of: vector)?.count.count ?? 0) - known
        return RoundedCount(count: count, base: base).range
      }
      if whole.count == rest.count {
        columns.append((year.joined.compactMap { quarters.firstIndex(of: $0) }, rest))
      }
    }
    for (place, school) in municipality.schools.enumerated() {
      if let table = year.schools[school], let found = ranges(table) { rows.append((place, found)) }
    }
  }

  /// How many values a count could have before anything was published.
  func before(_ total: Int?) -> Int { total.map { $0 + 1 } ?? Int.max }

  func total(schools: [Int], quarters: [Int]) -> Int? {
    let parts = schools.flatMap { school in quarters.map { totals[school][$0] } }
    return parts.contains(nil) ? nil : parts.compactMap { $0 }.reduce(0, +)
  }
}

/// Intervals that were worked out by subtracting published figures from one another.
struct Subtraction {
  let outsider: Outsider
  private var columns: [[ClosedRange<Int>]]
  private var rows: [[ClosedRange<Int>]]
  private let everyone: [Int]
  private let whole = [0, 1, 2, 3]

  init(_ outsider: Outsider) {
    self.outsider = outsider
    columns = outsider.columns.map(\.ranges)
    rows = outsider.rows.map(\.ranges)
    everyone = Array(outsider.totals.indices)
  }

  /// Each cell as the exact total less all other cells: small rows whose sum is known.
  func fromTotals() -> AttackTable.Row {
    var row = AttackTable.Row(tables: 1)
    let tables =
      outsider.columns.map { ($0.ranges, outsider.total(schools: everyone, quarters: $0.quarters)) }
      + outsider.rows.map { ($0.ranges, outsider.total(schools: [$0.school], quarters: whole)) }
    for (ranges, total) in tables {
      guard let total else { continue }
      for cell in ranges.indices {
        let low = ranges.indices.filter { $0 != cell }.reduce(0) { $0 + ranges[$1].lowerBound }
        let high = ranges.indices.filter { $0 != cell }.reduce(0) { $0 + ranges[$1].upperBound }
        let left = Self.values(ranges[cell], total - high, total - low)
        row.enter(after: left, before: outsider.before(total))
      }
    }
    return row
  }

  /// Each quarter as the year of the schools less the other quarters, each school as the year of all
  /// less the other schools, and the schools without a table as what is left.
  func fromDifferences() -> AttackTable.Row {
    var row = AttackTable.Row(tables: 1)
    let covered = Set(outsider.columns.flatMap(\.quarters))
    let others = everyone.filter { school in !outsider.rows.contains { $0.school == school } }
    let open = whole.filter { !covered.contains($0) }
    for cell in 0..<outsider.cellCount {
      let uncovered = 0...(outsider.total(schools: everyone, quarters: open) ?? Inference.plenty)
      let unnamed = 0...(outsider.total(schools: others, quarters: whole) ?? Inference.plenty)
      let byQuarter = columns.map { $0[cell] } + [open.isEmpty ? 0...0 : uncovered]
      let bySchool = rows.map { $0[cell] } + [others.isEmpty ? 0...0 : unnamed]
      row.enterDifferences(byQuarter, lessThan: bySchool) { index in
        guard outsider.columns.indices.contains(index) else { return Int.max }
        return outsider.before(outsider.total(schools: everyone, quarters: outsider.columns[index].quarters))
      }
      row.enterDifferences(bySchool, lessThan: byQuarter) { index in
        let schools = outsider.rows.indices.contains(index) ? [outsider.rows[index].school] : others
        return outsider.before(outsider.total(schools: schools, quarters: whole))
      }
    }
    return row
  }

  static func values(_ range: ClosedRange<Int>, _ low: Int, _ high: Int) -> Int {
    min(range.upperBound, high) - max(range.lowerBound, low) + 1
  }
}

extension AttackTable.Row {
  /// Every part of one sum as the other sum less its brothers.
  fileprivate mutating func enterDifferences(
    _ parts: [ClosedRange<Int>], lessThan sum: [ClosedRange<Int>], before: (Int) -> Int
  ) {
    let (low, high) = sum.reduce((0, 0)) { ($0.0 + $1.lowerBound, $0.1 + $1.upperBound) }
    for index in parts.indices where parts[index] != 0...0 {
      let brothers = parts.indices.filter { $0 != index }.map { parts[$0] }
      let (least, most) = brothers.reduce((0, 0)) { ($0.0 + $1.lowerBound, $0.1 + $1.upperBound) }
      let left = Subtraction.values(parts[index], low - most, high - least)
      enter(after: left, before: min(before(index), parts[index].count))
    }
  }
}
