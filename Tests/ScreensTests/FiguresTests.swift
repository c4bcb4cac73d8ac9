// Tal on the glass: weeks, quarters, years and 52 weeks; what is read first; what is exported and released.

import Canvas
import Domain
import TestKit
import Testing

@testable import Screens

/// Visits at a school: that many a weekday from one day through another.
func visits(
  _ school: School.ID, from first: String, through last: String, each: Int = 1
) -> [Event] {
  let start = date(first)
  let days = (0...date(last).days(since: start)).map { start.adding(days: $0) }
    .filter { $0.weekday <= .friday }
  return days.flatMap { day in
    (0..<each).map { index in
      .visit(
        Visit(
          id: RecordID(high: UInt64(day.dayNumber), low: UInt64(index)), day: day, school: school,
          topic: "bolig", outcome: .doneHere))
    }
  }
}

func released(_ period: Period) -> ReleasedFigures {
  func cell(_ code: String, _ count: Int) -> ReleasedCell {
    ReleasedCell(code: code, count: RoundedCount(count: count, base: 5))
  }
  return ReleasedFigures(
    period: period, base: 5, topicsVersion: 1,
    all: ReleasedTable(
      visits: 65, topics: [cell("bolig", 60), cell("familie", 0)],
      outcomes: [cell("talt", 45), cell("guidet", 20), cell("intet", 5)],
      chain: [cell("taget-over-0-1", 10), cell("taget-over-15", 5)]),
    days: .init(opening: 300, staffed: 65, counted: 65))
}

let lastQuarter = Period.quarter(year: 2025, number: 4)

/// A coordinator at EUC, with a visit every weekday of the last quarter of 2025.
func coordinator(
  _ change: (inout FolderPicture) -> Void = { _ in }, width: Int = 80, height: Int = 24
) -> Robot {
  // Somebody has recorded of late, so the clock is believed.
  var picture = World.picture(
    visits("EUC", from: "2025-09-29", through: "2025-12-28")
      + visits("EUC", from: "2026-03-04", through: "2026-03-04"))
  change(&picture)
  return Robot(picture, me: "LON", width: width, height: height).press(.escape)
}

@Suite struct FiguresTests {
  // MARK: Bars

  @Test(arguments: [
    (14, 14, 10, "██████████"), (7, 14, 10, "█████"), (1, 16, 10, "▋"), (1, 1000, 10, "▏"), (0, 14, 10, ""),
    (3, 8, 1, "▍"), (15, 16, 10, "█████████▍"),
  ])
  func barsAreMeasuredInEighths(value: Int, greatest: Int, width: Int, bar: String) {
    #expect(FiguresBars.bar(value, of: greatest, width: width, isASCII: false) == bar)
  }

