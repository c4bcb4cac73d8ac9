// Who is proposed for a hole, in what order, and what is said of a hole that nobody can fill.

import Domain
import Testing

@Suite struct ProposalTests {
  private let thursday = days("2026-03-05", "2026-03-05")

  private func colleagueOf(_ school: School.ID, _ id: Colleague.ID) -> Colleague {
    var own = colleague(id)
    own.employer = .school
    own.school = school
    return own
  }

  private func roster(_ colleagues: [Colleague], _ events: [Event]) -> Roster {
    picture(schools: [school("EUC"), school("HHX")], colleagues: colleagues, events: events).roster
  }

  /// MAL is away; her makker PRE fits best.
  @Test func theMakkerComesFirstAndGetsAMakker() throws {
    let away = [days("2026-03-05", "2026-03-05")]
    let roster = roster(
      [
        colleague("MAL", away: away), colleagueOf("EUC", "PRE"), colleagueOf("EUC", "KAT"),
        colleague("OJV", isFloater: true), colleagueOf("HHX", "ALI"),
      ],
      [
        pattern(1, at: "EUC", on: .thursday, [duty("MAL", "PRE")]),
        pattern(2, at: "HHX", on: .thursday, [duty("ALI", "OJV")]),
      ])
    let proposal = Proposal(filling: thursday, of: roster)
    let fill = try #require(proposal.fills.first)
    #expect(proposal.fills.count == 1 && proposal.unfilled.isEmpty)
    #expect(fill.span == duty("PRE", "KAT") && fill.suitability == .buddy)
    #expect(fill.place == SchoolDay(day: day("2026-03-05"), school: "EUC"))
    let changes = proposal.changes(by: nil, at: utc("2026-03-04T08:00:00Z")) { id(50) }
    #expect(changes.map(\.spans) == [[duty("PRE", "KAT")]] && changes.map(\.cause) == [.plan])
  }

  /// The makker at HHX may not leave that shift alone, and the colleague of another school does not fit.
  @Test func whoIsMakkerElsewhereStaysThere() {
    let roster = roster(
      [colleague("MAL"), colleague("OJV", isFloater: true), colleagueOf("HHX", "ALI"), colleague("YUS")],
      [pattern(2, at: "HHX", on: .thursday, [duty("ALI", "OJV")])])
    let proposal = Proposal(filling: thursday, of: roster)
    #expect(proposal.fills.map(\.span.colleague) == ["MAL"])
    #expect(proposal.fills.map(\.suitability) == [.ofMunicipality])
  }

  @Test func whyAHoleStays() throws {
    let away = [days("2026-03-02", "2026-03-06")]
    let roster = roster(
      [
        colleague("OJV", isFloater: true, away: away), colleagueOf("EUC", "PRE"), colleagueOf("HHX", "ALI"),
        colleagueOf("EUC", "KAT"),
      ],
      [
        pattern(2, at: "HHX", on: .thursday, [duty("PRE", "KAT")])
      ])
    let proposal = Proposal(filling: thursday, of: roster)
    #expect(proposal.fills.isEmpty)
    let hole = try #require(proposal.unfilled.first)
    #expect(hole.place.school == "EUC" && hole.hours == span("09:30-13:30"))
    #expect(
      Set(hole.reasons) == [
        .obstacle("OJV", .unavailable(.away(day("2026-03-06")))), .obstacle("PRE", .onDuty("HHX")),
        .buddy("KAT", at: "HHX"),
      ])
  }

  /// Four empty Thursdays and two who fit as well: two each.
  @Test func dutiesAreShared() {
    let four = days("2026-03-02", "2026-03-26")
    let documents = Documents(
      settings: Settings(name: "Prøve"), schools: [school("EUC", on: [.thursday])],
      colleagues: [colleagueOf("EUC", "KAT"), colleagueOf("EUC", "PRE")])
    let proposal = Proposal(filling: four, of: Roster(documents: documents, ledger: Ledger()))
    #expect(proposal.fills.map(\.span.colleague) == ["KAT", "PRE", "KAT", "PRE"])
    #expect(proposal.fills.map(\.span.buddy) == ["PRE", "KAT", "PRE", "KAT"])
  }

  @Test func onlyThePartThatIsEmpty() {
    let roster = roster(
      [colleague("MAL"), colleagueOf("EUC", "PRE"), colleague("ALI"), colleague("YUS")],
      [
        cell(1, at: "EUC", on: "2026-03-05", [duty("MAL", "PRE", "09:30-11:30")]),
        pattern(2, at: "HHX", on: .thursday, [duty("ALI", "YUS")]),
      ])
    let proposal = Proposal(filling: thursday, of: roster)
    #expect(proposal.fills.map(\.span) == [duty("PRE", nil, "11:30-13:30")])
    let change = proposal.changes(by: nil, at: utc("2026-03-04T08:00:00Z")) { id(50) }.first
    #expect(change?.after == id(1))
    #expect(
      change?.spans == [duty("MAL", "PRE", "09:30-11:30"), duty("PRE", nil, "11:30-13:30")])
  }
}
