// A broken document stops only what cannot be done without it, and is called by its own name.
import Foundation
import TestKit
import Testing

@Suite struct BrokenDocumentTests {
  private func world(breaking name: String) throws -> CommandWorld {
    let world = try CommandWorld(visits: 10, weeks: 2)
    try Data("{".utf8).write(to: URL(fileURLWithPath: world.folder + "/" + name))
    return world
  }

  @Test func visitsAreCountedWithoutTheColleagues() throws {
    let world = try world(breaking: "colleagues.json")
    defer { world.remove() }
    let before = try world.standingVisits()
    #expect(try world.run("besøg", "--skole", "EUC").status == 0)
    #expect(try world.standingVisits() == before + 1)
    let handover = try world.run("overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL")
    #expect(handover.status == 65)
    #expect(handover.stderr.contains("colleagues.json i \(world.folder) er ødelagt"))
    // The desk opens, and says why it does not know who is there.
    let desk = try world.run("--som", "MAL", "--skole", "EUC", "--skærmlæser", input: "9\n")
    #expect(desk.status == 0 && desk.stdout.contains("Ufuldstændig: fejl i colleagues.json."))
  }

  @Test func theDocumentThatIsBrokenIsTheOneThatIsNamed() throws {
    let world = try world(breaking: "topics.json")
    defer { world.remove() }
    let visit = try world.run("besøg", "--skole", "EUC", "--emne", "bolig")
    #expect(visit.status == 65 && visit.stderr.contains("topics.json i "))
    #expect(!visit.stderr.contains("Indstillingerne"))
    let lines = try world.run("--skole", "EUC", "--skærmlæser", input: "2\n9\n")
    #expect(lines.stdout.contains("Der er ingen emner at vælge, for topics.json er ødelagt."))
    let table = world.home.path + "/emner.csv"
    try Data("kode;emne\nbolig;Bolig\n".utf8).write(to: URL(fileURLWithPath: table))
    let imported = try world.run("importer", "emner", table)
    #expect(imported.status == 65 && imported.stderr.contains("tjek --mappe \(world.folder)\n"))
  }

  /// An id nobody has is still said to be unknown where the document is whole.
  @Test func whatIsReallyUnknownIsCalledSo() throws {
    let world = try world(breaking: "topics.json")
    defer { world.remove() }
    let result = try world.run("besøg", "--skole", "EUX")
    #expect(result.status == 64 && result.stderr.contains("EUC"))
  }
}
