// Two coordinators change the same place of the base roster: both values are shown, to the loser too.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private func pattern(
  _ number: UInt64, _ colleague: Colleague.ID, by: Colleague.ID, at time: String, after: RecordID,
  from: String = "2026-03-09", every: Int = 1
) -> Event {
  .pattern(
    PatternChange(
      id: World.id(number), after: after, at: World.moment("2026-03-05", time).utc, by: by, from: date(from),
      rhythm: Rhythm(every: every, week: week("2026-W11")), school: "EUC",
      spans: [DutySpan(colleague: colleague, buddy: nil, hours: World.hours)], weekday: .thursday))
}

/// The change of the fixture that Thursday at EUC stands upon.
private let thursday = RecordID(high: 1, low: 4)

private func disputed(later: String = "09:12", _ more: [Event] = []) -> FolderPicture {
  World.planned(
    [
      pattern(1, "PRE", by: "LON", at: "09:10", after: thursday),
      pattern(2, "SOF", by: "JOS", at: later, after: thursday, every: 2),
    ] + more)
}

@Test func theLoserOfABaseRosterDisagreementIsShownBothValues() {
  let robot = Robot(disputed(), me: "LON", width: 140, height: 40).press(.escape)
  #expect(robot.shows("Jens Ole ændrede grundplanen samtidig med dig: EUC, torsdag · begge står i Vagtplan"))
  let both =
    "Uenighed om grundplanen: ulige uger fra man. 9. mar. 2026: Sofie Æbelund 9.30–13.30 gælder "
    + "(Jens Ole Sivkær kl. 9.12); hver uge fra man. 9. mar. 2026: Preben Jernurt 9.30–13.30 tabte "
    + "(Lone Kløvermark kl. 9.10)."
  robot.type("v")
  #expect(!robot.shows("1 uenighed"), "this week is before both")
  robot.press(.pageDown)
  #expect(robot.shows("1 uenighed") && robot.read.contains(both), "\(robot.glass.text)")
  #expect(robot.cursorLine.contains("!"))
  robot.type("l")
  #expect(robot.shows("Lone Kløvermark · Grundplan · TABTE til en anden ændring"))
  robot.type("⎋g")
  #expect(robot.cursorLine.contains("~!") && robot.read.contains(both))
  // Whoever decides again settles it.
  robot.type("⏎1/ali⏎6⎋")
  #expect(!robot.shows("1 uenighed") && !robot.shows("Uenighed"))
  robot.type("⎋")
  #expect(!robot.shows("samtidig med dig"))
}

@Test func bothValuesStandInFullInASmallWindow() {
  for (width, height) in [(60, 20), (80, 24)] {
    let robot = Robot(disputed(), me: "LON", width: width, height: height).press(.escape).type("v")
    robot.press(.pageDown).press(.up).press(.down)
    #expect(robot.read.contains("Sofie Æbelund 9.30–13.30 gælder (Jens Ole Sivkær kl. 9.12)"), "\(width)")
    #expect(robot.read.contains("Preben Jernurt 9.30–13.30 tabte (Lone Kløvermark kl. 9.10)"), "\(width)")
    robot.press(.left)
    #expect(robot.cursorLine.contains("EUC"), "the grid stays as it is")
  }
}

@Test func theWinnerAndOthersAreNotToldOnToday() {
  for me: Colleague.ID in ["JOS", "MAL"] {
    #expect(!Robot(disputed(), me: me).press(.escape).shows("samtidig med dig"))
  }
  let robot = Robot(disputed(), me: "LON", language: .english, width: 140, height: 40).press(.escape)
  let told = "Jens Ole also changed the base roster: EUC, Thursday · the roster shows both"
  #expect(robot.shows(told))
}

@Test func theSameDecisionTwiceIsNoDisagreement() {
  let same = World.planned([
    pattern(1, "PRE", by: "LON", at: "09:10", after: thursday),
    pattern(2, "PRE", by: "JOS", at: "09:12", after: thursday),
  ])
  let robot = Robot(same, me: "LON").press(.escape).type("v").press(.pageDown)
  #expect(robot.shows("uge 11, 2026") && robot.onDuty("EUC", "2026-03-12") == ["PRE"])
  #expect(!robot.shows("1 uenighed"))
}

@Test func theLoserOfADaysDisagreementIsToldOnToday() {
  let picture = World.planned([
    World.change(1, [DutySpan(colleague: "PRE", buddy: nil, hours: World.hours)], by: "LON", at: "09:10"),
    World.change(2, [DutySpan(colleague: "SOF", buddy: nil, hours: World.hours)], by: "JOS", at: "09:12"),
  ])
  let robot = Robot(picture, me: "LON").press(.escape)
  #expect(robot.shows("Jens Ole ændrede det samme som du: EUC tors. 5. mar. · begge står i Vagtplan"))
}

@Test func aFormSavedAfterAnotherChangedTheSameIsADisagreementAndHidesNothing() {
  let robot = Robot(World.planned(), me: "LON", width: 140, height: 40).press(.escape).type("vg⏎1/jernurt⏎")
  var picture = robot.desk.picture
  picture.ledger.apply(
    pattern(2, "SOF", by: "JOS", at: "10:11", after: thursday), origin: World.origin(99))
  robot.see(picture).type("6")
  #expect(robot.onDuty("EUC", "2026-03-12") == ["PRE"])
  robot.type("⎋").press(.pageDown)
  #expect(robot.read.contains("1 uenighed"))
  #expect(robot.read.contains("Sofie Æbelund 9.30–13.30 tabte (Jens Ole Sivkær kl. 10.11)"), "\(robot.read)")
}
