// Two users of one group in one folder: neither can touch what the other wrote, or the documents.

import Foundation
import TestKit
import Testing

@Suite("Two users of one group") struct TwoUsersTests {
  private static let tool = "/usr/bin/setpriv"
  private static let (owner, first, second) = (61_001, 61_002, 61_003)

  /// Only root can be somebody else.
  private static var isPossible: Bool {
    getuid() == 0 && FileManager.default.isExecutableFile(atPath: tool)
  }

  private func run(_ user: Int, _ home: TemporaryFolder, _ command: [String]) throws -> ProgramResult {
    let place = home.path + "/\(user)"
    if !FileManager.default.fileExists(atPath: place) {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
      try #require(chown(place, uid_t(user), 61_000) == 0)
    }
    return try Subprocess.run(
      [Self.tool, "--reuid=\(user)", "--regid=61000", "--clear-groups"] + command,
      environment: Binary.environment(home: place))
  }

  @Test(.enabled(if: isPossible)) func neitherCanTouchTheOthersLog() throws {
    let home = try TemporaryFolder()
    defer { home.remove() }
    try #require(chmod(home.path, 0o777) == 0)
    let data = home.path + "/\(Self.owner)/data"
    let moment = ["--mappe", data, "--nu", "2026-03-05T10:12"]
    let made = try run(
      Self.owner, home, [Binary.path(), "demo-data", "--besøg", "12", "--uger", "1"] + moment)
    // A build folder that nobody else may enter cannot be tried as somebody else.
    if made.stderr.contains("setpriv: failed to execute") {
      Issue.record("not tried: the build folder is closed to other users", severity: .warning)
      return
    }
    try #require(made.status == 0, "\(made.stderr)")
    for (user, school) in [(Self.first, "EUC"), (Self.second, "HHX")] {
      let saved = try run(user, home, [Binary.path(), "besøg", "--skole", school] + moment)
      #expect(saved.status == 0, "\(saved.stderr)")
      // Nothing is written outside the folder, state and cache.
      let own = try FileManager.default.subpathsOfDirectory(atPath: home.path + "/\(user)")
      #expect(
        own.allSatisfy {
          ".local/state/elevtjenesten/".hasPrefix($0 + "/")
            || $0.hasPrefix(".local/state/elevtjenesten") || ".cache/elevtjenesten/".hasPrefix($0 + "/")
            || $0.hasPrefix(".cache/elevtjenesten")
        })
    }
    let before = try contents(data)
    for (user, other) in [(Self.first, Self.second), (Self.second, Self.first)] {
      let folder = try #require(try writerFolder(of: other, in: data))
      let file = folder + "/visits-2026-W10.jsonl"
      for line in [
        "echo x >> \(file)", ": > \(file)", "rm -f \(file)", "mv \(folder) \(folder)-away",
        "rm -rf \(folder)",
        "touch \(folder)/new", "chmod 777 \(file)", "echo '{}' > \(data)/schools.json",
        "rm -f \(data)/colleagues.json", "mv \(data)/settings.json \(data)/away", "touch \(data)/new",
        "echo x > \(data)/id", "mv \(data)/log \(data)/log2",
      ] {
        let result = try run(user, home, ["/bin/sh", "-c", line])
        #expect(result.status != 0, "\(user): \(line)")
      }
    }
    #expect(try contents(data) == before)
  }

  private func contents(_ data: String) throws -> [String: Data?] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: data)
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: data + "/" + $0)) })
  }

  /// The folder a user writes in.
  private func writerFolder(of user: Int, in data: String) throws -> String? {
    try FileManager.default.contentsOfDirectory(atPath: data + "/log").map { data + "/log/" + $0 }.first {
      var facts = stat()
      return stat($0, &facts) == 0 && Int(facts.st_uid) == user
    }
  }
}
