// What is saved is there, once, after any number of starts.

import Domain
import Foundation
import Store
import Testing

@Suite("The writer") struct LogWriterTests {
  let thursday = day("2026-03-05")

  @Test func savedVisitsAreReadBack() throws {
    let folder = try TestFolder()
    let writer = try folder.writer()
    let saved = try (0..<20).map { _ in try writer.append(folder.visit(day: thursday), on: thursday) }
    let reader = try folder.read()
    #expect(reader.ledger.visitIDs == saved.map(\.body.id).sorted())
    #expect(reader.findings.findings.isEmpty)
    #expect(reader.findings.records == 21)
    #expect(saved.map(\.origin.sequence) == Array(2...21))
    #expect(try folder.logFiles().count == 1)
  }

  @Test func anotherStartGoesOnInTheSameFile() throws {
    let folder = try TestFolder()
    for _ in 0..<5 { _ = try folder.writer().append(folder.visit(day: thursday), on: thursday) }
    let reader = try folder.read()
    #expect(reader.ledger.visitIDs.count == 5)
    #expect(reader.findings.findings.isEmpty)
    #expect(try folder.logFiles().count == 1)
  }
}
