// What remains of a file: sums per week and school of exactly what the file adds to the figures.

extension Forgetting {
  /// The sums of a file's events, its copies included. `hash` is that of the last record they stand for,
  /// `missing` how many of the file's records had been lost before.
  package static func tally(
    of file: LoggedFile, events: [Event], hash: RecordHash, missing: Int, in basis: ForgettingBasis
  ) -> Tally {
    let sums: (content: Tally.Content, gone: Set<RecordID>)
    switch file.stream {
    case .visits: sums = visits(events, basis)
    case .chain: sums = chain(events, basis)
    case .duty: sums = (duty(events, year: file.lastDay.year, basis), [])
    }
    return Tally(hash: hash, missing: missing, gone: sums.gone.sorted(), content: sums.content)
  }

  /// What remains of a forgotten file later: without what the releases have taken over, and without ids
  /// of which no line is left.
  package static func tally(again earlier: Tally, in basis: ForgettingBasis) -> Tally {
    var tally = earlier
    tally.gone = basis.stillThere(earlier.gone)
    if case .visits(let weeks) = earlier.content { tally.content = .visits(weeks.map(basis.released(_:))) }
    return tally
  }

  // MARK: Visits

  private static func visits(
    _ events: [Event], _ basis: ForgettingBasis
  ) -> (content: Tally.Content, gone: Set<RecordID>) {
    let own = ForgettingBasis.lines(events)
    var weeks: [WeekPlace: Tally.VisitWeek] = [:]
    var (gone, seen): (Set<RecordID>, Set<RecordID>) = ([], [])
    for event in events {
      guard let day = event.countedDay else { continue }
      if case .void(let takeBack) = event {
        let voided = ForgettingBasis.Line(id: takeBack.of, day: day)
        if basis.isElsewhere(voided, than: own) { gone.insert(takeBack.of) }
        continue
      }
      let book = basis.ledger.book(of: day)
      guard let fact = book.standing(event.id), !basis.counted.contains(event.id) else { continue }
      if basis.isElsewhere(ForgettingBasis.Line(id: event.id, day: day), than: own) {
        // Two bodies under one id: the one that counts must not be lost with its file.
        guard fact == event, basis.ledger.conflicts.contains(event.id) else { continue }
        gone.insert(event.id)
      }
      guard seen.insert(event.id).inserted, let school = fact.countedSchool else { continue }
      let place = WeekPlace(week: ISOWeek(containing: day), school: school)
      weeks[place, default: Tally.VisitWeek(place)].count(fact, on: day.weekday)
    }
    let rows = weeks.sorted { $0.key < $1.key }.map { basis.released($0.value) }
    return (.visits(rows), gone)
  }

  // MARK: Chain

  /// Every step counts that changed something, also one that lost a fork: so the sums do not depend on which
  /// file goes first. Whether it did stands in the whole log; so one that did not, and stands in another
  /// file, is named before that cannot be told any more.
  private static func chain(
    _ events: [Event], _ basis: ForgettingBasis
  ) -> (content: Tally.Content, gone: Set<RecordID>) {
    let (own, handovers) = (ForgettingBasis.lines(events), ForgettingBasis.handovers(events))
    var weeks: [WeekPlace: Tally.ChainWeek] = [:]
    var counted = Set(handovers.flatMap(basis.ledger.countedSteps).map(\.id))
    for case .handover(let step) in events where counted.remove(step.id) != nil {
      if basis.isElsewhere(ForgettingBasis.Line(id: step.id, day: nil), than: own) { continue }
      let place = WeekPlace(week: ISOWeek(containing: step.day), school: step.school)
      weeks[place, default: Tally.ChainWeek(week: place.week, school: place.school, steps: [:], days: [:])]
        .count(step.step)
    }
    // All of them have ended. What other files still tell must not make them look open again.
    let gone = handovers.filter { basis.isElsewhere($0, than: handovers) }
    let uncounted = gone.flatMap(basis.ledger.uncountedSteps).filter {
      basis.isElsewhere(ForgettingBasis.Line(id: $0, day: nil), than: own)
    }
    return (
      .chain(weeks.sorted { $0.key < $1.key }.map(\.value)),
      Set(gone.map { RecordID(high: $0.high, low: $0.low) }).union(uncounted)
    )
  }
}

extension ForgettingBasis {
  /// A row without topics and outcomes where the releases of its school year are made.
  fileprivate func released(_ row: Tally.VisitWeek) -> Tally.VisitWeek {
    guard released.contains(Period(schoolYearOf: row.week)) else { return row }
    var row = row
    (row.topics, row.outcomes) = ([:], [:])
    return row
  }
}

extension Event {
  /// The school at which the event is counted.
  fileprivate var countedSchool: School.ID? {
    switch self {
    case .visit(let visit): visit.school
    case .sparring(let tick), .zero(let tick): tick.school
    case .void, .handover, .door, .pattern, .cell, .swap, .release, .week: nil
    }
  }
}

extension DayBook {
  /// The visit, sparring or zero of that id, unless it was taken back.
  fileprivate func standing(_ id: RecordID) -> Event? {
    if takenBack.contains(id) { return nil }
    if let visit = visits[id] { return .visit(visit.body) }
    if let tick = sparrings[id] { return .sparring(tick.body) }
    return zeros[id].map { .zero($0.body) }
  }
}

extension Tally.VisitWeek {
  fileprivate init(_ place: WeekPlace) {
    self.init(
      week: place.week, school: place.school, visits: 0, sparring: 0, counted: [], recorded: [], topics: [:],
      outcomes: [:])
  }

  fileprivate mutating func count(_ fact: Event, on weekday: Weekday) {
    recorded.insert(weekday)
    switch fact {
    case .visit(let visit):
      visits += 1
      counted.insert(weekday)
      topics[visit.topic, default: 0] += 1
      outcomes[visit.outcome, default: 0] += 1
    case .sparring: sparring += 1
    case .zero: counted.insert(weekday)
    case .void, .handover, .door, .pattern, .cell, .swap, .release, .week: break
    }
  }
}

extension Tally.ChainWeek {
  fileprivate mutating func count(_ step: HandoverStep.Step) {
    steps[step.name, default: 0] += 1
    if case .takenOver(let wait, _) = step { days[wait, default: 0] += 1 }
  }
}
