// Forgetting with failing calls, and killed at each of its calls: nothing is lost, and it goes on.

import Domain
import Foundation
import Store
import TestKit
import Testing

@Suite("Forgetting with failing calls", .serialized) struct ForgettingFaultTests {
  private static let errors = ["EIO", "ENOSPC", "EDQUOT", "EACCES", "EROFS", "EINTR"]

  @Test(.enabled(if: Injection.isPossible)) func failingCallsLoseNothing() throws {
    let world = try ForgettingWorld()
    let sites = try world.sites()
    #expect(sites.contains { $0.call.hasPrefix("rename") } && sites.contains { $0.call.hasPrefix("unlink") })
    var (cases, faults) = (0, 0)
    for (index, site) in Thoroughness.sample(sites, atMost: 14).enumerated() {
      for error in Thoroughness.isExhaustive ? Self.errors : [Self.errors[index % Self.errors.count]] {
        for alsoLater in Thoroughness.isExhaustive ? [false, true] : [index % 2 == 0] {
          let fault = Injection.failing(site, with: error, alsoLater: alsoLater, report: world.report)
          let comment: Comment = "\(site.call) \(site.number)\(alsoLater ? "+" : "") \(error)"
          if try world.check(under: fault, comment) { faults += 1 }
          cases += 1
        }
      }
    }
    FaultTable.note("04 failing system calls, forgetting", cases: cases, faults: faults)
    #expect(cases - faults <= max(1, cases / 20), "\(faults) faults in \(cases) cases")
  }

  @Test(.enabled(if: Injection.isPossible)) func aKillAtAnyCallLosesNothing() throws {
    let world = try ForgettingWorld()
    let points = Thoroughness.sample(try world.killPoints(), atMost: 16)
    let kills = try points.count { point in
      try world.check(under: Injection.killing(at: point), "killed at \(point.call) \(point.number)")
    }
    FaultTable.note("05 killed at a system call, forgetting", cases: points.count, faults: kills)
    #expect(points.count - kills <= max(1, points.count / 20), "\(kills) kills at \(points.count) calls")
  }
}

/// A folder with five files that are due, one of them with a second version, one with a damaged line.
final class ForgettingWorld {
  private let home: TemporaryFolder
  private let before: Figures
  private var data: String { home.path + "/data" }
  private var state: String { home.path + "/state" }
  private static let today = CivilDate(dayNumber: 20_517)

  /// What is counted, week by week, from records and sums; and how many records are known to be missing.
  private struct Figures: Equatable {
    var visits: [String: Int] = [:]
    var topics: [String: Int] = [:]
    var steps: [String: Int] = [:]
    var missing: Int

    init(_ reader: LogReader) {
      missing = reader.findings.missingRecords
      for (day, book) in reader.ledger.days {
        for visit in book.standingVisits {
          visits["\(ISOWeek(containing: day))", default: 0] += 1
          topics[visit.topic.text, default: 0] += 1
        }
      }
      for step in reader.ledger.chains.values.flatMap({ $0.changes.values.map(\.body.step.name) }) {
        steps[step, default: 0] += 1
      }
      for week in -12...0 {
        let week = ISOWeek(containing: today).adding(weeks: week)
        let forgotten = reader.ledger.forgotten(week, at: "EUC")
        if forgotten.visits > 0 { visits["\(week)", default: 0] += forgotten.visits }
        for (topic, count) in forgotten.topics { topics[topic.text, default: 0] += count }
        steps.merge(forgotten.steps, uniquingKeysWith: +)
      }
    }
  }

