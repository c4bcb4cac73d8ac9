// Clocks that are wrong: nothing but what is shown depends on them.

import Domain
import Foundation
import Store
import TestKit
import Testing

@Suite("Wrong clocks") struct ClockTests {
  private func id(_ number: UInt64) -> RecordID { RecordID(high: 7, low: number) }

  private func writer(_ home: TemporaryFolder, _ state: String) throws -> LogWriter {
    LogWriter(
      folder: home.path + "/data", state: try StateFolder(path: home.path + "/" + state), school: "EUC",
      program: "elevtjenesten test", random: { UInt64.random(in: .min ... .max) })
  }

  /// A desk whose clock is days off changes a cell; another one corrects it by the right time.
  @Test(arguments: [-3, -1, 0, 1, 3]) func aLaterCorrectionHolds(daysOff: Int) throws {
    let home = try TemporaryFolder()
    defer { home.remove() }
    try FileManager.default.createDirectory(
      atPath: home.path + "/data/log", withIntermediateDirectories: true)
    let today = try #require(CivilDate("2026-03-05"))
    let now = 1_772_700_000
    func cell(_ number: UInt64, after: RecordID, at seconds: Int, by: Colleague.ID) -> Event {
      .cell(
        CellChange(
          id: id(number), after: after, asked: nil, at: UTCTime(seconds: seconds), by: by, cause: .absent,
          day: today, school: "EUC", spans: []))
    }
    let wrong = cell(1, after: .zero, at: now + daysOff * 86_400, by: "CET")
    _ = try writer(home, "one").append(wrong, on: today.adding(days: daysOff))
    _ = try writer(home, "two").append(cell(2, after: id(1), at: now + 60, by: "MAL"), on: today)
    var reader = LogReader(folder: home.path + "/data")
    _ = try reader.refresh()
    let line = reader.ledger.cellLine(at: SchoolDay(day: today, school: "EUC"))
    #expect(line.last?.body.id == id(2) && line.last?.body.by == "MAL")
    #expect(reader.findings.findings == [])
    FaultTable.note("11 clocks", cases: 1, faults: daysOff == 0 ? 0 : 1)
  }

  /// Forwards, backwards, over both changes of the hour, week 53 and New Year: every visit counts once.
  @Test func everyMomentCanBeRecordedIn() throws {
    let home = try TemporaryFolder()
    defer { home.remove() }
    let data = home.path + "/data"
    let made = try Binary.run(
      ["demo-data", "--mappe", data, "--besøg", "12", "--uger", "1", "--nu", "2026-03-05T10:12"],
      home: home.path)
    try #require(made.status == 0, "\(made.stderr)")
    var acknowledged: Set<String> = []
    let moments = [
      "2026-03-05T10:12", "2026-03-02T10:12", "2026-03-08T10:12", "2026-03-29T01:59", "2026-03-29T02:30",
      "2026-03-29T03:00", "2026-10-25T02:30", "2026-10-25T03:00", "2026-12-28T09:00", "2026-12-31T23:59",
      "2027-01-01T00:00", "2027-01-03T12:00", "2027-01-04T08:00", "2026-03-05T10:13",
    ]
    for moment in moments {
      let result = try Binary.run(
        ["besøg", "--skole", "EUC", "--mappe", data, "--nu", moment], home: home.path)
      // A time that no clock shows may be refused as badly written; nothing else may go wrong.
      #expect(result.status == 0 || (moment == "2026-03-29T02:30" && result.status == 64), "\(moment)")
      if result.status == 0 { acknowledged.insert(result.stdout.trimmingCharacters(in: .newlines)) }
    }
    #expect(acknowledged.count >= moments.count - 1)
    #expect(try acknowledged.isSubset(of: LogIDs.all(in: data)))
    let names = try FileManager.default.subpathsOfDirectory(atPath: data + "/log")
    #expect(names.contains { $0.hasSuffix("visits-2026-W53.jsonl") })
    #expect(names.contains { $0.hasSuffix("visits-2027-W01.jsonl") })
    let checked = try Binary.run(
      ["tjek", "--dybt", "--mappe", data, "--nu", "2026-03-05T10:13"], home: home.path)
    #expect(checked.status == 0, "\(checked.stdout)")
    // What no clock does that is right: it goes back, or shows an hour that is left out.
    let wrong = zip(moments, moments.dropFirst()).count { $1 < $0 } + 1
    FaultTable.note("11 clocks", cases: moments.count, faults: wrong)
  }
}
