// The pages that Vagtplan leads to: own shifts, coverage, fairness, proposal, export.

import Canvas
import Domain
import Screens
import TestKit
import Testing

@Test func ownShiftsOfEightWeeks() {
  let robot = Robot(World.planned()).press(.escape).type("vm")
  // Five days a week but for the closed ones: Maundy Thursday, Good Friday, Easter Monday.
  #expect(
    robot.shows("Mine vagter · uge 10–17, 2026") && robot.shows("Vagter: 37 · timer: 148,0 · som makker: 0"))
  #expect(robot.cursorLine.contains("uge 10 · man. 2. mar.") && robot.cursorLine.contains("EUC"))
  robot.type("4")
  #expect(robot.shows("Vagtplan · uge 10, 2026") && robot.shows("EUC · tors. 5. mar."))
  robot.type("m").press(.right)
  #expect(robot.shows("Mine vagter · uge 18–25, 2026"))
  let buddy = Robot(World.planned(), me: "PRE").press(.escape).type("vm")
  #expect(buddy.cursorLine.hasSuffix("EUC   makker  9.30–13.30 for Malene Smedelyng"))
  #expect(buddy.shows("Vagter: 0 · timer: 0,0 · som makker: 37"))
}

@Test func ownShiftsAreDatedAndKeptApartInEverySize() {
  for width in [60, 80, 140] {
    let robot = Robot(World.planned(), width: width, height: 40).press(.escape).type("vm")
    robot.press(.down, .down, .down, .down, .down, .down, .down, .down)
    #expect(robot.cursorLine.contains("tors. 12. mar."), "\(width): \(robot.cursorLine)")
    #expect(robot.read.contains("Vagt 9.30–13.30 med Preben Jernurt"), "\(width)")
  }
}

@Test func coverageTellsDatesFromShares() {
  let robot = Robot(World.planned()).press(.escape).type("vd⇥")
  // Five days at EUC, and of the other doors only those of Thursday.
  #expect(robot.cursorLine.hasPrefix(" uge 10  2. mar.  >9 af 28!"))
  #expect(robot.shows("INGEN PÅ VAGT: man. 2. mar. Det almene gymnasium 9.30–13.30"))
  robot.size = Size(columns: 140, rows: 40)
  #expect(robot.cursorLine.contains("5 af 5    1 af 2!"))
}

@Test func coverageOfAMonthAndATerm() {
  let robot = Robot(World.planned()).press(.escape).type("vd")
  #expect(robot.shows("Dækning · marts 2026") && robot.cursorLine.contains("5. 5 af 6!"))
  #expect(robot.shows("INGEN PÅ VAGT: Handelsgymnasiet 9.30–13.30"))
  robot.press(.pageDown)
  #expect(robot.shows("Dækning · april 2026") && robot.shows("Langfredag"))
  robot.press(.pageUp).type("⇥")
  #expect(robot.shows("Dækning · uge 10") == false && robot.shows("Dækning · uge 1 til uge"))
  robot.press(.down, .enter)
  #expect(robot.shows("Vagtplan · uge"))
}

@Test func daysBeforeTheFirstBaseRosterAreNoHoles() {
  let pattern = Event.pattern(
    PatternChange(
      id: World.id(6000), after: .zero, at: UTCTime(seconds: 1), by: nil, from: date("2026-03-16"),
      rhythm: .weekly(from: week("2026-W12")), school: "NY",
      spans: [DutySpan(colleague: "ALI", buddy: nil, hours: World.hours)], weekday: .thursday))
  var picture = World.planned([pattern])
  func school(_ id: School.ID, _ name: String, _ days: [Weekday]) -> School {
    School(
      id: id, name: name, opened: date("2026-01-05"),
      hours: days.map { OpeningHours(weekday: $0, span: World.hours) })
  }
  // EUC has a base roster since 2020, and is open on Mondays only.
  picture.documents.schools = [
    school("EUC", "EUC", [.monday]), school("NY", "Nyskolen", [.thursday, .friday]),
  ]
  let robot = Robot(picture, me: "LON").press(.escape).type("vd")
  #expect(robot.cursorLine.contains("5. –") && robot.shows("Grundplanen er ikke begyndt"))
  #expect(!robot.shows("INGEN PÅ VAGT"))
  robot.press(.down, .down)
  #expect(robot.cursorLine.contains("19. 1 af 1") && robot.shows("Ingen huller"))
  // Nobody has the Friday of that week, and that is a hole.
  robot.press(.right)
  #expect(robot.cursorLine.contains("20. 0 af 1!") && robot.shows("INGEN PÅ VAGT: Nyskolen"))
  robot.type("⇥")
  #expect(robot.cursorLine.contains("2 af 3!"))
  robot.press(.up)
  #expect(robot.cursorLine.contains("1 af 1") && robot.shows("Ingen huller"))
}

@Test func fairnessNamesTheOverloadedAndTheUnused() {
  let robot = Robot(World.planned(), me: "LON").press(.escape).type("vk")
  #expect(robot.cursorLine.contains("Malene Smedelyng") && robot.cursorLine.contains("OVER SIN ANDEL"))
  #expect(robot.shows("INGEN VAGTER"))
  robot.press(.enter)
  #expect(robot.shows("Vagter for Malene Smedelyng"))
  #expect(Robot(World.planned()).press(.escape).type("vk").shows("Det kan kun en koordinator"))
}

@Test func theProposalIsAcceptedHoleByHole() {
  let robot = Robot(World.planned(), me: "LON", width: 140, height: 40).press(.escape).type("vp")
  let rows = robot.glass.text.split(separator: "\n").filter { $0.contains(". mar. ") }.count
  #expect(robot.shows("Forslag · uge 10, 2026") && rows == 5)
  #expect(robot.cursorLine.contains("1 tors. 5. mar. Handelsgymnasiet"))
  robot.type("1")
  #expect(robot.shows("sagt ja?") && robot.cells.isEmpty)
  robot.type("j")
  #expect(robot.cells.map(\.school) == ["HHX"] && robot.shows("Forslag · uge 10, 2026"))
  #expect(robot.cursorLine.contains("1 fre. 6. mar. Det almene gymnasium"))
  robot.type("a")
  #expect(robot.shows("Hvem kan træde til?") && robot.shows("Det almene gymnasium · fre. 6. mar."))
  robot.type("⎋1n")
  #expect(robot.cells.last?.spans == [] && robot.cells.last?.asked != nil)
}

@Test func exportsOfTheWeek() {
  let robot = Robot(World.planned()).press(.escape).type("ve1")
  func files() -> [ExportedFile] {
    robot.requests.lazy.reversed().compactMap { request in
      if case .export(let files, _) = request { files } else { nil }
    }.first ?? []
  }
  #expect(files().map(\.name) == ["vagtplan-2026-W10-EUC.html"])
  // The school's own poster is there already.
  robot.type("e2j")
  #expect(files().count == 7)
  robot.type("e3")
  #expect(files().map(\.name) == ["vagtplan-2026-W10-MAL.ics"])
  robot.type("e4")
  #expect(files().map(\.name) == ["vagtplan-2026-W10.ics"])
  #expect(files().first?.bytes.starts(with: Array("BEGIN:VCALENDAR\r\n".utf8)) == true)
  robot.type("e5")
  #expect(files().map(\.name) == ["vagtplan-2026-W10.csv"])
}
