// A desk nobody is at: I dag after two minutes, forms out of sight, a new day begun with a question.

import Canvas
import Domain
import Resources
import Screens
import TestKit
import Testing

@Test(arguments: Stage.allCases)
func twoMinutesLeadBackToToday(stage: Stage) {
  let robot = stage.robot()
  let before = robot.glass
  robot.wait(until: World.later(minutes: stage == .resume ? 4 : 1))
  if stage != .resume { #expect(robot.glass == before || stage == .blank) }
  robot.wait(until: World.later(minutes: 6))
  if stage == .blank {
    #expect(robot.shows("Tryk på en tast"))
    return
  }
  #expect(robot.shows("Vagt i dag"))
  #expect(!robot.shows("▸") && !robot.shows("Trivsel") && !robot.shows("Bolig"))
}

@Test func idleStartQuestionStaysUnanswered() {
  let robot = Robot().type("n").wait(until: World.later(minutes: 3))
  #expect(robot.shows("Du er Malene Smedelyng på EUC i dag."))
}

@Test func visitUnderWayIsHiddenAndOfferedAgain() {
  let robot = Robot().press(.escape).type("b4").wait(until: World.later(minutes: 2))
  #expect(!robot.shows("Bolig"))
  #expect(robot.shows("Fortsæt påbegyndt besøg? j/n"))
  #expect(robot.cursorLine.contains("Fortsæt"))
  robot.type("j")
  #expect(robot.shows("Besøg: hvordan endte det?") && robot.shows("Bolig"))
  robot.type("⏎")
  #expect(robot.recorded.count == 1)
}

@Test func hiddenFormIsGivenUpWithNoOrEscapeOrANewVisit() {
  for keys in ["n", "⎋", "b⎋"] {
    let robot = Robot().press(.escape).type("b4").wait(until: World.later(minutes: 3)).type(keys)
    #expect(!robot.shows("Fortsæt"), "\(keys)")
    #expect(robot.recorded.isEmpty)
  }
}

@Test func otherKeysWorkWhileAFormIsHidden() {
  let robot = Robot().press(.escape).type("b4").wait(until: World.later(minutes: 3)).type("s")
  #expect(robot.recorded.count == 1)
  #expect(robot.shows("Fortsæt påbegyndt besøg? j/n"))
}

@Test func helpOverAFormDoesNotLoseIt() {
  let robot = Robot().press(.escape).type("b1g1?").wait(until: World.later(minutes: 3)).type("j")
  #expect(robot.shows("Er den unge med på det? (j/n)"))
}

@Test func handoverUnderWayIsNotCalledAVisit() {
  let robot = Stage.handOnConsent.robot().wait(until: World.later(minutes: 3))
  #expect(robot.shows("Fortsæt påbegyndt overdragelse? j/n"))
  #expect(!robot.shows("Aage Tjørnelykke ▸"))
}

@Test func keyPressStartsTheWaitAnew() {
  let robot = Robot().press(.escape).type("b")
  robot.wait(until: World.later(minutes: 1)).type("4")
  robot.wait(until: World.later(minutes: 2))
  #expect(robot.shows("Besøg: hvordan endte det?"))
}

@Test func midnightTurnsDateWeekAndCounts() {
  let robot = Robot(now: World.moment("2026-03-08", "23:58")).press(.escape)
  #expect(robot.glass.line(0).hasSuffix("søndag den 8. marts 2026 · uge 10"))
  robot.wait(until: World.moment("2026-03-08", "23:59")).type("t⎋")
  robot.wait(until: World.moment("2026-03-09", "00:00"))
  #expect(robot.glass.line(0).hasSuffix("mandag den 9. marts 2026 · uge 11"))
  let counted = Robot().press(.escape).type("b4⏎⎋")
  #expect(counted.cursorLine.hasSuffix("1 Bemandet"))
  counted.wait(until: World.moment("2026-03-06", "00:00"))
  #expect(!counted.glass.text.contains("1 Bemandet"))
}

@Test func morningAsksAnewWhoSitsHere() {
  let friday = Event.pattern(
    PatternChange(
      id: World.id(40), after: .zero, at: UTCTime(seconds: 0), by: nil, from: date("2020-01-01"),
      rhythm: Rhythm(every: 1, week: week("2020-W01")), school: "EUC",
      spans: [DutySpan(colleague: "PRE", buddy: nil, hours: World.hours)], weekday: .friday))
  let robot = Robot(World.picture([friday]), me: nil).press(.enter)
  robot.wait(until: World.moment("2026-03-06", "09:00"))
  #expect(robot.shows("Du er Preben Jernurt på EUC i dag."))
  #expect(robot.shows("Enter = ja, og døren åbnes"))
  #expect(!robot.shows("Døren er åben"))
}

@Test func whoWorksPastMidnightIsNotInterrupted() {
  let robot = Robot(now: World.moment("2026-03-05", "23:59")).press(.escape).type("b4")
  robot.wait(until: World.moment("2026-03-06", "00:00"))
  #expect(robot.shows("Besøg: hvordan endte det?"))
  #expect(robot.glass.line(3).hasSuffix("Tælles tors. 5. mar."), "the day that was begun is told")
  robot.type("⏎")
  #expect(robot.shows("torsdag den 5. marts 2026 (talt senere)"))
}

@Test func whoWorkedPastMidnightIsAskedWhenTheyHaveGone() {
  let robot = Robot(now: World.moment("2026-03-05", "23:59")).press(.escape).type("b4")
  robot.wait(until: World.moment("2026-03-06", "00:00")).type("⏎⎋")
  robot.wait(until: World.moment("2026-03-06", "00:01"))
  #expect(!robot.shows("i dag?") && !robot.requests.contains(.discardTypedKeys))
  robot.wait(until: World.moment("2026-03-06", "00:03"))
  #expect(robot.shows("Du er Malene Smedelyng på EUC i dag."))
  // What was typed before the question stood there is no answer to it.
  #expect(robot.requests.last == .discardTypedKeys)
  let asked = robot.requests.count
  robot.press(.escape).wait(until: World.moment("2026-03-06", "00:09"))
  #expect(!robot.shows("Du er Malene") && robot.requests.count == asked, "asked once a day")
}

@Test func whoSaidAfterMidnightWhoTheyAreIsNotAskedAgain() {
  let robot = Robot(now: World.moment("2026-03-05", "23:59")).press(.escape).type("b4")
  robot.wait(until: World.moment("2026-03-06", "00:00")).type("⎋⎋w/preben⏎")
  robot.wait(until: World.moment("2026-03-06", "00:05"))
  #expect(robot.shows("Preben Jernurt") && !robot.shows("Enter = ja"))
}

@Test func anotherLanguageIsSpokenFromNowOn() {
  let robot = Robot().press(.escape)
  #expect(robot.shows("Vagt i dag") && !robot.shows("On duty"))
  robot.hear(.language(Words(.english)))
  #expect(robot.glass == Robot(language: .english).press(.escape).glass)
}

@Test func hiddenFormOfYesterdayIsNotOffered() {
  let robot = Robot().press(.escape).type("b4").wait(until: World.later(minutes: 3))
  robot.wait(until: World.moment("2026-03-06", "08:00")).press(.escape)
  #expect(!robot.shows("Fortsæt"))
}

@Test func blankScreenShowsNothingAndTheNextKeyIsOnlyThat() {
  let robot = Robot(World.withHandovers()).press(.escape).type(" ")
  #expect(robot.glass.text.split(separator: "\n").map { $0.trimmingPrefix(" ") } == ["Tryk på en tast"])
  robot.type("s")
  #expect(robot.recorded.isEmpty && robot.shows("Vagt i dag"))
}
