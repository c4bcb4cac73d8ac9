// What a change brings with it, through the finished program: imports, refusals, the check, Skal videre.

import Foundation
import TestKit
import Testing

@Suite struct ConsequenceCommandTests {
  private func write(_ text: String, _ world: CommandWorld) throws -> String {
    let path = world.home.path + "/ark.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func consequences(
    _ kind: String, _ text: String, _ world: CommandWorld, isExecuted: Bool = false
  ) throws -> [[String: Any]] {
    let path = try write(text, world)
    let shown =
      isExecuted
      ? try world.object("importer", kind, path, "--udfør") : try world.object("importer", kind, path)
    return try #require(shown["consequences"] as? [[String: Any]])
  }

  /// `til` of a colleague, in the document itself.
  private func end(_ id: String, on day: String, _ world: CommandWorld) throws {
    #expect(
      try world.run("importer", "kolleger", write("id;til\n\(id);\(day)\n", world), "--udfør").status == 0)
  }

  @Test func aWeekdayWithoutHoursNamesItsDuties() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    // From the day on which the running week began; without a day it would be from next Monday.
    let file = "id;navn;tir;gælder fra\nEUC;EUC;;2.3.2026\n"
    let path = try write(file, world)
    let shown = try world.run("importer", "skoler", path)
    #expect(shown.stderr.contains("Det fører med sig:"))
    #expect(
      shown.stderr.contains("EUC, ")
        && shown.stderr.contains("Nadia Tangager (makker Rasmus Gærdesmutte) mister sin vagt"),
      "\(shown.stderr)")
    #expect(shown.stderr.contains("Uge 10: "))
    let english = try world.run("importer", "skoler", path, "--sprog", "en")
    #expect(english.stderr.contains("Nadia Tangager (buddy Rasmus Gærdesmutte) loses the duty"))
    let brought = try consequences("skoler", file, world)
    #expect(brought.map { $0["kind"] as? String } == ["lost-duty", "changed-week"])
    #expect(brought[0]["school"] as? String == "EUC" && brought[0]["colleague"] as? String == "NAD")
    #expect(brought[0]["buddy"] as? String == "RAS" && brought[0]["cause"] as? String == "closed")
    #expect((brought[0]["days"] as? [String])?.first == "2026-03-10")
    #expect(brought[1]["week"] as? String == "2026-W10" && brought[1]["days"] as? [String] == ["2026-03-03"])
  }

  /// A date in the past takes nothing that is planned; the figures of final weeks are another matter.
  @Test func aClosureOfLastYearTakesNoDuty() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let text = "navn;type;fra;til;skoler\nLukket;lukkedag;3.11.2025;3.11.2025;EUC\n"
    #expect(try consequences("kalender", text, world).isEmpty)
    let later = "id;navn;åbnet\nSOSU;SOSU-skolen;15.4.2026\n"
    let kinds = try consequences("skoler", later, world).map { $0["kind"] as? String }
    #expect(kinds.contains("lost-duty") && kinds.contains("changed-week"))
  }

  @Test func aTopicRenamedToAnotherIsToldAndFound() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let text = "kode;tast;navn\nbolig;4;Økonomi\n"
    let brought = try consequences("emner", text, world, isExecuted: true)
    #expect(
      brought.first { $0["kind"] as? String == "same-label" }?["ids"] as? [String] == ["bolig", "oekonomi"])
    let check = try world.run("tjek")
    #expect(check.status == 1 && check.stdout.contains("Flere emner hedder Økonomi: bolig, oekonomi"))
  }

  /// Two planned shifts and a swap go with one closure; all three are named.
  @Test func aClosureNamesTwoShiftsAndASwap() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let terminal = try RealTerminal(
      columns: 100, rows: 30,
      command: [
        Binary.path(), "--mappe", world.folder, "--nu", world.now, "--som", "MAL", "--skole", "EUC",
      ])
    try terminal.waitFor("Enter = ja")
    try terminal.press("Escape")
    try terminal.waitUntilGone("Enter = ja")
    for (keys, text) in [
      (["v"], "Vagtplan · uge 10"), (["PageDown"], "Vagtplan · uge 11"), (["b"], "hvem vil du spørge"),
      (["/", "j", "e", "r", "n", "u", "r", "t", "Enter"], "Intet: Preben Jernurt tager vagten"),
      (["End", "Enter"], "Tilbudt Preben Jernurt"),
    ] {
      for key in keys { try terminal.press(key) }
      try terminal.waitFor(text)
    }
    terminal.close()
    let text = "navn;type;fra;til;skoler\nMøde;lukkedag;12.3.2026;12.3.2026;EUC, VUC\n"
    let brought = try consequences("kalender", text, world)
    #expect(brought.map { $0["kind"] as? String } == ["lost-duty", "lost-duty", "lapsed-swap"])
    #expect(brought.allSatisfy { $0["days"] as? [String] == ["2026-03-12"] })
    let shown = try world.run("importer", "kalender", write(text, world), "--udfør").stderr
    #expect(
      shown.contains("Torsdag den 12. marts, EUC: Malene Smedelyng (makker Preben Jernurt) mister sin vagt"))
    #expect(shown.contains("Byttet bortfalder: Malene Smedelyng tilbyder Preben Jernurt"))
    let check = try world.run("tjek")
    #expect(check.stdout.contains("Et bytte er bortfaldet") && check.stdout.contains("Lukket: Møde"))
  }

  @Test func nothingIsGivenToWhoIsNotHere() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let open = try world.run("overdrag", "--skole", "EUC", "--til", "ING", "--som", "MAL").line
    #expect(try world.run("tag-over", open, "--som", "ING").status == 0)
    let asked = try world.run("overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL").line
    try end("CET", on: "28.2.2026", world)
    for arguments in [
      ["overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL"],
      ["tag-over", asked, "--som", "CET"], ["tag-over", asked, "--som", "MAL"],
      ["giv-videre", open, "--til", "CET", "--som", "ING"], ["åbn", "--skole", "EUC", "--som", "CET"],
    ] {
      let result = try Binary.run(
        arguments + ["--mappe", world.folder, "--nu", world.now], home: world.home.path)
      #expect(result.status == 1 && result.stderr.contains("Çetin Havtorn stoppede"), "\(arguments)")
    }
    let roster = try write("dato;skole;kollega\n2026-03-12;EUC;CET\n", world)
    let refused = try world.run("vagtplan", "importer", roster)
    #expect(refused.status == 65 && refused.stderr.contains("linje 2") && refused.stderr.contains("stoppede"))
    #expect(try world.run("åbn", "--skole", "EUC", "--som", "MAL").status == 0, "others still can")
  }

  @Test func theAgreedDayIsASchoolDayFromTodayOn() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    func offer(_ day: String, _ more: String...) throws -> ProgramResult {
      try Binary.run(
        ["overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL", "--dag", day, "--mappe", world.folder]
          + ["--nu", world.now] + more, home: world.home.path)
    }
    for (day, danish, english) in [
      ("2026-03-04", "Den aftalte dag er gået", "The agreed day is past"),
      ("2026-03-07", "ingen skoledag: lørdag den 7. marts", "no school day: Saturday 7 March"),
      ("2026-04-02", "ingen skoledag: torsdag den 2. april", "no school day: Thursday 2 April"),
    ] {
      let result = try offer(day)
      #expect(
        result.status == 1 && result.stdout.isEmpty && result.stderr.contains(danish), "\(result.stderr)")
      #expect(try offer(day, "--sprog", "en").stderr.contains(english))
    }
    #expect(try world.json("overdragelser") as? [[String: Any]] != nil)
    #expect(try offer("2026-03-05").status == 0)
    let away = try write("id;væk\nCET;9.3.2026..13.3.2026\n", world)
    #expect(try world.run("importer", "kolleger", away, "--udfør").status == 0)
    let warned = try offer("2026-03-10")
    #expect(
      warned.status == 0 && warned.stderr.contains("Çetin Havtorn er væk til og med fre. 13. mar. 2026"))
  }

  @Test func whatALeaverHoldsMustMoveOn() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let id = try world.run("overdrag", "--skole", "EUC", "--til", "ING", "--som", "MAL").line
    func mustMoveOn() throws -> Bool? {
      let list = try #require(try world.json("overdragelser") as? [[String: Any]])
      return list.first { $0["id"] as? String == id }?["mustMoveOn"] as? Bool
    }
    #expect(try mustMoveOn() == false)
    let text = "id;til\nMAL;4.3.2026\n"
    let brought = try consequences("kolleger", text, world, isExecuted: true)
    let handover = try #require(brought.first { $0["handover"] as? String == id })
    #expect(handover["kind"] as? String == "handover-of-leaver" && handover["role"] as? String == "holder")
    #expect(try mustMoveOn() == true)
    #expect(try world.run("overdragelser").stdout.contains("Skal videre"))
    let check = try world.findings("tjek")
    let codes = Set(try #require(check["findings"] as? [[String: Any]]).compactMap { $0["code"] as? String })
    #expect(codes.isSuperset(of: ["handover-of-leaver", "lost-duty", "lost-buddy"]), "\(codes)")
  }
}

extension CommandWorld {
  /// The JSON of a command that finds something, and says so with its exit code.
  fileprivate func findings(_ arguments: String...) throws -> [String: Any] {
    let result = try Binary.run(
      arguments + ["--mappe", folder, "--nu", now, "--json"], home: home.path)
    #expect(result.status == 1)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any])
  }
}
