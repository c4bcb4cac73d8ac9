// A folder, the finished program and strace: one fault at a time, and back to where it was.

import Domain
import Foundation
import Store
import TestKit
import Testing

/// A made-up folder that a case may damage; `restore` brings back the same files, inodes and all.
final class FaultWorld {
  let home: TemporaryFolder
  let data: String
  let now = "2026-03-05T10:12"
  /// A handover that has been taken over, for the closing of one.
  private(set) var taken = ""
  private var files: [String: [UInt8]] = [:]
  /// The desk's writer, whose files may grow.
  private var ownWriter = ""
  /// What every case begins with.
  private(set) var before: Set<String> = []

  /// `isFresh`: this machine has written nothing yet. `prepare` may damage the folder first.
  init(isFresh: Bool = false, prepare: (FaultWorld) throws -> Void = { _ in }) throws {
    home = try TemporaryFolder()
    data = home.path + "/data"
    try must("demo-data", "--besøg", "12", "--uger", "1")
    if !isFresh {
      try must("besøg", "--skole", "EUC", "--emne", "bolig")
      taken = try must("overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL")
      try must("tag-over", taken, "--som", "CET")
      ownWriter = try currentWriter()
    }
    try prepare(self)
    before = try read().ledger.recordIDs
    for path in try paths() { files[path] = try bytes(path) }
  }

  deinit { home.remove() }

  @discardableResult private func must(_ arguments: String...) throws -> String {
    let result = try run(arguments)
    try #require(result.status == 0, "\(arguments) said \(result.stderr)")
    return result.stdout.trimmingCharacters(in: .newlines)
  }

  // MARK: Running

  private func whole(_ arguments: [String]) -> [String] {
    arguments + ["--mappe", data] + (arguments.first == "opret" ? [] : ["--nu", now])
  }

  func run(_ arguments: [String]) throws -> ProgramResult {
    try Binary.run(whole(arguments), home: home.path, seconds: 20)
  }

  /// Runs the program under another one: strace or prlimit.
  func run(_ arguments: [String], under command: [String]) throws -> ProgramResult {
    try Subprocess.run(
      command + [Binary.path()] + whole(arguments), environment: Binary.environment(home: home.path),
      seconds: 20)
  }

  // MARK: Files

  private func paths() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: home.path).map { home.path + "/" + $0 }.filter {
      var facts = stat()
      return lstat($0, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    }
  }

  func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

  /// Everything as it was, written into the same files.
  func restore() throws {
    for path in try paths() where files[path] == nil { try FileManager.default.removeItem(atPath: path) }
    for (path, bytes) in files {
      let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o640)
      try #require(file >= 0)
      defer { close(file) }
      try #require(write(file, bytes, bytes.count) == bytes.count)
    }
  }

  /// The newest file of visits of this machine's desk.
  func ownVisits() throws -> String {
    try #require(try paths().first { $0.contains(ownWriter + "/visits-2026-W10") })
  }

  func read() throws -> LogReader {
    var reader = LogReader(folder: data)
    _ = try reader.refresh()
    return reader
  }

  /// This machine's state of the folder; nil when there is none yet.
  func statePath() throws -> String? {
    let mark = try paths().first { $0.contains("/.local/state/") }
    return mark.map { ($0 as NSString).deletingLastPathComponent }
  }

  private func currentWriter() throws -> String {
    let mark = try #require(try paths().first { $0.hasSuffix("/euc.writer") })
    let text = String(decoding: try bytes(mark), as: UTF8.self)
    return String(try #require(text.firstMatch(of: /euc-[0-9a-f]{16}/)).output)
  }

  // MARK: What must not have changed

  /// Files that a case may not touch and did.
  func touchedFiles(by operation: FaultOperation) -> [String] {
    files.filter { path, bytes in
      guard path.hasPrefix(data + "/") else { return false }
      if operation == .close, path.contains(taken) { return false }
      let now = (try? self.bytes(path)) ?? []
      let isOwn = !ownWriter.isEmpty && path.contains(ownWriter)
      return isOwn ? !now.starts(with: bytes) : now != bytes
    }.map(\.key)
  }
}

extension Ledger {
  /// Ids of all records that count or can be shown.
  var recordIDs: Set<String> {
    var ids: Set<String> = []
    for book in days.values {
      ids.formUnion(book.visits.keys.map(\.description))
      ids.formUnion(book.sparrings.keys.map(\.description))
      ids.formUnion(book.zeros.keys.map(\.description))
    }
    for door in doors.values { ids.formUnion(door.keys.map(\.description)) }
    for chain in chains.values { ids.formUnion(chain.changes.keys.map(\.description)) }
    return ids
  }
}
