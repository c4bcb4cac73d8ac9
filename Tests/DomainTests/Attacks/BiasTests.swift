// What is published under very many keys: on average the true count. Only where a drawing had to be rejected,
// because it would have told too much, is the average another one, and how far is measured here.

import TestKit
import Testing

@testable import Domain

@Suite("Bias of what is published") struct BiasTests {
  private static let isLong = Thoroughness.isExhaustive

  private static func key(_ number: Int) -> [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: number >> (($0 & 3) * 8)) }
  }

  /// The greatest distance between a mean and the true count. `published` gives the lists of one key, the
  /// same ones each time; a list that is left out is empty.
  private static func bias(
    of truth: [[Int]], repetitions: Int, _ published: (Int) throws -> [[ReleasedCell]]
  ) rethrows -> Double {
    var sums = truth.map { $0.map { _ in 0 } }
    var told = truth.map { _ in 0 }
    for number in 0..<repetitions {
      for (place, cells) in try published(number).enumerated() where !cells.isEmpty {
        told[place] += 1
        for (index, cell) in cells.enumerated() { sums[place][index] += cell.count.count }
      }
    }
    var worst = 0.0
    for (place, counts) in truth.enumerated() where told[place] > repetitions / 2 {
      for (sum, count) in zip(sums[place], counts) {
        worst = max(worst, abs(Double(sum) / Double(told[place]) - Double(count)))
      }
    }
    return worst
  }

  /// All three lists of an ordinary quarter: 40,000 keys in the long run, where four standard errors are 0.05.
  @Test func anOrdinaryQuarterIsTrueOnAverage() throws {
    var random = SeededRandom(seed: 19)
    let municipality = Municipality(.ordinary, &random)
    let quarter = Municipality.quarters[1]
    let picture = municipality.picture.withEndedWeeks(of: quarter)
    let truth = ReleaseVector.allCases.map { vector in
      let counts = municipality.counts(vector)
      return counts[0][1].indices.map { cell in counts.reduce(0) { $0 + $1[1][cell] } }
    }
    let bias = try Self.bias(of: truth, repetitions: Self.isLong ? 40_000 : 250) { number in
      let made = try Municipality.maker(picture, Self.key(number)).make(quarter, now: Municipality.now)
      return ReleaseVector.allCases.map { made.all[$0] }
    }
    AttackTable.note("et kvartal", bias: bias)
    #expect(bias < (Self.isLong ? 0.05 : 0.7))
  }

  /// The tables of the schools are drawn together, and drawn again where beside the quarters they would
  /// tell too much: there the mean may be off, by less than a visit.
  @Test(.enabled(if: isLong), arguments: Municipality.Kind.allCases) func schoolsOfAYear(
    kind: Municipality.Kind
  ) throws {
    var random = SeededRandom(seed: 23)
    let municipality = Municipality(kind, &random)
    let picture = municipality.picture
    let truth = municipality.schools.indices.flatMap { school in
      ReleaseVector.allCases.map { vector in
        let counts = municipality.counts(vector)[school]
        return counts[0].indices.map { cell in counts.reduce(0) { $0 + $1[cell] } }
      }
    }
    let bias = Self.bias(of: truth, repetitions: 4_000) { number in
      let year = Municipality.published(of: picture, Self.key(number)).last
      return municipality.schools.flatMap { school in
        ReleaseVector.allCases.map { year?.schools[school]?[$0] ?? [] }
      }
    }
    AttackTable.note("skoler over et år, \(kind)", bias: bias)
    #expect(bias < 1)
  }

  /// 51 visits, all about one thing: 55 would tell exactly that, so it is always 50, one below the truth.
  @Test func theLastResortIsOffByOne() {
    let disclosure = Disclosure(totals: [[51]], cellCount: 3, base: 5, subjects: [.init(quarters: [0])])
    func cells(_ counts: [Int]) -> [RoundedCount] { counts.map { RoundedCount(count: $0, base: 5) } }
    #expect(!disclosure.isSafe([cells([55, 0, 0])]) && disclosure.isSafe([cells([50, 0, 0])]))
    #expect(Set(Neighbours.all(of: [51, 0, 0], base: 5)) == [[50, 0, 0], [55, 0, 0]])
  }
}
