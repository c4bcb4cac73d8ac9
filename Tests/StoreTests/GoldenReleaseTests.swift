// A file of published figures, written by hand, that must be read for ever.

import Domain
import Foundation
import Testing

@testable import Store

@Suite("The golden release") struct GoldenReleaseTests {
  private static func bytes() throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent("Golden/releases/2025-26.json")))
  }

  @Test func hasNotChanged() throws {
    let sum = Hexadecimal.text(SHA256.digest(of: try Self.bytes()))
    #expect(sum == "f97f10f092b3bdede19a8e0ae39d36f49a0391ec78e408d4c581cd555fe1ff0a")
  }

  @Test func isReadAndWrittenAlike() throws {
    let bytes = try Self.bytes()
    let figures = try #require(ReleaseCoding.decode(bytes))
    #expect(ReleaseCoding.encode(figures) == bytes)
    #expect(figures.period == Period("2025/26") && figures.visits == 152 && figures.released == nil)
    #expect(figures.sumOf.map(\.description) == ["2026-Q2"])
    #expect(figures.joined.map(\.description) == ["2025-Q4", "2026-Q1"])
    // Two tables added up: 45 may be anything from 37 to 53, and nothing may be up to 8.
    #expect(figures.all.cell("bolig", of: .topics)?.count.range == 37...53)
    #expect(figures.all.cell("kan-ikke", of: .chain)?.count.text == "0–8")
    #expect(figures.schools["EUC"]?.cell("bolig", of: .topics)?.count.range == 41...49)
    #expect(figures.schools["EUC"]?.chain == [])
    #expect(figures.covers["euc-7f3a91c2d4e5b607"] == [.chain: 41, .duty: 388, .visits: 167])
    #expect(
      figures.all.outcomes.map(\.code)
        == ["talt", "guidet", "kontakt", "fagsystem", "igen", "intet", "gik"])
  }

  @Test(arguments: [
    ("\"version\": 1", "\"version\": 2"), ("\"bolig\": 45", "\"bolig\": 44"),
    ("\"bolig\": 45", "\"bolig\": -5"),
    ("2025/26", "2025/27"), ("\"base\": 5", "\"base\": 0"), ("\"parts\": 2", "\"parts\": 0"),
    ("\"days\"", "\"dage\""),
  ])
  func saysNothingElse(old: String, new: String) throws {
    let text = String(decoding: try Self.bytes(), as: UTF8.self)
    #expect(ReleaseCoding.decode(Array(text.replacingOccurrences(of: old, with: new).utf8)) == nil)
  }
}
