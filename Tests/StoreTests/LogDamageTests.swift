// Files cut, damaged, doubled and swapped: the damage is the argument, the oracle always the same.

import Domain
import Foundation
import Store
import TestKit
import Testing

@Suite("A damaged log") struct LogDamageTests {
  static let weeks = [day("2026-02-19"), day("2026-02-26"), day("2026-03-05")]

  /// A log of three files of one writer, and where each record's line lies.
  struct Log {
    let folder: TestFolder
    var lines: [String: [(range: Range<Int>, id: RecordID?)]] = [:]
    var acknowledged: Set<RecordID> = []

    init(records: Int, seed: UInt64 = 7) throws {
      folder = try TestFolder(seed: seed)
      let writer = try folder.writer()
      for index in 0..<records {
        let day = LogDamageTests.weeks[index * 3 / records]
        acknowledged.insert(try writer.append(folder.visit(day: day), on: day).body.id)
      }
      for file in try folder.logFiles() {
        var offset = 0
        for line in try folder.bytes(file).split(separator: 0x0A) {
          let text = String(decoding: line, as: UTF8.self)
          let id = text.range(of: #""id":""#).flatMap { RecordID(text[$0.upperBound...].prefix(32)) }
          lines[file, default: []].append((offset..<(offset + line.count + 1), id))
          offset += line.count + 1
        }
      }
    }

    /// Acknowledged ids whose line has a byte in the range.
    func ids(touched range: Range<Int>, in file: String) -> Set<RecordID> {
      Set((lines[file] ?? []).filter { $0.range.overlaps(range) }.compactMap(\.id))
    }
  }

