// Records of ended weeks in lines: written once by hand and read for ever, kept by what forgetting leaves, and
// unknown to a program that came before them.

import Domain
import Foundation
import Testing

@testable import Store

@Suite("Records of ended weeks") struct WeekRecordTests {
  static let writer = "euc-7f3a91c2d4e5b607"
  static let first = WeekRecord(
    id: RecordID(high: 0, low: 1), at: UTCTime("2026-03-11T11:00:00Z"), by: nil,
    covers: WeekCoverage([
      writer: [.visits: .init(last: 12, missing: [3...4, 9...9]), .duty: .init(last: 7)],
      "vuc-00000000000000ff": [.visits: .init(last: 2)],
    ]),
    missing: 3,
    rows: [
      WeekRow(
        school: "EUC", opening: 5, staffed: 4, counted: 3, extra: 1, visits: 9, sparring: 2, minutes: 960),
      WeekRow(school: "FGU", closed: .schoolBreak, isSmall: true),
    ], week: ISOWeek(containing: day("2026-03-05")))

  static var revised: WeekRecord {
    var record = first
    (record.id, record.after, record.by) = (RecordID(high: 0, low: 2), first.id, "LON")
    record.rows[0].visits = 12
    record.covers.writers["vuc-00000000000000ff"] = [.visits: .init(last: 5)]
    return record
  }

  private static func text(_ event: Event) throws -> String {
    String(decoding: try EventCoding.encode(event).body, as: UTF8.self)
  }

  /// Keys after, at, by, covers, id, missing, rows, week, as they are described; numbers and ids only.
  @Test func theBodyIsWrittenLikeThis() throws {
    let encoded = try EventCoding.encode(.week(Self.first))
    #expect(encoded.kind == "week" && encoded.version == 2)
    let zero = String(repeating: "0", count: 31)
    #expect(
      String(decoding: encoded.body, as: UTF8.self)
        == #"{"after":"\#(zero)0","at":"2026-03-11T11:00:00Z","by":null,"covers":{"#
        + #""euc-7f3a91c2d4e5b607":{"duty":{"missing":[],"s":7},"visits":{"missing":[[3,4],[9,9]],"s":12}},"#
        + #""vuc-00000000000000ff":{"visits":{"missing":[],"s":2}}},"id":"\#(zero)1","missing":3,"rows":["#
        + #"{"closed":null,"counted":3,"extra":1,"minutes":960,"opening":5,"school":"EUC","small":false,"#
        + #""sparring":2,"staffed":4,"visits":9},"#
        + #"{"closed":"break","counted":0,"extra":0,"minutes":0,"opening":0,"school":"FGU","small":true,"#
        + #""sparring":0,"staffed":0,"visits":0}],"week":"2026-W10"}"#)
  }

  @Test func bodiesAreReadAsTheyWereWritten() throws {
    let random = Randomness(seed: 3)
    func below(_ bound: Int) -> Int { random.below(bound) }
    for number in 0..<200 {
      var record = Self.revised
      record.id = random.id()
      record.by = below(2) == 0 ? nil : "LON"
      if number % 3 == 0 { (record.at, record.by) = (nil, nil) }
      if number % 6 == 0 { record.hash = RecordHash(high: random.next(), low: random.next()) }
      record.week = record.week.adding(weeks: below(900) - 450)
      record.missing = below(5)
      record.rows = (0..<below(8)).map { index in
        WeekRow(
          school: School.ID("S\(index)"), closed: below(2) == 0 ? nil : WeekRow.Closed.allCases[below(6)],
          opening: below(6), staffed: below(6), counted: below(6), extra: below(3), visits: below(90),
          sparring: below(9), minutes: below(3000), isSmall: below(2) == 0)
      }
      let body = try EventCoding.encode(.week(record)).body
      #expect(try BodyCodecTests.decode("week", body, .duty) == .event(.week(record)))
    }
  }

