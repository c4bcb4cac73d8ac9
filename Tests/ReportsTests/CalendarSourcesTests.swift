// Where the days of a year are known from: the rule, or what is written beside them.

import Domain
import Reports
import Resources
import Testing

@Suite struct CalendarSourcesTests {
  private func entry(
    _ name: String, _ from: String, _ to: String, source: String = "", kind: CalendarEntry.Kind = .schoolBreak
  ) throws -> CalendarEntry {
    CalendarEntry(
      schoolYear: "2025/26", name: name, kind: kind,
      days: DateSpan(from: try #require(CivilDate(from)), to: try #require(CivilDate(to))), source: source)
  }

  @Test func eachKindIsToldWithItsSource() throws {
    let entries = [
      try entry("Efterårsferie", "2025-10-11", "2025-10-19", source: "Byrådet"),
      try entry("Juleferie", "2025-12-20", "2026-01-04", source: "Byrådet"),
      try entry("Vinterferie", "2026-02-07", "2026-02-15", source: "Byrådet"),
      try entry("Vinterferie", "2026-02-16", "2026-02-17", source: "Byrådet"),
      try entry("Lukkedag", "2026-05-15", "2026-05-15", kind: .closure),
    ]
    let lines = CalendarReport(year: 2026, entries: entries).sources(Words(.danish))
    #expect(lines.count == 4)
    #expect(lines[0].contains("påskesøndag") && lines[0].contains("2023 (lov nr. 214 af 6. marts 2023)"))
    #expect(lines[1].contains("5. juni") && lines[1].contains("24. og 31. december"))
    #expect(lines[2] == "Ferie (Juleferie, Vinterferie): Byrådet")
    #expect(lines[3] == "Lukkedag (Lukkedag): ingen kilde angivet")
    let english = CalendarReport(year: 2026, entries: []).sources(Words(.english))
    #expect(english.count == 2 && english[0].contains("Easter Sunday"))
  }
}
