// Every rule of the roster, met by a plan that breaks it and not by one that does not.

import Domain
import Testing

@Suite struct RosterFaultTests {
  private let thursday = day("2026-03-05")

  /// EUC and HHX every weekday; FGU on Thursdays only.
  private func roster(
    _ events: [Event], away: [DateSpan] = [], calendar: [CalendarEntry] = []
  ) -> Roster {
    var monday = colleague("MAN")
    monday.weekdays = [.monday]
    return picture(
      schools: [school("EUC"), school("HHX"), school("FGU", on: [.thursday], hours: "09:30-11:30")],
      colleagues: [
        colleague("MAL", away: away), colleague("PRE"), colleague("ALI"), monday,
        colleague("OLD", to: "2026-02-28"), colleague("NEW", from: "2026-04-01"),
      ],
      events: events, calendar: calendar
    ).roster
  }

  private func rules(
    _ events: [Event], at school: School.ID = "EUC", away: [DateSpan] = [], calendar: [CalendarEntry] = []
  ) -> [RosterFault.Rule] {
    let roster = roster(events, away: away, calendar: calendar)
    return roster.plan(on: thursday).faults(at: school, roster.documents).map(\.rule)
  }

  private func planned(_ spans: [DutySpan], at school: School.ID = "EUC", _ number: Int = 1) -> Event {
    cell(number, at: school, on: "2026-03-05", spans)
  }

  @Test func aPlanThatBreaksNothing() {
    #expect(rules([planned([duty("MAL", "PRE")])]).isEmpty)
    let shared = [duty("MAL", "PRE", "09:30-11:30"), duty("PRE", "MAL", "11:30-13:30")]
    #expect(rules([planned(shared)]).isEmpty)
  }

  @Test func theSamePersonInTwoPlacesAtOneTime() {
    let both = [planned([duty("MAL", "PRE")]), planned([duty("MAL", "ALI")], at: "HHX", 2)]
    #expect(rules(both) == [.twoPlaces("MAL", other: "HHX")])
    #expect(rules(both, at: "HHX") == [.twoPlaces("MAL", other: "EUC")])
    // One after the other is no clash.
    let apart = [
      planned([duty("MAL", "PRE", "09:30-11:30"), duty("PRE", "MAL", "11:30-13:30")]),
      planned([duty("MAL", "ALI", "11:30-13:30"), duty("ALI", "MAL", "09:30-11:30")], at: "HHX", 2),
    ]
    #expect(!rules(apart).contains { $0.isTwoPlaces })
    let twice = [planned([duty("MAL", "PRE", "09:30-11:30"), duty("MAL", "PRE", "11:00-13:30")])]
    #expect(rules(twice) == [.twoPlaces("MAL", other: "EUC")])
  }

  @Test func theMakkerIsOnDutyElsewhere() {
    let events = [planned([duty("MAL", "PRE")]), planned([duty("PRE", "ALI")], at: "HHX", 2)]
    #expect(rules(events) == [.buddyOnDuty("PRE", at: "HHX")])
    #expect(rules(events, at: "HHX").isEmpty)
    // Who has sent word that they cannot come is not elsewhere.
    let absent = roster(events + [cell(3, after: 2, at: "HHX", on: "2026-03-05", [], cause: .absent)])
    #expect(absent.plan(on: thursday).faults(at: "EUC", absent.documents).isEmpty)
  }

  @Test func aShiftWithoutMakker() {
    #expect(rules([planned([duty("MAL")])]) == [.noBuddy("MAL")])
    #expect(rules([planned([duty("MAL", "MAL")])]) == [.noBuddy("MAL")])
  }

