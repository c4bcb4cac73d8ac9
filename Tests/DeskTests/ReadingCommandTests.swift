// The commands that print data: the keys other programs rely on, and figures counted another way.
import Foundation
import TestKit
import Testing

@Suite struct ReadingCommandTests {
  @Test func todayHasTheKeysItPromises() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let today = try world.object("i-dag")
    #expect(Set(today.keys) == ["date", "week", "complete", "missing", "gaps", "schools", "handovers"])
    #expect(today["complete"] as? Bool == true)
    #expect(today["date"] as? String == "2026-03-05" && today["week"] as? String == "2026-W10")
    let handovers = try #require(today["handovers"] as? [String: Any])
    #expect(Set(handovers.keys) == ["open", "longWait"])
    let schools = try #require(today["schools"] as? [[String: Any]])
    #expect(schools.map { $0["id"] as? String } == ["GYM", "HHX", "VUC", "SOSU", "EUC", "FGU", "ABS"])
    for school in schools {
      #expect(Set(school.keys) == ["id", "name", "status", "closure", "shifts", "visits"])
      #expect(["open", "covered", "uncovered", "closed"].contains(school["status"] as? String))
      for shift in try #require(school["shifts"] as? [[String: Any]]) {
        #expect(Set(shift.keys) == ["from", "to", "colleague", "buddy", "substitute"])
        let colleague = try #require(shift["colleague"] as? [String: Any])
        #expect(Set(colleague.keys) == ["id", "name", "profession"])
      }
    }
    // The base roster of the demo: Thursday at EUC is Malene with Preben.
    let shift = try #require((schools[4]["shifts"] as? [[String: Any]])?.first)
    #expect((shift["colleague"] as? [String: Any])?["id"] as? String == "MAL")
    #expect((shift["buddy"] as? [String: Any])?["id"] as? String == "PRE")
    #expect(shift["from"] as? String == "09:30" && shift["to"] as? String == "13:30")
    #expect(schools[6]["status"] as? String == "closed")
  }

  @Test func aBreakHasAName() throws {
    var world = try CommandWorld()
    defer { world.remove() }
    world.now = "2026-04-03T10:00"
    let schools = try #require(try world.object("i-dag")["schools"] as? [[String: Any]])
    let closure = try #require(schools[0]["closure"] as? [String: Any])
    // 3 April 2026 is Good Friday, inside the Easter break; the holiday by law goes first.
    #expect(closure["kind"] as? String == "holiday" && closure["name"] as? String == "Langfredag")
    world.now = "2026-03-30T10:00"
    let monday = try #require(try world.object("i-dag")["schools"] as? [[String: Any]])
    #expect((monday[0]["closure"] as? [String: Any])?["name"] as? String == "Påskeferie")
  }

  @Test func theCalendarOfAYear() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let calendar = try world.object("kalender", "--år", "2026")
    #expect(Set(calendar.keys) == ["year", "days"] && calendar["year"] as? Int == 2026)
    let days = try #require(calendar["days"] as? [[String: Any]])
    #expect(days.allSatisfy { Set($0.keys) == ["date", "kind", "name", "schools"] })
    func named(_ date: String) -> [String] {
      days.filter { $0["date"] as? String == date }.compactMap { $0["name"] as? String }
    }
    #expect(named("2026-04-05").contains("Påskedag"))
    #expect(named("2026-05-25") == ["2. pinsedag"])
    #expect(named("2026-02-11") == ["Vinterferie"])
    #expect(named("2026-06-05") == ["Grundlovsdag"])
    #expect(days.filter { $0["name"] as? String == "Store bededag" }.isEmpty)
    let holidays = days.filter { $0["kind"] as? String == "holiday" }
    #expect(holidays.count == 10)
  }

  @Test func weeklyFiguresAgreeWithTheRawLines() throws {
    let world = try CommandWorld(visits: 300, weeks: 6)
    defer { world.remove() }
    let figures = try world.object("tal", "--uge", "2026-W09")
    #expect(
      Set(figures.keys) == [
        "week", "monday", "final", "edition", "revised", "complete", "missing", "gaps", "schools", "total",
        "late",
      ])
    #expect(figures["monday"] as? String == "2026-02-23" && figures["final"] as? Bool == true)
    let gone = try Set(world.bodies("void", stream: "visits").compactMap { $0["of"] as? String })
    let week = (23...28).map { "2026-02-\($0)" } + ["2026-03-01"]
    let visits = try world.bodies("visit", stream: "visits").filter { body in
      week.contains(body["day"] as? String ?? "") && !gone.contains(body["id"] as? String ?? "")
    }
    for school in try #require(figures["schools"] as? [[String: Any]]) {
      #expect(
        Set(school.keys) == [
          "id", "status", "openingDays", "staffedDays", "countedDays", "visits", "sparring", "dutyHours",
          "extraDays",
        ])
      let id = school["id"] as? String
      #expect(school["visits"] as? Int == visits.filter { $0["school"] as? String == id }.count)
    }
    let total = try #require(figures["total"] as? [String: Any])
    #expect(total["visits"] as? Int == visits.count && !visits.isEmpty)
    // Five schools every day, FGU on two, Absalon on one.
    #expect(total["openingDays"] as? Int == 28)
    let range = try #require(try world.json("tal", "--uge", "2026-W08..2026-W09") as? [[String: Any]])
    #expect(range.map { $0["week"] as? String } == ["2026-W08", "2026-W09"])
    var earlier = world
    earlier.now = "2026-03-04T11:59"
    #expect(try earlier.object("tal", "--uge", "2026-W09")["final"] as? Bool == false)
  }

  @Test func figuresForASpreadsheet() throws {
    let world = try CommandWorld(visits: 300, weeks: 6)
    defer { world.remove() }
    let csv = try world.run("tal", "--uge", "2026-W07", "--format", "csv").stdout
    #expect(Array(csv.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let lines = csv.dropFirst().split(separator: "\r\n").map(String.init)
    #expect(
      csv.contains(
        "uge;mandag;skole;skolenavn;status;aabningsdage;bemandede_dage;talte_dage;besoeg;sparring;vagttimer\r\n"
      ))
    #expect(lines.contains("2026-W07;2026-02-09;EUC;EUC;Ferie;0;0;0;0;0;0,0"))
    #expect(lines.contains { $0.contains("Mindre skoler") } && !lines.contains { $0.contains("FGU") })
    let all = try world.run("tal", "--uge", "2026-W09", "--format", "csv", "--alle-skoler").stdout
    #expect(all.contains(";FGU;") && !all.contains("Mindre skoler"))
    // Duty follows the roster: five days of four hours.
    #expect(all.contains(";EUC;EUC;endelig;5;") && all.contains(";20,0\r\n"))
  }

  @Test func theRosterOfAWeek() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let roster = try world.object("vagtplan", "--uge", "2026-W11")
    let days = try #require(roster["days"] as? [[String: Any]])
    #expect(days.map { $0["date"] as? String } == (9...13).map { $0 < 10 ? "2026-03-09" : "2026-03-\($0)" })
    let monday = try #require(days[0]["schools"] as? [[String: Any]])
    let shift = try #require((monday[0]["shifts"] as? [[String: Any]])?.first)
    #expect(shift["colleague"] as? String == "ING" && shift["buddy"] as? String == "JON")
  }

  @Test func textIsJudgedLineByLineAndNeverShown() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let result = try world.run("tjek-tekst", input: "010140-5678\nuge 10\n+45 12 34 56 78\n")
    #expect(result.status == 0)
    #expect(result.stdout == "blok\nok\nok\n")
    let young = try world.run("tjek-tekst", "--om-ung", input: "+45 12 34 56 78\n")
    #expect(young.stdout == "blok\n")
  }

  @Test func theDutyLogTellsOfDoors() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    #expect(try world.run("åbn", "--skole", "EUC", "--som", "MAL").status == 0)
    let log = try world.run("log", "--siden", "2026-03-05")
    #expect(log.status == 0)
    #expect(log.stdout.contains("10.12") && log.stdout.contains("Døren åbnet"))
    #expect(log.stdout.contains("Malene Smedelyng"))
  }
}
