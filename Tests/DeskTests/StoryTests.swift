// A day at the desk in a real terminal: what is pressed, what is shown, and what is on the disk.
import Foundation
import TestKit
import Testing

/// A demo folder that is kept, and desks opened on it.
private struct DemoDesk {
  let place: TemporaryFolder
  var folder: String { place.path + "/demo" }

  init() throws { place = try TemporaryFolder() }

  /// The desk on the demo, as its first screen asks who is here.
  func open(
    now: String = "2026-03-05T10:12", columns: Int = 80, rows: Int = 24, _ more: String...
  ) throws -> RealTerminal {
    let terminal = try RealTerminal(
      columns: columns, rows: rows,
      command: [Binary.path(), "demo", "--behold", folder, "--nu", now] + more)
    try terminal.waitFor("Enter = ja")
    return terminal
  }

  func run(_ arguments: String...) throws -> ProgramResult {
    try Binary.run(arguments + ["--mappe", folder, "--nu", "2026-03-05T10:13"])
  }

  /// Visits of a school today, as another program is told.
  func visits(at school: String) throws -> Int? {
    let result = try run("i-dag", "--json")
    let today = try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any]
    let schools = today?["schools"] as? [[String: Any]]
    return schools?.first { $0["id"] as? String == school }?["visits"] as? Int
  }
}

@Suite(.serialized) struct StoryTests {
  @Test func aVisitIsThreeKeysAndOutlivesAKill() throws {
    let demo = try DemoDesk()
    defer { demo.place.remove() }
    let desk = try demo.open()
    defer { desk.close() }
    #expect(try desk.screen().contains("DEMO"))
    #expect(try desk.screen().contains("INGEN PÅ VAGT"))
    try desk.press("Enter")
    try desk.waitFor("Døren er åben")
    try desk.press("b", "4", "Enter")
    try desk.waitFor("Gemt ✓")
    try desk.waitFor("Bolig")
    #expect(try demo.visits(at: "EUC") == 1)
    try desk.kill(signal: SIGKILL)
    // Nothing restores a terminal after a kill, so the shell's word stands amid the last frame.
    try desk.waitFor("EXIT 137")

    let again = try demo.open()
    defer { again.close() }
    try again.press("Enter")
    try again.waitForRow("EUC", " 1 ")
    try again.press("f")
    try again.waitForRow("EUC", " – ")
    #expect(try demo.visits(at: "EUC") == nil)
    // A second key takes back something else or says that there is nothing; never the visit again.
    #expect(try demo.run("tjek", "--dybt").status == 0)
  }

  /// A mount that went, or a folder that was moved: the desk must not write into whatever stands there.
  @Test func anotherFolderInItsPlaceGetsNothing() throws {
    let demo = try DemoDesk()
    defer { demo.place.remove() }
    let other = demo.place.path + "/other"
    let made = try Binary.run(
      ["demo-data", "--mappe", other, "--besøg", "5", "--uger", "2", "--nu", "2026-03-05T10:12"])
    #expect(made.status == 0)
    let files = { try FileManager.default.subpathsOfDirectory(atPath: other).sorted() }
    let before = try files()
    let desk = try demo.open()
    defer { desk.close() }
    try desk.press("Enter")
    try desk.waitFor("Døren er åben")
    try desk.press("b", "4")
    try desk.waitFor("hvordan endte")
    #expect(rename(demo.folder, demo.folder + "-aside") == 0 && rename(other, demo.folder) == 0)
    try desk.press("Enter")
    try desk.waitFor("IKKE GEMT")
    #expect(rename(demo.folder, other) == 0 && rename(demo.folder + "-aside", demo.folder) == 0)
    #expect(try files() == before)
    // The visit waits where it was chosen, and goes where it belongs.
    try desk.press("Enter")
    try desk.waitFor("Gemt ✓")
    #expect(try demo.visits(at: "EUC") == 1)
  }

  @Test func quittingGivesTheTerminalBack() throws {
    let demo = try DemoDesk()
    defer { demo.place.remove() }
    let desk = try demo.open()
    defer { desk.close() }
    try desk.press("Enter")
    try desk.waitFor("Døren er åben")
    try desk.press("q")
    // The door is open and a handover is held: it asks, naming both.
    try desk.waitFor("n ")
    try desk.press("j")
    #expect(try desk.waitForExit() == 0)
    #expect(desk.home.text(of: "stty-before") == desk.home.text(of: "stty-after"))
    #expect(try !desk.screen().contains("INGEN PÅ VAGT"))
    #expect(try demo.run("i-dag").stdout.contains("Slut for i dag"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func aSignalIsAnEndLikeAnyOther(signal: Int32) throws {
    let desk = try RealTerminal(
      command: [Binary.path(), "demo", "--nu", "2026-03-05T10:12"], environment: ["TMPDIR": "/tmp"])
    defer { desk.close() }
    try desk.waitFor("Enter = ja")
    let left = { try FileManager.default.contentsOfDirectory(atPath: "/tmp") }
    let pid = try #require(desk.home.text(of: "pid")).trimmingCharacters(in: .whitespacesAndNewlines)
    let own = "elevtjenesten-demo-\(pid)-"
    #expect(try left().contains { $0.hasPrefix(own) })
    try desk.kill(signal: signal)
    #expect(try desk.waitForExit() == 0)
    #expect(try !left().contains { $0.hasPrefix(own) })
    #expect(desk.home.text(of: "stty-before") == desk.home.text(of: "stty-after"))
  }