  @Test func aHoleOnAnOpeningDay() {
    #expect(rules([]) == [.nobody(span("09:30-13:30"), asked: nil)])
    #expect(rules([], at: "FGU") == [.nobody(span("09:30-11:30"), asked: nil)])
    let asked = cell(1, at: "EUC", on: "2026-03-05", [], cause: .absent, asked: "PRE")
    #expect(rules([asked]) == [.nobody(span("09:30-13:30"), asked: "PRE")])
    let part = planned([duty("MAL", "PRE", "10:00-11:00")])
    #expect(
      rules([part]) == [
        .nobody(span("09:30-10:00"), asked: nil), .nobody(span("11:00-13:30"), asked: nil),
      ])
    let friday = roster([]).plan(on: day("2026-03-06"))
    #expect(friday.faults(at: "FGU", roster([]).documents).isEmpty)
  }

  @Test(arguments: [
    ("OLD", Unavailability.left(day("2026-02-28"))), ("NEW", .notYetBegun(day("2026-04-01"))),
    ("MAL", .away(day("2026-03-06"))), ("XXX", .unknown),
  ])
  func whoCannotCome(who: String, why: Unavailability) {
    let away = [days("2026-03-04", "2026-03-06")]
    let found = rules([planned([duty(Colleague.ID(who), "PRE")])], away: away)
    let hole = RosterFault.Rule.nobody(span("09:30-13:30"), asked: nil)
    #expect(found == [.unavailable(Colleague.ID(who), why, isBuddy: false), hole])
    let asBuddy = rules([planned([duty("PRE", Colleague.ID(who))])], away: away)
    #expect(asBuddy == [.unavailable(Colleague.ID(who), why, isBuddy: true)])
  }

  /// Somebody who does not work that day may have said yes all the same: shown on duty, and told.
  @Test func notThisWeekday() {
    #expect(
      rules([planned([duty("MAN", "PRE")])]) == [
        .unavailable("MAN", .notThisWeekday(.thursday), isBuddy: false)
      ])
  }

  @Test func dutyOnAClosedDay() {
    let closure = CalendarEntry(
      schoolYear: "2025/26", name: "Lukkedag", kind: .closure, days: days("2026-03-05", "2026-03-05"))
    let why = Closure.entry(kind: .closure, name: "Lukkedag")
    #expect(rules([planned([duty("MAL", "PRE")])], calendar: [closure]) == [.closedDay("MAL", why)])
    // The base roster rolls over closures by itself.
    let base = pattern(1, at: "EUC", on: .thursday, [duty("MAL", "PRE")])
    #expect(rules([base], calendar: [closure]).isEmpty)
  }

  @Test func aWeekIsToldByDayAndSchool() {
    let found = roster([planned([duty("MAL", "PRE")])]).faults(in: week("2026-W10"))
    // Two schools on five days and one on one, less the one that is staffed.
    #expect(found.count == 10 && found.allSatisfy { $0.isHole })
    #expect(found.map(\.place.day) == found.map(\.place.day).sorted())
  }

  @Test func aChangeIsTriedBeforeItIsMade() {
    let base = [planned([duty("MAL", "PRE")]), planned([duty("ALI", "MAN")], at: "HHX", 2)]
    let roster = roster(base)
    let change = cell(9, after: 2, at: "HHX", on: "2026-03-05", [duty("MAL", "ALI")])
    let new = roster.faults(of: [change], in: days("2026-03-05", "2026-03-05"))
    #expect(
      Set(new.map(\.rule)) == [.twoPlaces("MAL", other: "HHX"), .twoPlaces("MAL", other: "EUC")])
    #expect(new.allSatisfy { $0.isClash })
    let odd = Rhythm(isOdd: true, from: week("2026-W11"))
    let weekly = pattern(8, at: "EUC", on: .thursday, [duty("ALI", "PRE")], from: "2026-03-09", rhythm: odd)
    let later = roster.planning([weekly])
    #expect(later.shifts(of: "ALI", on: day("2026-03-12")).count == 1)
    #expect(later.shifts(of: "ALI", on: day("2026-03-19")).isEmpty)
    #expect(roster.shifts(of: "ALI", on: day("2026-03-12")).isEmpty)
  }
}

extension RosterFault.Rule {
  fileprivate var isTwoPlaces: Bool {
    if case .twoPlaces = self { return true }
    return false
  }
}
