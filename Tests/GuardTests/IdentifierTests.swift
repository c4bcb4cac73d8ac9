// Ids that people type, and the names of files: a number has no place in them.
import Guard
import Testing

@Test(arguments: [
  "120147-6036", "120147_6036", "1201476036", "a120147-6036", "120147-6036-x", "120147_60_36", "010_147_6036",
  "12012047-6036", "120147-6AB6", "101475678", "10147-5678", "720147-6036",
])
func anIDThatReadsLikeANumberIsRefused(id: String) {
  guard case .block(let finding) = Guard.check(id: id) else {
    Issue.record("let through")
    return
  }
  #expect(finding.characters.lowerBound >= 1)
  #expect(finding.characters.upperBound <= id.count)
}

@Test(arguments: [
  "MAL", "psy", "psykolog-1", "uge-10", "skole12", "2g", "hf_2026", "odense-2026-27", "a1", "1", "12345678",
  "320147-6036",
])
func ordinaryIDsPass(id: String) { #expect(Guard.check(id: id) == .ok) }

@Test func theProgramsOwnIDsPass() {
  let own = "0123456789abcdef1201476036abcdef"
  #expect(Guard.check(id: own) == .ok)
  #expect(Guard.masked(own + ".json") == own + ".json")
  #expect(Guard.check(id: "1201476036abcdef") != .ok, "half an id is none")
  #expect(Guard.check(id: own + "0") != .ok)
}

@Test(arguments: [
  ("120147-6036.json", "••••••-••••.json"), ("1201476036", "••••••••••"),
  ("kopi 120147-6036 (2).csv", "kopi ••••••-•••• (•).csv"),
  ("101475678.csv", "•••••••••.csv"), ("visits-W10.log", "visits-W10.log"),
  ("topics 2026-03-05 1012.json", "topics 2026-03-05 1012.json"),
  ("2026-03-05T10-12-00", "2026-03-05T10-12-00"),
  ("desk-1-4f2a", "desk-1-4f2a"),
])
func namesOfFilesAreShownMasked(name: String, shown: String) { #expect(Guard.masked(name) == shown) }
