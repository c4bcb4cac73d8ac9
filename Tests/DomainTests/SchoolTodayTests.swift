// A row of I dag: the status of a door over the times of a day and what was recorded.

import Domain
import Testing

@Suite struct SchoolTodayTests {
  private let base = pattern(1, at: "EUC", on: .thursday, [duty("MAL", "PRE")])
  private let people = [colleague("MAL"), colleague("PRE"), colleague("OJV")]

  private func today(_ events: [Event], at time: String, on date: String = "2026-03-05") throws -> SchoolToday
  {
    let picture = picture(schools: [school("EUC")], colleagues: people, events: events)
    return try #require(picture.today(at: moment(date, time)).first)
  }

  enum Fact: CaseIterable {
    case nothing, opened, openedAndClosed, visit, zero, sparring, takenBack

    var events: [Event] {
      let opened = door(20, "EUC", on: "2026-03-05", isOpen: true)
      switch self {
      case .nothing: return []
      case .opened: return [opened]
      case .openedAndClosed:
        return [opened, door(21, "EUC", on: "2026-03-05", isOpen: false, time: "2026-03-05T10:00:00Z")]
      case .visit: return [DomainTests.visit(30, "EUC", on: "2026-03-05")]
      case .zero: return [.zero(tick(31, "EUC", on: "2026-03-05"))]
      case .sparring: return [.sparring(tick(32, "EUC", on: "2026-03-05"))]
      case .takenBack:
        return [
          DomainTests.visit(30, "EUC", on: "2026-03-05"),
          .void(TakeBack(id: id(33), day: day("2026-03-05"), of: id(30))),
        ]
      }
    }
  }

  struct Row: Sendable {
    var fact: Fact
    var before: DoorStatus
    var during: DoorStatus
    var after: DoorStatus
    var visits: Int?
  }

  /// At 8.00, 10.12 and 14.00 with duty from 9.30 to 13.30.
  @Test(arguments: [
    Row(fact: .nothing, before: .opens(clock("09:30")), during: .notOpened, after: .over, visits: nil),
    Row(fact: .opened, before: .open, during: .open, after: .stillOpen, visits: nil),
    Row(fact: .openedAndClosed, before: .over, during: .over, after: .over, visits: nil),
    Row(fact: .visit, before: .staffed, during: .staffed, after: .over, visits: 1),
    Row(fact: .zero, before: .staffed, during: .staffed, after: .over, visits: 0),
    Row(fact: .sparring, before: .staffed, during: .staffed, after: .over, visits: nil),
    Row(fact: .takenBack, before: .opens(clock("09:30")), during: .notOpened, after: .over, visits: nil),
  ])
  func statuses(row: Row) throws {
    let events = [base] + row.fact.events
    for (time, expected) in [("08:00", row.before), ("10:12", row.during), ("14:00", row.after)] {
      let today = try today(events, at: time)
      #expect(today.status == expected, "\(row.fact) at \(time)")
      #expect(today.visits == row.visits)
    }
  }

  @Test func theVeryMinutes() throws {
    #expect(try today([base], at: "09:29").status == .opens(clock("09:30")))
    #expect(try today([base], at: "09:30").status == .notOpened)
    #expect(try today([base], at: "13:29").status == .notOpened)
    #expect(try today([base], at: "13:30").status == .over)
  }

  @Test func nobodyOnDuty() throws {
    for time in ["08:00", "10:12", "14:00"] {
      #expect(try today([], at: time).status == .nobodyOnDuty(asked: nil))
      #expect(try today([], at: time).shift(at: clock(time)) == nil)
    }
    let asked = cell(2, at: "EUC", on: "2026-03-05", [], cause: .absent, asked: "OJV")
    #expect(try today([base, asked], at: "08:00").status == .nobodyOnDuty(asked: "OJV"))
  }

  @Test func closedDays() throws {
    #expect(try today([base], at: "10:12", on: "2026-04-02").status == .closed(.holiday(.maundyThursday)))
    let closed = cell(2, at: "EUC", on: "2026-03-05", [], cause: .closed)
    let row = try today([base, closed], at: "10:12")
    #expect(row.status == .closed(.closedForTheDay))
    #expect(!row.isNotCounted)
  }

