// A data folder of its own for one test, with a writer's state beside it; both go when the test ends.

import Domain
import Foundation
import Store
import Synchronization

/// A small reproducible source of random numbers.
final class Randomness: Sendable {
  private let state: Mutex<UInt64>

  init(seed: UInt64) { state = Mutex(seed) }

  /// SplitMix64.
  func next() -> UInt64 {
    state.withLock { state in
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  func id<Tag>() -> Hex128<Tag> { Hex128(high: next(), low: next()) }

  func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// The folder.
final class TestFolder {
  let root: String
  let randomness: Randomness

  var data: String { root + "/data" }

  init(seed: UInt64 = 1) throws {
    root = FileManager.default.temporaryDirectory.path + "/store-test-" + UUID().uuidString
    randomness = Randomness(seed: seed)
    try FileManager.default.createDirectory(atPath: data + "/log", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// A writer as another start of the program would make it.
  func writer(school: School.ID? = "EUC", state: String = "state") throws -> LogWriter {
    LogWriter(
      folder: data, state: try StateFolder(path: root + "/" + state), school: school,
      program: "elevtjenesten test", random: { [randomness] in randomness.next() })
  }

  /// The log read from the start; with `asWriter` by the machine that wrote it, with its state.
  func read(asWriter: Bool = false) throws -> LogReader {
    var reader = LogReader(folder: data, state: asWriter ? root + "/state" : nil)
    _ = try reader.refresh()
    return reader
  }

  /// Paths of the log's files inside the data folder, sorted.
  func logFiles() throws -> [String] {
    let writers = try FileManager.default.contentsOfDirectory(atPath: data + "/log").sorted()
    return try writers.flatMap { writer in
      try FileManager.default.contentsOfDirectory(atPath: data + "/log/" + writer).sorted()
        .map { "log/" + writer + "/" + $0 }
    }
  }

  func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: data + "/" + path)))
  }

  /// Writes in place, keeping the inode, as damage does.
  func overwrite(_ path: String, with bytes: [UInt8]) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: data + "/" + path))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  func visit(day: CivilDate, school: School.ID = "EUC") -> Event {
    let topics: [Topic.ID] = ["bolig", "trivsel", "familie"]
    return .visit(
      Visit(
        id: randomness.id(), day: day, school: school, topic: topics[randomness.below(3)],
        outcome: Outcome.allCases[randomness.below(Outcome.allCases.count)]))
  }
}

/// A date in a test; the day before all others when the text is wrong.
func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

extension Ledger {
  /// Ids of all visits, sorted.
  var visitIDs: [RecordID] { days.values.flatMap(\.visits.keys).sorted() }
}
