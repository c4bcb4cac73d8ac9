// Who can be given something on a day, and for which days a handover can be agreed.

import Domain
import Testing

@Suite struct GivingTests {
  private let today = day("2026-03-05")
  private let documents: Documents = {
    var fgu = school("FGU", on: [.tuesday])
    fgu.hours.append(OpeningHours(weekday: .thursday, span: span("09:30-13:30")))
    return picture(
      schools: [school("EUC"), fgu],
      colleagues: [
        colleague("HER"), colleague("OLD", to: "2026-03-04"), colleague("LAST", to: "2026-03-05"),
        colleague("NEW", from: "2026-03-06"), colleague("AWY", away: [days("2026-03-01", "2026-03-20")]),
      ],
      calendar: [
        CalendarEntry(
          schoolYear: "2025/26", name: "Møde", kind: .closure, days: days("2026-03-12", "2026-03-12"),
          schools: ["EUC"]),
        CalendarEntry(
          schoolYear: "2025/26", name: "Åben lørdag", kind: .special, days: days("2026-03-14", "2026-03-14"),
          hours: span("10:00-12:00")),
      ]
    ).documents
  }()

  @Test func nobodyBeforeBeginningOrAfterLeaving() {
    func why(_ id: Colleague.ID) -> Unavailability? { documents.reasonAgainstGiving(to: id, on: today)?.why }
    #expect(why("HER") == nil && why("LAST") == nil && why("AWY") == nil)
    #expect(why("OLD") == .left(day("2026-03-04")) && why("NEW") == .notYetBegun(day("2026-03-06")))
    #expect(why("XXX") == .unknown)
    #expect(documents.reasonAgainstGiving([duty("HER"), duty("HER", "OLD")], on: today)?.colleague == "OLD")
    #expect(documents.reasonAgainstGiving([duty("HER", "AWY")], on: today) == nil)
  }

  private func refusal(
    _ receiver: Colleague.ID, _ agreed: String?, at school: School.ID = "EUC"
  ) -> HandoverRefusal? {
    do throws(HandoverRefusal) {
      try documents.checkOffer(to: receiver, agreed: agreed.map(day), at: school, on: today)
      return nil
    } catch {
      return error
    }
  }

  @Test func theAgreedDayIsASchoolDayFromTodayOn() {
    #expect(refusal("HER", nil) == nil && refusal("HER", "2026-03-05") == nil)
    #expect(refusal("HER", "2026-03-04") == .dayIsPast(day("2026-03-04")))
    #expect(refusal("HER", "2026-03-07") == .noSchoolDay(day("2026-03-07"), .notThisWeekday))
    #expect(
      refusal("HER", "2026-03-12")
        == .noSchoolDay(day("2026-03-12"), .entry(kind: .closure, name: "Møde")))
    #expect(refusal("HER", "2026-04-02") == .noSchoolDay(day("2026-04-02"), .holiday(.maundyThursday)))
    #expect(refusal("HER", "2026-03-14") == nil, "a Saturday with hours of its own")
    #expect(refusal("HER", "2026-03-12", at: "FGU") == nil, "the closure is that of another school")
    #expect(refusal("HER", "2026-03-06", at: "FGU") == nil, "a Friday without an open door")
  }

  @Test func theReceiverIsHereTodayAndOnTheAgreedDay() {
    #expect(refusal("LAST", nil) == nil && refusal("AWY", "2026-03-06") == nil)
    #expect(refusal("LAST", "2026-03-06") == .receiver(GivingRefusal(colleague: "LAST", why: .left(today))))
    #expect(
      refusal("NEW", "2026-03-06")
        == .receiver(GivingRefusal(colleague: "NEW", why: .notYetBegun(day("2026-03-06")))))
  }
}
