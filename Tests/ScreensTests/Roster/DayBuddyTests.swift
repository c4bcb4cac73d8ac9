// The makker of one day: set or taken away alone; who has the duty and the base roster stay as they are.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private func buddies(_ robot: Robot, _ day: String) -> [Colleague.ID?] {
  guard let school = World.documents.school("EUC") else { return [] }
  return robot.desk.picture.roster.shifts(at: school, on: date(day)).map(\.buddy)
}

@Test func theMakkerOfADayIsSetAloneAfterAYes() {
  let robot = Robot(World.planned()).press(.escape).type("vr")
  #expect(robot.shows("Makker for Malene Smedelyng") && robot.shows("EUC · tors. 5. mar. · 9.30–13.30"))
  #expect(robot.shows("1 Preben Jernurt") && robot.shows("er makker nu"))
  #expect(robot.shows("Ingen makker den dag") && robot.shows("har vagt på VUC"))
  robot.type("/sofie⏎")
  #expect(robot.shows("Har Sofie Æbelund sagt ja?") && robot.recorded.isEmpty)
  #expect(robot.shows("Makker for Malene Smedelyng: EUC · tors. 5. mar. · 9.30–13.30"))
  robot.type("j")
  #expect(robot.shows("Gemt ✓ Sofie Æbelund er makker for Malene Smedelyng"))
  #expect(buddies(robot, "2026-03-05") == ["SOF"] && robot.onDuty("EUC", "2026-03-05") == ["MAL"])
  #expect(buddies(robot, "2026-03-12") == ["PRE"], "the base roster is as it was")
  #expect(robot.cells.map(\.cause) == [.plan] && robot.cursorLine.contains(" *"))
  #expect(!robot.shows("(afløser)"))
  robot.type("f")
  #expect(buddies(robot, "2026-03-05") == ["PRE"])
}

@Test func noLeavesTheMakkerAsItWas() {
  let robot = Robot(World.planned()).press(.escape).type("vr/sofie⏎n")
  #expect(robot.recorded.isEmpty && robot.shows("Makker for Malene Smedelyng"))
}

@Test func aDayCanBeWithoutAMakker() {
  let robot = Robot(World.planned()).press(.escape).type("vr/ingen makker⏎")
  #expect(robot.shows("Gemt ✓ Malene Smedelyng har ingen makker den dag"))
  #expect(buddies(robot, "2026-03-05") == [nil])
  #expect(robot.shows("har ingen makker"))
}

/// Nobody is asked for a yes to what already is, and the day gets no plan of its own for it.
@Test func choosingWhatIsAlreadySoWritesNothing() {
  let robot = Robot(World.planned()).press(.escape).type("vr/preben⏎")
  #expect(robot.recorded.isEmpty && robot.shows("Vagtplan · uge 10") && !robot.shows("sagt ja?"))
  robot.type("r/ingen makker⏎").type("r/ingen makker⏎")
  #expect(robot.recorded.count == 1 && buddies(robot, "2026-03-05") == [nil])
}

@Test func aSubstituteStaysOneWhenTheMakkerChanges() {
  let robot = Robot(World.planned()).press(.escape).type("va1j").type("r/sofie⏎j")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["PRE"] && buddies(robot, "2026-03-05") == ["SOF"])
  #expect(robot.shows("Preben Jernurt (afløser)"))
}

@Test func theMakkerOfTheMarkedShareIsSet() {
  let robot = Robot(World.planned()).press(.escape).type("vat10-11⏎1j").press(.tab).type("r")
  #expect(robot.shows("Makker for Preben Jernurt") && robot.shows("10.00–11.00"))
  robot.type("/sofie⏎j")
  #expect(buddies(robot, "2026-03-05") == ["PRE", "SOF", "PRE"])
}

@Test func whoCannotBeTheMakkerIsRefusedAndWhereNobodyHasTheDutyThereIsNone() {
  let robot = Robot(World.planned()).press(.escape).type("vr/havtorn⏎")
  #expect(robot.shows("Çetin Havtorn har vagt på VUC") && robot.recorded.isEmpty)
  let hole = Robot(World.planned()).press(.escape).type("va3r")
  #expect(hole.shows("Ingen har vagten her, så der er ingen at være makker for"))
  let past = Robot(World.planned()).press(.escape).type("v").press(.left).type("r")
  #expect(past.shows("Dagen er gået"))
}

@Test func aDutyThatChangedMeanwhileKeepsItsMakker() {
  let robot = Robot(World.planned()).press(.escape).type("vr/sofie⏎")
  robot.see(
    World.planned([
      World.change(1, [DutySpan(colleague: "PRE", buddy: nil, hours: World.hours)], by: "JOS", at: "10:11")
    ]))
  robot.type("j")
  #expect(robot.recorded.isEmpty && robot.shows("Vagten er ændret imens. Intet er gjort."))
}
