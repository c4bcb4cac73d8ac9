// What must hold after every fault, whichever it was.

import Domain
import Foundation
import Store
import TestKit
import Testing

/// What a test did, for its row in the table.
struct FaultCount {
  var cases = 0
  /// Cases in which the fault was really met.
  var faults = 0
  var lost = 0
  var undetected = 0

  func note(_ row: String) {
    FaultTable.note(row, cases: cases, faults: faults, lost: lost, undetected: undetected)
    // Runs differ a little in their calls, so that a late one is missed now and then.
    #expect(cases - faults <= max(1, cases / 20), "\(row): \(faults) faults in \(cases) cases")
  }
}

extension FaultWorld {
  /// Exit codes the program may end with; everything else is a crash or a fault of its own. 64: an id
  /// that stands in a file which could not be read is not known. 76: saved,
  /// but nobody could be told.
  private static let endings: Set<Int32> = [0, 1, 64, 65, 66, 73, 74, 76, 77]

  /// Runs one case and looks at all it left behind. `mayBeKilled`: the fault is the kill itself.
  func check(
    _ operation: FaultOperation, under tool: [String], mayBeKilled: Bool = false,
    _ comment: Comment, _ count: inout FaultCount
  ) throws {
    defer { count.cases += 1 }
    let result = try runInTime(operation, under: tool, comment)
    let isInjected = tool.first == Injection.tool
    if !isInjected || Injection.came(report: report, status: result.status) { count.faults += 1 }
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
    try expectDocumentWhole(after: operation, comment)
    if operation == .create { try expectFolderCanBeMade(after: result, comment) }
    try goOn(after: ids, isThorough: count.cases % 16 == 0, comment)
  }

  /// Nothing may hang. What was only slow, on a busy machine, is quick the second time; a hang is not.
  private func runInTime(
    _ operation: FaultOperation, under tool: [String], _ comment: Comment
  ) throws -> ProgramResult {
    let limit = try limit(of: operation, under: tool)
    let (result, seconds) = try run(operation, under: tool)
    if seconds <= limit { return result }
    try restore()
    let (again, time) = try run(operation, under: tool)
    #expect(time <= limit, "\(comment) took \(seconds) s and again \(time) s")
    return again
  }

  /// What was acknowledged is in the log, and in the document.
  private func holds(
    _ operation: FaultOperation, _ result: ProgramResult, _ ledger: Ledger
  ) throws -> Bool {
    let said = result.stdout.trimmingCharacters(in: .newlines)
    func state(_ id: String) throws -> Handover.State? {
      let id = try #require(Handover.ID(id))
      return ledger.handover(id, entries: try HandoverFiles(folder: data).readAll().entries[id] ?? [:])?.state
    }
    switch operation {
    case .start, .sweep: return true
    case .release:
      let files = try FileManager.default.contentsOfDirectory(atPath: data + "/releases")
      return ledger.releases.count == 1 && files.contains { $0.hasPrefix("2025-Q4-") }
    case .visit, .absence, .door: return ledger.recordIDs.contains(said)
    case .offer: return try state(said) == .offered
    case .handOn: return try state(taken) == .offered
    case .takeOver: return try state(offered) == .takenOver(isTold: false)
    case .decline: return try state(offered) == .declined
    case .missed: return try state(offered) == .missed
    case .undoTakeOver: return try state(taken) == .offered
    case .close: return try state(taken)?.isOpen == false
    case .withdraw: return try state(offered)?.isOpen == false
    case .saveDocument: return try bytes(data + "/colleagues.json") == savedDocument
    case .create: return (try? FolderIdentity(folder: newFolder)) != nil
    }
  }

  /// A document is the old one or the new one, never a part of either.
  private func expectDocumentWhole(after operation: FaultOperation, _ comment: Comment) throws {
    guard operation == .saveDocument else { return }
    let path = data + "/colleagues.json"
    let now = try bytes(path)
    #expect(now == original(path) || now == savedDocument, "\(comment): part of a document")
    #expect(DocumentStore(folder: data, cache: nil).load().broken.isEmpty, "\(comment)")
  }

