// What must hold after every fault, whichever it was.

import Domain
import Foundation
import Store
import TestKit
import Testing

/// What a test did, for its row in the table.
struct FaultCount {
  var cases = 0
  var lost = 0
  var undetected = 0

  func note(_ row: String) {
    FaultTable.note(row, cases: cases, faults: cases, lost: lost, undetected: undetected)
  }
}

extension FaultWorld {
  /// Exit codes the program may end with; everything else is a crash or a fault of its own. 64: an id
  /// that stands in a file which could not be read is not known.
  private static let endings: Set<Int32> = [0, 1, 64, 65, 66, 73, 74, 77]

  /// Runs one case and looks at all it left behind. `mayBeKilled`: the fault is the kill itself.
  func check(
    _ operation: FaultOperation, under command: [String], mayBeKilled: Bool = false,
    _ comment: Comment, _ count: inout FaultCount
  ) throws {
    defer { count.cases += 1 }
    let result = try run(operation.arguments(self), under: command)
    let isKilled = mayBeKilled && result.status == 137
    #expect(isKilled || Self.endings.contains(result.status), "\(comment): \(result.status) \(result.stderr)")
    let reader = try read()
    let ids = reader.ledger.recordIDs
    var isLost = !before.isSubset(of: ids)
    if result.status == 0 { isLost = try isLost || !holds(operation, result, reader.ledger) }
    if isLost { count.lost += 1 }
    #expect(!isLost, "\(comment): a record is gone; \(result.stdout)")
    #expect(ids.subtracting(before).count <= operation.records, "\(comment)")
    #expect(reader.ledger.conflicts.isEmpty, "\(comment)")
    // Nothing acknowledged is missing, so nothing may be said to be.
    #expect(reader.findings.missingRecords == 0, "\(comment): \(reader.findings.findings)")
    if try hasTornFile(), reader.findings.findings.isEmpty { count.undetected += 1 }
    #expect(touchedFiles(by: operation) == [], "\(comment)")
    try goOn(after: ids, isThorough: count.cases % 16 == 0, comment)
  }

  /// What was acknowledged is in the log.
  private func holds(
    _ operation: FaultOperation, _ result: ProgramResult, _ ledger: Ledger
  ) throws -> Bool {
    let said = result.stdout.trimmingCharacters(in: .newlines)
    switch operation {
    case .start: return true
    case .visit, .door: return ledger.recordIDs.contains(said)
    case .offer:
      guard let id = Handover.ID(said), let chain = ledger.chains[id] else { return false }
      let entries = try HandoverFiles(folder: data).readAll().entries[id] ?? [:]
      return chain.changes.keys.allSatisfy { entries[$0] != nil }
    case .close:
      guard let id = Handover.ID(taken), let handover = ledger.handover(id, entries: [:]) else {
        return false
      }
      return !handover.state.isOpen
    }
  }

  private func hasTornFile() throws -> Bool {
    try FileManager.default.subpathsOfDirectory(atPath: data + "/log").contains { name in
      guard name.hasSuffix(".jsonl") else { return false }
      return try bytes(data + "/log/" + name).last != 0x0A
    }
  }

  /// The next append works, the next start changes nothing, and the check neither crashes nor finds
  /// anything lost.
  private func goOn(after ids: Set<String>, isThorough: Bool, _ comment: Comment) throws {
    let day = CivilDate("2026-03-05") ?? CivilDate(dayNumber: 0)
    var added: String
    let state = try statePath()
    if isThorough || state == nil {
      let next = try run(FaultOperation.visit.arguments(self))
      #expect(next.status == 0, "\(comment): \(next.stderr)")
      added = next.stdout.trimmingCharacters(in: .newlines)
    } else {
      let writer = LogWriter(
        folder: data, state: try StateFolder(path: state ?? home.path), school: "EUC",
        program: "elevtjenesten test", random: { UInt64.random(in: .min ... .max) })
      let tick = Tick(
        id: RecordID(high: .random(in: 0...(.max)), low: .random(in: 0...(.max))), day: day, school: "EUC")
      _ = try writer.append(.sparring(tick), on: day)
      added = tick.id.description
    }
    #expect(try read().ledger.recordIDs == ids.union([added]), "\(comment)")
    guard isThorough else { return }
    let once = try contents()
    #expect(try run(["i-dag"]).status == 0, "\(comment)")
    #expect(try contents() == once, "\(comment)")
    let checked = try run(["tjek", "--dybt"])
    #expect(checked.status == 0 || checked.status == 1, "\(comment): \(checked.stderr)")
    #expect((checked.status == 1) == (try hasTornFile() || !checked.stdout.isEmpty), "\(comment)")
  }

  private func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: data) {
      contents[name] = (try? bytes(data + "/" + name)) ?? []
    }
    return contents
  }
}
