// Forslag for a whole term on the screen: accepted one by one or all at once, changed, and what stays and why.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private func coordinator(_ picture: FolderPicture = World.planned()) -> Robot {
  Robot(picture, me: "LON", width: 140, height: 40).press(.escape)
}

private func holes(_ robot: Robot, through day: String) -> Int {
  robot.desk.picture.roster.holes(in: DateSpan(from: World.day, to: date(day))).count
}

@Test func theTermIsProposedFromTodayOn() {
  let robot = coordinator().type("vp⇥")
  #expect(robot.shows("Forslag · uge 1 til uge 31, 2026"))
  #expect(robot.cursorLine.contains("1 tors. 5. mar. Handelsgymnasiet"))
  let term = holes(robot, through: "2026-08-02")
  #expect(term > 100)
  let words = robot.glass.text.split(separator: " ")
  guard let at = words.firstIndex(of: "kan"), let fills = Int(words[at - 1]),
    let unfilled = Int(words[at + 2])
  else {
    Issue.record("no sum: \(robot.glass.text)")
    return
  }
  #expect(fills + unfilled == term)
  // The same roster gives the same proposal, and Tab leads back to the week.
  #expect(coordinator().type("vp⇥").glass == robot.glass)
  #expect(robot.type("⇥").shows("Forslag · uge 10, 2026"))
}

@Test func theWholeProposalIsOneQuestionOneActAndOneUndo() {
  let robot = coordinator()
  let before = holes(robot, through: "2026-08-02")
  robot.type("vp⇥g")
  #expect(
    robot.shows("Har alle sagt ja?") && robot.shows("tors. 5. mar. Handelsgymnasiet: ") && robot.shows("… og")
  )
  robot.type("n")
  #expect(robot.recorded.isEmpty && robot.shows("Forslag · uge 1 til uge 31, 2026"))
  robot.type("gj")
  let cells = robot.cells
  #expect(cells.count > 100 && Set(cells.map(\.cause)) == [.plan])
  #expect(robot.shows("Gemt ✓ \(cells.count) vagter er skrevet i vagtplanen"))
  #expect(holes(robot, through: "2026-08-02") == before - cells.count)
  let clashes = robot.desk.picture.roster.faults(in: DateSpan(from: World.day, to: date("2026-08-02")))
    .filter(\.isClash)
  #expect(clashes.isEmpty, "free of clashes")
  #expect(robot.shows("Der er ingen huller at fylde"))
  robot.type("f")
  #expect(robot.shows("Fortrudt ✓ \(cells.count) vagter er som før"))
  #expect(holes(robot, through: "2026-08-02") == before)
}

@Test func holesThatNobodyCanTakeSayWhy() {
  var picture = World.planned()
  for index in picture.documents.colleagues.indices where picture.documents.colleagues[index].id != "MAL" {
    picture.documents.colleagues[index].away = [DateSpan(from: World.day, to: date("2026-12-31"))]
  }
  let robot = coordinator(picture).type("vp⇥")
  #expect(robot.shows("0 kan fyldes"))
  #expect(robot.cursorLine.contains("INGEN") && robot.cursorLine.contains("er væk til og med tors. 31. dec."))
  #expect(robot.type("g").shows("Der er ingen huller at fylde"))
}

@Test func choosingAnotherMakesTheRestAnewWhereItWouldClash() {
  let robot = coordinator().type("vp").press(.down)
  // Whoever is proposed for the second hole of Friday takes the first one.
  let rows = robot.glass.text.split(separator: "\n").map(String.init)
  guard let second = rows.first(where: { $0.contains("3 fre. 6. mar.") }),
    let name = robot.desk.picture.documents.colleagues.map(\.name).first(where: second.contains)
  else {
    Issue.record("no second hole: \(robot.glass.text)")
    return
  }
  robot.type("a/\(name)⏎j")
  #expect(robot.shows("Forslag · uge 10, 2026"))
  let left = robot.glass.text.split(separator: "\n").filter { $0.contains("fre. 6. mar.") }
  #expect(!left.isEmpty && !left.contains { $0.contains(name) })
}

@Test func aProposalThatIsOutOfDateIsMadeAnew() {
  let robot = coordinator().type("vpg")
  let other = World.planned([
    .cell(
      CellChange(
        id: World.id(3), after: .zero, asked: nil, at: World.moment("2026-03-05", "10:11").utc, by: "JOS",
        cause: .plan, day: World.day, school: "HHX",
        spans: [DutySpan(colleague: "PRE", buddy: nil, hours: World.hours)]))
  ])
  robot.see(other).type("j")
  #expect(robot.recorded.isEmpty && robot.shows("Vagtplanen er ændret imens. Her er et nyt forslag."))
  #expect(!robot.shows("tors. 5. mar. Handelsgymnasiet"))
}
