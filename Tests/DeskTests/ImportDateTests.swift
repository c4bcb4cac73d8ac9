// Spreadsheets of schools and colleagues with dates: from when on hours hold, and what was is shown beside
// what would be.

import Foundation
import TestKit
import Testing

/// Thursday 5 March 2026: the next Monday is the 9th, the first week that is not final begins on the 2nd.
@Suite struct ImportDateTests {
  private func write(_ text: String, _ world: CommandWorld) throws -> String {
    let path = world.home.path + "/ark.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func entry(_ id: String, of document: String, _ world: CommandWorld) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(world.folder)/\(document).json"))
    let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let entries = try #require(root?[document] as? [[String: Any]])
    return try #require(entries.first { $0["id"] as? String == id })
  }

  private func tuesdays(_ world: CommandWorld) throws -> [[String: Any]] {
    let hours = try #require(try entry("EUC", of: "schools", world)["hours"] as? [[String: Any]])
    return hours.filter { $0["weekday"] as? Int == 2 }
  }

  /// Without a day the hours change from next Monday, and what was stays for the days before.
  @Test func hoursWithoutADay() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let path = try write("id;navn;tir\nEUC;EUC;\n", world)
    let final = try world.run("tal", "--uge", "2026-W06").stdout
    let shown = try world.run("importer", "skoler", path)
    #expect(shown.stdout == "EUC: tir 9.30–13.30 → – (fra 9. mar. 2026)\n", "\(shown.stderr)")
    let english = try world.run("importer", "skoler", path, "--sprog", "en")
    #expect(english.stdout.contains("(from 9 Mar 2026)"), "\(english.stdout)")
    #expect(try world.run("importer", "skoler", path, "--udfør").status == 0)
    let now = try tuesdays(world)
    #expect(now.count == 2 && now[0]["since"] == nil && now[1]["since"] as? String == "2026-03-09")
    #expect(now[1]["from"] is NSNull && now[1]["to"] is NSNull)
    #expect(try world.run("tal", "--uge", "2026-W06").stdout == final)
    let again = try world.run("importer", "skoler", path, "--udfør")
    #expect(again.stdout.isEmpty && again.status == 0, "\(again.stdout)")
    #expect(try world.run("tjek").status == 0)
  }

  @Test func aDayOfItsOwnAndTheLastDay() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let path = try write(
      "id;tir;gælder fra;sidste dag\nEUC;10-12;3.8.2026;30.6.2027\nVUC;9.30-13.30;;\n", world)
    let changes = try #require(
      try world.object("importer", "skoler", path)["changes"] as? [[String: Any]])
    #expect(changes.count == 1 && changes[0]["columns"] as? [String] == ["sidste dag", "tir"])
    let values = try #require(changes[0]["values"] as? [[String: Any]])
    #expect(values[0]["column"] as? String == "sidste dag" && values[0]["new"] as? String == "2027-06-30")
    #expect(values[0]["old"] is NSNull && values[1]["since"] as? String == "2026-08-03")
    #expect((values[1]["new"] as? [[String: String]]) == [["from": "10:00", "to": "12:00"]])
    #expect((values[1]["old"] as? [[String: String]]) == [["from": "09:30", "to": "13:30"]])
    #expect(try world.run("importer", "skoler", path, "--udfør").status == 0)
    #expect(try entry("EUC", of: "schools", world)["closed"] as? String == "2027-06-30")
    #expect(try entry("VUC", of: "schools", world)["closed"] == nil)
    let away = try write("id;lukket\nEUC;\n", world)
    #expect(try world.run("importer", "skoler", away, "--udfør").stdout.contains("30. jun. 2027 → –"))
    #expect(try entry("EUC", of: "schools", world)["closed"] == nil)
  }

  @Test(arguments: [
    ("1.3.2026", "tidligst 2. mar. 2026: ugerne før er endelige"), ("snart", "er ikke en dato"),
  ])
  func aDayThatIsRefused(typed: String, said: String) throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let path = try write("id;tir;gælder fra\nEUC;10-12;\(typed)\n", world)
    let refused = try world.run("importer", "skoler", path, "--udfør")
    #expect(refused.status == 65 && refused.stderr.contains("linje 2, kolonne 3 (gælder fra)"))
    #expect(refused.stderr.contains(said), "\(refused.stderr)")
    #expect(try tuesdays(world).count == 1)
    let allowed = try write("id;tir;gælder fra\nEUC;10-12;2.3.2026\n", world)
    #expect(try world.run("importer", "skoler", allowed, "--udfør").status == 0)
  }

  /// Another spelling of an id is the same colleague; what was stands beside what would be.
  @Test func oldAndNewOfAColleague() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let path = try write("id;telefon;flyver;væk\nmal;+45 00 65 43 21;ja;2.2.2026..6.2.2026\n", world)
    let shown = try world.run("importer", "kolleger", path)
    let line = "MAL: telefon +45 00 33 72 66 → +45 00 65 43 21; flyver Nej → Ja\n"
    #expect(shown.stdout == line, "\(shown.stdout)\(shown.stderr)")
    #expect(try world.run("importer", "kolleger", path, "--udfør").status == 0)
    let malene = try entry("MAL", of: "colleagues", world)
    #expect(malene["workPhone"] as? String == "+45 00 65 43 21")
    #expect((malene["away"] as? [Any])?.isEmpty == true, "an absence that is past is kept by no save")
    let twice = try write("id;telefon\nmal;1\nMAL;2\n", world)
    #expect(try world.run("importer", "kolleger", twice).stderr.contains("linje 3, kolonne 1 (id)"))
  }

  /// What is wrong in a document edited by hand is named by its place, with what to do.
  @Test func faultsByHand() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let path = world.folder + "/schools.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let closed = text.replacingOccurrences(
      of: #""opened": "2019-08-12""#, with: #""closed": "2019-08-11", "opened": "2019-08-12""#)
    #expect(closed != text)
    try Data(closed.utf8).write(to: URL(fileURLWithPath: path))
    let check = try world.run("tjek")
    #expect(check.stdout.contains("].closed: ligger før åbningen 2019-08-12"), "\(check.stdout)")
    let english = try world.run("tjek", "--sprog", "en")
    #expect(english.stdout.contains("].closed: lies before the opening 2019-08-12"), "\(english.stdout)")
    let twice = text.replacingOccurrences(of: #""id": "FGU""#, with: #""id": "euc""#)
    try Data(twice.utf8).write(to: URL(fileURLWithPath: path))
    #expect(try world.run("tjek").stdout.contains(#""euc" er samme id som "EUC" længere oppe"#))
  }
}
