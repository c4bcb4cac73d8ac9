// Ids are guarded as texts are: in spreadsheets, in documents edited by hand, in options and in the names of
// files. The number in these tests belongs to nobody: its owner would be born in 2047.

import Foundation
import TestKit
import Testing

@Suite struct GuardedIDTests {
  private static let number = "120147-6036"

  private func sheet(_ text: String, _ world: CommandWorld) throws -> String {
    let path = world.home.path + "/ark.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Each with an id that may stand there in place of `%`, as the control.
  @Test(arguments: [
    ("emner", "kode;navn;faggrupper\n%;Nyt emne;psykolog\n", "kolonne 1 (kode)"),
    ("kolleger", "id;navn;faggruppe\n%;Bo Ny;psykolog\n", "kolonne 1 (id)"),
    ("skoler", "id;navn;åbnet\n%;Ny skole;1.8.2025\n", "kolonne 1 (id)"),
    ("tilbud", "id;navn;kontakt\n%;Værkstedet;Torvet 1\n", "kolonne 1 (id)"),
    ("kalender", "navn;type;fra;til;skoler\nDag;lukkedag;13.3.2026;13.3.2026;%\n", "kolonne 5 (skoler)"),
  ])
  func aSpreadsheetWithANumberForAnIDIsRefusedByItsCell(what: String, text: String, cell: String) throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    for id in [Self.number, "1201476036", "x120147_6036"] {
      let path = try sheet(text.replacingOccurrences(of: "%", with: id), world)
      for options in [[], ["--udfør"]] {
        let refused = try Binary.run(
          ["importer", what, path, "--mappe", world.folder, "--nu", world.now] + options,
          home: world.home.path)
        #expect(refused.status == 65, "\(id)")
        #expect(refused.stderr.contains("linje 2, " + cell), "\(refused.stderr)")
        #expect(!(refused.stdout + refused.stderr).contains("6036"), "\(refused.stdout + refused.stderr)")
      }
    }
    let path = try sheet(
      text.replacingOccurrences(of: "%", with: what == "kalender" ? "EUC" : "nyt-1"), world)
    #expect(try world.run("importer", what, path, "--udfør").status == 0)
  }

