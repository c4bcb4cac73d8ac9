// Two coordinators change a roster at random: what is shown obeys the rules, in whatever order it arrives.

import Domain
import Testing

@Suite struct RosterRunTests {
  private let schools = [
    school("EUC"), school("HHX", hours: "10:00-14:00"), school("FGU", on: [.tuesday, .thursday]),
  ]
  private let weeks = week("2026-W09")...week("2026-W13")

  private func colleagues(_ random: inout SeededRandom) -> [Colleague] {
    let ids: [Colleague.ID] = ["AAT", "BIR", "CET", "DOR", "EVA", "FAT", "GUD", "HAN"]
    return ids.enumerated().map { index, id in
      var one = colleague(id, isFloater: index == 0)
      one.school = index % 3 == 1 ? "EUC" : (index % 3 == 2 ? "HHX" : nil)
      one.employer = one.school == nil ? .municipality : .school
      if Bool.random(using: &random) {
        let start = day("2026-02-23").adding(days: Int.random(in: 0..<28, using: &random))
        one.away = [DateSpan(from: start, to: start.adding(days: 3))]
      }
      if index == 3 { one.weekdays = [.monday, .wednesday] }
      if index == 4 { one.to = day("2026-03-12") }
      return one
    }
  }

  private func someSpans(_ people: [Colleague], _ random: inout SeededRandom) -> [DutySpan] {
    func one(_ hours: String) -> DutySpan {
      duty(
        people.randomElement(using: &random)?.id ?? "XXX",
        Bool.random(using: &random) ? people.randomElement(using: &random)?.id : nil, hours)
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return []
    case 1: return [one("09:30-11:30"), one("11:00-14:00")]
    default: return [one("09:30-14:00")]
    }
  }

  /// The events of two writers; each now and then reads what the other has written.
  private func edits(_ people: [Colleague], _ random: inout SeededRandom) -> [(Event, Origin)] {
    var written: [(Event, Origin)] = []
    var views = [Ledger(), Ledger()]
    for number in 1...60 {
      let writer = Int.random(in: 0...1, using: &random)
      let place = schools[Int.random(in: 0..<3, using: &random)].id
      let date = weeks.lowerBound.monday.adding(days: Int.random(in: 0..<35, using: &random))
      let spans = someSpans(people, &random)
      // The clocks of the two are not to be trusted.
      let time = utc("2026-02-20T08:00:00Z").seconds + Int.random(in: 0..<5000, using: &random)
      let event: Event
      if Int.random(in: 0..<4, using: &random) == 0 {
        let last = views[writer].patternLine(at: PatternPlace(school: place, weekday: date.weekday)).last
        event = .pattern(
          PatternChange(
            id: id(number), after: last?.body.id ?? .zero, at: UTCTime(seconds: time), by: nil, from: date,
            rhythm: Rhythm(every: Int.random(in: 1...3, using: &random), week: ISOWeek(containing: date)),
            school: place, spans: spans, weekday: date.weekday))
      } else {
        let last = views[writer].cellLine(at: SchoolDay(day: date, school: place)).last
        let cause = CellChange.Cause.allCases.randomElement(using: &random) ?? .plan
        event = .cell(
          CellChange(
            id: id(number), after: last?.body.id ?? .zero, asked: nil, at: UTCTime(seconds: time), by: nil,
            cause: cause, day: date, school: place, spans: cause == .closed ? [] : spans))
      }
      let origin = origin(number, writer: writer == 0 ? "euc-1111111111111111" : "hhx-2222222222222222")
      written.append((event, origin))
      views[writer].apply(event, origin: origin)
      if Int.random(in: 0..<5, using: &random) == 0 {
        for (event, origin) in written { views[writer].apply(event, origin: origin) }
      }
    }
    return written
  }

  private func fold(_ written: [(Event, Origin)]) -> Ledger {
    var ledger = Ledger()
    for (event, origin) in written { ledger.apply(event, origin: origin) }
    return ledger
  }

