// Files of every kind, written once by hand and by no code of ours, that must be read for ever.

import Domain
import Foundation
import Store
import Testing

@Suite("The golden files") struct GoldenFileTests {
  static let names = [
    "visits-2026-W10", "chain-2026-W10", "duty-2026", "visits-2025-W40", "chain-2025-W40", "duty-2024",
  ]

  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent("Golden/\(name).jsonl")))
  }

  /// The files have never changed: the sums are those of `sha256sum`.
  @Test(arguments: [
    ("visits-2026-W10", "316fb85674dce25fbf9869d0e3d0ae1497a3730ce17c466451076e9b954ae856"),
    ("chain-2026-W10", "cf47a51d25789ebd54795a431233f1f0dabd967f7d9c2d3fd60b831e65c4eaf3"),
    ("duty-2026", "529cee3f512f8c068dd4d84b321d5130132c4cee614fe4680e2685d62929c952"),
    ("visits-2025-W40", "5d43f3919d16147520b41d7eeda46cfb26710b0e9ced95eed8e42594f7dc29f0"),
    ("chain-2025-W40", "6e7c5e283ed317753048e63e9d4ff4817f8ce946fa75ea54092c612b369a5d39"),
    ("duty-2024", "b1f64dafe61abd1a56ae7dc1f8172839ab60033f1329061bb8e4d9a524a4e2a2"),
  ])
  func haveNotChanged(name: String, sum: String) throws {
    #expect(Hexadecimal.text(SHA256.digest(of: try Self.bytes(name))) == sum)
  }

  /// Every record is read, and what it says is written as the very same line again.
  @Test(arguments: names) func areReadAndWrittenAlike(name: String) throws {
    let stream = try #require(SegmentName(name + ".jsonl")).stream
    let lines = try Self.bytes(name).split(separator: UInt8(ascii: "\n"))
    #expect(lines.count >= 2)
    for line in lines {
      try Array(line).withUnsafeBytes { raw in
        let record = try LineCodec.decode(raw)
        let kind = UnsafeRawBufferPointer(rebasing: raw[record.kind])
        let body = UnsafeRawBufferPointer(rebasing: raw[record.body])
        let encoded: EncodedBody
        switch try EventCoding.decode(kind: kind, body: body, stream: stream) {
        case .event(let event): encoded = try EventCoding.encode(event)
        case .segment(let segment): encoded = try EventCoding.encode(segment)
        case .tally(let tally): encoded = try EventCoding.encode(tally)
        case .unknown(let kind):
          #expect(kind == "weather")
          return
        }
        #expect(record.version == 1 && encoded.version == 1)
        let again = LineCodec.encode(sequence: record.sequence, previous: record.previous, encoded)
        #expect(again.line.dropLast().elementsEqual(line))
      }
    }
  }

  /// What stands in them, kind by kind, as far as it can be said in a few words.
  @Test func sayWhatTheyShould() throws {
    let folder = try TestFolder()
    let place = folder.data + "/log/euc-7f3a91c2d4e5b607"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    for name in ["visits-2026-W10", "chain-2026-W10", "duty-2026"] {
      try Data(try Self.bytes(name)).write(to: URL(fileURLWithPath: place + "/\(name).jsonl"))
    }
    let reader = try folder.read()
    let thursday = reader.ledger.book(of: day("2026-03-05"))
    #expect(thursday.visits.count == 1)
    #expect(thursday.visits(at: "EUC") == 0)
    #expect(thursday.sparrings(at: "EUC") == 1)
    #expect(reader.ledger.book(of: day("2026-03-04")).standingVisits.map(\.isLate) == [true])
    #expect(reader.ledger.book(of: day("2026-03-06")).isCounted(at: "EUC"))
    let handover = reader.ledger.handover(Handover.ID(high: 0, low: 100), entries: [:])
    #expect(handover?.state == .closed(.underway))
    #expect(reader.ledger.door(at: "EUC", on: day("2026-03-05"))?.isOpen == false)
    #expect(reader.ledger.releases.count == 1)
    #expect(
      reader.findings.findings == [
        .missingFile(
          file: "log/euc-00000000000000ff/chain-2026-W09.jsonl",
          namedIn: "log/euc-7f3a91c2d4e5b607/chain-2026-W10.jsonl"),
        .unknownKind(file: "log/euc-7f3a91c2d4e5b607/visits-2026-W10.jsonl", kind: "weather", count: 1),
      ])
  }
}
