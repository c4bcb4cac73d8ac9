// A log of several desks over half a year, made by chance: everything that forgetting has to add up.

import Domain
import Foundation
import Store

/// Writes a folder's log from a seed, with everything that can happen between files: late records,
/// take-backs by another desk, one record in two files, steps of one handover in three.
final class RandomLog {
  static let schools: [School.ID] = ["EUC", "SOSU", "VUC"]
  static let colleagues: [Colleague.ID] = ["AA", "BB", "CC", "DD"]
  static let first = ISOWeek(containing: day("2024-11-11"))
  static let last = ISOWeek(containing: day("2025-04-21"))

  private let random: Randomness
  private let writer: BulkWriter
  private var time = 0
  private var recent: [(event: Event, day: CivilDate)] = []
  private var open: [HandoverStep] = []
  private var patterns: [PatternPlace: RecordID] = [:]
  private var cells: [SchoolDay: RecordID] = [:]

  static var documents: Documents {
    Documents(
      settings: Settings(name: "Prøve"),
      schools: schools.map { id in
        School(
          id: id, name: id.text, opened: day("2017-09-04"),
          hours: Weekday.allCases.prefix(5).map { OpeningHours(weekday: $0, span: span) }, teacherBreak: nil)
      },
      colleagues: colleagues.map { Colleague(id: $0, name: $0.text, profession: "mentor") })
  }

  private static let span = TimeSpan(
    from: ClockTime(clamping: 570), to: ClockTime(clamping: 810))

  init(folder: TestFolder, seed: UInt64) {
    random = Randomness(seed: seed)
    writer = BulkWriter(folder: folder.data, program: "elevtjenesten test") { [random] in random.next() }
  }

  /// Writes all weeks, `visits` a day and school at most.
  func write(visits: Int) throws {
    var week = Self.first
    while week <= Self.last {
      for weekday in Weekday.allCases.prefix(5) {
        let today = week.date(of: weekday)
        recent.removeAll { ISOWeek(containing: $0.day).adding(weeks: 1).date(of: .tuesday) < today }
        for school in Self.schools {
          try count(at: school, on: today, visits: visits)
          try plan(at: school, on: today)
        }
        try handOver(on: today)
      }
      week = week.adding(weeks: 1)
    }
    try writer.finish()
  }

  private func put(_ event: Event, by desk: School.ID, on today: CivilDate) throws {
    try writer.write(event, desk: desk, on: today)
  }

  private func chance(_ percent: Int) -> Bool { random.below(100) < percent }

  private func anyDesk() -> School.ID { Self.schools[random.below(Self.schools.count)] }

  private func now(_ day: CivilDate) -> UTCTime {
    time += 1
    return UTCTime(seconds: day.dayNumber * 86_400 + 20_000 + time % 40_000)
  }

  // MARK: Counting

  private func count(at school: School.ID, on today: CivilDate, visits: Int) throws {
    for _ in 0..<random.below(visits + 1) {
      let isLate = chance(10) && today.weekday < .wednesday
      let visit = self.visit(at: school, on: isLate ? today.adding(days: -3) : today)
      try record(.visit(visit), by: school, on: today)
      if chance(2) {
        var other = visit
        (other.outcome, other.school) = (.nowhere, anyDesk())
        try put(.visit(other), by: anyDesk(), on: today)
      }
    }
    if chance(25) { try record(.sparring(tick(school, today)), by: school, on: today) }
    if chance(15) { try record(.zero(tick(school, today)), by: school, on: today) }
    if chance(20), let (event, day) = recent.randomElement(by: random) {
      try put(.void(TakeBack(id: random.id(), day: day, of: event.id)), by: anyDesk(), on: today)
    }
  }

  private func record(_ event: Event, by desk: School.ID, on today: CivilDate) throws {
    try put(event, by: desk, on: today)
    if chance(4) { try put(event, by: anyDesk(), on: today) }
    switch event {
    case .visit(let visit): recent.append((event, visit.day))
    case .sparring(let tick), .zero(let tick): recent.append((event, tick.day))
    case .void, .handover, .door, .pattern, .cell, .swap, .release, .week: break
    }
  }

  private func visit(at school: School.ID, on day: CivilDate) -> Visit {
    let topics: [Topic.ID] = ["bolig", "trivsel", "familie", "andet"]
    return Visit(
      id: random.id(), day: day, school: school, topic: topics[random.below(4)],
      outcome: Outcome.allCases[random.below(Outcome.allCases.count)])
  }

