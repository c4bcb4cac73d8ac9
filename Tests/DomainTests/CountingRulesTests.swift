// What may be counted and taken back, and until when.

import Domain
import Testing

@Suite struct CountingRulesTests {
  /// Week 10 of 2026 ends on Sunday 8 March; it is final on Wednesday 11 March at 12.00.
  @Test(arguments: [
    ("2026-03-05", "10:12", false), ("2026-03-08", "23:59", false), ("2026-03-10", "13:00", false),
    ("2026-03-11", "11:59", false), ("2026-03-11", "12:00", true), ("2026-03-11", "23:59", true),
    ("2026-03-12", "00:00", true), ("2027-03-05", "10:12", true),
  ])
  func finalOnWednesdayAtNoon(date: String, time: String, isFinal: Bool) {
    #expect(week("2026-W10").isFinal(at: moment(date, time)) == isFinal)
  }

  /// The week of 53 ends in January.
  @Test func finalOverNewYear() {
    #expect(!week("2026-W53").isFinal(at: moment("2027-01-06", "11:59")))
    #expect(week("2026-W53").isFinal(at: moment("2027-01-06", "12:00")))
  }

  private func folder(_ events: [Event] = []) -> FolderPicture {
    picture(schools: [school("EUC"), school("FGU", opened: "2026-03-04")], colleagues: [], events: events)
  }

  private let now = moment("2026-03-05", "10:12")

  @Test func counting() throws {
    #expect(try folder().checkCounting(at: "EUC", on: day("2026-03-05"), now: now).id == "EUC")
    #expect(try folder().checkCounting(at: "EUC", on: day("2026-03-02"), now: now).id == "EUC")
    #expect(throws: CountingRefusal.unknownSchool("XXX")) {
      try folder().checkCounting(at: "XXX", on: day("2026-03-05"), now: now)
    }
    #expect(throws: CountingRefusal.dayIsAhead(day("2026-03-06"))) {
      try folder().checkCounting(at: "EUC", on: day("2026-03-06"), now: now)
    }
    #expect(throws: CountingRefusal.schoolNotYetOpened("FGU", day("2026-03-04"))) {
      try folder().checkCounting(at: "FGU", on: day("2026-03-03"), now: now)
    }
    // Week 9 became final the day before.
    #expect(throws: CountingRefusal.weekIsFinal(week("2026-W09"))) {
      try folder().checkCounting(at: "EUC", on: day("2026-02-27"), now: now)
    }
  }

  @Test func zero() throws {
    let visits = folder([visit(1, "EUC", on: "2026-03-05"), visit(2, "EUC", on: "2026-03-05")])
    #expect(throws: CountingRefusal.visitsStand(2)) {
      try visits.checkZero(at: "EUC", on: day("2026-03-05"), now: now)
    }
    try visits.checkZero(at: "FGU", on: day("2026-03-05"), now: now)
    try visits.checkZero(at: "EUC", on: day("2026-03-04"), now: now)
    let zero = folder([.zero(tick(3, "EUC", on: "2026-03-05"))])
    #expect(throws: CountingRefusal.zeroStands) {
      try zero.checkZero(at: "EUC", on: day("2026-03-05"), now: now)
    }
    let back = folder([
      .zero(tick(3, "EUC", on: "2026-03-05")),
      .void(TakeBack(id: id(4), day: day("2026-03-05"), of: id(3))),
    ])
    try back.checkZero(at: "EUC", on: day("2026-03-05"), now: now)
  }

  @Test func takingBack() throws {
    let folder = folder([
      visit(1, "EUC", on: "2026-03-05"), visit(2, "EUC", on: "2026-03-04"), visit(3, "EUC", on: "2026-02-27"),
      .sparring(tick(4, "EUC", on: "2026-03-05")), visit(5, "EUC", on: "2026-03-05"),
      .void(TakeBack(id: id(6), day: day("2026-03-05"), of: id(5))),
    ])
    func check(_ number: Int, byCoordinator: Bool = false) throws -> CivilDate {
      try folder.checkTakingBack(id(number), byCoordinator: byCoordinator, now: now)
    }
    #expect(try check(1) == day("2026-03-05"))
    #expect(try check(4) == day("2026-03-05"))
    #expect(throws: CountingRefusal.onlySameDay(day("2026-03-04"))) { try check(2) }
    #expect(try check(2, byCoordinator: true) == day("2026-03-04"))
    #expect(throws: CountingRefusal.weekIsFinal(week("2026-W09"))) { try check(3, byCoordinator: true) }
    #expect(throws: CountingRefusal.nothingToTakeBack) { try check(5, byCoordinator: true) }
    #expect(throws: CountingRefusal.nothingToTakeBack) { try check(99) }
    // A take-back itself cannot be taken back.
    #expect(throws: CountingRefusal.nothingToTakeBack) { try check(6) }
  }
}
