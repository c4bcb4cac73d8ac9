// "Fortryd": what one key takes back, again and again, after a restart, and never yesterday's.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private func takenBack(_ robot: Robot) -> [RecordID] {
  robot.recorded.compactMap { event in
    if case .void(let takeBack) = event { return takeBack.of }
    return nil
  }
}

private func ids(_ robot: Robot) -> [RecordID] { robot.recorded.map(\.id) }

@Test func visitZeroAndSparringAreTakenBackNewestFirst() {
  let robot = Robot().press(.escape).type("zb4⏎⎋s")
  let done = ids(robot)
  robot.type("f")
  #expect(robot.shows("Fortrudt ✓ Sparring på EUC"))
  robot.type("f")
  #expect(robot.shows("Fortrudt ✓ Besøg på EUC"))
  robot.type("f")
  #expect(robot.shows("Fortrudt ✓ Ingen besøg på EUC"))
  #expect(takenBack(robot) == [done[2], done[1], done[0]])
  robot.type("f")
  #expect(robot.shows("Der er intet fra i dag at fortryde"))
  #expect(robot.cursorLine.contains("– Ikke åbnet"))
}

@Test func receiptIsTakenBackWithOneKey() {
  let robot = Robot().press(.escape).type("b4⏎f")
  #expect(takenBack(robot) == [robot.recorded[0].id])
  #expect(robot.shows("Vagt i dag") && robot.shows("Fortrudt ✓ Besøg på EUC"))
}

@Test func doorGoesBackToWhatItWas() {
  let robot = Robot().press(.enter).type("f")
  #expect(robot.cursorLine.hasSuffix("Slut for i dag") || robot.cursorLine.hasSuffix("IKKE TALT"))
  #expect(robot.recorded.count == 2)
  robot.type("f")
  #expect(robot.recorded.count == 2, "taking back is not itself taken back")
}

@Test func offerAndItsVisitAreTakenBackTogether() {
  let robot = Robot().press(.escape).type("b1g1jf")
  let kinds = robot.recorded.map { event -> String in
    switch event {
    case .handover(let step): step.step == .offered ? "offered" : "withdrawn"
    case .visit: "visit"
    case .void: "void"
    case .sparring, .zero, .door, .pattern, .cell, .swap, .release, .week: "other"
    }
  }
  #expect(kinds == ["offered", "visit", "withdrawn", "void"])
  #expect(robot.shows("Fortrudt ✓ Overdragelsen er trukket tilbage, og besøget tæller ikke"))
  #expect(!robot.shows("Du holder"))
  robot.type("f")
  #expect(robot.recorded.count == 4)
}

@Test func halfAnUndoIsFinishedByTheNextKey() {
  let robot = Robot().press(.escape).type("b1g1j")
  robot.nextFailure = .noSpace(path: "/x")
  robot.savesBeforeFailure = 1
  robot.type("f")
  #expect(robot.alarms.contains("IKKE GEMT"))
  robot.type("f")
  #expect(robot.recorded.count == 4)
  #expect(robot.recorded.last?.stream == .visits)
  #expect(!robot.alarms.contains("IKKE GEMT"))
}

@Test func acceptedOfferIsNotTakenBack() {
  let robot = Robot().press(.escape).type("b1g1j⎋")
  guard case .offer(let step, let entry, let visit?)? = robot.requests.last(where: { $0.isOffer }) else {
    Issue.record("no offer")
    return
  }
  let taken = World.step(1, .takenOver(daysSinceOffer: 0, isTold: false), upon: step)
  robot.see(World.picture(offers: [(step, entry)], steps: [taken], events: [.visit(visit)]))
  robot.type("f")
  #expect(
    !robot.recorded.contains { event in
      if case .handover(let step) = event { return step.step == .withdrawn }
      return false
    })
}

extension Request {
  fileprivate var isOffer: Bool {
    if case .offer = self { return true }
    return false
  }
}

