// The fold: what it counts, and that the order of arrival makes no difference to anything.

import Domain
import TestKit
import Testing

@Suite struct LedgerTests {
  private let thursday = day("2026-03-05")

  @Test func countsByDayAndSchool() {
    let ledger = ledger([
      visit(1, "EUC", on: "2026-03-05"), visit(2, "EUC", on: "2026-03-05"), visit(3, "HHX", on: "2026-03-05"),
      visit(4, "EUC", on: "2026-03-04"), .sparring(tick(5, "EUC", on: "2026-03-05")),
      .zero(tick(6, "VUC", on: "2026-03-05")), .void(TakeBack(id: id(7), day: thursday, of: id(2))),
    ])
    let book = ledger.book(of: thursday)
    #expect(book.visits(at: "EUC") == 1)
    #expect(book.visits(at: "HHX") == 1)
    #expect(book.visits(at: "VUC") == 0)
    #expect(book.sparrings(at: "EUC") == 1)
    #expect(book.isCounted(at: "VUC") && book.isRecorded(at: "VUC"))
    #expect(!book.isCounted(at: "SOSU") && !book.isRecorded(at: "SOSU"))
    #expect(book.standingVisits.map(\.id) == [id(1), id(3)])
    #expect(ledger.book(of: day("2026-03-06")) == DayBook())
    #expect(ledger.conflicts.isEmpty)
  }

  @Test func aRetryCountsOnce() {
    var ledger = Ledger()
    ledger.apply(visit(1, "EUC", on: "2026-03-05"), origin: origin(2))
    let once = ledger
    ledger.apply(visit(1, "EUC", on: "2026-03-05"), origin: origin(2))
    #expect(ledger == once)
    ledger.apply(visit(1, "EUC", on: "2026-03-05"), origin: origin(9, writer: "euc-2222222222222222"))
    #expect(ledger.book(of: thursday).visits(at: "EUC") == 1)
    #expect(ledger.conflicts.isEmpty)
  }

  /// One id with two bodies, of each kind and over kinds and places: the smaller hash counts, and both
  /// orders of arrival report it.
  @Test(arguments: [
    (visit(1, "EUC", on: "2026-03-05"), visit(1, "EUC", on: "2026-03-05", outcome: .guidedOn)),
    (visit(1, "EUC", on: "2026-03-05"), .sparring(tick(1, "EUC", on: "2026-03-05"))),
    (.zero(tick(1, "EUC", on: "2026-03-05")), .sparring(tick(1, "EUC", on: "2026-03-05"))),
    (
      .void(TakeBack(id: id(1), day: day("2026-03-05"), of: id(50))),
      .void(TakeBack(id: id(1), day: day("2026-03-05"), of: id(51)))
    ),
    (
      door(1, "EUC", on: "2026-03-05", isOpen: true), door(1, "EUC", on: "2026-03-05", isOpen: false)
    ),
    (door(1, "EUC", on: "2026-03-05", isOpen: true), door(1, "HHX", on: "2026-03-05", isOpen: true)),
    (cell(1, at: "EUC", on: "2026-03-05", []), cell(1, at: "HHX", on: "2026-03-06", [])),
    (
      pattern(1, at: "EUC", on: .monday, [duty("MAL")]), pattern(1, at: "EUC", on: .tuesday, [duty("MAL")])
    ),
    (step(1, .offered, handover: 5), step(1, .offered, handover: 6)),
    (step(1, .offered, handover: 5), step(1, .withdrawn, handover: 5)),
    (step(1, .offered, handover: 5), cell(1, at: "EUC", on: "2026-03-05", [])),
    (swapStep(1, .accepted, at: "EUC"), swapStep(1, .accepted, at: "HHX")),
    (release(1, "2026-Q1"), release(1, "2026-Q2")),
  ])
  func oneIdWithTwoBodies(small: Event, great: Event) {
    let (first, second) = (origin(3, hash: 1), origin(2, hash: 2))
    var forwards = Ledger()
    forwards.apply(small, origin: first)
    let alone = forwards
    forwards.apply(great, origin: second)
    var backwards = Ledger()
    backwards.apply(great, origin: second)
    backwards.apply(small, origin: first)
    #expect(forwards == backwards)
    #expect(forwards.conflicts == [id(1)])
    // But for the report nothing is left of the greater one.
    #expect(withoutConflicts(forwards) == withoutConflicts(alone))
  }

