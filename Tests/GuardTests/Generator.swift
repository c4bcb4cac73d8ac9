// A seeded generator, and how much of a generated table one run looks at.
import Foundation

/// SplitMix64: the same seed gives the same numbers on every machine.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of `items`; they are never empty.
  mutating func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: 0..<items.count, using: &self)] }

  /// A number within `range` in at least two digits.
  mutating func two(_ range: ClosedRange<Int>) -> String { twoDigits(Int.random(in: range, using: &self)) }
}

/// Whether every generated text is looked at, instead of a sample that leaves room for other tests.
let isExhaustive = ProcessInfo.processInfo.environment["ELEVTJENESTEN_EXHAUSTIVE"] == "1"

/// `all` when everything is to be looked at, else a part of it.
func sampled(_ all: Int, everyRun: Int) -> Int { isExhaustive ? all : everyRun }

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
