// What a person sees of a fault on the real screen, in both languages, and how it goes away again.

import Domain
import Foundation
import Glibc
import Store
import TestKit
import Testing

@Suite("Faults on the screen", .serialized) struct ShownTroubleTests {
  private static let now = "2026-03-05T10:12"
  private static let limiter = "/usr/bin/prlimit"

  /// A desk in a real terminal on a made-up folder, with its texts in one language.
  private final class Desk {
    let home: TemporaryFolder
    let terminal: RealTerminal
    let isDanish: Bool
    var data: String { home.path + "/data" }

    init(_ language: String) throws {
      home = try TemporaryFolder()
      isDanish = language == "da"
      terminal = try Self.start(Self.makeFolder(in: home), language)
      // The name on the door stands there only when the folder has been read.
      try terminal.waitFor("Malene Smedelyng")
      try terminal.press("Escape")
    }

    static func makeFolder(in home: TemporaryFolder) throws -> String {
      let data = home.path + "/data"
      let made = try Binary.run(
        ["demo-data", "--mappe", data, "--besøg", "12", "--uger", "1", "--nu", now], home: home.path)
      try #require(made.status == 0, "\(made.stderr)")
      return data
    }

    static func start(_ data: String, _ language: String) throws -> RealTerminal {
      try RealTerminal(
        command: [
          Binary.path(), "--mappe", data, "--nu", now, "--sprog", language, "--skole", "EUC", "--som", "MAL",
        ])
    }

    func waitFor(_ danish: String, _ english: String) throws {
      try terminal.waitFor(isDanish ? danish : english)
      if let place = ProcessInfo.processInfo.environment["ELEVTJENESTEN_SHOW"] {
        print("=== \(danish) [\(place)]\n\(try terminal.screen())")
      }
    }

    func waitUntilGone(_ danish: String, _ english: String) throws {
      try terminal.waitUntilGone(isDanish ? danish : english)
    }

    /// Files of the program may grow to this size from now on.
    func limitFiles(to size: String) throws {
      let process = try #require(terminal.programProcessID)
      let result = try Subprocess.run(
        [limiter, "--pid", "\(process)", "--fsize=\(size):unlimited"], environment: [:])
      try #require(result.status == 0, "\(result.stderr)")
    }

