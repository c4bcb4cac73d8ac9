// Several programs writing into one folder at once, undisturbed and killed at any moment.

import Domain
import Foundation
import Glibc
import Store
import TestKit
import Testing

/// Ids in a folder's log.
enum LogIDs {
  static func all(in data: String) throws -> Set<String> {
    var reader = LogReader(folder: data)
    _ = try reader.refresh()
    return reader.ledger.recordIDs
  }
}

@Suite("Programs at once", .serialized) struct ManyWritersTests {
  /// A program that adds records, and the pipe it acknowledges them over.
  private struct Writer {
    let running: Subprocess.Running
    let pipe: Int32
    /// `F_SETPIPE_SZ`, which is not among the names that are imported.
    private static let setPipeSize: Int32 = 1031

    init(_ home: TemporaryFolder, school: String, count: Int) throws {
      var ends: [Int32] = [-1, -1]
      guard Glibc.pipe(&ends) == 0 else { throw ProgramError.notStarted("pipe", errno: errno) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      defer { close(ends[1]) }
      // So much may wait in the pipe that no writer ever does.
      _ = fcntl(ends[1], Self.setPipeSize, 1 << 20)
      running = try Subprocess.start(
        [
          Binary.path("FaultFixture"), "append", home.path + "/data", home.path + "/state", school,
          String(count),
        ],
        environment: Binary.environment(home: home.path), output: ends[1])
      pipe = ends[0]
    }

    /// Everything it acknowledged; to be asked when it has ended.
    func acknowledged() -> Set<String> {
      defer { close(pipe) }
      var bytes: [UInt8] = []
      var part = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = Glibc.read(pipe, &part, part.count)
        if count <= 0 { break }
        bytes += part.prefix(count)
      }
      return Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
    }
  }

  private func folder() throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: home.path + "/data/log", withIntermediateDirectories: true)
    return home
  }

  private func findings(_ home: TemporaryFolder) throws -> LogFindings {
    var reader = LogReader(folder: home.path + "/data")
    _ = try reader.refresh()
    return reader.findings
  }

  @Test func eightProgramsLoseNothing() throws {
    let home = try folder()
    defer { home.remove() }
    let each = Thoroughness.isExhaustive ? 5_000 : 250
    let schools = ["EUC", "EUC", "HHX", "HHX", "GYM", "GYM", "VUC", "VUC"]
    let writers = try schools.map { try Writer(home, school: $0, count: each) }
    for writer in writers { #expect(writer.running.wait(seconds: 580) == 0) }
    let acknowledged = writers.reduce(into: Set<String>()) { $0.formUnion($1.acknowledged()) }
    #expect(acknowledged.count == 8 * each)
    #expect(try LogIDs.all(in: home.path + "/data") == acknowledged)
    let findings = try findings(home)
    #expect(findings.findings == [] && findings.writers == 4 && findings.records == 8 * each + 4)
    FaultTable.note("08 eight programs at once", cases: 8 * each, faults: 0)
  }

  @Test func startsAtOnceShareOneWriter() throws {
    for round in 0..<50 {
      let home = try folder()
      defer { home.remove() }
      let writers = try (0..<4).map { _ in try Writer(home, school: "EUC", count: 1) }
      for writer in writers { #expect(writer.running.wait(seconds: 20) == 0) }
      let acknowledged = writers.reduce(into: Set<String>()) { $0.formUnion($1.acknowledged()) }
      #expect(try LogIDs.all(in: home.path + "/data") == acknowledged && acknowledged.count == 4)
      let findings = try findings(home)
      #expect(findings.findings == [] && findings.writers == 1, "round \(round): \(findings)")
    }
    FaultTable.note("08 start races", cases: 50, faults: 0)
  }

  /// Four writers, two of them of one desk, killed at a random moment; then they go on.
  @Test func killsAtAnyMomentLoseNothing() throws {
    var random = SystemRandomNumberGenerator()
    var (cases, lost) = (0, 0)
    for _ in 0..<(Thoroughness.isExhaustive ? 125 : 2) {
      let home = try folder()
      defer { home.remove() }
      var acknowledged: Set<String> = []
      for _ in 0..<10 {
        let writers = try ["EUC", "EUC", "HHX", "GYM"].map { try Writer(home, school: $0, count: 0) }
        usleep(UInt32.random(in: 5_000...60_000, using: &random))
        for writer in writers.shuffled(using: &random) {
          writer.running.kill()
          usleep(UInt32.random(in: 0...3_000, using: &random))
        }
        for writer in writers { #expect(writer.running.wait(seconds: 20) == 137) }
        for writer in writers { acknowledged.formUnion(writer.acknowledged()) }
        cases += writers.count
      }
      let ids = try LogIDs.all(in: home.path + "/data")
      lost += acknowledged.subtracting(ids).count
      // At most one record of each kill was on the disk without having been acknowledged.
      #expect(ids.subtracting(acknowledged).count <= 40)
      #expect(try findings(home).missingRecords == 0)
    }
    #expect(lost == 0)
    FaultTable.note("05 killed at random, 4 writers", cases: cases, faults: cases, lost: lost)
  }
}
