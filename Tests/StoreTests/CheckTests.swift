// `tjek`: nothing in a sound folder, and one finding for each thing that is wrong.

import Domain
import Foundation
import Glibc
import Store
import Testing

/// Tells whether anybody opened a file.
private final class OpenWatch {
  private let descriptor = inotify_init1(Int32(IN_NONBLOCK))

  init(_ path: String) { #expect(inotify_add_watch(descriptor, path, UInt32(IN_OPEN)) > 0) }

  deinit { close(descriptor) }

  var sinceLastAsked: Bool {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    return read(descriptor, &buffer, buffer.count) > 0
  }
}

@Suite("The check") struct CheckTests {
  let today = day("2026-03-05")

  private func folder() throws -> TestFolder {
    let folder = try DocumentTests.folder()
    for text in ["2026-02-26", "2026-03-05"] {
      let writer = try folder.writer()
      for _ in 0..<3 {
        let visit = Visit(
          id: folder.randomness.id(), day: day(text), school: "EUC", topic: "bolig", outcome: .doneHere)
        _ = try writer.append(.visit(visit), on: day(text))
      }
    }
    return folder
  }

  /// Writers are desks: one that belongs to a colleague's own login names the colleague beside every handover.
  @Test func aWriterOfOnesOwnLoginIsNamed() throws {
    let folder = try folder()
    let state = try StateFolder(path: folder.root + "/state")
    let document = folder.data + "/colleagues.json"
    let text = try String(contentsOfFile: document, encoding: .utf8)
    let first = try #require(text.range(of: "\"login\": null"))
    try text.replacingCharacters(in: first, with: "\"login\": \"malsme\"")
      .write(toFile: document, atomically: false, encoding: .utf8)
    func findings(_ login: String?) throws -> [CheckFinding] {
      try Check.run(
        folder: folder.data, state: state.path, isDeep: true, now: moment("2026-03-05", "10:12"),
        account: { $0 == geteuid() ? login : nil }
      ).findings
    }
    #expect(try findings("skranke-euc").isEmpty)
    #expect(try findings(nil).isEmpty)
    let found = try findings("malsme")
    #expect(found.map(\.code) == ["personal-writer"] && found.map(\.severity) == [.warning])
    #expect(found.first?.file.hasPrefix("log/euc-") == true)
  }

  private func check(_ folder: TestFolder, deep: Bool = true) throws -> CheckReport {
    let state = try StateFolder(path: folder.root + "/state")
    return try Check.run(
      folder: folder.data, state: state.path, isDeep: deep, now: moment("2026-03-05", "10:12"))
  }

  @Test func aSoundFolderHasNoFindings() throws {
    let report = try check(try folder())
    #expect(report.findings.isEmpty)
    #expect(report.isOK)
    #expect(report.records == 8)
    #expect(report.writers == 1)
  }

  @Test func withoutDepthOnlyChangedFilesAreRead() async throws {
    let folder = try folder()
    let file = try #require(try folder.logFiles().first)
    let path = folder.data + "/" + file
    let opened = OpenWatch(path)
    // What was written a moment ago is not relied on.
    #expect(try check(folder).isOK)
    #expect(opened.sinceLastAsked)
    #expect(try check(folder, deep: false).isOK)
    #expect(opened.sinceLastAsked)
    try await Task.sleep(for: .seconds(4))
    #expect(try check(folder, deep: false).isOK)
    #expect(opened.sinceLastAsked)
    #expect(try check(folder, deep: false).records == 8)
    #expect(!opened.sinceLastAsked)
    // Damage that leaves size, inode and time of the contents as they were is found at once.
    var facts = stat()
    try #require(stat(path, &facts) == 0)
    var bytes = try folder.bytes(file)
    bytes[bytes.count - 60] ^= 1
    try folder.overwrite(file, with: bytes)
    let times = [facts.st_atim, facts.st_mtim]
    try #require(utimensat(AT_FDCWD, path, times, 0) == 0)
    #expect(try check(folder, deep: false).findings.map(\.code) == ["gap", "bad-hash"])
    // What was found once is not forgotten by the quick check.
    #expect(try check(folder, deep: false).findings.map(\.code) == ["gap", "bad-hash"])
  }

