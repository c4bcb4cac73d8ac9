// The first question of the day: who sits here, and is the door to be opened.

import Canvas
import Domain
import Screens
import TestKit
import Testing

@Test func rosterOfTheRememberedSchoolProposesWhoSitsHere() {
  let robot = Robot(me: nil)
  #expect(robot.shows("Du er Malene Smedelyng på EUC i dag."))
  #expect(robot.shows("Enter = ja, og døren åbnes · n = en anden"))
  #expect(robot.recorded.isEmpty)
}

@Test func enterOpensTheDoorOfWhoHasDuty() {
  let robot = Robot(me: nil).press(.enter)
  #expect(robot.recorded.count == 1)
  guard case .door(let door)? = robot.recorded.first else {
    Issue.record("no door")
    return
  }
  #expect(door.isOpen && door.school == "EUC" && door.by == "MAL")
  #expect(door.at == World.now.utc && door.day == World.day)
  #expect(robot.requests.first == .rememberSchool("EUC"))
  #expect(robot.cursorLine.hasSuffix("Åben"))
  #expect(robot.shows("Gemt ✓ Døren er åben: EUC"))
}

@Test func enterOpensNoDoorForWhoHasNoDuty() {
  let robot = Robot(me: "ALI")
  #expect(robot.shows("Du er Ali Rugmark på EUC i dag."))
  #expect(!robot.shows("døren åbnes"))
  robot.press(.enter)
  #expect(robot.recorded.isEmpty)
  #expect(robot.shows("Ali Rugmark, mentor"))
}

@Test func enterOpensNoDoorAfterTheHours() {
  let robot = Robot(now: World.moment("2026-03-05", "14:00")).press(.enter)
  #expect(robot.recorded.isEmpty)
}

@Test func doorThatIsOpenIsNotOpenedAgain() {
  let door = DoorChange(
    id: World.id(9), at: World.now.utc, by: "PRE", day: World.day, isOpen: true, school: "EUC")
  let robot = Robot(World.picture([.door(door)])).press(.enter)
  #expect(robot.recorded.isEmpty)
}

@Test func somebodyElseIsChosenFromTheListAndAskedAgain() {
  let robot = Robot().type("n")
  #expect(robot.shows("Hvem er du?"))
  #expect(robot.cursorLine.hasPrefix(" > 1 Malene Smedelyng"))
  robot.type("2")
  #expect(robot.shows("Du er Preben Jernurt på EUC i dag."))
  #expect(!robot.shows("døren åbnes"), "a makker has no door of his own")
}

@Test func whoHasDutyElsewhereIsAskedAboutThatSchool() {
  let robot = Robot().type("n/tjørn⏎")
  #expect(robot.shows("Du er Aage Tjørnelykke på Det almene gymnasium i dag."))
}

@Test func escapeLeadsToTodayAndOpensNothing() {
  let robot = Robot().press(.escape)
  #expect(robot.recorded.isEmpty)
  #expect(!robot.shows("Du er Malene"))
  #expect(robot.shows("b Besøg"))
}

@Test func nobodyKnownShowsTheListAndNeedsNoAnswer() {
  let robot = Robot(me: nil, school: "HHX")
  #expect(robot.shows("Hvem er du?"))
  robot.press(.escape)
  #expect(robot.shows("Hvem er du i dag?"))
  #expect(robot.shows("Enter = vælg dig selv på listen · Esc = bare se"))
  robot.press(.escape)
  #expect(robot.shows("Ingen har sagt, hvem der sidder her (w)"))
  robot.type("o")
  #expect(robot.shows("Vælg først, hvem du er: w"))
  robot.type("d")
  #expect(robot.recorded.isEmpty)
}

@Test func nobodyAndNoSchoolAsksForTheSchoolOnlyWhereTheRosterDoesNotTell() {
  let robot = Robot(me: nil, school: nil).type("/ali⏎")
  #expect(robot.shows("Hvilken skole er du på?"))
  robot.type("3")
  #expect(robot.shows("Du er Ali Rugmark på VUC i dag."))
  #expect(robot.requests.contains(.rememberSchool("VUC")))
}

@Test func knownColleagueWithoutASchoolIsAskedForTheSchoolAtOnce() {
  let robot = Robot(me: "ALI", school: nil)
  #expect(robot.shows("Hvilken skole er du på?"))
}

@Test func givenColleagueGoesBeforeLoginAndRoster() {
  var picture = World.picture()
  picture.documents.colleagues[1].login = "cet01"
  #expect(Robot(picture, me: nil, login: "cet01").shows("Du er Çetin Havtorn på EUC i dag."))
  #expect(Robot(picture, me: "PRE", login: "cet01").shows("Du er Preben Jernurt på EUC i dag."))
  #expect(Robot(picture, me: nil, login: "unknown").shows("Du er Malene Smedelyng på EUC i dag."))
}

@Test func unknownColleagueOrSchoolIsNobody() {
  #expect(Robot(me: "XXX").shows("Du er Malene Smedelyng på EUC i dag."))
  #expect(Robot(me: nil, school: "XXX").shows("Hvem er du?"))
}

@Test func schoolIsRememberedAfterChoosingIt() {
  let robot = Robot().press(.escape).type("w⇥")
  #expect(robot.shows("Hvilken skole er du på?"))
  robot.type("1")
  #expect(robot.requests == [.rememberSchool("GYM")])
  #expect(robot.shows("Elevtjenesten · Det almene gymnasium"))
}

@Test func onlyAnswersMeanSomethingAtTheFirstQuestion() {
  let robot = Robot().type("bvktdzsl").press(.up, .backspace)
  #expect(robot.recorded.isEmpty)
  #expect(robot.shows("Du er Malene Smedelyng på EUC i dag."))
}

/// A folder that was just made: every dead end says which key leads on.
@Test func anEmptyFolderLeadsToItsLists() {
  let folder = FolderPicture(documents: Documents(settings: World.documents.settings))
  let robot = Robot(folder, me: nil, school: nil)
  #expect(robot.shows("Mappen er tom endnu. Tryk + og skriv jeres skoler og kolleger."))
  #expect(robot.press(.enter).shows("Tryk + og skriv jeres skoler"))
  robot.press(.escape)
  #expect(robot.shows("Mappen er tom endnu. Tryk + og skriv jeres skoler og kolleger."))
  #expect(robot.type("b").shows("Der er ingen skoler endnu. Skriv dem: +"))
  #expect(robot.type("+").shows("Skoler"))
}
