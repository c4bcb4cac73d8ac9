// The fuzzer's readers in every run: seeded changes of good inputs instead of a search.

import Foundation
import FuzzTargets
import TestKit
import Testing

@Suite("Foreign bytes") struct FuzzLoopTests {
  static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fuzz/Corpus")

  /// SplitMix64: the same inputs in every run.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  /// Pieces that break readers: control characters, half UTF-8, depth, numbers too great.
  private static let pieces: [[UInt8]] = [
    [0], [0x0A], [0x1B, 0x5B, 0x32, 0x4A], [0xFF, 0xFE], [0xC3], Array("99999999999999999999".utf8),
    Array("-1e999".utf8), Array(#"\ud800"#.utf8), Array("\"}".utf8), Array("{\"a\":".utf8),
    [UInt8](repeating: UInt8(ascii: "["), count: 2_000), [UInt8](repeating: 0x20, count: 5_000),
    Array("\u{202E}\u{200B}".utf8), Array("null".utf8),
  ]

  @Test(arguments: FuzzTarget.allCases) func isReadWithoutHarm(target: FuzzTarget) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = Self.corpus.appendingPathComponent(target.rawValue).path
    let seeds = try FileManager.default.contentsOfDirectory(atPath: place).sorted().map {
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: place + "/" + $0)))
    }
    try #require(!seeds.isEmpty)
    var random = Seeded(state: 10)
    let rounds = Thoroughness.isExhaustive ? 20_000 : 150
    for seed in seeds { target.read(seed, in: folder.path) }
    for _ in 0..<rounds {
      var bytes = seeds[Int.random(in: 0..<seeds.count, using: &random)]
      for _ in 0..<Int.random(in: 1...4, using: &random) { Self.change(&bytes, &random) }
      target.read(bytes, in: folder.path)
    }
    FaultTable.note("10 foreign bytes, seeded", cases: rounds, faults: rounds)
  }

  private static func change(_ bytes: inout [UInt8], _ random: inout Seeded) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...40, using: &random)))
    case 2: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
    case 3: bytes = Array(bytes[..<place] + bytes[(bytes.count - place)...])
    default: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    }
  }
}