  /// `opret` has made the folder whole, or can be asked to again in the same place.
  private func expectFolderCanBeMade(after result: ProgramResult, _ comment: Comment) throws {
    let isWhole = (try? FolderIdentity(folder: newFolder)) != nil
    #expect(result.status != 0 || isWhole, "\(comment)")
    if !isWhole { #expect(try run(.create).0.status == 0, "\(comment): a half made folder is in the way") }
    let state = try StateFolder(path: home.path + "/new-state")
    let report = try Check.run(folder: newFolder, state: state.path, isDeep: true, now: World.now)
    #expect(report.findings.map(\.code).filter { $0 != "leftover" } == [], "\(comment)")
  }

  private func hasTornFile() throws -> Bool {
    try FileManager.default.subpathsOfDirectory(atPath: data + "/log").contains { name in
      guard name.hasSuffix(".jsonl") else { return false }
      return try bytes(data + "/log/" + name).last != 0x0A
    }
  }

  /// The next append works, handovers are put right, the next start changes nothing, and the check neither
  /// crashes nor finds anything lost.
  private func goOn(after ids: Set<String>, isThorough: Bool, _ comment: Comment) throws {
    let day = CivilDate("2026-03-05") ?? CivilDate(dayNumber: 0)
    var added: String
    let state = try statePath()
    if isThorough || state == nil {
      let next = try run(.visit).0
      #expect(next.status == 0, "\(comment): \(next.stderr)")
      added = next.stdout.trimmingCharacters(in: .newlines)
    } else {
      let writer = try writer(try knownState())
      let tick = Tick(
        id: RecordID(high: .random(in: 0...(.max)), low: .random(in: 0...(.max))), day: day, school: "EUC")
      _ = try writer.append(.sparring(tick), on: day)
      added = tick.id.description
    }
    #expect(try read().ledger.recordIDs == ids.union([added]), "\(comment)")
    try expectHandoversPutRight(on: day.adding(days: 1), comment)
    guard isThorough else { return }
    let once = try contents()
    #expect(try run(.start).0.status == 0, "\(comment)")
    #expect(try contents() == once, "\(comment)")
    let checked = try Binary.run(["tjek", "--dybt", "--mappe", data], home: home.path)
    #expect(checked.status == 0 || checked.status == 1, "\(comment): \(checked.stderr)")
    #expect((checked.status == 1) == (try hasTornFile() || !checked.stdout.isEmpty), "\(comment)")
  }

  private func writer(_ state: String) throws -> LogWriter {
    LogWriter(
      folder: data, state: try StateFolder(path: state), school: "EUC", program: "elevtjenesten test",
      random: { UInt64.random(in: .min ... .max) })
  }

  /// After a sweep there is a file for each open handover with the entry of its last offer, and no other.
  private func expectHandoversPutRight(on day: CivilDate, _ comment: Comment) throws {
    let files = HandoverFiles(folder: data)
    let reader = try read()
    let ledger = reader.ledger
    let writer = try writer(try knownState()).currentWriter
    let swept = try files.sweep(ledger, isWhole: reader.findings.hasAllSteps, writer: writer, on: day) {
      .random(in: .min ... .max)
    }
    #expect(swept.failed == [], "\(comment)")
    let open = ledger.chains.keys.compactMap { ledger.handover($0, entries: [:]) }.filter(\.state.isOpen)
    let entries = try files.readAll().entries
    #expect(Set(entries.keys) == Set(open.map(\.id)), "\(comment): files and handovers differ")
    #expect(open.allSatisfy { entries[$0.id]?[$0.offer] != nil }, "\(comment): an offer without its entry")
    let names = try FileManager.default.contentsOfDirectory(atPath: data + "/handovers")
    // A file under way may be another desk's; it goes when it is old.
    #expect(names.count { !$0.hasPrefix(".") } == open.count, "\(comment): \(names)")
  }

  private func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: data) {
      contents[name] = (try? bytes(data + "/" + name)) ?? []
    }
    return contents
  }
}
