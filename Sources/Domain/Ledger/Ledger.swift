// Everything the log tells, folded into one value; the order of arrival makes no difference.

/// One school on one day.
package struct SchoolDay: Hashable, Comparable, Sendable {
  package var day: CivilDate
  package var school: School.ID

  package init(day: CivilDate, school: School.ID) {
    self.day = day
    self.school = school
  }

  package static func < (left: SchoolDay, right: SchoolDay) -> Bool {
    (left.day, left.school) < (right.day, right.school)
  }
}

/// One school on one weekday: a place in the base roster.
package struct PatternPlace: Hashable, Sendable {
  package var school: School.ID
  package var weekday: Weekday

  package init(school: School.ID, weekday: Weekday) {
    self.school = school
    self.weekday = weekday
  }
}

/// What a day's cell became, by a change of its own or as part of an accepted swap.
package struct CellState: Chained {
  package enum Source: Equatable, Sendable {
    case changed(CellChange.Cause)
    case swapped
  }

  package var id: RecordID
  package var after: RecordID
  package var asked: Colleague.ID?
  package var at: UTCTime
  package var by: Colleague.ID?
  package var source: Source
  package var spans: [DutySpan]
}

/// The events of all writers, folded.
package struct Ledger: Equatable, Sendable {
  package private(set) var days: [CivilDate: DayBook] = [:]
  package private(set) var chains: [Handover.ID: ChangeChain<HandoverStep>] = [:]
  package private(set) var doors: [SchoolDay: [RecordID: Recorded<DoorChange>]] = [:]
  package private(set) var patterns: [PatternPlace: ChangeChain<PatternChange>] = [:]
  package private(set) var cells: [SchoolDay: ChangeChain<CellState>] = [:]
  package private(set) var swaps: [RecordID: ChangeChain<SwapStep>] = [:]
  package private(set) var releases: [RecordID: Recorded<ReleaseRecord>] = [:]
  /// The records that ended weeks, and revised them.
  package private(set) var weeks: [ISOWeek: ChangeChain<WeekRecord>] = [:]
  /// What remains of forgotten files, by the hash of the last record each stands for.
  package private(set) var tallies: [RecordHash: Tally] = [:]
  /// Their rows by week and school, each by the same hash.
  private(set) var forgottenWeeks: [WeekPlace: [RecordHash: ForgottenWeek]] = [:]
  /// Ids under which different bodies were recorded.
  package private(set) var conflicts: Set<RecordID> = []
  /// The events of the chain and duty streams by id: one id counts in one place only.
  private(set) var facts: [RecordID: Recorded<Event>] = [:]
  /// Ids that forgotten files took back or ended.
  private var gone: Set<RecordID> = []

  package init() {}

  /// Folds one event in. Folding the same record again changes nothing.
  package mutating func apply(_ event: Event, origin: Origin) {
    let agrees =
      switch event {
      case .visit(let visit): count(.visit(visit), on: visit.day, origin: origin)
      case .sparring(let tick): count(.sparring(tick), on: tick.day, origin: origin)
      case .zero(let tick): count(.zero(tick), on: tick.day, origin: origin)
      case .void(let takeBack): count(.void(takeBack), on: takeBack.day, origin: origin)
      case .handover, .door, .pattern, .cell, .swap, .release, .week: settle(event, origin: origin)
      }
    if !agrees { conflicts.insert(event.id) }
  }

  /// Folds in what remains of a forgotten file.
  package mutating func apply(_ tally: Tally) {
    for (place, _) in tallies[tally.hash]?.weeks ?? [] {
      forgottenWeeks[place]?[tally.hash] = nil
      if forgottenWeeks[place]?.isEmpty == true { forgottenWeeks[place] = nil }
    }
    tallies[tally.hash] = tally
    for (place, row) in tally.weeks { forgottenWeeks[place, default: [:]][tally.hash] = row }
    gone.formUnion(tally.gone)
    for (day, book) in days {
      for id in tally.gone where book.has(id) { days[day]?.forget(id) }
    }
  }

  /// Whether a forgotten file tells that the handover ended.
  package func isForgotten(_ handover: Handover.ID) -> Bool {
    isGone(RecordID(high: handover.high, low: handover.low))
  }

  /// Whether a forgotten file tells that a record counts no more.
  func isGone(_ id: RecordID) -> Bool { gone.contains(id) }

  /// Leaves of a day only what a week was counted from.
  mutating func keep(_ coverage: WeekCoverage, on day: CivilDate) {
    days[day] = days[day]?.covered(by: coverage)
    for place in doors.keys where place.day == day {
      doors[place] = doors[place]?.filter { coverage.covers($1.origin, in: .duty) }
    }
  }

  private mutating func count(_ fact: DayBook.Fact, on day: CivilDate, origin: Origin) -> Bool {
    let agrees = days[day, default: DayBook()].insert(fact, origin: origin)
    if gone.contains(fact.id) { days[day]?.forget(fact.id) }
    return agrees
  }

  /// The same id twice counts once; of two bodies the smaller origin counts. False when they differed.
  private mutating func settle(_ event: Event, origin: Origin) -> Bool {
    let present = facts[event.id]
    if let present {
      guard origin < present.origin else { return present.body == event }
      remove(present.body)
    }
    facts[event.id] = Recorded(body: event, origin: origin)
    place(event, origin: origin)
    return present == nil || present?.body == event
  }

  private mutating func place(_ event: Event, origin: Origin) {
    switch event {
    case .visit, .sparring, .zero, .void: break
    case .handover(let step):
      chains[step.handover, default: ChangeChain()].insert(Recorded(body: step, origin: origin))
    case .door(let door):
      doors[door.place, default: [:]][door.id] = Recorded(body: door, origin: origin)
    case .pattern(let pattern):
      patterns[pattern.place, default: ChangeChain()].insert(Recorded(body: pattern, origin: origin))
    case .cell(let cell):
      cells[cell.place, default: ChangeChain()].insert(Recorded(body: CellState(cell), origin: origin))
    case .swap(let swap):
      swaps[swap.offer, default: ChangeChain()].insert(Recorded(body: swap, origin: origin))
      for cell in swap.cells where swap.step == .accepted {
        cells[cell.place, default: ChangeChain()]
          .insert(Recorded(body: CellState(cell, of: swap), origin: origin))
      }
    case .release(let release): releases[release.id] = Recorded(body: release, origin: origin)
    case .week(let week):
      weeks[week.week, default: ChangeChain()].insert(Recorded(body: week, origin: origin))
    }
  }

  /// Takes an event out again; a place that nothing is left of disappears, as if it had never been.
  private mutating func remove(_ event: Event) {
    switch event {
    case .visit, .sparring, .zero, .void: break
    case .handover(let step): Self.remove(step.id, at: step.handover, of: &chains)
    case .door(let door):
      doors[door.place]?[door.id] = nil
      if doors[door.place]?.isEmpty == true { doors[door.place] = nil }
    case .pattern(let pattern): Self.remove(pattern.id, at: pattern.place, of: &patterns)
    case .cell(let cell): Self.remove(cell.id, at: cell.place, of: &cells)
    case .swap(let swap):
      Self.remove(swap.id, at: swap.offer, of: &swaps)
      for cell in swap.cells { Self.remove(swap.id, at: cell.place, of: &cells) }
    case .release(let release): releases[release.id] = nil
    case .week(let week): Self.remove(week.id, at: week.week, of: &weeks)
    }
  }

  private static func remove<Place, Change>(
    _ id: RecordID, at place: Place, of chains: inout [Place: ChangeChain<Change>]
  ) {
    chains[place]?.remove(id)
    if chains[place]?.changes.isEmpty == true { chains[place] = nil }
  }
}

extension CellState {
  init(_ change: CellChange) {
    self.init(
      id: change.id, after: change.after, asked: change.asked, at: change.at, by: change.by,
      source: .changed(change.cause), spans: change.spans)
  }

  init(_ cell: SwapStep.Cell, of swap: SwapStep) {
    self.init(
      id: swap.id, after: cell.after, asked: nil, at: swap.at, by: swap.by, source: .swapped,
      spans: cell.spans)
  }
}

extension DoorChange {
  fileprivate var place: SchoolDay { SchoolDay(day: day, school: school) }
}

extension CellChange {
  fileprivate var place: SchoolDay { SchoolDay(day: day, school: school) }
}

extension SwapStep.Cell {
  /// The cell that it changes.
  package var place: SchoolDay { SchoolDay(day: day, school: school) }
}

extension PatternChange {
  /// The place of the base roster that it changes.
  package var place: PatternPlace { PatternPlace(school: school, weekday: weekday) }
}
