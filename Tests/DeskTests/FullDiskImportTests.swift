// A roster from a spreadsheet on a disk that takes only a part of it: told truly, and finished later.

import Foundation
import TestKit
import Testing

@Suite struct FullDiskImportTests {
  private static let limiter = "/usr/bin/prlimit"

  /// A change of a school on each of thirty days.
  private func sheet(_ world: CommandWorld) throws -> String {
    let days = ["03-09", "03-16", "03-23", "04-13", "04-20", "04-27"].flatMap { monday in
      (0..<5).map { offset in
        let parts = monday.split(separator: "-")
        return "2026-\(parts[0])-\(String(format: "%02d", (Int(parts[1]) ?? 0) + offset))"
      }
    }
    // Thursday 30 April and Friday 1 May would be 30 and 31.
    let rows = days.filter { $0 < "2026-04-31" }.map { "\($0);EUC;OJV;9.30;13.30" }
    let path = world.home.path + "/dage.csv"
    try (["dato;skole;kollega;fra;til"] + rows).joined(separator: "\r\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func run(_ path: String, _ world: CommandWorld, fileSize: Int?) throws -> ProgramResult {
    let limit = fileSize.map { [Self.limiter, "--fsize=\($0):\($0)", "--core=0"] } ?? []
    return try Subprocess.run(
      limit + [Binary.path(), "vagtplan", "importer", path, "--udfør", "--som", "LON"]
        + ["--mappe", world.folder, "--nu", world.now],
      environment: Binary.environment(home: world.home.path))
  }

  /// The ids of the changes that stand in the log; a line that was cut is none.
  private func changes(_ world: CommandWorld) throws -> Set<String> {
    let records = try world.rawLines("duty").compactMap { _, line in
      try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }
    return Set(
      records.filter { $0["k"] as? String == "cell" }
        .compactMap { ($0["b"] as? [String: Any])?["id"] as? String })
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: limiter)))
  func aPartIsToldAndTheRestFollows() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let path = try sheet(world)
    let before = try changes(world)
    let nothing = try run(path, world, fileSize: 100)
    #expect(nothing.status == 74 && nothing.stderr.contains("Intet af det er gemt"), "\(nothing.stderr)")
    #expect(try changes(world) == before)
    let part = try run(path, world, fileSize: 6000)
    let saved = try changes(world).subtracting(before).count
    #expect(part.status == 74 && (1..<29).contains(saved), "\(saved)")
    #expect(part.stderr.contains("\(saved) af 29 ændringer er gemt."), "\(part.stderr)")
    let rest = try run(path, world, fileSize: nil)
    #expect(
      rest.status == 0 && rest.stderr.contains("Ændret \(29 - saved), uændret \(saved)."), "\(rest.stderr)")
    #expect(try changes(world).subtracting(before).count == 29)
    #expect(try run(path, world, fileSize: nil).stderr.contains("Intet at ændre"))
  }
}
