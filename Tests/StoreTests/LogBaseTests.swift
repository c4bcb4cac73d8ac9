// A start with a base shows the same as one that reads everything, and never anything else.

import Domain
import Foundation
import TestKit
import Testing

@testable import Store

@Suite("The base of a start") struct LogBaseTests {
  let weeks = (0..<8).map { day("2026-01-15").adding(days: $0 * 7) }
  var scope: LogScope {
    LogScope(visitWeeks: ISOWeek(containing: weeks[6])...ISOWeek(containing: weeks[7]))
  }

  /// Eight weeks of two desks: visits, doors, and handovers of which every third stays open.
  private func folder() throws -> TestFolder {
    let folder = try TestFolder(seed: 21)
    var (step, open): (Int, [HandoverStep]) = (0, [])
    for day in weeks {
      for school in ["EUC", "VUC"] as [School.ID] {
        let writer = try folder.writer(school: school)
        _ = try writer.append(folder.visit(day: day, school: school), on: day)
        let door = DoorChange(
          id: folder.randomness.id(), at: UTCTime(seconds: step), by: nil, day: day, isOpen: true,
          school: school)
        _ = try writer.append(.door(door), on: day)
        let offer = HandoverStep(
          id: folder.randomness.id(), after: .zero, day: day, handover: folder.randomness.id(), hop: 1,
          school: school, step: .offered)
        _ = try writer.append(.handover(offer), on: day)
        open.append(offer)
        step += 1
        // The other desk ends what was begun two turns ago.
        if open.count > 2, step % 3 != 0 {
          _ = try writer.append(
            .handover(follow(open.removeFirst(), .closed(.underway), day, folder)), on: day)
        }
      }
    }
    return folder
  }

  private func follow(
    _ last: HandoverStep, _ step: HandoverStep.Step, _ day: CivilDate, _ folder: TestFolder
  ) -> HandoverStep {
    HandoverStep(
      id: folder.randomness.id(), after: last.id, day: day, handover: last.handover, hop: 1,
      school: last.school,
      step: step)
  }

  private func read(_ folder: TestFolder, _ base: LogBase?) throws -> LogReader {
    var reader = LogReader(folder: folder.data, scope: scope, base: base)
    _ = try reader.refresh()
    return reader
  }

  /// Reads all, keeps a base in the cache, and takes it from there.
  private func base(_ folder: TestFolder) throws -> LogBase {
    // What was changed a moment ago is left out: it might change again within the same tick of its clock.
    usleep(3_100_000)
    let made = try #require(try read(folder, nil).makeBase(keeping: []))
    made.store(cache: folder.root + "/cache")
    let loaded = try #require(LogBase.load(cache: folder.root + "/cache"))
    #expect(loaded == made)
    return loaded
  }

  private func expectSame(_ folder: TestFolder, _ base: LogBase?, _ comment: Comment) throws {
    let (quick, whole) = (try read(folder, base), try read(folder, nil))
    #expect(quick.ledger.openHandovers(entries: [:]) == whole.ledger.openHandovers(entries: [:]), comment)
    #expect(quick.ledger.days == whole.ledger.days, comment)
    #expect(quick.ledger.patterns == whole.ledger.patterns, comment)
    #expect(quick.ledger.cells == whole.ledger.cells, comment)
    #expect(quick.ledger.doors == whole.ledger.doors, comment)
    #expect(quick.findings == whole.findings, comment)
  }

  @Test func showsTheSame() throws {
    let folder = try folder()
    let base = try base(folder)
    try expectSame(folder, base, "as it was")
    let quick = try read(folder, base)
    #expect(quick.ledger.chains.count < (try read(folder, nil).ledger.chains.count))
    #expect(!quick.wantsNewBase)
  }

  @Test func seesWhatWasWrittenSince() throws {
    let folder = try folder()
    let base = try base(folder)
    let open = try #require(try read(folder, nil).ledger.openHandovers(entries: [:]).first)
    let later = weeks[7].adding(days: 7)
    for (school, day) in [("EUC", weeks[7]), ("VUC", later), ("GYM", later)] as [(School.ID, CivilDate)] {
      _ = try folder.writer(school: school).append(folder.visit(day: day, school: school), on: day)
      let step = HandoverStep(
        id: folder.randomness.id(), after: open.last, day: day, handover: open.id, hop: 1, school: school,
        step: school == "GYM" ? .withdrawn : .takenOver(daysSinceOffer: 9, isTold: false))
      _ = try folder.writer(school: school).append(.handover(step), on: day)
      try expectSame(folder, base, "after \(school)")
    }
    #expect(try read(folder, base).wantsNewBase)
    let next = try #require(try read(folder, base).makeBase(keeping: []))
    try expectSame(folder, next, "with the next base")
  }

