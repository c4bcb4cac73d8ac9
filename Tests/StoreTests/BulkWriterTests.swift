// A log written in bulk is a log like any other.

import Domain
import Foundation
import Store
import Testing

@Suite("A log in bulk") struct BulkWriterTests {
  private func fill(_ folder: TestFolder, visits: Int) throws {
    let bulk = BulkWriter(folder: folder.data, program: "test") { folder.randomness.next() }
    for index in 0..<visits {
      let day = day("2025-08-11").adding(days: index * 200 / visits)
      let school: School.ID = index % 2 == 0 ? "EUC" : "VUC"
      try bulk.write(folder.visit(day: day, school: school), desk: school, on: day)
      if index % 10 == 0 {
        let door = DoorChange(
          id: folder.randomness.id(), at: UTCTime(seconds: index), by: nil, day: day, isOpen: true,
          school: school)
        try bulk.write(.door(door), desk: school, on: day)
      }
    }
    try bulk.finish()
  }

  @Test func verifies() throws {
    let folder = try TestFolder()
    try fill(folder, visits: 1_000)
    let reader = try folder.read()
    #expect(reader.findings.findings.isEmpty)
    #expect(reader.findings.writers == 2)
    #expect(reader.ledger.visitIDs.count == 1_000)
    #expect(reader.ledger.doors.values.flatMap(\.values).count == 100)
  }

  @Test func isTheSameForTheSameNumbers() throws {
    let (one, two) = (try TestFolder(seed: 3), try TestFolder(seed: 3))
    for folder in [one, two] { try fill(folder, visits: 200) }
    #expect(try one.logFiles() == two.logFiles())
    for file in try one.logFiles() { #expect(try one.bytes(file) == two.bytes(file)) }
  }
}
