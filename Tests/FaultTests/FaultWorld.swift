// A folder, the finished program and strace: one fault at a time, and back to where it was.

import Domain
import Foundation
import Store
import TestKit
import Testing

/// A made-up folder that a case may damage; `restore` brings back the same files, inodes and all.
final class FaultWorld {
  static let now = "2026-03-05T10:12"

  let home: TemporaryFolder
  let data: String
  /// A handover that nobody has answered, and one that has been taken over.
  private(set) var offered = ""
  private(set) var taken = ""
  private(set) var savedDocument: [UInt8] = []
  private var files: [String: [UInt8]] = [:]
  /// The desk's writer, whose files may grow.
  private var ownWriter = ""
  /// What every case begins with.
  private(set) var before: Set<String> = []
  /// How long the undisturbed operation takes, by the tool it runs under.
  private var pace: [String: Double] = [:]

  /// `isFresh`: this machine has written nothing yet. `prepare` may damage the folder first.
  init(
    for operation: FaultOperation = .visit, isFresh: Bool = false,
    prepare: (FaultWorld) throws -> Void = { _ in }
  ) throws {
    home = try TemporaryFolder()
    data = home.path + "/data"
    // A quarter can be released when it has at least 50 visits.
    let size = operation == .release ? ("150", "22") : ("12", "1")
    try must("demo-data", "--besøg", size.0, "--uger", size.1)
    if !isFresh {
      try must("besøg", "--skole", "EUC", "--emne", "bolig")
      offered = try must("overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL")
      taken = try must("overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL")
      try must("tag-over", taken, "--som", "CET")
      ownWriter = try currentWriter()
    }
    if operation == .sweep { try litter() }
    if operation == .saveDocument { try learnDocument() }
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

  /// What a sweep has to put right: a file whose handover has ended, a conflict copy, an entry that this
  /// writer never offered, and a file that was never finished.
  private func litter() throws {
    let folder = data + "/handovers/"
    let ended = try must("overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL")
    let kept = try bytes(folder + ended + ".json")
    try must("træk-tilbage", ended, "--som", "MAL")
    for name in [
      ended, String(repeating: "e", count: 32), offered + ".sync-conflict-20260305-101200-ABCDEFG",
    ] {
      try Data(kept).write(to: URL(fileURLWithPath: folder + name + ".json"))
    }
    try Data(kept.prefix(20)).write(to: URL(fileURLWithPath: folder + ".\(ended).json.0.tmp"))
  }

  /// What the document is after an undisturbed save.
  private func learnDocument() throws {
    let path = data + "/colleagues.json"
    let before = try bytes(path)
    try #require(try run(.saveDocument).0.status == 0)
    savedDocument = try bytes(path)
    try #require(savedDocument != before)
    try Data(before).write(to: URL(fileURLWithPath: path))
    try #require(chmod(path, 0o640) == 0)
  }

  // MARK: Running

  func run(_ arguments: [String]) throws -> ProgramResult {
    try Binary.run(arguments + ["--mappe", data, "--nu", Self.now], home: home.path, seconds: 20)
  }

  /// Runs an operation, alone or under another program: strace or prlimit. Answers how long it took, too.
  func run(_ operation: FaultOperation, under tool: [String] = []) throws -> (ProgramResult, seconds: Double)
  {
    let (program, arguments) = try operation.command(self)
    let clock = ContinuousClock()
    var result: ProgramResult?
    let time = try clock.measure {
      result = try Subprocess.run(
        tool + [Binary.path(program)] + arguments, environment: Binary.environment(home: home.path),
        seconds: 20)
    }
    return (try #require(result), time / .seconds(1))
  }

  /// The longest an operation may take: two seconds, and under strace what strace itself costs.
  func limit(of operation: FaultOperation, under tool: [String]) throws -> Double {
    guard tool.first == Injection.tool else { return 2 }
    let plain = [Injection.tool, "-f", "-qq", "-o", "/dev/null", "-e", "trace=all"]
    let known = try pace["\(operation)"] ?? run(operation, under: plain).seconds
    pace["\(operation)"] = known
    try restore()
    return 2 + 2 * known
  }

  // MARK: Files

  private func paths() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: home.path).map { home.path + "/" + $0 }.filter {
      var facts = stat()
      return lstat($0, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    }
  }

  func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

  /// What a file held when the case began.
  func original(_ path: String) -> [UInt8]? { files[path] }

  /// Where strace writes which calls it made fail.
  var report: String { home.path + "-report" }

  /// Where `opret` makes a folder.
  var newFolder: String { home.path + "/new" }

  /// Everything as it was, written into the same files.
  func restore() throws {
    try? FileManager.default.removeItem(atPath: newFolder)
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

  /// This machine's state of the folder, where there must be one.
  func knownState() throws -> String { try #require(try statePath()) }

  private func currentWriter() throws -> String {
    let mark = try #require(try paths().first { $0.hasSuffix("/euc.writer") })
    let text = String(decoding: try bytes(mark), as: UTF8.self)
    return String(try #require(text.firstMatch(of: /euc-[0-9a-f]{16}/)).output)
  }

  // MARK: What must not have changed

  /// Files that a case may not touch and did.
  func touchedFiles(by operation: FaultOperation) -> [String] {
    files.filter { path, bytes in
      guard path.hasPrefix(data + "/"), !operation.mayChange(path, in: self) else { return false }
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
    for chain in patterns.values { ids.formUnion(chain.changes.keys.map(\.description)) }
    for chain in cells.values { ids.formUnion(chain.changes.keys.map(\.description)) }
    ids.formUnion(releases.keys.map(\.description))
    return ids
  }
}
