// Records that arrive after something was published of their time, and files that are lost: nothing is
// published then that could tell more, beside what was, than was looked at.

import TestKit
import Testing

@testable import Domain

@Suite("Records that come late") struct LateRecordTests {
  private let year = Period.schoolYear(2025)

  private func municipality(_ kind: Municipality.Kind) -> Municipality {
    var random = SeededRandom(seed: 41)
    return Municipality(kind, &random)
  }

  private func visits(_ count: Int, in quarter: Period) -> [Event] {
    let day = quarter.weeks.lowerBound.adding(weeks: 3).monday
    return (0..<count).map { number in
      .visit(
        Visit(
          id: RecordID(high: 77, low: UInt64(number)), day: day, school: "S0", topic: "t0", outcome: .doneHere
        ))
    }
  }

  private func add(_ events: [Event], to picture: inout FolderPicture) {
    for (index, event) in events.enumerated() {
      picture.ledger.apply(
        event,
        origin: Origin(writer: "late", sequence: index + 1, hash: RecordHash(high: 5, low: UInt64(index))))
    }
  }

  /// A quarter was published with one visit less than its schools' year would be.
  @Test func noSchoolIsToldOfAloneBesideAnOlderQuarter() throws {
    let municipality = municipality(.ordinary)
    let key = [UInt8](repeating: 1, count: 32)
    let published = municipality.published(key)
    let quarters = published.filter { !$0.period.isSchoolYear }
    let one = try #require(quarters.first)
    #expect(published.last?.schools.values.contains { !$0.topics.isEmpty } == true)

    var picture = municipality.picture
    picture.releases = quarters
    add(visits(1, in: one.period), to: &picture)
    let late = try Municipality.maker(picture.withEndedWeeks(of: year), key).make(year, now: Municipality.now)
    #expect(late.schools.isEmpty)
    #expect(late.all == ReleasedTable.sum(quarters.map(\.all)))
  }

  /// A quarter that was too small for itself is in its year; what came since does not make it large enough.
  @Test func noQuarterIsReleasedAfterItsYear() throws {
    let municipality = municipality(.begun)
    let key = [UInt8](repeating: 1, count: 32)
    var picture = municipality.picture
    picture.releases = municipality.published(key)
    let joined = try #require(
      picture.releases.last?.joined.first ?? picture.releases.last?.leftOut.keys.first)
    add(visits(60, in: joined), to: &picture)
    #expect(throws: ReleaseRefusal.alreadyReleased(year)) {
      _ = try Municipality.maker(picture, key).make(joined, now: Municipality.now)
    }
  }

  /// The record says that it was published. Made anew, of other counts, it would be a second rounding; so
  /// would the quarter's year, and a quarter of a year whose own file is lost.
  @Test(arguments: ["2025-Q4", "2025/26"]) func nothingIsMadeAgainWhenItsFileIsLost(lost: String) throws {
    let municipality = municipality(.ordinary)
    var picture = municipality.picture
    let told = try #require(Period(lost))
    let record = ReleaseRecord(
      id: RecordID(high: 78, low: 1), at: UTCTime(seconds: 0), by: nil, file: "x.json", period: lost,
      sha256: "00")
    add([.release(record)], to: &picture)
    let maker = Municipality.maker(picture, [1])
    for period in [Municipality.quarters[1], year] {
      #expect(throws: ReleaseRefusal.lostFile(told, "releases/x.json")) {
        _ = try maker.make(period, now: Municipality.now)
      }
      #expect(throws: ReleaseRefusal.lostFile(told, "releases/x.json")) {
        _ = try picture.quartersToRelease(with: period, now: Municipality.now)
      }
    }
  }
}
