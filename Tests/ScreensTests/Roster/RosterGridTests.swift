// The week on the screen: who has the door, marks, names of breaks, and going from week to week.

import Canvas
import Domain
import Screens
import TestKit
import Testing

@Test func exceptionsAreMarkedInText() {
  let robot = Robot(World.planned()).press(.escape).type("va1j")
  #expect(robot.cursorLine.contains(">Preben J. *"))
  robot.size = Size(columns: 140, rows: 40)
  #expect(robot.cursorLine.contains(">Preben Jernurt *"))
  #expect(robot.shows("nederst: makker · * ændret · ! brudt regel"))
  #expect(robot.shows("Ændret af Malene Smedelyng kl. 10.12"))
}

@Test func breaksStandByName() {
  var picture = World.planned()
  picture.documents.calendar = [
    CalendarEntry(
      schoolYear: "2025/26", name: "Vinterferie", kind: .schoolBreak,
      days: DateSpan(from: date("2026-02-07"), to: date("2026-02-15")))
  ]
  let robot = Robot(picture, width: 140).press(.escape).type("vu7⏎")
  #expect(robot.shows("Vagtplan · uge 7, 2026"))
  #expect(robot.glass.line(5).contains("Vinterferie"))
  #expect(robot.text { $0.role == .dim }.contains("Vinterferie"))
  robot.type("u14⏎")
  #expect(robot.shows("Skærtorsdag") && robot.shows("Langfredag"))
}

/// Vinterferie in week 7 at two schools; the others are open.
private func partialBreak() -> FolderPicture {
  var picture = World.planned()
  picture.documents.calendar = [
    CalendarEntry(
      schoolYear: "2025/26", name: "Vinterferie", kind: .schoolBreak,
      days: DateSpan(from: date("2026-02-07"), to: date("2026-02-15")), schools: ["GYM", "HHX"])
  ]
  return picture
}

@Test(arguments: [(60, 20), (80, 24), (140, 40)])
func aBreakOfSomeSchoolsIsGreyedByNameAtEachSize(size: (Int, Int)) {
  let robot = Robot(partialBreak(), width: size.0, height: size.1).press(.escape).type("vu7⏎")
  func row(_ school: String) -> String {
    robot.glass.text.split(separator: "\n").map(String.init).first { $0.hasPrefix(" " + school) } ?? ""
  }
  let isWide = size.0 == 140
  for school in isWide ? ["Det almene gymnasium", "Handelsgymnasiet"] : ["GYM", "HHX"] {
    #expect(row(school).contains("Vinterferie") && !row(school).contains("…"), "\(row(school))")
  }
  #expect(robot.text { $0.role == .dim }.contains("Vinterferie"))
  #expect(row("EUC").contains("Malene") && !row("EUC").contains("Vinterferie"))
  // On any of its days the marked place says it in full, and only that place is marked.
  for _ in 0..<4 { robot.press(.up) }
  robot.press(.left)
  #expect(robot.read.contains(" · ons. 11. feb. · Lukket: Vinterferie"))
  #expect(robot.text { $0.isSelected }.count < size.0 / 4)
}

@Test func aTermAndAMonthNameTheBreakAndItsSchools() {
  let robot = Robot(partialBreak()).press(.escape).type("vu7⏎d")
  #expect(robot.shows("torsdag den 12. februar 2026") && robot.shows("Vinterferie: GYM, HHX"))
  robot.type("⇥")
  #expect(robot.shows("uge 7, 2026") && robot.shows("Vinterferie: GYM, HHX"))
  #expect(robot.cursorLine.contains("Lukket Lukket"))
}

@Test func weekIsTyped() {
  let robot = Robot(World.planned()).press(.escape).type("vu")
  #expect(robot.shows("Hvilken uge?"))
  robot.type("99⏎")
  #expect(robot.shows("Skriv et ugenummer fra 1 til 53."))
  robot.press(.backspace, .backspace).type("53⏎")
  #expect(
    robot.shows("Vagtplan · uge 53, 2026") && robot.shows("EUC · tors. 31. dec. · Lukket: Nytårsaftensdag"))
  robot.type("u2025-W42⏎")
  #expect(robot.shows("Vagtplan · uge 42, 2025"))
  robot.type("u⎋")
  #expect(robot.shows("Vagtplan · uge 42, 2025"))
}

