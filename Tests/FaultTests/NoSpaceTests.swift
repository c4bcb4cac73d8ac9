// A disk that takes only part of a line, and one that is full.

import Foundation
import TestKit
import Testing

@Suite("The program without space", .serialized) struct NoSpaceTests {
  private static let limiter = "/usr/bin/prlimit"

  private static func limited(to bytes: Int) -> [String] {
    [limiter, "--fsize=\(bytes):\(bytes)", "--core=0"]
  }

  /// The file may grow to every length inside the next line, so that the line is cut at every byte.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: limiter)))
  func partOfALineIsNoRecord() throws {
    let world = try FaultWorld { world in
      // The state, which is one block, must still fit.
      for _ in 0..<2 { _ = try world.run(.visit) }
    }
    let size = try world.bytes(try world.ownVisits()).count
    var count = FaultCount()
    for limit in Thoroughness.sample(Array((size - 1)...(size + 240)), atMost: 20) {
      try world.check(.visit, under: Self.limited(to: limit), "files of \(limit) bytes", &count)
      try world.restore()
    }
    // Nothing at all can be written whole: nothing is acknowledged.
    for limit in Thoroughness.sample(Array(0...700), atMost: 8) {
      try world.check(.visit, under: Self.limited(to: limit), "files of \(limit) bytes", &count)
      try world.restore()
    }
    count.note("06 partial writes")
  }

  /// A file system of 320 KiB that fills up while visits are recorded.
  @Test(.enabled("mounting needs root") { TinyDisk.isPossible })
  func aFullDiskKeepsWhatWasAcknowledged() throws {
    let place = try TemporaryFolder()
    defer { place.remove() }
    try #require(TinyDisk.mount(at: place.path, kilobytes: 320))
    defer { TinyDisk.unmount(place.path) }
    let home = try TemporaryFolder()
    defer { home.remove() }
    let data = place.path + "/data"
    let moment = ["--nu", "2026-03-05T10:12", "--mappe", data]
    let made = try Binary.run(["demo-data", "--besøg", "12", "--uger", "1"] + moment, home: home.path)
    try #require(made.status == 0, "\(made.stderr)")
    // Little is left: every few visits need a page more.
    let filler = open(place.path + "/filler", O_WRONLY | O_CREAT, 0o600)
    let page = [UInt8](repeating: 0, count: 4096)
    while write(filler, page, page.count) == page.count {}
    try #require(ftruncate(filler, lseek(filler, 0, SEEK_END) - 8192) == 0)
    close(filler)
    var acknowledged: Set<String> = []
    var failures = 0
    for _ in 0..<(Thoroughness.isExhaustive ? 200 : 40) {
      let result = try Binary.run(["besøg", "--skole", "EUC"] + moment, home: home.path)
      #expect(result.status == 0 || result.status == 74, "\(result.status) \(result.stderr)")
      if result.status == 0 { acknowledged.insert(result.stdout.trimmingCharacters(in: .newlines)) }
      if result.status == 74 { failures += 1 }
    }
    #expect(failures > 0 && !acknowledged.isEmpty)
    try FileManager.default.removeItem(atPath: place.path + "/filler")
    let after = try Binary.run(["besøg", "--skole", "EUC"] + moment, home: home.path)
    #expect(after.status == 0, "\(after.stderr)")
    let ids = try LogIDs.all(in: data)
    let lost = acknowledged.subtracting(ids).count
    #expect(lost == 0)
    FaultTable.note(
      "06 full disk (tmpfs)", cases: acknowledged.count + failures, faults: failures, lost: lost)
  }
}

/// A file system in memory, as large as a test wants.
private enum TinyDisk {
  /// Whether this user may mount one here: tried, for containers forbid it to root too.
  static var isPossible: Bool {
    guard let place = try? TemporaryFolder() else { return false }
    defer { place.remove() }
    guard mount(at: place.path, kilobytes: 64) else { return false }
    unmount(place.path)
    return true
  }

  static func mount(at path: String, kilobytes: Int) -> Bool {
    let command = ["/bin/mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path]
    return getuid() == 0 && (try? Subprocess.run(command, environment: [:]))?.status == 0
  }

  static func unmount(_ path: String) {
    _ = try? Subprocess.run(["/bin/umount", "-l", path], environment: [:])
  }
}
