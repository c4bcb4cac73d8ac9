// What a handover is after each path through its steps, and which of two steps at once holds.

import Domain
import Testing

@Suite struct HandoverStateTests {
  private static let handover = Handover.ID(high: 0, low: 42)
  private static let entry = HandoverEntry(receiver: "CET", sender: "MAL", mode: .calledTogether, writer: "w")
  private static let taken = HandoverStep.Step.takenOver(daysSinceOffer: 1, isTold: false)
  private static let told = HandoverStep.Step.takenOver(daysSinceOffer: 1, isTold: true)

  private static func recorded(
    _ number: Int, after: Int, _ step: HandoverStep.Step, on date: String = "2026-03-05", hop: Int = 1
  ) -> Recorded<HandoverStep> {
    Recorded(
      body: HandoverStep(
        id: id(number), after: id(after), day: day(date), handover: handover, hop: hop, school: "EUC",
        step: step),
      origin: origin(number + 1))
  }

  private static func chain(_ steps: [Recorded<HandoverStep>]) -> ChangeChain<HandoverStep> {
    var chain = ChangeChain<HandoverStep>()
    for step in steps { chain.insert(step) }
    return chain
  }

  struct Path: Sendable {
    var steps: [HandoverStep.Step]
    var state: Handover.State
    /// Nil is nobody.
    var holder: Colleague.ID?
  }

  @Test(arguments: [
    Path(steps: [.offered], state: .offered, holder: "MAL"),
    Path(steps: [.offered, .withdrawn], state: .withdrawn, holder: nil),
    Path(steps: [.offered, .declined], state: .declined, holder: "MAL"),
    Path(steps: [.offered, .missed], state: .missed, holder: "MAL"),
    Path(steps: [.offered, taken], state: .takenOver(isTold: false), holder: "CET"),
    Path(steps: [.offered, told], state: .takenOver(isTold: true), holder: "CET"),
    // The receiver's "Nej, det har jeg ikke".
    Path(steps: [.offered, told, .declined], state: .declined, holder: "MAL"),
    Path(steps: [.offered, taken, .undone], state: .offered, holder: "MAL"),
    Path(steps: [.offered, taken, .undone, taken], state: .takenOver(isTold: false), holder: "CET"),
    Path(steps: [.offered, taken, .closed(.underway)], state: .closed(.underway), holder: nil),
    Path(steps: [.offered, .closed(.didNotCome)], state: .closed(.didNotCome), holder: nil),
    Path(steps: [.offered, .declined, .closed(.nowhere)], state: .closed(.nowhere), holder: nil),
    Path(steps: [.offered, .declined, .withdrawn], state: .withdrawn, holder: nil),
    Path(steps: [.offered, .missed, .withdrawn], state: .withdrawn, holder: nil),
    // Nothing follows an end.
    Path(steps: [.offered, .withdrawn, taken], state: .withdrawn, holder: nil),
    Path(steps: [.offered, .closed(.other), .undone], state: .closed(.other), holder: nil),
  ])
  func paths(path: Path) throws {
    let steps = path.steps.enumerated().map { Self.recorded($0 + 1, after: $0, $1) }
    for order in [steps, steps.reversed()] {
      let handover = try #require(Handover(steps: Self.chain(order), entries: [id(1): Self.entry]))
      #expect(handover.state == path.state)
      #expect(handover.holder == path.holder)
      #expect(handover.offer == id(1))
      #expect(handover.id == Self.handover)
    }
  }

  @Test func withoutStepsThereIsNone() {
    #expect(Handover(steps: Self.chain([])) == nil)
  }

