// `afslut-uger`: ending what is due, what it names, revising, and what all outputs say of a revised week.

import Foundation
import TestKit
import Testing

@testable import Store

@Suite struct EndWeeksCommandTests {
  /// On Wednesday of week 11, half past twelve: week 10 is over. VUC has recorded something this morning.
  private func world() throws -> CommandWorld {
    var world = try CommandWorld(visits: 400, weeks: 24)
    world.now = "2026-03-11T12:30"
    #expect(try world.run("besøg", "--skole", "VUC").status == 0)
    return world
  }

  private func records(_ world: CommandWorld) throws -> [String] {
    try world.bodies("week", stream: "duty").compactMap { $0["week"] as? String }.sorted()
  }

  @Test func endsWhatIsDueAndThenNothing() throws {
    let world = try world()
    defer { world.remove() }
    let before = try records(world)
    #expect(before.count == 24 && Set(before).count == 24)
    // Holidays too: weeks 38 to 52 of 2025 and 1 to 9 of 2026.
    #expect(before.first == "2025-W38" && before.last == "2026-W09" && before.contains("2025-W52"))
    #expect(try world.object("tal", "--uge", "2026-W10")["final"] as? Bool == false)
    let open = try world.run("tal", "--uge", "2026-W10").stdout
    #expect(open.contains("ikke afsluttet") && !open.contains("endelig"))
    let done = try world.run("afslut-uger")
    #expect(done.status == 0 && done.line == "2026-W10" && done.stderr.contains("Afsluttet: 1 uger."))
    let again = try world.run("afslut-uger")
    #expect(again.status == 0 && again.stdout.isEmpty && again.stderr.contains("Ingen uger at afslutte."))
    #expect(try records(world) == before + ["2026-W10"])
    let json = try world.object("tal", "--uge", "2026-W10")
    #expect(json["final"] as? Bool == true && json["edition"] as? Int == 1 && json["revised"] is NSNull)
    #expect((json["late"] as? [Any])?.isEmpty == true)
    #expect(try world.run("tjek", "--dybt").status == 0)
    let line = try #require(
      try world.rawLines("duty").map(\.line).last { $0.contains(#""k":"week""#) })
    #expect(line.hasPrefix(#"{"v":2,"#))
    // Numbers and ids alone: nobody's name and no text.
    for name in ["Malene", "EUC-", "topic", "outcome"] { #expect(!line.contains(name)) }
  }

  /// A line is lost of the file of week 10.
  @Test func namesWhatItCannotEnd() throws {
    let world = try world()
    defer { world.remove() }
    let files = try world.rawLines("visits").filter { $0.file.hasSuffix("visits-2026-W10.jsonl") }
    let file = try #require(
      Dictionary(grouping: files, by: \.file).first { $0.value.count > 3 }?.value)
    var lines = file.map(\.line)
    lines.remove(at: lines.count - 2)
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: world.folder + "/log/" + file[0].file, atomically: false, encoding: .utf8)
    let left = try world.run("afslut-uger")
    #expect(left.status == 1 && left.stdout.isEmpty)
    #expect(left.stderr.contains("Uge 10, 2026 kan ikke afsluttes: "), "\(left.stderr)")
    #expect(left.stderr.contains("én post mangler") && left.stderr.contains("--godtag --som KOLLEGA"))
    let english = try world.run("afslut-uger", "--sprog", "en")
    #expect(english.stderr.contains("Week 10, 2026") && english.stderr.contains("one record is missing"))
    let json = try world.run("afslut-uger", "--json")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [String: Any])
    let weeks = (report["left"] as? [[String: Any]])?.compactMap { $0["week"] as? String }
    #expect(json.status == 1 && weeks == ["2026-W10"] && (report["ended"] as? [Any])?.isEmpty == true)
    for whom in [[], ["--som", "MAL"]] {
      let refused = try Binary.run(
        ["afslut-uger", "--godtag", "--mappe", world.folder, "--nu", world.now] + whom, home: world.home.path)
      #expect(refused.status == 1 && refused.stderr.contains("Det kan kun en koordinator"))
    }
    #expect(try world.run("afslut-uger", "--godtag", "--som", "LON").line == "2026-W10")
    let week = try world.object("tal", "--uge", "2026-W10")
    #expect(week["final"] as? Bool == true && week["complete"] as? Bool == false)
    #expect(week["missing"] as? Int == 1)
    let record = try #require(try world.bodies("week", stream: "duty").last { $0["missing"] as? Int == 1 })
    #expect(record["by"] as? String == "LON" && record["week"] as? String == "2026-W10")
  }

