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
  #expect(robot.shows("Med hvor mange ugers mellemrum?"))
  robot.type("3⏎")
  #expect(robot.shows("hver 3. uge fra uge 11"))
}

@Test func exceptionsAreKeptAndListed() {
  let robot = Robot(World.planned(), me: "LON").press(.escape).type("v").press(.pageDown)
  robot.type("a1jg⏎")
  #expect(robot.shows("Disse dage beholder deres egen plan: 12. mar."))
  robot.type("1/ali⏎6")
  #expect(robot.read.contains("Disse dage beholder deres egen plan: 12. mar."))
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
  #expect(robot.shows("Det kan kun en koordinator") && robot.shows("Grundplan, som den er i uge 10"))
}

@Test func aDayIsShared() {
  let robot = form().type("⇥1/jernurt⏎311.30-13.30⏎")
  robot.press(.tab).type("39.30-11.30⏎6")
  #expect(robot.onDuty("EUC", "2026-03-12") == ["MAL", "PRE"])
}

/// Odd weeks from week 11 of a year with 53 weeks go on as even ones in the next year.
@Test func aRhythmGoesOnAsItWasAfterAYearOf53Weeks() {
  func robot(every: Int) -> Robot {
    let pattern = Event.pattern(
      PatternChange(
        id: World.id(6000), after: .zero, at: UTCTime(seconds: 1), by: nil, from: date("2026-03-09"),
        rhythm: Rhythm(every: every, week: week("2026-W11")), school: "NY",
        spans: [DutySpan(colleague: "ALI", buddy: nil, hours: World.hours)], weekday: .thursday))
    var picture = World.planned([pattern])
    picture.documents.schools.insert(
      School(
        id: "NY", name: "Nyskolen", opened: date("2026-01-05"),
        hours: [OpeningHours(weekday: .thursday, span: World.hours)]), at: 0)
    let robot = Robot(picture, me: "LON", width: 140, height: 40).press(.escape)
    // The first school, and the first of its weeks in 2027.
    robot.type("vu2027-W0\(every)⏎g")
    for _ in 0..<5 { robot.press(.up) }
    return robot
  }
  func weeks(_ robot: Robot) -> [Int] {
    (1...8).filter { number in
      let day = week("2027-W0\(number)").date(of: .thursday)
      return robot.desk.picture.ledger.pattern(at: "NY", on: day)?.spans.isEmpty == false
    }
  }
  let second = robot(every: 2)
  #expect(weeks(second) == [2, 4, 6, 8])
  #expect(second.shows("lige uger") && !second.shows("ulige uger"))
  second.type("⏎")
  #expect(second.shows("lige uger") && !second.shows("ulige uger"))
  second.type("2/jernurt⏎6")
  #expect(second.patterns.last?.spans.first?.buddy == "PRE")
  #expect(weeks(second) == [2, 4, 6, 8])
  // Another first day does not move it either; the form says what that means.
  let later = robot(every: 2).type("⏎42026-12-28⏎")
  #expect(later.shows("ulige uger"))
  later.type("6")
  #expect(later.patterns.last?.from == date("2026-12-28") && weeks(later) == [2, 4, 6, 8])
  // Every third week: 11, 14 … 53, 3 …
  let third = robot(every: 3)
  #expect(weeks(third) == [3, 6])
  third.type("⏎")
  #expect(third.shows("hver 3. uge fra uge 3"))
  third.type("2/jernurt⏎6")
  #expect(third.patterns.last?.spans.first?.buddy == "PRE" && weeks(third) == [3, 6])
  // Who chooses another rhythm gets it from the first day on.
  third.type("⏎55")
  #expect(third.shows("ulige uger"))
}