  enum Wrong: CaseIterable {
    case readableByAll, link, pipe, foreignFile, brokenDocument, unknownSchool, brokenHandover, noIdentity
    case writableByGroup, missingFolder, conflictCopy, tornTail, rosterByStaff, openWithoutEntry
  }

  @Test(arguments: Wrong.allCases) func whatIsWrongIsNamed(wrong: Wrong) throws {
    let folder = try folder()
    let file = try #require(try folder.logFiles().last)
    let data = folder.data
    let codes: [String]
    switch wrong {
    case .readableByAll:
      #expect(chmod(data + "/colleagues.json", 0o644) == 0)
      codes = ["open-to-all"]
    case .writableByGroup:
      #expect(chmod(data + "/" + file, 0o660) == 0)
      codes = ["loose-rights"]
    case .link:
      let target = folder.root + "/elsewhere"
      try FileManager.default.moveItem(atPath: data + "/offers.json", toPath: target)
      try FileManager.default.createSymbolicLink(atPath: data + "/offers.json", withDestinationPath: target)
      codes = ["not-a-file", "unreadable"]
    case .pipe:
      try FileManager.default.removeItem(atPath: data + "/offers.json")
      #expect(mkfifo(data + "/offers.json", 0o640) == 0)
      codes = ["not-a-file", "unreadable"]
    case .foreignFile:
      try Data().write(to: URL(fileURLWithPath: data + "/notes.txt"))
      #expect(chmod(data + "/notes.txt", 0o640) == 0)
      codes = ["foreign-file"]
    case .brokenDocument:
      try Data("{".utf8).write(to: URL(fileURLWithPath: data + "/offers.json"))
      #expect(chmod(data + "/offers.json", 0o640) == 0)
      codes = ["not-json"]
    case .unknownSchool:
      _ = try folder.writer(state: "state").append(
        .zero(Tick(id: folder.randomness.id(), day: today, school: "XYZ")), on: today)
      codes = ["unknown-id"]
    case .brokenHandover:
      let name = String(repeating: "a", count: 32) + ".json"
      try Data("{".utf8).write(to: URL(fileURLWithPath: data + "/handovers/" + name))
      #expect(chmod(data + "/handovers/" + name, 0o660) == 0)
      codes = ["broken-handover-file"]
    case .noIdentity:
      try FileManager.default.removeItem(atPath: data + "/id")
      codes = ["bad-identity"]
    case .missingFolder:
      try FileManager.default.removeItem(atPath: data + "/releases")
      codes = ["missing-folder"]
    case .conflictCopy:
      let copy = file.replacingOccurrences(of: "W10", with: "W10.sync-conflict-20260305-101200-ABCDEFG")
      try FileManager.default.copyItem(atPath: data + "/" + file, toPath: data + "/" + copy)
      codes = ["conflict-copy"]
    case .tornTail:
      try folder.overwrite(file, with: try folder.bytes(file) + Array("{".utf8))
      codes = ["torn-tail"]
    case .rosterByStaff:
      let change = PatternChange(
        id: folder.randomness.id(), after: .zero, at: UTCTime(seconds: 0), by: "MAL", from: today,
        rhythm: Rhythm(every: 1, week: ISOWeek(containing: today)), school: "EUC", spans: [], weekday: .monday
      )
      _ = try folder.writer().append(.pattern(change), on: today)
      codes = ["roster-by-other"]
    case .openWithoutEntry:
      let step = HandoverStep(
        id: folder.randomness.id(), after: .zero, day: today, handover: folder.randomness.id(), hop: 1,
        school: "EUC", step: .offered)
      _ = try folder.writer().append(.handover(step), on: today)
      codes = ["handover-without-entry"]
    }
    #expect(try check(folder).findings.map(\.code) == codes)
    #expect(try check(folder, deep: false).findings.map(\.code) == codes)
  }
}
