// What it costs to put a visit on the disk, beside a bare write and SQLite.

import Domain
import Foundation
import Store
import TestKit

/// Measures saving.
struct StoreRows {
  let place: Place
  private let count = 2_000

  func rows() throws -> [Row] {
    let ours = try visits()
    let bare = try bareWrites()
    let sqlite = place.python(Self.sqliteScript, place.path + "/peer.sqlite", String(count))
    let ratio = tenths(ours.median.seconds / bare.median.seconds)
    return [
      Row(
        what: "one visit to disk, median of \(count)", figure: "\(ours.median.text) (\(ratio) × bare)",
        peers:
          "bare write + fdatasync \(bare.median.text); SQLite (WAL, FULL) \(sqlite?.text ?? "not there")",
        goal: "≤ 1.5 × bare, below SQLite"),
      try manyWriters(),
    ]
  }

  private func newFolder(_ name: String) throws -> String {
    let folder = place.path + "/" + name
    _ = try place.run([
      "demo-data", "--mappe", folder, "--besøg", "1", "--uger", "1", "--nu", Place.moment,
    ])
    return folder
  }

  private func visits() throws -> Times {
    let folder = try newFolder("append")
    guard let day = CivilDate("2026-03-05") else { return Times([]) }
    let writer = LogWriter(
      folder: folder, state: try StateFolder(path: place.path + "/state"), school: "EUC",
      program: "benchmark", random: { .random(in: .min ... .max) })
    return try times(count) {
      let id = RecordID(high: .random(in: .min ... .max), low: .random(in: .min ... .max))
      let visit = Visit(id: id, day: day, school: "EUC", topic: "bolig", outcome: .doneHere)
      _ = try writer.append(.visit(visit), on: day)
    }
  }

  private func bareWrites() throws -> Times {
    let line = [UInt8](repeating: 0x2e, count: 232)
    let file = open(place.path + "/bare", O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw ProgramError.notStarted("open", errno: errno) }
    defer { close(file) }
    return times(count) {
      _ = write(file, line, line.count)
      _ = fdatasync(file)
    }
  }

  /// Inserts rows of the same size, each in a transaction of its own; prints the median in seconds.
  private static let sqliteScript = """
    import sqlite3, sys, time
    db = sqlite3.connect(sys.argv[1], isolation_level=None)
    db.execute('pragma journal_mode=wal')
    db.execute('pragma synchronous=full')
    db.execute('create table visit (line text)')
    taken = []
    for _ in range(int(sys.argv[2])):
        begun = time.perf_counter()
        db.execute('insert into visit values (?)', ('.' * 232,))
        taken.append(time.perf_counter() - begun)
    print(sorted(taken)[len(taken) // 2])
    """

  private func manyWriters() throws -> Row {
    let folder = try newFolder("eight")
    let (writers, each) = (8, 1_000)
    let null = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(null) }
    let begun = ContinuousClock.now
    let programs = try (0..<writers).map { _ in
      try Subprocess.start(
        [Binary.path("FaultFixture"), "append", folder, place.path + "/state8", "EUC", String(each)],
        environment: place.environment, output: null)
    }
    let ended = programs.map { $0.wait(seconds: 300) }
    let took = ContinuousClock.now - begun
    let report = try place.run(["tjek", "--dybt", "--json", "--mappe", folder])
    let lines = try place.run(
      program: "/bin/sh",
      [
        "-c", "cat \"$0\"/log/*/visits-* | grep -c '\"day\":\"2026-03-05\".*sparring\\|sparring.*2026-03-05'",
        folder,
      ])
    let there = lines.trimmingCharacters(in: .whitespacesAndNewlines)
    guard ended.allSatisfy({ $0 == 0 }), report.contains("\"ok\":true"), Int(there) == writers * each else {
      throw Place.Failure(
        text: "\(there) of \(writers * each) appends there; exit codes \(ended.map { $0 ?? -1 }); \(report)")
    }
    return Row(
      what: "8 processes × \(each) appends to one folder",
      figure: "\(there) there, check clean, \(took.text)",
      goal: "\(writers * each), each once")
  }
}
