// Changes of documents that used to move figures of ended weeks and of released quarters, by the finished
// program: nothing of them moves any more.

import Foundation
import TestKit
import Testing

/// Everything that is printed of the weeks that have ended and of a released quarter, byte by byte.
struct PrintedFigures {
  private(set) var texts: [String: String] = [:]

  init(_ world: CommandWorld, weeks: String, quarter: String) throws {
    let forms = [
      ["--json"], ["--format", "csv"], ["--format", "csv", "--alle-skoler"], ["--format", "html"],
      ["--format", "tekst"], [], ["--sprog", "en"],
    ]
    for (what, name) in [("--uge", weeks), ("--kvartal", quarter)] {
      for form in forms {
        let words = ["tal", what, name] + form
        let result = try Binary.run(
          words + ["--mappe", world.folder, "--nu", world.now], home: world.home.path)
        #expect(result.status == 0 && !result.stdout.isEmpty, "\(words): \(result.stderr)")
        texts[words.joined(separator: " ")] = result.stdout
      }
    }
  }

  /// Says where something has changed.
  func expect(_ later: PrintedFigures, after change: String) {
    #expect(texts.count == 14 && Set(texts.keys) == Set(later.texts.keys))
    for (words, text) in texts.sorted(by: { $0.key < $1.key }) {
      #expect(later.texts[words] == text, "\(words) after \(change)")
    }
  }
}

@Suite struct EndedWeekStoryTests {
  private func importing(_ kind: String, _ text: String, _ world: CommandWorld) throws {
    let path = world.home.path + "/ark.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let result = try world.run("importer", kind, path, "--udfør")
    #expect(result.status == 0, "\(text): \(result.stderr)")
  }

  private func replace(_ old: String, _ new: String, in file: String, _ world: CommandWorld) throws {
    let path = world.folder + "/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func openingDays(_ school: String, _ week: String, _ world: CommandWorld) throws -> Int? {
    let rows = try world.object("tal", "--uge", week)["schools"] as? [[String: Any]]
    return rows?.first { $0["id"] as? String == school }?["openingDays"] as? Int
  }

  /// A folder of 30 weeks whose weeks have ended, with the last quarter of 2025 released.
  private func world() throws -> CommandWorld {
    let world = try CommandWorld(visits: 600, weeks: 30)
    #expect(try world.run("afslut-uger").status == 0)
    #expect(try world.run("frigiv", "--kvartal", "2025-Q4").status == 0)
    return world
  }

  /// One after the other, and all of them together. What has not ended follows the documents of today.
  @Test func nothingThatIsChangedMovesAnEndedWeekOrARelease() throws {
    let world = try world()
    defer { world.remove() }
    func figures() throws -> PrintedFigures {
      try PrintedFigures(world, weeks: "2025-W40..2026-W08", quarter: "2025-Q4")
    }
    let before = try figures()
    #expect(try openingDays("EUC", "2026-W06", world) == 5)
    #expect(before.texts["tal --kvartal 2025-Q4"]?.contains("Bolig") == true)
    func expectSame(after change: String) throws { before.expect(try figures(), after: change) }

    let open = try openingDays("EUC", "2026-W10", world)
    try importing("skoler", "id;navn;tir;gælder fra\nEUC;EUC;;2.3.2026\n", world)
    #expect(try openingDays("EUC", "2026-W10", world) == (open ?? 0) - 1)
    try expectSame(after: "EUC without Tuesdays")

    try importing("skoler", "id;navn;åbnet\nSOSU;SOSU-skolen;15.1.2026\n", world)
    let december = try world.object("tal", "--uge", "2025-W50")
    let rows = try #require(december["schools"] as? [[String: Any]])
    #expect(rows.contains { $0["id"] as? String == "SOSU" && $0["openingDays"] as? Int == 5 })
    try expectSame(after: "SOSU opened in January")

    try importing(
      "kalender", "navn;type;fra;til;skoler\nLukket;lukkedag;1.10.2025;19.12.2025;\n", world)
    try expectSame(after: "a closure of last year")

    for change in ["id;til\nMAL;1.11.2025\n", "id;fra\nCET;1.2.2026\n", "id;til\nNAD;1.9.2025\n"] {
      try importing("kolleger", change, world)
      try expectSame(after: change)
    }
    try replace(
      "\"away\": []", "\"away\": [{\"from\": \"2025-09-01\", \"to\": \"2026-03-01\"}]",
      in: "colleagues.json", world)
    try expectSame(after: "everybody away")

    try replace("\"da\": \"Bolig\"", "\"da\": \"Økonomi\"", in: "topics.json", world)
    try expectSame(after: "the topic Bolig is called Økonomi")
    try replace("\"small\": false", "\"small\": true", in: "schools.json", world)
    try expectSame(after: "all schools are small")
    #expect(try world.run("afslut-uger").status == 0)
    try expectSame(after: "ending again")
  }

