// A week is ended and revised on the screen by a coordinator, who sees first what becomes of its figures.

import Canvas
import Domain
import TestKit
import Testing

@testable import Screens

/// A folder whose week 8 can be ended: a visit every weekday of it, and one of late.
private func folder(_ later: [Event] = []) -> FolderPicture {
  World.picture(
    visits("EUC", from: "2026-02-16", through: "2026-02-20")
      + visits("EUC", from: "2026-03-04", through: "2026-03-04") + later)
}

extension Robot {
  /// The week records that were saved.
  fileprivate var weeks: [WeekRecord] {
    recorded.compactMap { if case .week(let record) = $0 { record } else { nil } }
  }

  /// The visits of EUC that a record tells of.
  fileprivate func visits(in record: WeekRecord?) -> Int? {
    record?.rows.first { $0.school == "EUC" }?.visits
  }
}

@Suite struct WeekKeysTests {
  @Test func aCoordinatorEndsAWeek() {
    let robot = Robot(folder(), me: "LON").press(.escape).type("tg2026-W08⏎")
    robot.type("r")
    #expect(robot.shows("Skal uge 8, 2026 afsluttes nu?"), "\(robot.glass.text)")
    robot.press(.enter).type("n")
    #expect(robot.weeks.isEmpty, "neither Enter nor no saves")
    robot.type("rj")
    #expect(robot.weeks.count == 1 && robot.visits(in: robot.weeks.first) == 5)
    #expect(robot.shows("Gemt ✓ uge 8, 2026 er afsluttet"), "\(robot.glass.text)")
    robot.type("rj")
    #expect(robot.weeks.count == 1, "nothing has come since")
  }

  @Test func whatCameSinceIsTakenInOnlyAfterALook() throws {
    let robot = Robot(folder(), me: "LON").press(.escape).type("tg2026-W08⏎rj")
    let first = try #require(robot.weeks.first)
    var picture = robot.desk.picture
    let late = visits("EUC", from: "2026-02-18", through: "2026-02-18", each: 3).last
    picture.ledger.apply(
      try #require(late), origin: World.origin(1, writer: "hhx-00000000000000bb"))
    robot.see(picture)
    #expect(robot.shows("Kommet til siden"), "\(robot.glass.text)")
    robot.type("r")
    #expect(robot.shows("Skal det, der er kommet til uge 8, 2026 siden, tages med?"), "\(robot.glass.text)")
    #expect(robot.weeks == [first], "asking saves nothing")
    robot.type("j")
    #expect(robot.weeks.count == 2 && robot.weeks.last?.after == first.id)
    #expect(robot.visits(in: robot.weeks.last) == 6)
    #expect(robot.shows("Gemt ✓ uge 8, 2026 er rettet") && !robot.shows("Kommet til siden"))
  }

  @Test func aWeekIsCountedAnewByTheHoursOfToday() throws {
    let robot = Robot(folder(), me: "LON").press(.escape).type("tg2026-W08⏎o")
    #expect(!robot.shows("tælles forfra efter"), "it has not ended")
    robot.type("rjo")
    #expect(
      robot.weeks.count == 1 && robot.shows("Uge 8, 2026 talt forfra giver de samme tal"))
    var picture = robot.desk.picture
    let euc = try #require(picture.documents.schools.firstIndex { $0.id == "EUC" })
    picture.documents.schools[euc].hours.removeAll { $0.weekday == .friday }
    robot.see(picture)
    #expect(
      robot.weeks.count == 1 && robot.shows("af 28 dage"), "the hours of today change nothing by themselves")
    robot.type("o")
    #expect(robot.shows("Skal uge 8, 2026 tælles forfra"), "\(robot.glass.text)")
    robot.type("j")
    #expect(robot.weeks.count == 2 && robot.visits(in: robot.weeks.last) == 5)
    #expect(robot.shows("af 27 dage"), "\(robot.glass.text)")
  }

  @Test func onlyACoordinatorAndOnlyAWeekThatIsOver() {
    for (me, week) in [("MAL", "2026-W08"), ("LON", "2026-W10")] as [(Colleague.ID, String)] {
      let robot = Robot(folder(), me: me).press(.escape).type("tg\(week)⏎rj")
      #expect(robot.weeks.isEmpty, "\(me) \(week)")
    }
  }
}
