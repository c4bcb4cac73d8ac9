// Questions to the ledger that several screens and commands ask.

extension Ledger {
  /// The changes of a day's cell that hold, oldest first; the last one is what the cell is now.
  /// A swap that was accepted while it was withdrawn, and lost to that, changes no cell.
  package func cellLine(at place: SchoolDay) -> [Recorded<CellState>] {
    cellChain(at: place)?.line(beats: Self.laterWins(\.at)) ?? []
  }

  /// All changes of a day's cell but swaps that came to nothing.
  func cellChain(at place: SchoolDay) -> ChangeChain<CellState>? {
    cells[place]?.filter { $0.source != .swapped || holdsSwap($0.id) }
  }

  /// The steps of a swap that hold: the offer, and at most one answer to it.
  package func swapLine(of offer: RecordID) -> [Recorded<SwapStep>] {
    swaps[offer]?.line(ends: { $0.step != .offered }, beats: Self.laterWins(\.at)) ?? []
  }

  /// The base roster's changes of one place that hold, oldest first.
  package func patternLine(at place: PatternPlace) -> [Recorded<PatternChange>] {
    patterns[place]?.line(beats: Self.laterWins(\.at)) ?? []
  }

  /// The base roster of a place on a day: the last change that has begun and whose rhythm has the week.
  package func pattern(at school: School.ID, on day: CivilDate) -> PatternChange? {
    let week = ISOWeek(containing: day)
    return patternLine(at: PatternPlace(school: school, weekday: day.weekday))
      .last { $0.body.from <= day && $0.body.rhythm.includes(week) }?.body
  }

  /// The last door change of the day; nil when the door was not touched.
  package func door(at school: School.ID, on day: CivilDate) -> DoorChange? {
    doors[SchoolDay(day: day, school: school)]?.values
      .max {
        ($0.body.at, $0.origin.writer, $0.origin.sequence, $1.body.id)
          < ($1.body.at, $1.origin.writer, $1.origin.sequence, $0.body.id)
      }?.body
  }

  /// The book of a day; empty when nothing was recorded.
  package func book(of day: CivilDate) -> DayBook { days[day] ?? DayBook() }

  /// All open handovers, oldest first, with what their files tell.
  package func openHandovers(entries: [Handover.ID: [RecordID: HandoverEntry]]) -> [Handover] {
    chains.filter { !isForgotten($0.key) }
      .compactMap { Handover(steps: $1, entries: entries[$0] ?? [:]) }
      .filter(\.state.isOpen)
      .sorted { ($0.begun, $0.id) < ($1.begun, $1.id) }
  }

  /// A handover by its id, open or ended; nil when it is unknown or its end is forgotten.
  package func handover(_ id: Handover.ID, entries: [RecordID: HandoverEntry]) -> Handover? {
    isForgotten(id) ? nil : chains[id].flatMap { Handover(steps: $0, entries: entries) }
  }

  /// The steps of a handover that figures count; one that repeats what stood in a forgotten file does not.
  package func countedSteps(of handover: Handover.ID) -> [HandoverStep] {
    (chains[handover]?.countedSteps ?? []).filter { !isGone($0.id) }
  }

  /// The others.
  func uncountedSteps(of handover: Handover.ID) -> [RecordID] {
    let counted = Set(countedSteps(of: handover).map(\.id))
    return (chains[handover]?.changes.keys).map { $0.filter { !counted.contains($0) } } ?? []
  }

  /// Whether anything was read under that id, in whatever stream.
  package func knows(_ id: RecordID) -> Bool {
    facts[id] != nil || days.values.contains { $0.has(id) }
  }

  /// Whether an event of the chain or duty stream was read.
  package func holds(_ event: RecordID) -> Bool { facts[event] != nil }

  /// Whether an accepted step is the answer that holds.
  private func holdsSwap(_ accepted: RecordID) -> Bool {
    guard case .swap(let swap) = facts[accepted]?.body else { return false }
    return swapLine(of: swap.offer).contains { $0.body.id == accepted }
  }

  /// At a fork the greatest (time, writer, sequence) holds, then the smaller id.
  static func laterWins<Change: Chained>(
    _ at: KeyPath<Change, UTCTime>
  ) -> (Recorded<Change>, Recorded<Change>) -> Bool {
    { left, right in
      (left.body[keyPath: at], left.origin.writer, left.origin.sequence, right.body.id)
        > (right.body[keyPath: at], right.origin.writer, right.origin.sequence, left.body.id)
    }
  }
}

extension Ledger {
  /// The records of releases: of two of one period the earlier one decides.
  package var releasesInOrder: [ReleaseRecord] {
    releases.values.sorted { left, right in
      (left.body.at, left.origin.writer, left.origin.sequence)
        < (right.body.at, right.origin.writer, right.origin.sequence)
    }.map(\.body)
  }

  /// Of each period the record that decides what was published.
  package var decidingReleases: [ReleaseRecord] {
    var decided: Set<String> = []
    return releasesInOrder.filter { decided.insert($0.period).inserted }
  }
}
