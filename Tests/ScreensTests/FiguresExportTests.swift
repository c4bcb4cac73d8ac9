// Tal beside the work: weeks that are read first, files that are written, a period that is released.

import Canvas
import Domain
import TestKit
import Testing

@testable import Screens

private func text(_ robot: Robot, _ name: String) -> String {
  String(decoding: robot.exported.first { $0.name == name }?.bytes ?? [], as: UTF8.self)
}

@Suite struct FiguresExportTests {
  // MARK: Reading

  @Test func olderWeeksAreReadBesideTheWork() throws {
    let whole = coordinator({ $0.releases = [released(lastQuarter)] }).desk.picture
    let robot = coordinator({ picture in
      picture = World.picture()
      picture.releases = [released(lastQuarter)]
      picture.visitsFrom = week("2026-W07")
    }).type("t")
    #expect(robot.requests.isEmpty, "the weeks at hand are read already")
    robot.type("k")
    #expect(robot.shows("Læser ældre uger …"))
    let wanted = try #require(robot.requests.last)
    guard case .read(let weeks) = wanted else { return #expect(Bool(false), "\(wanted)") }
    #expect(weeks.contains(week("2025-W39")) && weeks.contains(week("2026-W01")))
    robot.press(.down, .up)
    #expect(robot.requests.count == 1, "they are asked for once")
    robot.answer(.read(whole), to: wanted)
    #expect(robot.glass.text.contains(/Besøg +65/))
    // A quarter of the same school year is there already; another year is not.
    robot.press(.right)
    #expect(!robot.shows("Læser") && robot.requests.count == 1)
    robot.type("g2023-Q4⏎")
    #expect(robot.shows("Læser") && robot.requests.count == 2)
  }

  @Test func whatCannotBeReadIsSaidAndNotAskedForAgain() throws {
    let robot = coordinator({ $0.visitsFrom = week("2026-W07") }).type("tk")
    let wanted = try #require(robot.requests.last)
    robot.answer(.failed(.inputOutput(call: "open", path: "/srv/log", code: 5)), to: wanted)
    #expect(robot.shows("Ugerne kunne ikke læses"))
    robot.wait(until: World.later(minutes: 1))
    #expect(robot.requests.count == 1)
    #expect(robot.desk.picture.readOnly == nil, "reading is not saving")
  }

  @Test func oldWeeksAreReadAgainWhenTheFolderChanges() throws {
    let robot = coordinator({ $0.visitsFrom = week("2026-W07") }).type("tk")
    let wanted = try #require(robot.requests.last)
    robot.answer(.read(coordinator().desk.picture), to: wanted)
    var news = robot.desk.picture
    news.faults = 1
    robot.see(news)
    #expect(robot.requests == [wanted, wanted] && !robot.shows("Læser"), "the old ones stay on the glass")
    robot.type("⎋")
    news.faults = 2
    robot.see(news)
    #expect(robot.requests.count == 2)
  }

  // MARK: Files

  @Test func threeKeysExportTheWeek() {
    let robot = coordinator({ picture in
      picture.documents.settings.exportFolderShown = "U:\\Elevtjenesten"
    }).type("tue")
    #expect(
      robot.exported.map(\.name) == [
        "ugetal-2026-W10.csv", "ugerapport-2026-W10.html", "ugerapport-2026-W10.txt",
      ])
    #expect(robot.shows("Gemt ✓ U:\\Elevtjenesten\\ugetal-2026-W10.csv og 2 til"))
    #expect(text(robot, "ugerapport-2026-W10.html").contains("<h1>Ugerapport · uge 10, 2026</h1>"))
  }