  @Test func isLeftForAStepUponAnEndedHandover() throws {
    let folder = try folder()
    let base = try base(folder)
    let whole = try read(folder, nil).ledger
    let ended = try #require(
      whole.chains.first { id, chain in Handover(steps: chain)?.state.isOpen == false && read(base, lacks: id)
      })
    let offer = try #require(ended.value.changes.values.first { $0.body.after == .zero }).body
    // A take-over that arrives late beats the end that was made upon the same offer.
    let late = follow(offer, .takenOver(daysSinceOffer: 1, isTold: false), weeks[7], folder)
    _ = try folder.writer().append(.handover(late), on: weeks[7])
    try expectSame(folder, base, "a late take-over")
    #expect(
      try read(folder, base).ledger.handover(ended.key, entries: [:])?.state == .takenOver(isTold: false))
  }

  private func read(_ base: LogBase, lacks id: Handover.ID) -> Bool {
    LogReader(folder: "/nowhere", scope: scope, base: base).ledger.chains[id] == nil
  }

  @Test func isLeftWhenASettledFileIsReplaced() throws {
    let folder = try folder()
    let base = try base(folder)
    let file = try #require(try folder.logFiles().first { $0.contains("chain") })
    let bytes = try folder.bytes(file)
    try FileManager.default.removeItem(atPath: folder.data + "/" + file)
    let cut = try #require(bytes.dropLast().lastIndex(of: 0x0A)) + 1
    try Data(bytes.prefix(cut)).write(to: URL(fileURLWithPath: folder.data + "/" + file))
    try expectSame(folder, base, "a shorter file")
  }

  /// One byte of a settled file, in place: neither its size nor the folder it stands in tells of it.
  @Test func hidesNoDamageOfAByteInASettledFile() throws {
    let folder = try folder()
    let base = try base(folder)
    var desk = try read(folder, base)
    #expect(desk.findings.missingRecords == 0)
    let file = try #require(try folder.logFiles().first { $0.contains("chain") })
    var bytes = try folder.bytes(file)
    bytes[bytes.count / 2] ^= 1
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: folder.data + "/" + file))
    try handle.seek(toOffset: UInt64(bytes.count / 2))
    try handle.write(contentsOf: [bytes[bytes.count / 2]])
    try handle.close()
    #expect(try read(folder, nil).findings.missingRecords == 1)
    #expect(try read(folder, base).findings.missingRecords == 1, "a start with the cache")
    // A desk that runs on looks at such files about once a minute, which is 60 rounds.
    for _ in 0..<60 { _ = try desk.refresh() }
    #expect(desk.findings.missingRecords == 1, "a desk that runs")
  }

  /// It may be changed once more without its time showing it.
  @Test func leavesOutWhatWasChangedAMomentAgo() throws {
    let folder = try folder()
    let made = try #require(try read(folder, nil).makeBase(keeping: []))
    #expect(made.settled.values.joined().isEmpty)
    #expect(try !base(folder).settled.values.joined().isEmpty)
  }

  @Test func isNotReadWhenItIsDamaged() throws {
    let folder = try folder()
    _ = try base(folder)
    let path = folder.root + "/cache/desk"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for offset in stride(from: 0, to: bytes.count, by: Thoroughness.isExhaustive ? 1 : 61) {
      var damaged = bytes
      damaged[offset] ^= 1
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      #expect(LogBase.load(cache: folder.root + "/cache") == nil, "at \(offset)")
      try Data(bytes.prefix(offset)).write(to: URL(fileURLWithPath: path))
      #expect(LogBase.load(cache: folder.root + "/cache") == nil, "cut at \(offset)")
    }
  }

  @Test func tellsOfDamageInSettledFiles() throws {
    let folder = try folder()
    let file = try #require(try folder.logFiles().first { $0.contains("chain") })
    var bytes = try folder.bytes(file)
    bytes[bytes.count / 2] ^= 1
    try folder.overwrite(file, with: bytes)
    let whole = try read(folder, nil)
    let quick = try read(folder, try base(folder))
    #expect(whole.findings.missingRecords > 0)
    #expect(quick.findings.missingRecords == whole.findings.missingRecords)
    #expect(quick.findings.errorsInSettledFiles == whole.findings.findings.count { $0.severity == .error })
  }
}
