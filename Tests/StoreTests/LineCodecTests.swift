// The outer form of a record: one line, checked byte by byte.

import Domain
import Foundation
import Store
import Testing

@Suite("A line") struct LineCodecTests {
  /// Computed once by hand with `sha256sum`, and never changed.
  static let golden =
    #"{"v":1,"s":1,"p":"00000000000000000000000000000000","k":"visit","b":{"day":"2026-03-05","#
    + #""id":"00112233445566778899aabbccddeeff","outcome":"talt","school":"EUC","topic":"bolig"},"#
    + #""h":"35fcf70973a33ad204b7706dad1cd7ce"}"#

  static let visit = Visit(
    id: RecordID(high: 0x0011_2233_4455_6677, low: 0x8899_aabb_ccdd_eeff), day: day("2026-03-05"),
    school: "EUC", topic: "bolig", outcome: .doneHere)

  static func fault(of line: [UInt8]) -> LineFault? {
    line.withUnsafeBytes { raw in
      do throws(LineFault) {
        _ = try LineCodec.decode(raw)
        return nil
      } catch {
        return error
      }
    }
  }

  @Test func isWrittenAsTheGoldenVector() throws {
    let (line, hash) = LineCodec.encode(
      sequence: 1, previous: .zero, try EventCoding.encode(.visit(Self.visit)))
    #expect(String(decoding: line, as: UTF8.self) == Self.golden + "\n")
    #expect(hash.description == "35fcf70973a33ad204b7706dad1cd7ce")
  }

  /// The same in the second version, its hash from `sha256sum` too.
  static let goldenTwo =
    golden.replacingOccurrences(of: #""v":1"#, with: #""v":2"#)
    .replacingOccurrences(of: "35fcf70973a33ad204b7706dad1cd7ce", with: "596cd17792841487a70243b59b41f036")

  @Test(arguments: [(golden, 1), (goldenTwo, 2)])
  func isReadFromTheGoldenVector(text: String, version: Int) throws {
    let line = Array(text.utf8)
    try line.withUnsafeBytes { raw in
      let record = try LineCodec.decode(raw)
      #expect(record.version == version)
      #expect(record.sequence == 1)
      let again = LineCodec.encode(
        version: version, sequence: 1, previous: .zero, kind: "visit", body: Array(line[record.body]))
      #expect(again.line == line + [0x0A])
      #expect(record.previous == .zero)
      let body = try EventCoding.decode(
        kind: UnsafeRawBufferPointer(rebasing: raw[record.kind]),
        body: UnsafeRawBufferPointer(rebasing: raw[record.body]), stream: .visits)
      #expect(body == .event(.visit(Self.visit)))
    }
  }

  @Test(arguments: ByteDamage.allCases)
  func noChangedByteGoesUnnoticed(damage: ByteDamage) {
    let line = Array(Self.golden.utf8)
    for offset in line.indices {
      var damaged = line
      damaged[offset] = damage.apply(to: line[offset])
      if damaged != line { #expect(Self.fault(of: damaged) != nil, "at \(offset)") }
    }
  }

  @Test func noCutLineIsARecord() {
    let line = Array(Self.golden.utf8)
    for count in line.indices { #expect(Self.fault(of: Array(line.prefix(count))) != nil) }
  }

  @Test func aLaterVersionIsToldFromDamage() {
    // A line with "v":3, hashed with the published rule.
    let body = Array(#"{"v":3,"s":1,"p":"00000000000000000000000000000000","k":"visit","b":{}"#.utf8)
    var hashed = Array("elevtjenesten-log-1".utf8)
    hashed += [UInt8](repeating: 0, count: 64 - hashed.count) + body
    let hash = SHA256.digest(of: hashed).prefix(16)
    let line = body + Array(#","h":""#.utf8) + Array(Hexadecimal.text(hash).utf8) + Array(#""}"#.utf8)
    #expect(Self.fault(of: line) == .unknownVersion(3))
    var damaged = line
    damaged[5] = UInt8(ascii: "4")
    #expect(Self.fault(of: damaged) == .badHash)
  }

  @Test func aLineMayNotBeTooLong() {
    let (line, _) = LineCodec.encode(
      sequence: 1, previous: .zero, kind: "visit", body: [UInt8](repeating: 0x30, count: 70_000))
    #expect(Self.fault(of: Array(line.dropLast())) == .tooLong)
  }

  /// Every byte in every place: sixteen are digits, the others are not.
  @Test func onlyLowerCaseHexadecimalDigitsAreDigits() {
    let digits = Array("0123456789abcdef".utf8)
    for place in 0..<32 {
      for byte in UInt8.min...UInt8.max {
        var text = [UInt8](repeating: UInt8(ascii: "0"), count: 32)
        text[place] = byte
        let read = text.withUnsafeBytes { RecordHash(digits: $0, at: 0) }
        let value = digits.firstIndex(of: byte).map { UInt64($0) << UInt64((31 - place) % 16 * 4) }
        let expected = value.map { RecordHash(high: place < 16 ? $0 : 0, low: place < 16 ? 0 : $0) }
        #expect(read == expected, "\(byte) at \(place)")
      }
    }
  }
}