  @Test func threeKeysExportTheLatestReleasedQuarterEvenBeforeItIsRead() throws {
    let robot = coordinator({ picture in
      picture.releases = [released(.quarter(year: 2025, number: 2)), released(lastQuarter)]
      picture.visitsFrom = week("2026-W07")
    }).type("tke")
    #expect(robot.exported.isEmpty)
    let wanted = try #require(robot.requests.last)
    robot.answer(.read(coordinator().desk.picture), to: wanted)
    #expect(
      robot.exported.map(\.name) == [
        "kvartalstal-2025-Q4.csv", "kvartalsrapport-2025-Q4.html", "kvartalsrapport-2025-Q4.txt",
      ])
    let page = text(robot, "kvartalsrapport-2025-Q4.html")
    #expect(page.contains("10 betyder 6–14") && page.contains("<caption>"))
  }

  /// The screen and the file print the same table.
  @Test func fileSaysWhatTheScreenSays() throws {
    let robot = coordinator({ $0.releases = [released(lastQuarter)] }, width: 140, height: 60).type("tke")
    let page = text(robot, "kvartalsrapport-2025-Q4.html")
    let rows = page.split(separator: "<tr ").filter { $0.contains("<th scope=\"row\"") }
    #expect(rows.count > 15)
    for row in rows {
      // What stands between tags; a bar in the row has no text.
      let cells = row.split(separator: ">").dropFirst().filter { !$0.hasPrefix("<") }
        .compactMap { $0.split(separator: "<").first }.map(String.init)
        .filter { $0.contains { !$0.isWhitespace } }
      let name = try #require(cells.first)
      let line = (0..<60).map(robot.glass.line).first { line in
        line.contains(name) && cells.dropFirst().prefix(1).allSatisfy(line.contains)
      }
      #expect(line != nil || name == "Mindre skoler", "\(cells)")
    }
  }

  @Test func aFileThatIsThereIsReplacedOnlyByAYes() {
    let robot = coordinator().type("tue")
    let before = robot.exported
    robot.type("e")
    #expect(robot.shows("3 filer findes allerede. Skal de erstattes?") && robot.shows("ugetal-2026-W10.csv"))
    #expect(robot.requests.last == .discardTypedKeys)
    robot.press(.enter).type("n")
    #expect(robot.exported == before && robot.shows("Tal · uge 10, 2026"))
    robot.type("ej")
    #expect(robot.exported.count == 3 && robot.shows("Gemt ✓"))
  }

  @Test func aFailedExportLeavesTheDeskAtWork() {
    let robot = Robot(disk: { request in
      if case .export = request { return .failed(.noSpace(path: "/eksport/ugetal-2026-W10.csv")) }
      return .done
    }).press(.escape).type("tue")
    #expect(robot.alarms.contains("IKKE EKSPORTERET: Der er ikke plads på drevet"))
    #expect(robot.desk.picture.readOnly == nil)
  }

  // MARK: Release

  /// The days are the reason for the question: as many lines as they need, where there are as many.
  @Test func allDaysThatNobodyCountedAreNamedWhereThereIsRoom() {
    let tall = coordinator(height: 100).type("tkp")
    let asked = tall.glass.text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
    #expect(asked.contains("VUC: 62 dage ikke talt (man. 29. sep., tirs. 30. sep."))
    #expect(asked.contains("tirs. 23. dec.)") && !asked.contains("…"), "\(asked)")
    let small = coordinator().type("tkp")
    for school in ["Det almene gymnasium", "Handelsgymnasiet", "VUC", "SOSU-skolen"] {
      #expect(small.shows("\(school): 62 dage ikke talt"))
    }
  }

  @Test func aReleaseIsMadeAfterALookAtWhatNobodyCounted() {
    let robot = coordinator().type("tkp")
    #expect(robot.shows("Frigiv 4. kvartal 2025? Det kan ikke fortrydes."))
    // A visit each weekday, three of them on 24, 25 and 26 December.
    #expect(robot.shows("65 besøg. Bemandet 62 af"))
    #expect(robot.shows("og 3 dage uden for åbningstid"))
    // 13 weeks without 24, 25 and 26 December.
    #expect(robot.shows("VUC: 62 dage ikke talt (man. 29. sep., tirs. 30. sep."))
    #expect(robot.requests.last == .discardTypedKeys)
    robot.type("p").press(.enter)
    #expect(!robot.requests.contains(.release(lastQuarter)))
    robot.type("j")
    #expect(robot.requests.last == .release(lastQuarter))
    robot.answer(.released(released(lastQuarter)), to: .release(lastQuarter))
    #expect(robot.shows("Frigivet ✓ 4. kvartal 2025"))
    robot.press(.end)
    #expect(robot.shows("Udfald") || robot.shows("Trin i overdragelser"))
  }

  @Test func aReleaseIsRefusedWithItsReason() {
    #expect(coordinator().type("tp").shows("Vælg først et kvartal"))
    #expect(coordinator().type("tktp").shows("1. kvartal 2026 kan ikke frigives: uge 10, 2026 kan rettes"))
    #expect(coordinator().type("tkg2025-Q3⏎p").shows("0 besøg er færre end 50"))
    #expect(
      coordinator({ $0.releases = [released(lastQuarter)] }).type("tkp")
        .shows("4. kvartal 2025 er frigivet. Det sker kun én gang."))
    let other = Robot(coordinator().desk.picture).press(.escape).type("tkp")
    #expect(other.shows("Det kan kun en koordinator"))
    let halfRead = coordinator({ $0.gaps = [.unreadLog("log/euc-1111111111111111")] }).type("tkp")
    #expect(
      halfRead.shows("log/euc-1111111111111111 kan ikke læses") && halfRead.shows("hvorfor), og frigiv så."),
      "\(halfRead.glass.text)")
    let broken = coordinator({ $0.gaps = [.brokenDocument(.schools)] }).type("tkp")
    #expect(broken.shows("schools.json er ødelagt"))
    let shut = coordinator().type("tkpj")
    shut.answer(.cannotWrite(.newerFormat(2)), to: .release(lastQuarter))
    #expect(shut.shows("nyere"), "\(shut.glass.text)")
    let late = coordinator().type("tkpj")
    late.answer(.notReleased(.alreadyReleased(lastQuarter)), to: .release(lastQuarter))
    #expect(late.shows("Det sker kun én gang"))
  }
}