@Test func takeOverIsTakenBack() {
  let robot = Robot(World.picture(offers: [World.offer(1, from: "CET", to: "MAL")])).press(.escape)
  robot.type("otf")
  #expect(robot.shows("Fortrudt ✓ Afsenderen holder den igen"))
  #expect(robot.cursorLine.contains("Çetin ▸ Malene"))
  #expect(!robot.glass.line(1).contains("Du holder"))
}

@Test func whatCannotBeTakenBackStopsTheKeyOnce() {
  let robot = Robot(World.picture(offers: [World.offer(1, from: "CET", to: "MAL")])).press(.escape)
  robot.type("sokf")
  #expect(robot.shows("Det sidste kan ikke fortrydes. f igen fortryder det før."))
  #expect(takenBack(robot).isEmpty)
  robot.type("f")
  #expect(takenBack(robot).count == 1)
}

@Test func newOfferOfAnOpenHandoverIsNotEndedByTheKey() {
  let robot = Robot(World.picture(offers: [World.offer(1, from: "MAL", to: "CET")])).press(.escape)
  robot.type("on1jf")
  #expect(robot.recorded.count == 1)
  #expect(robot.glass.line(1).hasSuffix("Du holder 1"))
}

@Test func afterARestartTheLastCountOfThisMachineIsTakenBack() {
  let mine = ["euc-00000000000000bb", "euc-00000000000000aa"]
  var picture = World.picture()
  func count(_ number: UInt64, _ writer: String, _ sequence: Int, day: CivilDate = World.day) {
    let tick = Tick(id: World.id(number), day: day, school: "EUC")
    picture.ledger.apply(.sparring(tick), origin: World.origin(sequence, writer: writer))
  }
  count(1, mine[0], 7)
  count(2, mine[1], 3)
  count(3, mine[1], 2)
  count(4, "gym-0000000000000001", 99)
  count(5, mine[1], 50, day: date("2026-03-04"))
  let robot = Robot(picture, writers: mine).press(.escape).type("ffff")
  #expect(takenBack(robot) == [World.id(2), World.id(3), World.id(1)])
}

@Test func yesterdayIsNotTakenBack() {
  let robot = Robot().press(.escape).type("b4⏎⎋")
  robot.wait(until: World.moment("2026-03-06", "08:00")).press(.escape).type("f")
  #expect(takenBack(robot).isEmpty)
  #expect(robot.shows("Der er intet fra i dag at fortryde"))
}

@Test func lateVisitIsTakenBackOnTheDayItWasRecorded() {
  let robot = Robot().press(.escape).type("bd4⏎f")
  guard case .void(let takeBack)? = robot.recorded.last else {
    Issue.record("no void")
    return
  }
  #expect(takeBack.day == date("2026-03-04"))
}

@Test func nobodyTakesBackWhatAnotherPersonDid() {
  let robot = Robot(World.picture(offers: [World.offer(1, from: "CET", to: "MAL")])).press(.escape)
  robot.type("ot⎋w2f")
  #expect(robot.shows("Preben Jernurt"))
  #expect(robot.recorded.count == 1)
  let door = Robot().press(.enter).type("w2f")
  #expect(door.recorded.count == 1)
}

@Test func alreadyTakenBackElsewhereIsSkipped() {
  let robot = Robot().press(.escape).type("s")
  let tick = robot.recorded[0]
  let void = TakeBack(id: World.id(8), day: World.day, of: tick.id)
  robot.see(World.picture([tick, .void(void)])).type("f")
  #expect(robot.recorded.count == 1)
}

@Test func guidedVisitOfAnEarlierRunTellsWhereItsHandoverIs() {
  let visit = Visit(id: World.id(1), day: World.day, school: "EUC", topic: "bolig", outcome: .guidedOn)
  var picture = World.picture()
  picture.ledger.apply(.visit(visit), origin: World.origin(1, writer: "euc-00000000000000aa"))
  let robot = Robot(picture).press(.escape).type("f")
  #expect(robot.shows("Besøg på EUC. En overdragelse trækkes tilbage under o"))
  #expect(!robot.shows("Bolig"))
}
