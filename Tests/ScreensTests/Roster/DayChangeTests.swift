// Changes of a day: how long, which part, from hole to hole, in an emergency, and taking them back.

import Canvas
import Domain
import Screens
import TestKit
import Testing

@Test func theListTellsLoadWorkingDaysLeaveAndClash() {
  var picture = World.planned()
  for index in picture.documents.colleagues.indices {
    switch picture.documents.colleagues[index].id {
    case "SOF": picture.documents.colleagues[index].weekdays = [.monday, .tuesday, .friday]
    case "ALI": picture.documents.colleagues[index].away = [DateSpan(from: World.day, to: date("2026-03-06"))]
    case "BIR": picture.documents.colleagues[index].school = "EUC"
    default: break
    }
  }
  let robot = Robot(picture, width: 140, height: 40).press(.escape).type("va")
  #expect(robot.shows("1 Preben Jernurt") && robot.shows("0/uge · makker"))
  #expect(robot.shows("2 Birgitte Rørsanger") && robot.shows("0/uge · fra skolen"))
  #expect(robot.shows("3 Ingen endnu: INGEN PÅ VAGT"))
  #expect(robot.shows("arbejder ikke om torsdagen"))
  #expect(robot.shows("er væk til og med fre. 6. mar. 2026"))
  #expect(robot.shows("har vagt på VUC"))
  #expect(robot.shows("Preben Jernurt: makker · 0 vagter i ugen · arbejder man.–fre."))
}

@Test func whoCannotIsRefusedAndWhoDoesNotWorkThatDayMaySayYes() {
  var picture = World.planned()
  if let index = picture.documents.colleagues.firstIndex(where: { $0.id == "SOF" }) {
    picture.documents.colleagues[index].weekdays = [.monday]
  }
  let robot = Robot(picture).press(.escape).type("va/havtorn⏎")
  #expect(robot.shows("Çetin Havtorn har vagt på VUC"))
  #expect(robot.cells.isEmpty)
  robot.type("⎋/sofie⏎")
  #expect(
    robot.shows("Har Sofie Æbelund sagt ja?") && robot.shows("! Sofie Æbelund arbejder ikke om torsdagen"))
  robot.type("j")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["SOF"])
}

@Test func restOfTheWeekIsOneQuestionAndOneUndo() {
  let robot = Robot(World.planned()).press(.escape).type("va⇥1")
  #expect(robot.shows("Har Preben Jernurt sagt ja?"))
  #expect(robot.shows("EUC, torsdag den 5. marts 2026") && robot.shows("EUC, fredag den 6. marts 2026"))
  robot.type("j")
  #expect(robot.cells.map(\.day) == [date("2026-03-05"), date("2026-03-06")])
  #expect(robot.onDuty("EUC", "2026-03-06") == ["PRE"] && robot.onDuty("EUC", "2026-03-09") == ["MAL"])
  robot.type("f")
  #expect(robot.shows("Fortrudt ✓ 2 vagter er som før"))
  #expect(robot.onDuty("EUC", "2026-03-05") == ["MAL"] && robot.onDuty("EUC", "2026-03-06") == ["MAL"])
}

@Test func untilADateLeavesOpenWhatTheSubstituteCannotTake() {
  var picture = World.planned()
  if let index = picture.documents.colleagues.firstIndex(where: { $0.id == "PRE" }) {
    picture.documents.colleagues[index].away = [DateSpan(from: date("2026-03-09"), to: date("2026-03-09"))]
  }
  let robot = Robot(picture).press(.escape).type("va⇥⇥4/3⏎")
  #expect(robot.shows("Skriv en dag efter den første, som 12/3."))
  robot.press(.backspace, .backspace, .backspace).type("10/3⏎1")
  #expect(robot.shows("EUC, mandag den 9. marts 2026, 9.30–13.30: INGEN PÅ VAGT"))
  robot.type("j")
  #expect(robot.shows("Gemt ✓ Preben Jernurt er afløser 3 dage. Kan ikke: INGEN PÅ VAGT 9. mar. EUC"))
  #expect(robot.onDuty("EUC", "2026-03-09").isEmpty && robot.onDuty("EUC", "2026-03-10") == ["PRE"])
  #expect(robot.onDuty("EUC", "2026-03-11") == ["MAL"])
}

@Test func aPartOfADutySplitsIt() {
  let robot = Robot(World.planned()).press(.escape).type("vat14-15⏎")
  #expect(robot.shows("Skriv en tid inden for vagten"))
  for _ in 0..<5 { robot.press(.backspace) }
  robot.type("10-11⏎")
  #expect(robot.shows("EUC · tors. 5. mar. · 10.00–11.00"))
  robot.type("1j")
  #expect(
    robot.cells.first?.spans == [
      DutySpan(colleague: "MAL", buddy: "PRE", hours: TimeSpan(from: time("09:30"), to: time("10:00"))),
      DutySpan(colleague: "PRE", buddy: nil, hours: TimeSpan(from: time("10:00"), to: time("11:00"))),
      DutySpan(colleague: "MAL", buddy: "PRE", hours: TimeSpan(from: time("11:00"), to: time("13:30"))),
    ])
  // The part can be given up again; Tab marks it.
  robot.press(.tab).type("a")
  #expect(robot.shows("10.00–11.00 · Afbud: Preben Jernurt"))
}