  @Test func cutAnywhereLosesOnlyWhatWasCut() throws {
    let log = try Log(records: Thoroughness.isExhaustive ? 300 : 60)
    let files = try log.folder.logFiles()
    #expect(files.count == 3)
    let checkpoint = try Checkpoint(of: log.folder)
    var (cases, undetected) = (0, 0)
    for file in files {
      let bytes = try log.folder.bytes(file)
      for cut in Thoroughness.offsets(0..<bytes.count, every: 37) {
        try log.folder.overwrite(file, with: Array(bytes.prefix(cut)))
        let lost = log.ids(touched: cut..<bytes.count, in: file)
        let findings = try log.folder.read(asWriter: true).findings
        // A file cut between two lines looks whole; its own machine knows how far it came.
        if findings.findings.isEmpty { undetected += 1 }
        let cutLines = (log.lines[file] ?? []).count { $0.range.upperBound > cut }
        #expect(findings.missingRecords == cutLines, "\(file) cut at \(cut)")
        try log.folder.expectSound(
          acknowledged: log.acknowledged, lost: lost, on: Self.weeks[2], "\(file) cut at \(cut)")
        // The next writer has seen it, so that now it is known in every case.
        if !lost.isEmpty { #expect(try log.folder.read().findings.missingRecords > 0, "cut at \(cut)") }
        try checkpoint.restore()
        cases += 1
      }
    }
    FaultTable.note("01 cut at every byte", cases: cases, faults: cases, undetected: undetected)
  }

  /// A program was stopped in the middle of a write: the half line stays, nothing is written after it.
  @Test func aHalfWrittenLineEndsTheEpoch() throws {
    let log = try Log(records: 12)
    let file = try #require(try log.folder.logFiles().last)
    let before = try log.folder.bytes(file)
    let checkpoint = try Checkpoint(of: log.folder)
    _ = try log.folder.writer().append(log.folder.visit(day: Self.weeks[2]), on: Self.weeks[2])
    let line = try log.folder.bytes(file).dropFirst(before.count)
    try checkpoint.restore()
    for count in Thoroughness.offsets(1..<line.count, every: 37) {
      try log.folder.overwrite(file, with: before + line.prefix(count))
      let findings = try log.folder.read().findings
      #expect(findings.findings == [.tornTail(file: file, offset: before.count, isAbandoned: false)])
      #expect(findings.missingRecords == 0)
      try log.folder.expectSound(
        acknowledged: log.acknowledged, lost: [], on: Self.weeks[2], "\(count) bytes of a line")
      let after = try log.folder.read().findings
      #expect(after.findings == [.tornTail(file: file, offset: before.count, isAbandoned: true)])
      #expect(after.missingRecords == 0)
      #expect(try log.folder.bytes(file) == before + line.prefix(count))
      try checkpoint.restore()
    }
  }

  @Test(arguments: ByteDamage.allCases)
  func noDamagedByteGoesUnnoticed(damage: ByteDamage) throws {
    let log = try Log(records: 60)
    var (cases, undetected) = (0, 0)
    for file in try log.folder.logFiles() {
      let bytes = try log.folder.bytes(file)
      for offset in Thoroughness.offsets(0..<bytes.count, every: 41) {
        var damaged = bytes
        damaged[offset] = damage.apply(to: bytes[offset])
        if damaged == bytes { continue }
        try log.folder.overwrite(file, with: damaged)
        // To others a last line without its end may still be arriving; the machine that wrote it knows.
        let reader = try log.folder.read(asWriter: true)
        cases += 1
        if reader.findings.findings.isEmpty { undetected += 1 }
        #expect(!reader.findings.findings.isEmpty, "\(file) at \(offset)")
        let lost = log.acknowledged.subtracting(reader.ledger.visitIDs)
        #expect(lost.count <= 2, "\(file) at \(offset)")
        let touched = log.ids(touched: max(0, offset - 1)..<(offset + 2), in: file)
        #expect(lost.isSubset(of: touched), "\(file) at \(offset)")
        if !lost.isEmpty { #expect(reader.findings.missingRecords > 0, "\(file) at \(offset)") }
      }
      try log.folder.overwrite(file, with: bytes)
    }
    FaultTable.note("02 every byte changed", cases: cases, faults: cases, undetected: undetected)
  }

  enum BlockDamage: CaseIterable { case zeroed, doubled, swapped, zeroTail }

  @Test(arguments: BlockDamage.allCases, [512, 4096])
  func damagedBlocksLoseOnlyWhatTheyHeld(damage: BlockDamage, size: Int) throws {
    let log = try Log(records: 200, seed: 11)
    let folder = log.folder
    let file = try #require(try folder.logFiles().last)
    let bytes = try folder.bytes(file)
    let checkpoint = try Checkpoint(of: folder)
    let randomness = Randomness(seed: UInt64(size))
    var (cases, undetected) = (0, 0)
    for round in 0..<(Thoroughness.isExhaustive ? 650 : 25) {
      let start = randomness.below(bytes.count / size + 1) * size
      let block = start..<min(start + size, bytes.count)
      var damaged = bytes
      var touched = block
      switch damage {
      case .zeroed: damaged.replaceSubrange(block, with: [UInt8](repeating: 0, count: block.count))
      case .doubled: damaged.insert(contentsOf: bytes[block], at: block.lowerBound)
      case .swapped:
        let next = min(block.upperBound, bytes.count)..<min(block.upperBound + size, bytes.count)
        damaged.replaceSubrange(block.lowerBound..<next.upperBound, with: bytes[next] + bytes[block])
        touched = block.lowerBound..<next.upperBound
      case .zeroTail:
        damaged += [UInt8](repeating: 0, count: size)
        touched = bytes.count..<bytes.count
      }
      if touched.isEmpty, damage != .zeroTail { continue }
      try folder.overwrite(file, with: damaged)
      let lost = touched.isEmpty ? [] : log.ids(touched: touched, in: file)
      let reader = try folder.read()
      if damaged != bytes {
        cases += 1
        if reader.findings.findings.isEmpty { undetected += 1 }
        #expect(!reader.findings.findings.isEmpty, "\(damage) \(size) round \(round)")
      }
      try folder.expectSound(
        acknowledged: log.acknowledged, lost: lost, on: Self.weeks[2], "\(damage) \(size) round \(round)")
      try checkpoint.restore()
    }
    FaultTable.note("03 blocks damaged", cases: cases, faults: cases, undetected: undetected)
  }
}
