// Second versions of files, under all the names that programs and people give them.

import Domain
import Foundation
import Testing

@testable import Store

@Suite("A second version, whatever it is called") struct SecondVersionTests {
  private let march = day("2026-03-05")

  /// `*` stands for the name without what follows its point, `#` for that.
  static let patterns = [
    "*.sync-conflict-20260305-101200-ABCDEFG#", "* (conflicted copy 2026-03-05)#",
    "* (LON's conflicted copy 2026-03-05)#", "* (Case Conflict)#", "* (Case Conflict 1)#", "* (conflict)#",
    "*_conflict-20260305-101200#", "*_conflict-20260305-101200_LON#", "*-CONFLICT-1#", "*.Conflict#",
    "*_Conflict_LON_2026_03_05#", "* (SFConflict lon@example.invalid 2026-03-05-10-12-00)#",
    "* (modstridende kopi 2026-03-05)#", "* (LONs modstridende kopi)#", "*-modstridende#",
    "* (kopia powodująca konflikt)#", "* (Konfliktkopie)#", "* (copie en conflit)#", "* - Kopi#",
    "* - Kopi (2)#", "*- Kopi#", "Kopi af *#", "Kopi (2) af *#", "* - Copy#", "* - Copy (2)#", "Copy of *#",
    "* copy#", "* copy 2#", "* kopi#", "* (kopi)#", "* (1)#", "* (2)#", "* (10)#", "*(1)#", "* 2#", "*-1#",
    "*_1#", "*-LON-BAERBAR#", "*-DESKTOP-4F7A2K1#", "*_SKRANKE1#", "*.SKRANKE1#", "* fra SKRANKE1#",
    "*-SKRANKE1-2#", "*@SKRANKE1#", "*#.bak", "*#.orig", "*#.old", "*#~", "*#.1", "*#.rsync", "*#.mine",
    "*#.r12", "*#.txt", "*", "*.json~", "*_backup#", "backup-*#", "* (gendannet)#", "* [Recovered]#",
    "* (version 2)#", "*~1#", "*#-20260305", "gendannet fil#", "FIL00001.CHK",
  ]

  private static func name(_ pattern: String, of original: String) -> String {
    let point = original.lastIndex(of: ".") ?? original.endIndex
    return pattern.replacingOccurrences(of: "*", with: original[..<point])
      .replacingOccurrences(of: "#", with: original[point...])
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    try #require(chmod(path, 0o640) == 0)
  }

  @Test func areManyNames() {
    #expect(Set(Self.patterns).count == Self.patterns.count && Self.patterns.count >= 60)
  }

