// Rounding of whole vectors: what must hold of each result, and what must hold on average.

import Testing

@testable import Domain

@Suite struct ControlledRoundingTests {
  /// 100,000 vectors of every length up to 15, many of them small, some all multiples.
  @Test(arguments: [2, 5, 10]) func keepsWhatItPromises(base: Int) {
    var random = SeededRandom(seed: UInt64(base))
    for _ in 0..<(base == 5 ? 100_000 : 5_000) {
      let length = Int.random(in: 0...15, using: &random)
      let most = [3, 12, 60, 400].randomElement(using: &random) ?? 3
      let counts = (0..<length).map { _ in Int.random(in: 0...most, using: &random) }
      let rounded = ControlledRounding.round(counts, base: base, &random)
      let isKept = zip(counts, rounded).allSatisfy { count, result in
        result % base == 0 && abs(result - count) < base && (count % base != 0 || result == count)
      }
      let isWithin = abs(rounded.reduce(0, +) - counts.reduce(0, +)) < base
      if !isKept || !isWithin || rounded.count != length {
        Issue.record("\(counts) became \(rounded)")
        return
      }
    }
  }

  /// Every expected value is the true one: the mean of 40,000 roundings is within 0.05 of it.
  @Test(arguments: [
    [1], [4, 1], [3, 3, 3], [2, 7, 11, 14, 0, 5], [1, 1, 1, 1, 1, 1, 1], [12, 604, 9, 3, 21, 8],
  ])
  func isUnbiased(counts: [Int]) {
    var random = SeededRandom(seed: 11)
    var sums = counts.map { _ in 0 }
    let repetitions = 40_000
    for _ in 0..<repetitions {
      for (index, value) in ControlledRounding.round(counts, base: 5, &random).enumerated() {
        sums[index] += value
      }
    }
    for (count, sum) in zip(counts, sums) {
      #expect(abs(Double(sum) / Double(repetitions) - Double(count)) < 0.05, "\(counts): \(sum)")
    }
  }

  /// The same with the bits that releases draw, one folder's key after the other.
  @Test func theBitsOfAReleaseAreUnbiasedToo() {
    let counts = [3, 9]
    var sums = [0, 0]
    for number in 0..<40_000 {
      let key = (0..<32).map { UInt8(truncatingIfNeeded: number >> (($0 & 3) * 8)) }
      var bits = ReleaseBits(key: key, period: .quarter(year: 2026, number: 1), vector: "topics")
      let rounded = ControlledRounding.round(counts, base: 5, &bits)
      sums[0] += rounded[0]
      sums[1] += rounded[1]
    }
    for (count, sum) in zip(counts, sums) {
      #expect(abs(Double(sum) / 40_000 - Double(count)) < 0.05, "\(count): \(sum)")
    }
  }

  /// SHA-256 of key, period, vector, attempt and block, as `sha256sum` computes it.
  @Test func theBitsAreTheHashOfKeyPeriodAndVector() {
    let key = (0..<32).map { UInt8($0) }
    var bits = ReleaseBits(key: key, period: .quarter(year: 2026, number: 1), vector: "topics")
    let words = (0..<5).map { _ in bits.next() }
    #expect(words == Self.expected)
  }

  private static let expected: [UInt64] = [
    0x7cfc5bf9a9d0abb5, 0x4a06c1bce49bea62, 0x642e8463e574f414, 0x4a0379a2b59da84e, 0x3786224d99587002,
  ]

  @Test func everyVectorHasBitsOfItsOwn() {
    let key = [UInt8](repeating: 7, count: 32)
    let quarter = Period.quarter(year: 2026, number: 1)
    var seen: Set<UInt64> = []
    for period in [quarter, quarter.adding(1), .schoolYear(2026)] {
      for vector in ["topics", "outcomes", "topics/EUC", "topics/E"] {
        for attempt in 0...2 {
          var bits = ReleaseBits(key: key, period: period, vector: vector, attempt: attempt)
          seen.insert(bits.next())
        }
      }
    }
    #expect(seen.count == 36)
  }

  /// Whatever neighbours a vector could be rounded to, sum and all, it is sometimes rounded to: nothing
  /// more can be concluded from a result than the ranges say.
  @Test(arguments: [[1, 1], [2, 4, 3], [6, 3, 9, 1], [1, 2, 3, 4, 6]]) func everyNeighbourIsReached(
    counts: [Int]
  ) {
    var random = SeededRandom(seed: 5)
    var seen: Set<[Int]> = []
    for _ in 0..<6_000 { seen.insert(ControlledRounding.round(counts, base: 5, &random)) }
    #expect(seen == Set(Neighbours.all(of: counts, base: 5)))
  }
}

/// The roundings of a vector that its promises allow, found by trying all.
enum Neighbours {
  static func all(of counts: [Int], base: Int) -> [[Int]] {
    var found: [[Int]] = [[]]
    for count in counts {
      let low = count / base * base
      found = found.flatMap { start in (count == low ? [low] : [low, low + base]).map { start + [$0] } }
    }
    let total = counts.reduce(0, +)
    return found.filter { abs($0.reduce(0, +) - total) < base }
  }
}
