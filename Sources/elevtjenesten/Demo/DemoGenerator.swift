// Makes up a folder's past, day by day, the same for the same seed, moment and volume.

import Domain

/// How much the generator makes up.
enum DemoVolumeOrder: Equatable, Sendable {
  /// As a real year would bring it, with open handovers and a day that has begun.
  case natural
  /// Exactly so many visits that stand, all before today.
  case exactly(Int)
}

/// Why no data can be made up.
enum DemoError: Error, Equatable {
  /// No door was open in those weeks, so no visit can have been there.
  case noOpenDays(weeks: Int)
}

/// The made-up past as a sequence of days.
struct DemoGenerator: Sendable {
  let world: DemoWorld
  let now: Moment
  let clock: Clock
  let firstDay: CivilDate
  private let order: DemoVolumeOrder
  private var random: DemoRandom
  private var slots: [DemoSlot]
  private var handovers: DemoHandovers

  init(
    world: DemoWorld, weeks: Int, order: DemoVolumeOrder, seed: UInt64, now: Moment, clock: Clock
  ) throws(DemoError) {
    self.world = world
    self.now = now
    self.clock = clock
    self.order = order
    firstDay = now.day.adding(days: -7 * weeks)
    random = DemoRandom(seed: seed)
    slots = world.slots(from: firstDay, through: now.day.adding(days: -1), random: &random)
    switch order {
    case .natural:
      DemoVolume.byChance(&slots, random: &random)
      DemoScript.place(&slots, today: now.day, addsVisits: true)
    case .exactly(let total):
      guard DemoVolume.exactly(total, &slots, random: &random) else { throw .noOpenDays(weeks: weeks) }
      DemoScript.place(&slots, today: now.day, addsVisits: false)
    }
    handovers = DemoHandovers(days: Self.distinct(slots.filter(\.isStaffed).map(\.day)))
  }

  /// How many days there will be, for showing progress.
  var dayCount: Int { now.day.days(since: firstDay) + 1 }

  /// Makes the days one after the other and hands each on.
  mutating func run<Failure>(_ take: (DemoChapter) throws(Failure) -> Void) throws(Failure) {
    var next = 0
    for offset in 0..<dayCount {
      let day = firstDay.adding(days: offset)
      var chapter = DemoChapter(day: day)
      if offset == 0 { addPatterns(to: &chapter) }
      let start = next
      while next < slots.count, slots[next].day == day { next += 1 }
      for slot in slots[start..<next] { add(slot, to: &chapter) }
      if day == now.day, order == .natural { addToday(to: &chapter) }
      for step in handovers.steps(on: day) { chapter.add(.handover(step), at: step.school) }
      try take(chapter)
    }
  }

  /// The base roster, drawn up on the first day.
  private mutating func addPatterns(to chapter: inout DemoChapter) {
    for duty in world.duties {
      guard let school = world.documents.school(duty.school),
        let hours = school.hours(on: duty.weekday, asOf: firstDay).first
      else { continue }
      let from = max(firstDay, school.opened)
      let change = PatternChange(
        id: random.id(), after: .zero, at: clock.utc(day: firstDay, time: ClockTime(clamping: 7 * 60)),
        by: DemoWorld.coordinator, from: from, rhythm: Rhythm(every: 1, week: ISOWeek(containing: from)),
        school: duty.school,
        spans: [DutySpan(colleague: duty.colleague, buddy: duty.buddy, hours: hours)], weekday: duty.weekday)
      chapter.add(.pattern(change), at: duty.school)
    }
  }

  private mutating func add(_ slot: DemoSlot, to chapter: inout DemoChapter) {
    addException(of: slot, to: &chapter)
    guard slot.isStaffed else { return }
    addDoor(slot, isOpen: true, minutes: slot.hours.from.minutes - 6 + random.below(10), to: &chapter)
    addVisits(of: slot, to: &chapter)
    if slot.visits == 0, random.chance(0.8) {
      chapter.add(.zero(Tick(id: random.id(), day: slot.day, school: slot.school.id)), at: slot.school.id)
    }
    if random.chance(0.22) {
      chapter.add(.sparring(Tick(id: random.id(), day: slot.day, school: slot.school.id)), at: slot.school.id)
    }
    addDoor(slot, isOpen: false, minutes: slot.hours.to.minutes + random.below(9), to: &chapter)
  }

