// A visit in three keys, the receipt, and visits of another day.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private func visits(_ robot: Robot) -> [Visit] {
  robot.recorded.compactMap { event in
    if case .visit(let visit) = event { return visit }
    return nil
  }
}

@Test(arguments: [
  ("1", "trivsel"), ("2", "familie"), ("4", "bolig"), ("5", "forkert-hylde"), ("k", "konflikt"),
  ("a", "andet"), ("⏎", "ikke-oplyst"),
])
func eachTopicHasItsKey(key: String, code: String) {
  let robot = Robot().press(.escape).type("b\(key)⏎")
  #expect(visits(robot).map(\.topic.text) == [code])
  #expect(visits(robot).map(\.outcome) == [.doneHere])
}

@Test(arguments: [
  ("⏎", "talt", "Talt færdig her"), ("m", "kontakt", "Fik kontakten med"),
  ("u", "fagsystem", "Videre i fagsystem"), ("r", "igen", "Kommer igen"),
  ("x", "intet", "Intet tilbud passede"), ("w", "gik", "Gik før samtalen"),
])
func eachOutcomeHasItsKey(key: String, code: String, label: String) {
  let robot = Robot().press(.escape).type("b4\(key)")
  #expect(visits(robot).map(\.outcome.rawValue) == [code])
  #expect(robot.shows("Udfald          \(label)"))
}

@Test func threeKeysAreStoredAndNothingElse() {
  let robot = Robot().press(.escape).type("b4⏎")
  let stored = visits(robot)
  #expect(stored.count == 1 && robot.recorded.count == 1)
  #expect(stored.first?.day == World.day && stored.first?.school == "EUC" && stored.first?.isLate == false)
  #expect(
    (3...12).map(robot.glass.line) == [
      "   Gemt ✓", "", "   Skole           EUC", "   Dag             torsdag den 5. marts 2026",
      "   Emne            Bolig", "   Udfald          Talt færdig her", "",
      "   Intet andet er gemt. f fortryder, Esc fører videre.", "",
      "   Talt nu         EUC: 1 besøg",
    ])
  #expect(robot.glass[3, 3].style == .good)
}

@Test func receiptLeadsOnWithTheNextKey() {
  let robot = Robot().press(.escape).type("b4⏎b2m")
  #expect(visits(robot).map(\.topic.text) == ["bolig", "familie"])
  #expect(robot.shows("EUC: 2 besøg"))
  robot.type("⎋")
  #expect(robot.cursorLine.hasSuffix("2 Bemandet"))
}

@Test func formShowsAllThatWillBeStored() {
  let robot = Robot().press(.escape).type("b")
  #expect(robot.shows("Besøg: hvad handlede samtalen mest om?"))
  #expect(robot.shows("Det gemmes: dagen, skolen, emnet og hvordan det endte."))
  #expect(robot.shows("Kommer to sammen, er det ét besøg."))
}

@Test func escapeIsOneStepBack() {
  let robot = Robot().press(.escape).type("b4⎋")
  #expect(robot.shows("hvad handlede samtalen mest om?"))
  robot.press(.escape)
  #expect(robot.shows("Vagt i dag"))
  #expect(robot.recorded.isEmpty)
}

@Test func keysThatMeanNothingStoreNothing() {
  let robot = Robot().press(.escape).type("b4yæ8+").press(.up, .tab, .end)
  #expect(robot.recorded.isEmpty)
  #expect(robot.shows("Besøg: hvordan endte det?"))
}

@Test func otherDayIsMarkedLate() {
  let robot = Robot().press(.escape).type("bd")
  #expect(robot.glass.line(3).hasSuffix("Tælles ons. 4. mar."))
  robot.type("4⏎")
  #expect(visits(robot).first?.day == date("2026-03-04"))
  #expect(visits(robot).first?.isLate == true)
  #expect(robot.shows("onsdag den 4. marts 2026 (talt senere)"))
}

@Test func otherDaysEndWhereTheWeekIsFinal() {
  // Thursday: last week is final since Wednesday noon, so Monday to Wednesday are left.
  let robot = Robot().press(.escape).type("bddd")
  #expect(robot.glass.line(3).hasSuffix("Tælles man. 2. mar."))
  robot.type("d")
  #expect(!robot.shows("Tælles"))
  // Wednesday morning: all of last week can still be counted.
  let early = Robot(now: World.moment("2026-03-04", "11:59")).press(.escape).type("bddd")
  #expect(early.glass.line(3).hasSuffix("Tælles fre. 27. feb."))
}

@Test func otherDaySkipsDaysOnWhichTheSchoolIsClosed() {
  let robot = Robot(me: "ZAH", school: "FGU").press(.escape).type("bd")
  #expect(robot.glass.line(3).hasSuffix("Tælles tirs. 3. mar."))
}

@Test func visitNeedsASchoolButNobody() {
  let nowhere = Robot(me: nil, school: nil).press(.escape, .escape).type("b")
  #expect(nowhere.shows("Vælg først en skole: w"))
  let nobody = Robot(me: nil, school: "HHX").press(.escape, .escape).type("b4⏎")
  #expect(visits(nobody).map(\.school) == ["HHX"])
  nobody.type("b4g")
  #expect(nobody.shows("Nogen skal holde overdragelsen."))
  #expect(visits(nobody).count == 1)
}

@Test func typedAheadKeysRunThroughTheFlow() {
  let robot = Robot().press(.escape).type("b⏎⏎b1xb5g1n")
  #expect(visits(robot).map(\.outcome) == [.doneHere, .nowhere, .contactGiven])
  #expect(!robot.requests.contains(.discardTypedKeys))
}

@Test func manyTopicsLeaveRoomForEachOther() {
  var picture = World.picture()
  picture.documents.topics = (1...26).map { number in
    Topic(
      id: Topic.ID("t\(number)"), key: Character(UnicodeScalar(96 + UInt8(number))),
      label: Label(danish: "Emne nummer \(number)", english: ""), professions: [])
  }
  let robot = Robot(picture, width: 60, height: 20).press(.escape).type("b")
  let lines = (0..<20).map(robot.glass.line)
  for number in [1, 9, 14, 22] { #expect(lines.contains { $0.contains("Emne nummer \(number)") }) }
  #expect(!lines.contains { $0.contains("Emne") && $0.contains("gemmes") })
}
