// Seven complaints about other tools, each as something this desk must do.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private func doors(_ robot: Robot) -> [Bool] {
  robot.recorded.compactMap { event in
    if case .door(let door) = event { return door.isOpen }
    return nil
  }
}

/// 1: a shift could be ended silently while nobody had accepted the handover.
@Test func complaint1NobodyEndsTheDayPastAnOpenHandoverInSilence() {
  let robot = Robot(World.withHandovers()).press(.enter).type("d")
  #expect(doors(robot) == [true])
  #expect(robot.shows("Det, du holder, bliver hos dig:") && robot.shows("EUC: Malene ▸ Çetin"))
  let quit = Robot(World.withHandovers()).press(.escape).type("q")
  #expect(!quit.requests.contains(.quit) && quit.shows("EUC: Malene ▸ Çetin"))
}

/// 2: the last person of a chain was stuck for ever, because the receiver was not there.
@Test func complaint2TheDayCanAlwaysBeEndedAndSoCanTheChain() {
  let offer = World.offer(1, from: "MAL", to: "CET", on: date("2026-02-02"))
  var picture = World.picture(offers: [offer])
  picture.documents.colleagues[1].away = [DateSpan(from: World.day, to: World.day)]
  let day = Robot(picture).press(.enter).type("qj")
  #expect(doors(day) == [true, false] && day.requests.last == .quit)
  let chain = Robot(picture).press(.escape).type("oa6j")
  #expect(chain.recorded.count == 1 && chain.shows("Gemt ✓ Afsluttet"))
  // And where even the names are lost, anybody ends it by their own word.
  let lost = Robot(World.picture([.handover(offer.step)]), me: "ZAH").press(.escape).type("oa6j")
  #expect(lost.recorded.count == 1)
}

/// 3: a swap took effect before anybody had said yes. Here: a handover.
@Test func complaint3NothingMovesBeforeItIsAccepted() {
  let robot = Robot(World.picture()).press(.escape).type("b1g1j⎋")
  #expect(robot.glass.line(1).hasSuffix("Du holder 1"))
  // The sender's word for the other one's yes is asked for, and no is the answer otherwise.
  robot.type("ot").press(.enter).type("n⎋")
  #expect(robot.glass.line(1).hasSuffix("Du holder 1"))
}

/// 4: no named receiver, no "mine", and what was not answered did not come back.
@Test func complaint4NamedReceiverMineViewAndBackToTheSender() {
  let robot = Robot(World.withHandovers()).press(.escape).type("o")
  #expect(robot.shows("Venter på dit svar") && robot.shows("Du holder"))
  let offer = World.offer(1, from: "MAL", to: "CET")
  let declined = World.step(1, .declined, upon: offer.step)
  let back = Robot(World.picture(offers: [offer], steps: [declined])).press(.escape)
  #expect(back.glass.line(1).hasSuffix("Du holder 1"))
  back.type("o")
  #expect(back.cursorLine.hasSuffix("Kan ikke tage over"))
}

/// 5: what was taken by accident could not be given back.
@Test func complaint5ATakeOverByMistakeIsUndoneTheSameDay() {
  let robot = Robot(World.picture(offers: [World.offer(1, from: "CET", to: "MAL")])).press(.escape)
  robot.type("ot")
  #expect(robot.glass.line(1).hasSuffix("Du holder 1"))
  robot.type("f")
  #expect(!robot.glass.line(1).contains("Du holder") && robot.shows("Afsenderen holder den igen"))
  robot.type("⎋")
  #expect(robot.shows("1 overdragelse venter på dit svar"))
}

/// 6: nobody could act for somebody who is ill.
@Test func complaint6TheMakkerOfAnIllReceiverAndACoordinatorMayActAndItShows() {
  var picture = World.picture(offers: [World.offer(1, from: "CET", to: "MAL")])
  #expect(!Robot(picture, me: "PRE").press(.escape).shows("venter på dit svar"))
  picture.documents.colleagues[9].away = [DateSpan(from: World.day, to: World.day)]
  let makker = Robot(picture, me: "PRE").press(.escape).type("o")
  #expect(makker.shows("Du kan svare i stedet for Malene Smedelyng"))
  makker.type("t")
  #expect(makker.glass.line(1).hasSuffix("Du holder 1"), "the makker holds, and can go on with it")
  // A coordinator passes on a spoken yes: it is asked for, and shown to the receiver, who may deny it.
  let coordinator = Robot(picture, me: "LON").press(.escape).type("ot")
  #expect(coordinator.shows("Har Malene Smedelyng selv sagt ja til at tage over?"))
  coordinator.type("j")
  guard case .handover(let step)? = coordinator.recorded.last else {
    Issue.record("no step")
    return
  }
  #expect(step.step == .takenOver(daysSinceOffer: 0, isTold: true))
}