  @Test func whatTheGuardWarnsOfNeedsItsCellNamed() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let path = try sheet(
      "id;navn;kontakt\nny1;Værkstedet;Plads 010 147 6036\nny2;Klubben;010147, 6036\n", world)
    let refused = try world.run("importer", "tilbud", path, "--udfør")
    #expect(refused.status == 65)
    #expect(
      refused.stderr.contains("linje 2, kolonne 3 (kontakt)") && refused.stderr.contains("--alligevel C2"))
    #expect(refused.stderr.contains("linje 3, kolonne 3 (kontakt)"), "\(refused.stderr)")
    #expect(!refused.stderr.contains("6036"))
    #expect(try world.run("importer", "tilbud", path, "--udfør", "--alligevel", "C2").status == 65)
    #expect(try world.run("importer", "tilbud", path, "--alligevel", "C2,C3").status == 0)
    let one = try sheet("id;navn;kontakt\nny1;Værkstedet;Plads 010 147 6036\n", world)
    #expect(try world.run("importer", "tilbud", one, "--udfør", "--alligevel", "C3").status == 65)
    #expect(try world.run("importer", "tilbud", one, "--udfør", "--alligevel").status == 64)
    #expect(try world.run("importer", "tilbud", one, "--udfør", "--alligevel", "C2").status == 0)
    let second = try world.run("importer", "tilbud", one, "--udfør", "--alligevel=B9", "--alligevel", "C2")
    #expect(second.status == 0, "\(second.stderr)")
  }

  @Test(arguments: [
    ("kolleger", "id;navn;faggruppe;sted;kompetencer\nNY;Bo;psykolog;120147;6036\n", "kolonne 4 (sted)"),
    ("kolleger", "id;navn;faggruppe;kompetencer\nNY;Bo;psykolog;120147,6036\n", "kolonne 4 (kompetencer)"),
    ("kolleger", "id;navn;faggruppe;kompetencer\nNY;Bo;psykolog;12,01,47,6036\n", "kolonne 4 (kompetencer)"),
    ("tilbud", "id;navn;kontakt\nny;Hus 120147;6036\n", "kolonne 2 (navn)"),
  ])
  func aNumberSplitOverCellsOrWordsIsFound(what: String, text: String, cell: String) throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let refused = try world.run("importer", what, try sheet(text, world), "--udfør")
    #expect(refused.status == 65 && refused.stderr.contains("linje 2, " + cell), "\(refused.stderr)")
    #expect(!refused.stderr.contains("6036"))
    let harmless = text.replacingOccurrences(of: "6036", with: "sorg")
    #expect(try world.run("importer", what, try sheet(harmless, world)).status == 0)
  }

  /// A topic with such a code is named by its place, cannot be recorded, and is said back by nothing.
  @Test func aCodeWrittenByHandIsToldByItsPlaceAndNotUsed() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let file = URL(fileURLWithPath: world.folder + "/topics.json")
    var root = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    var topics = try #require(root["topics"] as? [[String: Any]])
    let count = topics.count
    topics.append(["code": Self.number, "label": ["da": "Et emne", "en": "A topic"]])
    root["topics"] = topics
    try JSONSerialization.data(withJSONObject: root).write(to: file)
    let check = try world.run("tjek")
    #expect(check.status == 1 && check.stdout.contains("topics[\(count)].code"), "\(check.stdout)")
    let near = "120147-6035"
    var said = [check]
    for topic in [Self.number, near] {
      said.append(try world.run("besøg", "--skole", "EUC", "--emne", topic))
      said.append(try world.run("besøg", "--skole", topic, "--emne", "bolig"))
      said.append(try world.run("overdrag", "--skole", "EUC", "--til", topic, "--som", "MAL"))
      said.append(try world.run("overdrag", "--skole", "EUC", "--til", "CET", "--som", topic))
    }
    for result in said {
      #expect(result.status != 0)
      #expect(!(result.stdout + result.stderr).contains("120147"), "\(result.stderr)")
    }
    #expect(try world.run("besøg", "--skole", "EUC", "--emne", "bolig").status == 0, "the others are used")
  }

  @Test func namesOfFilesThatLookLikeANumberAreShownMasked() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let files = FileManager.default
    for place in ["", "/handovers", "/releases", "/log"] where files.fileExists(atPath: world.folder + place)
    {
      #expect(
        files.createFile(atPath: "\(world.folder)\(place)/\(Self.number).json", contents: Data("{}".utf8)))
    }
    try files.createDirectory(atPath: "\(world.folder)/log/\(Self.number)", withIntermediateDirectories: true)
    #expect(
      files.createFile(
        atPath: "\(world.folder)/log/\(Self.number)/visits-2026-W10.log", contents: Data("x\n".utf8)))
    for options in [["tjek"], ["tjek", "--json"], ["tjek", "--dybt"], ["i-dag"]] {
      let result = try Binary.run(
        options + ["--mappe", world.folder, "--nu", world.now], home: world.home.path)
      #expect(!(result.stdout + result.stderr).contains("6036"), "\(options): \(result.stdout)")
      if options[0] == "tjek" { #expect(result.stdout.contains("••••••-••••"), "\(result.stdout)") }
    }
  }

  /// On the line every user of the machine can read a message in the list of processes.
  @Test func aMessageIsReadFromStandardInputOnly() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let settings = URL(fileURLWithPath: world.folder + "/settings.json")
    var root = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: settings)) as? [String: Any])
    root["practicalMessage"] = true
    try JSONSerialization.data(withJSONObject: root).write(to: settings)
    func offer(_ message: String, input: String) throws -> ProgramResult {
      try world.run(
        "overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL", "--besked", message, input: input)
    }
    let typed = try offer("kommer ved kantinen", input: "")
    #expect(typed.status == 64 && typed.stderr.contains("--besked -"), "\(typed.stderr)")
    #expect(!typed.stderr.contains("kantinen"))
    let blocked = try offer("-", input: "snap: olesnap\n")
    #expect(blocked.status != 0 && !blocked.stderr.contains("olesnap"), "\(blocked.stderr)")
    let read = try offer("-", input: "kommer ved kantinen\n")
    #expect(read.status == 0, "\(read.stderr)")
    let id = read.stdout.trimmingCharacters(in: .whitespacesAndNewlines)
    let entry = try String(contentsOfFile: "\(world.folder)/handovers/\(id).json", encoding: .utf8)
    #expect(entry.contains("kommer ved kantinen"))
  }

  /// Whoever reads the wall learns whether a door is open, and nothing that was recorded.
  @Test func aVisitChangesNothingOnTheBoard() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    func board() throws -> String {
      let desk = try RealTerminal(
        command: [Binary.path(), "--tavle", "--mappe", world.folder, "--nu", world.now])
      defer { desk.close() }
      try desk.waitFor("Malene Smedelyng")
      return try desk.screen()
    }
    let before = try board()
    #expect(before.contains("Ikke åbnet"))
    #expect(try world.run("besøg", "--skole", "EUC", "--emne", "bolig").status == 0)
    #expect(try world.run("i-dag").stdout.contains("Bemandet"), "inside the house it is told")
    #expect(try board() == before)
    #expect(try world.run("åbn", "--skole", "EUC").status == 0)
    #expect(try board() != before)
  }
}