  /// A record of week 10 that another machine, whose clock is behind, writes after it ended.
  private func late(_ world: CommandWorld, _ arguments: String...) throws {
    let result = try Binary.run(
      arguments + ["--mappe", world.folder, "--nu", "2026-03-06T11:00"],
      environment: ["XDG_STATE_HOME": world.home.path + "/late"], home: world.home.path)
    #expect(result.status == 0, "\(result.stderr)")
  }

  private func figures(_ world: CommandWorld, _ form: String...) throws -> String {
    try Binary.run(
      ["tal", "--uge", "2026-W10", "--mappe", world.folder, "--nu", world.now] + form, home: world.home.path
    ).stdout
  }

  @Test func whatComesLaterStandsBesideUntilItIsTakenIn() throws {
    var world = try world()
    defer { world.remove() }
    #expect(try world.run("afslut-uger").status == 0)
    let before = try world.object("tal", "--uge", "2026-W10")
    let plain = try figures(world)
    try late(world, "besøg", "--skole", "EUC")
    try late(world, "besøg", "--skole", "EUC", "--dag", "2026-03-04")
    try late(world, "sparring", "--skole", "GYM")
    let beside = try world.object("tal", "--uge", "2026-W10")
    for key in ["schools", "total", "edition"] {
      #expect(beside[key] as? NSObject == before[key] as? NSObject, "\(key)")
    }
    let late = try #require(beside["late"] as? [[String: Any]])
    #expect(late.map { $0["id"] as? String } == ["EUC", "GYM"])
    #expect(late.map { $0["visits"] as? Int } == [2, 0] && late.map { $0["sparring"] as? Int } == [0, 1])
    let table = try figures(world)
    #expect(
      table.contains("Kommet til siden: EUC +2, Det almene gymnasium (sparring +1).") == true, "\(table)")
    #expect(table.split(separator: "\n").filter { !$0.hasPrefix("Kommet") } == plain.split(separator: "\n"))
    #expect(try figures(world, "--format", "html").contains("Kommet til siden: EUC +2"))
    #expect(try figures(world, "--format", "csv").contains(";EUC;EUC;endelig, kommet til siden +2;5;"))
    #expect(try figures(world, "--sprog", "en").contains("EUC +2"))

