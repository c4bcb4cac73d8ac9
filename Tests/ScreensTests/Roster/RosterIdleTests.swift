// Two idle minutes amid planning: I dag is shown, and what was typed or chosen is offered again.

import Canvas
import Domain
import Screens
import TestKit
import Testing

/// Left alone for three minutes, and then continued.
private func left(_ keys: String, me: Colleague.ID = "LON") -> Robot {
  let robot = Robot(World.planned(), me: me).press(.escape).type(keys)
  robot.wait(until: World.later(minutes: 3))
  #expect(robot.shows("Vagt i dag") && !robot.shows("Grundplan"), "\(keys)")
  return robot
}

private let question = "Fortsæt påbegyndt ændring af vagtplanen? j/n"

@Test func theDutyFormKeepsWhatWasChosen() {
  let robot = left("vg⏎1/jernurt⏎55")
  #expect(robot.shows(question) && robot.cursorLine.contains(question))
  robot.type("j")
  #expect(
    robot.shows("Grundplan · EUC, torsdag") && robot.shows("Preben Jernurt") && robot.shows("lige uger"))
  robot.type("6")
  #expect(robot.patterns.count == 1)
}

@Test func hoursThatAreBeingTypedAreKept() {
  let robot = left("vg⏎310-1")
  robot.type("j").type("3⏎")
  #expect(robot.shows("10.00–13.00"))
}

@Test func choosingAPersonLeadsBackToTheFormItIsFor() {
  let robot = left("vg⏎1/jernurt⏎2/mal")
  robot.type("j")
  #expect(robot.shows("Grundplan · EUC, torsdag") && robot.shows("Preben Jernurt"))
}

@Test func aTypedWeekADateAndAPartOfADutyAreKept() {
  #expect(left("vu2").type("j0⏎").shows("Vagtplan · uge 20, 2026"))
  #expect(left("va⇥⇥10/3⏎").type("j").shows("Til og med tirs. 10. mar."))
  let robot = left("vat10-11⏎", me: "MAL").type("j")
  #expect(robot.shows("EUC · tors. 5. mar. · 10.00–11.00"))
}

@Test func whatWasOnlyLookedAtIsNotOffered() {
  for keys in ["v", "vg⏎", "vg⏎1", "va", "vu", "vp", "vr"] {
    #expect(!left(keys).shows("Fortsæt"), "\(keys)")
  }
}

@Test func escapeAsksBeforeAChangedFormIsThrownAway() {
  let robot = Robot(World.planned(), me: "LON").press(.escape).type("vg⏎1/jernurt⏎⎋")
  #expect(robot.shows("Smid det væk"))
  robot.type("n")
  #expect(robot.shows("Grundplan · EUC, torsdag") && robot.shows("Preben Jernurt"))
  robot.type("⎋j")
  #expect(robot.shows("Grundplan, som den er i uge 10") && robot.patterns.isEmpty)
  robot.type("⏎⎋")
  #expect(robot.shows("Grundplan, som den er i uge 10"), "nothing was begun, so nothing is asked")
}
