// The steps of a handover: who may take which, and what the screen says afterwards.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private let toMe = World.offer(1, from: "CET", to: "MAL")
private let fromMe = World.offer(1, from: "MAL", to: "CET")

private func steps(_ robot: Robot) -> [HandoverStep.Step] {
  robot.recorded.compactMap { event in
    if case .handover(let step) = event { return step.step }
    return nil
  }
}

@Test func takingOverIsTwoKeys() {
  let robot = Robot(World.picture(offers: [toMe])).press(.escape).type("ot")
  #expect(steps(robot) == [.takenOver(daysSinceOffer: 0, isTold: false)])
  #expect(robot.shows("Gemt ✓ Du har taget over og holder nu 1"))
  #expect(robot.glass.line(1).hasSuffix("Du holder 1"))
  #expect(robot.cursorLine.contains("Çetin ▸ Malene"))
}

@Test func pressedTwiceAnswersOnlyOne() {
  let robot = Robot(World.withHandovers()).press(.escape).type("o1tt")
  #expect(steps(robot).count == 1)
  #expect(robot.shows("Malene Smedelyng har taget over."))
  let declining = Robot(World.withHandovers()).press(.escape).type("o1kk")
  #expect(steps(declining) == [.declined])
}

@Test func daysSinceTheOfferAreCounted() {
  let offer = World.offer(1, from: "CET", to: "MAL", on: date("2026-02-27"))
  let robot = Robot(World.picture(offers: [offer])).press(.escape).type("ot")
  #expect(steps(robot) == [.takenOver(daysSinceOffer: 6, isTold: false)])
}

@Test func senderAsksWhetherTheReceiverSaidYes() {
  let robot = Robot(World.picture(offers: [fromMe])).press(.escape).type("ot")
  #expect(robot.shows("Har Çetin Havtorn selv sagt ja til at tage over?"))
  #expect(robot.requests.last == .discardTypedKeys)
  robot.press(.enter).type("t")
  #expect(steps(robot).isEmpty)
  robot.type("n")
  #expect(steps(robot).isEmpty && robot.shows("Du holder 1"))
  robot.type("tj")
  #expect(steps(robot) == [.takenOver(daysSinceOffer: 0, isTold: true)])
  #expect(robot.shows("Gemt ✓ Çetin Havtorn holder den nu"))
  #expect(!robot.glass.line(1).contains("Du holder"))
}

@Test func receiverMayDenyTheToldYes() {
  let told = World.step(1, .takenOver(daysSinceOffer: 0, isTold: true), upon: fromMe.step)
  let robot = Robot(World.picture(offers: [fromMe], steps: [told]), me: "CET").press(.escape).type("o")
  #expect(robot.shows("Andre har noteret, at du sagde ja. Passer det ikke, så tryk k"))
  robot.type("k")
  #expect(steps(robot) == [.declined])
  #expect(robot.shows("Gemt ✓ Kan ikke tage over: Malene Smedelyng holder"))
}

@Test func declineAndMissedReturnItToTheSender() {
  let declined = Robot(World.picture(offers: [toMe])).press(.escape).type("ok")
  #expect(steps(declined) == [.declined])
  #expect(declined.shows("Ingen overdragelser venter på dig"))
  let missed = Robot(World.picture(offers: [toMe])).press(.escape).type("ox")
  #expect(steps(missed) == [.missed])
  #expect(missed.shows("Gemt ✓ Kom ikke: Çetin Havtorn holder"))
}

@Test func withdrawingAsksAndEnterIsNoAnswer() {
  let robot = Robot(World.picture(offers: [fromMe])).press(.escape).type("or")
  #expect(robot.shows("Træk overdragelsen tilbage? Det kan ikke fortrydes."))
  #expect(robot.shows("EUC: Malene ▸ Çetin"))
  robot.press(.enter).type("r")
  #expect(steps(robot).isEmpty)
  robot.type("j")
  #expect(steps(robot) == [.withdrawn])
  #expect(robot.shows("Gemt ✓ Trukket tilbage"))
}

@Test func closingTakesAReasonAndAYes() {
  let reasons: [(String, ClosingReason)] = [
    ("1", .underway), ("2", .unwilling), ("3", .caseSystem), ("4", .nowhere), ("5", .didNotCome),
    ("6", .other),
  ]
  for (key, reason) in reasons {
    let robot = Robot(World.picture(offers: [fromMe])).press(.escape).type("oa")
    #expect(robot.shows("Hvordan endte det?"))
    robot.press(.enter)
    #expect(robot.shows("Hvordan endte det?"), "no reason is marked from the start")
    robot.type(key)
    #expect(robot.shows("Det kan ikke fortrydes."))
    robot.type("j")
    #expect(steps(robot) == [.closed(reason)])
    #expect(robot.shows("Gemt ✓ Afsluttet") && robot.shows("du holder ingen"))
  }
}

@Test func noLeadsBackToTheListAndEscapeToTheReasons() {
  let robot = Robot(World.picture(offers: [fromMe])).press(.escape).type("oa1⎋")
  #expect(robot.shows("Hvordan endte det?"))
  robot.type("1n")
  #expect(robot.cursorLine.contains("Malene ▸ Çetin"))
  #expect(steps(robot).isEmpty)
}

