// Swaps: offered by name, in force with a yes only, withdrawn until then, and taken back.

import Canvas
import Domain
import Screens
import TestKit
import Testing

/// Malene offers Çetin her Thursday next week for his.
private func offered() -> Robot {
  let robot = Robot(World.planned()).press(.escape).type("v").press(.pageDown)
  return robot.type("b/havtorn⏎1")
}

@Test func aSwapMovesNothingBeforeTheYes() {
  let robot = offered()
  #expect(robot.swapSteps.map(\.step) == [.offered])
  #expect(robot.shows("Gemt ✓ Tilbudt Çetin Havtorn. Vagterne flytter først efter et ja."))
  #expect(robot.swapSteps.first?.cells.map(\.school) == ["EUC", "VUC"])
  #expect(robot.onDuty("EUC", "2026-03-12") == ["MAL"])
  // His Thursday this week is not offered: she has EUC then.
  robot.size.columns = 140
  #expect(robot.shows("Malene Smedelyng tilbyder Çetin Havtorn tors. 12. mar. EUC for tors. 12. mar. VUC"))
  #expect(robot.cursorLine.contains("?"))
}

@Test func theReceiverSeesItAndSaysYes() {
  let robot = offered()
  robot.type("⎋⎋w/havtorn⏎")
  #expect(robot.shows("1 bytte venter på dit svar: tryk v, så y"))
  robot.type("⎋vy1")
  #expect(robot.shows("Siger du ja til at bytte?"))
  #expect(robot.onDuty("EUC", "2026-03-12") == ["MAL"])
  robot.type("j")
  #expect(robot.onDuty("EUC", "2026-03-12") == ["CET"] && robot.onDuty("VUC", "2026-03-12") == ["MAL"])
  // The yes is taken back with one key, by whoever gave it.
  robot.type("f")
  #expect(robot.onDuty("EUC", "2026-03-12") == ["MAL"] && robot.onDuty("VUC", "2026-03-12") == ["CET"])
}

@Test func theSenderHearsOfTheAnswer() {
  let robot = offered().become("havtorn").type("y1j")
  robot.type("⎋⎋w/smedelyng⏎⎋")
  #expect(robot.shows("Çetin Havtorn har sagt ja til at bytte tors. 12. mar."))
}

@Test func aNoLeavesAllAsItWas() {
  let robot = offered().become("havtorn").type("y1n")
  #expect(robot.swapSteps.map(\.step) == [.offered, .declined])
  #expect(robot.onDuty("EUC", "2026-03-12") == ["MAL"])
  robot.type("y")
  #expect(robot.shows("Ingen bytter venter"))
}

@Test func theSenderWithdrawsItOrTakesItBack() {
  let robot = offered().type("y1j")
  #expect(robot.swapSteps.map(\.step) == [.offered, .withdrawn])
  let other = offered().type("f")
  #expect(other.swapSteps.map(\.step) == [.offered, .withdrawn])
  #expect(other.shows("Tilbuddet om at bytte er trukket tilbage"))
}

@Test func aSwapOfADutyThatIsGoneHoldsNoLonger() {
  let robot = offered()
  robot.type("a1j").become("havtorn").type("y1")
  #expect(robot.shows("Byttet tors. 12. mar. med Malene Smedelyng er bortfaldet"))
  #expect(robot.onDuty("VUC", "2026-03-05") == ["CET"])
}

@Test func onlyOnesOwnShiftIsOfferedAndNobodyGetsIntoTwoPlaces() {
  let robot = Robot(World.planned()).press(.escape).type("v").press(.up, .up).type("b")
  #expect(robot.shows("Kun den, der har vagten, kan bytte den"))
  // On the same Thursday Çetin cannot simply take it: he has VUC himself.
  let gift = Robot(World.planned()).press(.escape).type("vb/havtorn⏎")
  #expect(!gift.shows("Intet: Çetin Havtorn tager vagten"))
  let free = Robot(World.planned()).press(.escape).type("vb/jernurt⏎")
  #expect(free.shows("Intet: Preben Jernurt tager vagten"))
}
