// The attacks on published figures, carried out by somebody who knows the exact weekly totals and
// everything that was ever published. Every count must keep at least five values.

import TestKit
import Testing

@testable import Domain

@Suite("Attacks on what was published") struct AttackTests {
  private static let isLong = Thoroughness.isExhaustive

  private static func years() -> [(Municipality, [ReleasedFigures])] {
    var random = SeededRandom(seed: 2026)
    return (0..<(isLong ? 2_000 : 10)).map { number in
      let kinds = Municipality.Kind.allCases
      let municipality = Municipality(kinds[number % kinds.count], &random)
      return (municipality, municipality.published(key: UInt8(truncatingIfNeeded: number)))
    }
  }

  /// Totals less all other cells; quarters, years and schools less one another; and, by showing other
  /// tables that fit as well, whatever else could be worked out of all of them together.
  @Test func everythingAboutAYearTogether() {
    var random = SeededRandom(seed: 7)
    var (totals, differences, together) = (AttackTable.Row(), AttackTable.Row(), AttackTable.Row())
    var published = 0
    for (number, (municipality, figures)) in Self.years().enumerated() {
      guard !figures.isEmpty else { continue }
      published += 1
      for vector in ReleaseVector.allCases {
        let outsider = Outsider(municipality, vector, published: figures)
        let subtraction = Subtraction(outsider)
        totals.join(subtraction.fromTotals())
        differences.join(subtraction.fromDifferences())
        guard Self.isLong ? number < 300 : number < 5 else { continue }
        var alternatives = Alternatives(outsider, truth: municipality.counts(vector))
        alternatives.wander(atMost: Self.isLong ? 60 : 20, &random)
        together.join(alternatives.row(tables: 1))
        #expect(alternatives.missing == 0, "\(number) \(vector)")
      }
    }
    #expect(published >= 8)
    for (name, row) in [
      ("små rækker med kendt total", totals), ("forskelle mellem kvartal, skoleår og skoler", differences),
      ("alt på én gang: andre tabeller, der passer lige så godt", together),
    ] {
      AttackTable.note(name, row)
      #expect(row.isHarmless, "\(name): \(row)")
    }
  }

