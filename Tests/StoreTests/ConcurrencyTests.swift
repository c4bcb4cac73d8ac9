// Several starts of the program at once: one writer, every record once.

import Domain
import Foundation
import Store
import Synchronization
import Testing

/// Ids of records that were acknowledged, from all threads.
final class Acknowledgements: Sendable {
  private let known = Mutex<Set<RecordID>>([])

  func add(_ id: RecordID) { known.withLock { _ = $0.insert(id) } }

  var ids: Set<RecordID> { known.withLock { $0 } }
}

@Suite("Writers at once") struct ConcurrencyTests {
  /// Each thread opens the lock for itself, so to the kernel they are as strange as processes.
  @Test func shareOneWriterAndLoseNothing() async throws {
    let folder = try TestFolder()
    let today = day("2026-03-05")
    let (data, state) = (folder.data, folder.root + "/state")
    let acknowledged = Acknowledgements()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for thread in 0..<4 {
        group.addTask {
          let randomness = Randomness(seed: UInt64(thread) + 100)
          let writer = LogWriter(
            folder: data, state: try StateFolder(path: state), school: "EUC", program: "test",
            random: { randomness.next() })
          for _ in 0..<50 {
            let tick = Tick(id: randomness.id(), day: today, school: "EUC")
            let saved = try writer.append(.sparring(tick), on: today)
            acknowledged.add(saved.body.id)
          }
        }
      }
      try await group.waitForAll()
    }
    let reader = try folder.read()
    #expect(reader.findings.findings.isEmpty)
    #expect(reader.findings.writers == 1)
    #expect(reader.findings.records == 201)
    #expect(Set(reader.ledger.book(of: today).sparrings.keys) == acknowledged.ids)
  }
}
