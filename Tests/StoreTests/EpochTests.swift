// When a writer goes on in its file, and when it begins anew because going on could be unsafe.

import Domain
import Foundation
import Store
import Testing

@Suite("An epoch") struct EpochTests {
  let today = day("2026-03-05")

  /// Writes three visits and returns the only file.
  private func begin(_ folder: TestFolder) throws -> String {
    let writer = try folder.writer()
    for _ in 0..<3 { _ = try writer.append(folder.visit(day: today), on: today) }
    return try #require(try folder.logFiles().first)
  }

  /// Appends with a new start; returns why it began a new epoch, if it did.
  private func goOn(_ folder: TestFolder, on day: CivilDate? = nil) throws -> EpochReason? {
    let writer = try folder.writer()
    _ = try writer.append(folder.visit(day: day ?? today), on: day ?? today)
    let notices = writer.takeNotices()
    #expect(notices.count <= 1)
    #expect(writer.takeNotices().isEmpty)
    return notices.first?.reason
  }

  @Test func recordsAfterTheMarkAreTakenIn() throws {
    let folder = try TestFolder()
    let file = try begin(folder)
    let state = try Data(contentsOf: URL(fileURLWithPath: folder.root + "/state/euc.writer"))
    #expect(try goOn(folder) == nil)
    try state.write(to: URL(fileURLWithPath: folder.root + "/state/euc.writer"))
    #expect(try goOn(folder) == nil)
    #expect(try folder.logFiles() == [file])
    let reader = try folder.read()
    #expect(reader.ledger.visitIDs.count == 5)
    #expect(reader.findings.findings.isEmpty)
  }

  @Test func aDamagedLastRecordEndsIt() throws {
    let folder = try TestFolder()
    let file = try begin(folder)
    var bytes = try folder.bytes(file)
    bytes[bytes.count - 60] ^= 1
    try folder.overwrite(file, with: bytes)
    #expect(try goOn(folder) == .damagedTail(file: String(file.dropFirst(4))))
    let reader = try folder.read()
    #expect(reader.ledger.visitIDs.count == 3)
    #expect(reader.findings.missingRecords == 1)
  }