  @Test func offeredAgainToSomebodyElse() throws {
    let again = HandoverEntry(receiver: "ING", sender: "MAL", mode: .walkedOver, writer: "w")
    let handover = try #require(
      Handover(
        steps: Self.chain([
          Self.recorded(1, after: 0, .offered, on: "2026-03-02"),
          Self.recorded(2, after: 1, .declined, on: "2026-03-03"),
          Self.recorded(3, after: 2, .offered, on: "2026-03-04"),
        ]), entries: [id(1): Self.entry, id(3): again]))
    #expect(handover.state == .offered)
    #expect(handover.entry == again)
    #expect(handover.begun == day("2026-03-02"))
    #expect(handover.offered == day("2026-03-04"))
    #expect(handover.hop == 1)
    // The young person waits since the first offer, however often it is made again.
    #expect(handover.isLongWait(on: day("2026-03-17"), limitDays: 14))
    #expect(!handover.isLongWait(on: day("2026-03-16"), limitDays: 14))
  }

  @Test func handedOn() throws {
    let onward = HandoverEntry(receiver: "ING", sender: "CET", mode: .walkedOver, writer: "w")
    let steps = [
      Self.recorded(1, after: 0, .offered, on: "2026-01-05"),
      Self.recorded(2, after: 1, Self.taken, on: "2026-01-06"),
      Self.recorded(3, after: 2, .offered, on: "2026-03-02", hop: 2),
    ]
    let handover = try #require(
      Handover(steps: Self.chain(steps), entries: [id(1): Self.entry, id(3): onward]))
    #expect(handover.holder == "CET")
    #expect(handover.hop == 2)
    #expect(handover.begun == day("2026-01-05"))
    // Somebody had taken over in between: the wait is that of the new offer.
    #expect(!handover.isLongWait(on: day("2026-03-16"), limitDays: 14))
    #expect(handover.isLongWait(on: day("2026-03-17"), limitDays: 14))
  }

  @Test func aTakeOverByMistakeDoesNotBeginTheWaitAnew() throws {
    let steps = [
      Self.recorded(1, after: 0, .offered, on: "2026-03-02"),
      Self.recorded(2, after: 1, Self.taken, on: "2026-03-10"),
      Self.recorded(3, after: 2, .undone, on: "2026-03-10"),
    ]
    let handover = try #require(Handover(steps: Self.chain(steps)))
    #expect(handover.isLongWait(on: day("2026-03-17"), limitDays: 14))
  }

  @Test func withoutItsFileNobodyIsNamed() throws {
    let handover = try #require(Handover(steps: Self.chain([Self.recorded(1, after: 0, .offered)])))
    #expect(handover.state.isOpen)
    #expect(handover.holder == nil && handover.entry == nil)
  }

  /// The order in which steps made upon the same one hold.
  private static let ranking: [HandoverStep.Step] = [
    taken, .closed(.other), .offered, .declined, .missed, .undone, .withdrawn,
  ]

  @Test func ranksAtForks() throws {
    for (upper, winner) in Self.ranking.enumerated() {
      for (lower, loser) in Self.ranking.enumerated() where upper < lower {
        // Ids that would decide the other way.
        let steps = [
          Self.recorded(1, after: 0, .offered), Self.recorded(9, after: 1, winner),
          Self.recorded(2, after: 1, loser),
        ]
        for order in [steps, steps.reversed()] {
          let chain = Self.chain(order)
          let line = chain.handoverLine
          #expect(line.map(\.body.id) == [id(1), id(9)], "\(winner) against \(loser)")
          #expect(chain.losers(against: line).map(\.body.id) == [id(2)])
        }
      }
    }
  }

  /// On one machine the receiver cannot; on another the sender has offered again meanwhile, to somebody
  /// else. The late answer was to the older offer, and takes nothing from the newer one.
  @Test func aLateDeclineNeverBeatsANewerOffer() throws {
    let again = HandoverEntry(receiver: "ING", sender: "MAL", mode: .walkedOver, writer: "w")
    let beforeIt: [[Recorded<HandoverStep>]] = [
      // Offered again at once; after "kom ikke"; after a "kan ikke" of their own, whose id is greater.
      [Self.recorded(9, after: 1, .offered)],
      [Self.recorded(3, after: 1, .missed), Self.recorded(9, after: 3, .offered)],
      [Self.recorded(8, after: 1, .declined), Self.recorded(9, after: 8, .offered)],
    ]
    for steps in beforeIt {
      let all = [Self.recorded(1, after: 0, .offered), Self.recorded(2, after: 1, .declined)] + steps
      for order in [all, all.reversed()] {
        let handover = try #require(
          Handover(steps: Self.chain(order), entries: [id(1): Self.entry, id(9): again]))
        #expect(handover.state == .offered, "\(steps.map(\.body.step))")
        #expect(handover.entry == again)
      }
    }
    // A take-over of the older offer holds all the same: the young person is with somebody.
    let taken = [
      Self.recorded(1, after: 0, .offered), Self.recorded(2, after: 1, Self.taken),
      Self.recorded(9, after: 1, .offered),
    ]
    #expect(Handover(steps: Self.chain(taken))?.state == .takenOver(isTold: false))
  }

  /// Said eleven times, and on two machines at once: one answer.
  @Test func aRepeatedStepIsCountedOnce() {
    let repeated = (2...12).map { Self.recorded($0, after: $0 - 1, .declined) }
    let chain = Self.chain([Self.recorded(1, after: 0, .offered)] + repeated)
    #expect(chain.changes.count == 12)
    #expect(chain.countedSteps.count { $0.step == .declined } == 1)
    let elsewhere = Self.chain([
      Self.recorded(1, after: 0, .offered), Self.recorded(2, after: 1, .declined),
      Self.recorded(3, after: 1, .declined), Self.recorded(4, after: 2, .offered),
      Self.recorded(5, after: 4, .declined),
    ])
    // The answer to the second offer is another one.
    #expect(elsewhere.countedSteps.filter { $0.step == .declined }.map(\.id).sorted() == [id(2), id(5)])
  }

  @Test func ofTwoAlikeTheSmallerIdHolds() {
    for step in Self.ranking {
      let chain = Self.chain([
        Self.recorded(1, after: 0, .offered), Self.recorded(7, after: 1, step),
        Self.recorded(5, after: 1, step),
      ])
      #expect(chain.handoverLine.map(\.body.id) == [id(1), id(5)], "\(step)")
    }
  }

  /// The sender takes back while the receiver takes over: the young person is not let go.
  @Test func withdrawnWhileTakenOver() throws {
    let steps = [
      Self.recorded(1, after: 0, .offered), Self.recorded(2, after: 1, .withdrawn),
      Self.recorded(3, after: 1, Self.taken),
    ]
    let handover = try #require(Handover(steps: Self.chain(steps), entries: [id(1): Self.entry]))
    #expect(handover.state == .takenOver(isTold: false))
    #expect(handover.holder == "CET")
  }

  /// No step can name a person: there is no field for one, and no clock.
  @Test func noRecordNamesTheReceiver() {
    let step = Self.recorded(1, after: 0, .offered).body
    let kinds = Mirror(reflecting: step).children.map { "\(type(of: $0.value))" }
    #expect(!kinds.contains { $0.contains("Colleague") || $0.contains("Time") || $0 == "String" })
    let fields = Mirror(reflecting: step).children.compactMap(\.label).sorted()
    #expect(fields == ["after", "day", "handover", "hop", "id", "school", "step"])
  }
}