  /// The opening date came before the quarter was released: the release has the school's visits.
  @Test func aReleaseCountsASchoolThatOpenedAfterItsWeeksEnded() throws {
    let (moved, still) = (try CommandWorld(visits: 600, weeks: 30), try CommandWorld(visits: 600, weeks: 30))
    defer {
      moved.remove()
      still.remove()
    }
    #expect(try moved.run("afslut-uger").status == 0 && still.run("afslut-uger").status == 0)
    try importing("skoler", "id;navn;åbnet\nSOSU;SOSU-skolen;15.1.2026\n", moved)
    for world in [moved, still] { #expect(try world.run("frigiv", "--kvartal", "2025-Q4").status == 0) }
    for form in [["--json"], ["--format", "csv"], ["--format", "html"]] {
      let texts = try [moved, still].map { world in
        try Binary.run(
          ["tal", "--kvartal", "2025-Q4", "--mappe", world.folder, "--nu", world.now] + form,
          home: world.home.path
        ).stdout.replacingOccurrences(
          of: #""released":"[^"]*""#, with: "", options: .regularExpression)
      }
      #expect(texts[0] == texts[1] && !texts[0].isEmpty)
    }
  }

  /// A school that is not in the documents any more: the same numbers, in a row of its own, by its id, last.
  @Test func aSchoolThatIsGoneIsNamedByItsID() throws {
    let world = try world()
    defer { world.remove() }
    let path = world.folder + "/schools.json"
    var document = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any])
    var schools = try #require(document["schools"] as? [[String: Any]])
    let before = try world.object("tal", "--kvartal", "2025-Q4")
    schools.removeAll { $0["id"] as? String == "VUC" }
    document["schools"] = schools
    try JSONSerialization.data(withJSONObject: document).write(to: URL(fileURLWithPath: path))
    let after = try world.object("tal", "--kvartal", "2025-Q4")
    func row(_ figures: [String: Any]) throws -> NSDictionary {
      let rows = try #require(figures["schools"] as? [[String: Any]])
      return try #require(rows.first { $0["id"] as? String == "VUC" }) as NSDictionary
    }
    #expect(try row(before) == row(after))
    #expect(before["total"] as? NSDictionary == after["total"] as? NSDictionary)
    #expect((after["schools"] as? [[String: Any]])?.last?["id"] as? String == "VUC")
    let csv = try world.run("tal", "--uge", "2026-W06", "--format", "csv").stdout
    #expect(csv.contains("\r\n2026-W06;2026-02-02;VUC;VUC;endelig;5;"))
    for form in [[], ["--format", "html"], ["--format", "tekst"]] {
      let text = try Binary.run(
        ["tal", "--uge", "2026-W06", "--mappe", world.folder, "--nu", world.now] + form,
        home: world.home.path
      ).stdout
      #expect(text.contains("VUC"), "\(form)")
    }
    #expect(try world.run("tal", "--kvartal", "2025-Q4").stdout.contains("\nVUC "))
    // Visits at it before the week ends are counted too.
    let week = try world.object("tal", "--uge", "2026-W10")
    #expect((week["schools"] as? [[String: Any]])?.contains { $0["id"] as? String == "VUC" } == true)
  }

  /// One visit on Skærtorsdag, in a week of holidays.
  @Test func aVisitOutsideOpeningDaysIsSaid() throws {
    var world = try CommandWorld(visits: 60, weeks: 8)
    defer { world.remove() }
    world.now = "2026-04-02T10:12"
    #expect(try world.run("besøg", "--skole", "EUC", "--dag", "2026-04-02").status == 0)
    func expectSaid() throws {
      let text = try world.run("tal", "--uge", "2026-W14").stdout
      #expect(text.contains("Bemandet 0 af 0 dage og 1 dag uden for åbningstid."), "\(text)")
      let html = try world.run("tal", "--uge", "2026-W14", "--format", "html").stdout
      #expect(html.contains("Bemandet 0 af 0 dage og 1 dag uden for åbningstid."))
      #expect(
        try world.run("tal", "--uge", "2026-W14", "--sprog", "en").stdout
          .contains("and 1 day outside opening days") == true)
      let json = try world.object("tal", "--uge", "2026-W14")
      let total = try #require(json["total"] as? [String: Any])
      #expect(total["extraDays"] as? Int == 1 && total["visits"] as? Int == 1)
      #expect(total["staffedDays"] as? Int == 0 && total["openingDays"] as? Int == 0)
    }
    try expectSaid()
    world.now = "2026-04-08T12:30"
    #expect(try world.run("afslut-uger", "--godtag", "--som", "LON").status == 0)
    #expect(try world.object("tal", "--uge", "2026-W14")["final"] as? Bool == true)
    try expectSaid()
  }

  /// FGU is open on Tuesdays and Thursdays.
  @Test func aFridayAtASchoolWithTwoDays() throws {
    var world = try CommandWorld(visits: 60, weeks: 8)
    defer { world.remove() }
    for day in ["2026-03-03", "2026-03-05", "2026-03-06"] {
      world.now = day + "T12:12"
      #expect(try world.run("besøg", "--skole", "FGU").status == 0)
    }
    world.now = "2026-03-11T12:30"
    #expect(try world.run("afslut-uger").status == 0)
    let json = try world.object("tal", "--uge", "2026-W10")
    let rows = try #require(json["schools"] as? [[String: Any]])
    let row = try #require(rows.first { $0["id"] as? String == "FGU" })
    #expect(
      ["openingDays", "staffedDays", "countedDays", "extraDays"].map { row[$0] as? Int } == [2, 2, 2, 1])
  }
}