  @Test(arguments: 1...24) func anyOrderOfArrival(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let people = colleagues(&random)
    let written = edits(people, &random)
    let documents = Documents(
      settings: Settings(name: "Prøve"), schools: schools, colleagues: people)
    let roster = Roster(documents: documents, ledger: fold(written))
    let other = Roster(documents: documents, ledger: fold(written.shuffled(using: &random)))
    let days = DateSpan(weeks: weeks)
    #expect(roster.faults(in: days) == other.faults(in: days))
    #expect(roster.ledger.conflicts(in: days) == other.ledger.conflicts(in: days))
    let proposal = Proposal(filling: days, of: roster)
    #expect(proposal == Proposal(filling: days, of: other))
    RosterInvariants.check(roster, days)
    RosterInvariants.check(proposal, of: roster, days)
  }
}

/// What must be true of every roster, counted minute by minute from what is shown on the screen.
enum RosterInvariants {
  static func check(_ roster: Roster, _ days: DateSpan) {
    let faults = roster.faults(in: days)
    for day in days.all {
      let shown = roster.documents.schools.flatMap { roster.shifts(at: $0, on: day) }
      for shift in shown {
        let colleague = roster.documents.colleague(shift.colleague)
        #expect(colleague?.isAvailable(on: day) == true)
        // A fault names the colleague, whichever of two shifts at the school it is.
        let own = shown.filter { $0.school == shift.school && $0.colleague == shift.colleague }
        let isElsewhere = shown.contains { other in
          other.school != shift.school && other.colleague == shift.colleague
            && own.contains { $0.hours.overlaps(other.hours) }
        }
        let isTold = faults.contains { fault in
          guard fault.place == SchoolDay(day: day, school: shift.school) else { return false }
          if case .twoPlaces(shift.colleague, let other) = fault.rule { return other != shift.school }
          return false
        }
        #expect(isElsewhere == isTold, "\(shift)")
      }
      for school in roster.documents.schools {
        let told = faults.filter { $0.isHole && $0.place == SchoolDay(day: day, school: school.id) }
        let minutes = told.reduce(0) { $0 + $1.minutes }
        #expect(emptyMinutes(roster, school, day) == minutes, "\(school.id) \(day)")
      }
    }
  }

  static func check(_ proposal: Proposal, of roster: Roster, _ days: DateSpan) {
    var number = 1000
    let changes = proposal.changes(by: nil, at: utc("2026-03-01T12:00:00Z")) {
      number += 1
      return id(number)
    }
    let after = roster.planning(changes.map(Event.cell))
    let (before, now) = (Set(roster.faults(in: days)), after.faults(in: days))
    #expect(now.filter(\.isClash).allSatisfy { before.contains($0) })
    // What is still empty is what was said to stay so.
    let holes = now.filter(\.isHole)
    #expect(Set(holes.map(\.place)) == Set(proposal.unfilled.map(\.place)))
    #expect(holes.reduce(0) { $0 + $1.minutes } == proposal.unfilled.reduce(0) { $0 + $1.hours.minutes })
    #expect(changes.allSatisfy { change in proposal.fills.contains { $0.place.day == change.day } })
  }

  /// Minutes of the opening hours in which no shift is shown.
  private static func emptyMinutes(_ roster: Roster, _ school: School, _ day: CivilDate) -> Int {
    guard case .open(let hours) = roster.documents.schoolCalendar.day(day, at: school) else { return 0 }
    if case .closed = roster.coverage(at: school, on: day) { return 0 }
    let shifts = roster.shifts(at: school, on: day)
    return hours.flatMap { $0.from.minutes..<$0.to.minutes }.count { minute in
      !shifts.contains { $0.hours.contains(ClockTime(clamping: minute)) }
    }
  }
}

extension RosterFault {
  fileprivate var minutes: Int {
    if case .nobody(let hours, _) = rule { return hours.minutes }
    return 0
  }
}