  /// What is in a new file is told when something is: not beside the refusal of what is in none.
  @Test func isToldOnceSomethingIsSavedInIt() throws {
    let folder = try TestFolder()
    let file = try begin(folder)
    var bytes = try folder.bytes(file)
    bytes[bytes.count - 60] ^= 1
    try folder.overwrite(file, with: bytes)
    let writer = try folder.writer()
    let visit = folder.visit(day: today)
    let full = SaveFailure.noSpace(path: "handovers")
    #expect(throws: full) {
      try writer.append(visit, on: today) { (_) throws(SaveFailure) in throw full }
    }
    #expect(writer.takeNotices().isEmpty)
    _ = try writer.append(visit, on: today)
    #expect(writer.takeNotices().map(\.reason) == [.damagedTail(file: String(file.dropFirst(4)))])
    #expect(writer.takeNotices().isEmpty)
  }

  @Test func aShorterFileEndsIt() throws {
    let folder = try TestFolder()
    let file = try begin(folder)
    let bytes = try folder.bytes(file)
    let cut = try #require(bytes.dropLast().lastIndex(of: 0x0A)) + 1
    try folder.overwrite(file, with: Array(bytes.prefix(cut)))
    #expect(
      try goOn(folder)
        == .shorterThanMark(file: String(file.dropFirst(4)), size: cut, expected: bytes.count))
    let findings = try folder.read().findings
    #expect(findings.findings == [.shortened(file: file, size: cut, expected: bytes.count)])
    #expect(findings.missingRecords == 1)
  }

  @Test func anotherInodeEndsIt() throws {
    let folder = try TestFolder()
    let file = try begin(folder)
    let path = folder.data + "/" + file
    let bytes = try folder.bytes(file)
    try FileManager.default.moveItem(atPath: path, toPath: folder.root + "/away")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(try goOn(folder) == .replaced(file: String(file.dropFirst(4))))
    #expect(try folder.bytes(file) == bytes)
    #expect(try folder.read().findings.findings.isEmpty)
  }

  @Test func aFileReplacedUnderAnOpenDescriptorLosesNothing() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    var ids: Set<RecordID> = []
    for _ in 0..<3 { ids.insert(try writer.append(folder.visit(day: today), on: today).body.id) }
    let file = try #require(try folder.logFiles().first)
    let bytes = try folder.bytes(file)
    try FileManager.default.removeItem(atPath: folder.data + "/" + file)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.data + "/" + file))
    for _ in 0..<3 { ids.insert(try writer.append(folder.visit(day: today), on: today).body.id) }
    #expect(writer.takeNotices().map(\.reason) == [.replaced(file: String(file.dropFirst(4)))])
    #expect(Set(try folder.read().ledger.visitIDs) == ids)
  }

  @Test(arguments: [[UInt8](), Array("rubbish\n".utf8), [UInt8](repeating: 0, count: 512)])
  func anUnreadableMarkEndsIt(mark: [UInt8]) throws {
    let folder = try TestFolder()
    _ = try begin(folder)
    try Data(mark).write(to: URL(fileURLWithPath: folder.root + "/state/euc.writer"))
    #expect(try goOn(folder) == .unreadableMark)
    #expect(try folder.read().ledger.visitIDs.count == 4)
    #expect(try folder.read().findings.findings.isEmpty)
  }

  @Test func anotherMachineOrUserWritesForItself() throws {
    let folder = try TestFolder()
    _ = try begin(folder)
    _ = try folder.writer(state: "other").append(folder.visit(day: today), on: today)
    let reader = try folder.read()
    #expect(reader.findings.writers == 2)
    #expect(reader.ledger.visitIDs.count == 4)
    #expect(try goOn(folder) == nil)
  }

  @Test func aStateRestoredFromAnOldCopyDoesNotForkTheLog() throws {
    let folder = try TestFolder()
    _ = try begin(folder)
    let path = folder.root + "/state/euc.writer"
    let state = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try goOn(folder, on: day("2026-03-12")) == nil)
    try state.write(to: URL(fileURLWithPath: path))
    let reason = try goOn(folder, on: day("2026-03-12"))
    guard case .unknownFile = reason else {
      Issue.record("went on: \(String(describing: reason))")
      return
    }
    #expect(try folder.read().ledger.visitIDs.count == 5)
    #expect(try folder.read().findings.findings.isEmpty)
  }

  @Test func aClockSetBackEndsIt() throws {
    let folder = try TestFolder()
    let file = try begin(folder)
    #expect(try goOn(folder, on: day("2026-02-26")) == .laterThanToday(file: String(file.dropFirst(4))))
    #expect(try folder.logFiles().count == 2)
    #expect(try folder.read().findings.findings.isEmpty)
  }

  @Test(arguments: [
    (["2026-12-27", "2026-12-28", "2027-01-03", "2027-01-04"], ["2026-W52", "2026-W53", "2027-W01"]),
    (["2024-12-29", "2024-12-30", "2025-01-06"], ["2024-W52", "2025-W01", "2025-W02"]),
    (
      ["2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26"],
      ["2026-W13", "2026-W14", "2026-W43", "2026-W44"]
    ),
  ])
  func everyWeekHasAFile(days: [String], weeks: [String]) throws {
    let folder = try TestFolder()
    for text in days { #expect(try goOn(folder, on: day(text)) == nil) }
    #expect(try folder.logFiles().map { String($0.suffix(14).prefix(8)) } == weeks)
    let reader = try folder.read()
    #expect(reader.findings.findings.isEmpty)
    #expect(reader.ledger.visitIDs.count == days.count)
  }

  @Test func theDutyStreamHasAFileAYear() throws {
    let folder = try TestFolder()
    for text in ["2026-12-30", "2026-12-31", "2027-01-01"] {
      let door = DoorChange(
        id: folder.randomness.id(), at: UTCTime(seconds: 1), by: "MAL", day: day(text), isOpen: true,
        school: "EUC")
      _ = try folder.writer().append(.door(door), on: day(text))
    }
    #expect(try folder.logFiles().map { String($0.suffix(15)) } == ["duty-2026.jsonl", "duty-2027.jsonl"])
    #expect(try folder.read().findings.findings.isEmpty)
  }

  @Test func nothingIsWrittenAfterALaterVersion() throws {
    let folder = try TestFolder()
    let file = try begin(folder)
    let body = Array(#"{"v":3,"s":5,"p":"00000000000000000000000000000000","k":"visit","b":{}"#.utf8)
    var hashed = Array("elevtjenesten-log-1".utf8)
    hashed += [UInt8](repeating: 0, count: 64 - hashed.count) + body
    let hash = Hexadecimal.text(SHA256.digest(of: hashed).prefix(16))
    let bytes = try folder.bytes(file)
    try folder.overwrite(file, with: bytes + body + Array((#","h":""# + hash + "\"}\n").utf8))
    #expect(throws: SaveFailure.newerFormat(version: 3, path: folder.data + "/" + file)) {
      _ = try folder.writer().append(folder.visit(day: today), on: today)
    }
    #expect(try folder.read().findings.newerVersion == 3)
  }
}
