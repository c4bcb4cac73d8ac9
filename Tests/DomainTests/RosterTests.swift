// Who is shown on duty: the base roster, its rhythm, and the exceptions of a day.

import Domain
import Testing

@Suite struct RosterTests {
  private let euc = school("EUC")
  private let hhx = school("HHX")

  private func roster(_ events: [Event], away: [DateSpan] = [], calendar: [CalendarEntry] = []) -> Roster {
    picture(
      schools: [euc, hhx],
      colleagues: [
        colleague("MAL", away: away), colleague("PRE"), colleague("OJV", isFloater: true),
        colleague("OLD", to: "2026-02-28"), colleague("NEW", from: "2026-04-01"),
      ],
      events: events, calendar: calendar
    ).roster
  }

  private let thursday = day("2026-03-05")
  private let base = pattern(1, at: "EUC", on: .thursday, [duty("MAL", "PRE")])

  private func shift(
    _ who: Colleague.ID, _ buddy: Colleague.ID? = nil, _ hours: String = "09:30-13:30",
    isSubstitute: Bool = false
  ) -> Shift {
    Shift(
      school: "EUC", day: thursday, hours: span(hours), colleague: who, buddy: buddy,
      isSubstitute: isSubstitute)
  }

  @Test func thePatternOfTheWeekday() {
    let roster = roster([base])
    #expect(roster.coverage(at: euc, on: thursday) == .staffed([shift("MAL", "PRE")]))
    #expect(roster.coverage(at: euc, on: day("2026-03-04")) == .nobody(asked: nil))
    #expect(roster.coverage(at: hhx, on: thursday) == .nobody(asked: nil))
    #expect(roster.coverage(at: euc, on: day("2026-03-07")) == .closed(.notThisWeekday))
    // Before the base roster begins there is none.
    #expect(roster.coverage(at: euc, on: day("2025-08-07")) == .nobody(asked: nil))
  }

  @Test func aLaterPatternTakesOverFromItsDate() {
    let roster = roster([
      base, pattern(2, after: 1, at: "EUC", on: .thursday, [duty("PRE")], from: "2026-03-12"),
    ])
    #expect(roster.shifts(at: euc, on: thursday).map(\.colleague) == ["MAL"])
    #expect(roster.shifts(at: euc, on: day("2026-03-12")).map(\.colleague) == ["PRE"])
  }

  /// Every second week goes on over the year of 53 weeks: odd 53 is followed by an odd week.
  @Test func everySecondWeek() {
    let odd = Rhythm(every: 2, week: week("2026-W51"))
    let even = Rhythm(every: 2, week: week("2026-W52"))
    let roster = roster([
      pattern(1, at: "EUC", on: .thursday, [duty("MAL")], rhythm: odd),
      pattern(2, after: 1, at: "EUC", on: .thursday, [duty("PRE")], rhythm: even),
    ])
    let names = ["2026-12-17", "2027-01-07", "2027-01-14", "2026-11-26", "2026-12-03"]
      .map { roster.shifts(at: euc, on: day($0)).first?.colleague }
    // W51, 2027-W01 (three weeks later), W02, W48 and W49 (counted backwards).
    #expect(names == ["MAL", "PRE", "MAL", "PRE", "MAL"])
    #expect(odd.includes(week("2026-W53")) && !odd.includes(week("2027-W01")))
    #expect(!even.includes(week("2026-W53")) && even.includes(week("2027-W01")))
  }

