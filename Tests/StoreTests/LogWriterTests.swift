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

  /// Many at once are the same lines as one after another.
  @Test func eventsAppendedTogetherAreTheSameLines() throws {
    let folder = try TestFolder()
    let visits = (0..<5).map { _ in folder.visit(day: thursday) }
    let writer = try folder.writer()
    let first = try writer.append(visits[0], on: thursday)
    let saved = try writer.append(Array(visits[1...]), on: thursday)
    #expect(([first] + saved).map(\.origin.sequence) == Array(2...6))
    #expect(saved.map(\.body) == Array(visits[1...]))
    #expect(try writer.append([], on: thursday).isEmpty)
    // Another start checks the end of the file and goes on.
    let last = try folder.writer().append(folder.visit(day: thursday), on: thursday)
    #expect(last.origin.sequence == 7)
    let reader = try folder.read()
    #expect(reader.ledger.visitIDs == (visits.map(\.id) + [last.body.id]).sorted())
    #expect(reader.findings.findings.isEmpty && reader.findings.records == 7)
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