  /// The same file 50 times gives the attacker no more than once; rounding afresh each time would.
  @Test func averagingOfExports() {
    var random = SeededRandom(seed: 3)
    var (frozen, afresh) = (AttackTable.Row(), AttackTable.Row())
    let tables = Self.isLong ? 5_000 : 100
    for number in 0..<tables {
      let counts = (0..<8).map { _ in Int.random(in: 0...40, using: &random) }
      let key = (0..<32).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0) }
      let exports = (0..<50).map { _ in
        var bits = ReleaseBits(key: key, period: .quarter(year: 2026, number: 1), vector: "topics")
        return ControlledRounding.round(counts, base: 5, &bits)
      }
      frozen.join(Self.intersection(of: exports))
      afresh.join(
        Self.intersection(of: (0..<50).map { _ in ControlledRounding.round(counts, base: 5, &random) }))
    }
    AttackTable.note("gennemsnit af 50 eksporter", frozen)
    #expect(frozen.isHarmless && frozen.tables == tables)
    // The attack itself works: without frozen bits most counts are found to within four.
    #expect(afresh.smallest < 5)
  }

  private static func intersection(of exports: [[Int]]) -> AttackTable.Row {
    var row = AttackTable.Row(tables: 1)
    for cell in exports.first?.indices ?? 0..<0 {
      let ranges = exports.map { RoundedCount(count: $0[cell], base: 5).range }
      let low = ranges.map(\.lowerBound).max() ?? 0
      row.enter(after: (ranges.map(\.upperBound).min() ?? 0) - low + 1, before: Int.max)
    }
    return row
  }

  /// Every table of three cells with a known total, and every way it can be published: which tables
  /// could be behind each publication?
  @Test(arguments: isLong ? [50, 51, 52, 53, 54, 60, 75, 99] : [51, 55]) func enumerationOfSmallTables(
    total: Int
  ) {
    let disclosure = Disclosure(totals: [[total]], cellCount: 3, base: 5)
    var behind: [[Int]: [ClosedRange<Int>]] = [:]
    var tables = 0
    for first in 0...total {
      for second in 0...(total - first) {
        let table = [first, second, total - first - second]
        tables += 1
        for publication in Neighbours.all(of: table, base: 5) {
          let known = behind[publication] ?? table.map { $0...$0 }
          behind[publication] = zip(known, table).map {
            min($0.lowerBound, $1)...max($0.upperBound, $1)
          }
        }
      }
    }
    var row = AttackTable.Row(tables: tables)
    var refused = 0
    for (publication, ranges) in behind {
      let cells = publication.map { RoundedCount(count: $0, base: 5) }
      if disclosure.isSafe([Disclosure.Published(quarters: [0], cells: cells)]) {
        for range in ranges { row.enter(after: range.count, before: total + 1) }
      } else {
        refused += 1
        // What is not published would have told too much indeed.
        #expect(ranges.contains { $0.count < 5 }, "\(publication)")
      }
    }
    AttackTable.note("optælling af alle små tabeller", row)
    #expect(row.isHarmless, "\(total): \(row)")
    #expect(refused == (total % 5 == 0 ? 0 : 3))
  }

  /// Two schools over two quarters, two cells, every table and every publication of both quarters and of
  /// one school: what may be published leaves each count its values.
  @Test func enumerationOfSmallYears() {
    let totals = [[5, 6], [7, 2]]
    let disclosure = Disclosure(totals: totals, cellCount: 2, base: 5)
    var behind: [[Int]: [ClosedRange<Int>]] = [:]
    var tables = 0
    for code in 0..<(6 * 7 * 8 * 3) {
      let first = [[code % 6, code / 6 % 7], [code / 42 % 8, code / 336]]
      tables += 1
      func pair(_ schools: [Int], _ quarters: [Int]) -> [Int] {
        let one = schools.reduce(0) { sum, school in quarters.reduce(sum) { $0 + first[school][$1] } }
        let all = schools.reduce(0) { sum, school in quarters.reduce(sum) { $0 + totals[school][$1] } }
        return [one, all - one]
      }
      let sums = [pair([0, 1], [0]), pair([0, 1], [1]), pair([0], [0, 1])]
      let counts = first.flatMap { $0 } + sums.flatMap { $0 }
      for one in Neighbours.all(of: sums[0], base: 5) {
        for two in Neighbours.all(of: sums[1], base: 5) {
          for own in Neighbours.all(of: sums[2], base: 5) {
            let known = behind[one + two + own] ?? counts.map { $0...$0 }
            behind[one + two + own] = zip(known, counts).map {
              min($0.lowerBound, $1)...max($0.upperBound, $1)
            }
          }
        }
      }
    }
    let before = totals.flatMap { $0 }.map { $0 + 1 } + [13, 13, 9, 9, 12, 12]
    var row = AttackTable.Row(tables: tables)
    var allowed = 0
    for (publication, ranges) in behind {
      let cells = publication.map { RoundedCount(count: $0, base: 5) }
      let published = [
        Disclosure.Published(quarters: [0], cells: Array(cells[0..<2])),
        Disclosure.Published(quarters: [1], cells: Array(cells[2..<4])),
        Disclosure.Published(quarters: [0, 1], school: 0, cells: Array(cells[4..<6])),
      ]
      guard disclosure.isSafe(published) else { continue }
      allowed += 1
      for (range, before) in zip(ranges, before) {
        row.enter(after: range.count, before: before)
        #expect(range.count >= min(5, before), "\(publication)")
      }
    }
    AttackTable.note("optælling af alle små skoleår", row)
    #expect(row.isHarmless && allowed > 0 && allowed < behind.count, "\(row) \(allowed) of \(behind.count)")
  }
}

extension AttackTable.Row {
  /// Adds another table to the row.
  mutating func join(_ other: AttackTable.Row) {
    tables += other.tables
    smallest = min(smallest, other.smallest)
    exact += other.exact
  }
}