/// 7: an item that was forgotten paged people at night, for months.
@Test func complaint7TheEndOfADayNamesWhatIsOpenAndNobodyIsToldAtNight() {
  let picture = World.picture(offers: [World.offer(1, from: "MAL", to: "CET", on: date("2025-11-03"))])
  #expect(picture.toBeTold(at: "EUC", now: World.now).map(\.id) == ["CET"])
  for (day, time) in [("2026-03-05", "05:30"), ("2026-03-05", "20:00"), ("2026-03-07", "10:12")] {
    #expect(picture.toBeTold(at: "EUC", now: World.moment(day, time)).isEmpty, "\(day) \(time)")
  }
  let robot = Robot(picture).press(.enter).type("d")
  #expect(robot.shows("EUC: Malene ▸ Çetin (venter"))
  #expect(Robot(picture).press(.escape).type("o").cursorLine.hasSuffix("Har ventet over 14 dage"))
}

@Test func atClosingTimeAHandoverIsOfferedToTheMakker() {
  let taken = World.offer(1, from: "CET", to: "MAL")
  let step = World.step(1, .takenOver(daysSinceOffer: 0, isTold: false), upon: taken.step)
  let sent = World.offer(2, from: "MAL", to: "AAT")
  let robot = Robot(World.picture(offers: [taken, sent], steps: [step])).press(.enter).type("d")
  #expect(
    robot.read.contains(
      "Tryk 1/2 for at tilbyde den til makkeren Preben Jernurt, hvis den unge er med på det"))
  let narrow = Robot(World.picture(offers: [taken, sent], steps: [step]), width: 60, height: 20).press(.enter)
  #expect(narrow.type("d").glass.text.contains("med på det"), "the condition is the last to be cut off")
  robot.type("12")
  #expect(robot.shows("Çetin ▸ Malene → tilbydes Preben Jernurt"))
  robot.type("2j")
  let offers = robot.requests.compactMap { request -> (HandoverStep, HandoverEntry)? in
    if case .offer(let step, let entry, nil) = request { return (step, entry) }
    return nil
  }
  // The second mark was taken away again; the door closes after the offer is on the disk.
  #expect(offers.count == 1 && offers.first?.0.hop == 2 && offers.first?.1.receiver == "PRE")
  #expect(offers.first?.1.sender == "MAL" && doors(robot) == [true, false])
  #expect(robot.glass.line(1).hasSuffix("Du holder 2"), "mine until the makker has taken over")
}

@Test func startOfTheDaySaysWhatWaitsInNumbers() {
  let picture = World.picture(offers: [
    World.offer(1, from: "CET", to: "MAL"), World.offer(2, from: "MAL", to: "AAT", on: date("2026-02-20")),
  ])
  let robot = Robot(picture)
  #expect(robot.shows("1 overdragelse venter på dit svar"))
  #expect(robot.shows("1 overdragelse, du holder, har ventet længe på svar"))
  #expect(!robot.shows("Çetin ▸") && !robot.shows("▸ Aage"))
}

@Test func keysDoNothingInAWindowThatIsTooSmallToShowIt() {
  let robot = Robot(World.withHandovers(), width: 50, height: 12)
  robot.press(.enter).type("b4⏎z")
  #expect(robot.requests.isEmpty)
  robot.size = Size(columns: 80, rows: 24)
  robot.press(.enter)
  #expect(doors(robot) == [true])
}

@Test func zeroIsNotCountedOnADayTheSchoolIsClosed() {
  let saturday = World.moment("2026-03-07", "10:12")
  let robot = Robot(now: saturday).press(.escape).type("z")
  #expect(robot.recorded.isEmpty && robot.shows("Skolen er lukket den dag"))
}
