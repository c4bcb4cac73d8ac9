// I dag: what is said of each door, and what is never said where students can see it.

import Canvas
import Domain
import Resources
import TestKit
import Testing

private func tick(_ number: UInt64, _ school: School.ID) -> Tick {
  Tick(id: World.id(number), day: World.day, school: school)
}

private func line(_ school: String, _ robot: Robot) -> String {
  robot.glass.text.split(separator: "\n").map(String.init).first { $0.contains(school) } ?? ""
}

@Test func morningShowsEverySchoolAndItsDoor() {
  let robot = Robot().press(.enter)
  #expect(
    (3...10).map(robot.glass.line) == [
      "   Skole                   Vagt i dag         Tid         Besøg Status",
      "   Det almene gymnasium    Aage Tjørnelykke   9.30–13.30      – Ikke åbnet",
      "   Handelsgymnasiet        –                  9.30–13.30      – INGEN PÅ VAGT",
      "   VUC                     Çetin Havtorn      9.30–13.30      – Ikke åbnet",
      "   SOSU-skolen             Hanne Bøgeskær     9.30–13.30      – Ikke åbnet",
      " > EUC                     Malene Smedelyng   9.30–13.30      – Åben",
      "   FGU                     Zahra Engkarse     9.30–13.30      – Ikke åbnet",
      "   Absalon (sygeplejerske) –                                  – Lukket",
    ])
  #expect(robot.shows("Makker Preben Jernurt · Lærerpause 11.30–11.50"))
  #expect(robot.shows("Næste åbningsdag: fre. 6. mar.: INGEN PÅ VAGT"))
}

@Test func gapIsAnAlarmAndClosedIsCalm() {
  let glass = Robot().press(.escape).glass
  #expect(glass[5, 64].style == .alarm)
  #expect(glass[10, 64].style == .dim)
  #expect(glass[8, 3].style == .strong)
  #expect(glass[8, 1].text == ">" && glass.cursor == Point(column: 1, row: 8))
}

@Test func statusFollowsTheClock() {
  func status(_ time: String, _ events: [Event] = []) -> String {
    let robot = Robot(World.picture(events), me: "AAT", now: World.moment("2026-03-05", time))
    return line("VUC", robot.press(.escape))
  }
  #expect(status("08:00").hasSuffix("–  Åbner 9.30") || status("08:00").hasSuffix("– Åbner 9.30"))
  #expect(status("09:30").hasSuffix("– Ikke åbnet"))
  #expect(status("10:00", [.sparring(tick(1, "VUC"))]).hasSuffix("– Bemandet"))
  #expect(status("14:00", [.zero(tick(1, "VUC"))]).hasSuffix("0 Slut for i dag"))
  #expect(status("14:00").hasSuffix("– IKKE TALT"))
}

@Test func closureIsNamed() {
  var picture = World.picture()
  picture.documents.calendar = [
    CalendarEntry(
      schoolYear: "2025/26", name: "Vinterferie", kind: .schoolBreak,
      days: DateSpan(from: date("2026-03-02"), to: date("2026-03-08")))
  ]
  let robot = Robot(picture).press(.escape)
  #expect(line("VUC", robot).hasSuffix("Lukket: Vinterferie"))
  robot.size = Size(columns: 60, rows: 20)
  #expect(line("VUC", robot).hasSuffix("Lukket: Vinterferie"))
}

@Test func lawfulHolidayIsNamedInTheChosenLanguage() {
  let holiday = World.moment("2026-04-02", "10:00")
  #expect(line("VUC", Robot(now: holiday).press(.escape)).hasSuffix("Lukket: Skærtorsdag"))
  let english = Robot(now: holiday, language: .english).press(.escape)
  #expect(line("VUC", english).hasSuffix("Closed: Maundy Thursday"))
}

@Test func substituteIsMarkedAndTheAskedOneIsNotShown() {
  func cell(_ spans: [DutySpan], asked: Colleague.ID?) -> Event {
    .cell(
      CellChange(
        id: World.id(5), after: .zero, asked: asked, at: World.now.utc, by: "LON",
        cause: asked == nil ? .substitute : .absent, day: World.day, school: "VUC", spans: spans))
  }
  let span = DutySpan(colleague: "SOF", buddy: nil, hours: World.hours)
  let stands = Robot(World.picture([cell([span], asked: nil)])).press(.escape)
  #expect(line("VUC", stands).contains("Sofie Æbelund *"))
  #expect(stands.shows("* afløser i dag"))
  let asked = Robot(World.picture([cell([], asked: "SOF")])).press(.escape)
  #expect(line("VUC", asked).hasSuffix("INGEN PÅ VAGT (spurgt)"))
  #expect(!asked.shows("Sofie") && !asked.shows("Çetin"))
  asked.size = Size(columns: 60, rows: 20)
  #expect(line("VUC", asked).hasSuffix("INGEN PÅ VAGT (spurgt)"))
}

@Test func countStaysReadableBesideAGap() {
  let cell = CellChange(
    id: World.id(5), after: .zero, asked: "SOF", at: World.now.utc, by: "LON", cause: .absent,
    day: World.day, school: "VUC", spans: [])
  let robot = Robot(World.picture([.cell(cell), .zero(tick(6, "VUC"))])).press(.escape)
  #expect(line("VUC", robot).hasSuffix("0 INGEN PÅ VAGT"))
}

@Test func noTopicAndNoReceiverEverStandsOnToday() {
  for language in Words.Language.allCases {
    let robot = Robot(World.withHandovers(), language: language).press(.enter)
    robot.type("b4⏎⎋b2g1j⎋o3t⎋⎋f")
    robot.press(.escape, .escape, .escape)
    #expect(robot.shows(Words(language)("today.duty")))
    let topics = World.documents.topics.flatMap { [$0.label.danish, $0.label.english] }
    for text in topics + ["Birgitte", "▸", "→"] { #expect(!robot.shows(text), "\(text)") }
  }
}

@Test func waitingHandoversAreCountedAndNotNamed() {
  let robot = Robot(World.withHandovers()).press(.escape)
  #expect(robot.shows("2 overdragelser venter på dit svar: tryk o"))
  #expect(robot.glass.line(1).hasSuffix("Du holder 1"))
}

@Test func wideWindowShowsTheComingSchoolDays() {
  let robot = Robot(width: 140, height: 40).press(.escape)
  #expect(robot.shows("De næste dage: EUC"))
  #expect(robot.shows("tors. 12. mar. Malene Smedelyng"))
  #expect(!robot.shows("lør. 7. mar."))
  #expect(robot.glass.line(4).contains("fre. 6. mar.   INGEN PÅ VAGT"))
}

@Test func ownSchoolIsSeenAmongMany() {
  var picture = World.picture()
  let copies = (1...30).map { number in
    School(
      id: School.ID("S\(number)"), name: "Skole \(number)", opened: date("2020-01-01"),
      hours: [OpeningHours(weekday: .thursday, span: World.hours)])
  }
  picture.documents.schools = copies + World.schools
  let robot = Robot(picture, width: 60, height: 20).press(.escape)
  #expect(robot.cursorLine.hasPrefix(" > EUC"))
  #expect(robot.shows("skoler mere"))
  robot.type("t")
  #expect(robot.cursorLine.hasPrefix(" > EUC"))
  robot.type("⎋v")
  #expect(robot.cursorLine.contains("EUC"))
}
