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
        folder: folder.data, state: state, isDeep: true, now: moment(date, "12:00"))
      return Set(report.findings.map(\.code))
    }

    /// A line that verifies, whatever it says.
    func line(_ sequence: Int, after previous: RecordHash, kind: String, _ body: String) -> [UInt8] {
      LineCodec.encode(sequence: sequence, previous: previous, kind: kind, body: Array(body.utf8)).line
    }

    func hash(of line: [UInt8]) -> RecordHash {
      line.dropLast().withUnsafeBytes { (try? LineCodec.decode($0))?.hash } ?? .zero
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
    let id: Handover.ID = broken.folder.randomness.id()
    let offer = broken.step(.offered, of: id)
    let entry = HandoverEntry(
      receiver: "CET", sender: "MAL", mode: .walkedOver, writer: "euc-0000000000000001")
    try files.add(entry, offer: offer.id, to: id, on: march, random: 5)
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