@Test func anHourWithoutAnybodyIsSaidToBeAHole() {
  let robot = Robot(World.planned(), width: 140, height: 40).press(.escape).type("vat10-11⏎3")
  #expect(robot.shows("hul 10.00–11.00") && robot.shows("INGEN PÅ VAGT 10.00–11.00"))
  #expect(robot.shows("huller"))
}

@Test func fromHoleToHole() {
  let robot = Robot(World.planned(), me: "LON").press(.escape).type("vn")
  #expect(robot.shows("Det almene gymnasium · fre. 6. mar."), "the next after the marked place")
  robot.type("1j")
  #expect(robot.cells.map(\.cause) == [.plan])
  #expect(robot.shows("Handelsgymnasiet · fre. 6. mar.") && robot.shows("Gemt ✓ Sofie Æbelund har vagten"))
  // Sofie has a duty now: nobody else is near, so the hole is left.
  #expect(robot.shows("1 Ingen endnu: INGEN PÅ VAGT"))
  robot.type("1")
  #expect(robot.shows("VUC · fre. 6. mar.") && robot.cells.count == 1)
  robot.type("n")
  #expect(robot.shows("SOSU-skolen · fre. 6. mar."))
  robot.type("n")
  #expect(robot.shows("Handelsgymnasiet · tors. 5. mar."), "after the last comes the first")
  robot.type("⎋⎋")
  #expect(robot.shows("4 huller i uge 10: "))
}

@Test func theDutyIsTakenInAnEmergency() {
  let robot = Robot(World.planned(), me: "PRE").press(.escape).type("vo")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["PRE"] && robot.cells.first?.by == "PRE")
  let busy = Robot(World.planned(), me: "CET").press(.escape).type("vo")
  #expect(busy.cells.isEmpty && busy.shows("Çetin Havtorn har vagt på VUC"))
}

@Test func aSchoolIsClosedForADayAndOpenedAgain() {
  let robot = Robot(World.planned(), me: "LON").press(.escape).type("vx")
  #expect(robot.shows("Luk EUC tors. 5. mar.? Der kommer ikke nogen i stedet."))
  #expect(robot.shows("Malene Smedelyng (makker Preben Jernurt) 9.30–13.30") && robot.cells.isEmpty)
  #expect(robot.type("n").cells.isEmpty && robot.type("x").press(.enter).cells.isEmpty)
  robot.type("j")
  #expect(robot.cells.map(\.cause) == [.closed])
  #expect(robot.shows("Gemt ✓ EUC er lukket tors. 5. mar. · x åbner igen"))
  #expect(robot.shows("EUC · tors. 5. mar. · Lukket i dag"))
  robot.type("x")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["MAL"])
  robot.type("xjf")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["MAL"], "f takes the closing back as well")
}

@Test func thePastIsFrozen() {
  let robot = Robot(World.planned()).press(.escape).type("v").press(.left)
  for key in "aoxb" {
    robot.type(String(key))
    #expect(robot.shows("Dagen er gået"), "\(key)")
  }
  #expect(robot.recorded.isEmpty)
}

@Test func undoGoesBackStepByStepToTheBaseRoster() {
  let robot = Robot(World.planned()).press(.escape).type("va1ja/sofie⏎j")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["SOF"])
  robot.type("f")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["PRE"])
  robot.type("f")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["MAL"])
  #expect(robot.shows("Fortrudt ✓ Vagten er som før: EUC tors. 5. mar."))
  // Nothing of it is an exception any more: a new base roster counts there too.
  #expect(robot.desk.picture.ledger.exception(at: SchoolDay(day: World.day, school: "EUC")) == nil)
}

@Test func undoIsRefusedWhenAnotherChangedTheCell() {
  let robot = Robot(World.planned()).press(.escape).type("va1j")
  guard case .cell(let mine)? = robot.recorded.last else {
    Issue.record("nothing recorded")
    return
  }
  var picture = robot.desk.picture
  let other = World.change(
    7, after: mine.id, [DutySpan(colleague: "SOF", buddy: nil, hours: World.hours)], by: "JOS", at: "14:12")
  picture.ledger.apply(other, origin: World.origin(99))
  robot.see(picture).type("f")
  #expect(robot.shows("Jens Ole har ændret vagten kl. 14.12. Intet er fortrudt."))
  #expect(robot.recorded.count == 1 && robot.onDuty("EUC", "2026-03-05") == ["SOF"])
  robot.type("f")
  #expect(robot.shows("Der er intet fra i dag at fortryde"))
}

@Test func undoIsRefusedInEnglishToo() {
  let robot = Robot(World.planned(), language: .english).press(.escape).type("va1j")
  var picture = robot.desk.picture
  let other = World.change(
    7, after: robot.cells.first?.id ?? .zero, [], by: "JOS", at: "14:12", cause: .absent)
  picture.ledger.apply(other, origin: World.origin(99))
  robot.see(picture).type("f")
  #expect(robot.shows("Jens Ole changed the shift at 14:12. Nothing is undone."))
}
