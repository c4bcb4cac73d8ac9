// Which record of a week holds, in whatever order records arrive, and what has come to the week since.

import Testing

@testable import Domain

/// The week of 2 to 8 March 2026; it is over on Wednesday 11 March at noon.
let tenth = week("2026-W10")
let afterTenth = moment("2026-03-11", "12:00")

/// `reach(["euc-1": 5])`: how far the visits of each writer were counted.
func reach(_ writers: [String: Int]) -> WeekCoverage {
  WeekCoverage(writers.mapValues { [.visits: WeekCoverage.Reach(last: $0)] })
}

func ending(
  _ number: Int, after: Int = 0, visits: Int = 0, at: String? = "2026-03-11T12:00:00Z",
  covers: WeekCoverage = reach(["euc-1": 5])
) -> WeekRecord {
  WeekRecord(
    id: id(number), after: after == 0 ? .zero : id(after), at: at.map(utc), by: nil, covers: covers,
    rows: [WeekRow(school: "EUC", opening: 5, visits: visits)], week: tenth)
}

@Suite("Weeks that have ended") struct EndedWeekTests {
  private func ledger(_ records: [(WeekRecord, UInt64)]) -> Ledger {
    var ledger = Ledger()
    for (record, hash) in records {
      let number = Int(record.id.low)
      ledger.apply(.week(record), origin: origin(number, writer: "w\(number % 2)", hash: hash))
    }
    return ledger
  }

  private func holder(_ records: [(WeekRecord, UInt64)]) -> RecordID? {
    ledger(records).ended(tenth, at: afterTenth)?.record.id
  }

  // MARK: Which one holds

  /// More was counted in the second: 3 + 9 against 5 + 6. That it is later, or its hash smaller, is nothing.
  @Test func theOneThatKnewMostHolds() {
    let (less, more) = (reach(["a": 5, "b": 6]), reach(["a": 3, "b": 9]))
    let records = [(ending(1, covers: less), 1 as UInt64), (ending(2, covers: more), 2)]
    #expect(holder(records) == id(2))
    let early = [(ending(1, at: "2031-01-01T00:00:00Z", covers: less), 1 as UInt64), records[1]]
    #expect(holder(early) == id(2))
    #expect(holder([(ending(1, after: 7, covers: less), 1), records[1]]) == id(2))
  }

  /// What was missing was not counted: 10 less the three of 4 to 6 against 8.
  @Test func whatWasMissingDoesNotCount() {
    let holes = WeekCoverage(["a": [.visits: .init(last: 10, missing: [4...6])]])
    #expect(holder([(ending(1, covers: holes), 1), (ending(2, covers: reach(["a": 8])), 2)]) == id(2))
    #expect(holder([(ending(1, covers: holes), 2), (ending(2, covers: reach(["a": 6])), 1)]) == id(1))
  }

  @Test func ofEqualsTheLongerChainHoldsThenTheSmallerHash() {
    let first = (ending(1), 1 as UInt64)
    let second = (ending(2, after: 1), 9 as UInt64)
    #expect(holder([first, second]) == id(2))
    #expect(holder([first, second, (ending(3), 2)]) == id(2))
    #expect(holder([(ending(1), 5), (ending(2), 4)]) == id(2))
    #expect(holder([(ending(1), 4), (ending(2), 5)]) == id(1))
    // When they were made decides nothing.
    for at in ["2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z", nil] {
      #expect(holder([(ending(1, at: at), 5), (ending(2), 4)]) == id(2))
      #expect(holder([(ending(1, at: at), 4), (ending(2), 5)]) == id(1))
    }
  }

  /// A ring of records cannot hold anybody up; it is as long as it is.
  @Test func recordsUponEachOtherEnd() throws {
    let ring = [(ending(1, after: 2), 1 as UInt64), (ending(2, after: 1), 2), (ending(3, after: 3), 3)]
    #expect(try #require(ledger(ring).ended(tenth, at: afterTenth)).edition >= 1)
  }