  private func tick(_ school: School.ID, _ day: CivilDate) -> Tick {
    Tick(id: random.id(), day: day, school: school)
  }

  // MARK: Handovers

  private func handOver(on today: CivilDate) throws {
    if chance(30) {
      let step = HandoverStep(
        id: random.id(), after: .zero, day: today, handover: random.id(), hop: 1, school: anyDesk(),
        step: .offered)
      try put(.handover(step), by: step.school, on: today)
      open.append(step)
    }
    for index in open.indices.reversed() where chance(12) {
      var next = open[index]
      (next.id, next.after, next.day) = (random.id(), open[index].id, today)
      next.step = self.step(after: open[index], on: today)
      try put(.handover(next), by: anyDesk(), on: today)
      if chance(5) { try put(.handover(next), by: anyDesk(), on: today) }
      if chance(5) {
        var rival = next
        (rival.id, rival.step) = (random.id(), .withdrawn)
        try put(.handover(rival), by: anyDesk(), on: today)
      }
      if next.step.isTerminal { open.remove(at: index) } else { open[index] = next }
    }
  }

  private func step(after last: HandoverStep, on today: CivilDate) -> HandoverStep.Step {
    switch (last.step, random.below(6)) {
    case (.takenOver, 0...3): .closed(ClosingReason.allCases[random.below(6)])
    case (.takenOver, _): .undone
    case (_, 0...2): .takenOver(daysSinceOffer: random.below(20), isTold: false)
    case (_, 3): .declined
    case (_, 4): .offered
    default: .closed(.nowhere)
    }
  }

  // MARK: Duty

  private func plan(at school: School.ID, on today: CivilDate) throws {
    if chance(80) {
      let door = DoorChange(
        id: random.id(), at: now(today), by: "AA", day: today, isOpen: true, school: school)
      try put(.door(door), by: school, on: today)
    }
    let place = PatternPlace(school: school, weekday: today.weekday)
    if patterns[place] == nil || chance(1) {
      let every = 1 + random.below(2)
      let change = PatternChange(
        id: random.id(), after: patterns[place] ?? .zero, at: now(today), by: "AA",
        from: today.adding(days: random.below(60) - 30),
        rhythm: Rhythm(every: every, week: ISOWeek(containing: today)), school: school,
        spans: [span(anyColleague())], weekday: today.weekday)
      try put(.pattern(change), by: school, on: today)
      patterns[place] = change.id
    }
    if chance(6) {
      let ahead = SchoolDay(day: today.adding(days: random.below(30)), school: school)
      let change = CellChange(
        id: random.id(), after: cells[ahead] ?? .zero, asked: nil, at: now(today), by: "AA", cause: .absent,
        day: ahead.day, school: school, spans: chance(50) ? [] : [span(anyColleague())])
      try put(.cell(change), by: anyDesk(), on: today)
      cells[ahead] = change.id
    }
    if chance(2) { try swap(at: school, on: today) }
  }

  private func swap(at school: School.ID, on today: CivilDate) throws {
    let place = SchoolDay(day: today.adding(days: random.below(20)), school: school)
    let cell = SwapStep.Cell(
      after: cells[place] ?? .zero, day: place.day, school: school, spans: [span(anyColleague())])
    let offer: RecordID = random.id()
    let offered = SwapStep(
      id: offer, after: .zero, at: now(today), by: "AA", cells: [cell], offer: offer, step: .offered)
    try put(.swap(offered), by: school, on: today)
    var answer = offered
    (answer.id, answer.after, answer.at) = (random.id(), offer, now(today))
    answer.step = chance(70) ? .accepted : .declined
    try put(.swap(answer), by: anyDesk(), on: today)
    if answer.step == .accepted { cells[place] = answer.id }
  }

  private func span(_ colleague: Colleague.ID) -> DutySpan {
    let from = 540 + 30 * random.below(4)
    return DutySpan(
      colleague: colleague, buddy: nil,
      hours: TimeSpan(
        from: ClockTime(clamping: from), to: ClockTime(clamping: from + 60 + 30 * random.below(5))))
  }

  private func anyColleague() -> Colleague.ID { Self.colleagues[random.below(Self.colleagues.count)] }
}

extension Array {
  fileprivate func randomElement(by random: Randomness) -> Element? {
    isEmpty ? nil : self[random.below(count)]
  }
}
