// Made-up data: exact, the same twice, whole, and written to by several programs at once.
import Foundation
import TestKit
import Testing

@Suite struct DemoFolderTests {
  @Test(arguments: [(0, 1), (1, 1), (37, 3), (1_500, 30)]) func holdsExactlySoManyVisits(
    visits: Int, weeks: Int
  ) throws {
    let world = try CommandWorld(visits: visits, weeks: weeks)
    defer { world.remove() }
    #expect(try world.standingVisits() == visits)
    let check = try world.run("tjek", "--dybt")
    #expect(check.status == 0, "\(check.stdout)")
    // Nothing on a day before the weeks asked for, or today.
    let days = try world.bodies("visit", stream: "visits").compactMap { $0["day"] as? String }
    #expect(days.allSatisfy { $0 < "2026-03-05" })
    #expect(days.allSatisfy { !("2026-02-07"..."2026-02-15").contains($0) })
  }

  @Test func weeksWithoutAnOpenDoorCannotHaveVisits() throws {
    let place = try TemporaryFolder()
    defer { place.remove() }
    let result = try Binary.run([
      "demo-data", "--mappe", place.path + "/d", "--besøg", "5", "--uger", "2", "--nu", "2026-07-20T10:00",
    ])
    #expect(result.status == 64 && result.stderr.contains("Ingen dør er åben"))
    #expect(!FileManager.default.fileExists(atPath: place.path + "/d"))
  }

  @Test func theSameSeedMakesTheSameBytes() throws {
    let (one, two, other) = (
      try CommandWorld(visits: 200, weeks: 10), try CommandWorld(visits: 200, weeks: 10),
      try CommandWorld(visits: 200, weeks: 10, seed: 2)
    )
    defer { for world in [one, two, other] { world.remove() } }
    func bytes(_ world: CommandWorld) throws -> [String] {
      try ["visits", "chain", "duty"].flatMap { try world.rawLines($0).map { $0.file + " " + $0.line } }
    }
    #expect(try bytes(one) == bytes(two))
    #expect(try bytes(one) != bytes(other))
    #expect(try one.run("i-dag", "--json").stdout == two.run("i-dag", "--json").stdout)
    #expect(try one.run("overdragelser", "--json").stdout == two.run("overdragelser", "--json").stdout)
    #expect(
      try String(contentsOfFile: one.folder + "/id", encoding: .utf8)
        == String(contentsOfFile: two.folder + "/id", encoding: .utf8))
  }

  @Test func theWritersAreNamedByTheirDesks() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let writers = try FileManager.default.contentsOfDirectory(atPath: world.folder + "/log")
    #expect(
      writers.allSatisfy { $0.wholeMatch(of: /(gym|hhx|vuc|sosu|euc|fgu|abs|desk)-[0-9a-f]{16}/) != nil })
    #expect(Set(writers.map { $0.split(separator: "-")[0] }).count == writers.count)
  }

  @Test func fourProgramsAtOnceLoseNothing() throws {
    let world = try CommandWorld(visits: 10, weeks: 2)
    defer { world.remove() }
    let binary = Binary.path()
    let loop = """
      for loop in 1 2 3 4; do
        (n=0; while [ $n -lt 50 ]; do
          \(binary) besøg --skole EUC --emne bolig --mappe \(world.folder) --nu \(world.now) 2>/dev/null || echo FEJL
          n=$((n + 1))
        done) &
      done
      wait
      """
    let result = try Subprocess.run(
      ["/bin/sh", "-c", loop], environment: Binary.environment(home: world.home.path), seconds: 300)
    let printed = result.stdout.split(separator: "\n").map(String.init)
    #expect(printed.count == 200 && Set(printed).count == 200)
    let recorded = try world.bodies("visit", stream: "visits").compactMap { $0["id"] as? String }
    for id in printed { #expect(recorded.filter { $0 == id }.count == 1, "\(id)") }
    #expect(try world.standingVisits() == 210)
    #expect(try world.run("tjek", "--dybt").status == 0)
    let check = try world.object("tjek")
    #expect(Set(check.keys) == ["ok", "records", "writers", "findings"] && check["ok"] as? Bool == true)
  }

  @Test func damageIsFoundAndSaid() throws {
    let world = try CommandWorld(visits: 80, weeks: 4)
    defer { world.remove() }
    let place = try #require(try world.rawLines("visits").first)
    let path = world.folder + "/log/" + place.file
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.seek(toOffset: UInt64(place.line.utf8.count + 30))
    try handle.write(contentsOf: Data("X".utf8))
    try handle.close()
    let check = try world.run("tjek", "--json")
    #expect(check.status == 1)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(check.stdout.utf8)) as? [String: Any])
    #expect(report["ok"] as? Bool == false)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.allSatisfy { Set($0.keys) == ["severity", "code", "file", "offset", "message"] })
    let finding = try #require(findings.first { $0["severity"] as? String == "error" })
    #expect(finding["file"] as? String == "log/" + place.file)
    let text = try world.run("tjek")
    #expect(text.status == 1 && text.stdout.contains("FEJL log/" + place.file))
  }
}
