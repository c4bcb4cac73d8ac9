// A save that takes its time: said at once, and nothing typed meanwhile does anything, now or later.

import Canvas
import Domain
import Screens
import TestKit
import Testing

@Suite("A save that takes its time") struct DelayTests {
  /// A visit is being saved.
  private func saving(_ keys: String = "b4m") -> Robot {
    let robot = Robot(World.withHandovers()).press(.escape)
    robot.holdsSaves = true
    return robot.type(keys)
  }

  @Test func itIsSaidAndNothingElseIsDoneMeanwhile() {
    let robot = saving()
    #expect(robot.shows("Gemmer …"))
    #expect(robot.shows("Besøg: hvordan endte det?"), "what was chosen stands there still")
    robot.hear(.saving(.silent))
    #expect(robot.shows("Mappen svarer ikke; der gemmes stadig."))
    let before = robot.glass
    for key: Key in [.character("s"), .character("f"), .character("o"), .enter, .escape, .tab, .up] {
      robot.press(key)
    }
    #expect(robot.glass == before)
    #expect(robot.recorded.isEmpty)
    robot.letSavesThrough()
    #expect(robot.recorded.count == 1)
    #expect(robot.shows("Gemt ✓") && !robot.shows("svarer ikke"))
    // The control: the same keys mean something now.
    #expect(robot.type("s").recorded.count == 2)
  }

  @Test func theScreenCanBeHiddenAndStaysHidden() {
    let robot = saving().type(" ")
    #expect(!robot.shows("Besøg") && !robot.shows("Gemmer"))
    robot.letSavesThrough()
    #expect(!robot.shows("Gemt ✓"), "the receipt names what it was about")
    #expect(robot.recorded.count == 1)
    robot.press(.enter)
    #expect(robot.shows("Gemt ✓"))
  }

  @Test func theAcuteCardCanBeReadAndStays() {
    let robot = saving().type("!")
    #expect(robot.shows("112"))
    robot.letSavesThrough()
    #expect(robot.shows("112") && !robot.shows("Gemt ✓"))
    robot.press(.escape)
    #expect(robot.shows("Gemt ✓"))
  }

  @Test func leavingIsAsked() {
    let robot = saving().type("q")
    #expect(robot.shows("Der gemmes stadig. Vil du forlade programmet alligevel?"))
    #expect(robot.requests.last == .discardTypedKeys)
    robot.type("nqxj")
    #expect(robot.requests.last == .quit)
  }

  /// Once it is saved there is nothing left to ask.
  @Test func theQuestionGoesWithItsReason() {
    let robot = saving().type("q").letSavesThrough()
    #expect(!robot.shows("Der gemmes stadig"))
    #expect(robot.shows("Gemt ✓"))
  }

  @Test func whatFailsLateIsSaidAndCanBeTriedAgain() {
    let robot = saving()
    robot.nextFailure = .lockBusy(path: "/x")
    robot.letSavesThrough()
    #expect(robot.alarms.contains("IKKE GEMT: En anden udgave af programmet skriver stadig (/x)."))
    #expect(robot.shows("Besøg: hvordan endte det?"))
    robot.type("m")
    #expect(robot.recorded.count == 1 && robot.shows("Gemt ✓"))
  }

  @Test(arguments: [
    (SaveFate.saved, "er gemt.", "is saved."), (.notSaved, "er IKKE gemt.", "is NOT saved."),
    (.partlySaved, "er kun noget gemt.", "only some is saved."),
  ])
  func theNextStartSaysWhatBecameOfIt(fate: SaveFate, danish: String, english: String) {
    #expect(Robot(fate: fate).shows(danish))
    #expect(Robot(language: .english, fate: fate).shows(english))
    #expect(!Robot().shows(danish))
  }
}
