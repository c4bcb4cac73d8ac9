// One file of the log is forgotten early: what of it stays, what is refused, and which releases are named.

import Domain
import Foundation
import Testing

@testable import Store

@Suite("A file that is forgotten early") struct EarlyFileTests {
  /// Nobody can own it: it would be somebody born in 2045.
  private static let number = "310145-6789"
  private let today = moment("2026-03-05", "10:12")

  private func asked(_ folder: TestFolder, _ path: String) throws -> Forgetter {
    try Forgetter(folder: folder.data, documents: RandomLog.documents, now: today)
      .asked(for: path, state: folder.root + "/state", today: today.day)
  }

  private func text(_ folder: TestFolder, _ file: String) throws -> String {
    String(decoding: try folder.bytes(file), as: UTF8.self)
  }

  private func door(_ folder: TestFolder, _ date: String, by colleague: Colleague.ID) -> Event {
    .door(
      DoorChange(
        id: folder.randomness.id(), at: UTCTime(seconds: day(date).dayNumber * 86_400 + 33_000),
        by: colleague, day: day(date), isOpen: true, school: "EUC"))
  }

  @Test func anOlderYearOfDutyMayGoEarly() throws {
    let folder = try DocumentTests.folder()
    for date in ["2025-10-02", "2026-03-05"] {
      _ = try folder.writer().append(door(folder, date, by: "MAL"), on: day(date))
    }
    let file = try #require(try folder.logFiles().first { $0.contains("duty-2025") })
    #expect(try text(folder, file).contains("\"MAL\""))
    #expect(
      try Forgetter(folder: folder.data, documents: RandomLog.documents, now: today).due.isEmpty)
    let report = try asked(folder, file).carryOut(with: try folder.writer(school: nil))
    #expect(report.done == [file])
    // When and by whom is gone; that the door was open that Thursday stays.
    #expect(!(try text(folder, file).contains("\"MAL\"")))
    let reader = try folder.read(asWriter: true)
    #expect(reader.ledger.forgotten(ISOWeek(containing: day("2025-10-02")), at: "EUC").opened == [.thursday])
    #expect(reader.findings.findings.isEmpty && reader.ledger.doors.count == 1)
  }

  /// Ids of schools and colleagues that may not stay become neutral ones, each its own.
  @Test func refusedIdsOfSchoolsAndColleaguesBecomeNeutral() throws {
    let folder = try DocumentTests.folder()
    let school = School.ID(Self.number)
    let visit = Visit(
      id: folder.randomness.id(), day: today.day, school: school, topic: "bolig", outcome: .doneHere)
    let pattern = PatternChange(
      id: folder.randomness.id(), after: .zero, at: UTCTime(seconds: 0), by: Colleague.ID("010145-5678"),
      from: day("2025-01-06"), rhythm: Rhythm(every: 1, week: ISOWeek(containing: day("2025-01-06"))),
      school: "EUC",
      spans: [
        DutySpan(
          colleague: Colleague.ID("010145-5678"), buddy: Colleague.ID(Self.number),
          hours: TimeSpan(from: ClockTime(clamping: 570), to: ClockTime(clamping: 810)))
      ],
      weekday: .monday)
    _ = try folder.writer().append(.visit(visit), on: today.day)
    _ = try folder.writer().append(.pattern(pattern), on: day("2025-01-06"))
    for file in try folder.logFiles() {
      let before = try text(folder, file)
      #expect(before.contains(Self.number), "the test would see nothing in \(file)")
      let forgetter = try asked(folder, file)
      #expect(forgetter.refusedCodes(in: forgetter.due[0].file) > 0)
      #expect(try forgetter.carryOut(with: try folder.writer(school: nil)).done == [file])
      let after = try text(folder, file)
      #expect(!after.contains(Self.number) && !after.contains("010145") && after.contains("ukendt-1"))
    }
    let reader = try folder.read(asWriter: true)
    #expect(reader.findings.findings.isEmpty)
    #expect(reader.ledger.forgotten(ISOWeek(containing: today.day), at: "ukendt-1").visits == 1)
    let kept = try #require(reader.ledger.patterns.values.first?.changes.values.first?.body)
    #expect(kept.spans.map(\.colleague) == ["ukendt-1"] && kept.spans.map(\.buddy) == ["ukendt-2"])
    #expect(kept.by == "ukendt-1" && kept.id == pattern.id)
  }

  @Test func whatMustStayIsRefused() throws {
    let folder = try DocumentTests.folder()
    let step = HandoverStep(
      id: folder.randomness.id(), after: .zero, day: today.day, handover: folder.randomness.id(), hop: 1,
      school: "EUC", step: .offered)
    // A desk that is open all the while.
    let desk = try folder.writer()
    _ = try desk.append(.handover(step), on: today.day)
    _ = try desk.append(folder.visit(day: today.day), on: today.day)
    let files = try folder.logFiles()
    let chain = try #require(files.first { $0.contains("chain") })
    let visits = try #require(files.first { $0.contains("visits") })
    #expect(throws: Forgetting.EarlyRefusal.openHandovers(1)) { try asked(folder, chain) }
    #expect(throws: Forgetting.EarlyRefusal.noSuchFile) { try asked(folder, "log/../settings.json") }
    // Another machine has the folder and not the state.
    #expect(throws: Forgetting.EarlyRefusal.stillWritten) {
      try Forgetter(folder: folder.data, documents: RandomLog.documents, now: today)
        .asked(for: visits, state: folder.root + "/other", today: today.day)
    }
    _ = try asked(folder, visits).carryOut(with: try folder.writer(school: nil))
    #expect(throws: Forgetting.EarlyRefusal.nothingLeft) { try asked(folder, visits) }
    // The desk goes on in a new epoch, and adds nothing to what was forgotten.
    let sums = try folder.bytes(visits)
    let saved = try desk.append(folder.visit(day: today.day), on: today.day)
    #expect(desk.takeNotices().count == 1)
    #expect(try folder.bytes(visits) == sums)
    let reader = try folder.read(asWriter: true)
    #expect(reader.findings.findings.isEmpty && reader.ledger.visitIDs == [saved.body.id])
    #expect(reader.ledger.forgotten(ISOWeek(containing: today.day), at: "EUC").visits == 1)
  }

  /// The week that is not over ends with the same figures, file or sums.
  @Test func theWeekEndsWithTheSameFigures() throws {
    let folder = try DocumentTests.folder()
    for event in [
      folder.visit(day: today.day), folder.visit(day: today.day), door(folder, "2026-03-05", by: "MAL"),
    ] {
      _ = try folder.writer().append(event, on: today.day)
    }
    func rows() throws -> [WeekRow] {
      let picture = FolderPicture(documents: RandomLog.documents, ledger: try folder.read().ledger)
      let week = ISOWeek(containing: today.day)
      return picture.ending(week, id: .zero, by: nil, at: moment("2026-03-11", "12:00")).rows
    }
    let before = try rows()
    #expect(before.reduce(0) { $0 + $1.visits } == 2)
    let file = try #require(try folder.logFiles().first { $0.contains("visits") })
    _ = try asked(folder, file).carryOut(with: try folder.writer(school: nil))
    #expect(try rows() == before)
  }

  /// A writer is called by its school's id; that name no forgetting can change, so it is said.
  @Test func aWriterNamedByANumberIsSaid() throws {
    let folder = try DocumentTests.folder()
    for school in ["EUC", School.ID(Self.number)] {
      _ = try folder.writer(school: school).append(
        folder.visit(day: today.day, school: school), on: today.day)
    }
    let named = try folder.logFiles().map { file in
      let forgetter = try asked(folder, file)
      return forgetter.isWriterRefused(of: forgetter.due[0].file)
    }
    #expect(try folder.logFiles().map { $0.contains("/3101456789-") } == named)
    #expect(named == [true, false])
  }

  @Test func aReleaseThatHoldsTheCodeIsNamedAndLeft() throws {
    let folder = try DocumentTests.folder()
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/releases/2025-26.json")
    let text = try String(contentsOf: golden, encoding: .utf8)
    let release = folder.data + "/releases/2025-26.json"
    for (code, named) in [("bolig", []), (Self.number, ["releases/2025-26.json"])] {
      let bytes = Array(text.replacingOccurrences(of: "\"bolig\"", with: "\"\(code)\"").utf8)
      try Data(bytes).write(to: URL(fileURLWithPath: release))
      let record = ReleaseRecord(
        id: folder.randomness.id(), at: UTCTime(seconds: named.isEmpty ? 2 : 1), by: nil,
        file: "2025-26.json", period: "2025/26", sha256: Hexadecimal.text(SHA256.digest(of: bytes)))
      _ = try folder.writer().append(.release(record), on: today.day)
      let forgetter = try Forgetter(folder: folder.data, documents: RandomLog.documents, now: today)
      #expect(forgetter.releasesWithRefusedCodes == named)
      #expect(try Data(contentsOf: URL(fileURLWithPath: release)) == Data(bytes))
    }
  }
}