    for whom in [[], ["--som", "MAL"]] {
      let refused = try Binary.run(
        ["afslut-uger", "--ret", "2026-W10", "--mappe", world.folder, "--nu", world.now] + whom,
        home: world.home.path)
      #expect(refused.status == 1 && refused.stderr.contains("Det kan kun en koordinator"))
    }
    world.now = "2026-03-14T09:00"
    let revised = try world.run("afslut-uger", "--ret", "2026-W10", "--som", "LON")
    #expect(revised.status == 0 && revised.stdout.contains("EUC: Besøg "), "\(revised.stderr)")
    let after = try world.object("tal", "--uge", "2026-W10")
    #expect(after["edition"] as? Int == 2 && after["revised"] as? String == "2026-03-14")
    #expect((after["late"] as? [Any])?.isEmpty == true)
    let sums = [before, after].compactMap { ($0["total"] as? [String: Any])?["visits"] as? Int }
    #expect(sums.count == 2 && sums[1] == sums[0] + 2)
    #expect(try figures(world).contains("\n2. udgave, rettet 14. marts.\n"))
    #expect(
      try figures(world, "--format", "csv").contains(";EUC;EUC;endelig, 2. udgave, rettet 14. marts;5;"))
    for form in ["html", "tekst"] {
      #expect(
        try figures(world, "--format", form).contains("2. udgave, rettet 14. marts") == true, "\(form)")
    }
    let again = try world.run("afslut-uger", "--ret", "2026-W10", "--som", "LON")
    #expect(again.status == 1 && again.stderr.contains("ikke kommet noget til"))
    let never = try world.run("afslut-uger", "--ret", "2026-W11", "--som", "LON")
    #expect(never.status == 1 && never.stderr.contains("er ikke afsluttet"))
    #expect(try world.run("tjek", "--dybt").status == 0)
  }

  /// A visit that counted is taken back by a desk whose clock is behind.
  @Test func whatIsTakenBackLaterIsMinus() throws {
    let world = try world()
    defer { world.remove() }
    try late(world, "besøg", "--skole", "EUC")
    let id = try #require(
      try world.bodies("visit", stream: "visits").last { $0["day"] as? String == "2026-03-06" })
    #expect(try world.run("afslut-uger").status == 0)
    try late(world, "fortryd", try #require(id["id"] as? String))
    #expect(try figures(world).contains("Kommet til siden: EUC −1."))
    #expect(try world.run("afslut-uger", "--ret", "2026-W10", "--som", "LON").status == 0)
    #expect(!(try figures(world)).contains("Kommet til siden"))
  }

  /// A snow day that is entered after the week ended.
  @Test func countedAnewIsShownFirst() throws {
    let world = try world()
    defer { world.remove() }
    #expect(try world.run("afslut-uger").status == 0)
    let path = world.home.path + "/sne.csv"
    try Data("navn;type;fra;til;skoler\nSne;lukkedag;5.3.2026;5.3.2026;GYM\n".utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(try world.run("importer", "kalender", path, "--udfør").status == 0)
    let before = try figures(world, "--json")
    let shown = try world.run("afslut-uger", "--ret", "2026-W10", "--forfra", "--som", "LON")
    #expect(shown.status == 0 && shown.stdout.contains("Åbningsdage 5 → 4"), "\(shown.stdout)")
    #expect(shown.stderr.contains("Intet er skrevet") && shown.stdout.split(separator: "\n").count == 1)
    #expect(try figures(world, "--json") == before)
    let done = try world.run("afslut-uger", "--ret", "2026-W10", "--forfra", "--udfør", "--som", "LON")
    #expect(done.status == 0 && done.stdout == shown.stdout)
    let after = try world.object("tal", "--uge", "2026-W10")
    #expect(after["edition"] as? Int == 2)
    let rows = try #require(after["schools"] as? [[String: Any]])
    #expect(rows.first { $0["id"] as? String == "GYM" }?["openingDays"] as? Int == 4)
    #expect(try world.run("afslut-uger", "--ret", "2026-W10", "--forfra", "--som", "LON").status == 1)
    for wrong in [["--forfra"], ["--udfør"], ["--ret", "2026-W10", "--udfør"], ["--ret", "uge 10"]] {
      let usage = try Binary.run(["afslut-uger", "--mappe", world.folder] + wrong, home: world.home.path)
      #expect(usage.status == 64, "\(wrong)")
    }
  }

  /// A quarter that was released keeps its release; its week says that it was revised.
  @Test func aReleasedQuarterKeepsItsRelease() throws {
    let world = try world()
    defer { world.remove() }
    #expect(try world.run("frigiv", "--kvartal", "2025-Q4").status == 0)
    func quarter() throws -> [String] {
      try [["--json"], ["--format", "csv"], []].map {
        try Binary.run(
          ["tal", "--kvartal", "2025-Q4", "--mappe", world.folder, "--nu", world.now] + $0,
          home: world.home.path
        ).stdout
      }
    }
    let before = try quarter()
    let other = try Binary.run(
      ["besøg", "--skole", "EUC", "--mappe", world.folder, "--nu", "2025-11-06T10:12"],
      environment: ["XDG_STATE_HOME": world.home.path + "/late"], home: world.home.path)
    #expect(other.status == 0)
    #expect(try quarter() == before)
    #expect(try world.run("afslut-uger", "--ret", "2025-W45", "--som", "LON").status == 0)
    #expect(try world.object("tal", "--uge", "2025-W45")["edition"] as? Int == 2)
    #expect(try quarter() == before)
    #expect(try world.run("tal", "--uge", "2025-W45", "--format", "csv").stdout.contains("2. udgave"))
  }

  /// A program that knows no ended weeks finds lines of a later version, and writes nothing; so does this one
  /// with lines of a version after its own.
  @Test func whatALaterProgramWroteStopsWriting() throws {
    let world = try world()
    defer { world.remove() }
    let last = try #require(try world.rawLines("duty").last)
    let path = world.folder + "/log/" + last.file
    let record = try Array(last.line.utf8).withUnsafeBytes { try LineCodec.decode($0) }
    let body = EncodedBody(kind: "week", version: 3, body: Array("{}".utf8))
    let line = LineCodec.encode(sequence: record.sequence + 1, previous: record.hash, body).line
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + String(decoding: line, as: UTF8.self)).write(toFile: path, atomically: false, encoding: .utf8)
    let before = try records(world)
    let result = try world.run("afslut-uger")
    #expect(result.status != 0 && result.stdout.isEmpty && result.stderr.contains("3"), "\(result.stderr)")
    #expect(try records(world) == before)
    #expect(try world.run("besøg", "--skole", "EUC").status != 0)
  }
}
