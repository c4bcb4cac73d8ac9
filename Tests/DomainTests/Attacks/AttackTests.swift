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
      return (
        municipality,
        municipality.published(
          [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 32))
      )
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
}

extension AttackTable.Row {
  /// Adds another table to the row.
  mutating func join(_ other: AttackTable.Row) {
    tables += other.tables
    smallest = min(smallest, other.smallest)
    exact += other.exact
  }
}
