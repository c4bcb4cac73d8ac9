// The form of a school with dates: from when on its hours hold, and its last day; and where it says so.

import Canvas
import Domain
import Resources
import TestKit
import Testing

@testable import Screens

/// Thursday 5 March 2026: the next Monday is the 9th, the first week that is not final begins on the 2nd.
@Suite struct SchoolDateTests {
  private func form(_ field: FieldName, _ change: (inout School) -> Void = { _ in }) -> Robot {
    Robot.form(.schools, at: FieldKey(field), World.editable { change(&$0.schools[0]) })
  }

  @Test func otherHoursHoldFromNextMonday() {
    let robot = form(.days)
    robot.type("123").press(.control("s")).agree()
    let school = robot.saves.last?.schools[0]
    #expect(school?.hours(on: date("2026-03-06")).count == 1, "this Friday is as it was")
    #expect(
      school?.hours(on: date("2026-03-13")) == [] && school?.hours(on: date("2026-03-11")) == [World.hours])
    #expect(school?.hours.filter { $0.since == date("2026-03-09") }.map(\.weekday) == [.thursday, .friday])
  }

  @Test func theDayCanBeChosen() {
    let robot = form(.hours)
    robot.fill("10-12").go(to: FieldKey(.hoursFrom)).fill("1.8.26").press(.control("s")).agree()
    let school = robot.saves.last?.schools[0]
    #expect(school?.hours(on: date("2026-07-31")) == [World.hours])
    #expect(school?.hours(on: date("2026-08-03")).map(\.minutes) == [120])
  }

  @Test(arguments: [("2.3.26", true), ("1.3.26", false), ("5.3.26", true), ("27.2.26", false)])
  func earlierOnlyInWeeksThatAreNotFinal(typed: String, isSaved: Bool) {
    let robot = form(.hours)
    robot.fill("10-12").go(to: FieldKey(.hoursFrom)).fill(typed).press(.control("s")).agree()
    #expect(robot.saves.isEmpty == !isSaved)
    #expect(robot.shows("tidligst 2. mar. 2026: ugerne før er endelige") == !isSaved)
  }

  /// Where nothing of the hours is changed, the day says nothing and is not looked at.
  @Test func withoutOtherHoursTheDayIsOfNoUse() {
    let robot = form(.hoursFrom)
    robot.fill("1.1.20").go(to: FieldKey(.pilot)).type("j").press(.control("s")).agree()
    #expect(robot.saves.last?.schools[0].hours == World.schools[0].hours)
    #expect(robot.saves.last?.schools[0].isPilot == true)
  }

  /// A change that is planned stands in the form, and is moved or taken back there.
  @Test func aPlannedChangeIsMovedAndTakenBack() {
    let plan = { (school: inout School) in
      school.setHours([], on: .friday, from: date("2026-08-03"))
    }
    let shown = form(.hoursFrom, plan)
    #expect(shown.cursorLine.contains("3.8.2026") && shown.shows("ma ti on to –"))
    shown.fill("10.8.26").press(.control("s")).agree()
    #expect(shown.saves.last?.schools[0].hours.compactMap(\.since) == [date("2026-08-10")])
    let back = form(.days, plan)
    back.type("12345").press(.control("s")).agree()
    #expect(back.saves.last?.schools[0].hours == World.schools[0].hours)
  }

  @Test(arguments: [
    (Words.Language.danish, "Gælder fra", "Sidste dag", "Deltager ikke mere siden"),
    (.english, "Holds from", "Last day", "No longer takes part since"),
  ])
  func inBothLanguages(language: Words.Language, from: String, last: String, ended: String) {
    let picture = World.editable { $0.schools[0].closed = date("2026-03-04") }
    let robot = Robot(picture, language: language)
    robot.press(.escape)
    #expect(robot.shows(ended), "\(robot.glass.text)")
    robot.type("+")
    robot.mark("Det almene")
    robot.press(.enter)
    robot.go(to: FieldKey(.hoursFrom))
    #expect(robot.cursorLine.contains(from))
    robot.go(to: FieldKey(.closed))
    #expect(robot.cursorLine.contains(last))
    robot.fill("").press(.control("s")).agree()
    #expect(robot.saves.count == 1 && robot.saves.last?.schools[0].closed == nil)
  }

  @Test func theLastDayIsTyped() {
    let robot = form(.closed)
    robot.fill("26.6.26").press(.control("s")).agree()
    #expect(robot.saves.last?.schools[0].closed == date("2026-06-26"))
    #expect(robot.cursorLine.contains("sidste dag 26. jun. 2026"))
  }

  /// Whoever has ended stands last, and is not among the schools to be chosen.
  @Test func anEndedSchoolIsNowhereToBeChosen() {
    let picture = World.editable { $0.schools[0].closed = date("2026-02-20") }
    let list = Robot.list(.schools, picture)
    let lines = list.glass.text.split(separator: "\n")
    let place = lines.firstIndex { $0.contains("Det almene") }
    #expect(place == lines.firstIndex { $0.contains("Absalon") }.map { $0 + 1 })
    #expect(!Robot(picture).press(.escape).shows("Det almene"))
    #expect(Robot(World.editable()).press(.escape).shows("Det almene"))
    #expect(!Robot(picture).press(.escape).type("v").shows("GYM"))
    #expect(Robot(World.editable()).press(.escape).type("v").shows("GYM"))
  }

  @Test func anIDInAnotherSpellingIsTaken() {
    for typed in ["euc", "ＥＵＣ"] {
      let robot = Robot.form(.schools, isNew: true)
      robot.type("Ny skole").go(to: FieldKey(.id)).fill(typed).press(.control("s"))
      #expect(robot.saves.isEmpty && robot.shows("findes i forvejen"), "\(robot.glass.text)")
    }
  }
}

extension Robot {
  /// Says yes to what a change brings with it, where that is asked.
  @discardableResult fileprivate func agree() -> Robot {
    shows("Vil du gemme?") || shows("Save it?") ? type("j") : self
  }
}