  private func withoutConflicts(_ ledger: Ledger) -> [String] {
    Mirror(reflecting: ledger).children.filter { $0.label != "conflicts" }
      .map { child in
        let parts = Mirror(reflecting: child.value).children.map { "\($0.value)" }.sorted()
        return "\(child.label ?? "") \(parts)"
      }
  }

  /// Everything at once, with doubles, forks and clashing ids, in thousands of orders.
  @Test func anyOrderFoldsToTheSame() {
    var random = SeededRandom(seed: 9)
    let (records, tallies) = (records(&random), Self.tallies)
    var expected: Ledger?
    let rounds = Thoroughness.isExhaustive ? 100_000 : 1_000
    for round in 0..<rounds {
      var ledger = Ledger()
      var tallies = tallies
      for (event, origin) in (records + records.prefix(10)).shuffled(using: &random) {
        ledger.apply(event, origin: origin)
        if let tally = tallies.popLast() { ledger.apply(tally) }
      }
      for tally in tallies { ledger.apply(tally) }
      if let expected {
        guard ledger == expected else {
          Issue.record("round \(round) folds to something else")
          return
        }
      } else {
        expected = ledger
      }
    }
    #expect(expected?.conflicts.isEmpty == false)
    #expect(expected?.days.isEmpty == false && expected?.cells.isEmpty == false)
    FaultTable.note("09 records in any order", cases: rounds, faults: 0)
  }

