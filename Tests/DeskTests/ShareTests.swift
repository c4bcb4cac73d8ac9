// A folder on a mount that keeps what it knows of files for a while, as shares do.

import Foundation
import TestKit
import Testing

@Suite struct ShareTests {
  /// A mount of a folder by `bindfs`; nil where there is no such program or no right to mount.
  private static func mount(_ folder: String, at place: String) throws -> Bool {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/bindfs") else { return false }
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    return try Subprocess.run(
      ["/usr/bin/bindfs", "-o", "attr_timeout=20,entry_timeout=20", folder, place],
      environment: ["PATH": "/usr/bin:/bin:/sbin:/usr/sbin"]
    ).status == 0
  }

  @Test func everyVisitCountsOnceAndIsSaidToBeSaved() throws {
    let world = try CommandWorld(visits: 3, weeks: 2)
    defer { world.remove() }
    let place = world.home.path + "/share"
    // Without the program there is nothing to mount with, and nothing is said about shares.
    guard try Self.mount(world.folder, at: place) else { return }
    defer {
      _ = try? Subprocess.run(["/bin/umount", place], environment: ["PATH": "/usr/bin:/bin:/sbin"])
    }
    let before = try world.standingVisits()
    let writers = { try FileManager.default.contentsOfDirectory(atPath: world.folder + "/log").count }
    let known = try writers()
    for _ in 0..<5 {
      let saved = try Binary.run(
        ["besøg", "--skole", "EUC", "--mappe", place, "--nu", world.now], home: world.home.path)
      #expect(saved.status == 0, "\(saved.stderr)")
      #expect(!saved.stderr.contains("ny fil"), "\(saved.stderr)")
    }
    #expect(try world.standingVisits() == before + 5)
    #expect(try writers() == known + 1)
    let handed = try Binary.run(
      ["overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL", "--mappe", place, "--nu", world.now],
      home: world.home.path)
    #expect(handed.status == 0, "\(handed.stderr)")
    #expect(try world.run("tjek", "--dybt").status == 0)
  }
}
