// The folders that are measured on, on a real disk, and the programs that are run beside ours.

import Foundation
import TestKit

/// A place on a disk with made-up folders, taken away at the end.
final class Place {
  let path: String
  let environment: [String: String]
  /// The moment the desk pretends it is.
  static let moment = "2026-03-05T10:12"

  init() throws {
    // Not /tmp, which is often memory: there a sync costs nothing.
    path = "/var/tmp/elevtjenesten-benchmark-\(getpid())"
    try FileManager.default.createDirectory(atPath: path + "/home", withIntermediateDirectories: true)
    // The peers may be installed where only the caller's own path leads.
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    environment = Binary.environment(home: self.path + "/home").merging(["PATH": path]) { $1 }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A demo folder with so many visits over so many weeks.
  func folder(visits: Int, weeks: Int) throws -> String {
    let folder = path + "/visits-\(visits)-\(weeks)"
    if FileManager.default.fileExists(atPath: folder) { return folder }
    _ = try run([
      "demo-data", "--mappe", folder, "--besøg", String(visits), "--uger", String(weeks), "--nu",
      Self.moment,
    ])
    return folder
  }

  /// Runs the finished program; throws with its own words when it fails.
  func run(_ arguments: [String]) throws -> String {
    try run(program: Binary.path(), arguments)
  }

  /// Runs any program.
  func run(program: String, _ arguments: [String]) throws -> String {
    let result = try Subprocess.run([program] + arguments, environment: environment, seconds: 600)
    guard result.status == 0 else { throw Failure(text: result.stderr + result.stdout) }
    return result.stdout
  }

  /// Runs a Python script that prints one number of seconds; nil where Python or a module of it is missing.
  func python(_ script: String, _ arguments: String...) -> Duration? {
    guard let text = try? run(program: "/usr/bin/env", ["python3", "-c", script] + arguments),
      let seconds = Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return nil }
    return .seconds(seconds)
  }

  struct Failure: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }
}