  @Test(arguments: [
    ("\"s\":12", "\"s\":-1"), ("[3,4]", "[4,3]"), ("[3,4]", "[3]"), ("\"break\"", "\"pause\""),
    ("\"missing\":3", "\"missing\":\"3\""), ("2026-W10", "2026-W54"), ("\"small\":true,", ""),
    ("\"by\":null,", ""),
  ])
  func nothingElseIsRead(old: String, new: String) throws {
    let text = try Self.text(.week(Self.first))
    let changed = text.replacingOccurrences(of: old, with: new)
    #expect(changed != text)
    let read = try? BodyCodecTests.decode("week", Array(changed.utf8), .duty)
    // A word that only a later program can have written is no fault, and no record either.
    #expect(read == nil || read == .unknown(kind: "week"), "\(new)")
  }

  // MARK: A file

  /// The head of a file, a record that ended a week, and one that revised it: written once, never changed.
  @Test func theGoldenFileIsReadAndWrittenAlike() throws {
    let bytes = try GoldenFileTests.bytes("weeks/duty-2026")
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 3)
    var found: [Event] = []
    for line in lines {
      try Array(line).withUnsafeBytes { raw in
        let record = try LineCodec.decode(raw)
        let kind = UnsafeRawBufferPointer(rebasing: raw[record.kind])
        let body = UnsafeRawBufferPointer(rebasing: raw[record.body])
        let encoded: EncodedBody
        switch try EventCoding.decode(kind: kind, body: body, stream: .duty) {
        case .event(let event):
          found.append(event)
          encoded = try EventCoding.encode(event)
        case .segment(let segment): encoded = try EventCoding.encode(segment)
        case .tally(let tally): encoded = try EventCoding.encode(tally)
        case .unknown: return
        }
        #expect(record.version == (encoded.kind == "week" ? 2 : 1) && encoded.version == record.version)
        let again = LineCodec.encode(sequence: record.sequence, previous: record.previous, encoded)
        #expect(again.line.dropLast().elementsEqual(line))
      }
    }
    #expect(found == [.week(Self.first), .week(Self.revised)])
    #expect(
      Hexadecimal.text(SHA256.digest(of: bytes))
        == "85e896c89fc08e1b50478395290489b9020c57db1f45f020a95fbf88d984c460")
  }

  /// What is kept of a forgotten year has the version of what is in it, the chain, and neither when nor by whom.
  @Test func aTallyThatKeepsWeeksHasTheirVersion() throws {
    func kept(_ record: WeekRecord) -> WeekRecord {
      var record = record
      (record.at, record.by, record.hash) = (nil, nil, RecordHash(high: 7, low: 9))
      return record
    }
    let events = [kept(Self.first), kept(Self.revised)].map(Event.week)
    let tally = Tally(hash: .zero, missing: 0, gone: [], content: .duty([], kept: events))
    let encoded = try EventCoding.encode(tally)
    #expect(encoded.version == 2 && encoded.kind == "tally")
    let text = String(decoding: encoded.body, as: UTF8.self)
    #expect(!text.contains("\"at\"") && !text.contains("\"by\"") && !text.contains("LON"))
    #expect(text.contains("\"h\":\"00000000000000070000000000000009\""))
    #expect(try BodyCodecTests.decode("tally", encoded.body, .duty) == .tally(tally))
    let none = Tally(hash: .zero, missing: 0, gone: [], content: .duty([], kept: []))
    #expect(try EventCoding.encode(none).version == 1)
  }

  /// A program that knows version 1 alone reads no line of a later one; so this one stops at version 3.
  @Test func aLineOfALaterVersionStopsWriting() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    _ = try writer.append([.week(Self.first)], on: day("2026-03-11"))
    let file = try #require(try folder.logFiles().first { $0.contains("/duty-") })
    let bytes = try folder.bytes(file)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\n{\"v\":2,\"s\":2,"))
    let last = try #require(bytes.split(separator: 0x0A).last)
    let line = try Array(last).withUnsafeBytes { try LineCodec.decode($0) }
    let later = EncodedBody(kind: "week", version: 3, body: try EventCoding.encode(.week(Self.revised)).body)
    try folder.overwrite(
      file,
      with: bytes + LineCodec.encode(sequence: line.sequence + 1, previous: line.hash, later).line)
    let reader = try folder.read()
    #expect(reader.findings.newerVersion == 3)
    #expect(reader.ledger.weeks.values.flatMap(\.changes.values).map(\.body) == [Self.first])
    #expect(throws: SaveFailure.self) {
      _ = try folder.writer().append([.week(Self.revised)], on: day("2026-03-11"))
    }
  }
}