    /// The files of visits, the newest writer's own one among them.
    func visits() throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: data + "/log").sorted()
        .filter { $0.contains("/visits-") }.map { data + "/log/" + $0 }
    }

    func append(_ bytes: [UInt8], to path: String) throws {
      let file = open(path, O_WRONLY | O_APPEND)
      defer { Glibc.close(file) }
      try #require(write(file, bytes, bytes.count) == bytes.count)
    }

    func close() {
      terminal.close()
      home.remove()
    }
  }

  /// A part of the folder is away: what can still be known is shown, and nobody is said to be missing.
  @Test(arguments: ["da", "en"]) func aFolderWithoutHandoversStillNamesWhoIsOnDuty(language: String) throws {
    let desk = try Desk(language)
    defer { desk.close() }
    let (place, aside) = (desk.data + "/handovers", desk.data + "-handovers")
    #expect(rename(place, aside) == 0)
    try desk.waitFor("handovers kan ikke læses", "handovers cannot be read")
    #expect(try desk.terminal.screen().contains("Malene Smedelyng"))
    try desk.terminal.type("s")
    try desk.waitFor("Gemt ✓", "Saved ✓")
    #expect(rename(aside, place) == 0)
    try desk.waitUntilGone("handovers kan ikke", "handovers cannot")
    #expect(rename(desk.data + "/log", desk.data + "-log") == 0)
    try desk.waitFor("/log kan ikke læses", "/log cannot be read")
    // It stays as long as the log is away, whatever else the desk looks at meanwhile.
    sleep(3)
    try desk.waitFor("/log kan ikke læses", "/log cannot be read")
    #expect(try desk.terminal.screen().contains("Malene Smedelyng"))
    #expect(rename(desk.data + "-log", desk.data + "/log") == 0)
    try desk.waitUntilGone("log kan ikke læses", "log cannot be read")
  }

  @Test(arguments: ["da", "en"]) func aDeskWithoutALogSaysSoAndWaitsForIt(language: String) throws {
    let home = try TemporaryFolder()
    defer { home.remove() }
    let data = try Desk.makeFolder(in: home)
    #expect(rename(data + "/log", data + "-log") == 0)
    let terminal = try Desk.start(data, language)
    defer { terminal.close() }
    try terminal.waitFor(language == "da" ? "/log: findes ikke." : "/log: does not exist.")
    try terminal.press("Escape")
    #expect(try !terminal.screen().contains(language == "da" ? "INGEN PÅ VAGT" : "NOBODY ON DUTY"))
    #expect(rename(data + "-log", data + "/log") == 0)
    try terminal.waitFor("Malene Smedelyng")
  }

  /// Nothing can be written: red, the form stays, the banner stays until a save succeeds.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: limiter)), arguments: ["da", "en"])
  func aVisitThatCannotBeSavedStaysOnTheScreen(language: String) throws {
    let desk = try Desk(language)
    defer { desk.close() }
    try desk.limitFiles(to: "0")
    try desk.terminal.type("b4")
    try desk.terminal.waitFor(desk.isDanish ? "Bolig" : "Housing")
    try desk.terminal.type("m")
    try desk.waitFor("IKKE GEMT: Der er ikke plads på drevet", "NOT SAVED: There is no space left")
    try desk.waitFor("IKKE GEMT. Kun læsning", "NOT SAVED. Read only")
    try desk.waitFor("står her endnu.", "still here.")
    #expect(try desk.terminal.screen().contains(desk.isDanish ? "hvordan endte det" : "how did it end"))
    try desk.limitFiles(to: "unlimited")
    try desk.terminal.type("m")
    try desk.waitFor("Gemt ✓", "Saved ✓")
    try desk.waitUntilGone("IKKE GEMT", "NOT SAVED")
    let ids = try LogIDs.all(in: desk.data)
    #expect(ids.count == Set(ids).count)
  }

  /// The own file ends in half a line: the next save goes to a new file, and that is told once.
  @Test(arguments: ["da", "en"]) func aNewFileIsToldOnce(language: String) throws {
    let desk = try Desk(language)
    defer { desk.close() }
    let before = Set(try desk.visits())
    try desk.terminal.type("s")
    try desk.waitFor("Gemt ✓", "Saved ✓")
    let own = try #require(try desk.visits().first { !before.contains($0) })
    try desk.append(Array(#"{"v":1,"s":3,"p":"00"#.utf8), to: own)
    try desk.terminal.type("s")
    try desk.waitFor(
      "i dag: 2 · Loggen så anderledes ud end ventet", "today: 2 · The log was not as expected")
    #expect(try desk.terminal.screen().contains(desk.isDanish ? "Gemt ✓" : "Saved ✓"))
    try desk.terminal.type("s")
    try desk.waitUntilGone("Loggen så anderledes", "The log was not")
  }

  /// A line is damaged while the desk is open: every screen says how much is missing, until it is back.
  @Test(arguments: ["da", "en"]) func missingRecordsAreTold(language: String) throws {
    let desk = try Desk(language)
    defer { desk.close() }
    let file = try #require(try desk.visits().first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    var bytes = [UInt8](whole)
    bytes[bytes.count - 60] ^= 1
    try overwrite(file, bytes)
    try desk.waitFor("Ufuldstændig: én post mangler.", "Incomplete: one record is missing.")
    try desk.terminal.type("t")
    try desk.waitFor("Ufuldstændig: én post mangler.", "Incomplete: one record is missing.")
    try overwrite(file, [UInt8](whole))
    try desk.waitUntilGone("Ufuldstændig", "Incomplete")
    try Data("{".utf8).write(to: URL(fileURLWithPath: desk.data + "/offers.json"))
    try desk.waitFor("Én fejl i offers.json.", "One fault in offers.json.")
  }

  /// A line of a later format: nothing is written any more.
  @Test(arguments: ["da", "en"]) func aLaterFormatIsReadOnly(language: String) throws {
    let desk = try Desk(language)
    defer { desk.close() }
    let files = try desk.visits()
    let file = try #require(files.first)
    let body = Array(#"{"v":3,"s":99,"x":"later""#.utf8)
    let domain = Array("elevtjenesten-log-1".utf8)
    let block = domain + [UInt8](repeating: 0, count: 64 - domain.count)
    let hash = Hexadecimal.text(SHA256.digest(of: block + body).prefix(16))
    try desk.append(body + Array((#","h":""# + hash + "\"}\n").utf8), to: file)
    try desk.waitFor(
      "Kun læsning: mappen er skrevet af et nyere program", "Read only: the folder was written")
    try desk.terminal.type("s")
    try desk.waitFor("et nyere program (format 3)", "a newer program (format 3)")
    #expect(try desk.visits() == files)
  }

  /// A check of many files says how far it is, and takes that away when it has ended.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func theCheckSaysHowFarItIs() throws {
    let home = try TemporaryFolder()
    defer { home.remove() }
    let data = home.path + "/data"
    let made = try Binary.run(
      ["demo-data", "--mappe", data, "--besøg", "20", "--uger", "2", "--nu", Self.now], home: home.path)
    try #require(made.status == 0, "\(made.stderr)")
    for (language, words) in [("da", "Læser loggen: 0 %"), ("en", "Reading the log: 0 %")] {
      let command = [Binary.path(), "tjek", "--dybt", "--mappe", data, "--sprog", language]
      let shown = try Subprocess.run(
        ["/usr/bin/script", "-qec", command.joined(separator: " "), "/dev/null"],
        environment: Binary.environment(home: home.path)
      ).stdout
      #expect(shown.contains(words), "\(shown)")
      let last = try #require(shown.components(separatedBy: "\u{1B}[K").last)
      #expect(!last.contains("%"), "\(last)")
    }
    let piped = try Binary.run(["tjek", "--mappe", data], home: home.path)
    #expect(!piped.stderr.contains("%"))
  }

  /// In place, and with a time of its own, as whatever damages files would.
  private func overwrite(_ path: String, _ bytes: [UInt8]) throws {
    usleep(20_000)
    let file = open(path, O_WRONLY)
    defer { close(file) }
    try #require(pwrite(file, bytes, bytes.count, 0) == bytes.count)
  }
}