  @Test(arguments: ["visits", "chain", "duty"]) func ofALogFileCounts(stream: String) throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    for number in 0..<3 {
      _ = try writer.append(folder.visit(day: march), on: march)
      let step = HandoverStep(
        id: folder.randomness.id(), after: .zero, day: march, handover: folder.randomness.id(), hop: 1,
        school: "EUC", step: .offered)
      _ = try writer.append(.handover(step), on: march)
      let door = DoorChange(
        id: folder.randomness.id(), at: UTCTime(seconds: number), by: nil, day: march, isOpen: true,
        school: "EUC")
      _ = try writer.append(.door(door), on: march)
    }
    let whole = try folder.read()
    let file = try #require(try folder.logFiles().first { $0.contains("/" + stream) })
    let place = (file as NSString).deletingLastPathComponent
    let bytes = try folder.bytes(file)
    let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    try folder.overwrite(file, with: Array(lines[..<2].joined()))
    #expect(try folder.read().ledger != whole.ledger, "the test would see nothing")
    for pattern in Self.patterns {
      let copy = place + "/" + Self.name(pattern, of: (file as NSString).lastPathComponent)
      try write(bytes, to: folder.data + "/" + copy)
      let reader = try folder.read()
      #expect(reader.ledger == whole.ledger, "\(copy)")
      #expect(reader.findings.findings == [.conflictCopy(file: copy)] && reader.findings.missingRecords == 0)
      try FileManager.default.removeItem(atPath: folder.data + "/" + copy)
    }
  }

  @Test func ofALogFileGoesWhenItIsForgotten() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    for _ in 0..<3 { _ = try writer.append(folder.visit(day: march), on: march) }
    let file = try #require(try folder.logFiles().first)
    let place = folder.data + "/" + (file as NSString).deletingLastPathComponent + "/"
    let bytes = try folder.bytes(file)
    for pattern in Self.patterns {
      try write(bytes, to: place + Self.name(pattern, of: (file as NSString).lastPathComponent))
    }
    // What a person put beside them, and what a synchroniser has under way.
    let others = ["noter.txt", ".syncthing.visits-2026-W10.jsonl.tmp"]
    try write(Array("mælk\n".utf8), to: place + others[0])
    try write(bytes, to: place + others[1])
    #expect(try folder.read().ledger.visitIDs.count == 3)
    let forgetter = try Forgetter(
      folder: folder.data, documents: RandomLog.documents, now: moment("2027-02-01", "12:00"))
    #expect(try forgetter.carryOut(with: try folder.writer(school: nil)).done == [file])
    let left = try FileManager.default.contentsOfDirectory(atPath: place)
    #expect(Set(left) == Set(others + [(file as NSString).lastPathComponent]))
    #expect(try folder.read().ledger.visitIDs.isEmpty)
  }

  @Test func ofALogFileElsewhereIsOnlyTold() throws {
    let folder = try TestFolder()
    _ = try folder.writer().append(folder.visit(day: march), on: march)
    let file = try #require(try folder.logFiles().first)
    _ = try folder.writer(school: "VUC").append(folder.visit(day: march), on: march)
    let other = try #require(try folder.logFiles().first { $0.contains("/vuc-") })
    let copy = (other as NSString).deletingLastPathComponent + "/gammel fil"
    let before = try folder.read()
    try write(try folder.bytes(file), to: folder.data + "/" + copy)
    let reader = try folder.read()
    #expect(reader.findings.findings == [.foreignFile(file: copy)])
    #expect(reader.ledger == before.ledger)
  }

  @Test func ofAHandoverIsReadAndGoesAtTheEnd() throws {
    let world = try HandoverFileTests.World()
    let offer = try world.offer(on: march)
    let original = try #require(try world.names().first)
    let place = world.folder.data + "/handovers/"
    let bytes = try world.folder.bytes("handovers/" + original)
    try FileManager.default.removeItem(atPath: place + original)
    for pattern in Self.patterns where pattern.contains("*") {
      let copy = Self.name(pattern, of: original)
      try write(bytes, to: place + copy)
      let entries = try world.files.readAll().entries
      #expect(entries[world.handover]?[offer.id]?.codeWord == "hest kaffe", "\(copy)")
      try FileManager.default.removeItem(atPath: place + copy)
    }
    for pattern in Self.patterns { try write(bytes, to: place + Self.name(pattern, of: original)) }
    _ = try world.writer.append(
      .handover(world.step(.closed(.underway), after: offer.id, day: march)), on: march)
    _ = try world.sweep(on: march)
    #expect(try world.names().isEmpty)
  }

  @Test(arguments: DocumentName.allCases) func ofADocumentIsTold(document: DocumentName) throws {
    let folder = try DocumentTests.folder()
    let bytes = try folder.bytes(document.file)
    for pattern in Self.patterns {
      let copy = Self.name(pattern, of: document.file)
      try write(bytes, to: folder.data + "/" + copy)
      let report = try Check.run(
        folder: folder.data, state: folder.root + "/other", isDeep: true, now: moment("2026-03-05", "12:00"))
      #expect(report.findings == [.conflictCopy(file: copy)], "\(copy)")
      try FileManager.default.removeItem(atPath: folder.data + "/" + copy)
    }
  }

  @Test func ofAReleaseStandsInForIt() throws {
    let folder = try DocumentTests.folder()
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/releases/2025-26.json")
    let bytes = [UInt8](try Data(contentsOf: golden))
    let name = "2025-26-f97f10f0.json"
    let release = ReleaseRecord(
      id: folder.randomness.id(), at: UTCTime(seconds: 1_772_700_000), by: nil, file: name,
      period: "2025/26", sha256: "f97f10f092b3bdede19a8e0ae39d36f49a0391ec78e408d4c581cd555fe1ff0a")
    _ = try folder.writer().append(.release(release), on: march)
    let ledger = try folder.read().ledger
    let files = ReleaseFiles(folder: folder.data)
    #expect(try files.published(by: ledger).figures.isEmpty)
    for pattern in Self.patterns {
      let copy = folder.data + "/releases/" + Self.name(pattern, of: name)
      try write(bytes, to: copy)
      #expect(try files.published(by: ledger).figures.map(\.visits) == [152], "\(copy)")
      try write(bytes + [0x0A], to: copy)
      #expect(try files.published(by: ledger).figures.isEmpty, "\(copy)")
      try FileManager.default.removeItem(atPath: copy)
    }
  }
}
