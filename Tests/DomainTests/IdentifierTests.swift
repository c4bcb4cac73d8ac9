// Ids of 128 bits in and out, and the age groups of the directory.

import Domain
import Testing

@Suite struct IdentifierTests {
  @Test func hexadecimalThereAndBack() throws {
    let text = "00112233445566778899aabbccddeeff"
    let id = try #require(RecordID(text))
    #expect(id == RecordID(high: 0x0011_2233_4455_6677, low: 0x8899_aabb_ccdd_eeff))
    #expect(id.description == text)
    #expect(RecordID.zero.description == String(repeating: "0", count: 32))
    #expect(RecordID(high: .max, low: .max).description == String(repeating: "f", count: 32))
  }

  @Test(arguments: [
    "", "00112233445566778899AABBCCDDEEFF", "00112233445566778899aabbccddeef",
    "00112233445566778899aabbccddeeff0", "0x112233445566778899aabbccddeeff",
    "00112233445566778899aabbccddeegg",
  ])
  func refuses(text: String) {
    #expect(RecordID(text) == nil)
  }

  @Test func orderIsThatOfTheText() {
    let ids = [RecordID(high: 0, low: .max), RecordID(high: 1, low: 0), RecordID(high: .max, low: 3)]
    #expect(ids.sorted() == ids)
    #expect(ids.map(\.description).sorted() == ids.map(\.description))
  }

  @Test func agesReachTheirGroups() {
    #expect(AgeRange(from: 13, to: 17).reaches(.under18))
    #expect(!AgeRange(from: 13, to: 17).reaches(.from18))
    #expect(!AgeRange(from: 18, to: 29).reaches(.under18))
    #expect(AgeRange(from: 13, to: 18).reaches(.from18))
    #expect(AgeRange(from: nil, to: nil).reaches(.under18))
    #expect(AgeRange(from: nil, to: nil).reaches(.from18))
  }

  /// Events go to the stream that keeps times and people away from visits.
  @Test func streams() {
    #expect(visit(1, "EUC", on: "2026-03-05").stream == .visits)
    #expect(Event.sparring(tick(1, "EUC", on: "2026-03-05")).stream == .visits)
    #expect(door(1, "EUC", on: "2026-03-05", isOpen: true).stream == .duty)
    #expect(cell(1, at: "EUC", on: "2026-03-05", []).stream == .duty)
  }

  /// A visit has these six facts. Whoever adds one has to read why there are no more.
  @Test func aVisitTellsNothingElse() {
    let visit = Visit(id: id(1), day: day("2026-03-05"), school: "EUC", topic: "bolig", outcome: .doneHere)
    let fields = Mirror(reflecting: visit).children.compactMap(\.label).sorted()
    #expect(fields == ["day", "id", "isLate", "outcome", "school", "topic"])
  }
}
