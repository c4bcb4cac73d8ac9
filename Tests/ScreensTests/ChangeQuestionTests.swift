// What a change brings with it, as a coordinator is told it before saving, in a small and an ordinary
// window and in both languages; and who can be given something.

import Canvas
import Domain
import Resources
import TestKit
import Testing

@testable import Screens

/// A window and a language.
private struct Glass: CustomTestStringConvertible, Sendable {
  var width: Int
  var height: Int
  var language: Words.Language

  static let all = [(60, 20), (80, 24)].flatMap { size in
    [Words.Language.danish, .english].map { Glass(width: size.0, height: size.1, language: $0) }
  }

  var testDescription: String { "\(width)x\(height) \(language)" }

  func says(_ danish: String, _ english: String) -> String { language == .danish ? danish : english }

  /// On the list of a document, as Malene, who is coordinator here.
  func list(_ subject: DocumentSubject, _ picture: FolderPicture = World.editable()) -> Robot {
    let robot = Robot(picture, me: "MAL", language: language, width: width, height: height)
    robot.press(.escape).type("+")
    for _ in 0..<(EntriesState.subjects.firstIndex(of: subject) ?? 0) { robot.press(.tab) }
    return robot
  }

  /// A new entry of the calendar for one day, typed and saved.
  func closing(_ day: String, _ picture: FolderPicture = World.editable()) -> Robot {
    let robot = list(.calendar, picture)
    robot.type("+").type(says("Møde", "Meeting")).press(.down, .down).type(day).press(.down).type(day)
    return robot.press(.control("s"))
  }
}

extension Robot {
  /// What stands on the glass as one line, however it is broken.
  fileprivate var flat: String {
    glass.text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}

@Test(arguments: Glass.all)
private func aClosureNamesTheDutiesItTakes(glass: Glass) {
  let robot = glass.closing("12.3.26")
  #expect(robot.saves.isEmpty && robot.requests.last == .discardTypedKeys)
  #expect(
    robot.flat.contains(glass.says("Vil du gemme? Det fører med sig:", "Save it? This brings with it:")))
  let first = glass.says(
    "Torsdag den 12. marts, Det almene gymnasium: Aage Tjørnelykke mister sin vagt",
    "Thursday 12 March, Det almene gymnasium: Aage Tjørnelykke loses the duty")
  #expect(robot.flat.contains(first), "\(robot.glass.text)")
  let eucs = glass.says(
    "Torsdag den 12. marts, EUC: Malene Smedelyng (makker Preben Jernurt) mister sin vagt",
    "Thursday 12 March, EUC: Malene Smedelyng (buddy Preben Jernurt) loses the duty")
  if !robot.flat.contains(eucs) {
    #expect(robot.flat.firstMatch(of: /og \d andre|and \d more/) != nil, "\(robot.glass.text)")
  }
  robot.press(.enter)
  #expect(robot.saves.isEmpty, "Enter answers nothing")
  robot.type("n")
  #expect(robot.openForm != nil && robot.saves.isEmpty)
  robot.press(.control("s")).type("j")
  #expect(robot.saves.last?.calendar.count == 3 && robot.openForm == nil)
}

@Test(arguments: Glass.all)
private func aLeaverADateOfOpeningAndANameAreAskedAbout(glass: Glass) {
  let leaver = glass.list(.colleagues)
  leaver.mark("Preben")
  leaver.press(.enter).go(to: FieldKey(.to)).type("31.3.26").press(.control("s"))
  #expect(
    leaver.flat.contains(
      glass.says(
        "Malene Smedelyng mister sin makker Preben Jernurt", "Malene Smedelyng loses the buddy Preben Jernurt"
      )
    ), "\(leaver.glass.text)")
  leaver.type("j")
  #expect(leaver.saves.last?.colleague("PRE")?.to == date("2026-03-31"))

  let school = glass.list(.schools).press(.enter).go(to: FieldKey(.opened)).fill("1.4.26").press(
    .control("s"))
  #expect(
    school.flat.contains(glass.says("Aage Tjørnelykke mister sin vagt", "Aage Tjørnelykke loses the duty")),
    "\(school.glass.text)")
  #expect(
    school.flat.contains(glass.says("Uge 10: 28 åbningsdage bliver 23", "Week 10: 28 opening days become 23"))
  )

  let topic = glass.list(.topics)
  topic.mark("Bolig")
  topic.press(.enter).go(to: FieldKey(.danish)).fill("Familie").press(.control("s"))
  #expect(
    topic.flat.contains(
      glass.says(
        "Flere emner hedder Familie: familie, bolig", "Several topics are called Familie: familie, bolig")),
    "\(topic.glass.text)")
}

@Test func whatBringsNothingIsNotAskedAbout() {
  let robot = Glass(width: 80, height: 24, language: .danish).closing("14.3.26")
  #expect(robot.saves.count == 1, "a Saturday has no duty")
}

/// Somebody else took the duty while the question stood: what is agreed to is what is saved.
@Test func whatHasBecomeSomethingElseIsAskedAgain() {
  let robot = Glass(width: 80, height: 24, language: .danish).closing("12.3.26")
  var other = World.editable()
  let cell = CellChange(
    id: World.id(9), after: .zero, asked: nil, at: World.now.utc, by: nil, cause: .substitute,
    day: date("2026-03-12"), school: "GYM",
    spans: [DutySpan(colleague: "ALI", buddy: nil, hours: World.hours)])
  other.ledger.apply(.cell(cell), origin: World.origin(99))
  robot.see(other).type("j")
  #expect(robot.saves.isEmpty && robot.shows("Ali Rugmark mister sin vagt"))
  robot.type("j")
  #expect(robot.saves.count == 1)
}

