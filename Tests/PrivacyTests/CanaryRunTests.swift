// The canary run: random days, twenty canaries typed wherever one can type, and none of them left.
import Domain
import Foundation
import Synchronization
import TestKit
import Testing

@testable import elevtjenesten

@Suite struct CanaryRunTests {
  /// Days of one folder.
  private static let days = 25
  /// How many folders: 50 days in every run, 1,000 in the long one.
  private static let folders = Thoroughness.isExhaustive ? 40 : 2

  @Test(arguments: 0..<folders) func nothingTypedIsLeft(seed: Int) throws {
    let world = try CanaryWorld(seed: seed, today: date("2026-01-05"))
    defer { world.remove() }
    var day = try CanaryDay(world)
    var date = world.today
    for _ in 0..<Self.days {
      try day.play(date)
      repeat { date = date.adding(days: 1) } while [.saturday, .sunday].contains(date.weekday)
    }
    #expect(
      world.offers > 5 && day.typed > 40 && day.shown > 2 && day.messages > 0 && world.imports > 0,
      "the run did too little to prove anything")
    // While a handover is open its file is the one place where its code word may stand.
    try world.closeAll()
    let records = world.reader.picture.ledger.days.values.reduce(0) { $0 + $1.visits.count }
    let open = CanarySearch().hits(below: world.home.path)
    #expect(open.hits.isEmpty, "\(open.hits.joined(separator: "\n"))")
    #expect(try world.forgetAll() == 0)
    let outcome = CanarySearch().hits(below: world.home.path)
    #expect(outcome.hits.isEmpty, "\(outcome.hits.joined(separator: "\n"))")
    #expect(outcome.files > 10)
    #expect(day.wrong.isEmpty, "\(Set(day.wrong).sorted().joined(separator: "\n"))")
    for canary in Canary.all {
      #expect(!world.said.contains { canary.stands(in: $0) }, "\(canary.text) in an error")
    }
    #expect(
      !world.said.contains { $0.contains("SavedAnyway") || $0.contains("ImportTaken") }, "\(world.said)")
    #expect(try world.picture().missingRecords == 0)
    let core = try FileManager.default.contentsOfDirectory(atPath: FileManager.default.currentDirectoryPath)
    #expect(core.filter { $0 == "core" || $0.hasPrefix("core.") }.isEmpty)
    FaultTable.note("12 canaries, days", cases: Self.days, faults: day.typed, undetected: outcome.hits.count)
    print(
      "canary run \(seed): \(Self.days) days, \(day.typed) typed, \(day.shown) seen, \(world.offers) handovers,",
      "\(day.messages) messages, \(world.imports) imports, \(records) visits, forgotten, \(outcome.files) files, \(outcome.bytes) bytes, \(outcome.hits.count) hits"
    )
  }

  @Test(arguments: Canary.all) func theSearchFindsWhatIsPlanted(canary: Canary) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let search = CanarySearch()
    #expect(search.hits(below: folder.path).hits.isEmpty)
    for (index, form) in canary.forms.enumerated() {
      let noise = Array("{\"v\":1,\"id\":\"".utf8)
      try Data(noise + form + noise).write(to: URL(fileURLWithPath: folder.path + "/planted"))
      #expect(!search.hits(below: folder.path).hits.isEmpty, "form \(index)")
    }
    try FileManager.default.removeItem(atPath: folder.path + "/planted")
    try Data().write(to: URL(fileURLWithPath: folder.path + "/.x \(canary.text.filter { $0 != "/" }).tmp"))
    #expect(!search.hits(below: folder.path).hits.isEmpty, "in a name")
  }

  @Test func aHandoverThatIsOpenIsFoundByTheSearch() throws {
    let world = try CanaryWorld(seed: 4711, today: date("2026-01-05"))
    defer { world.remove() }
    let step = HandoverStep(
      id: RecordID(high: 1, low: 1), after: .zero, day: world.today, handover: Handover.ID(high: 2, low: 2),
      hop: 1, school: "EUC", step: .offered)
    let entry = HandoverEntry(
      receiver: "CET", sender: "MAL", mode: .comesAlone, codeWord: Canary.of(.codeWord)[0].text, writer: "")
    _ = try world.recorder.offer(step, entry, visit: nil, on: world.today)
    #expect(CanarySearch().hits(below: world.home.path).hits.count == 1)
    try world.closeAll()
    #expect(CanarySearch().hits(below: world.home.path).hits.isEmpty)
  }
}