  @Test func aResizeIsFollowedAndATooSmallWindowSaysSo() throws {
    let demo = try DemoDesk()
    defer { demo.place.remove() }
    let desk = try demo.open()
    defer { desk.close() }
    try desk.press("Enter")
    try desk.waitFor("Døren er åben")
    try desk.resize(columns: 50, rows: 15)
    try desk.waitFor("60")
    #expect(try !desk.screen().contains("Handelsgymnasiet"))
    try desk.resize(columns: 120, rows: 40)
    try desk.waitFor("Handelsgymnasiet")
  }

  @Test func twoDesksSeeEachOtherWithinTwoSeconds() throws {
    let demo = try DemoDesk()
    defer { demo.place.remove() }
    let one = try demo.open()
    defer { one.close() }
    try one.press("Enter")
    try one.waitFor("Døren er åben")
    let two = try demo.open(now: "2026-03-05T10:12", "--som", "CET", "--skole", "VUC")
    defer { two.close() }
    try two.press("Enter")
    try two.waitForRow("EUC", "Åben")
    // A visit at one desk, without a key at the other.
    try one.press("b", "2", "Enter")
    try one.waitFor("Gemt ✓")
    try two.waitForRow("EUC", " 1 ", seconds: 4)
    // Çetin takes over the one handover that waits for him; Malene holds it no longer.
    try one.press("Escape")
    try one.waitFor("Du holder 1")
    try two.press("o", "t")
    try one.waitUntilGone("Du holder 1", seconds: 6)
  }

  @Test func midnightTurnsTheDay() throws {
    let demo = try DemoDesk()
    defer { demo.place.remove() }
    let desk = try demo.open(now: "2026-03-05T23:59:50")
    defer { desk.close() }
    #expect(try desk.screen().contains("torsdag den 5. marts"))
    try desk.waitFor("fredag den 6. marts", seconds: 20)
  }

  @Test func aDumbTerminalIsToldWhatToDoInstead() throws {
    let desk = try RealTerminal(
      command: [Binary.path(), "demo", "--nu", "2026-03-05T10:12"], environment: ["TERM": "dumb"])
    defer { desk.close() }
    #expect(try desk.waitForExit() == 69)
    #expect(try desk.screen().contains("elevtjenesten i-dag"))
  }
}

extension RealTerminal {
  /// Waits until a row that has one text also has the other.
  fileprivate func waitForRow(_ start: String, _ text: String, seconds: Double = 20) throws {
    try wait(seconds: seconds, for: "\(start) with \(text)") {
      try screen().split(separator: "\n").contains { row in
        row.contains("   \(start) ") || row.contains(" > \(start) ") ? row.contains(text) : false
      }
    }
  }
}

@Suite struct OtherWaysInTests {
  @Test func aBoardShowsTheRosterAndTakesNoKeys() throws {
    let desk = try RealTerminal(command: [Binary.path(), "demo", "--tavle", "--nu", "2026-03-05T10:12"])
    defer { desk.close() }
    try desk.waitFor("Malene Smedelyng")
    let before = try desk.screen()
    #expect(before.contains("INGEN PÅ VAGT") && !before.contains("Besøg") && !before.contains("Du holder"))
    try desk.press("b", "Enter", "o", "Escape", "z")
    try desk.resize(columns: 100, rows: 30)
    // The name stands in the picture from before, so the door is waited for too.
    try desk.waitFor("Ikke åbnet")
    // In a small window something gives way, but never whether a door is open.
    try desk.resize(columns: 60, rows: 20)
    try desk.waitFor("Malene Smedelyng  Ikke åbnet")
    let small = try desk.screen().split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(small.contains("Handelsgymnasiet – INGEN PÅ VAGT"))
    try desk.press("q")
    #expect(try desk.waitForExit() == 0)
  }

  @Test func aScreenReaderHearsLabelsAndNumbers() throws {
    let place = try TemporaryFolder()
    defer { place.remove() }
    let demo = ["demo", "--behold", place.path + "/demo", "--nu", "2026-03-05T10:12", "--skaermlaeser"]
    // A visit about housing, then the same visit taken back, a zero, a wrong number, the end.
    let result = try Binary.run(demo, input: "2\n4\n1\n7\n3\n99\n9\n")
    #expect(result.status == 0 && result.stderr.contains("Demoen ligger i"))
    let lines = result.stdout.split(separator: "\n").map(String.init)
    #expect(lines.contains("Skole: EUC") && lines.contains("Du er: Malene Smedelyng"))
    #expect(lines.contains("Vagt i dag: Malene Smedelyng, 9.30–13.30, Makker Preben Jernurt"))
    #expect(lines.contains { $0.hasPrefix("Gemt ✓ Besøg på EUC") } && lines.contains("Gemt ✓ Fortrudt."))
    #expect(lines.contains { $0.contains("talt, ingen besøg") })
    #expect(lines.contains("Det er ikke et af tallene."))
    // No escape sequence ever.
    #expect(!result.stdout.contains("\u{1B}"))
    let check = try Binary.run(["tjek", "--dybt", "--mappe", place.path + "/demo"])
    #expect(check.status == 0, "\(check.stdout)")
  }

  @Test func theEndOfInputIsTheEnd() throws {
    let result = try Binary.run(["demo", "--nu", "2026-03-05T10:12", "--skærmlæser"])
    #expect(result.status == 0)
  }
}
