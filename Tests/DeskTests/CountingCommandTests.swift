// Visits, zeros, sparrings, doors and taking back, through the finished program.
import Foundation
import TestKit
import Testing

@Suite struct CountingCommandTests {
  @Test func aVisitIsOnTheDiskWhenItsIDIsPrinted() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let before = try world.standingVisits()
    let result = try world.run("besøg", "--skole", "EUC", "--emne", "bolig")
    #expect(result.status == 0)
    #expect(result.line.wholeMatch(of: /[0-9a-f]{32}/) != nil)
    let visits = try world.bodies("visit", stream: "visits")
    let visit = try #require(visits.first { $0["id"] as? String == result.line })
    #expect(Set(visit.keys) == ["day", "id", "outcome", "school", "topic"])
    #expect(visit["day"] as? String == "2026-03-05")
    #expect(visit["topic"] as? String == "bolig")
    #expect(visit["outcome"] as? String == "talt")
    #expect(try world.standingVisits() == before + 1)
    #expect(try world.run("tjek", "--dybt").status == 0)
  }

  @Test func theJSONOfAVisitHasItsKeys() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let visit = try world.object("besoeg", "--skole=euc", "--udfald", "kontakt")
    #expect(Set(visit.keys) == ["id", "day", "school", "topic", "outcome"])
    #expect(visit["school"] as? String == "EUC")
    #expect(visit["topic"] as? String == "ikke-oplyst")
    #expect(visit["outcome"] as? String == "kontakt")
  }

  @Test func anEarlierDayIsMarkedAsLate() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let visit = try world.object("besøg", "--skole", "EUC", "--dag", "2026-03-04")
    let id = try #require(visit["id"] as? String)
    let body = try world.bodies("visit", stream: "visits").first { $0["id"] as? String == id }
    #expect(body?["late"] as? Bool == true)
    #expect(body?["day"] as? String == "2026-03-04")
  }

  @Test(arguments: [
    ("2026-03-06", "er ikke kommet endnu"), ("2026-02-20", "endelige siden onsdag"),
    ("2015-03-04", "er først med fra"),
  ]) func aDayThatCannotBeCountedIsRefused(day: String, words: String) throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let before = try world.standingVisits()
    let result = try world.run("besøg", "--skole", "EUC", "--dag", day)
    #expect(result.status == 1)
    #expect(result.stdout.isEmpty)
    #expect(result.stderr.contains(words), "\(result.stderr)")
    #expect(try world.standingVisits() == before)
  }

  @Test func aZeroCountsOnceAndNotBesideAVisit() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    #expect(try world.object("nul", "--skole", "EUC").keys.sorted() == ["day", "id", "school"])
    let again = try world.run("nul", "--skole", "EUC")
    #expect(again.status == 1 && again.stderr.contains("0 er allerede talt"))
    #expect(try world.run("besøg", "--skole", "GYM").status == 0)
    let beside = try world.run("nul", "--skole", "GYM")
    #expect(beside.status == 1 && beside.stderr.contains("allerede talt 1 besøg"))
    let today = try world.object("i-dag")
    let schools = try #require(today["schools"] as? [[String: Any]])
    #expect(schools.first { $0["id"] as? String == "EUC" }?["visits"] as? Int == 0)
    #expect(schools.first { $0["id"] as? String == "GYM" }?["visits"] as? Int == 1)
    #expect(schools.first { $0["id"] as? String == "VUC" }?["visits"] is NSNull)
  }

  @Test func whatWasCountedCanBeTakenBackOnce() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let before = try world.standingVisits()
    let visit = try world.run("besøg", "--skole", "EUC").line
    let sparring = try world.run("sparring", "--skole", "EUC").line
    #expect(try world.run("fortryd", visit).status == 0)
    #expect(try world.standingVisits() == before)
    // The beginning of an id is enough when it is the only one.
    #expect(try world.run("fortryd", String(sparring.prefix(10))).status == 0)
    let again = try world.run("fortryd", visit)
    #expect(again.status == 1 && again.stderr.contains("allerede fortrudt"))
    let unknown = try world.run("fortryd", String(repeating: "0", count: 32))
    #expect(unknown.status == 64 && unknown.stderr.contains("Der er intet med id"))
    #expect(try world.run("fortryd", "hest").status == 64)
  }

  @Test func onALaterDayOnlyACoordinatorTakesBack() throws {
    var world = try CommandWorld()
    defer { world.remove() }
    let visit = try world.run("besøg", "--skole", "EUC").line
    world.now = "2026-03-06T10:00"
    let other = try world.run("fortryd", visit, "--som", "MAL")
    #expect(other.status == 1 && other.stderr.contains("kun en koordinator"))
    #expect(try world.run("fortryd", visit, "--som", "LON").status == 0)
    let second = try world.run("besøg", "--skole", "EUC").line
    // Wednesday 12.00 of the next week is when a week becomes final.
    world.now = "2026-03-11T12:00"
    let late = try world.run("fortryd", second, "--som", "LON")
    #expect(late.status == 1 && late.stderr.contains("endelig"))
    world.now = "2026-03-11T11:59"
    #expect(try world.run("fortryd", second, "--som", "LON").status == 0)
  }

  @Test func aDoorOpensAndCloses() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    func status() throws -> String? {
      let schools = try world.object("i-dag")["schools"] as? [[String: Any]]
      return schools?.first { $0["id"] as? String == "EUC" }?["status"] as? String
    }
    #expect(try status() == "covered")
    #expect(try world.run("aabn", "--skole", "EUC", "--som", "MAL").status == 0)
    #expect(try status() == "open")
    #expect(try world.run("luk-doer", "--skole", "EUC").status == 0)
    #expect(try status() == "covered")
    let doors = try world.bodies("door", stream: "duty").filter { $0["day"] as? String == "2026-03-05" }
    #expect(doors.count == 2)
    #expect(doors.first?["by"] as? String == "MAL" && doors.last?["by"] is NSNull)
    // 10.12 in Denmark in March is 09.12 in the world's time.
    #expect((doors.first?["at"] as? String)?.hasPrefix("2026-03-05T09:12:") == true)
  }
}
