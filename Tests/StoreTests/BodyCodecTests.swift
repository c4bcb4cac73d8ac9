// Bodies are described once: the table of kinds, the quick reading of visits, and what a later program adds.

import Domain
import Foundation
import Store
import Testing

@Suite("Bodies of records") struct BodyCodecTests {
  static let id = "00112233445566778899aabbccddeeff"
  static let zero = String(repeating: "0", count: 32)

  static func decode(_ kind: String, _ body: [UInt8], _ stream: Domain.Stream) throws(BodyFault) -> RecordBody
  {
    try run(kind, body) { (kind, body) throws(BodyFault) in
      try EventCoding.decode(kind: kind, body: body, stream: stream)
    }
  }

  private static func run(
    _ kind: String, _ body: [UInt8],
    _ read: (String.UTF8View, UnsafeRawBufferPointer) throws(BodyFault) -> RecordBody
  ) throws(BodyFault) -> RecordBody {
    let result = body.withUnsafeBytes { raw -> Result<RecordBody, BodyFault> in
      do throws(BodyFault) { return .success(try read(kind.utf8, raw)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  // MARK: The table

  /// Written down by hand from the format's description.
  @Test func theTableSaysWhereEachKindStands() {
    let rows = LogKind.table.map { kind in
      "\(kind.name) \(kind.streams.map(\.rawValue).joined(separator: "+")) \(kind.version) \(kind.retention)"
    }
    #expect(
      Set(rows) == [
        "visit visits 1 sums", "sparring visits 1 sums", "zero visits 1 sums", "void visits 1 sums",
        "handover chain 1 sums", "door duty 1 sums", "cell duty 1 sums", "swap duty 1 sums",
        "pattern duty 1 whole", "release duty 1 whole",
        "week duty 2 whole", "segment visits+chain+duty 1 whole",
        "tally visits+chain+duty 1 whole",
      ])
    #expect(rows.count == Set(rows).count)
  }

  /// An event goes to the stream that the table names for it, and is read from there alone.
  @Test func eventsStandInTheirOwnStream() throws {
    let folder = try TestFolder(seed: 5)
    try RandomLog(folder: folder, seed: 5).write(visits: 3)
    var found: Set<String> = []
    for file in try folder.logFiles() {
      let stream = try #require(SegmentName((file as NSString).lastPathComponent)).stream
      for line in try folder.bytes(file).split(separator: 0x0A) {
        try Array(line).withUnsafeBytes { raw in
          let record = try LineCodec.decode(raw)
          let kind = UnsafeRawBufferPointer(rebasing: raw[record.kind])
          let body = UnsafeRawBufferPointer(rebasing: raw[record.body])
          let name = String(decoding: kind, as: UTF8.self)
          guard case .event(let event) = try EventCoding.decode(kind: kind, body: body, stream: stream) else {
            return
          }
          let row = try #require(LogKind.table.first { $0.name == name })
          #expect(row.streams == [stream] && event.stream == stream)
          let encoded = try EventCoding.encode(event)
          #expect(encoded.kind == name && encoded.version == row.version)
          #expect(encoded.body.elementsEqual(body))
          found.insert(name)
          for other in Stream.allCases where other != stream {
            #expect(
              try EventCoding.decode(kind: kind, body: body, stream: other) == .unknown(kind: name))
          }
        }
      }
    }
    #expect(found == ["visit", "sparring", "zero", "void", "handover", "door", "pattern", "cell", "swap"])
  }

  // MARK: The quick reading of visits

  private static func visit(_ random: Randomness) -> [UInt8] {
    let days = ["2026-03-05", "2024-02-29", "0001-01-01", "9999-12-31", "2026-02-29", "2026-3-5"]
    let outcomes = ["talt", "guidet", "kontakt", "fagsystem", "igen", "intet", "gik", "nyt-udfald", ""]
    func one(of texts: [String]) -> String { texts[random.below(texts.count)] }
    let day = random.below(4) > 0 ? days[random.below(3)] : one(of: days)
    let late = one(of: ["", "", "", #""late":true,"#, #""late":false,"#, #""ekstra":1,"#])
    let outcome = random.below(4) > 0 ? outcomes[random.below(7)] : one(of: outcomes)
    let text =
      #"{"day":"\#(day)","id":"\#(random.id() as RecordID)",\#(late)"outcome":"\#(outcome)","#
      + #""school":"\#(one(of: ["EUC", "SOSU", "x", ""]))","topic":"\#(one(of: ["bolig", "a b", "andet"]))"}"#
    return Array(text.utf8)
  }

  private static func damaged(_ body: [UInt8], _ random: Randomness) -> [UInt8] {
    var body = body
    let place = random.below(body.count)
    switch random.below(6) {
    case 0: body.removeLast(body.count - place)
    case 1: body.remove(at: place)
    case 2: body.insert(Array(#"",:{}[]0 tn\"#.utf8)[random.below(12)], at: place)
    case 3: body[place] = UInt8(truncatingIfNeeded: random.next())
    case 4: body[place] = ByteDamage.allCases[random.below(5)].apply(to: body[place])
    default: body += body.prefix(place)
    }
    return body
  }

  /// What is read by hand is what the description reads; where that is a fault, so is the other.
  @Test func visitsAreReadQuicklyAsDescribed() throws {
    let random = Randomness(seed: 20_260_305)
    var (same, faults, newer) = (0, 0, 0)
    for _ in 0..<60_000 {
      var body = Self.visit(random)
      for _ in 0..<random.below(3) where !body.isEmpty { body = Self.damaged(body, random) }
      let text = String(decoding: body, as: UTF8.self)
      let described = try? Self.run("visit", body) { (kind, body) throws(BodyFault) in
        try EventCoding.describe(kind: kind, body: body, stream: .visits)
      }
      let read = try? Self.decode("visit", body, .visits)
      switch (described, read) {
      case (let described?, let read?):
        #expect(described == read, "\(text)")
        same += 1
      case (nil, nil): faults += 1
      case (nil, .unknown(kind: "visit")?): newer += 1
      case (nil, _?), (_?, nil): Issue.record("\(text): \(String(describing: (described, read)))")
      }
    }
    #expect(same > 5_000 && faults > 5_000 && newer > 300, "\(same) \(faults) \(newer)")
  }

  // MARK: What a later program adds

  private static func cell(cause: String = "plan", more: String = "", spans: String = "[]") -> String {
    #"{"after":"\#(zero)","asked":null,"at":"2026-03-05T09:12:00Z","by":null,"cause":"\#(cause)","#
      + #""day":"2026-03-05","id":"\#(id)","school":"EUC","spans":\#(spans)\#(more)}"#
  }

  private static func step(_ name: String, _ reason: String = "", days: String = "") -> String {
    #"{"after":"\#(zero)","day":"2026-03-05"\#(days),"handover":"\#(id)","hop":1,"id":"\#(id)"\#(reason),"#
      + #""school":"EUC","step":"\#(name)"}"#
  }

  private static func visit(_ outcome: String, first: String = "", late: String = "") -> String {
    #"{\#(first)"day":"2026-03-05","id":"\#(id)"\#(late),"outcome":"\#(outcome)","school":"EUC","#
      + #""topic":"bolig"}"#
  }

  private static func swap(_ step: String) -> String {
    #"{"after":"\#(zero)","at":"2026-03-05T09:12:00Z","by":"MAL","cells":[],"id":"\#(id)","offer":"\#(id)","#
      + #""step":"\#(step)"}"#
  }

  private static func tally(outcome: String) -> String {
    #"{"gone":[],"h":"\#(id)","missing":0,"weeks":[{"counted":[1],"outcomes":{"\#(outcome)":1},"#
      + #""recorded":[1],"school":"EUC","sparring":0,"topics":{"bolig":1},"visits":1,"week":"2026-W10"}]}"#
  }

  private static func kept(_ kind: String, _ body: String) -> String {
    #"{"gone":[],"h":"\#(id)","kept":[{"b":\#(body),"k":"\#(kind)"}],"missing":0,"weeks":[]}"#
  }

  private static let span =
    #"[{"buddy":null,"colleague":"MAL","from":"09:30","ny":{"a":[1,null,"x"],"b":true},"to":"13:30"}]"#

  /// Each is known as long as the word or the key is, so the rest of it is right.
  @Test func bodiesOfALaterProgramAreUnknown() throws {
    let known: [(Domain.Stream, String, String)] = [
      (.visits, "visit", Self.visit("talt")), (.chain, "handover", Self.step("offered")),
      (.chain, "handover", Self.step("closed", #","reason":"igang""#)), (.duty, "cell", Self.cell()),
      (.duty, "swap", Self.swap("offered")), (.visits, "tally", Self.tally(outcome: "talt")),
    ]
    for (stream, kind, body) in known {
      if case .unknown = try Self.decode(kind, Array(body.utf8), stream) { Issue.record("\(body)") }
    }
    let later: [(Domain.Stream, String, String)] = [
      (.visits, "visit", Self.visit("nyt-udfald")), (.visits, "visit", Self.visit("talt", first: #""a":1,"#)),
      (.visits, "visit", Self.visit("nyt-udfald", late: #","late":true,"med":["x"]"#)),
      (.chain, "handover", Self.step("closed", #","reason":"ny-grund""#)),
      (.chain, "handover", Self.step("parked")),
      (.chain, "handover", Self.step("parked", days: #","days":3"#)),
      (.duty, "cell", Self.cell(cause: "moved")), (.duty, "cell", Self.cell(more: #","zone":"x""#)),
      (.duty, "cell", Self.cell(spans: Self.span)), (.duty, "swap", Self.swap("lapsed")),
      (.visits, "tally", Self.tally(outcome: "nyt-udfald")),
      (.duty, "tally", Self.kept("weather", "{}")),
    ]
    for (stream, kind, body) in later {
      #expect(try Self.decode(kind, Array(body.utf8), stream) == .unknown(kind: kind), "\(body)")
    }
  }

  @Test func malformedBodiesAreFaults() {
    let visit = Self.visit("nyt-udfald")
    let cases: [(Domain.Stream, String, String)] = [
      (.visits, "visit", "{}"), (.visits, "visit", #"{"new":1}"#), (.visits, "visit", ""),
      (.visits, "visit", visit + "}"), (.visits, "visit", String(visit.dropLast())),
      (.visits, "visit", visit.replacingOccurrences(of: ",", with: ", ")),
      (.visits, "visit", Self.visit("nyt udfald")), (.visits, "visit", Self.visit("")),
      (.visits, "visit", Self.visit("nyt-udfald", late: #","late":false"#)),
      // Keys out of order, twice, or with a value of no known form.
      (.visits, "visit", Self.visit("talt", first: #""z":1,"#)),
      (.visits, "visit", Self.visit("talt", first: #""a":1,"a":2,"#)),
      (.visits, "visit", Self.visit("talt", first: #""a":1.5,"#)),
      (.visits, "visit", Self.visit("talt", first: #""a":{"c":1,"b":1},"#)),
      (.visits, "visit", Self.visit("talt", first: #""a":"# + String(repeating: "[", count: 40) + ",")),
      // A value that is wrong besides.
      (.visits, "visit", visit.replacingOccurrences(of: "2026-03-05", with: "2026-03-32")),
      (.visits, "visit", visit.replacingOccurrences(of: #""EUC""#, with: #""""#)),
      (.chain, "handover", Self.step("offered", days: #","days":3"#)),
      (.chain, "handover", Self.step("closed")),
      (.duty, "cell", Self.cell(cause: "moved", spans: "{}")),
      // A door is not kept by forgetting.
      (
        .duty, "tally",
        Self.kept(
          "door",
          #"{"at":"2026-03-05T09:12:00Z","by":null,"day":"2026-03-05","id":"\#(Self.id)","open":true,"#
            + #""school":"EUC"}"#)
      ),
    ]
    for (stream, kind, body) in cases {
      #expect(throws: BodyFault.self, "\(body)") { try Self.decode(kind, Array(body.utf8), stream) }
    }
  }

  // MARK: In a folder

  private func add(_ lines: [(kind: String, body: String)], to file: String, in folder: TestFolder) throws {
    var bytes = try folder.bytes(file)
    for (kind, body) in lines {
      let last = try #require(bytes.split(separator: 0x0A).last)
      let record = try Array(last).withUnsafeBytes { try LineCodec.decode($0) }
      bytes +=
        LineCodec.encode(
          sequence: record.sequence + 1, previous: record.hash, kind: kind, body: Array(body.utf8)
        ).line
    }
    try folder.overwrite(file, with: bytes)
  }

  /// It is named and nothing is missing; one that is malformed is damage and a loss.
  @Test func aVisitOfALaterProgramIsNoLoss() throws {
    let folder = try TestFolder()
    let march = day("2026-03-05")
    _ = try folder.writer().append(folder.visit(day: march), on: march)
    let file = try #require(try folder.logFiles().first)
    #expect(try folder.read().findings.newerRecords == 0)
    try add([("visit", Self.visit("nyt-udfald")), ("visit", Self.visit("talt"))], to: file, in: folder)
    let later = try folder.read()
    #expect(later.findings.findings == [.unknownKind(file: file, kind: "visit", count: 1)])
    #expect(later.findings.missingRecords == 0 && later.findings.newerRecords == 1)
    #expect(later.ledger.visitIDs.count == 2)
    try add([("visit", Self.visit("nyt udfald"))], to: file, in: folder)
    let bad = try folder.read().findings
    #expect(bad.missingRecords == 1 && bad.newerRecords == 1)
    #expect(bad.findings.contains { if case .badBody = $0 { true } else { false } })
  }

  /// The sums that a later program left stand for all its records: the next file goes on from there.
  @Test func aTallyOfALaterProgramLeavesNoGap() throws {
    let folder = try TestFolder()
    let (march, june) = (day("2026-03-05"), day("2026-06-04"))
    for date in [march, march, march, march.adding(days: 7), june] {
      _ = try folder.writer().append(folder.visit(day: date), on: date)
    }
    let forgetter = try Forgetter(
      folder: folder.data, documents: RandomLog.documents, now: moment("2026-04-10", "12:00"))
    let done = try forgetter.carryOut(with: try folder.writer()).done
    let file = try #require(done.first)
    #expect(done.count == 1)
    let lines = try folder.bytes(file).split(separator: 0x0A).map { Array($0) }
    let (record, text) = try lines[1].withUnsafeBytes { raw in
      let record = try LineCodec.decode(raw)
      return (record, String(decoding: raw[record.body], as: UTF8.self))
    }
    let body = text.replacingOccurrences(of: #","visits":3"#, with: #","ventede":0,"visits":3"#)
    #expect(body != text)
    let line = LineCodec.encode(
      sequence: record.sequence, previous: record.previous, kind: "tally", body: Array(body.utf8)
    ).line
    try folder.overwrite(file, with: lines[0] + [0x0A] + line)
    let findings = try folder.read().findings
    #expect(findings.findings == [.unknownKind(file: file, kind: "tally", count: 1)])
    #expect(findings.missingRecords == 0 && findings.newerRecords == 1)
  }

  /// A start with a base knows of records that stand in settled files and could not be understood.
  @Test func aBaseRemembersThem() throws {
    let folder = try TestFolder()
    func offer(_ date: CivilDate) throws {
      let step = HandoverStep(
        id: folder.randomness.id(), after: .zero, day: date, handover: folder.randomness.id(), hop: 1,
        school: "EUC", step: .offered)
      _ = try folder.writer().append(.handover(step), on: date)
    }
    try offer(day("2026-03-05"))
    let file = try #require(try folder.logFiles().first)
    try add([("handover", Self.step("parked"))], to: file, in: folder)
    try offer(day("2026-03-12"))
    let week = ISOWeek(containing: day("2026-03-12"))
    func read(_ base: LogBase?) throws -> LogReader {
      var reader = LogReader(folder: folder.data, scope: LogScope(visitWeeks: week...week), base: base)
      _ = try reader.refresh()
      return reader
    }
    let whole = try read(nil)
    #expect(whole.findings.newerRecords == 1)
    let base = try #require(whole.makeBase(keeping: []))
    base.store(cache: folder.root + "/cache")
    let loaded = try #require(LogBase.load(cache: folder.root + "/cache"))
    let quick = try read(loaded)
    #expect(quick.findings.newerRecords == 1 && quick.findings.missingRecords == 0)
  }
}