@Test func deletingNamesWhatItTakes() {
  let special = CalendarEntry(
    schoolYear: "2025/26", name: "Åben lørdag", kind: .special,
    days: DateSpan(from: date("2026-03-14"), to: date("2026-03-14")), schools: ["EUC"], hours: World.hours)
  var picture = World.editable { $0.calendar = [special] }
  let cell = CellChange(
    id: World.id(9), after: .zero, asked: nil, at: World.now.utc, by: nil, cause: .plan,
    day: special.days.from,
    school: "EUC", spans: [DutySpan(colleague: "ALI", buddy: nil, hours: World.hours)])
  picture.ledger.apply(.cell(cell), origin: World.origin(99))
  let robot = Robot.list(.calendar, picture).type("x")
  #expect(robot.shows("Lørdag den 14. marts, EUC: Ali Rugmark mister sin vagt"))
}

@Test func closingADayNamesDutiesMakkereAndSwaps() {
  let robot = Robot(World.picture([World.swapOffer]), me: "LON").press(.escape).type("v")
  robot.press(.pageDown, .pageDown).type("x")
  #expect(robot.shows("Malene Smedelyng (makker Preben Jernurt) 9.30–13.30"), "\(robot.glass.text)")
  let text = robot.glass.text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  #expect(text.contains("Byttet bortfalder: Çetin Havtorn tilbyder Malene Smedelyng"))
}

@Test(arguments: ["MAL", "CET"] as [Colleague.ID])
func aLapsedSwapIsShownToBoth(me: Colleague.ID) {
  var picture = World.picture([World.swapOffer])
  let other = me == "MAL" ? "Çetin Havtorn" : "Malene Smedelyng"
  let lapsed = "Byttet tors. 19. mar. med \(other) er bortfaldet"
  #expect(!Robot(picture, me: me).press(.escape).shows(lapsed))
  picture.documents.calendar = [
    CalendarEntry(
      schoolYear: "2025/26", name: "Møde", kind: .closure,
      days: DateSpan(from: date("2026-03-19"), to: date("2026-03-19")), schools: ["EUC"])
  ]
  let robot = Robot(picture, me: me).press(.escape)
  #expect(robot.shows(lapsed) && !robot.shows("venter på dit svar"))
  robot.type("vm")
  #expect(robot.shows(lapsed), "\(robot.glass.text)")
  robot.type("⎋y")
  #expect(robot.shows("Bortfaldet") && robot.shows("EUC tors. 19. mar.: Lukket: Møde"))
  robot.type("1j")
  #expect(robot.recorded.isEmpty == (me == "MAL"), "only who offered may take it away")
}

// MARK: Who can be given something

@Test func aLeaverOpensNoDoorAndGetsNoDuty() {
  var picture = World.picture()
  picture.documents.colleagues = picture.documents.colleagues.map { old in
    var colleague = old
    if colleague.id == "MAL" { colleague.to = date("2026-03-04") }
    if colleague.id == "YUS" { colleague.from = date("2026-09-01") }
    return colleague
  }
  let robot = Robot(picture).press(.escape).type("d")
  #expect(robot.recorded.isEmpty && robot.shows("Malene Smedelyng stoppede ons. 4. mar. 2026"))
  let form = Robot(picture, me: "LON").press(.escape).type("vg⏎1/yusuf⏎6")
  #expect(form.recorded.isEmpty && form.shows("Yusuf Ålegård begynder først"), "\(form.glass.text)")
}

/// The receiver's last day was changed while the consent stood open, and midnight passed over the agreed day.
@Test func anOfferAsksTheRulesWhenItIsMade() {
  var picture = World.picture()
  let robot = Robot(picture).press(.escape).type("b1g1")
  guard case .consent(let state) = robot.desk.screens.current else {
    Issue.record("no consent")
    return
  }
  for place in picture.documents.colleagues.indices
  where picture.documents.colleagues[place].id == state.receiver.colleague.id {
    picture.documents.colleagues[place].to = date("2026-03-04")
  }
  robot.see(picture).type("j")
  #expect(robot.recorded.isEmpty && robot.shows("kan ikke vælges"))
}

@Test func handoversOfWhoHasLeftStandUnderSkalVidere() {
  var picture = World.withHandovers()
  #expect(!Robot(picture, me: "LON").press(.escape).type("o").shows("Skal videre"))
  for place in picture.documents.colleagues.indices where picture.documents.colleagues[place].id == "AAT" {
    picture.documents.colleagues[place].to = date("2026-03-04")
  }
  let robot = Robot(picture, me: "LON").press(.escape).type("o")
  let lines = robot.glass.text.split(separator: "\n").map(String.init)
  let heading = lines.firstIndex { $0.contains("Skal videre") }
  #expect(heading.map { lines[$0 + 1].contains("Aage ▸ Malene") } == true, "\(robot.glass.text)")
  #expect(robot.shows("Holdes af andre"))
  #expect(!Robot(picture, me: "PRE").press(.escape).type("o").shows("Skal videre"), "coordinators only")
}
