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
  /// What remains of forgotten files, by the hash of the last record each stands for.
  package private(set) var tallies: [RecordHash: Tally] = [:]
  /// Ids under which different bodies were recorded.
  package private(set) var conflicts: Set<RecordID> = []

  package init() {}

  /// Folds one event in. Folding the same record again changes nothing.
  package mutating func apply(_ event: Event, origin: Origin) {
    let agrees =
      switch event {
      case .visit(let visit):
        days[visit.day, default: DayBook()].insert(visit: Recorded(body: visit, origin: origin))
      case .sparring(let tick):
        days[tick.day, default: DayBook()].insert(sparring: Recorded(body: tick, origin: origin))
      case .zero(let tick):
        days[tick.day, default: DayBook()].insert(zero: Recorded(body: tick, origin: origin))
      case .void(let takeBack): apply(takeBack)
      case .handover(let step):
        chains[step.handover, default: ChangeChain()].insert(Recorded(body: step, origin: origin))
      case .door(let door): apply(door, origin: origin)
      case .pattern(let pattern):
        patterns[PatternPlace(school: pattern.school, weekday: pattern.weekday), default: ChangeChain()]
          .insert(Recorded(body: pattern, origin: origin))
      case .cell(let cell): apply(cell, origin: origin)
      case .swap(let swap): apply(swap, origin: origin)
      case .release(let release): apply(release, origin: origin)
      }
    if !agrees { conflicts.insert(event.id) }
  }

  /// Folds in what remains of a forgotten file.
  package mutating func apply(_ tally: Tally) {
    tallies[tally.hash] = tally
  }

  private mutating func apply(_ takeBack: TakeBack) -> Bool {
    days[takeBack.day, default: DayBook()].takeBack(takeBack.of)
    return true
  }

  private mutating func apply(_ door: DoorChange, origin: Origin) -> Bool {
    let place = SchoolDay(day: door.day, school: door.school)
    let present = doors[place]?[door.id]
    if let present, present.origin.hash <= origin.hash { return present.body == door }
    doors[place, default: [:]][door.id] = Recorded(body: door, origin: origin)
    return present == nil || present?.body == door
  }

  private mutating func apply(_ cell: CellChange, origin: Origin) -> Bool {
    let state = CellState(
      id: cell.id, after: cell.after, asked: cell.asked, at: cell.at, by: cell.by,
      source: .changed(cell.cause),
      spans: cell.spans)
    return cells[SchoolDay(day: cell.day, school: cell.school), default: ChangeChain()]
      .insert(Recorded(body: state, origin: origin))
  }

  private mutating func apply(_ swap: SwapStep, origin: Origin) -> Bool {
    let agrees = swaps[swap.offer, default: ChangeChain()].insert(Recorded(body: swap, origin: origin))
    guard swap.step == .accepted else { return agrees }
    for cell in swap.cells {
      let state = CellState(
        id: swap.id, after: cell.after, asked: nil, at: swap.at, by: swap.by, source: .swapped,
        spans: cell.spans)
      cells[SchoolDay(day: cell.day, school: cell.school), default: ChangeChain()]
        .insert(Recorded(body: state, origin: origin))
    }
    return agrees
  }

  private mutating func apply(_ release: ReleaseRecord, origin: Origin) -> Bool {
    let present = releases[release.id]
    if let present, present.origin.hash <= origin.hash { return present.body == release }
    releases[release.id] = Recorded(body: release, origin: origin)
    return present == nil || present?.body == release
  }
}
