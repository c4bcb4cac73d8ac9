// "Fortryd" in Vagtplan after a restart: the last own change of today is known from the log alone.

import Canvas
import Domain
import Screens
import TestKit
import Testing

/// The same folder at a program that was started anew, so many minutes after 10.12.
private func restarted(_ robot: Robot, me: Colleague.ID = "MAL", minutes: Int = 5) -> Robot {
  Robot(robot.desk.picture, me: me, now: World.later(minutes: minutes), run: 0xdef).press(.escape)
}

/// A day's work with a minute between any two acts.
private func worked(_ acts: String..., me: Colleague.ID = "MAL") -> Robot {
  let robot = Robot(World.planned(), me: me).press(.escape)
  for (minute, act) in acts.enumerated() { robot.wait(until: World.later(minutes: minute)).type(act) }
  return robot
}

@Test func afterARestartAbsenceAndSubstituteAreTakenBackOneByOne() {
  let robot = restarted(worked("va1j", "a/sofie⏎j"))
  #expect(robot.onDuty("EUC", "2026-03-05") == ["SOF"])
  robot.type("f")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["PRE"])
  #expect(robot.shows("Fortrudt ✓ Vagten er som før: EUC tors. 5. mar."))
  robot.type("f")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["MAL"])
  robot.type("f")
  #expect(robot.shows("Der er intet fra i dag at fortryde") && robot.recorded.count == 2)
}

@Test func afterARestartTheRestOfTheWeekIsOneUndo() {
  let robot = restarted(worked("va⇥1j")).type("f")
  #expect(robot.shows("Fortrudt ✓ 2 vagter er som før"))
  #expect(robot.onDuty("EUC", "2026-03-05") == ["MAL"] && robot.onDuty("EUC", "2026-03-06") == ["MAL"])
}

@Test func afterARestartTwoActsAreNotOne() {
  let robot = worked("va1j")
  robot.wait(until: World.later(minutes: 1)).press(.right).type("a1j")
  let again = restarted(robot).type("f")
  #expect(again.onDuty("EUC", "2026-03-05") == ["PRE"] && again.onDuty("EUC", "2026-03-06") == ["MAL"])
}

@Test func afterARestartWhatWasTakenBackStaysSo() {
  let robot = restarted(worked("va1j", "a/sofie⏎j", "f"))
  #expect(robot.onDuty("EUC", "2026-03-05") == ["PRE"])
  robot.type("f")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["MAL"])
}

@Test func afterARestartAClosedDayIsOpenedAndATakenDutyGivenBack() {
  let closed = restarted(worked("vx", me: "LON"), me: "LON").type("f")
  #expect(closed.onDuty("EUC", "2026-03-05") == ["MAL"])
  let taken = restarted(worked("vo", me: "PRE"), me: "PRE").type("f")
  #expect(taken.onDuty("EUC", "2026-03-05") == ["MAL"])
}

@Test func afterARestartTheBaseRosterIsTakenBack() {
  let robot = restarted(worked("vg⏎1/jernurt⏎6", "⏎1/ali⏎6", me: "LON"), me: "LON")
  #expect(robot.onDuty("EUC", "2026-03-12") == ["ALI"])
  robot.type("f")
  #expect(robot.onDuty("EUC", "2026-03-12") == ["PRE"])
  #expect(robot.shows("Fortrudt ✓ Grundplanen er som før: EUC, torsdag"))
  robot.type("f")
  #expect(robot.onDuty("EUC", "2026-03-12") == ["MAL"])
  robot.type("f")
  #expect(robot.shows("Der er intet fra i dag at fortryde"))
}

@Test func baseRosterIsTakenBackStepByStepWithoutARestartToo() {
  let robot = worked("vg⏎1/jernurt⏎6", "⏎1/ali⏎6", "f", "f", me: "LON")
  #expect(robot.onDuty("EUC", "2026-03-12") == ["MAL"])
  // Done and taken back again and again, a place does not grow by what it was.
  for _ in 0..<4 { robot.type("⏎1/ali⏎6f") }
  #expect(robot.patterns.count == 4 + 4 * 2 && robot.onDuty("EUC", "2026-03-12") == ["MAL"])
}

