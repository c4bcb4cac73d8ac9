// The list of handovers: what is in it, in which groups, and which one is marked.

import Canvas
import Domain
import Screens
import TestKit
import Testing

@Test func listStandsInGroupsOldestFirst() {
  let robot = Robot(World.withHandovers()).press(.escape).type("o")
  #expect(
    (3...8).map(robot.glass.line) == [
      " Overdragelser", " Venter på dit svar",
      "   1 EUC: Aage ▸ Malene (venter 2 skoledage)",
      "   2 EUC: Çetin ▸ Malene (tilbudt i dag)", " Du holder",
      "   3 EUC: Malene ▸ Çetin (tilbudt i dag)",
    ])
}

@Test func withSeveralWaitingNoneIsMarked() {
  let robot = Robot(World.withHandovers()).press(.escape).type("o")
  #expect(robot.shows("Vælg en med pil eller tal"))
  robot.type("t")
  #expect(robot.recorded.isEmpty && robot.shows("Vælg en med pil eller tal"))
  robot.press(.down)
  #expect(robot.cursorLine.hasPrefix(" > 1 EUC: Aage"))
  robot.press(.up)
  #expect(robot.cursorLine.hasPrefix(" > 1"))
  robot.press(.end)
  #expect(robot.cursorLine.hasPrefix(" > 3"))
  robot.press(.home)
  #expect(robot.cursorLine.hasPrefix(" > 1"))
  robot.type("2")
  #expect(robot.cursorLine.hasPrefix(" > 2 EUC: Çetin"))
  robot.type("9")
  #expect(robot.cursorLine.hasPrefix(" > 2"))
}

@Test func theOnlyOneThatWaitsIsMarkedAlsoBesideHeldOnes() {
  let picture = World.picture(offers: [
    World.offer(1, from: "MAL", to: "AAT"), World.offer(2, from: "CET", to: "MAL"),
    World.offer(3, from: "MAL", to: "CET"),
  ])
  #expect(Robot(picture).press(.escape).type("o").cursorLine.hasPrefix(" > 1 EUC: Çetin ▸ Malene"))
}

@Test func theOnlyHeldOneIsMarked() {
  let robot = Robot(World.picture(offers: [World.offer(1, from: "MAL", to: "AAT")])).press(.escape).type("o")
  #expect(robot.cursorLine.hasPrefix(" > 1 EUC: Malene ▸ Aage"))
  #expect(robot.shows("Malene Smedelyng holder den → Aage Tjørnelykke · fra EUC, tors. 5. mar."))
}

@Test func waitIsToldInSchoolDays() {
  // 27 February and 2, 3, 4 and 5 March are school days after the 26th.
  let picture = World.picture(offers: [World.offer(1, from: "MAL", to: "AAT", on: date("2026-02-26"))])
  let robot = Robot(picture).press(.escape).type("o")
  #expect(robot.cursorLine.hasSuffix("EUC: Malene ▸ Aage (venter 5 skoledage)"))
  #expect(robot.glass.line(1).hasSuffix("Du holder 1, ældste 5 skoledage"), "the reminder's limit")
  let one = World.picture(offers: [World.offer(1, from: "MAL", to: "AAT", on: date("2026-03-04"))])
  #expect(Robot(one).press(.escape).type("o").shows("(venter 1 skoledag)"))
}

@Test func longWaitIsSaidInWordsAfterFourteenDays() {
  func line(_ day: String) -> String {
    let picture = World.picture(offers: [World.offer(1, from: "MAL", to: "AAT", on: date(day))])
    return Robot(picture).press(.escape).type("o").cursorLine
  }
  #expect(line("2026-02-19").hasSuffix("skoledage)"))
  #expect(line("2026-02-18").hasSuffix("Har ventet over 14 dage"))
}

@Test func statesHaveTheirWords() {
  let offer = World.offer(1, from: "MAL", to: "CET")
  func line(_ kind: HandoverStep.Step, me: Colleague.ID) -> String {
    let picture = World.picture(offers: [offer], steps: [World.step(1, kind, upon: offer.step)])
    return Robot(picture, me: me).press(.escape).type("o").cursorLine
  }
  #expect(line(.declined, me: "MAL").hasSuffix("Kan ikke tage over"))
  #expect(line(.missed, me: "MAL").hasSuffix("Kom ikke"))
  #expect(line(.takenOver(daysSinceOffer: 0, isTold: false), me: "CET").hasSuffix("Taget over"))
  #expect(line(.takenOver(daysSinceOffer: 0, isTold: true), me: "CET").hasSuffix("Taget over (mundtligt)"))
  #expect(line(.takenOver(daysSinceOffer: 0, isTold: false), me: "CET").contains("Malene ▸ Çetin "))
}

