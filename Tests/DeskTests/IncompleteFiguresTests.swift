// Sums that something is missing from say so on every surface, and name what it is.
import Foundation
import TestKit
import Testing

@Suite struct IncompleteFiguresTests {
  /// A demo folder in which documents hold what they are given here, with no copies of them anywhere.
  private func world(_ documents: [String: String]) throws -> CommandWorld {
    let world = try CommandWorld(visits: 40, weeks: 4).withoutEndedWeeks()
    for (name, text) in documents {
      try Data(text.utf8).write(to: URL(fileURLWithPath: world.folder + "/" + name))
    }
    return world
  }

  private func files(_ json: [String: Any]) -> [String] {
    ((json["gaps"] as? [[String: Any]]) ?? []).compactMap { $0["file"] as? String }
  }

  @Test func withoutTheSchoolsThereAreNoFigures() throws {
    let world = try world(["schools.json": "{"])
    defer { world.remove() }
    let week = try world.object("tal", "--uge", "2026-W10")
    #expect(week["complete"] as? Bool == false && files(week) == ["schools.json"])
    let mark = "Ufuldstændig: fejl i schools.json."
    for format in ["html", "tekst", "tabel"] {
      #expect(
        try world.run("tal", "--uge", "2026-W10", "--format", format).stdout.contains(mark), "\(format)")
    }
    let csv = try world.run("tal", "--uge", "2026-W10", "--format", "csv")
    // What was recorded is counted at the ids that the records name.
    #expect(
      csv.stdout.contains("2026-W10;2026-03-02;GYM;GYM;ikke afsluttet, ufuldstændig: fejl i schools.json;"))
    #expect(csv.stderr.contains(mark))
    for arguments in [["i-dag"], ["i-dag", "--json"], ["--skærmlæser"]] {
      let result = try Binary.run(
        arguments + ["--mappe", world.folder, "--nu", world.now], input: "1\n", home: world.home.path)
      #expect(result.status == 65, "\(arguments)")
      #expect(result.stderr.contains("schools.json i \(world.folder) er ødelagt"), "\(arguments)")
      #expect(!result.stderr.contains("ingen skoler"))
    }
  }

  /// The winter break is in the calendar: without it the week looks open.
  @Test func withoutTheCalendarAWeekIsNotFinal() throws {
    let world = try world(["calendar.json": "{"])
    defer { world.remove() }
    let week = try world.object("tal", "--uge", "2026-W07")
    #expect(week["complete"] as? Bool == false && files(week) == ["calendar.json"])
    let csv = try world.run("tal", "--uge", "2026-W07", "--format", "csv").stdout
    #expect(csv.contains(";EUC;EUC;ikke afsluttet, ufuldstændig: fejl i calendar.json;"))
    let page = try world.run("tal", "--uge", "2026-W07", "--format", "html").stdout
    #expect(page.contains("Ufuldstændig: fejl i calendar.json.") && !page.contains("Endelig:"))
    let sheet = try world.run("ugemøde", "--uge", "2026-W07")
    #expect(sheet.stdout.contains("Ufuldstændig: fejl i calendar.json."))
  }

  /// Nobody is known, so nobody is on duty; that is the document's fault and not the roster's.
  @Test func withoutTheColleaguesDutiesAreNotKnown() throws {
    let world = try world(["colleagues.json": "{"])
    defer { world.remove() }
    #expect(try files(world.object("tal", "--uge", "2026-W09")) == ["colleagues.json"])
    #expect(try world.run("i-dag").stdout.contains("\nUfuldstændig: fejl i colleagues.json.\n"))
  }

  @Test func aLineThatIsDamagedMarksTheDayEverywhere() throws {
    let world = try CommandWorld(visits: 10, weeks: 2)
    defer { world.remove() }
    for _ in 0..<3 { #expect(try world.run("besøg", "--skole", "EUC").status == 0) }
    let writer = try #require(
      try world.rawLines("visits").last { $0.line.contains("2026-03-05") }?.file)
    let path = world.folder + "/log/" + writer
    var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    #expect(lines.count >= 4)
    lines[lines.count - 3] = lines[lines.count - 3].replacingOccurrences(of: "EUC", with: "EUD")
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    let today = try world.object("i-dag")
    #expect(today["complete"] as? Bool == false && today["missing"] as? Int == 1)
    let mark = "Ufuldstændig: én post mangler."
    #expect(try world.run("i-dag").stdout.contains("\n\(mark)\n"))
    let spoken = try world.run("--skærmlæser", "--skole", "EUC", input: "9\n")
    #expect(spoken.stdout.contains("\(mark)\nSkole: "))
    #expect(spoken.stdout.contains("\(mark) Kør: elevtjenesten tjek\nMenu:"))
  }

  /// What stands in the file's place holds nobody knows how many records.
  @Test func aFileThatCannotBeReadHasAtLeastARecord() throws {
    let world = try CommandWorld(visits: 40, weeks: 4)
    defer { world.remove() }
    let file = try #require(try world.rawLines("visits").first?.file)
    try FileManager.default.removeItem(atPath: world.folder + "/log/" + file)
    try FileManager.default.createDirectory(
      atPath: world.folder + "/log/" + file, withIntermediateDirectories: false)
    let today = try world.run("i-dag").stdout
    #expect(today.contains("Ufuldstændig: mindst "), "\(today)")
    #expect(today.contains("(log/\(file) kan ikke læses)."), "\(today)")
    #expect(try files(world.object("i-dag")) == ["log/" + file])
  }

  /// A record of a later format, as the golden one but for its version.
  @Test func recordsOfANewerProgramAreNotCounted() throws {
    let world = try CommandWorld(visits: 10, weeks: 2)
    defer { world.remove() }
    let folder = world.folder + "/log/euc-00000000000000aa"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o2750])
    let line =
      #"{"v":3,"s":1,"p":"00000000000000000000000000000000","k":"visit","b":{"new":1}"#
      + #","h":"bafd8dda1642b47663774f3c90c83be2"}"# + "\n"
    try Data(line.utf8).write(to: URL(fileURLWithPath: folder + "/visits-2026-W10.jsonl"))
    let week = try world.object("tal", "--uge", "2026-W10")
    #expect(week["complete"] as? Bool == false)
    #expect((week["gaps"] as? [[String: Any]])?.first?["kind"] as? String == "newer")
    let words = "poster fra et nyere program (format 3) er ikke talt med."
    #expect(try world.run("tal", "--uge", "2026-W10").stdout.contains(words))
    let spoken = try world.run("--skærmlæser", "--skole", "EUC", input: "9\n").stdout
    #expect(spoken.contains("Kun læsning: mappen er skrevet af et nyere program (format 3)."))
  }

  /// A visit with an outcome that this program does not know: nothing is damaged, lost or read only, and
  /// no sum is called complete. Its lines were written by hand, their hashes by `sha256sum`.
  @Test func recordsThatAreNotUnderstoodAreNotCounted() throws {
    let world = try CommandWorld(visits: 10, weeks: 2)
    defer { world.remove() }
    #expect(try world.object("tal", "--uge", "2026-W10")["complete"] as? Bool == true)
    let place = "log/euc-00000000000000aa"
    try FileManager.default.createDirectory(
      atPath: world.folder + "/" + place, withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o2750])
    let head =
      #"{"v":1,"s":1,"p":"00000000000000000000000000000000","k":"segment","b":{"continues":null,"#
      + #""program":"elevtjenesten 9","stream":"visits","week":"2026-W10","writer":"euc-00000000000000aa"},"#
      + #""h":"2c563c2acc7662b0534ea53585c78d16"}"#
    let visit =
      #"{"v":1,"s":2,"p":"2c563c2acc7662b0534ea53585c78d16","k":"visit","b":{"day":"2026-03-05","#
      + #""id":"00112233445566778899aabbccddeeff","outcome":"nyt-udfald","school":"EUC","topic":"bolig"},"#
      + #""h":"d8e43e4853a095091c652033ac716567"}"#
    let file = place + "/visits-2026-W10.jsonl"
    try Data((head + "\n" + visit + "\n").utf8).write(to: URL(fileURLWithPath: world.folder + "/" + file))
    let week = try world.object("tal", "--uge", "2026-W10")
    #expect(week["complete"] as? Bool == false && week["missing"] as? Int == 0)
    #expect((week["gaps"] as? [[String: Any]])?.first?["kind"] as? String == "newer")
    let words = "Ufuldstændig: poster fra et nyere program er ikke talt med."
    #expect(try world.run("tal", "--uge", "2026-W10").stdout.contains(words))
    #expect(try world.run("i-dag").stdout.contains(words))
    let check = try world.run("tjek").stdout
    #expect(check.contains(file) && check.contains("er skrevet af et nyere program"), "\(check)")
    #expect(!check.contains("mangler"), "\(check)")
    #expect(try world.run("log", "--skole", "EUC").status == 0)
    #expect(try !world.run("i-dag").stdout.contains("Kun læsning"))
  }
}
