// A folder with made-up data and the finished program, as the tests of the commands use them.
import Foundation
import TestKit
import Testing

/// A folder of a test's own, with a demo folder inside, at a moment of the school year 2025/26.
struct CommandWorld {
  let home: TemporaryFolder
  /// The data folder.
  let folder: String
  /// What the program is told the time is.
  var now = "2026-03-05T10:12"

  /// A demo folder with that many visits over that many weeks.
  init(visits: Int = 60, weeks: Int = 8, seed: Int = 1, now: String = "2026-03-05T10:12") throws {
    self.now = now
    home = try TemporaryFolder()
    folder = home.path + "/data"
    let made = try Binary.run(
      [
        "demo-data", "--mappe", folder, "--besøg", "\(visits)", "--uger", "\(weeks)", "--frø", "\(seed)",
        "--nu", now,
      ], home: home.path)
    guard made.status == 0 else { throw Failed(result: made) }
  }

  /// A world without any data folder.
  init(empty: Void) throws {
    home = try TemporaryFolder()
    folder = home.path + "/data"
  }

  /// The same folder with no week ended: the records that do it have a writer of their own.
  func withoutEndedWeeks() throws -> CommandWorld {
    let log = folder + "/log/"
    for writer in try FileManager.default.contentsOfDirectory(atPath: log) where writer.hasPrefix("desk-") {
      try FileManager.default.removeItem(atPath: log + writer)
    }
    return self
  }

  struct Failed: Error { var result: ProgramResult }

  /// Runs a command on the folder at the pretended time.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> ProgramResult {
    try Binary.run(
      arguments + ["--mappe", folder, "--nu", now], input: input, environment: environment, home: home.path)
  }

  /// Runs a command that must succeed and print one JSON value.
  func json(_ arguments: String...) throws -> Any {
    let result = try Binary.run(
      arguments + ["--mappe", folder, "--nu", now, "--json"], home: home.path)
    #expect(result.status == 0, "\(arguments) said \(result.stderr)")
    return try JSONSerialization.jsonObject(with: Data(result.stdout.utf8), options: [.fragmentsAllowed])
  }

  /// The same where the value is an object.
  func object(_ arguments: String...) throws -> [String: Any] {
    let result = try Binary.run(
      arguments + ["--mappe", folder, "--nu", now, "--json"], home: home.path)
    #expect(result.status == 0, "\(arguments) said \(result.stderr)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any])
  }

  /// Every line of every log file of a stream, raw, with the file's path.
  func rawLines(_ stream: String) throws -> [(file: String, line: String)] {
    let log = folder + "/log"
    var lines: [(String, String)] = []
    for writer in try FileManager.default.contentsOfDirectory(atPath: log).sorted() {
      for name in try FileManager.default.contentsOfDirectory(atPath: log + "/" + writer).sorted()
      where name.hasPrefix(stream + "-") {
        let text = try String(contentsOfFile: "\(log)/\(writer)/\(name)", encoding: .utf8)
        lines += text.split(separator: "\n").map { (writer + "/" + name, String($0)) }
      }
    }
    return lines
  }

  /// The bodies of all records of a kind, read as plain JSON.
  func bodies(_ kind: String, stream: String) throws -> [[String: Any]] {
    try rawLines(stream).compactMap { _, line in
      let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard parsed?["k"] as? String == kind else { return nil }
      return parsed?["b"] as? [String: Any]
    }
  }

  /// How many visits stand, counted by hand from the raw lines.
  func standingVisits() throws -> Int {
    let ids = try Set(bodies("visit", stream: "visits").compactMap { $0["id"] as? String })
    let gone = try Set(bodies("void", stream: "visits").compactMap { $0["of"] as? String })
    return ids.subtracting(gone).count
  }

  func remove() { home.remove() }
}

extension ProgramResult {
  /// Standard output without its last newline.
  var line: String { stdout.trimmingCharacters(in: .newlines) }
}
