// All small tables, and all that could be published of each: which tables could be behind a publication,
// and behind a list that is left out because none of its roundings may be published?

import TestKit
import Testing

@testable import Domain

@Suite("Enumeration of small tables") struct EnumerationTests {
  /// What could be behind something that is seen from outside: for each count the values it can have.
  private struct Behind {
    private(set) var ranges: [[Int]: [ClosedRange<Int>]] = [:]

    mutating func enter(_ counts: [Int], seenAs seen: [Int]) {
      let known = ranges[seen] ?? counts.map { $0...$0 }
      ranges[seen] = zip(known, counts).map { min($0.lowerBound, $1)...max($0.upperBound, $1) }
    }
  }

  /// What is seen instead of counts where a list is left out.
  private static let leftOut = [-1]

  private struct Size: CustomTestStringConvertible {
    var cells: Int
    var total: Int
    var testDescription: String { "\(cells) cells, \(total) visits" }
  }

  private static let sizes: [Size] =
    Thoroughness.isExhaustive
    ? (50...60).map { Size(cells: 3, total: $0) } + [75, 99].map { Size(cells: 3, total: $0) }
      + (50...54).map { Size(cells: 4, total: $0) } + (50...99).map { Size(cells: 2, total: $0) }
    : [Size(cells: 3, total: 51), Size(cells: 2, total: 54)]

  /// Every table with a known total, and every way it can be published.
  @Test(arguments: sizes) private func everyTableOfAQuarter(size: Size) {
    let disclosure = Disclosure(
      totals: [[size.total]], cellCount: size.cells, base: 5, subjects: [.init(quarters: [0])])
    var allowed: [[Int]: Bool] = [:]
    var behind = Behind()
    var tables = 0
    for table in Self.tables(of: size.total, in: size.cells) {
      tables += 1
      var isTold = false
      for publication in Neighbours.all(of: table, base: 5) {
        let isSafe = allowed[publication] ?? disclosure.isSafe([publication.map(Self.count)])
        allowed[publication] = isSafe
        if isSafe { behind.enter(table, seenAs: publication) }
        isTold = isTold || isSafe
      }
      if !isTold { behind.enter(table, seenAs: Self.leftOut) }
    }
    var row = AttackTable.Row(tables: tables)
    for range in behind.ranges.values.flatMap({ $0 }) {
      row.enter(after: range.count, before: size.total + 1)
    }
    AttackTable.note("optælling af alle små tabeller", row)
    #expect(row.isHarmless, "\(size): \(row)")
    // What is not published would have told too much indeed, and only that: one visit more than a multiple
    // that is rounded up leaves the others nothing.
    #expect(allowed.values.count { !$0 } == (size.total % 5 == 0 ? 0 : size.cells))
  }

  private static func tables(of total: Int, in cells: Int) -> [[Int]] {
    cells == 1
      ? [[total]]
      : (0...total).flatMap { first in
        tables(of: total - first, in: cells - 1).map { [first] + $0 }
      }
  }

  private static func count(_ value: Int) -> RoundedCount { RoundedCount(count: value, base: 5) }

  /// Two schools over two quarters, two cells: every table, every publication of both quarters, and with it
  /// every publication of the first school, or none where none may be.
  @Test(
    arguments: Thoroughness.isExhaustive
      ? [[[5, 6], [7, 2]], [[6, 6], [5, 3]], [[9, 4], [3, 3]]]
      : [[[5, 6], [7, 2]]])
  func everySmallYear(totals: [[Int]]) {
    let disclosure = Disclosure(
      totals: totals, cellCount: 2, base: 5,
      subjects: [.init(quarters: [0]), .init(quarters: [1]), .init(quarters: [0, 1], school: 0)])
    let quarters = (0..<2).map { quarter in
      Disclosure(
        totals: totals.map { [$0[quarter]] }, cellCount: 2, base: 5, subjects: [.init(quarters: [0])])
    }
    var behind = Behind()
    var allowed: [[Int]: Bool] = [:]
    var tables = 0
    for year in Self.years(totals) {
      tables += 1
      func pair(_ schools: [Int], _ quarters: [Int]) -> [Int] {
        schools.reduce([0, 0]) { sum, school in
          quarters.reduce(sum) { [$0[0] + year[school][$1], $0[1] + totals[school][$1] - year[school][$1]] }
        }
      }
      let counts = year.flatMap { $0 } + pair([0, 1], [0]) + pair([0, 1], [1]) + pair([0], [0, 1])
      func told(_ quarter: Int) -> [[Int]] {
        Neighbours.all(of: pair([0, 1], [quarter]), base: 5)
          .filter { quarters[quarter].isSafe([$0.map(Self.count)]) }
      }
      let second = told(1)
      for columns in told(0).flatMap({ one in second.map { one + $0 } }) {
        var isTold = false
        for own in Neighbours.all(of: pair([0], [0, 1]), base: 5) {
          let publication = columns + own
          let lists = stride(from: 0, to: 6, by: 2).map { publication[$0..<$0 + 2].map(Self.count) }
          let isSafe = allowed[publication] ?? disclosure.isSafe(lists)
          allowed[publication] = isSafe
          if isSafe { behind.enter(counts, seenAs: publication) }
          isTold = isTold || isSafe
        }
        if !isTold { behind.enter(counts, seenAs: columns + Self.leftOut) }
      }
    }
    let own = totals[0].reduce(0, +)
    let columns = (0..<2).map { quarter in totals.reduce(0) { $0 + $1[quarter] } }
    let most = totals.flatMap { $0 } + [columns[0], columns[0], columns[1], columns[1], own, own]
    var row = AttackTable.Row(tables: tables)
    for (seen, ranges) in behind.ranges {
      for (range, most) in zip(ranges, most) {
        row.enter(after: range.count, before: most + 1)
        #expect(range.count >= min(5, most + 1), "\(seen): \(ranges)")
      }
    }
    AttackTable.note("optælling af alle små skoleår", row)
    #expect(row.isHarmless && allowed.values.contains(true) && allowed.values.contains(false), "\(row)")
  }

  /// The first cell of each school in each quarter, in every way.
  private static func years(_ totals: [[Int]]) -> [[[Int]]] {
    let each = totals.flatMap { $0 }.reduce([[]]) { years, total in
      years.flatMap { start in (0...total).map { start + [$0] } }
    }
    return each.map { [[$0[0], $0[1]], [$0[2], $0[3]]] }
  }
}
