// The base roster: odd and even weeks, what is in force, the exceptions it keeps; and what lost a fork.

import Domain
import Testing

@Suite struct BasePlanTests {
  private let place = PatternPlace(school: "EUC", weekday: .thursday)

  /// 2026 has 53 weeks, so the odd week 53 is followed by the odd week 1, which is left out.
  @Test func oddWeeksGoOnOverTheYear() {
    let odd = Rhythm(isOdd: true, from: week("2026-W50"))
    #expect(odd.week == week("2026-W51") && odd.every == 2)
    let weeks = (0..<6).map { week("2026-W50").adding(weeks: $0) }
    #expect(weeks.map(odd.includes) == [false, true, false, true, false, true])
    #expect(odd.first(from: week("2026-W52")) == week("2026-W53"))
    #expect(odd.first(from: week("2026-W53")) == week("2026-W53"))
    let third = Rhythm(every: 3, week: week("2026-W10"))
    #expect(third.first(from: week("2026-W11")) == week("2026-W13"))
    #expect(third.first(from: week("2026-W05")) == week("2026-W07"))
    #expect(Rhythm.weekly(from: week("2026-W10")).first(from: week("2026-W05")) == week("2026-W05"))
  }

  @Test func whatIsInForce() {
    let even = Rhythm(isOdd: false, from: week("2026-W10"))
    let ledger = ledger([
      pattern(1, at: "EUC", on: .thursday, [duty("MAL")]),
      pattern(2, after: 1, at: "EUC", on: .thursday, [duty("PRE")], from: "2026-01-01"),
      pattern(3, after: 2, at: "EUC", on: .thursday, [duty("KAT")], from: "2026-03-01", rhythm: even),
      pattern(4, after: 3, at: "EUC", on: .thursday, [duty("ALI")], from: "2026-08-01"),
    ])
    #expect(ledger.basePlan(at: place, from: day("2026-03-05")).map(\.id) == [id(2), id(3), id(4)])
    #expect(ledger.basePlan(at: place, from: day("2026-08-01")).map(\.id) == [id(4)])
    #expect(ledger.basePlan(at: place, from: day("2025-01-01")).map(\.id) == [id(1), id(2), id(3), id(4)])
  }

  @Test func beforeTheFirstBaseRoster() {
    let ledger = ledger([
      pattern(1, at: "EUC", on: .monday, [], from: "2025-01-01"),
      pattern(2, at: "EUC", on: .thursday, [duty("MAL")], from: "2025-08-11"),
      pattern(3, after: 2, at: "EUC", on: .thursday, [], from: "2026-01-01"),
    ])
    let days = ["2025-08-10", "2025-08-11", "2025-08-12", "2026-03-05"].map(day)
    #expect(days.map { ledger.isBeforeBasePlan(at: "EUC", $0) } == [true, false, false, false])
    #expect(!ledger.isBeforeBasePlan(at: "FGU", day("2025-08-10")))
  }

  /// A change that was to begin later, and that another one for every week has since replaced.
  @Test func whatNeverBeginsIsNotInForce() {
    let ledger = ledger([
      pattern(1, at: "EUC", on: .thursday, [duty("MAL")], from: "2026-01-01"),
      pattern(2, after: 1, at: "EUC", on: .thursday, [duty("KAT")], from: "2026-09-01"),
      pattern(3, after: 2, at: "EUC", on: .thursday, [duty("ALI")], from: "2026-04-01"),
    ])
    #expect(ledger.pattern(at: "EUC", on: day("2026-09-03"))?.spans == [duty("ALI")])
    #expect(ledger.basePlan(at: place, from: day("2026-03-05")).map(\.id) == [id(1), id(3)])
    #expect(
      ledger.baseValues(at: place, from: day("2026-03-05")).map(\.from)
        == ["2026-03-05", "2026-04-01"].map(day))
  }

  @Test func aChangeKeepsTheExceptionsAndListsThem() {
    let events = [
      pattern(1, at: "EUC", on: .thursday, [duty("MAL")]),
      cell(2, at: "EUC", on: "2026-02-26", [duty("KAT")]),
      cell(3, at: "EUC", on: "2026-03-05", [duty("KAT")]),
      cell(4, at: "EUC", on: "2026-03-12", [duty("PRE")]),
      cell(5, at: "EUC", on: "2026-03-19", [], cause: .closed),
      cell(6, at: "EUC", on: "2026-03-20", [duty("KAT")]),
      pattern(7, after: 1, at: "EUC", on: .thursday, [duty("PRE")], from: "2026-03-01"),
    ]
    let kept = ledger(events).exceptions(at: place, from: day("2026-03-01"))
    // The 12th says what the base roster says now; the 26th is before, the 20th a Friday.
    #expect(kept.map(\.day) == [day("2026-03-05"), day("2026-03-19")])
    let roster = picture(schools: [school("EUC")], colleagues: [colleague("KAT")], events: events).roster
    #expect(roster.shifts(at: school("EUC"), on: day("2026-03-05")).map(\.colleague) == ["KAT"])
  }

  // MARK: Two at once

  private let day5 = SchoolDay(day: day("2026-03-05"), school: "EUC")

  private func change(_ number: Int, after: Int = 0, _ who: Colleague.ID, minute: Int) -> Event {
    cell(number, after: after, at: "EUC", on: "2026-03-05", [duty(who)], time: "2026-03-01T08:0\(minute):00Z")
  }

  @Test func theLoserOfAForkIsShownBothValues() {
    let both = [change(1, "MAL", minute: 1), change(2, "PRE", minute: 2)]
    for events in [both, both.reversed()] {
      let found = ledger(events).conflicts(at: day5)
      #expect(found.map(\.held.spans) == [[duty("PRE")]])
      #expect(found.map(\.lost.spans) == [[duty("MAL")]])
    }
    // The branch that lost is shown by its last change.
    let branch = ledger(both + [change(3, after: 1, "KAT", minute: 1)])
    #expect(branch.conflicts(in: days("2026-03-01", "2026-03-31")).map(\.lost.spans) == [[duty("KAT")]])
  }

  @Test func aConflictIsSettledByWhoeverLooks() {
    let both = [change(1, "MAL", minute: 1), change(2, "PRE", minute: 2)]
    #expect(ledger(both + [change(3, after: 2, "MAL", minute: 3)]).conflicts(at: day5).isEmpty)
    // The same decision twice is no conflict.
    #expect(ledger([change(1, "MAL", minute: 1), change(2, "MAL", minute: 2)]).conflicts(at: day5).isEmpty)
  }
}