@Test func moreSchoolsThanRowsScroll() {
  var picture = World.planned()
  picture.documents.schools += (1...20).map { number in
    School(
      id: School.ID("S\(number)"), name: "Skole \(number)", opened: date("2020-01-01"),
      hours: [OpeningHours(weekday: .thursday, span: World.hours)])
  }
  for (width, height) in [(60, 20), (80, 24), (140, 24)] {
    let robot = Robot(picture, width: width, height: height).press(.escape).type("v")
    for _ in 0..<26 { robot.press(.down) }
    #expect(robot.shows("Skole 20 · tors. 5. mar."))
    #expect(robot.glass[robot.glass.cursor.row, robot.glass.cursor.column].text == ">")
    #expect(robot.shows("27/27"), "\(width)×\(height)")
    for _ in 0..<26 { robot.press(.up) }
    #expect(!robot.shows("27/27") && robot.shows("/27"), "\(width)×\(height)")
  }
}

@Test func everyRuleHasItsSentenceOnTheScreen() {
  var picture = World.planned([
    // Malene is planned at two doors, and VUC's makker Preben has EUC himself.
    World.change(1, [DutySpan(colleague: "PRE", buddy: "ALI", hours: World.hours)], by: "LON", at: "08:00"),
    .cell(
      CellChange(
        id: World.id(2), after: .zero, asked: nil, at: UTCTime(seconds: 10), by: "LON", cause: .plan,
        day: World.day, school: "VUC", spans: [DutySpan(colleague: "ZAH", buddy: "PRE", hours: World.hours)])),
    .cell(
      CellChange(
        id: World.id(3), after: .zero, asked: nil, at: UTCTime(seconds: 10), by: "LON", cause: .plan,
        day: World.day, school: "GYM", spans: [DutySpan(colleague: "AAT", buddy: nil, hours: World.hours)])),
    .cell(
      CellChange(
        id: World.id(4), after: .zero, asked: nil, at: UTCTime(seconds: 10), by: "LON", cause: .plan,
        day: World.day, school: "ABS", spans: [DutySpan(colleague: "HAN", buddy: nil, hours: World.hours)])),
  ])
  for index in picture.documents.colleagues.indices {
    switch picture.documents.colleagues[index].id {
    case "HAN": picture.documents.colleagues[index].weekdays = [.monday]
    case "ALI":
      picture.documents.colleagues[index].away = [DateSpan(from: World.day, to: World.day)]
    case "AAT": picture.documents.colleagues[index].to = date("2026-02-28")
    default: break
    }
  }
  func shown(_ up: Int, _ english: Bool = false) -> String {
    let robot = Robot(picture, language: english ? .english : .danish, width: 140, height: 40)
      .press(.escape).type("v")
    for _ in 0..<abs(up) { robot.press(up > 0 ? .up : .down) }
    return robot.glass.text
  }
  #expect(shown(0).contains("Makkeren Ali Rugmark er væk til og med tors. 5. mar. 2026"))
  #expect(shown(2).contains("Zahra Engkarse har vagt to steder på samme tid: VUC og FGU"))
  #expect(shown(2).contains("Makkeren Preben Jernurt har selv vagt på EUC"))
  #expect(shown(4).contains("Aage Tjørnelykke stoppede lør. 28. feb. 2026"))
  #expect(shown(3).contains("INGEN PÅ VAGT"))
  #expect(
    shown(1).contains("Hanne Bøgeskær arbejder ikke om torsdagen") && shown(1).contains("har ingen makker"))
  #expect(shown(-2).contains("Hanne Bøgeskær har vagt på en lukket dag"))
  #expect(shown(0).contains("regler brudt"))
  #expect(shown(0, true).contains("The buddy Ali Rugmark is away through Thu 5 Mar 2026"))
  #expect(shown(2, true).contains("Zahra Engkarse is in two places at the same time: VUC and FGU"))
  #expect(shown(2, true).contains("The buddy Preben Jernurt is on duty at EUC"))
  #expect(shown(4, true).contains("Aage Tjørnelykke left on Sat 28 Feb 2026"))
  #expect(shown(3, true).contains("NOBODY ON DUTY"))
  #expect(shown(1, true).contains("Hanne Bøgeskær does not work on Thursdays"))
  #expect(shown(1, true).contains("has no buddy"))
  #expect(shown(-2, true).contains("Hanne Bøgeskær is on duty on a closed day"))
  #expect(shown(0, true).contains("rules broken"))
}

