// The roster through the finished program: planned, exported, read by a calendar program, and imported
// into an empty folder.

import Foundation
import TestKit
import Testing

/// An empty folder of its own beside a world, as a municipality begins with, at the same pretended time.
struct EmptyFolder {
  let world: CommandWorld
  var path: String { world.home.path + "/empty" }

  init(_ world: CommandWorld) throws {
    self.world = world
    let made = try Binary.run(["opret", path], home: world.home.path)
    guard made.status == 0 else { throw CommandWorld.Failed(result: made) }
    // Only a demo folder can be written to at a pretended time.
    let settings = URL(fileURLWithPath: path + "/settings.json")
    let text = try String(contentsOf: settings, encoding: .utf8)
    try text.replacing("\"demo\": false", with: "\"demo\": true")
      .write(to: settings, atomically: false, encoding: .utf8)
  }

  func run(_ arguments: String...) throws -> ProgramResult {
    try Binary.run(arguments + ["--mappe", path, "--nu", world.now], home: world.home.path)
  }
}

@Suite struct RosterCommandTests {
  private let term = "2026-W11..2026-W26"

  private func rows(_ csv: String) -> [[String]] {
    csv.split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func write(_ text: String, _ name: String, _ world: CommandWorld) throws -> String {
    let path = world.home.path + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// The demo's documents as somebody has them in a spreadsheet.
  private func sheet(_ document: String, _ world: CommandWorld) throws -> String {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(world.folder)/\(document).json"))
    let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let entries = try #require(root?[document] as? [[String: Any]])
    func text(_ value: Any?) -> String { value as? String ?? "" }
    let table: [[String]]
    switch document {
    case "schools":
      table =
        [["id", "navn", "type", "åbnet", "man", "tir", "ons", "tor", "fre", "lille", "pilot"]]
        + entries.map { entry in
          let hours = entry["hours"] as? [[String: Any]] ?? []
          let days = (1...5).map { weekday in
            hours.first { $0["weekday"] as? Int == weekday }.map { "\(text($0["from"]))-\(text($0["to"]))" }
              ?? ""
          }
          return [text(entry["id"]), text(entry["name"]), text(entry["kind"]), text(entry["opened"])] + days
            + [entry["small"], entry["pilot"]].map { $0 as? Bool == true ? "ja" : "nej" }
        }
    case "colleagues":
      table =
        [["id", "navn", "faggruppe", "ansat", "skole", "flyver", "rolle", "fra"]]
        + entries.map { entry in
          [
            text(entry["id"]), text(entry["name"]), text(entry["profession"]), text(entry["employer"]),
            text(entry["school"]), entry["floater"] as? Bool == true ? "ja" : "nej", text(entry["role"]),
            text(entry["from"]),
          ]
        }
    default:
      table =
        [["skoleår", "navn", "type", "fra", "til", "kilde"]]
        + entries.map { entry in
          ["schoolYear", "name", "kind", "from", "to", "source"].map { text(entry[$0]) }
        }
    }
    return table.map { $0.joined(separator: ";") }.joined(separator: "\r\n")
  }

  @Test func aTermIsPlannedExportedAndImportedIntoAnEmptyFolder() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    // Three weeks of holes at two schools, which the proposal fills.
    for (school, days) in [("EUC", "2026-03-09..2026-03-20"), ("SOSU", "2026-03-16..2026-03-20")] {
      #expect(try world.run("afbud", "--skole", school, "--dag", days, "--som", "LON").status == 0)
    }
    let open = try world.object("vagtplan", "foreslå", "--uge", term)
    let proposals = try #require(open["proposals"] as? [[String: Any]])
    #expect(proposals.count == 15 && (open["unfilled"] as? [Any])?.isEmpty == true)
    #expect(try world.object("vagtplan", "foreslå", "--uge", term) as NSDictionary == open as NSDictionary)
    #expect(try world.run("vagtplan", "foreslå", "--uge", term, "--udfør", "--som", "LON").status == 0)
    let again = try world.object("vagtplan", "foreslå", "--uge", term)
    #expect((again["proposals"] as? [Any])?.isEmpty == true)

    let empty = try EmptyFolder(world)
    for (document, command) in [
      ("schools", "skoler"), ("colleagues", "kolleger"), ("calendar", "kalender"),
    ] {
      let path = try write(try sheet(document, world), command + ".csv", world)
      let made = try empty.run("importer", command, path, "--udfør")
      #expect(made.status == 0, "\(command): \(made.stderr)")
    }
    let base = world.home.path + "/grundplan.csv"
    let days = world.home.path + "/dage.csv"
    #expect(try world.run("vagtplan", "eksporter", "--grundplan", "--ud", base).status == 0)
    #expect(try world.run("vagtplan", "eksporter", "--uge", term, "--ud", days).status == 0)
    for path in [base, days] {
      let made = try empty.run("vagtplan", "importer", path, "--udfør")
      #expect(made.status == 0, "\(made.stderr)")
    }
    for format in ["json", "csv"] {
      let there = try world.run("vagtplan", "eksporter", "--uge", term, "--format", format).stdout
      let here = try empty.run("vagtplan", "eksporter", "--uge", term, "--format", format).stdout
      #expect(there == here && there.count > 10_000, "\(format)")
    }
    // Once more there is nothing to change.
    let second = try empty.run("vagtplan", "importer", days, "--udfør")
    #expect(second.stdout.isEmpty && second.stderr.contains("Intet at ændre"))
  }

  /// Every shift of a term, over the change to summer time, as calcurse reads it.
  @Test func aCalendarProgramReadsEveryShift() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let file = world.home.path + "/vagter.ics"
    #expect(
      try world.run("vagtplan", "eksporter", "--uge", term, "--format", "ics", "--ud", file).status == 0)
    let own = world.home.path + "/calcurse"
    let read = try Subprocess.run(
      ["/usr/bin/env", "calcurse", "-D", own, "-i", file],
      environment: Binary.environment(home: world.home.path))
    #expect(read.status == 0, "\(read.stderr)")
    let appointments = try String(contentsOfFile: own + "/apts", encoding: .utf8)
      .split(separator: "\n").map { line -> String in
        let sides = line.split(separator: "|", maxSplits: 1)
        let times = sides[0].split(separator: ">").dropLast(sides[0].contains(">") ? 1 : 0)
        return times.joined(separator: ">").trimmingCharacters(in: .whitespaces) + "|" + sides[1]
      }
    let csv = try world.run("vagtplan", "eksporter", "--uge", term).stdout
    let shifts = rows(csv).filter { $0[11] == "vagt" }.map { row -> String in
      let day = row[1].split(separator: "-")
      let date = "\(day[1])/\(day[2])/\(day[0])"
      return "\(date) @ \(row[5]) -> \(date) @ \(row[6])|Elevtjenesten \(row[4]): \(row[8])"
    }
    #expect(shifts.count > 300)
    #expect(appointments.sorted() == shifts.sorted())
  }

  @Test func aShiftThatIsTakenAwayIsCancelled() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    func events(_ colleague: String) throws -> [[String: String]] {
      let text = try world.run(
        "vagtplan", "eksporter", "--uge", "2026-W11", "--format", "ics", "--kollega", colleague
      ).stdout.replacing("\r\n ", with: "")
      return text.components(separatedBy: "BEGIN:VEVENT\r\n").dropFirst().map { event in
        Dictionary(
          event.split(separator: "\r\n").compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (parts[0].split(separator: ";").map(String.init)[0], parts[1]) : nil
          }
        ) { first, _ in first }
      }
    }
    let before = try #require(try events("MAL").first)
    #expect(before["STATUS"] == "CONFIRMED" && before["DTSTART"] == "20260312T093000")
    #expect(before["DESCRIPTION"] == "Makker: Preben Jernurt" && before["DTSTAMP"]?.last == "Z")
    let taken = try world.run(
      "afbud", "--skole", "EUC", "--dag", "2026-03-12", "--til", "PRE", "--ja", "--som", "LON")
    #expect(taken.status == 0 && taken.stderr.contains("Preben Jernurt har vagten"))
    let after = try #require(try events("MAL").first)
    #expect(after["UID"] == before["UID"] && after["STATUS"] == "CANCELLED")
    let sequences = [before, after].compactMap { $0["SEQUENCE"].flatMap { Int($0) } }
    #expect(sequences.count == 2 && sequences[0] < sequences[1])
    #expect(try events("PRE").contains { $0["DTSTART"] == "20260312T093000" && $0["STATUS"] == "CONFIRMED" })
  }

  @Test func anAbsenceKeepsNoReasonAndNobodyIsOnDutyBeforeTheYes() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let asked = try world.run("afbud", "--skole", "EUC", "--dag", "2026-03-12", "--til", "PRE")
    #expect(asked.status == 0 && asked.stderr.contains("INGEN PÅ VAGT (spurgt: Preben Jernurt)"))
    #expect(asked.stderr.contains("Preben Jernurt (PRE, makker)"))
    let change = try #require(
      try world.bodies("cell", stream: "duty").first { $0["id"] as? String == asked.line })
    #expect(
      Set(change.keys) == ["after", "asked", "at", "by", "cause", "day", "id", "school", "spans"])
    #expect(change["asked"] as? String == "PRE" && (change["spans"] as? [Any])?.isEmpty == true)
    let roster = try world.run("vagtplan", "--uge", "2026-W11")
    #expect(roster.stdout.contains("INGEN PÅ VAGT (spurgt)"))
    #expect(roster.stderr.contains("EUC: INGEN PÅ VAGT 9.30–13.30 (spurgt: Preben Jernurt)"))
    for (arguments, words) in [
      (["--dag", "2026-03-04"], "er forbi"), (["--dag", "2026-04-03"], "er lukket"),
      (["--dag", "2026-03-13", "--kollega", "MAL"], "har ingen vagt"),
      (["--dag", "2026-03-13", "--til", "HAN", "--ja"], "har vagt på SOSU-skolen"),
    ] {
      let refused = try Binary.run(
        ["afbud", "--skole", "EUC", "--mappe", world.folder, "--nu", world.now] + arguments,
        home: world.home.path)
      #expect(refused.status == 1 && refused.stderr.contains(words), "\(refused.stderr)")
    }
  }

  @Test func theDoorPosterNeedsNothingElse() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let poster = try world.run(
      "vagtplan", "eksporter", "--uge", "2026-W10", "--skole", "EUC", "--format", "html")
    #expect(poster.status == 0)
    for part in ["@page { size: A4 portrait", "Torsdag", "5. marts", "Malene Smedelyng", "9.30–13.30"] {
      #expect(poster.stdout.contains(part), "\(part)")
    }
    for part in ["http", "src=", "<link", "<script", "url("] {
      #expect(!poster.stdout.contains(part), "\(part)")
    }
    #expect(try world.run("vagtplan", "eksporter", "--format", "html").status == 64)
    let shares = try world.object("vagtplan", "fordeling", "--uge", "2026-W11..2026-W12")
    let colleagues = try #require(shares["colleagues"] as? [[String: Any]])
    // Hanne sits at SOSU on Tuesdays and Fridays, four hours each.
    let hanne = try #require(colleagues.first { $0["id"] as? String == "HAN" })
    #expect(hanne["shifts"] as? Int == 4 && hanne["minutes"] as? Int == 960)
    #expect(colleagues.filter { $0["unused"] as? Bool == true }.contains { $0["id"] as? String == "OJV" })
  }
}
