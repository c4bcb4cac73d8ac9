// Who may take which step, in a table of every state, actor and action.

import Domain
import Testing

@Suite struct HandoverRulesTests {
  private static let entry = HandoverEntry(receiver: "CET", sender: "MAL", mode: .calledTogether, writer: "w")
  private static let changed = day("2026-03-05")

  private func handover(_ state: Handover.State, entry: HandoverEntry? = Self.entry) -> Handover {
    Handover(
      id: Handover.ID(high: 0, low: 1), school: "EUC", state: state, begun: Self.changed,
      offered: Self.changed, changed: Self.changed, hop: 1, offer: id(1), last: id(1), entry: entry)
  }

  /// The letters of the actions that are allowed.
  private func allowed(_ handover: Handover, _ actor: HandoverActor, on day: CivilDate) -> String {
    let letters: [(HandoverAction, String)] = [
      (.takeOver, "t"), (.recordTold, "y"), (.decline, "d"), (.missed, "m"), (.withdraw, "w"),
      (.offerAgain, "o"), (.handOn, "h"), (.undoTakeOver, "u"), (.close, "c"),
    ]
    return letters.filter { (try? handover.check($0.0, by: actor, on: day)) != nil }.map(\.1).joined()
  }

  private static let receiver = HandoverActor(colleague: "CET")
  private static let sender = HandoverActor(colleague: "MAL")
  private static let other = HandoverActor(colleague: "PRE")
  private static let makker = HandoverActor(colleague: "SOF", stepsInForReceiver: true)
  private static let coordinator = HandoverActor(colleague: "LON", isCoordinator: true)

  struct Row: Sendable {
    var state: Handover.State
    var receiver: String
    var sender: String
    var makker: String
    var coordinator: String
  }

  /// t take over, y spoken yes, d decline, m missed, w withdraw, o offer again, h hand on, u undo,
  /// c close. On the day of the last step.
  @Test(arguments: [
    Row(state: .offered, receiver: "tdm", sender: "ymwoc", makker: "tdm", coordinator: "tydmwoc"),
    Row(state: .declined, receiver: "t", sender: "ywoc", makker: "t", coordinator: "tywoc"),
    Row(state: .missed, receiver: "td", sender: "ywoc", makker: "td", coordinator: "tydwoc"),
    Row(state: .takenOver(isTold: false), receiver: "huc", sender: "", makker: "", coordinator: "huc"),
    Row(state: .takenOver(isTold: true), receiver: "dhuc", sender: "", makker: "d", coordinator: "dhuc"),
    Row(state: .closed(.underway), receiver: "", sender: "", makker: "", coordinator: ""),
    Row(state: .withdrawn, receiver: "", sender: "", makker: "", coordinator: ""),
  ])
  func whoMayDoWhat(row: Row) {
    let handover = handover(row.state)
    #expect(allowed(handover, Self.receiver, on: Self.changed) == row.receiver)
    #expect(allowed(handover, Self.sender, on: Self.changed) == row.sender)
    #expect(allowed(handover, Self.makker, on: Self.changed) == row.makker)
    #expect(allowed(handover, Self.coordinator, on: Self.changed) == row.coordinator)
    #expect(allowed(handover, Self.other, on: Self.changed).isEmpty)
  }

  /// A take-over is undone the same day only; a spoken yes is denied on any day.
  @Test func theNextDay() {
    let nextDay = Self.changed.adding(days: 1)
    #expect(allowed(handover(.takenOver(isTold: false)), Self.receiver, on: nextDay) == "hc")
    #expect(allowed(handover(.takenOver(isTold: false)), Self.coordinator, on: nextDay) == "hc")
    #expect(allowed(handover(.takenOver(isTold: true)), Self.receiver, on: nextDay) == "dhc")
    #expect(allowed(handover(.offered), Self.receiver, on: nextDay) == "tdm")
  }

  /// Without its file anybody's own word counts, for a new offer or an end.
  @Test func withoutItsFile() {
    for state: Handover.State in [.offered, .declined, .missed] {
      #expect(allowed(handover(state, entry: nil), Self.other, on: Self.changed) == "oc")
    }
    #expect(allowed(handover(.takenOver(isTold: false), entry: nil), Self.other, on: Self.changed) == "hc")
    #expect(allowed(handover(.closed(.other), entry: nil), Self.other, on: Self.changed).isEmpty)
  }

  /// "Kan ikke" said again and again is one answer; only a new offer can be answered anew.
  @Test func anAnswerIsNotGivenTwice() {
    #expect(throws: HandoverRefusal.repeated(.decline)) {
      try handover(.declined).check(.decline, by: Self.receiver, on: Self.changed)
    }
    #expect(throws: HandoverRefusal.repeated(.missed)) {
      try handover(.missed).check(.missed, by: Self.sender, on: Self.changed)
    }
    #expect(throws: HandoverRefusal.repeated(.missed)) {
      try handover(.declined).check(.missed, by: Self.coordinator, on: Self.changed)
    }
  }

  @Test func refusalsTellWhy() {
    #expect(throws: HandoverRefusal.onlyReceiver("CET")) {
      try handover(.offered).check(.takeOver, by: Self.sender, on: Self.changed)
    }
    #expect(throws: HandoverRefusal.onlySender("MAL")) {
      try handover(.offered).check(.withdraw, by: Self.receiver, on: Self.changed)
    }
    #expect(throws: HandoverRefusal.alreadyTakenOver(by: "CET")) {
      try handover(.takenOver(isTold: false)).check(.withdraw, by: Self.sender, on: Self.changed)
    }
    #expect(throws: HandoverRefusal.alreadyTakenOver(by: "CET")) {
      try handover(.takenOver(isTold: false)).check(.decline, by: Self.receiver, on: Self.changed)
    }
    #expect(throws: HandoverRefusal.notTakenOver) {
      try handover(.offered).check(.undoTakeOver, by: Self.receiver, on: Self.changed)
    }
    #expect(throws: HandoverRefusal.onlyHolder("CET")) {
      try handover(.takenOver(isTold: false)).check(.undoTakeOver, by: Self.sender, on: Self.changed)
    }
    #expect(throws: HandoverRefusal.onlySameDay(Self.changed)) {
      try handover(.takenOver(isTold: false))
        .check(.undoTakeOver, by: Self.receiver, on: Self.changed.adding(days: 1))
    }
    #expect(throws: HandoverRefusal.onlyHolder("MAL")) {
      try handover(.offered).check(.close, by: Self.other, on: Self.changed)
    }
    #expect(throws: HandoverRefusal.ended) {
      try handover(.withdrawn).check(.takeOver, by: Self.receiver, on: Self.changed)
    }
  }
}
