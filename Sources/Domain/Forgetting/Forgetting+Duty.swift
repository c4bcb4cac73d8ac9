// What remains of a year's duties: opened days and minutes of each week, and the roster still in force.

extension Forgetting {
  /// A base roster may have been entered that many weeks after it had begun to hold.
  private static let retroactiveWeeks = 60

  static func duty(_ events: [Event], year: Int, _ basis: ForgettingBasis) -> Tally.Content {
    let weeks = weeks(of: events, year: year)
    var opened: [WeekPlace: Set<Weekday>] = [:]
    for case .door(let door) in events where door.isOpen {
      let place = WeekPlace(week: ISOWeek(containing: door.day), school: door.school)
      opened[place, default: []].insert(door.day.weekday)
    }
    let roster = Roster(documents: basis.documents, ledger: basis.ledger)
    var rows: [WeekPlace: Tally.DutyWeek] = [:]
    for school in basis.documents.schools {
      for week in weeks {
        let place = WeekPlace(week: week, school: school.id)
        // What was summed up before had more to go by.
        let minutes = basis.ledger.forgotten(week, at: school.id).minutes
        guard school.takesPart(in: week) || minutes != nil else { continue }
        rows[place] = Tally.DutyWeek(
          week: week, school: school.id, opened: opened.removeValue(forKey: place) ?? [],
          minutes: minutes ?? roster.minutes(at: school, in: week))
      }
    }
    for (place, weekdays) in opened {
      rows[place] = Tally.DutyWeek(week: place.week, school: place.school, opened: weekdays, minutes: 0)
    }
    return .duty(rows.sorted { $0.key < $1.key }.map(\.value), kept: kept(events, after: year, basis))
  }

  /// The weeks of the year, and those before and after it that the events tell of.
  private static func weeks(of events: [Event], year: Int) -> [ISOWeek] {
    guard let newYear = CivilDate(year: year, month: 1, day: 1),
      let newYearsEve = CivilDate(year: year, month: 12, day: 31)
    else { return [] }
    var touched: Set<ISOWeek> = []
    var first = ISOWeek(containing: newYear)
    let earliest = first.adding(weeks: -retroactiveWeeks)
    for event in events {
      switch event {
      case .door(let door): touched.insert(ISOWeek(containing: door.day))
      case .cell(let cell): touched.insert(ISOWeek(containing: cell.day))
      case .swap(let swap): touched.formUnion(swap.cells.map { ISOWeek(containing: $0.day) })
      case .pattern(let pattern): first = min(first, max(earliest, ISOWeek(containing: pattern.from)))
      case .visit, .sparring, .zero, .void, .handover, .release, .week: break
      }
    }
    var week = first
    while week.monday <= newYearsEve {
      touched.insert(week)
      week = week.adding(weeks: 1)
    }
    return touched.sorted()
  }

  /// The releases, the records by which weeks have ended, and the base roster as far as later weeks rest on
  /// it.
  private static func kept(_ events: [Event], after year: Int, _ basis: ForgettingBasis) -> [Event] {
    guard let newYearsEve = CivilDate(year: year, month: 12, day: 31) else { return events }
    let boundary = ISOWeek(containing: newYearsEve).adding(weeks: 1).monday
    var inForce: [PatternPlace: Set<RecordID>] = [:]
    let weeks = basis.ledger.weeks.keys.flatMap { basis.ledger.lineOfRecords(of: $0) }
    let hashes = Dictionary(weeks.map { ($0.body.id, $0.origin.hash) }) { $1 }
    var kept: [RecordID: Event] = [:]
    for event in events {
      switch event {
      case .pattern(let pattern):
        let place = PatternPlace(school: pattern.school, weekday: pattern.weekday)
        let needed = inForce[place] ?? basis.ledger.patternsInForce(at: place, from: boundary)
        inForce[place] = needed
        if needed.contains(pattern.id) { kept[pattern.id] = event }
      case .release: kept[event.id] = event
      case .week(let record):
        guard let hash = hashes[record.id] else { continue }
        kept[event.id] = .week(record.forgotten(hash: hash))
      case .visit, .sparring, .zero, .void, .handover, .door, .cell, .swap: break
      }
    }
    return kept.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension Roster {
  /// The duty of a school in a week.
  fileprivate func minutes(at school: School, in week: ISOWeek) -> Int {
    Weekday.allCases.flatMap { shifts(at: school, on: week.date(of: $0)) }.map(\.hours.minutes).reduce(0, +)
  }
}

extension Ledger {
  /// The changes of a place from the first that some day from then on rests on. None of those between is
  /// left out: the later ones were made upon them.
  fileprivate func patternsInForce(at place: PatternPlace, from day: CivilDate) -> Set<RecordID> {
    let line = patternLine(at: place).map(\.body)
    // Once all have begun they come round again after this many weeks.
    let round = Set(line.map { max(1, $0.rhythm.every) }).reduce(1) { min($0 * $1, 520) }
    let begun = max(
      ISOWeek(containing: day), line.map { ISOWeek(containing: $0.from) }.max() ?? ISOWeek(containing: day))
    var (week, first) = (ISOWeek(containing: day), line.endIndex)
    while week < begun.adding(weeks: round + 1) {
      let date = week.date(of: place.weekday)
      first = min(first, line.lastIndex { $0.from <= date && $0.rhythm.includes(week) } ?? first)
      week = week.adding(weeks: 1)
    }
    return Set(line[first...].map(\.id))
  }
}