  private mutating func addVisits(of slot: DemoSlot, to chapter: inout DemoChapter) {
    for number in 0..<slot.visits {
      var visit = makeVisit(at: slot.school.id, on: slot.day)
      if slot.scripted.indices.contains(number) {
        let scene = slot.scripted[number]
        visit.topic = scene.topic
        visit.outcome = .guidedOn
        chapter.files.append(handovers.plan(scene, from: slot.day, random: &random))
      } else if visit.outcome == .guidedOn {
        handovers.plan(from: slot.day, at: slot.school.id, random: &random)
      }
      chapter.add(.visit(visit), at: slot.school.id)
      if random.chance(0.015) { addMistake(at: slot.school.id, on: slot.day, to: &chapter) }
    }
  }

  /// A visit that was recorded by mistake and taken back; it does not count.
  private mutating func addMistake(at school: School.ID, on day: CivilDate, to chapter: inout DemoChapter) {
    var visit = makeVisit(at: school, on: day)
    visit.outcome = .doneHere
    chapter.add(.visit(visit), at: school)
    chapter.add(.void(TakeBack(id: random.id(), day: day, of: visit.id)), at: school)
  }

  private mutating func makeVisit(at school: School.ID, on day: CivilDate) -> Visit {
    let topic = random.pick(DemoWorld.topicMix).map { Topic.ID($0) } ?? Topic.notGiven
    let outcome = random.pick(DemoWorld.outcomeMix) ?? .doneHere
    return Visit(id: random.id(), day: day, school: school, topic: topic, outcome: outcome)
  }

  private mutating func addException(of slot: DemoSlot, to chapter: inout DemoChapter) {
    let absent: RecordID = random.id()
    let early = clock.utc(day: slot.day, time: ClockTime(clamping: 7 * 60 + 15))
    func cell(_ id: RecordID, after: RecordID, _ cause: CellChange.Cause, _ spans: [DutySpan]) -> Event {
      .cell(
        CellChange(
          id: id, after: after, asked: nil, at: early, by: DemoWorld.coordinator, cause: cause, day: slot.day,
          school: slot.school.id, spans: spans))
    }
    switch slot.exception {
    case .none: return
    case .nobody: chapter.add(cell(absent, after: .zero, .absent, []), at: slot.school.id)
    case .substitute(let other):
      let span = DutySpan(colleague: other, buddy: slot.duty.buddy, hours: slot.hours)
      chapter.add(cell(absent, after: .zero, .absent, []), at: slot.school.id)
      chapter.add(cell(random.id(), after: absent, .substitute, [span]), at: slot.school.id)
    }
  }

  private mutating func addDoor(
    _ slot: DemoSlot, isOpen: Bool, minutes: Int, to chapter: inout DemoChapter
  ) {
    let by = slot.colleague.flatMap { world.documents.colleague($0) }
    let at = clock.utc(day: slot.day, time: ClockTime(clamping: minutes), second: random.below(60))
    let door = DoorChange(
      id: random.id(), at: at, by: by?.isEmployed(on: slot.day) == true ? by?.id : nil, day: slot.day,
      isOpen: isOpen, school: slot.school.id)
    chapter.add(.door(door), at: slot.school.id)
  }

  private static func distinct(_ days: [CivilDate]) -> [CivilDate] {
    days.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}

extension DemoGenerator {
  /// The day that has begun: one school without anybody, doors that opened, the first visits. The desk
  /// the demo is shown from has done nothing yet; that is left to whoever tries it.
  private mutating func addToday(to chapter: inout DemoChapter) {
    for school in world.documents.schools where school.id != DemoWorld.home {
      guard var slot = world.slot(at: school, on: now.day) else { continue }
      if school.id == DemoWorld.uncovered {
        slot.exception = .nobody
        if now.time.minutes >= 7 * 60 + 15 { addException(of: slot, to: &chapter) }
        continue
      }
      // The smallest desk forgot to open its door on the screen.
      let opening = slot.hours.from.minutes - 4 + random.below(8)
      if school.id == "FGU" || now.time.minutes <= opening { continue }
      addDoor(slot, isOpen: true, minutes: opening, to: &chapter)
      for _ in 0..<visitsSoFar(at: slot) {
        var visit = makeVisit(at: school.id, on: now.day)
        if visit.outcome == .guidedOn { visit.outcome = .doneHere }
        chapter.add(.visit(visit), at: school.id)
      }
    }
  }

  /// Two at the gymnasium once half an hour has passed, elsewhere as many as the time allows.
  private mutating func visitsSoFar(at slot: DemoSlot) -> Int {
    let passed = now.time.minutes - slot.hours.from.minutes
    let share = Double(min(max(0, passed), slot.hours.minutes)) / Double(max(1, slot.hours.minutes))
    let count = random.poisson(DemoWorld.meanVisits(at: slot.school.id) * share)
    return slot.school.id == "GYM" && passed >= 30 ? max(2, count) : count
  }
}
