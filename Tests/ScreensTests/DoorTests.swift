// The own door, a counted zero, a sparring, and the end of the day.

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

@Test func doorOpensAndCloses() {
  let robot = Robot().press(.escape).type("d")
  #expect(robot.glass.line(1) == " Malene Smedelyng, mentor · Døren er åben")
  robot.type("d")
  #expect(doors(robot) == [true, false])
  #expect(robot.cursorLine.hasSuffix("Slut for i dag") || robot.cursorLine.hasSuffix("IKKE TALT"))
}

/// Whoever goes home is told that nobody counted, with the door's own key and at the end of the program.
@Test func aDayThatNobodyCountedIsSaidWhenTheDoorCloses() {
  #expect(Robot().press(.enter).type("d").shows("Gemt ✓ Døren er lukket: EUC. Ingen besøg? z"))
  let leaving = Robot().press(.enter).type("q")
  #expect(leaving.shows("Intet er talt i dag. Kom der ingen: Esc og så z"))
  leaving.press(.escape).type("zq")
  #expect(!leaving.shows("Intet er talt i dag") && leaving.shows("Luk den og afslut?"))
  let counted = Robot().press(.enter).type("b4⏎⎋d")
  #expect(counted.shows("Gemt ✓ Døren er lukket: EUC") && !counted.shows("Ingen besøg?"))
}

@Test func visitNeverOpensTheDoor() {
  let robot = Robot().press(.escape).type("b4⏎⎋")
  #expect(doors(robot).isEmpty)
  #expect(robot.cursorLine.hasSuffix("1 Bemandet"))
}

@Test func zeroIsCountedOnceAndOnlyWithoutVisits() {
  let robot = Robot().press(.escape).type("z")
  #expect(robot.shows("Gemt ✓ EUC: ingen besøg i dag (talt)"))
  #expect(robot.cursorLine.hasSuffix("0 Bemandet"))
  robot.type("z")
  #expect(robot.shows("0 er allerede talt i dag."))
  #expect(robot.recorded.count == 1)
  let busy = Robot().press(.escape).type("b4⏎⎋z")
  #expect(busy.shows("Der er allerede talt 1 besøg i dag, så det er ikke 0."))
  #expect(busy.recorded.count == 1)
}

@Test func sparringIsOneKeyAndHasNoContent() {
  let robot = Robot().press(.escape).type("ss")
  #expect(robot.recorded.count == 2)
  #expect(robot.shows("Gemt ✓ Sparring på EUC i dag: 2"))
  #expect(robot.shows("Sparring 2"))
}

@Test func closingWhileHoldingListsWhatStays() {
  let robot = Robot(World.withHandovers()).press(.enter).type("d")
  #expect(robot.shows("Luk døren? Det, du holder, bliver hos dig:"))
  #expect(robot.shows("EUC: Malene ▸ Çetin"))
  #expect(robot.requests.last == .discardTypedKeys)
  robot.press(.enter).type("dx ")
  #expect(doors(robot) == [true], "only j closes")
  robot.type("n")
  #expect(doors(robot) == [true])
  robot.type("dj")
  #expect(doors(robot) == [true, false])
  #expect(robot.glass.line(1).hasSuffix("Du holder 1"))
}

@Test func quittingWithNothingOpenAsksNothing() {
  #expect(Robot().press(.escape).type("q").requests == [.quit])
}

@Test func escapeNeverQuits() {
  let robot = Robot().press(.escape, .escape, .escape, .escape)
  #expect(robot.requests.isEmpty)
}

@Test func quittingWithTheDoorOpenAsksOnce() {
  let yes = Robot().press(.enter).type("q")
  #expect(yes.shows("Din dør på EUC er åben. Luk den og afslut?"))
  yes.type("j")
  #expect(doors(yes) == [true, false])
  #expect(yes.requests.last == .quit)
  let no = Robot().press(.enter).type("qn")
  #expect(doors(no) == [true])
  #expect(no.requests.last == .quit)
  let stay = Robot().press(.enter).type("q⎋")
  #expect(!stay.requests.contains(.quit))
  #expect(stay.shows("b Besøg"))
}

@Test func quittingNamesWhatIsHeld() {
  let robot = Robot(World.withHandovers()).press(.escape).type("q")
  #expect(robot.shows("Afslut? Det, du holder, bliver hos dig:"))
  #expect(robot.shows("EUC: Malene ▸ Çetin"))
  robot.type("n")
  #expect(!robot.requests.contains(.quit))
  robot.type("qj")
  #expect(robot.requests.last == .quit)
  #expect(robot.recorded.isEmpty)
}

@Test func anothersOpenDoorIsNotMineToCloseAtTheEnd() {
  let door = DoorChange(
    id: World.id(9), at: World.now.utc, by: "PRE", day: World.day, isOpen: true, school: "EUC")
  let robot = Robot(World.picture([.door(door)])).press(.escape).type("q")
  #expect(robot.requests == [.quit])
}

@Test func programDoesNotEndWhenClosingTheDoorIsNotSaved() {
  let robot = Robot().press(.enter).type("q")
  robot.nextFailure = .noPermission(path: "/x")
  robot.type("j")
  #expect(!robot.requests.contains(.quit))
  #expect(robot.alarms.contains("IKKE GEMT"))
  robot.type("j")
  #expect(robot.requests.last == .quit)
}
