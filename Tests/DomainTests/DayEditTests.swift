// Dividing a duty, exceptions that were taken back, and values as people type them.

import Domain
import Testing

@Suite struct DayEditTests {
  @Test func aPartIsTakenAndTheRestStays() {
    let day = [duty("MAL", "PRE")]
    #expect(
      day.replacing("MAL", in: span("10:00-11:00"), with: "BOO") == [
        duty("MAL", "PRE", "09:30-10:00"), duty("BOO", "PRE", "10:00-11:00"),
        duty("MAL", "PRE", "11:00-13:30"),
      ])
    #expect(day.replacing("MAL", in: span("09:30-13:30"), with: "PRE") == [duty("PRE")])
    #expect(day.replacing("MAL", in: span("08:00-10:00"), with: nil) == [duty("MAL", "PRE", "10:00-13:30")])
    #expect([].replacing(nil, in: span("09:30-13:30"), with: "BOO", buddy: "MAL") == [duty("BOO", "MAL")])
    // Only who cannot come is replaced.
    let shared = [duty("MAL", nil, "09:30-11:00"), duty("PRE", nil, "11:00-13:30")]
    #expect(
      shared.replacing("PRE", in: span("11:00-13:30"), with: "BOO") == [
        shared[0], duty("BOO", nil, "11:00-13:30"),
      ])
  }

  @Test func whatIsTakenBackIsNoException() {
    let place = SchoolDay(day: day("2026-03-05"), school: "EUC")
    let base = pattern(1, at: "EUC", on: .thursday, [duty("MAL")])
    let first = cell(2, at: "EUC", on: "2026-03-05", [duty("PRE")], cause: .substitute)
    let closed = cell(3, after: 2, at: "EUC", on: "2026-03-05", [], cause: .closed)
    let back = cell(4, after: 3, at: "EUC", on: "2026-03-05", [duty("PRE")], cause: .undo)
    let all = cell(5, after: 4, at: "EUC", on: "2026-03-05", [duty("MAL")], cause: .undo)
    #expect(ledger([base, first, closed]).exception(at: place)?.source == .changed(.closed))
    #expect(ledger([base, first, closed, back]).exception(at: place)?.source == .changed(.substitute))
    #expect(ledger([base, first, closed, back, all]).exception(at: place) == nil)
    // What took nothing back is what was written.
    let alone = cell(6, at: "EUC", on: "2026-03-05", [duty("PRE")], cause: .undo)
    #expect(ledger([base, alone]).exception(at: place)?.spans == [duty("PRE")])
    // Closed, something else, and that taken back: closed again.
    let shut = cell(7, at: "EUC", on: "2026-03-05", [], cause: .closed)
    let other = cell(8, after: 7, at: "EUC", on: "2026-03-05", [duty("PRE")], cause: .plan)
    let undo = cell(9, after: 8, at: "EUC", on: "2026-03-05", [], cause: .undo)
    #expect(ledger([base, shut, other, undo]).exception(at: place)?.source == .changed(.closed))
  }

  @Test func aBaseRosterIsPutBack() {
    let odd = pattern(
      1, at: "EUC", on: .thursday, [duty("MAL")], rhythm: Rhythm(isOdd: true, from: week("2025-W33")))
    let even = pattern(
      2, after: 1, at: "EUC", on: .thursday, [duty("PRE")],
      rhythm: Rhythm(isOdd: false, from: week("2025-W33")))
    let new = pattern(3, after: 2, at: "EUC", on: .thursday, [duty("BOO")], from: "2026-03-09")
    guard case .pattern(let change) = new else { return }
    let put = ledger([odd, even, new]).patternsBefore(change)
    #expect(put.map(\.spans) == [[duty("MAL")], [duty("PRE")]])
    #expect(put.map(\.from) == [day("2026-03-09"), day("2026-03-09")])
    guard case .pattern(let first) = odd else { return }
    #expect(ledger([odd]).patternsBefore(first).map(\.spans) == [[]])
  }

  @Test(arguments: [
    ("10", "2026-W10"), ("uge 11", "2026-W11"), ("52", "2025-W52"), ("2027-W01", "2027-W01"),
    ("20", "2026-W20"),
    ("53", "2026-W53"), ("0", nil), ("54", nil), ("", nil), ("12345", nil), ("10 11", nil),
  ])
  func typedWeeks(text: String, expected: String?) {
    #expect(TypedValue.week(text, near: week("2026-W10"))?.description == expected)
  }

  @Test(arguments: [
    ("12/3", "2026-03-12"), ("12.3.", "2026-03-12"), ("4/3", "2027-03-04"), ("2026-04-01", "2026-04-01"),
    ("31/12 2026", "2026-12-31"), ("12/3-26", "2026-03-12"), ("12/3 26", "2026-03-12"),
    ("120326", "2026-03-12"), ("uge 12 3", nil), ("12/3/126", nil), ("30/2", nil), ("12", nil), ("", nil),
    ("i morgen", nil),
  ])
  func typedDays(text: String, expected: String?) {
    #expect(TypedValue.day(text, from: day("2026-03-05"))?.description == expected)
  }

  @Test(arguments: [
    ("10-11", "10:00-11:00"), ("9.30-13.30", "09:30-13:30"), ("9:30–11", "09:30-11:00"),
    ("0930-1130", "09:30-11:30"), ("11-10", nil), ("10", nil), ("25-26", nil), ("10.75-11", nil),
    ("9.5-11", nil),
    ("930-11", "09:30-11:00"), ("kl. 9-11", nil), ("", nil),
  ])
  func typedHours(text: String, expected: String?) {
    #expect(TypedValue.hours(text) == expected.map { span($0) })
  }
}
