// What goes on after files were forgotten: writers, readers that were running, the desk's base, late lines.

import Domain
import Foundation
import Store
import Testing

@Suite("After forgetting") struct ForgettingAfterwardsTests {
  private let march = day("2026-03-05")
  private let june = day("2026-06-04")

  private func forget(_ folder: TestFolder, on date: String = "2026-06-04") throws -> ForgettingReport {
    let forgetter = try Forgetter(
      folder: folder.data, documents: RandomLog.documents, now: moment(date, "12:00"))
    return try forgetter.carryOut(with: try folder.writer(school: nil))
  }

  private func void(_ folder: TestFolder, _ of: RecordID) -> Event {
    .void(TakeBack(id: folder.randomness.id(), day: march, of: of))
  }

  /// The newest file of a writer may be forgotten: by a new start and by a program that has it open, the
  /// next file goes on from it, in the same epoch, and the chain verifies.
  @Test(arguments: [true, false]) func aWriterGoesOn(isRunning: Bool) throws {
    let folder = try TestFolder()
    var writer = try folder.writer()
    for _ in 0..<3 { _ = try writer.append(folder.visit(day: march), on: march) }
    #expect(try forget(folder).done.count == 1)
    if !isRunning { writer = try folder.writer() }
    let saved = try writer.append(folder.visit(day: june), on: june)
    #expect(writer.takeNotices().isEmpty)
    #expect(saved.origin.sequence == 6)
    let reader = try folder.read()
    #expect(reader.findings.findings.isEmpty)
    #expect(reader.findings.writers == 1)
    #expect(reader.ledger.visitIDs.count == 1)
    #expect(reader.ledger.forgotten(ISOWeek(containing: march), at: "EUC").visits == 3)
  }