  @Test func barsArePlainWhereTheTerminalIs() {
    let robot = Robot(World.picture(visits("EUC", from: "2026-03-02", through: "2026-03-05", each: 3)))
      .press(.escape).type("t")
    #expect(robot.cursorLine.contains(String(repeating: "█", count: 10) + " "))
    robot.isASCII = true
    #expect(
      robot.cursorLine.contains(String(repeating: "#", count: 10) + " ") && !robot.glass.text.contains("█"))
  }

  // MARK: Weeks

  @Test func anyWeekIsReachedByArrowsOrByItsNumber() {
    let robot = coordinator().type("t")
    #expect(robot.shows("Tal · uge 10, 2026 · 2. marts – 8. marts 2026"))
    robot.press(.left, .left)
    #expect(robot.shows("Tal · uge 8, 2026"))
    robot.type("g2025-W45⏎")
    #expect(robot.shows("Tal · uge 45, 2025") && robot.cursorLine.contains(" 5 "))
    robot.type("g40⏎")
    #expect(robot.shows("Tal · uge 40, 2025"))
    robot.type("t")
    #expect(robot.shows("Tal · uge 10, 2026"))
    robot.type("g99⏎")
    #expect(robot.shows("Skriv en uge, et kvartal eller et skoleår"))
    robot.type("⎋g2025-q4⏎")
    #expect(robot.shows("Tal · 4. kvartal 2025 · uge 40–52, 2025"))
    robot.type("g2024/25⏎")
    #expect(robot.shows("Tal · skoleåret 2024/25"))
  }

  @Test func closedWeeksSayWhyAndUncountedOnesThatNobodyCounted() {
    let robot = coordinator(
      { picture in
        picture.documents.calendar = [
          CalendarEntry(
            schoolYear: "2025/26", name: "Efterårsferie", kind: .schoolBreak,
            days: DateSpan(from: date("2025-10-11"), to: date("2025-10-19")))
        ]
      }
    ).type("tg2025-W42⏎")
    #expect(robot.shows("   VUC                      Lukket: Efterårsferie"))
    robot.type("g2025-W43⏎")
    #expect(robot.shows("Ikke afsluttet: ugen er forbi, men endnu ikke gjort op."))
    let vuc = robot.glass.text.split(separator: "\n").first { $0.contains("VUC") }
    #expect(vuc?.contains("IKKE TALT") == true)
  }

  @Test func missingRecordsMakeAWeekIncomplete() {
    let robot = coordinator({ $0.missingRecords = 2 }).type("t")
    #expect(robot.shows("Ufuldstændig: 2 poster mangler."))
    #expect(robot.text { $0 == .warning }.contains("Ufuldstændig"))
  }

  @Test func openHandoversAreToldByAge() {
    var picture = World.picture(offers: [
      World.offer(1, from: "MAL", to: "CET", on: date("2026-02-02")),
      World.offer(2, from: "MAL", to: "CET", on: date("2026-02-24")),
      World.offer(3, from: "MAL", to: "CET"),
    ])
    picture.documents.settings.longWaitDays = 14
    let robot = Robot(picture).press(.escape).type("t")
    #expect(robot.shows("Venter på svar: 1 højst en uge, 1 over en uge, 1 over 14 dage."))
    #expect(robot.type("k").shows("Åbne overdragelser") == false)
  }

  // MARK: Quarters, years, 52 weeks

  @Test func aQuarterShowsWhatWasReleasedAndNothingElse() {
    let robot = coordinator({ $0.releases = [released(lastQuarter)] }, height: 60).type("tk")
    #expect(robot.shows("Tal · 4. kvartal 2025 · uge 40–52, 2025"))
    #expect(robot.shows("Emner · 4. kvartal 2025") && robot.shows("0–4"))
    #expect(robot.shows("10 betyder 6–14"))
    #expect(robot.shows("Guidet videre, af alle besøg *") && robot.shows("31 %"))
    #expect(robot.shows("Taget over inden 5 dage *") && robot.shows("67 %"))
    robot.press(.left)
    #expect(robot.shows("Tal · 3. kvartal 2025") && robot.shows("ikke frigivet") && !robot.shows("0–4"))
  }

  @Test func goalsStandBesideWhatWasReached() {
    let robot = coordinator({ picture in
      picture.releases = [released(lastQuarter)]
      picture.documents.settings.goals = [
        Settings.Goal(code: "besoeg", target: 60), Settings.Goal(code: "bemandet", target: 95),
        Settings.Goal(code: "intet", target: 5),
      ]
    }).type("tk")
    let lines = robot.glass.text.split(separator: "\n").map { $0.split(separator: " ") }
    func line(_ word: Substring) -> [Substring]? { lines.first { $0.first == word } }
    #expect(line("Besøg") == ["Besøg", "65", "mindst", "60", "Ja"])
    #expect(line("Bemandede")?.suffix(4) == ["mindst", "95", "%", "Nej"])
    #expect(line("Intet")?.suffix(4) == ["5", "højst", "5", "Ja"])
  }

  @Test func aYearOfWeeksHasLastYearBesideIt() {
    let robot = coordinator({ picture in
      for (index, event) in visits("EUC", from: "2024-10-07", through: "2024-10-11", each: 2).enumerated() {
        picture.ledger.apply(event, origin: World.origin(5_000 + index))
      }
    }).type("ta")
    #expect(robot.shows("52 uger · uge 11, 2025 – uge 10, 2026"))
    #expect(robot.shows("I alt 66 besøg; året før 10."))
    let euc = robot.cursorLine
    // 13 weeks of 5 visits, and one, beside one of 10 last year: half as high, and gaps where nothing is known.
    #expect(euc.contains("▅▅▅▅▅▅▅▅▅▅▅▅▅") && euc.hasSuffix(" 66"))
    #expect(!robot.shows("▁"), "a week without a count is no zero")
  }

  @Test func everyLineCanBeScrolledTo() {
    let robot = coordinator({ $0.releases = [released(lastQuarter)] }, width: 60, height: 20).type("tk")
    #expect(!robot.shows("Tilbudt"))
    robot.press(.end)
    #expect(robot.glass.text.contains(/Flere linjer: \d+ ↑ *\n/), "nothing below: \(robot.glass.text)")
    for _ in 0..<60 { robot.press(.up) }
    #expect(robot.glass.text.contains(/Flere linjer: \d+ ↓ *\n/), "nothing above: \(robot.glass.text)")
  }
}