  /// Views of equal ledgers are equal too: nothing depends on where a dictionary keeps its entries.
  @Test func viewsAreTheSameInAnyOrder() {
    var random = SeededRandom(seed: 10)
    let records = records(&random)
    var expected: [String]?
    for _ in 0..<100 {
      var ledger = Ledger()
      for (event, origin) in records.shuffled(using: &random) { ledger.apply(event, origin: origin) }
      let place = SchoolDay(day: thursday, school: "EUC")
      let chains = ledger.chains.sorted { $0.key < $1.key }
      let views = [
        "\(ledger.cellLine(at: place))", "\(ledger.door(at: "EUC", on: thursday).debugDescription)",
        "\(ledger.patternLine(at: PatternPlace(school: "EUC", weekday: .thursday)))",
        "\(ledger.swapLine(of: id(900)))", "\(ledger.openHandovers(entries: [:]))",
        "\(chains.map { $0.value.losers(against: $0.value.handoverLine) })",
        "\(ledger.book(of: thursday).standingVisits)",
      ]
      if let expected { #expect(views == expected) } else { expected = views }
    }
  }

  /// Ninety records of every kind over few ids, places and times, so that they meet.
  private func records(_ random: inout SeededRandom) -> [(Event, Origin)] {
    (0..<90).map { index in
      let number = Int.random(in: 1...60, using: &random)
      let after = Int.random(in: 0...60, using: &random)
      let school: School.ID = Bool.random(using: &random) ? "EUC" : "HHX"
      let date = Bool.random(using: &random) ? "2026-03-05" : "2026-03-06"
      let time = "2026-03-01T08:00:0\(Int.random(in: 0...2, using: &random))Z"
      let steps: [HandoverStep.Step] = [
        .offered, .offered, .withdrawn, .declined, .missed, .takenOver(daysSinceOffer: 0, isTold: false),
        .undone,
        .closed(.underway),
      ]
      let event: Event =
        switch Int.random(in: 0..<10, using: &random) {
        case 0: visit(number, school, on: date)
        case 1: .sparring(tick(number, school, on: date))
        case 2: .zero(tick(number, school, on: date))
        case 3: .void(TakeBack(id: id(number), day: day(date), of: id(after)))
        case 4: door(number, school, on: date, isOpen: Bool.random(using: &random), time: time)
        case 5: cell(number, after: after, at: school, on: date, [duty("MAL")], time: time)
        case 6: pattern(number, after: after, at: school, on: .thursday, [duty("PRE")], time: time)
        case 7:
          swapStep(number, after: after, number % 3 == 0 ? .withdrawn : .accepted, at: school, time: time)
        case 8: release(number, "2026-Q1")
        default:
          step(
            number, after: after, steps.randomElement(using: &random) ?? .offered, handover: number % 3 + 1)
        }
      let writer = index.isMultiple(of: 2) ? "euc-1111111111111111" : "hhx-2222222222222222"
      // Few sequence numbers, so that some writers fork.
      return (event, origin(index % 40, writer: writer, hash: UInt64(index + 1)))
    }
  }

  /// At a fork of a cell the greatest time holds, then writer, then number; then the smaller id.
  @Test func forksOfACell() {
    let early = "2026-03-01T08:00:00Z"
    let late = "2026-03-01T08:00:01Z"
    let rows: [(String, Origin, String, Origin, winner: Int)] = [
      (early, origin(9, writer: "b"), late, origin(1, writer: "a"), 2),
      (early, origin(1, writer: "b"), early, origin(9, writer: "a"), 1),
      (early, origin(2, writer: "a"), early, origin(1, writer: "a"), 1),
      (early, origin(1, writer: "a", hash: 9), early, origin(1, writer: "a", hash: 8), 1),
    ]
    for (firstTime, first, secondTime, second, winner) in rows {
      let events = [
        (cell(1, at: "EUC", on: "2026-03-05", [duty("MAL")], time: firstTime), first),
        (cell(2, at: "EUC", on: "2026-03-05", [duty("PRE")], time: secondTime), second),
      ]
      for order in [events, events.reversed()] {
        var ledger = Ledger()
        for (event, origin) in order { ledger.apply(event, origin: origin) }
        let line = ledger.cellLine(at: SchoolDay(day: thursday, school: "EUC"))
        #expect(line.map(\.body.id) == [id(winner)])
      }
    }
  }

  // MARK: What forgotten files tell

  private static let tallies = [
    Tally(hash: RecordHash(high: 1, low: 1), missing: 0, gone: [id(1), id(2), id(3)], content: .visits([])),
    Tally(hash: RecordHash(high: 2, low: 1), missing: 1, gone: [id(4)], content: .chain([])),
  ]

  @Test func whatForgottenFilesTookBackDoesNotStand() {
    let tally = Tally(hash: RecordHash(high: 1, low: 1), missing: 0, gone: [id(1)], content: .visits([]))
    var before = Ledger()
    before.apply(tally)
    before.apply(visit(1, "EUC", on: "2026-03-05"), origin: origin(2))
    before.apply(visit(2, "EUC", on: "2026-03-05"), origin: origin(3))
    #expect(before.book(of: thursday).visits(at: "EUC") == 1)
    var after = ledger([visit(1, "EUC", on: "2026-03-05"), visit(2, "EUC", on: "2026-03-05")])
    after.apply(tally)
    #expect(after == before)
  }

  @Test func handoversThatForgottenFilesEndedAreNotOpen() {
    var ledger = ledger([step(1, .offered, handover: 5), step(2, .offered, handover: 6)])
    #expect(ledger.openHandovers(entries: [:]).count == 2)
    ledger.apply(
      Tally(hash: RecordHash(high: 1, low: 1), missing: 0, gone: [id(5)], content: .chain([])))
    #expect(ledger.openHandovers(entries: [:]).map(\.id) == [Handover.ID(high: 0, low: 6)])
    #expect(ledger.handover(Handover.ID(high: 0, low: 5), entries: [:]) == nil)
  }
}

private func step(
  _ number: Int, after: Int = 0, _ step: HandoverStep.Step, handover: Int
) -> Event {
  .handover(
    HandoverStep(
      id: id(number), after: id(after), day: day("2026-03-05"),
      handover: Handover.ID(high: 0, low: UInt64(handover)), hop: 1, school: "EUC", step: step))
}

private func swapStep(
  _ number: Int, after: Int = 0, _ step: SwapStep.Step, at school: School.ID,
  time: String = "2026-03-01T08:00:00Z"
) -> Event {
  .swap(
    SwapStep(
      id: id(number), after: id(after), at: utc(time), by: "MAL",
      cells: [SwapStep.Cell(after: id(after), day: day("2026-03-05"), school: school, spans: [duty("OJV")])],
      offer: id(900), step: step))
}

private func release(_ number: Int, _ period: String) -> Event {
  .release(
    ReleaseRecord(
      id: id(number), at: utc("2026-04-15T10:00:00Z"), by: "LON", file: "\(period).json", period: period,
      sha256: String(repeating: "0", count: 64)))
}
