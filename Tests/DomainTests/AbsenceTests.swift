// Whose hours a hole was, and what a cell becomes when somebody steps in.

import Domain
import Testing

@Suite struct AbsenceTests {
  private let away = [days("2026-03-05", "2026-03-05")]
  private let place = SchoolDay(day: day("2026-03-05"), school: "EUC")
  private let halves = [duty("MAL", nil, "09:30-11:30"), duty("PRE", "ALI", "11:30-13:30")]

  private func vagtplan(away ids: Set<Colleague.ID> = [], _ events: [Event]) -> FolderPicture {
    let people: [Colleague.ID] = ["MAL", "PRE", "ALI", "BOO", "KAT"]
    return picture(
      schools: [school("EUC"), school("HHX")],
      colleagues: people.map { colleague($0, away: ids.contains($0) ? away : []) }, events: events)
  }

  @Test func aHoleOfTwoIsFilledByOne() {
    let roster = vagtplan(away: ["MAL", "PRE"], [pattern(1, at: "EUC", on: .thursday, halves)]).roster
    let hole = roster.filling(span("09:30-13:30"), at: place)
    let filled = roster.outcomes(of: [hole], takenBy: "BOO")
    #expect(filled.map(\.spans) == [[duty("BOO")]] && filled.map(\.cause) == [.substitute])
    #expect(roster.lastHolders(of: span("09:30-13:30"), at: place) == halves)
    // Only Preben's: Malene's stays a hole.
    let part = Vacancy(place: place, hours: span("11:30-13:30"), absent: "PRE", isHole: true)
    #expect(
      roster.outcomes(of: [part], takenBy: "BOO").map(\.spans)
        == [[duty("MAL", nil, "09:30-11:30"), duty("BOO", nil, "11:30-13:30")]])
  }

  @Test func aHoleIsWhoseItWasLast() {
    let roster = vagtplan([
      pattern(1, at: "EUC", on: .thursday, [duty("ALI")]),
      cell(2, at: "EUC", on: "2026-03-05", halves),
      cell(3, after: 2, at: "EUC", on: "2026-03-05", [halves[1]], cause: .absent),
      cell(4, after: 3, at: "EUC", on: "2026-03-05", [], cause: .absent, asked: "BOO"),
    ]).roster
    #expect(roster.lastHolders(of: span("09:30-13:30"), at: place) == halves)
    #expect(roster.lastHolders(of: span("12:00-13:00"), at: place) == [duty("PRE", "ALI", "12:00-13:00")])
  }

  @Test func whoHasDutyElsewhereTakesNothing() {
    let roster = vagtplan(
      away: ["MAL"],
      [
        pattern(1, at: "EUC", on: .thursday, [duty("MAL")]),
        pattern(2, at: "HHX", on: .thursday, [duty("KAT")]),
      ]
    ).roster
    let hole = roster.filling(span("09:30-13:30"), at: place)
    #expect(roster.obstacle(for: "KAT", in: hole) == .onDuty("HHX"))
    #expect(roster.obstacle(for: "XXX", in: hole) == .unavailable(.unknown))
    let left = roster.outcomes(of: [hole], takenBy: "KAT")
    #expect(left.map(\.spans) == [[]] && left.map(\.isTaken) == [false])
    // Nobody usually has it: that is a plan, and nobody's substitute.
    let free = Vacancy(place: place, hours: span("09:30-13:30"), isHole: true)
    #expect(roster.outcomes(of: [free], takenBy: "BOO").map(\.cause) == [.plan])
  }
}