  @Test func aRecordMetBeforeTheWeekIsOverCountsAsNone() {
    let ledger = ledger([(ending(1), 1)])
    #expect(ledger.ended(tenth, at: moment("2026-03-11", "11:59")) == nil)
    #expect(ledger.endedTooEarly(at: moment("2026-03-11", "11:59")) == [tenth])
    #expect(ledger.ended(tenth, at: afterTenth)?.record.id == id(1))
    #expect(ledger.endedTooEarly(at: afterTenth) == [])
  }

  @Test func editionsAreCountedAndLosersAreNamed() throws {
    let revised = ending(2, after: 1, visits: 4, at: "2026-03-14T09:00:00Z", covers: reach(["euc-1": 6]))
    let loser = ending(4, visits: 3)
    let ended = try #require(
      ledger([(ending(1, visits: 3), 1), (revised, 2), (loser, 3), (ending(5, visits: 9), 4)])
        .ended(tenth, at: afterTenth))
    #expect(ended.edition == 2 && ended.revised == utc("2026-03-14T09:00:00Z"))
    #expect(ended.record == revised && ended.others.map(\.visits) == [3, 9])
    // One that tells the same is no other.
    #expect(ledger([(loser, 1), (ending(5, visits: 3), 2)]).ended(tenth, at: afterTenth)?.others == [])
    let first = try #require(ledger([(loser, 1)]).ended(tenth, at: afterTenth))
    #expect(first.edition == 1 && first.revised == nil)
  }

  /// Twelve records with all there is to decide by, in two hundred orders, some of them twice.
  @Test func theOrderOfArrivalMakesNoDifference() throws {
    var random = SeededRandom(seed: 17)
    for _ in 0..<20 {
      let records = (1...12).map { number in
        let after = Int.random(in: 0..<number, using: &random)
        let last = Int.random(in: 4...6, using: &random)
        return (
          ending(number, after: after, visits: number, covers: reach(["a": last])),
          UInt64.random(in: 1...3, using: &random)
        )
      }
      let first = ledger(records)
      for _ in 0..<10 {
        let shuffled = (records + records.prefix(4)).shuffled(using: &random)
        #expect(ledger(shuffled) == first)
        #expect(ledger(shuffled).ended(tenth, at: afterTenth) == first.ended(tenth, at: afterTenth))
      }
    }
  }

  // MARK: What comes later

  /// A week of EUC as it was recorded, and ended, by one machine; what another one brings comes after.
  private func ended(_ events: [Event]) throws -> FolderPicture {
    var picture = picture(schools: [school("EUC"), school("VUC")], colleagues: [], events: events)
    let record = picture.ending(tenth, id: id(900), by: nil, at: afterTenth)
    picture.ledger.apply(.week(record), origin: origin(900, writer: "vuc-2"))
    #expect(try late(in: picture) == [])
    return picture
  }

  private func late(in picture: FolderPicture) throws -> [LateArrival] {
    picture.late(try #require(picture.ended(tenth, at: afterTenth)), at: afterTenth)
  }

  private let recorded = [
    visit(1, "EUC", on: "2026-03-02"), visit(2, "EUC", on: "2026-03-02"),
    .zero(tick(3, "EUC", on: "2026-03-03")), visit(4, "VUC", on: "2026-03-04"),
  ]

  @Test func whatComesLaterStandsBesideIt() throws {
    var picture = try ended(recorded)
    picture.ledger.apply(visit(10, "EUC", on: "2026-03-05"), origin: origin(1, writer: "gym-3"))
    picture.ledger.apply(visit(11, "EUC", on: "2026-03-02"), origin: origin(2, writer: "gym-3"))
    picture.ledger.apply(.sparring(tick(12, "VUC", on: "2026-03-07")), origin: origin(3, writer: "gym-3"))
    let late = try late(in: picture)
    #expect(
      late == [
        LateArrival(school: "EUC", visits: 2, sparring: 0, counted: 1, staffed: 1, extra: 0),
        LateArrival(school: "VUC", visits: 0, sparring: 1, counted: 0, staffed: 0, extra: 1),
      ])
    // The record is what it was.
    let record = try #require(picture.ended(tenth, at: afterTenth)).record
    #expect(record.rows.map(\.visits) == [2, 1] && record.rows.map(\.counted) == [2, 1])
  }

  @Test func whatIsTakenBackLaterIsMinus() throws {
    var picture = try ended(recorded)
    picture.ledger.apply(
      .void(TakeBack(id: id(10), day: day("2026-03-04"), of: id(4))), origin: origin(1, writer: "gym-3"))
    #expect(
      try late(in: picture)
        == [LateArrival(school: "VUC", visits: -1, sparring: 0, counted: -1, staffed: -1, extra: 0)])
    // A visit that came late and was taken back late was never there.
    picture = try ended(recorded)
    picture.ledger.apply(visit(10, "EUC", on: "2026-03-05"), origin: origin(1, writer: "gym-3"))
    #expect(try late(in: picture).count == 1)
    picture.ledger.apply(
      .void(TakeBack(id: id(11), day: day("2026-03-05"), of: id(10))), origin: origin(2, writer: "gym-3"))
    #expect(try late(in: picture) == [])
  }

  /// A machine that lost its state writes what it had written once more, as another writer: the same id twice.
  @Test func theSameIdUnderAnotherWriterIsNotLate() throws {
    for hash: UInt64 in [0, .max] {
      var picture = try ended(recorded)
      picture.ledger.apply(recorded[0], origin: origin(1, writer: "euc-9", hash: hash))
      picture.ledger.apply(recorded[2], origin: origin(2, writer: "euc-9", hash: hash))
      #expect(try late(in: picture) == [], "\(hash)")
    }
  }

  /// Numbers that were missing then, and are found.
  @Test func whatWasMissingThenIsLateWhenItIsFound() throws {
    var picture = picture(schools: [school("EUC")], colleagues: [])
    picture.missingNumbers = ["euc-1": [.visits: [3...4]]]
    for number in [1, 2, 5] {
      picture.ledger.apply(visit(number, "EUC", on: "2026-03-02"), origin: origin(number, writer: "euc-1"))
    }
    let record = picture.ending(tenth, id: id(900), by: nil, at: afterTenth)
    #expect(record.covers == WeekCoverage(["euc-1": [.visits: .init(last: 5, missing: [3...4])]]))
    picture.ledger.apply(.week(record), origin: origin(900))
    for number in [3, 4] {
      picture.ledger.apply(visit(number, "EUC", on: "2026-03-03"), origin: origin(number, writer: "euc-1"))
    }
    #expect(try late(in: picture).map(\.visits) == [2])
    picture.ledger.apply(visit(6, "EUC", on: "2026-03-03"), origin: origin(6, writer: "euc-1"))
    #expect(try late(in: picture).map(\.visits) == [3])
  }

  // MARK: Revision

  @Test func aRevisionAddsAndCopies() throws {
    var picture = try ended(recorded)
    picture.ledger.apply(visit(10, "EUC", on: "2026-03-05"), origin: origin(1, writer: "gym-3"))
    picture.ledger.apply(
      .void(TakeBack(id: id(11), day: day("2026-03-04"), of: id(4))), origin: origin(2, writer: "gym-3"))
    // Hours of today are no matter of an ended week.
    picture.documents.schools = [school("EUC", on: [.thursday], hours: "10:00-11:00"), school("VUC")]
    let old = try #require(picture.ended(tenth, at: afterTenth)).record
    let new = try picture.revising(tenth, id: id(901), by: "LON", at: afterTenth)
    #expect(new.after == old.id && new.by == "LON" && new.covers.sum > old.covers.sum)
    #expect(
      new.rows == [
        WeekRow(school: "EUC", opening: 5, staffed: 3, counted: 3, visits: 3),
        WeekRow(school: "VUC", opening: 5),
      ])
    picture.ledger.apply(.week(new), origin: origin(901))
    #expect(picture.ended(tenth, at: afterTenth)?.edition == 2)
    #expect(try late(in: picture) == [])
    #expect(throws: RevisionRefusal.nothingLate(tenth)) {
      _ = try picture.revising(tenth, id: id(902), by: "LON", at: afterTenth)
    }
    #expect(throws: RevisionRefusal.notEnded(week("2026-W09"))) {
      _ = try picture.revising(week("2026-W09"), id: id(902), by: "LON", at: afterTenth)
    }
  }

  /// The week had two opening days; today's documents say five. Days that came since were outside.
  @Test func staffedAndCountedNeverExceedTheOpeningDaysOfThen() throws {
    var picture = picture(
      schools: [school("FGU", on: [.tuesday, .thursday])], colleagues: [],
      events: [visit(1, "FGU", on: "2026-03-03"), visit(2, "FGU", on: "2026-03-05")])
    picture.ledger.apply(
      .week(picture.ending(tenth, id: id(900), by: nil, at: afterTenth)), origin: origin(900))
    picture.documents.schools = [school("FGU")]
    picture.ledger.apply(visit(3, "FGU", on: "2026-03-06"), origin: origin(1, writer: "gym-3"))
    let new = try picture.revising(tenth, id: id(901), by: "LON", at: afterTenth)
    #expect(new.rows == [WeekRow(school: "FGU", opening: 2, staffed: 2, counted: 2, extra: 1, visits: 3)])
  }

  /// A snow day entered on Thursday: all is counted as the calendar says now.
  @Test func countedAnewItIsAsTheDocumentsSayNow() throws {
    var picture = try ended(recorded)
    #expect(throws: RevisionRefusal.sameAgain(tenth)) {
      _ = try picture.countingAnew(tenth, id: id(901), by: "LON", at: afterTenth)
    }
    picture.documents.calendar = [
      CalendarEntry(
        schoolYear: "2025/26", name: "Sne", kind: .closure, days: days("2026-03-03", "2026-03-04"),
        schools: nil, hours: nil, source: "")
    ]
    let new = try picture.countingAnew(tenth, id: id(901), by: "LON", at: afterTenth)
    #expect(
      new.rows == [
        WeekRow(school: "EUC", opening: 3, staffed: 1, counted: 1, extra: 1, visits: 2),
        WeekRow(school: "VUC", opening: 3, staffed: 0, counted: 0, extra: 1, visits: 1),
      ])
    picture.ledger.apply(.week(new), origin: origin(901))
    let ended = try #require(picture.ended(tenth, at: afterTenth))
    #expect(ended.record == new && ended.edition == 2)
  }

  // MARK: Forgetting

  /// Two machines counted the same records by other documents. The one whose line has the smaller hash holds,
  /// also when its file is forgotten first and its own line is gone.
  @Test(arguments: [false, true]) func theSameRecordHoldsWhenItsFileIsForgotten(isLast: Bool) throws {
    let (winner, loser) = (ending(1, visits: 3), ending(2, visits: 4))
    var before = Ledger()
    before.apply(.week(winner), origin: origin(7, writer: "euc-1", hash: 10))
    before.apply(.week(loser), origin: origin(8, writer: "vuc-2", hash: 20))
    let now = moment("2027-03-01", "12:00")
    #expect(before.ended(tenth, at: now)?.record == winner)
    let basis = ForgettingBasis(ledger: before, documents: Documents(settings: Settings(name: "Prøve")))
    guard
      case .duty(_, let kept) = Forgetting.duty([.week(isLast ? loser : winner)], year: 2026, basis)
    else { throw Unexpected() }
    var after = Ledger()
    for event in kept { after.apply(event, origin: origin(99, writer: "euc-1", hash: 99)) }
    after.apply(
      .week(isLast ? winner : loser),
      origin: isLast ? origin(7, writer: "euc-1", hash: 10) : origin(8, writer: "vuc-2", hash: 20))
    let holds = try #require(after.ended(tenth, at: now))
    #expect(holds.record.id == winner.id && holds.record.rows == winner.rows)
    #expect(kept.count == (isLast ? 0 : 1))
    if !isLast { #expect(holds.record.at == nil && holds.record.by == nil) }
  }

  private struct Unexpected: Error {}
}