@Test func offeringAgainKeepsTheHandoverAndTheHop() {
  let declined = World.step(1, .declined, upon: fromMe.step)
  let robot = Robot(World.picture(offers: [fromMe], steps: [declined])).press(.escape).type("on1j")
  guard case .offer(let step, let entry, nil)? = robot.requests.last else {
    Issue.record("no offer")
    return
  }
  #expect(step.handover == fromMe.step.handover && step.after == declined.id && step.hop == 1)
  #expect(entry.sender == "MAL")
  #expect(robot.glass.line(1).hasSuffix("Du holder 1"))
}

@Test func handingOnIsASecondHopAndSaysSo() {
  let taken = World.step(1, .takenOver(daysSinceOffer: 0, isTold: false), upon: toMe.step)
  let robot = Robot(World.picture(offers: [toMe], steps: [taken])).press(.escape).type("ov/sof1j")
  guard case .offer(let step, let entry, nil)? = robot.requests.last else {
    Issue.record("no offer")
    return
  }
  #expect(step.hop == 2 && step.after == taken.id)
  #expect(entry.sender == "MAL" && entry.receiver == "SOF")
  #expect(robot.shows("2. led i kæden: så få skift som muligt"))
  #expect(robot.shows("Du holder den, til Sofie Æbelund har taget over."))
  robot.type("⎋o")
  #expect(robot.shows("2. led i kæden"))
}

/// "Here" is the school one sits at, not the one the young person came to first.
@Test func handingOnCountsFromTheOwnSchool() {
  let taken = World.step(1, .takenOver(daysSinceOffer: 0, isTold: false), upon: fromMe.step)
  let robot = Robot(World.picture(offers: [fromMe], steps: [taken]), me: "CET", school: "VUC")
    .press(.escape).type("ov/malene")
  #expect(robot.shows("Vagt: EUC") && !robot.shows("Vagt her"))
  #expect(robot.type("1").shows("Måde            Ringet sammen"))
  // The day before, Çetin is the next one at VUC, and Malene at EUC.
  let offer = World.offer(1, from: "MAL", to: "CET", on: date("2026-03-03"))
  let old = World.step(
    1, .takenOver(daysSinceOffer: 0, isTold: false), upon: offer.step, on: date("2026-03-03"))
  let before = Robot(
    World.picture(offers: [offer], steps: [old]), me: "CET", school: "VUC",
    now: World.moment("2026-03-04", "10:12"))
  before.press(.escape).type("ov/malene1j")
  #expect(before.shows("Her næste gang  tors. 5. mar.: Çetin Havtorn"))
}

@Test func withoutAYesAnOpenHandoverStaysAsItIs() {
  let robot = Robot(World.picture(offers: [fromMe])).press(.escape).type("on1n")
  #expect(robot.recorded.isEmpty)
  #expect(robot.cursorLine.contains("Malene ▸ Çetin"))
}

@Test func coordinatorWhoOffersAgainDoesNotTakeTheSendersPlace() {
  let robot = Robot(World.picture(offers: [fromMe]), me: "LON").press(.escape).type("on/sof1")
  #expect(robot.shows("Afsender        Malene Smedelyng"))
  robot.type("j")
  guard case .offer(_, let entry, _)? = robot.requests.last else {
    Issue.record("no offer")
    return
  }
  #expect(entry.sender == "MAL")
  #expect(robot.shows("Malene Smedelyng holder den, til Sofie Æbelund har taget over."))
}

@Test func undoingATakeOverIsForTheSameDay() {
  let taken = World.step(1, .takenOver(daysSinceOffer: 0, isTold: false), upon: toMe.step)
  let today = Robot(World.picture(offers: [toMe], steps: [taken])).press(.escape).type("ou")
  #expect(steps(today) == [.undone])
  #expect(today.shows("Gemt ✓ Overtagelsen er fortrudt: Çetin Havtorn holder"))
  let old = World.step(
    1, .takenOver(daysSinceOffer: 0, isTold: false), upon: toMe.step, on: date("2026-03-04"))
  let late = Robot(World.picture(offers: [toMe], steps: [old])).press(.escape).type("ou")
  #expect(late.recorded.isEmpty)
  #expect(late.shows("Det kan kun fortrydes samme dag"))
}

@Test func whatIsNotAllowedSaysWhy() {
  let robot = Robot(World.picture(offers: [fromMe])).press(.escape).type("ok")
  #expect(robot.shows("Det kan kun modtageren: Çetin Havtorn."))
  robot.type("v")
  #expect(robot.shows("Ingen har taget over endnu."))
  let receiver = Robot(World.picture(offers: [toMe])).press(.escape).type("or")
  #expect(receiver.shows("Det kan kun afsenderen: Çetin Havtorn."))
  receiver.type("a")
  #expect(receiver.shows("Det kan kun den, der holder den: Çetin Havtorn."))
  #expect(robot.recorded.isEmpty && receiver.recorded.isEmpty)
}

@Test func anotherDeskWasQuicker() {
  let taken = World.step(1, .takenOver(daysSinceOffer: 0, isTold: false), upon: fromMe.step)
  let quicker = World.picture(offers: [fromMe], steps: [taken])
  let closing = Robot(World.picture(offers: [fromMe])).press(.escape).type("oa1")
  closing.see(quicker).type("j")
  #expect(closing.recorded.isEmpty)
  #expect(closing.shows("Overdragelsen er ændret imens. Intet er gemt; her er den nye liste."))
  let offering = Robot(World.picture(offers: [fromMe])).press(.escape).type("on1")
  offering.see(quicker).type("j")
  #expect(offering.recorded.isEmpty && offering.shows("er ændret imens"))
}
