// The coordinator's Friday and the sick call at 7.15 in a real terminal, with every key counted.

import Foundation
import TestKit
import Testing

/// A desk on a demo folder that is kept, and how many keys were pressed at it.
private final class CountedDesk {
  let place: TemporaryFolder
  let terminal: RealTerminal
  private(set) var keys = 0

  /// On a folder of its own, or on that of a desk that ended.
  init(now: String, as colleague: String, school: String, in folder: TemporaryFolder? = nil) throws {
    place = try folder ?? TemporaryFolder()
    terminal = try RealTerminal(
      columns: 100, rows: 30,
      command: [
        Binary.path(), "demo", "--behold", place.path + "/demo", "--nu", now, "--som", colleague, "--skole",
        school,
      ])
    try terminal.waitFor("Enter = ja")
    // The answer to who is here is no part of the story.
    try terminal.press("Escape")
    try terminal.waitUntilGone("Enter = ja")
  }

  func press(_ names: String..., until text: String) throws {
    keys += names.count
    for name in names { try terminal.press(name) }
    try terminal.waitFor(text)
  }

  func run(_ arguments: String..., now: String) throws -> ProgramResult {
    try Binary.run(arguments + ["--mappe", place.path + "/demo", "--nu", now])
  }

  func close() {
    terminal.close()
    place.remove()
  }
}

@Suite(.serialized) struct RosterStoryTests {
  @Test func theSickCallAtQuarterPastSevenIsFourKeys() throws {
    let desk = try CountedDesk(now: "2026-03-05T07:15", as: "MAL", school: "EUC")
    defer { desk.close() }
    try desk.press("v", until: "Vagtplan · uge 10")
    try desk.press("a", until: "1 Preben Jernurt")
    try desk.press("1", until: "Har Preben Jernurt sagt ja?")
    try desk.press("j", until: "Gemt ✓ Preben Jernurt er afløser: EUC")
    #expect(desk.keys == 4)
    let week = try desk.run("vagtplan", "--uge", "2026-W10", now: "2026-03-05T07:16").stdout
    #expect(week.contains("Preben Jernurt"))
    // No reason stands anywhere: the record has who, when and where.
    let log = try desk.run("log", now: "2026-03-05T07:16").stdout
    #expect(log.contains("Afløser: Preben Jernurt"))
  }

  @Test func theCoordinatorsFridayIsEightKeysAndTwoForEachHole() throws {
    let desk = try CountedDesk(now: "2026-03-06T13:30", as: "LON", school: "EUC")
    defer { desk.close() }
    // Two doors of next week lose their people before she sits down.
    for (school, day) in [("EUC", "2026-03-09"), ("GYM", "2026-03-10")] {
      let result = try desk.run(
        "afbud", "--skole", school, "--dag", day, "--som", "LON", now: "2026-03-06T13:29")
      #expect(result.status == 0, "\(result.stderr)")
    }
    try desk.press("v", until: "Vagtplan · uge 10")
    try desk.press("PageDown", until: "Vagtplan · uge 11")
    try desk.terminal.waitFor("2 huller")
    try desk.press("n", until: "Hvem kan træde til?")
    for _ in 0..<2 {
      try desk.press("1", until: "sagt ja?")
      try desk.press("j", until: "Gemt ✓")
    }
    try desk.terminal.waitFor("Ingen huller i uge 11")
    try desk.press("e", until: "Eksport · uge 11")
    try desk.press("2", until: ".html")
    try desk.press("Escape", until: "Vagt i dag")
    try desk.press("t", until: "Tal")
    #expect(desk.keys <= 8 + 2 * 2, "\(desk.keys) keys")
    let sheet = try desk.run("vagtplan", "--uge", "2026-W11", now: "2026-03-06T13:40").stdout
    #expect(!sheet.contains("INGEN PÅ VAGT"))
  }

  @Test func afterARestartOneKeyTakesTheSubstituteBack() throws {
    let desk = try CountedDesk(now: "2026-03-05T07:15", as: "MAL", school: "EUC")
    defer { desk.close() }
    try desk.press("v", "a", "1", until: "Har Preben Jernurt sagt ja?")
    try desk.press("j", until: "Gemt ✓ Preben Jernurt er afløser: EUC")
    try desk.terminal.kill(signal: SIGKILL)
    try desk.terminal.waitFor("EXIT 137")

    let again = try CountedDesk(now: "2026-03-05T07:30", as: "MAL", school: "EUC", in: desk.place)
    defer { again.terminal.close() }
    try again.press("v", until: "Preben Jernurt (afløser)")
    try again.press("f", until: "Fortrudt ✓ Vagten er som før: EUC tors. 5. mar.")
    let today = try again.run("i-dag", now: "2026-03-05T07:31").stdout
    #expect(today.split(separator: "\n").contains { $0.contains("EUC") && $0.contains("Malene Smedelyng") })
    #expect(try again.run("log", now: "2026-03-05T07:31").stdout.contains("Fortrudt"))
  }
}