  init() throws {
    home = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: home.path + "/data/log", withIntermediateDirectories: true)
    before = try Self.fill(home.path)
    try FileManager.default.copyItem(atPath: home.path + "/data", toPath: home.path + "/kept")
    try FileManager.default.copyItem(atPath: home.path + "/state", toPath: home.path + "/kept-state")
  }

  deinit { home.remove() }

  private static func fill(_ home: String) throws -> Figures {
    var number: UInt64 = 0
    func next() -> UInt64 {
      number += 1
      return number &* 0x9E37_79B9_7F4A_7C15
    }
    func writer(_ name: String) throws -> LogWriter {
      LogWriter(
        folder: home + "/data", state: try StateFolder(path: home + "/" + name), school: "EUC",
        program: "elevtjenesten test", random: next)
    }
    let (here, there) = (try writer("state"), try writer("there"))
    for week in [-11, -10, -9] {
      let day = ISOWeek(containing: today).adding(weeks: week).date(of: .tuesday)
      for topic in ["bolig", "trivsel", "bolig"] {
        let visit = Visit(
          id: RecordID(high: next(), low: 1), day: day, school: "EUC", topic: Topic.ID(topic),
          outcome: .doneHere)
        _ = try here.append(.visit(visit), on: day)
        if topic == "trivsel" {
          _ = try there.append(.visit(visit), on: day)
          _ = try there.append(
            .void(TakeBack(id: RecordID(high: next(), low: 2), day: day, of: visit.id)), on: day)
        }
      }
      let offer = HandoverStep(
        id: RecordID(high: next(), low: 3), after: .zero, day: day,
        handover: Handover.ID(high: next(), low: 3),
        hop: 1, school: "EUC", step: .offered)
      _ = try here.append(.handover(offer), on: day)
      var end = offer
      (end.id, end.after, end.step) = (RecordID(high: next(), low: 4), offer.id, .withdrawn)
      _ = try there.append(.handover(end), on: day)
    }
    try damage(home + "/data/log/" + (try #require(here.currentWriter)).description)
    return Figures(try read(home + "/data"))
  }

  private static func damage(_ folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let visits = names.filter { $0.hasPrefix("visits") }
    let copy = visits[0].replacingOccurrences(
      of: ".jsonl", with: ".sync-conflict-20260305-101200-ABCDEFG.jsonl")
    try FileManager.default.copyItem(atPath: folder + "/" + visits[0], toPath: folder + "/" + copy)
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + visits[1])))
    bytes[bytes.count - 300] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + visits[1]))
  }

  private static func read(_ data: String) throws -> LogReader {
    var reader = LogReader(folder: data)
    _ = try reader.refresh()
    return reader
  }

  private func run(under prefix: [String] = []) throws -> ProgramResult {
    let words = [Binary.path("FaultFixture"), "forget", data, state, Self.today.description]
    return try Subprocess.run(
      prefix + words, environment: Binary.environment(home: home.path), seconds: 60)
  }

  private func restore() throws {
    for (kept, place) in [("kept", "data"), ("kept-state", "state")] {
      try? FileManager.default.removeItem(atPath: home.path + "/" + place)
      try FileManager.default.copyItem(atPath: home.path + "/" + kept, toPath: home.path + "/" + place)
    }
  }

  /// After the fault every figure is what it was; then an undisturbed run forgets all, and it still is.
  /// Answers whether the fault was met.
  func check(under fault: [String], _ comment: Comment) throws -> Bool {
    try restore()
    let isMet = Injection.came(report: report, status: try run(under: fault).status)
    let halfway = try Self.read(data)
    #expect(Figures(halfway) == before, comment)
    let result = try run()
    #expect(result.status == 0, comment)
    let reader = try Self.read(data)
    #expect(Figures(reader) == before, comment)
    #expect(reader.findings.findings.isEmpty, comment)
    #expect(reader.files.allSatisfy { $0.tally != nil }, comment)
    #expect(reader.ledger.days.isEmpty && reader.ledger.chains.isEmpty, comment)
    // The writer goes on from what is forgotten, in the epoch it had.
    let writer = LogWriter(
      folder: data, state: try StateFolder(path: state), school: "EUC", program: "elevtjenesten test",
      random: { 7 })
    let tick = Tick(id: RecordID(high: 9, low: 9), day: Self.today, school: "EUC")
    _ = try writer.append(.sparring(tick), on: Self.today)
    #expect(writer.takeNotices().isEmpty, comment)
    #expect(try Self.read(data).findings.findings.isEmpty, comment)
    return isMet
  }

  /// Where strace writes which calls it made fail.
  var report: String { home.path + "-report" }

  /// The calls of an undisturbed run that have to do with the folder or the state.
  func sites() throws -> [CallSite] {
    try traced(Injection.calls.joined(separator: ",")).filter { $0.line.contains(home.path) }.map(\.site)
  }

  func killPoints() throws -> [CallSite] {
    try traced("all").drop { !$0.line.contains("/data") || $0.line.contains("execve(") }.map(\.site)
  }

  private func traced(_ calls: String) throws -> [(site: CallSite, line: String)] {
    try restore()
    let trace = home.path + "/trace"
    let result = try run(under: [
      Injection.tool, "-f", "-y", "-qq", "-s", "4", "-o", trace, "-e", "trace=" + calls,
    ])
    try #require(result.status == 0, "\(result.stderr)")
    return try Injection.calls(inTrace: trace)
  }
}
