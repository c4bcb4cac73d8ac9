// Seeded runs of two and three desks on one folder: the log and the handovers' files together.

import Domain
import Foundation
import Store
import Testing

@Suite("Desks that share a folder") struct HandoverDeskRunTests {
  /// Texts that must be nowhere when a handover has ended.
  private static let canaries = ["KANARIEMODTAGER", "kanarie ord", "kanariebesked"]

  /// Desks with a writer each, and the one handover they all act on.
  private final class Run {
    let folder: TestFolder
    let files: HandoverFiles
    var desks: [LogWriter] = []
    let handover: Handover.ID
    var today = day("2026-03-02")

    init(desks count: Int, seed: UInt64) throws {
      folder = try TestFolder(seed: seed)
      try FileManager.default.createDirectory(
        atPath: folder.data + "/handovers", withIntermediateDirectories: true)
      files = HandoverFiles(folder: folder.data)
      handover = folder.randomness.id()
      for number in 0..<count { desks.append(try folder.writer(state: "state-\(number)")) }
      try offer(at: 0, after: .zero, hop: 1)
    }

    func now() throws -> Handover? {
      try folder.read().ledger.handover(
        handover, entries: try files.readAll().entries[handover] ?? [:])
    }

    func offer(at desk: Int, after: RecordID, hop: Int) throws {
      let offer = HandoverStep(
        id: folder.randomness.id(), after: after, day: today, handover: handover, hop: hop, school: "EUC",
        step: .offered)
      _ = try desks[desk].append(.handover(offer), on: today) { (name) throws(SaveFailure) in
        let entry = HandoverEntry(
          receiver: "KANARIEMODTAGER", sender: "MAL", mode: .comesAlone, codeWord: "kanarie ord",
          message: "kanariebesked", writer: name.description)
        try files.add(entry, offer: offer.id, to: handover, on: today, random: folder.randomness.next())
      }
    }

    /// Somebody does what the rules allow on what the folder says; sometimes a synchroniser leaves a copy.
    func act(last: Bool) throws {
      guard let handover = try now(), handover.state.isOpen else { return }
      let desk = folder.randomness.below(desks.count)
      if folder.randomness.below(4) == 0 { try leaveCopy() }
      let coordinator = HandoverActor(colleague: "LON", isCoordinator: true)
      let action = last ? .close : HandoverAction.allCases[folder.randomness.below(8)]
      guard (try? handover.check(action, by: coordinator, on: today)) != nil else { return }
      func save(_ step: HandoverStep.Step) throws {
        _ = try desks[desk].append(
          .handover(handover.next(step, id: folder.randomness.id(), on: today)), on: today)
      }
      switch action {
      case .takeOver, .recordTold:
        try save(.takenOver(daysSinceOffer: today.days(since: handover.offered), isTold: false))
      case .decline: try save(.declined)
      case .missed: try save(.missed)
      case .undoTakeOver: try save(.undone)
      case .offerAgain: try offer(at: desk, after: handover.last, hop: handover.hop)
      case .handOn: try offer(at: desk, after: handover.last, hop: handover.hop + 1)
      case .withdraw: if folder.randomness.below(6) == 0 { try save(.withdrawn) }
      case .close: try save(.closed(.other))
      }
      if folder.randomness.below(3) == 0 { today = today.adding(days: 1) }
    }

    private func leaveCopy() throws {
      let place = folder.data + "/handovers/"
      let name = handover.description + ".json"
      let copy = "\(handover.description).sync-conflict-\(folder.randomness.next()).json"
      guard FileManager.default.fileExists(atPath: place + name) else { return }
      try FileManager.default.copyItem(atPath: place + name, toPath: place + copy)
    }

    /// As every start and every minute of a desk does.
    func sweep() throws {
      let desk = folder.randomness.below(desks.count)
      let reader = try folder.read()
      _ = try files.sweep(
        reader.ledger, isWhole: reader.findings.hasAllSteps, writer: desks[desk].currentWriter, on: today,
        random: folder.randomness.next)
    }

    /// All bytes of the folder and of the desks' own state.
    func everything() throws -> String {
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.root)
      return names.compactMap { FileManager.default.contents(atPath: folder.root + "/" + $0) }
        .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }
  }

  @Test(arguments: [2, 3], [1, 2, 3] as [UInt64])
  func oneHolderNoNameInTheLogAndNoFileAfterTheEnd(desks: Int, seed: UInt64) throws {
    let run = try Run(desks: desks, seed: seed)
    for number in 0..<16 {
      try run.act(last: number == 15)
      try run.sweep()
      let context = "seed \(seed), step \(number), \(desks) desks"
      let handover = try #require(try run.now(), "\(context)")
      // One holder while it is open, none afterwards.
      let holders = [handover.entry?.sender, handover.entry?.receiver].compactMap { $0 }
        .filter { $0 == handover.holder }
      #expect(holders.count == (handover.state.isOpen ? 1 : 0), "\(context)")
      for file in try run.folder.logFiles() {
        let text = String(decoding: try run.folder.bytes(file), as: UTF8.self)
        for canary in Self.canaries + ["\"MAL\""] { #expect(!text.contains(canary), "\(context)") }
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: run.folder.data + "/handovers")
      #expect(files.isEmpty == !handover.state.isOpen, "\(context): \(files)")
    }
    #expect(try run.now()?.state.isOpen == false)
    let left = try run.everything()
    for canary in Self.canaries { #expect(!left.contains(canary), "seed \(seed): \(canary)") }
  }
}