  @Test func awayLeftNotBegunOrUnknownIsNeverShown() {
    #expect(
      roster([base], away: [days("2026-03-02", "2026-03-05")]).coverage(at: euc, on: thursday)
        == .nobody(asked: nil))
    for who: Colleague.ID in ["OLD", "NEW", "XXX"] {
      let gone = roster([pattern(1, at: "EUC", on: .thursday, [duty(who)])])
      #expect(gone.coverage(at: euc, on: thursday) == .nobody(asked: nil), "\(who)")
    }
    #expect(
      roster([base], away: [days("2026-03-06", "2026-03-06")]).shifts(at: euc, on: thursday).count == 1)
  }

  @Test func aMakkerWhoIsAwayIsNotShown() {
    let absent = roster([pattern(1, at: "EUC", on: .thursday, [duty("PRE", "OLD")])])
    #expect(absent.coverage(at: euc, on: thursday) == .staffed([shift("PRE", nil)]))
  }

  @Test func absenceAndSubstitute() {
    let absent = cell(2, at: "EUC", on: "2026-03-05", [], cause: .absent)
    #expect(roster([base, absent]).coverage(at: euc, on: thursday) == .nobody(asked: nil))

    let asked = cell(3, after: 2, at: "EUC", on: "2026-03-05", [], cause: .absent, asked: "OJV")
    #expect(roster([base, absent, asked]).coverage(at: euc, on: thursday) == .nobody(asked: "OJV"))

    let found = cell(4, after: 3, at: "EUC", on: "2026-03-05", [duty("OJV")], cause: .substitute)
    #expect(
      roster([base, absent, asked, found]).coverage(at: euc, on: thursday)
        == .staffed([shift("OJV", isSubstitute: true)]))

    let undone = cell(5, after: 4, at: "EUC", on: "2026-03-05", [duty("MAL", "PRE")], cause: .undo)
    #expect(
      roster([base, absent, asked, found, undone]).coverage(at: euc, on: thursday)
        == .staffed([shift("MAL", "PRE")]))
    // The day after is not touched.
    #expect(roster([base, absent]).shifts(at: euc, on: day("2026-03-12")).count == 1)
  }

  @Test func closedForTheDay() {
    let closed = roster([base, cell(2, at: "EUC", on: "2026-03-05", [], cause: .closed)])
    #expect(closed.coverage(at: euc, on: thursday) == .closed(.closedForTheDay))
    #expect(closed.shifts(at: euc, on: thursday).isEmpty)
  }

  @Test func theCalendarGoesBeforeTheRoster() {
    let away = CalendarEntry(
      schoolYear: "2025/26", name: "Vinterferie", kind: .schoolBreak, days: days("2026-03-02", "2026-03-08"))
    #expect(
      roster([base], calendar: [away]).coverage(at: euc, on: thursday)
        == .closed(.entry(kind: .schoolBreak, name: "Vinterferie")))
  }

  @Test func hoursOfAnExamWeekMoveTheShift() {
    let exams = CalendarEntry(
      schoolYear: "2025/26", name: "Eksamen", kind: .special, days: days("2026-03-02", "2026-03-06"),
      hours: span("08:00-11:00"))
    #expect(
      roster([base], calendar: [exams]).coverage(at: euc, on: thursday)
        == .staffed([shift("MAL", "PRE", "08:00-11:00")]))
    // What was planned for that very day stays as it was planned.
    let planned = cell(2, at: "EUC", on: "2026-03-05", [duty("PRE", nil, "09:00-10:00")])
    #expect(
      roster([base, planned], calendar: [exams]).shifts(at: euc, on: thursday).map(\.hours)
        == [span("09:00-10:00")])
  }

  @Test func twoSharesOfADayComeInOrder() {
    let shared = roster([
      pattern(
        1, at: "EUC", on: .thursday, [duty("PRE", nil, "11:30-13:30"), duty("MAL", nil, "09:30-11:30")])
    ])
    #expect(shared.shifts(at: euc, on: thursday).map(\.colleague) == ["MAL", "PRE"])
    #expect(shared.shifts(of: "PRE", on: thursday).count == 1)
    #expect(shared.nextShift(of: "MAL", from: day("2026-03-06"))?.day == day("2026-03-12"))
    #expect(shared.nextShift(of: "OJV", from: day("2026-03-06")) == nil)
  }

  // MARK: Swaps

  private func swap(
    _ number: Int, after: Int = 0, _ step: SwapStep.Step, _ spans: [DutySpan] = [], time: String
  ) -> Event {
    .swap(
      SwapStep(
        id: id(number), after: id(after), at: utc(time), by: nil,
        cells: [SwapStep.Cell(after: .zero, day: thursday, school: "EUC", spans: spans)], offer: id(10),
        step: step))
  }

  @Test func nothingMovesBeforeTheSwapIsAccepted() {
    let offered = swap(10, .offered, [duty("PRE")], time: "2026-03-01T08:00:00Z")
    #expect(roster([base, offered]).shifts(at: euc, on: thursday).map(\.colleague) == ["MAL"])
    let declined = swap(11, after: 10, .declined, time: "2026-03-01T09:00:00Z")
    #expect(roster([base, offered, declined]).shifts(at: euc, on: thursday).map(\.colleague) == ["MAL"])
    let accepted = swap(11, after: 10, .accepted, [duty("PRE")], time: "2026-03-01T09:00:00Z")
    #expect(
      roster([base, offered, accepted]).coverage(at: euc, on: thursday)
        == .staffed([shift("PRE", isSubstitute: true)]))
  }

  /// The same answer for the swap and for its cells, whichever of the two comes later.
  @Test func acceptedAndWithdrawnAtOnce() {
    let offered = swap(10, .offered, [duty("PRE")], time: "2026-03-01T08:00:00Z")
    let accepted = swap(11, after: 10, .accepted, [duty("PRE")], time: "2026-03-01T09:00:00Z")
    let after = swap(12, after: 10, .withdrawn, time: "2026-03-01T09:00:01Z")
    let before = swap(12, after: 10, .withdrawn, time: "2026-03-01T08:59:59Z")
    #expect(roster([base, offered, accepted, after]).shifts(at: euc, on: thursday)[0].colleague == "MAL")
    #expect(roster([base, offered, accepted, before]).shifts(at: euc, on: thursday)[0].colleague == "PRE")
    let ledger = ledger([offered, accepted, after])
    #expect(ledger.swapLine(of: id(10)).map(\.body.step) == [.offered, .withdrawn])
  }
}