@Test func othersSeeNothingAndCoordinatorsAll() {
  let stranger = Robot(World.withHandovers(), me: "ZAH").press(.escape).type("o")
  #expect(stranger.shows("Ingen overdragelser venter på dig, og du holder ingen."))
  let coordinator = Robot(World.withHandovers(), me: "LON").press(.escape).type("o")
  #expect(coordinator.shows("Holdes af andre"))
  for chain in ["Aage ▸ Malene", "Çetin ▸ Malene", "Malene ▸ Çetin"] {
    #expect(coordinator.shows(chain))
  }
}

@Test func makkerOfAnAbsentReceiverMayAnswerAndTheScreenSaysSo() {
  var picture = World.picture(offers: [World.offer(1, from: "CET", to: "MAL")])
  #expect(!Robot(picture, me: "PRE").press(.escape).shows("venter på dit svar"))
  picture.documents.colleagues[9].away = [DateSpan(from: World.day, to: World.day)]
  let robot = Robot(picture, me: "PRE").press(.escape)
  #expect(robot.shows("1 overdragelse venter på dit svar: tryk o"))
  robot.type("o")
  #expect(robot.shows("Du kan svare i stedet for Malene Smedelyng"))
  robot.type("t")
  #expect(robot.shows("Gemt ✓ Du har taget over og holder nu 1"))
  // The makker is asked in the absent colleague's place, and takes over: who holds is who can act.
  guard case .offer(let offer, let entry, nil)? = robot.requests.dropLast().last else {
    Issue.record("no offer to the makker")
    return
  }
  #expect(entry.receiver == "PRE" && entry.sender == "CET" && offer.hop == 1)
}

@Test func withoutItsFileTheNamesAreUnknownAndAnybodyMayGoOn() {
  let offer = World.offer(1, from: "MAL", to: "CET")
  let robot = Robot(World.picture([.handover(offer.step)]), me: "ZAH").press(.escape).type("o")
  #expect(robot.shows("Navnene mangler: spørg hinanden, og overdrag igen eller afslut"))
  #expect(robot.cursorLine.contains("EUC: ukendt ▸ ukendt"))
  #expect(robot.shows("ukendt holder"))
  robot.type("n1j")
  guard case .offer(_, let entry, let visit)? = robot.requests.last else {
    Issue.record("no offer")
    return
  }
  #expect(entry.sender == "ZAH" && visit == nil)
  let closing = Robot(World.picture([.handover(offer.step)]), me: "ZAH").press(.escape).type("oa1j")
  #expect(closing.recorded.count == 1)
}

@Test func markedOneIsSeenInALongList() {
  let offers = (1...40).map { World.offer(UInt64($0), from: $0 % 2 == 0 ? "MAL" : "AAT", to: "CET") }
  for height in [20, 24, 40] {
    let robot = Robot(World.picture(offers: offers), me: "LON", width: 60, height: height)
    robot.press(.escape).type("o")
    for _ in 0..<45 {
      robot.press(.down)
      #expect(robot.cursorLine.hasPrefix(" >"))
    }
    for _ in 0..<45 {
      robot.press(.up)
      #expect(robot.cursorLine.hasPrefix(" >"))
    }
  }
}

@Test func narrowWindowStillNamesBoth() {
  let robot = Robot(World.withHandovers(), width: 60, height: 20).press(.escape).type("o")
  #expect(robot.glass.line(5) == "   1 EUC: Aage ▸ Malene (venter 2 skoledage)")
}

@Test func listChangesUnderTheEyesAndTheMarkStaysOnItsHandover() {
  let robot = Robot(World.withHandovers()).press(.escape).type("o2")
  #expect(robot.cursorLine.contains("Çetin ▸ Malene"))
  robot.see(
    World.picture(offers: [World.offer(2, from: "CET", to: "MAL"), World.offer(3, from: "MAL", to: "CET")]))
  #expect(robot.cursorLine.hasPrefix(" > 1 EUC: Çetin ▸ Malene"))
}
