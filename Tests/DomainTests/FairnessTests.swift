// Shares of duty over a term, counted by hand, and who has too many or none.

import Domain
import Testing

@Suite struct FairnessTests {
  /// Five school days in week 10, four hours each: MAL has three, PRE one, KAT one.
  private func roster(_ extra: [Event] = []) -> Roster {
    var monday = colleague("MAN")
    monday.weekdays = [.monday]
    var boss = colleague("LON")
    boss.role = .coordinator
    let people: [Colleague.ID] = ["MAL", "MAL", "MAL", "PRE", "KAT"]
    let events = zip(people, 2...6).map { who, date in
      cell(date, at: "EUC", on: "2026-03-0\(date)", [duty(who, who == "KAT" ? "MAL" : "KAT")])
    }
    return picture(
      schools: [school("EUC")],
      colleagues: [
        colleague("MAL"), colleague("PRE", away: [days("2026-03-02", "2026-03-03")]), colleague("KAT"),
        colleague("OJV", isFloater: true), monday, boss, colleague("OLD", to: "2026-02-28"),
      ],
      events: events + extra
    ).roster
  }

  @Test func sharesAreCounted() {
    let fairness = Fairness(roster(), in: DateSpan(weeks: week("2026-W10")...week("2026-W10")))
    #expect(fairness.share(of: "MAL")?.shifts == 3)
    #expect(fairness.share(of: "MAL")?.minutes == 720)
    #expect(fairness.share(of: "MAL")?.buddyShifts == 1)
    #expect(fairness.share(of: "KAT")?.buddyShifts == 4)
    #expect(fairness.share(of: "PRE")?.workdays == 3)
    #expect(fairness.share(of: "MAN")?.workdays == 1)
    #expect(fairness.share(of: "OLD") == nil)
    // 1200 minutes over 5 + 3 + 5 + 5 + 1 days: 63 a day; MAL has 144, PRE 80, KAT 48.
    #expect(fairness.overloaded.map(\.colleague) == ["MAL"])
    #expect(fairness.unused.map(\.colleague) == ["OJV", "MAN"])
  }

  @Test func aTermInWholeWeeks() {
    // The first Thursday of August 2026 is the 6th, the last of December the 31st.
    let autumn = ISOWeek.term(containing: day("2026-10-01"))
    #expect(autumn == week("2026-W32")...week("2026-W53"))
    #expect(ISOWeek.term(containing: day("2027-01-01")) == autumn)
    let spring = ISOWeek.term(containing: day("2026-03-05"))
    #expect(spring == week("2026-W01")...week("2026-W31"))
  }
}
