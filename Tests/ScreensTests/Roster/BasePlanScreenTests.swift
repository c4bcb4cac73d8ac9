// Grundplan on the screen: who, makker, hours, from when, in which weeks, and what it leaves alone.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private func form() -> Robot {
  Robot(World.planned(), me: "LON").press(.escape).type("vg⏎")
}

@Test func theBaseRosterIsChangedFromADayOn() {
  let robot = form()
  #expect(robot.shows("Grundplan · EUC, torsdag") && robot.shows("Malene Smedelyng"))
  #expect(robot.shows("man. 9. mar. 2026") && robot.shows("hver uge"))
  robot.type("1/jernurt⏎2/malene⏎310-13⏎")
  #expect(robot.shows("10.00–13.00"))
  robot.type("6")
  let change = robot.patterns.first
  #expect(robot.patterns.count == 1)
  #expect(change?.spans.map(\.colleague) == ["PRE"] && change?.spans.first?.buddy == "MAL")
  #expect(change?.from == date("2026-03-09") && change?.rhythm.every == 1 && change?.weekday == .thursday)
  #expect(robot.onDuty("EUC", "2026-03-05") == ["MAL"] && robot.onDuty("EUC", "2026-03-12") == ["PRE"])
  #expect(robot.shows("Gemt ✓ Grundplanen er ændret: EUC, torsdag"))
  robot.type("f")
  #expect(robot.onDuty("EUC", "2026-03-12") == ["MAL"])
  #expect(robot.shows("Fortrudt ✓ Grundplanen er som før: EUC, torsdag"))
}

@Test func oddEvenAndEveryThirdWeek() {
  let robot = form().type("1/jernurt⏎5")
  #expect(robot.shows("ulige uger"))
  robot.type("6")
  // Week 11 is odd, week 12 even.
  #expect(robot.onDuty("EUC", "2026-03-12") == ["PRE"] && robot.onDuty("EUC", "2026-03-19") == ["MAL"])
  robot.type("⏎55")
  #expect(robot.shows("Hver hvor mange uger?"))
  robot.type("3⏎")
  #expect(robot.shows("hver 3. uge fra uge 11"))
}

@Test func exceptionsAreKeptAndListed() {
  let robot = Robot(World.planned(), me: "LON").press(.escape).type("v").press(.pageDown)
  robot.type("a1jg⏎")
  #expect(robot.shows("Disse dage beholder deres egen plan: 12/3"))
  robot.type("1/ali⏎6")
  #expect(robot.shows("Disse dage beholder deres egen plan: 12/3"))
  #expect(robot.onDuty("EUC", "2026-03-12") == ["PRE"] && robot.onDuty("EUC", "2026-03-19") == ["ALI"])
}

@Test func thePastOfTheBaseRosterIsFrozen() {
  let robot = form().type("44/3 2026⏎")
  #expect(robot.shows("Skriv en dag, som 9/3. Fortiden ligger fast."))
}

@Test func aNewSchoolHasAnEmptyPattern() {
  var picture = World.planned()
  picture.documents.schools.append(
    School(
      id: "NY", name: "Nyskolen", opened: date("2026-03-02"),
      hours: [OpeningHours(weekday: .thursday, span: World.hours)]))
  let robot = Robot(picture, me: "LON", width: 140, height: 40).press(.escape).type("vg")
  for _ in 0..<3 { robot.press(.down) }
  #expect(robot.cursorLine.contains("INGEN") && robot.shows("Der er intet mønster her endnu."))
  robot.type("⏎1/ali⏎6")
  #expect(robot.onDuty("NY", "2026-03-12") == [] && robot.patterns.first?.school == "NY")
}

@Test func theFormSaysWhichRulesItWouldBreak() {
  let robot = form().type("1/havtorn⏎")
  #expect(robot.shows("Çetin Havtorn har vagt to steder på samme tid"))
}

@Test func othersOnlyLook() {
  let robot = Robot(World.planned()).press(.escape).type("vg⏎")
  #expect(robot.shows("Det er for koordinatorer") && robot.shows("Grundplan, som den er i uge 10"))
}

@Test func aDayIsShared() {
  let robot = form().type("⇥1/jernurt⏎311.30-13.30⏎")
  robot.press(.tab).type("39.30-11.30⏎6")
  #expect(robot.onDuty("EUC", "2026-03-12") == ["MAL", "PRE"])
}
