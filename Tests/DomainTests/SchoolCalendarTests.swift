// Whether a door opens on a day: hours, holidays, breaks and days with hours of their own.

import Domain
import Testing

@Suite struct SchoolCalendarTests {
  private let euc = school("EUC")
  private let fgu = school("FGU", opened: "2019-08-12", on: [.tuesday, .thursday])

  private let calendar = SchoolCalendar(entries: [
    entry("Vinterferie", .schoolBreak, "2026-02-07", "2026-02-15"),
    entry("Påskeferie", .schoolBreak, "2026-03-28", "2026-04-06"),
    entry("Studiedag", .closure, "2026-03-10", "2026-03-10", ["EUC"]),
    entry("Grundlovsdag", .closure, "2026-06-05", "2026-06-05"),
    entry("Eksamen", .special, "2026-05-11", "2026-06-19", ["EUC"], hours: "08:00-11:00"),
    entry("Åbent hus", .special, "2026-02-11", "2026-02-11", ["EUC"], hours: "16:00-18:00"),
    entry("Åbent hus", .special, "2026-05-25", "2026-05-25", ["EUC"], hours: "16:00-18:00"),
    entry("Praktikuge", .special, "2026-09-07", "2026-09-11"),
  ])

  private static func entry(
    _ name: String, _ kind: CalendarEntry.Kind, _ from: String, _ to: String,
    _ schools: Set<School.ID>? = nil, hours: String? = nil
  ) -> CalendarEntry {
    CalendarEntry(
      schoolYear: "2025/26", name: name, kind: kind, days: days(from, to), schools: schools,
      hours: hours.map(span))
  }

  @Test func ordinaryDay() {
    #expect(calendar.day(day("2026-03-05"), at: euc) == .open([span("09:30-13:30")]))
    #expect(calendar.isOpeningDay(day("2026-03-05"), at: fgu))
  }

  @Test(arguments: [
    ("2026-03-07", Closure.notThisWeekday),
    ("2026-02-09", .entry(kind: .schoolBreak, name: "Vinterferie")),
    // The weekend of a break is the break.
    ("2026-02-07", .entry(kind: .schoolBreak, name: "Vinterferie")),
    ("2026-03-30", .entry(kind: .schoolBreak, name: "Påskeferie")),
    // A holiday by law goes before the name of the break it lies in.
    ("2026-04-02", .holiday(.maundyThursday)), ("2026-04-06", .holiday(.easterMonday)),
    ("2026-03-10", .entry(kind: .closure, name: "Studiedag")),
    // The municipality's own word for a day goes before the computed one.
    ("2026-06-05", .entry(kind: .closure, name: "Grundlovsdag")),
    ("2026-12-24", .holiday(.christmasEve)), ("2017-09-01", .notYetOpened(day("2017-09-04"))),
  ])
  func closed(date: String, why: Closure) {
    #expect(calendar.day(day(date), at: euc) == .closed(why))
    #expect(!calendar.isOpeningDay(day(date), at: euc))
  }

  @Test func opensLater() {
    #expect(calendar.day(day("2019-08-08"), at: fgu) == .closed(.notYetOpened(day("2019-08-12"))))
    #expect(calendar.day(day("2019-08-12"), at: fgu) == .closed(.notThisWeekday))
    #expect(calendar.day(day("2019-08-13"), at: fgu) == .open([span("09:30-13:30")]))
  }

  @Test func anEntryHoldsForItsSchoolsOnly() {
    #expect(calendar.isOpeningDay(day("2026-03-10"), at: fgu))
    #expect(!calendar.isOpeningDay(day("2026-02-10"), at: fgu))
  }

  /// Exams move the hours of open days; they open no weekend, holiday or closure.
  @Test(arguments: [
    ("2026-05-12", SchoolCalendar.Day.open([span("08:00-11:00")])),
    ("2026-05-16", .closed(.notThisWeekday)), ("2026-05-14", .closed(.holiday(.ascension))),
    ("2026-05-15", .closed(.holiday(.fridayAfterAscension))),
    ("2026-06-05", .closed(.entry(kind: .closure, name: "Grundlovsdag"))),
  ])
  func hoursOfAPeriod(date: String, expected: SchoolCalendar.Day) {
    #expect(calendar.day(day(date), at: euc) == expected)
  }

  /// One named day is meant: it opens in a break, but not against the law.
  @Test func hoursOfOneDay() {
    #expect(calendar.day(day("2026-02-11"), at: euc) == .open([span("16:00-18:00")]))
    #expect(calendar.day(day("2026-02-11"), at: fgu) != .open([span("16:00-18:00")]))
    #expect(calendar.day(day("2026-05-25"), at: euc) == .closed(.holiday(.pentecostMonday)))
  }

  @Test func specialWithoutHoursKeepsTheOrdinary() {
    #expect(calendar.day(day("2026-09-08"), at: fgu) == .open([span("09:30-13:30")]))
    #expect(calendar.day(day("2026-09-09"), at: fgu) == .closed(.notThisWeekday))
  }

  @Test func severalSpansComeInOrder() {
    var divided = euc
    divided.hours = [
      OpeningHours(weekday: .monday, span: span("12:00-13:30")),
      OpeningHours(weekday: .monday, span: span("08:00-10:00")),
    ]
    #expect(
      calendar.day(day("2026-03-02"), at: divided) == .open([span("08:00-10:00"), span("12:00-13:30")]))
  }

  @Test func countsOpeningDays() {
    // Thursday to Thursday over a weekend and a closure at EUC.
    #expect(calendar.openingDays(after: day("2026-03-05"), through: day("2026-03-12"), at: euc) == 4)
    #expect(calendar.openingDays(after: day("2026-03-05"), through: day("2026-03-12"), at: fgu) == 2)
    #expect(calendar.openingDays(after: day("2026-03-05"), through: day("2026-03-05"), at: euc) == 0)
    #expect(calendar.openingDays(after: day("2026-03-12"), through: day("2026-03-05"), at: euc) == 0)
  }

  /// A school year with the published breaks has exactly 200 weekdays that are open.
  @Test func schoolYearOf200Days() {
    let breaks = [
      ("2025-10-11", "2025-10-19"), ("2025-12-20", "2026-01-04"), ("2026-02-07", "2026-02-15"),
      ("2026-03-28", "2026-04-06"), ("2026-05-14", "2026-05-17"), ("2026-06-05", "2026-06-05"),
    ].map { Self.entry("Ferie", .schoolBreak, $0.0, $0.1) }
    let year = SchoolCalendar(entries: breaks)
    #expect(year.openingDays(after: day("2025-08-10"), through: day("2026-06-26"), at: euc) == 200)
  }
}
