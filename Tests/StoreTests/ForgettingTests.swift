// Forgetting whole folders: the figures stay, the chain verifies, and nothing that was forgotten is left.

import Domain
import Foundation
import Reports
import Store
import TestKit
import Testing

@Suite("Forgetting files") struct ForgettingTests {
  /// Everything that is ever published of a folder, or that a later release is made from, computed from
  /// what is left of the records and from the sums.
  struct Everything: Equatable {
    var weeks: [[WeekFigures.Row]] = []
    var topics: [String: [Topic.ID: Int]] = [:]
    var outcomes: [String: [Outcome: Int]] = [:]
    var steps: [String: [String: Int]] = [:]
    var days: [String: [Int: Int]] = [:]
    var missing = 0

    init(_ reader: LogReader) {
      let picture = FolderPicture(documents: RandomLog.documents, ledger: reader.ledger)
      let now = moment("2026-12-31", "12:00")
      missing = reader.findings.missingRecords
      var week = RandomLog.first.adding(weeks: -10)
      while week <= RandomLog.last.adding(weeks: 10) {
        weeks.append(WeekFigures(week: week, picture: picture, now: now).schools.map(\.row))
        for school in RandomLog.schools {
          let key = Period(quarterOf: week).description + " " + school.text
          let forgotten = reader.ledger.forgotten(week, at: school)
          topics[key, default: [:]].merge(forgotten.topics, uniquingKeysWith: +)
          outcomes[key, default: [:]].merge(forgotten.outcomes, uniquingKeysWith: +)
          steps[key, default: [:]].merge(forgotten.steps, uniquingKeysWith: +)
          days[key, default: [:]].merge(forgotten.days, uniquingKeysWith: +)
        }
        week = week.adding(weeks: 1)
      }
      for (day, book) in reader.ledger.days {
        let period = Period(quarterOf: ISOWeek(containing: day)).description
        for visit in book.standingVisits {
          topics[period + " " + visit.school.text, default: [:]][visit.topic, default: 0] += 1
          outcomes[period + " " + visit.school.text, default: [:]][visit.outcome, default: 0] += 1
        }
      }
      for step in reader.ledger.chains.keys.flatMap(reader.ledger.countedSteps) {
        let key = Period(quarterOf: ISOWeek(containing: step.day)).description + " " + step.school.text
        steps[key, default: [:]][step.step.name, default: 0] += 1
        if case .takenOver(let wait, _) = step.step { days[key, default: [:]][wait, default: 0] += 1 }
      }
    }
  }

  private func forget(_ folder: TestFolder, on now: Moment) throws -> (Forgetter, ForgettingReport) {
    let forgetter = try Forgetter(folder: folder.data, documents: RandomLog.documents, now: now)
    return (forgetter, try forgetter.carryOut(with: try folder.writer(school: nil)))
  }

  /// Forgotten little by little, as it is done in practice, with some seeds all at once.
  @Test(arguments: Thoroughness.isExhaustive ? 1...12 : 1...2) func everyFigureStaysTheSame(seed: UInt64)
    throws
  {
    let folder = try TestFolder(seed: seed)
    try RandomLog(folder: folder, seed: seed).write(visits: 4)
    let (before, records) = (Everything(try folder.read()), try folder.read().findings.records)
    #expect(try folder.read().findings.findings.isEmpty)
    let dates = seed % 2 == 0 ? ["2027-02-01"] : ["2025-01-08", "2025-04-02", "2026-01-31", "2026-02-01"]
    var forgotten = 0
    for date in dates + ["2027-02-01"] {
      let (forgetter, report) = try forget(folder, on: moment(date, "12:00"))
      #expect(report.failed.isEmpty)
      #expect(report.done == forgetter.due.map(\.file.path))
      forgotten += report.done.count
      let reader = try folder.read()
      #expect(Everything(reader) == before, "seed \(seed), \(date)")
      #expect(reader.findings.findings.isEmpty, "\(reader.findings.findings.prefix(3))")
    }
    #expect(forgotten > 100)
    #expect(try folder.read().findings.records < records / 3)
    #expect(try forget(folder, on: moment("2027-02-01", "12:00")).0.due.isEmpty)
  }

  /// The roster of days to come rests on what was kept of years that are forgotten.
  @Test func theRosterToComeStaysTheSame() throws {
    let folder = try TestFolder(seed: 7)
    try RandomLog(folder: folder, seed: 7).write(visits: 0)
    func roster() throws -> [[[Shift]]] {
      let roster = Roster(documents: RandomLog.documents, ledger: try folder.read().ledger)
      return RandomLog.documents.schools.map { school in
        (0..<400).map { roster.shifts(at: school, on: day("2026-01-05").adding(days: $0)) }
      }
    }
    let before = try roster()
    #expect(
      try forget(folder, on: moment("2027-02-01", "12:00")).1.done.contains { $0.contains("duty-2025") })
    #expect(try roster() == before)
  }

  /// Lines that are damaged, lost heads, lost ends and second versions of files: the missing stay counted.
  @Test(arguments: Thoroughness.isExhaustive ? 1...8 : 1...2) func damageIsForgottenButNotHidden(seed: UInt64)
    throws
  {
    let folder = try TestFolder(seed: seed)
    try RandomLog(folder: folder, seed: seed).write(visits: 4)
    let random = Randomness(seed: seed &* 77)
    for file in try folder.logFiles() where random.below(8) == 0 {
      var bytes = try folder.bytes(file)
      switch random.below(4) {
      case 0: bytes[random.below(bytes.count)] ^= 1
      case 1: bytes[random.below(60)] ^= 1
      case 2: bytes.removeLast(1 + random.below(min(bytes.count - 300, 400)))
      default:
        try Data(bytes.dropLast(100)).write(
          to: URL(
            fileURLWithPath: folder.data + "/"
              + file.replacingOccurrences(of: ".jsonl", with: ".sync-conflict-20260305-101200-ABCDEFG.jsonl"))
        )
      }
      try folder.overwrite(file, with: bytes)
    }
    let before = Everything(try folder.read())
    #expect(before.missing > 0)
    let (_, report) = try forget(folder, on: moment("2027-02-01", "12:00"))
    #expect(report.failed.isEmpty)
    let reader = try folder.read()
    let after = Everything(reader)
    #expect(after.weeks == before.weeks)
    #expect(
      (after.topics, after.outcomes, after.steps, after.days) == (
        before.topics, before.outcomes, before.steps, before.days
      ))
    #expect(after.missing == before.missing)
    // Second versions are left only of files that are not due, such as those with an open handover.
    let left = reader.files.flatMap { file in file.copies.map { _ in file.tally == nil } }
    #expect(left.allSatisfy { $0 })
  }
}

/// A moment in winter.
func moment(_ date: String, _ time: String) -> Moment {
  let (date, time) = (day(date), ClockTime(time) ?? ClockTime(clamping: 0))
  return Moment(
    day: date, time: time, utc: UTCTime(seconds: date.dayNumber * 86_400 + (time.minutes - 60) * 60))
}