  /// The system may give what remains of a file the very number that the file had.
  @Test func theSumsMayHaveTheNumberOfTheFile() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    for _ in 0..<9 { _ = try writer.append(folder.visit(day: march), on: march) }
    let file = folder.data + "/" + (try #require(try folder.logFiles().first))
    let number = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? UInt64
    #expect(link(file, folder.root + "/kept") == 0)
    #expect(try forget(folder).done.count == 1)
    let sums = try Data(contentsOf: URL(fileURLWithPath: file))
    let kept = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.root + "/kept"))
    try kept.truncate(atOffset: 0)
    try kept.write(contentsOf: sums)
    try kept.close()
    #expect(rename(folder.root + "/kept", file) == 0)
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? UInt64 == number)
    let next = try folder.writer()
    #expect(try next.append(folder.visit(day: june), on: june).origin.sequence == 12)
    #expect(next.takeNotices().isEmpty)
    #expect(try folder.read().findings.findings.isEmpty)
  }

  /// Without all of the log nobody knows what may be summed up.
  @Test func nothingIsForgottenBesideWhatCannotBeRead() throws {
    let folder = try TestFolder()
    _ = try folder.writer().append(folder.visit(day: march), on: march)
    let file = folder.data + "/" + (try #require(try folder.logFiles().first))
    let other = file.replacingOccurrences(of: "visits", with: "chain")
    #expect(symlink(file, other) == 0)
    #expect(throws: SystemError.self) { try forget(folder) }
    #expect(unlink(other) == 0)
    #expect(try forget(folder).done.count == 1)
  }

  /// A clock that went back must not add to what is forgotten.
  @Test func nothingIsAddedToAForgottenFile() throws {
    let folder = try TestFolder()
    _ = try folder.writer().append(folder.visit(day: march), on: march)
    let file = try #require(try folder.logFiles().first)
    _ = try forget(folder)
    let bytes = try folder.bytes(file)
    let writer = try folder.writer()
    _ = try writer.append(folder.visit(day: march), on: march)
    #expect(writer.takeNotices().count == 1)
    #expect(try folder.bytes(file) == bytes)
    #expect(try folder.read().findings.writers == 2)
  }

  /// Another file in the place of ours that stands for something else is not gone on from.
  @Test func sumsOfOtherRecordsAreNotTakenForOurs() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    _ = try writer.append(folder.visit(day: march), on: march)
    let file = try #require(try folder.logFiles().first)
    let early = try folder.bytes(file)
    _ = try writer.append(folder.visit(day: march), on: march)
    try FileManager.default.removeItem(atPath: folder.data + "/" + file)
    try Data(early).write(to: URL(fileURLWithPath: folder.data + "/" + file))
    _ = try forget(folder)
    let next = try folder.writer()
    _ = try next.append(folder.visit(day: june), on: june)
    #expect(next.takeNotices().map(\.reason.isNotable) == [true])
  }

  @Test func aRunningReaderSeesTheSums() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    for _ in 0..<3 { _ = try writer.append(folder.visit(day: march), on: march) }
    var reader = try folder.read()
    _ = try forget(folder)
    #expect(try reader.refresh() == true)
    #expect(reader.ledger == (try folder.read().ledger))
    #expect(reader.ledger.visitIDs.isEmpty)
  }

  /// A take-back in a forgotten file holds; one that comes after its visit was forgotten is no fault.
  @Test func takeBacksAcrossFiles() throws {
    let folder = try TestFolder()
    let (here, there) = (try folder.writer(), try folder.writer(school: "VUC", state: "there"))
    let visit = folder.visit(day: march)
    _ = try here.append(visit, on: march)
    _ = try there.append(void(folder, visit.id), on: march)
    // Only the take-back's file is due: the visit's has a record of a later day.
    _ = try here.append(folder.visit(day: march.adding(days: 35)), on: march)
    #expect(try forget(folder, on: "2026-04-15").done.count == 1)
    #expect(try folder.read().ledger.book(of: march).standingVisits.isEmpty)
    #expect(try forget(folder).done.count == 1)
    #expect(try folder.read().ledger.forgotten(ISOWeek(containing: march), at: "EUC").visits == 0)

    _ = try there.append(void(folder, visit.id), on: june)
    let reader = try folder.read()
    #expect(reader.ledger.forgotten(ISOWeek(containing: march), at: "EUC").visits == 0)
    #expect(reader.findings.findings.isEmpty)
  }

  /// The sums of a forgotten chain tell the desk's base that a handover ended, though its offer is left.
  @Test func theDesksBaseKnowsWhatIsForgotten() throws {
    let folder = try TestFolder()
    let (here, there) = (try folder.writer(), try folder.writer(school: "VUC", state: "there"))
    var step = HandoverStep(
      id: folder.randomness.id(), after: .zero, day: march, handover: folder.randomness.id(), hop: 1,
      school: "EUC", step: .offered)
    _ = try here.append(.handover(step), on: march)
    // Another one, still open, holds the file of the offer.
    _ = try here.append(.handover(other(step, folder, on: march)), on: march)
    (step.after, step.id, step.step) = (step.id, folder.randomness.id(), .withdrawn)
    _ = try there.append(.handover(step), on: march)
    #expect(try forget(folder).done.count == 1)
    for writer in [here, there] { _ = try writer.append(.handover(other(step, folder, on: june)), on: june) }

    let weeks = ISOWeek(containing: june).adding(weeks: -3)...ISOWeek(containing: june)
    var first = LogReader(folder: folder.data, scope: LogScope(visitWeeks: weeks))
    _ = try first.refresh()
    #expect(first.ledger.isForgotten(step.handover))
    let base = try #require(first.makeBase(keeping: []))
    var second = LogReader(folder: folder.data, scope: LogScope(visitWeeks: weeks), base: base)
    _ = try second.refresh()
    #expect(second.ledger.isForgotten(step.handover))
    #expect(second.ledger.openHandovers(entries: [:]) == first.ledger.openHandovers(entries: [:]))
  }

  private func other(_ step: HandoverStep, _ folder: TestFolder, on day: CivilDate) -> HandoverStep {
    var other = step
    (other.id, other.handover, other.after) = (folder.randomness.id(), folder.randomness.id(), .zero)
    (other.day, other.step) = (day, .offered)
    return other
  }

  /// A second version that turns up later is not counted again, and goes the next time.
  @Test func aCopyThatTurnsUpLaterCountsOnce() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    for _ in 0..<3 { _ = try writer.append(folder.visit(day: march), on: march) }
    let file = try #require(try folder.logFiles().first)
    let whole = try folder.bytes(file)
    _ = try forget(folder)
    let copy = file.replacingOccurrences(of: ".jsonl", with: " (conflicted copy).jsonl")
    try Data(whole).write(to: URL(fileURLWithPath: folder.data + "/" + copy))
    let reader = try folder.read()
    #expect(reader.ledger.visitIDs.isEmpty)
    #expect(reader.findings.findings == [.conflictCopy(file: copy)])
    #expect(try forget(folder).done == [file])
    #expect(try folder.read().findings.findings.isEmpty)
    #expect(try folder.logFiles() == [file])
  }

  /// What a later program wrote cannot be summed up, so its file stays.
  @Test func aFileWithUnknownRecordsStays() throws {
    let folder = try TestFolder()
    _ = try folder.writer().append(folder.visit(day: march), on: march)
    let file = try #require(try folder.logFiles().first)
    let last = try folder.bytes(file).withUnsafeBytes { raw in
      let lines = raw.split(separator: UInt8(ascii: "\n"))
      return try LineCodec.decode(UnsafeRawBufferPointer(rebasing: lines[1]))
    }
    let line = LineCodec.encode(sequence: 3, previous: last.hash, kind: "weather", body: Array("{}".utf8))
      .line
    try folder.overwrite(file, with: try folder.bytes(file) + line)
    #expect(try forget(folder).done.isEmpty)
    #expect(try folder.read().ledger.visitIDs.count == 1)
  }

  @Test func nothingIsForgottenInADemo() throws {
    let folder = try TestFolder()
    _ = try folder.writer().append(folder.visit(day: march), on: march)
    var documents = RandomLog.documents
    documents.settings.isDemo = true
    let forgetter = try Forgetter(
      folder: folder.data, documents: documents, now: moment("2030-01-01", "12:00"))
    #expect(forgetter.due.isEmpty)
  }
}
