// File times tell the day and no more, once the door is closed and once the program has ended.
import Foundation
import TestKit
import Testing

@Suite struct FileTimeTests {
  /// Files of visits and chains, open handovers, the writers' folders, and this machine's own state. The
  /// made-up weeks before the day belong to writers of schools that nobody has worked at since.
  private func paths(_ day: KnownDay) throws -> [String] {
    let own = try (day.files("visits") + day.files("chain")).filter { $0.contains("/euc-") }
    let week = own.filter { $0.contains("2026-W10") }
    #expect(week.count >= 2)
    let folders = Set(week.map { ($0 as NSString).deletingLastPathComponent })
    let state = FileTimes.files(below: day.home.path + "/.local/state").filter { !$0.hasSuffix("/checked") }
    return week + folders + ["\(day.folder)/handovers/\(day.open).json"] + state
  }

  @Test func afterEveryCommandTheyTellTheDayAndTheContents() throws {
    var day = try KnownDay()
    defer { day.remove() }
    try day.play()
    for path in try paths(day) { #expect(try FileTimes(path).areCovered, "\(path)") }
    // Going on in files whose times were set back is no sign of damage.
    let before = try day.files("visits").count
    try day.run("13:40", "besøg", "--skole", "EUC")
    #expect(try day.files("visits").count == before)
    #expect(try day.run("13:41", "tjek", "--dybt").isEmpty)
    #expect(try day.run("13:41", "tjek").isEmpty)
  }

  @Test func whatAKilledProgramLeftBehindIsSetAtTheNextEnd() throws {
    var day = try KnownDay()
    defer { day.remove() }
    try day.play()
    let file = try #require(try day.files("visits").last { $0.contains("/euc-") && $0.contains("W10") })
    let monday = [timespec](repeating: timespec(tv_sec: 1_772_703_127, tv_nsec: 55), count: 2)
    #expect(utimensat(AT_FDCWD, file, monday, 0) == 0)
    try day.run("13:40", "sparring", "--skole", "EUC")
    #expect(try FileTimes(file).areCovered)
  }

  @Test func theDeskSetsThemWhenTheDoorClosesAndWhenItEnds() throws {
    let day = try KnownDay()
    defer { day.remove() }
    let before = Set(try day.files("visits"))
    let desk = try RealTerminal(
      command: [
        Binary.path(), "--mappe", day.folder, "--nu", "2026-03-05T09:31", "--skole", "EUC", "--som", "MAL",
      ])
    defer { desk.close() }
    try desk.waitFor("Enter")
    try desk.press("Enter")
    try desk.waitFor("Døren er åben")
    func visit() throws {
      try desk.type("b")
      try desk.waitFor("Bolig")
      try desk.type("4")
      try desk.press("Enter")
      try desk.waitFor("Gemt")
      try desk.press("Escape")
    }
    // The desk has begun the week's file before anybody came.
    func files() throws -> [String] {
      try day.files("visits").filter { $0.contains("/euc-") && !before.contains($0) }
    }
    try desk.wait(for: "the week's file") { try !files().isEmpty }
    try visit()
    let file = try #require(try files().first)
    #expect(try !FileTimes(file).areCovered, "the test would see nothing")
    try desk.type("d")
    // Malene holds a handover of the made-up weeks, so the desk asks once.
    try desk.waitFor("Luk døren?")
    try desk.type("j")
    try desk.wait(for: "the closed door") { try !desk.screen().contains("Døren er åben") }
    try desk.wait(for: "the start of the day") { try FileTimes(file).areCovered }
    try visit()
    #expect(try !FileTimes(file).areCovered)
    try desk.type("q")
    try desk.waitFor("j Ja")
    try desk.type("j")
    #expect(try desk.waitForExit() == 0)
    #expect(try FileTimes(file).areCovered)
    #expect(try FileTimes((file as NSString).deletingLastPathComponent).areCovered)
    for path in FileTimes.files(below: desk.home.path + "/.local/state") {
      #expect(try FileTimes(path).areCovered, "\(path)")
    }
    #expect(try day.run("13:41", "tjek", "--dybt").isEmpty)
  }
}
