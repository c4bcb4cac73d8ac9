// Reading: many writers, copies, forks, what is still arriving, and only what has grown.

import Domain
import Foundation
import Glibc
import Store
import Testing

@Suite("The reader") struct LogReaderTests {
  let today = day("2026-03-05")

  @Test func aRefreshTakesInWhatHasGrown() throws {
    let folder = try TestFolder()
    let (here, there) = (try folder.writer(), try folder.writer(school: "VUC", state: "there"))
    var reader = try folder.read()
    #expect(try reader.refresh() == false)
    var count = 0
    for text in ["2026-03-05", "2026-03-05", "2026-03-12"] {
      for writer in [here, there] {
        _ = try writer.append(folder.visit(day: day(text)), on: day(text))
        count += 1
        #expect(try reader.refresh() == true)
        #expect(try reader.refresh() == false)
        #expect(reader.ledger.visitIDs.count == count)
      }
    }
    #expect(reader.ledger == (try folder.read().ledger))
    #expect(reader.findings == (try folder.read().findings))
  }

  @Test func whatIsStillArrivingIsTakenInWhenItIsThere() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    for _ in 0..<2 { _ = try writer.append(folder.visit(day: today), on: today) }
    let file = try #require(try folder.logFiles().first)
    let bytes = try folder.bytes(file)
    try folder.overwrite(file, with: Array(bytes.dropLast(100)))
    var reader = try folder.read()
    #expect(reader.ledger.visitIDs.count == 1)
    #expect(reader.findings.missingRecords == 0)
    try folder.overwrite(file, with: bytes)
    #expect(try reader.refresh() == true)
    #expect(reader.ledger.visitIDs.count == 2)
    #expect(reader.findings.findings.isEmpty)
  }

  @Test func aFileReplacedByALongerOneIsReadOn() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    _ = try writer.append(folder.visit(day: today), on: today)
    var reader = try folder.read()
    _ = try writer.append(folder.visit(day: today), on: today)
    let path = folder.data + "/" + (try #require(try folder.logFiles().first))
    try FileManager.default.copyItem(atPath: path, toPath: path + ".new")
    #expect(rename(path + ".new", path) == 0)
    #expect(try reader.refresh() == true)
    #expect(reader.ledger.visitIDs.count == 2)
  }

  @Test func whatIsTakenAwayIsNotShownAnyMore() throws {
    let folder = try TestFolder()
    _ = try folder.writer().append(folder.visit(day: today), on: today)
    _ = try folder.writer(school: "VUC").append(folder.visit(day: today), on: today)
    var reader = try folder.read()
    let file = try #require(try folder.logFiles().last)
    try FileManager.default.removeItem(atPath: folder.data + "/" + file)
    #expect(try reader.refresh() == true)
    #expect(reader.ledger.visitIDs.count == 1)
  }

  /// Damage in the middle of a file that does not grow, and its repair, while the reader goes on.
  @Test func damageAndRepairAreSeenAsTheyHappen() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    for _ in 0..<5 { _ = try writer.append(folder.visit(day: today), on: today) }
    let file = try #require(try folder.logFiles().first)
    let whole = try folder.bytes(file)
    let lines = whole.split(separator: 0x0A)
    var damaged = whole
    damaged[lines[0].count + lines[1].count + 20] ^= 1
    var reader = try folder.read()
    for (bytes, missing) in [(damaged, 1), (whole, 0), (damaged, 1)] {
      usleep(20_000)
      try folder.overwrite(file, with: bytes)
      #expect(try reader.refresh() == true)
      #expect(reader.findings.missingRecords == missing && reader.ledger.visitIDs.count == 5 - missing)
    }
    // More records after the damage, then the repair.
    _ = try writer.append(folder.visit(day: today), on: today)
    #expect(try reader.refresh() == true)
    let added = try folder.bytes(file).dropFirst(whole.count)
    usleep(20_000)
    try folder.overwrite(file, with: whole + added)
    #expect(try reader.refresh() == true)
    #expect(reader.findings.missingRecords == 0 && reader.ledger.visitIDs.count == 6)
  }

  @Test(arguments: [
    "2026-W10.sync-conflict-20260305-101200-ABCDEFG", "2026-W10 (conflicted copy 2026-03-05)",
  ])
  func recordsThatStandOnlyInAConflictCopyCount(suffix: String) throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    for _ in 0..<4 { _ = try writer.append(folder.visit(day: today), on: today) }
    let file = try #require(try folder.logFiles().first)
    let bytes = try folder.bytes(file)
    let whole = try folder.read()
    let copy = file.replacingOccurrences(of: "2026-W10", with: suffix)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.data + "/" + copy))
    let cut = try #require(bytes.dropLast().lastIndex(of: 0x0A)) + 1
    try folder.overwrite(file, with: Array(bytes.prefix(cut)))
    let reader = try folder.read()
    #expect(reader.ledger == whole.ledger)
    #expect(reader.findings.findings == [.conflictCopy(file: copy)])
    #expect(reader.findings.missingRecords == 0)
  }

  @Test func bothSidesOfAForkCountAndAreTold() throws {
    let folder = try TestFolder()
    _ = try folder.writer().append(folder.visit(day: today), on: today)
    let file = try #require(try folder.logFiles().first)
    let common = try folder.bytes(file)
    // A copied machine: the same state, the same file, two futures.
    let checkpoint = try Checkpoint(of: folder)
    _ = try folder.writer().append(folder.visit(day: today), on: today)
    let other = try folder.bytes(file)
    try checkpoint.restore()
    _ = try folder.writer().append(folder.visit(day: today), on: today)
    #expect(try folder.bytes(file).starts(with: common))
    let copy = file.replacingOccurrences(of: "W10", with: "W10.sync-conflict-20260305-101200-ABCDEFG")
    try Data(other).write(to: URL(fileURLWithPath: folder.data + "/" + copy))
    let reader = try folder.read()
    #expect(reader.ledger.visitIDs.count == 3)
    #expect(reader.findings.findings.contains { if case .fork(_, 3) = $0 { true } else { false } })
  }

  @Test func missingNumbersAreNamed() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    for _ in 0..<6 { _ = try writer.append(folder.visit(day: today), on: today) }
    let file = try #require(try folder.logFiles().first)
    let lines = try folder.bytes(file).split(separator: 0x0A).map { Array($0) + [0x0A] }
    try folder.overwrite(file, with: Array((lines[0...2] + lines[5...]).joined()))
    let reader = try folder.read()
    #expect(reader.findings.findings == [.gap(file: file, missing: 4...5)])
    #expect(reader.findings.missingRecords == 2)
    let week = ISOWeek(containing: today)
    #expect(reader.findings.missingByWeek.touching(week) == 2)
    #expect(reader.findings.missingByWeek.touching(week.adding(weeks: -1)) == 2)
    #expect(reader.findings.missingByWeek.touching(week.adding(weeks: 1)) == 0)
  }

  @Test func linksFoldersAndPipesAreNotRead() throws {
    let folder = try TestFolder()
    _ = try folder.writer().append(folder.visit(day: today), on: today)
    let file = try #require(try folder.logFiles().first)
    let place = folder.data + "/" + (file as NSString).deletingLastPathComponent
    let away = try TestFolder(seed: 5)
    _ = try away.writer().append(away.visit(day: today), on: today)
    let target = away.data + "/" + (try #require(try away.logFiles().first))
    try FileManager.default.createSymbolicLink(
      atPath: place + "/visits-2026-W11.jsonl", withDestinationPath: target)
    #expect(mkfifo(place + "/visits-2026-W12.jsonl", 0o640) == 0)
    try FileManager.default.createDirectory(
      atPath: place + "/visits-2026-W13.jsonl", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: folder.data + "/log/vuc-00000000000000aa", withDestinationPath: away.data + "/log")
    try Data().write(to: URL(fileURLWithPath: place + "/notes.txt"))
    let reader = try folder.read()
    #expect(reader.ledger.visitIDs.count == 1)
    #expect(reader.findings.findings.count == 5)
    #expect(reader.findings.findings.count { if case .notAFile = $0 { true } else { false } } == 4)
    #expect(reader.findings.findings.count { if case .foreignFile = $0 { true } else { false } } == 1)
    // Three files and a folder that may each hold records nobody can read.
    #expect(reader.findings.missingRecords == 4)
  }

  /// What stands there and cannot be read makes the whole incomplete, as what is gone does.
  @Test func aFileThatCannotBeReadIsMissed() throws {
    let folder = try TestFolder()
    for text in ["2026-02-26", "2026-03-05", "2026-03-12"] {
      for _ in 0..<4 { _ = try folder.writer().append(folder.visit(day: day(text)), on: day(text)) }
    }
    let files = try folder.logFiles().map { folder.data + "/" + $0 }.sorted()
    for (file, missing) in zip(files, [5, 5, 1]) {
      #expect(rename(file, file + "~") == 0 && mkfifo(file, 0o640) == 0)
      #expect(rename(file + "~", folder.data + "/aside") == 0)
      let reader = try folder.read()
      #expect(reader.ledger.visitIDs.count == 8)
      #expect(reader.findings.missingRecords == missing, "\(file)")
      #expect(rename(folder.data + "/aside", file) == 0)
    }
    let writer = (files[0] as NSString).deletingLastPathComponent
    #expect(rename(writer, folder.data + "/aside") == 0)
    try Data().write(to: URL(fileURLWithPath: writer))
    let reader = try folder.read()
    #expect(reader.ledger.visitIDs.isEmpty && reader.findings.missingRecords == 1)
  }

  @Test func aScopeReadsOnlyItsWeeksOfVisits() throws {
    let folder = try TestFolder()
    for text in ["2026-02-26", "2026-03-05", "2026-03-12"] {
      _ = try folder.writer().append(folder.visit(day: day(text)), on: day(text))
    }
    let week = ISOWeek(containing: today)
    var reader = LogReader(folder: folder.data, scope: LogScope(visitWeeks: week...week))
    _ = try reader.refresh()
    #expect(reader.ledger.visitIDs.count == 1)
    #expect(reader.findings.findings.isEmpty)
  }

  /// Where nothing is told of handovers their files are not opened at all.
  @Test func aScopeWithoutTheChainReadsVisitsAndDuty() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    let step = HandoverStep(
      id: folder.randomness.id(), after: .zero, day: today, handover: folder.randomness.id(), hop: 1,
      school: "EUC", step: .offered)
    let door = DoorChange(
      id: folder.randomness.id(), at: UTCTime(seconds: 0), by: nil, day: today, isOpen: true, school: "EUC")
    for event in [folder.visit(day: today), .handover(step), .door(door)] {
      _ = try writer.append(event, on: today)
    }
    let chain = try #require(try folder.logFiles().first { $0.contains("/chain-") })
    try folder.overwrite(chain, with: Array("broken\n".utf8))
    var reader = LogReader(folder: folder.data, scope: LogScope(visitWeeks: nil, hasChain: false))
    _ = try reader.refresh()
    #expect(reader.ledger.chains.isEmpty && reader.findings.findings.isEmpty)
    #expect(reader.ledger.visitIDs.count == 1 && reader.ledger.doors.count == 1)
    #expect(try !folder.read().findings.findings.isEmpty)
  }

  @Test func anyOrderOfWritersGivesTheSameLedger() throws {
    let folder = try TestFolder()
    for index in 0..<30 {
      let school: School.ID = ["EUC", "VUC", "GYM"][index % 3]
      _ = try folder.writer(school: school).append(folder.visit(day: today, school: school), on: today)
    }
    let reader = try folder.read()
    #expect(reader.findings.writers == 3)
    #expect(reader.ledger.book(of: today).standingVisits.count == 30)
  }
}