@Test func theLoserOfADisagreementIsShownWithBothValues() {
  let robot = Robot(
    World.planned([
      World.change(1, [DutySpan(colleague: "PRE", buddy: nil, hours: World.hours)], by: "LON", at: "09:10"),
      World.change(2, [DutySpan(colleague: "SOF", buddy: nil, hours: World.hours)], by: "JOS", at: "09:12"),
    ]), me: "LON", width: 140, height: 40
  ).press(.escape).type("v")
  #expect(robot.shows("1 uenighed"))
  #expect(
    robot.shows(
      "Uenighed: Sofie Æbelund 9.30–13.30 gælder (Jens Ole Sivkær kl. 9.12); "
        + "Preben Jernurt 9.30–13.30 tabte (Lone Kløvermark kl. 9.10)."))
  #expect(robot.cursorLine.contains("*!"))
  robot.type("l")
  #expect(robot.shows("Lone Kløvermark · Afløser · TABTE til en anden ændring"))
  // Whoever decides again settles it.
  robot.type("⎋a1j")
  #expect(!robot.shows("1 uenighed"))
}

@Test func theLogOfACellTellsWhoMovedIt() {
  let robot = Robot(World.planned(), me: "LON", width: 140).press(.escape).type("va1jl")
  #expect(robot.shows("Log · EUC, torsdag den 5. marts 2026"))
  #expect(robot.shows("tors. 5. mar. 2026 kl. 10.12 · Lone Kløvermark · Afløser"))
  #expect(robot.shows("fra Malene Smedelyng (Preben Jernurt) 9.30–13.30 til Preben Jernurt 9.30–13.30"))
  #expect(robot.shows("ukendt · Grundplan"))
}

@Test func leavingAWeekWithHolesNamesThem() {
  let robot = Robot(World.planned(), me: "LON", width: 200).press(.escape).type("v").press(.pageDown)
  #expect(robot.shows("5 huller i uge 10: tors. 5. mar. Handelsgymnasiet, fre. 6. mar."))
  let staff = Robot(World.planned(), width: 200).press(.escape).type("v⎋")
  #expect(!staff.shows("huller:"), "who only looked is not told")
  staff.type("va3⎋")
  #expect(staff.shows("6 huller i uge 10: tors. 5. mar. Handelsgymnasiet, tors. 5. mar. EUC"))
}

@Test func theGridStaysAsItIsWhenHolesAreNamed() {
  let robot = Robot(World.planned(), me: "LON").press(.escape).type("v")
  func schools() -> [Substring] {
    robot.glass.text.split(separator: "\n").compactMap { $0.split(separator: " ").first }
      .filter { ["GYM", "HHX", "VUC", "SOSU", "EUC", "FGU", "ABS", ">EUC"].contains($0) }
  }
  let before = schools()
  robot.press(.pageDown)
  #expect(robot.shows("5 huller i uge 10") && schools().prefix(7) == before.prefix(7), "\(before)")
  #expect(before.starts(with: ["GYM", "HHX", "VUC", "SOSU", "EUC", "FGU", "ABS"]))
}

@Test func fromAWeekWithoutHolesTheNextOneIsMarkedFirst() {
  let full = [("GYM", "AAT"), ("HHX", "ALI"), ("VUC", "CET"), ("SOSU", "HAN")].enumerated().map {
    index, duty in
    Event.cell(
      CellChange(
        id: World.id(UInt64(600 + index)), after: .zero, asked: nil, at: UTCTime(seconds: 10), by: "LON",
        cause: .plan, day: date("2026-03-06"), school: School.ID(duty.0),
        spans: [DutySpan(colleague: Colleague.ID(duty.1), buddy: nil, hours: World.hours)]))
  }
  let thursday = World.change(
    9, [DutySpan(colleague: "MAL", buddy: nil, hours: World.hours)], by: "LON", at: "08:00", cause: .plan)
  var picture = World.planned(full + [thursday])
  picture.ledger.apply(
    .cell(
      CellChange(
        id: World.id(700), after: .zero, asked: nil, at: UTCTime(seconds: 10), by: "LON", cause: .plan,
        day: World.day, school: "HHX", spans: [DutySpan(colleague: "SOF", buddy: nil, hours: World.hours)])),
    origin: World.origin(700))
  let robot = Robot(picture, me: "LON").press(.escape).type("vn")
  #expect(robot.shows("Ingen huller i uge 10 · næste: man. 9. mar. Det almene gymnasium (n igen)"))
  #expect(robot.shows("Vagtplan · uge 11, 2026") && robot.cursorLine.contains("GYM"))
  robot.type("n")
  #expect(robot.shows("Hvem kan træde til?"))
}

@Test func aGapWithASignIsNeverCutEither() {
  for width in [60, 80, 100, 140] {
    let robot = Robot(World.planned(), width: width).press(.escape).type("va3")
    #expect(!robot.glass.line(robot.glass.cursor.row).contains("…"), "\(width)")
    #expect(robot.cursorLine.contains("INGEN"), "\(width)")
  }
}
