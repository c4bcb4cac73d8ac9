// A week's files that hold nothing but their heads: begun before anybody comes, and sound for every reader.

import Domain
import Foundation
import Reports
import Store
import TestKit
import Testing

@Suite("The beginning of a week") struct WeekBeginningTests {
  let weeks = (0..<5).map { day("2026-01-15").adding(days: $0 * 7) }

  /// Five weeks of one desk that is opened each week; in the second and the fourth nobody came.
  private func folder() throws -> TestFolder {
    let folder = try DocumentTests.folder()
    for (index, day) in weeks.enumerated() {
      let writer = try folder.writer()
      writer.beginWeek(on: day)
      writer.beginWeek(on: day)
      if index % 2 == 1 { continue }
      let visit = Visit(
        id: folder.randomness.id(), day: day, school: "EUC", topic: "bolig", outcome: .doneHere)
      _ = try folder.writer().append(.visit(visit), on: day)
      let step = HandoverStep(
        id: folder.randomness.id(), after: .zero, day: day, handover: folder.randomness.id(), hop: 1,
        school: "EUC", step: .offered)
      _ = try writer.append(.handover(step), on: day)
      let end = HandoverStep(
        id: folder.randomness.id(), after: step.id, day: day, handover: step.handover, hop: 1, school: "EUC",
        step: .withdrawn)
      _ = try writer.append(.handover(end), on: day)
      #expect(writer.takeNotices().isEmpty)
    }
    return folder
  }

  private func codes(_ folder: TestFolder) throws -> [String] {
    let state = try StateFolder(path: folder.root + "/state")
    return try Check.run(
      folder: folder.data, state: state.path, isDeep: true, now: moment("2026-02-12", "12:00")
    ).findings.map(\.code)
  }

  @Test func emptyWeeksAreSound() throws {
    let folder = try folder()
    let files = try folder.logFiles()
    // One writer, two streams, five weeks: no epoch was begun on the way.
    #expect(files.count == 10 && Set(files.map { $0.split(separator: "/")[1] }).count == 1)
    let empty = try files.filter { try folder.bytes($0).split(separator: 0x0A).count == 1 }
    #expect(empty.count == 4)
    let reader = try folder.read(asWriter: true)
    #expect(reader.ledger.visitIDs.count == 3 && reader.findings.missingRecords == 0)
    #expect(reader.findings.findings.isEmpty)
    let found = try codes(folder)
    #expect(found.isEmpty, "\(found)")
  }

  /// What was begun and is taken away shows as soon as the writer goes on.
  @Test func anEmptyWeekThatIsTakenAwayIsMissed() throws {
    let folder = try folder()
    let file = try #require(try folder.logFiles().first { $0.contains("visits-2026-W06") })
    try FileManager.default.removeItem(atPath: folder.data + "/" + file)
    #expect(try folder.read(asWriter: true).findings.missingRecords == 1)
  }

  @Test func emptyWeeksAreForgottenLikeOthers() throws {
    let folder = try folder()
    let forgetter = try Forgetter(
      folder: folder.data, documents: RandomLog.documents, now: moment("2026-06-01", "12:00"))
    #expect(forgetter.due.count == 10)
    let report = try forgetter.carryOut(with: try folder.writer(school: nil))
    #expect(report.failed.isEmpty && report.done.count == 10)
    let reader = try folder.read(asWriter: true)
    #expect(reader.findings.findings.isEmpty, "\(reader.findings.findings)")
    let visits = weeks.reduce(0) {
      $0 + reader.ledger.forgotten(ISOWeek(containing: $1), at: "EUC").visits
    }
    #expect(visits == 3)
    // The desk goes on where the sums end.
    let later = day("2026-06-01")
    let writer = try folder.writer()
    writer.beginWeek(on: later)
    _ = try writer.append(folder.visit(day: later), on: later)
    #expect(writer.takeNotices().isEmpty)
    #expect(try folder.read(asWriter: true).findings.findings.isEmpty)
  }

  @Test func aStartWithABaseSeesTheSame() throws {
    let folder = try folder()
    let scope = LogScope(visitWeeks: ISOWeek(containing: weeks[3])...ISOWeek(containing: weeks[4]))
    func read(_ base: LogBase?) throws -> LogReader {
      var reader = LogReader(folder: folder.data, scope: scope, base: base)
      _ = try reader.refresh()
      return reader
    }
    let whole = try read(nil)
    let base = try #require(whole.makeBase(keeping: []))
    let quick = try read(base)
    #expect(quick.findings == whole.findings && quick.ledger.days == whole.ledger.days)
    #expect(quick.ledger.openHandovers(entries: [:]) == whole.ledger.openHandovers(entries: [:]))
  }
}
