// When files were born: not when the first visit of the week came, nor when a handover was offered.
import Foundation
import TestKit
import Testing

/// The birth of a file, which only `statx` tells.
private struct BirthTime {
  /// Nanoseconds since 1970; nil where the file system keeps none.
  let nanoseconds: Int?

  init(_ path: String) throws {
    let result = try Subprocess.run(
      ["/usr/bin/stat", "-c", "%w", path], environment: ["TZ": "UTC", "LANG": "C"])
    try #require(result.status == 0, "\(result.stderr)")
    // `2026-03-05 10:12:00.123456789 +0000`, or a dash.
    let match = result.stdout.firstMatch(of: /^(\S+) (\d\d:\d\d:\d\d)\.(\d{9})/)
    nanoseconds = match.flatMap { match in
      ISO8601DateFormatter().date(from: "\(match.1)T\(match.2)Z").flatMap { date in
        Int(match.3).map { Int(date.timeIntervalSince1970) * 1_000_000_000 + $0 }
      }
    }
  }

  /// The clock that the file system takes its times from; it may be some milliseconds behind.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

@Suite(.serialized) struct BirthTimeTests {
  private func desk(_ day: KnownDay) throws -> RealTerminal {
    let desk = try RealTerminal(
      command: [
        Binary.path(), "--mappe", day.folder, "--nu", "2026-03-05T09:31", "--skole", "EUC", "--som", "MAL",
      ])
    try desk.waitFor("Enter")
    try desk.press("Enter")
    try desk.waitFor("Døren er åben")
    return desk
  }

  /// This week's files of the desk of EUC.
  private func files(_ day: KnownDay) throws -> [String] {
    try (day.files("visits") + day.files("chain")).filter {
      $0.contains("/euc-") && $0.contains("2026-W10")
    }
  }

  private func openFiles(_ day: KnownDay) throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(atPath: day.folder + "/handovers")
    return Set(names.filter { $0.hasSuffix(".json") }.map { day.folder + "/handovers/" + $0 })
  }

  @Test func theWeeksFilesAreOlderThanItsFirstRecord() throws {
    let day = try KnownDay()
    defer { day.remove() }
    let before = Set(try files(day))
    let desk = try desk(day)
    defer { desk.close() }
    var fresh: [String] = []
    try desk.wait(for: "the week's files") {
      fresh = try files(day).filter { !before.contains($0) }
      return fresh.count == 2
    }
    // Nothing but a head stands in them, and that is no fault.
    for file in fresh {
      #expect(try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").count == 1, "\(file)")
    }
    #expect(try day.run("09:32", "tjek", "--dybt").isEmpty)
    usleep(50_000)
    let first = BirthTime.now()
    try desk.type("b")
    try desk.waitFor("Bolig")
    try desk.type("4")
    try desk.press("Enter")
    try desk.waitFor("Gemt")
    try desk.press("Escape")
    let visits = try #require(fresh.first { $0.contains("/visits-") })
    #expect(try String(contentsOfFile: visits, encoding: .utf8).contains(#""k":"visit""#))
    #expect(try Set(files(day)).subtracting(before) == Set(fresh), "the visit began a file of its own")
    guard let born = try BirthTime(visits).nanoseconds else {
      print("this file system keeps no time of birth: not tested")
      return
    }
    #expect(born < first)
    // What a command begins is born with its record: the test can see the difference.
    let sent = BirthTime.now()
    try day.run("09:50", "besøg", "--skole", "FGU", "--emne", "bolig")
    let own = try #require(
      try day.files("visits").filter { $0.contains("/fgu-") && $0.contains("W10") }
        .max { try (BirthTime($0).nanoseconds ?? 0) < (BirthTime($1).nanoseconds ?? 0) })
    #expect(try (BirthTime(own).nanoseconds ?? 0) >= sent)
  }

  @Test func anOpenHandoversFileIsMadeAnewWhenTheDoorCloses() throws {
    let day = try KnownDay()
    defer { day.remove() }
    let before = try openFiles(day)
    let desk = try desk(day)
    defer { desk.close() }
    try desk.type("b")
    try desk.waitFor("Bolig")
    try desk.type("4")
    try desk.type("g")
    try desk.waitFor("1")
    try desk.type("1")
    try desk.type("j")
    var file = ""
    try desk.wait(for: "the handover's file") {
      file = try openFiles(day).subtracting(before).first ?? ""
      return !file.isEmpty
    }
    try desk.waitFor("Gemt")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let offered = try BirthTime(file).nanoseconds
    usleep(50_000)
    let later = BirthTime.now()
    try desk.press("Escape")
    try desk.type("q")
    try desk.waitFor("j Ja")
    try desk.type("j")
    #expect(try desk.waitForExit() == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    #expect(try FileTimes(file).areCovered)
    var facts = stat()
    #expect(stat(file, &facts) == 0 && facts.st_mode & 0o777 == 0o660)
    guard let offered, let born = try BirthTime(file).nanoseconds else {
      print("this file system keeps no time of birth: not tested")
      return
    }
    #expect(offered < later && born >= later)
    #expect(try day.run("13:40", "tjek", "--dybt").isEmpty)
  }
}