  /// A gap shows nobody, never the one before: at the start, in the middle and at the end of the hours.
  @Test func gapsInsideTheHours() throws {
    let torn = pattern(
      1, at: "EUC", on: .thursday, [duty("MAL", nil, "10:00-11:00"), duty("PRE", nil, "12:00-13:00")])
    let times: [(String, Colleague.ID?, DoorStatus)] = [
      ("09:00", "MAL", .opens(clock("10:00"))), ("09:45", nil, .nobodyOnDuty(asked: nil)),
      ("10:30", "MAL", .notOpened), ("11:30", nil, .nobodyOnDuty(asked: nil)),
      ("12:30", "PRE", .notOpened), ("13:15", nil, .nobodyOnDuty(asked: nil)), ("14:00", "PRE", .over),
    ]
    for (time, who, status) in times {
      let today = try today([torn], at: time)
      #expect(today.shift(at: clock(time))?.colleague == who, "\(time)")
      #expect(today.status == status, "\(time)")
    }
  }

  @Test func notCounted() throws {
    #expect(try !today([base], at: "13:00").isNotCounted)
    #expect(try today([base], at: "13:30").isNotCounted)
    #expect(try today([base] + Fact.openedAndClosed.events, at: "12:00").isNotCounted)
    #expect(try today([base] + Fact.sparring.events, at: "14:00").isNotCounted)
    #expect(try today([base] + Fact.takenBack.events, at: "14:00").isNotCounted)
    #expect(try !today([base] + Fact.visit.events, at: "14:00").isNotCounted)
    #expect(try !today([base] + Fact.zero.events, at: "14:00").isNotCounted)
    #expect(try !today([], at: "14:00").isNotCounted)
  }

  /// The last change of a door holds, and of two in the same second the same one everywhere.
  @Test func theLastDoorHolds() throws {
    let opened = door(20, "EUC", on: "2026-03-05", isOpen: true, time: "2026-03-05T08:30:00Z")
    let closed = door(21, "EUC", on: "2026-03-05", isOpen: false, time: "2026-03-05T12:30:00Z")
    #expect(try today([base, closed, opened], at: "10:12").status == .over)
    #expect(try today([base, opened, closed], at: "10:12").status == .over)
    let again = door(22, "EUC", on: "2026-03-05", isOpen: true, time: "2026-03-05T12:30:01Z")
    #expect(try today([again, base, opened, closed], at: "10:12").status == .open)
    // Another day's door says nothing.
    let yesterday = door(23, "EUC", on: "2026-03-04", isOpen: true)
    #expect(try today([base, yesterday], at: "10:12").status == .notOpened)
  }

  /// Whoever opened the door and was then taken off the roster, or sent home, is not there any more.
  @Test func anAbsenceOvertakesAnOpenDoor() throws {
    let opened = door(20, "EUC", on: "2026-03-05", isOpen: true, time: "2026-03-05T08:30:00Z")
    func change(_ cause: CellChange.Cause, _ time: String) -> Event {
      cell(2, at: "EUC", on: "2026-03-05", [], cause: cause, time: "2026-03-05T\(time)Z")
    }
    #expect(
      try today([base, opened, change(.absent, "09:00:00")], at: "10:12").status == .nobodyOnDuty(asked: nil))
    #expect(
      try today([base, opened, change(.closed, "09:00:00")], at: "10:12").status == .closed(.closedForTheDay))
    // Somebody opened it all the same, later.
    #expect(try today([base, opened, change(.absent, "07:00:00")], at: "10:12").status == .open)
    let stepsIn = cell(
      2, at: "EUC", on: "2026-03-05", [duty("PRE")], cause: .substitute, time: "2026-03-05T09:00:00Z")
    #expect(try today([base, opened, stepsIn], at: "10:12").status == .open)
  }

  @Test func sparringsAreCountedApart() throws {
    let row = try today([base] + Fact.sparring.events + Fact.visit.events, at: "10:12")
    #expect(row.sparrings == 1)
    #expect(row.visits == 1)
  }
}
