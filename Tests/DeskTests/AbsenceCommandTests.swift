// `afbud` where several share a day: whose hours are taken, by whom, and who is named.

import Foundation
import TestKit
import Testing

@Suite struct AbsenceCommandTests {
  /// Malene and Preben share EUC's Thursday, and these colleagues are away that day.
  private func shared(away: [String] = [], _ rows: [String]? = nil) throws -> CommandWorld {
    let world = try CommandWorld(visits: 5, weeks: 1)
    let path = world.home.path + "/dag.csv"
    let rows = rows ?? ["2026-03-12;EUC;MAL;9.30;11.30", "2026-03-12;EUC;PRE;11.30;13.30"]
    try (["dato;skole;kollega;fra;til"] + rows).joined(separator: "\r\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let made = try world.run("vagtplan", "importer", path, "--udfør", "--som", "LON")
    #expect(made.status == 0, "\(made.stderr)")
    for id in away { try edit(id, world) { $0["away"] = [["from": "2026-03-12", "to": "2026-03-12"]] } }
    return world
  }

  private func edit(
    _ colleague: String, _ world: CommandWorld, _ change: (inout [String: Any]) -> Void
  ) throws {
    let file = URL(fileURLWithPath: world.folder + "/colleagues.json")
    var root = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    var colleagues = try #require(root["colleagues"] as? [[String: Any]])
    let index = try #require(colleagues.firstIndex { $0["id"] as? String == colleague })
    change(&colleagues[index])
    root["colleagues"] = colleagues
    // In place: the file keeps its rights.
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: JSONSerialization.data(withJSONObject: root, options: [.sortedKeys]))
    try handle.close()
  }

  private func absence(_ world: CommandWorld, _ arguments: String...) throws -> ProgramResult {
    try Binary.run(
      ["afbud", "--skole", "EUC", "--dag", "2026-03-12", "--mappe", world.folder, "--nu", world.now]
        + arguments, home: world.home.path)
  }

  /// `9.30–11.30 MAL`, as the roster is exported.
  private func duties(_ world: CommandWorld) throws -> [String] {
    let csv = try world.run("vagtplan", "eksporter", "--uge", "2026-W11", "--skole", "EUC").stdout
    return csv.split(separator: "\r\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
      .filter { $0[1] == "2026-03-12" }.map { "\($0[5])-\($0[6]) \($0[7])" }
  }

  @Test func bothAreAwayAndOneStepsIn() throws {
    let world = try shared(away: ["MAL", "PRE"])
    defer { world.remove() }
    let taken = try absence(world, "--til", "OJV", "--ja", "--som", "LON")
    #expect(taken.status == 0 && taken.stderr.contains("Øjvind Stenpikker har vagten"), "\(taken.stderr)")
    #expect(try duties(world) == ["09:30-13:30 OJV"])
  }

  @Test func theOneWhoIsAwayIsReplacedInOwnHoursOnly() throws {
    let world = try shared(away: ["PRE"])
    defer { world.remove() }
    let unsaid = try absence(world, "--til", "OJV", "--ja")
    #expect(unsaid.status == 1 && unsaid.stderr.contains("--kollega"), "\(unsaid.stderr)")
    let taken = try absence(world, "--kollega", "PRE", "--til", "OJV", "--ja", "--som", "LON")
    #expect(taken.status == 0 && taken.stderr.contains("Øjvind Stenpikker har vagten"), "\(taken.stderr)")
    #expect(try duties(world) == ["09:30-11:30 MAL", "11:30-13:30 OJV"])
  }

  @Test func whoStepsInIsNamedWhereTwoSitTogether() throws {
    let world = try shared(["2026-03-12;EUC;MAL;9.30;13.30", "2026-03-12;EUC;PRE;9.30;13.30"])
    defer { world.remove() }
    let taken = try absence(world, "--kollega", "MAL", "--til", "OJV", "--ja", "--som", "LON")
    #expect(taken.status == 0 && taken.stderr.contains("Øjvind Stenpikker har vagten"), "\(taken.stderr)")
    #expect(try duties(world) == ["09:30-13:30 OJV", "09:30-13:30 PRE"])
  }

  @Test func aYesIsEnoughForADayOffAndNotForALeave() throws {
    let world = try shared()
    defer { world.remove() }
    try edit("OJV", world) { $0["weekdays"] = [1, 2, 3] }
    try edit("SOF", world) { $0["away"] = [["from": "2026-03-12", "to": "2026-03-12"]] }
    let away = try absence(world, "--kollega", "MAL", "--til", "SOF", "--ja")
    #expect(away.status == 1 && away.stderr.contains("Sofie Æbelund"), "\(away.stderr)")
    let taken = try absence(world, "--kollega", "MAL", "--til", "OJV", "--ja", "--som", "LON")
    #expect(taken.status == 0, "\(taken.stderr)")
    // Who was asked is not who says yes.
    #expect(try absence(world, "--kollega", "PRE", "--til", "KAT", "--som", "LON").status == 0)
    #expect(try duties(world) == ["09:30-11:30 OJV"])
    let later = try absence(world, "--kollega", "PRE", "--til", "LIN", "--ja", "--som", "LON")
    #expect(later.status == 0, "\(later.stderr)")
    #expect(try duties(world) == ["09:30-11:30 OJV", "11:30-13:30 LIN"])
  }

  @Test func aDayIsCoveredOnlyWithAllItsHours() throws {
    let rows = [
      "EUC;MAL;9.30;10.30", "EUC;PRE;10.30;12.30", "EUC;MAL;12.30;13.30", "HHX;OJV;9.30;10.30",
    ]
    let world = try shared(rows.map { "2026-03-12;" + $0 })
    defer { world.remove() }
    let part = try absence(world, "--kollega", "MAL", "--til", "OJV", "--ja", "--json", "--som", "LON")
    #expect(part.status == 0 && part.stdout.contains("\"covered\":false"), "\(part.stdout) \(part.stderr)")
    let rest = try absence(world, "--kollega", "MAL", "--til", "LIN", "--ja", "--json", "--som", "LON")
    #expect(rest.status == 0 && rest.stdout.contains("\"covered\":true"), "\(rest.stdout) \(rest.stderr)")
    #expect(try duties(world) == ["09:30-10:30 LIN", "10:30-12:30 PRE", "12:30-13:30 OJV"])
  }
}
