// Random numbers that are the same on every machine for the same seed.

import Domain

/// SplitMix64 (Steele, Lea, Flood 2014): small, and good enough to make up a school year.
struct DemoRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 up to, not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// True that often.
  mutating func chance(_ share: Double) -> Bool { unit() < share }

  /// 0 up to, not including, `limit`.
  mutating func below(_ limit: Int) -> Int { min(limit - 1, Int(unit() * Double(limit))) }

  /// One of them, by their weights.
  mutating func pick<Value>(_ weighted: [(Value, Int)]) -> Value? {
    var rest = below(max(1, weighted.map(\.1).reduce(0, +)))
    for (value, weight) in weighted {
      if rest < weight { return value }
      rest -= weight
    }
    return weighted.last?.0
  }

  /// One of them.
  mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[below(values.count)]
  }

  /// How many of something that comes `mean` times on average (Knuth's product of uniforms).
  mutating func poisson(_ mean: Double) -> Int {
    let limit = Self.exponential(-mean)
    var (count, product) = (0, unit())
    while product > limit {
      count += 1
      product *= unit()
    }
    return count
  }

  mutating func id<Tag>() -> Hex128<Tag> { Hex128(high: next(), low: next()) }

  /// e to the power of a small negative number, by its series at an eighth of it: the same digits
  /// on every machine, which the C library does not promise.
  private static func exponential(_ power: Double) -> Double {
    let eighth = power / 8
    var (term, sum) = (1.0, 1.0)
    for index in 1..<20 {
      term *= eighth / Double(index)
      sum += term
    }
    let squared = sum * sum
    let fourth = squared * squared
    return fourth * fourth
  }
}
