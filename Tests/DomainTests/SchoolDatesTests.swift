// Hours that change from a day on, schools that end, and from which day on a change may hold.

import Domain
import Testing

@Suite struct SchoolDatesTests {
  private func dated(_ entries: [(Weekday, String?, String?)]) -> School {
    var school = school("EUC", on: [])
    school.hours = entries.map { OpeningHours(weekday: $0, span: $1.map(span), since: $2.map(day)) }
    return school
  }

  /// Tuesdays: always 9.30–13.30, two spans from 9 March, none from 6 April, again from 10 August.
  @Test(arguments: [
    ("2020-01-07", ["09:30-13:30"]), ("2026-03-03", ["09:30-13:30"]),
    ("2026-03-10", ["08:00-10:00", "12:00-13:30"]), ("2026-03-31", ["08:00-10:00", "12:00-13:30"]),
    ("2026-04-07", []), ("2026-08-04", []), ("2026-08-11", ["10:00-12:00"]), ("2030-01-08", ["10:00-12:00"]),
  ])
  func theNewestThatHasBegunHolds(date: String, hours: [String]) {
    let school = dated([
      (.tuesday, "10:00-12:00", "2026-08-10"), (.tuesday, "09:30-13:30", nil),
      (.tuesday, "12:00-13:30", "2026-03-09"), (.tuesday, "08:00-10:00", "2026-03-09"),
      (.tuesday, nil, "2026-04-06"), (.wednesday, "07:00-08:00", "2026-01-01"),
    ])
    #expect(school.hours(on: day(date)) == hours.map(span))
    let expected: SchoolCalendar.Day = hours.isEmpty ? .closed(.notThisWeekday) : .open(hours.map(span))
    #expect(SchoolCalendar(entries: []).day(day(date), at: school) == expected)
    #expect(school.plannedChange(after: day(date)) == (date < "2026-08-10" ? day("2026-08-10") : nil))
  }

  @Test func aChangeHoldsFromItsDayForGood() {
    var school = dated([(.tuesday, "09:30-13:30", nil), (.monday, "09:30-13:30", nil)])
    let before = school
    school.setHours([span("09:30-13:30")], on: .tuesday, from: day("2026-03-09"))
    #expect(school == before, "what holds already is not written")
    school.setHours([], on: .tuesday, from: day("2026-05-04"))
    school.setHours([span("10:00-12:00")], on: .tuesday, from: day("2026-03-09"))
    #expect(school.hours(on: day("2026-03-03")) == [span("09:30-13:30")])
    #expect(school.hours(on: day("2026-03-10")) == [span("10:00-12:00")])
    #expect(school.hours(on: day("2026-05-05")) == [span("10:00-12:00")], "the later plan has fallen away")
    #expect(school.hours(on: day("2026-05-04")) == [span("09:30-13:30")])
    school.takeBackHours(since: day("2026-03-09"))
    #expect(Set(school.hours) == Set(before.hours))
  }

  /// Of a school that opens on the day or later nothing was said before.
  @Test func beforeTheOpeningThereIsNoOther() {
    var new = school("FGU", opened: "2026-08-10", on: [.tuesday])
    new.setHours([span("10:00-12:00")], on: .tuesday, from: day("2026-08-10"))
    #expect(new.hours == [OpeningHours(weekday: .tuesday, span: span("10:00-12:00"))])
  }

  /// A shift of the base roster keeps its own hours: only days with hours of their own move it.
  @Test func aDutyIsThereOnlyWhileTheDayIsOpen() {
    var euc = school("EUC")
    euc.setHours([], on: .tuesday, from: day("2026-03-09"))
    let events = [pattern(1, at: "EUC", on: .tuesday, [duty("MAL")])]
    let picture = picture(schools: [euc], colleagues: [colleague("MAL")], events: events)
    #expect(picture.roster.shifts(at: euc, on: day("2026-03-03")).map(\.colleague) == ["MAL"])
    #expect(picture.roster.coverage(at: euc, on: day("2026-03-10")) == .closed(.notThisWeekday))
    #expect(
      picture.roster.holes(in: days("2026-03-09", "2026-03-15")).map(\.place.day.weekday.rawValue) == [
        1, 3, 4, 5,
      ])
  }

  @Test func aSchoolThatHasEnded() throws {
    var fgu = school("FGU")
    fgu.closed = day("2026-03-04")
    let picture = picture(schools: [school("EUC"), fgu], colleagues: [])
    let calendar = SchoolCalendar(entries: [])
    #expect(calendar.isOpeningDay(day("2026-03-04"), at: fgu))
    #expect(calendar.day(day("2026-03-05"), at: fgu) == .closed(.ended(day("2026-03-04"))))
    #expect(picture.roster.coverage(at: fgu, on: day("2026-03-05")) == .closed(.ended(day("2026-03-04"))))
    _ = try picture.checkCounting(at: "FGU", on: day("2026-03-04"), now: moment("2026-03-05", "10:12"))
    #expect(throws: CountingRefusal.schoolEnded("FGU", day("2026-03-04"))) {
      _ = try picture.checkCounting(at: "FGU", on: day("2026-03-05"), now: moment("2026-03-05", "10:12"))
    }
    let rows = { (date: String) in picture.today(at: moment(date, "10:12")).map(\.school.id) }
    #expect(rows("2026-03-05") == ["EUC", "FGU"], "until its last week is over")
    #expect(rows("2026-03-09") == ["EUC"])
    #expect(picture.documents.schools(from: week("2026-W10")).count == 2)
    #expect(picture.documents.schools(from: week("2026-W11")).map(\.id) == ["EUC"])
    #expect(fgu.takesPart(in: week("2026-W10")) && !fgu.takesPart(in: week("2026-W11")))
  }

  /// Something was recorded there all the same: it is not hidden.
  @Test func anEndedSchoolWithAVisitIsShown() {
    var fgu = school("FGU")
    fgu.closed = day("2026-02-20")
    let with = picture(schools: [fgu], colleagues: [], events: [visit(1, "FGU", on: "2026-03-05")])
    #expect(with.today(at: moment("2026-03-05", "10:12")).map(\.visits) == [1])
    #expect(with.today(at: moment("2026-03-06", "10:12")).isEmpty)
  }

  /// Week 9 is final from Wednesday of week 10 at 12.
  @Test(arguments: [
    ("2026-03-04", "11:59", "2026-02-23"), ("2026-03-04", "12:00", "2026-03-02"),
    ("2026-03-02", "08:00", "2026-02-23"), ("2026-03-08", "23:00", "2026-03-02"),
  ])
  func theFirstDayOfAChange(date: String, time: String, earliest: String) {
    let days = picture(schools: [], colleagues: []).changeDays(now: moment(date, time))
    #expect(days.earliest == day(earliest))
    #expect(days.usual == day("2026-03-09"))
    #expect(days.allow(day(earliest), at: school("EUC")))
    #expect(!days.allow(day(earliest).adding(days: -1), at: school("EUC")))
    #expect(days.allow(day("2020-01-01"), at: school("EUC", opened: "2026-08-01")))
  }
}
