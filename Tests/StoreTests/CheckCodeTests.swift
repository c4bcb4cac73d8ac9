// Every code that `tjek` has for the log, handovers and time: made once, and found by that name.

import Domain
import Foundation
import Store
import Testing

@Suite("The codes of the check") struct CheckCodeTests {
  private let march = day("2026-03-05")

  /// A sound folder with three visits of one writer, and how it is broken.
  private struct Broken {
    let folder: TestFolder
    let file: String
    let lines: [[UInt8]]
    var bytes: [UInt8] { Array(lines.joined()) }

    init() throws {
      folder = try DocumentTests.folder()
      let writer = try folder.writer()
      let today = day("2026-03-05")
      for _ in 0..<3 {
        let visit = Visit(
          id: folder.randomness.id(), day: today, school: "EUC", topic: "bolig", outcome: .doneHere)
        _ = try writer.append(.visit(visit), on: today)
      }
      file = try #require(try folder.logFiles().first)
      lines = try folder.bytes(file).split(separator: 0x0A).map { Array($0) + [0x0A] }
    }

    func write(_ bytes: [UInt8], to path: String, rights: mode_t = 0o640) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: folder.data + "/" + path))
      try #require(chmod(folder.data + "/" + path, rights) == 0)
    }

    /// The codes that are found, with the machine's own state or with a stranger's.
    func codes(asWriter: Bool = false, on date: String = "2026-03-05") throws -> Set<String> {
      let state = try StateFolder(path: folder.root + (asWriter ? "/state" : "/other"))
      let report = try Check.run(
        folder: folder.data, state: state.path, isDeep: true, now: moment(date, "12:00"))
      return Set(report.findings.map(\.code))
    }

    /// A line that verifies, whatever it says.
    func line(_ sequence: Int, after previous: RecordHash, kind: String, _ body: String) -> [UInt8] {
      LineCodec.encode(sequence: sequence, previous: previous, kind: kind, body: Array(body.utf8)).line
    }

    func hash(of line: [UInt8]) -> RecordHash {
      line.dropLast().withUnsafeBytes { (try? LineCodec.decode($0))?.hash } ?? .zero
    }

    /// The file of a handover, and the offer that is not in the log yet.
    func writeHandover(codeWord: String? = nil) throws -> (Handover.ID, HandoverStep) {
      let id: Handover.ID = folder.randomness.id()
      let offer = step(.offered, of: id)
      let entry = HandoverEntry(
        receiver: "CET", sender: "MAL", mode: codeWord == nil ? .walkedOver : .comesAlone,
        codeWord: codeWord, writer: "euc-0000000000000001")
      try HandoverFiles(folder: folder.data)
        .add(entry, offer: offer.id, to: id, on: offer.day, random: 5)
      return (id, offer)
    }

    func step(_ step: HandoverStep.Step, of handover: Handover.ID, after: RecordID = .zero) -> HandoverStep {
      HandoverStep(
        id: folder.randomness.id(), after: after, day: day("2026-03-05"), handover: handover, hop: 1,
        school: "EUC", step: step)
    }
  }

  private static let zero = #"{"day":"2026-03-05","id":"00112233445566778899aabbccddeeff","school":"EUC"}"#

  @Test func ofLines() throws {
    let broken = try Broken()
    let (folder, file, lines) = (broken.folder, broken.file, broken.lines)
    func found(_ bytes: [UInt8]) throws -> Set<String> {
      try folder.overwrite(file, with: bytes)
      return try broken.codes()
    }
    #expect(try found(broken.bytes) == [])
    var changed = broken.bytes
    changed[lines[0].count + lines[1].count + 60] ^= 1
    #expect(try found(changed) == ["bad-hash", "gap"])
    #expect(try found(lines[0] + Array("rubbish\n".utf8) + lines[1] + lines[2] + lines[3]) == ["bad-line"])
    #expect(try found(lines[0] + lines[1] + lines[3]) == ["gap"])
    #expect(try found(broken.bytes + lines[3].dropLast()) == ["torn-tail"])
    let last = broken.hash(of: lines[3])
    let long = broken.line(5, after: last, kind: "visit", String(repeating: "a", count: 70_000))
    #expect(try found(broken.bytes + long) == ["line-too-long"])
    #expect(try found(broken.bytes + broken.line(5, after: last, kind: "visit", "{}")) == ["bad-body"])
    #expect(
      try found(broken.bytes + broken.line(5, after: last, kind: "novelty", #"{"x":1}"#)) == ["unknown-kind"])
    #expect(
      try found(broken.bytes + broken.line(5, after: .zero, kind: "zero", Self.zero)) == ["broken-chain"])
    #expect(try found(broken.bytes + broken.line(4, after: .zero, kind: "zero", Self.zero)) == ["fork"])
    #expect(try found(broken.bytes + lines[3]) == ["duplicate"])
    #expect(try found(lines[1] + lines[2] + lines[3]) == ["gap", "wrong-head"])
    #expect(try found(broken.bytes) == [])
  }

  @Test func ofFilesOfTheLog() throws {
    let broken = try Broken()
    let (folder, file) = (broken.folder, broken.file)
    let place = (file as NSString).deletingLastPathComponent
    let copy = file.replacingOccurrences(of: "W10", with: "W10.sync-conflict-20260305-101200-ABCDEFG")
    try broken.write(broken.bytes, to: copy)
    #expect(try broken.codes() == ["conflict-copy"])
    try FileManager.default.removeItem(atPath: folder.data + "/" + copy)
    for (name, code) in [("notes.txt", "foreign-file"), (".visits-2026-W10.jsonl.1f.tmp", "leftover")] {
      try broken.write([], to: place + "/" + name)
      #expect(try broken.codes() == [code])
      try FileManager.default.removeItem(atPath: folder.data + "/" + place + "/" + name)
    }
    let link = folder.data + "/" + place + "/visits-2026-W11.jsonl"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.data + "/" + file)
    #expect(try broken.codes() == ["not-a-file"])
    try FileManager.default.removeItem(atPath: link)
    #expect(try broken.codes() == [])
  }

  /// Cut between two lines a file looks whole; the machine that wrote it knows better, at once.
  @Test func ofFilesThatThisMachineWrote() throws {
    let broken = try Broken()
    try broken.folder.overwrite(broken.file, with: Array(broken.lines.dropLast().joined()))
    #expect(try broken.codes() == [])
    #expect(try broken.codes(asWriter: true) == ["shortened"])
    try FileManager.default.removeItem(atPath: broken.folder.data + "/" + broken.file)
    #expect(try broken.codes(asWriter: true) == ["missing-file"])
    #expect(try broken.folder.read(asWriter: true).findings.missingRecords == 4)
  }

  @Test func ofHandovers() throws {
    let broken = try Broken()
    let files = HandoverFiles(folder: broken.folder.data)
    let (id, offer) = try broken.writeHandover()
    #expect(try broken.codes() == ["entry-without-offer"])
    let kept = try broken.folder.bytes("handovers/\(id).json")
    let writer = try broken.folder.writer()
    _ = try writer.append(.handover(offer), on: march)
    #expect(try broken.codes() == [])
    try files.remove(id)
    #expect(try broken.codes() == ["handover-without-entry"])
    _ = try writer.append(.handover(broken.step(.withdrawn, of: id, after: offer.id)), on: march)
    #expect(try broken.codes() == [])
    try broken.write(kept, to: "handovers/\(id).json", rights: 0o660)
    #expect(try broken.codes() == ["file-after-end"])
    try files.remove(id)
    try broken.write([0x7B], to: "handovers/.\(id).json.1f.tmp", rights: 0o660)
    #expect(try broken.codes() == ["leftover"])
  }

  /// A second version beside the original, and a text that should have been erased.
  @Test func ofWhatStandsBesideAHandover() throws {
    let broken = try Broken()
    let (id, offer) = try broken.writeHandover(codeWord: "hest kaffe")
    _ = try broken.folder.writer().append(.handover(offer), on: march)
    let kept = try broken.folder.bytes("handovers/\(id).json")
    for name in ["\(id).sync-conflict-20260305-101200-ABCDEFG.json", "\(id).json~", "Kopi af \(id).json"] {
      try broken.write(kept, to: "handovers/" + name, rights: 0o660)
      #expect(try broken.codes() == ["conflict-copy"], "\(name)")
      try FileManager.default.removeItem(atPath: broken.folder.data + "/handovers/" + name)
    }
    #expect(try broken.codes(on: "2026-04-02") == [])
    #expect(try broken.codes(on: "2026-04-03") == ["overdue-text"])
  }

  @Test func ofCopiesOfDocumentsAndReleases() throws {
    let broken = try Broken()
    for name in [
      "colleagues.sync-conflict-20260305-101200-ABCDEFG.json",
      "schools (LON's conflicted copy 2026-03-05).json",
      "releases/2025-Q4.sync-conflict-20260305-101200-ABCDEFG.json",
    ] {
      try broken.write(Array("{}".utf8), to: name)
      let codes = try broken.codes()
      #expect(codes.contains("conflict-copy") && !codes.contains("foreign-file"), "\(name): \(codes)")
      try FileManager.default.removeItem(atPath: broken.folder.data + "/" + name)
    }
    #expect(try broken.codes() == [])
  }

  @Test func ofReleases() throws {
    let broken = try Broken()
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/releases/2025-26.json")
    let bytes = [UInt8](try Data(contentsOf: golden))
    let writer = try broken.folder.writer()
    func record(_ file: String, sha256: String) throws {
      let release = ReleaseRecord(
        id: broken.folder.randomness.id(), at: UTCTime(seconds: 1_772_700_000), by: nil, file: file,
        period: "2025/26", sha256: sha256)
      _ = try writer.append(.release(release), on: march)
    }
    try broken.write(Array("{}".utf8), to: "releases/2025-26.json")
    #expect(try broken.codes() == ["broken-release"])
    try broken.write(bytes, to: "releases/2025-26.json")
    #expect(try broken.codes() == ["unrecorded-release"])
    // The hash of the file, as sha256sum tells it.
    try record("2025-26.json", sha256: "f97f10f092b3bdede19a8e0ae39d36f49a0391ec78e408d4c581cd555fe1ff0a")
    #expect(try broken.codes() == [])
    try broken.write(bytes + [0x0A], to: "releases/2025-26.json")
    #expect(try broken.codes() == ["changed-release"])
    try FileManager.default.removeItem(atPath: broken.folder.data + "/releases/2025-26.json")
    #expect(try broken.codes() == ["missing-release"])
    try broken.write(bytes, to: "releases/2025-26.json")
    try record("2025-26.json", sha256: String(repeating: "0", count: 64))
    #expect(try broken.codes() == ["second-release"])
  }

  @Test func ofDocumentsAndIDs() throws {
    let broken = try Broken()
    let kept = try broken.folder.bytes("offers.json")
    try FileManager.default.removeItem(atPath: broken.folder.data + "/offers.json")
    #expect(try broken.codes() == ["missing-document"])
    try broken.write(Array(#"{"version": 9, "offers": []}"#.utf8), to: "offers.json")
    #expect(try broken.codes() == ["newer-version"])
    try broken.write(kept, to: "offers.json")
    #expect(try broken.codes() == [])
    let id: RecordID = broken.folder.randomness.id()
    for (state, topic) in [("state", "bolig"), ("there", "trivsel")] {
      let visit = Visit(id: id, day: march, school: "EUC", topic: Topic.ID(topic), outcome: .doneHere)
      _ = try broken.folder.writer(state: state).append(.visit(visit), on: march)
    }
    #expect(try broken.codes() == ["conflicting-bodies"])
  }

  @Test func ofRights() throws {
    let broken = try Broken()
    let place = (broken.file as NSString).deletingLastPathComponent
    let cases: [(String, mode_t, mode_t, String)] = [
      ("", 0o2750, 0o2700, "tight-rights"), ("", 0o2750, 0o750, "tight-rights"),
      ("schools.json", 0o640, 0o600, "tight-rights"), (broken.file, 0o640, 0o600, "tight-rights"),
      (place, 0o2750, 0o2700, "tight-rights"), ("handovers", 0o2770, 0o2750, "tight-rights"),
      ("log", 0o3770, 0o2770, "tight-rights"), ("schools.json", 0o640, 0o660, "loose-rights"),
      ("releases", 0o2750, 0o2770, "loose-rights"), (broken.file, 0o640, 0o644, "open-to-all"),
    ]
    for (path, right, wrong, code) in cases {
      let full = broken.folder.data + (path.isEmpty ? "" : "/" + path)
      try #require(chmod(full, wrong) == 0)
      #expect(try broken.codes() == [code], "\(path) \(String(wrong, radix: 8))")
      try #require(chmod(full, right) == 0)
    }
    #expect(try broken.codes() == [])
  }

  /// Of a file larger than any week can be, nothing is read into the memory.
  @Test func ofAFileThatIsTooLarge() throws {
    let broken = try Broken()
    #expect(truncate(broken.folder.data + "/" + broken.file, 3 << 30) == 0)
    #expect(try broken.codes() == ["unreadable"])
    #expect(try broken.folder.read().findings.missingRecords == 1)
  }

  /// Names that are no UTF-8 are told of like others, and end nothing.
  @Test func ofNamesInAnotherEncoding() throws {
    let broken = try Broken()
    for place in ["", "handovers/", "releases/", (broken.file as NSString).deletingLastPathComponent + "/"] {
      let name = Array((broken.folder.data + "/" + place + "bad").utf8) + [0xF8] + Array(".json".utf8)
      let bytes = (name + [0]).map { CChar(bitPattern: $0) }
      let descriptor = open(bytes, O_CREAT | O_WRONLY, 0o640)
      #expect(descriptor >= 0 && fchmod(descriptor, 0o640) == 0 && close(descriptor) == 0)
      #expect(try !broken.codes().isEmpty, "\(place)")
      #expect(unlink(bytes) == 0)
      #expect(try broken.codes() == [])
    }
  }

  /// Four weeks after its week is final a file is due; two weeks later that is a finding.
  @Test func ofTime() throws {
    let broken = try Broken()
    #expect(try broken.codes(on: "2026-04-08") == [])
    #expect(try broken.codes(on: "2026-04-21") == [])
    #expect(try broken.codes(on: "2026-04-22") == ["overdue-forgetting"])
  }

  /// Records that stand only in a conflict copy count, unless their file has been forgotten.
  @Test func aCopyOfAForgottenFileAddsNothing() throws {
    let broken = try Broken()
    let documents = DocumentStore(folder: broken.folder.data, cache: nil).load().documents
    let forgetter = try Forgetter(
      folder: broken.folder.data, documents: documents, now: moment("2026-06-04", "12:00"))
    _ = try forgetter.carryOut(with: try broken.folder.writer())
    let copy = broken.file.replacingOccurrences(of: "W10", with: "W10.sync-conflict-20260305-101200-ABCDEFG")
    try broken.write(broken.bytes, to: copy)
    let reader = try broken.folder.read()
    let week = ISOWeek(containing: march)
    #expect(reader.ledger.visitIDs.isEmpty && reader.ledger.forgotten(week, at: "EUC").visits == 3)
    #expect(try broken.codes().contains("conflict-copy"))
  }
}