@Test func afterARestartAnOfferedSwapIsWithdrawnAndAnAcceptedOneTakenBack() {
  let offered = worked("vb/havtorn⏎1")
  #expect(offered.swapSteps.map(\.step) == [.offered])
  let withdrawn = restarted(offered).type("f")
  #expect(withdrawn.swapSteps.map(\.step) == [.withdrawn])
  let accepted = Robot(offered.desk.picture, me: "CET", now: World.later(minutes: 2), run: 0xcde).press(
    .escape
  )
  .type("vy1j")
  #expect(accepted.swapSteps.map(\.step) == [.accepted])
  let back = restarted(accepted, me: "CET").type("f")
  #expect(back.onDuty("EUC", "2026-03-05") == ["MAL"] && back.onDuty("VUC", "2026-03-05") == ["CET"])
  // Whoever offered it did not accept it.
  let sender = restarted(accepted).type("f")
  #expect(sender.recorded.isEmpty)
}

@Test func afterARestartUndoIsRefusedWhenAnotherChangedTheCell() {
  let robot = worked("va1j")
  var picture = robot.desk.picture
  let other = World.change(
    7, after: robot.cells.first?.id ?? .zero,
    [DutySpan(colleague: "SOF", buddy: nil, hours: World.hours)], by: "JOS", at: "14:12")
  picture.ledger.apply(other, origin: World.origin(99))
  let again = Robot(picture, now: World.moment("2026-03-05", "14:30"), run: 0xdef).press(.escape).type("vf")
  #expect(again.shows("Jens Ole har ændret vagten kl. 14.12. Intet er fortrudt."))
  #expect(again.recorded.isEmpty && again.onDuty("EUC", "2026-03-05") == ["SOF"])
  again.type("f")
  #expect(again.shows("Der er intet fra i dag at fortryde"), "it is told once")
}

@Test func afterARestartNobodyTakesBackWhatIsNotTheirsOrNotOfToday() {
  let robot = worked("va1j")
  #expect(restarted(robot, me: "PRE").type("f").recorded.isEmpty, "somebody else at the same machine")
  let elsewhere = Robot(
    robot.desk.picture, now: World.later(minutes: 5), writers: ["gym-00000000000000bb"], run: 0xdef
  ).press(.escape).type("f")
  #expect(elsewhere.recorded.isEmpty, "me at another machine")
  let tomorrow = Robot(robot.desk.picture, now: World.moment("2026-03-06", "08:00"), run: 0xdef).press(
    .escape
  )
  .type("f")
  #expect(tomorrow.recorded.isEmpty)
}

@Test func afterARestartEachScreenTakesBackWhatItIsAbout() {
  let robot = Robot(World.planned()).press(.escape).type("s").wait(until: World.later(minutes: 1))
    .type("va1j")
  let here = restarted(robot).type("f")
  #expect(here.shows("Fortrudt ✓ Sparring på EUC"))
  here.type("f")
  #expect(here.shows("Fortrudt ✓ Vagten er som før"))
  let roster = restarted(robot).type("vf")
  #expect(roster.shows("Fortrudt ✓ Vagten er som før"))
  roster.type("f")
  #expect(roster.shows("Fortrudt ✓ Sparring på EUC"))
}

@Test func afterARestartATakeOverOfTodayIsGivenBack() {
  let offer = World.offer(1, from: "CET", to: "MAL")
  let robot = Robot(World.picture(offers: [offer])).press(.escape).type("ot")
  let again = restarted(robot)
  #expect(again.glass.line(1).contains("Du holder 1"))
  again.type("f")
  #expect(again.shows("Fortrudt ✓ Afsenderen holder den igen"))
  #expect(!again.glass.line(1).contains("Du holder"))
  // The next day it is held for good, and others cannot give it back.
  let tomorrow = Robot(robot.desk.picture, now: World.moment("2026-03-06", "08:00"), run: 0xdef).press(
    .escape
  )
  .type("f")
  #expect(tomorrow.recorded.isEmpty)
  #expect(restarted(robot, me: "CET").type("f").recorded.isEmpty)
}

@Test func reopeningASchoolIsTakenBackByClosingItAgain() {
  let robot = worked("vxj", "x", "f", me: "LON")
  #expect(robot.shows("EUC · tors. 5. mar. · Lukket i dag"))
  #expect(robot.cells.map(\.cause) == [.closed, .undo, .closed])
  robot.type("f")
  #expect(robot.onDuty("EUC", "2026-03-05") == ["MAL"] && robot.shows("Fortrudt ✓"))
}
