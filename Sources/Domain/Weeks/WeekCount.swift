// Counts a week from its records: what was open, staffed and counted, school by school. Exact numbers.

/// One school in a week that has not ended, or is counted again.
package struct SchoolWeek: Equatable, Sendable {
  package var row: WeekRow
  /// What closed the school all week, where the calendar has a name for it.
  package var closure: Closure?
  /// Opening days on which nothing was counted; nobody knows how many came.
  package var uncounted: [CivilDate]
}

/// A week as its records and today's documents tell it.
package struct WeekCount: Sendable {
  package let week: ISOWeek
  /// In the order of the schools document; then, by their ids, those that something was recorded at though
  /// the documents do not know them, or not yet, or no more.
  package let schools: [SchoolWeek]

  /// Only days up to `today` are counted.
  package init(week: ISOWeek, documents: Documents, ledger: Ledger, through today: CivilDate) {
    self.week = week
    let days = Weekday.allCases.map { week.date(of: $0) }.filter { $0 <= today }
    let recorded = ledger.schoolsRecorded(in: week, on: days)
    let listed = documents.schools.filter { $0.takesPart(in: week) || recorded.contains($0.id) }.map(\.id)
    let others = recorded.subtracting(documents.schools.map(\.id)).sorted()
    let roster = Roster(documents: documents, ledger: ledger)
    schools = (listed + others).map { Self.count($0, on: days, of: week, roster) }
  }

  private static func count(
    _ id: School.ID, on days: [CivilDate], of week: ISOWeek, _ roster: Roster
  ) -> SchoolWeek {
    let (ledger, calendar) = (roster.ledger, roster.documents.schoolCalendar)
    let (school, forgotten) = (roster.documents.school(id), ledger.forgotten(week, at: id))
    var row = WeekRow(
      school: id, visits: forgotten.visits, sparring: forgotten.sparring, isSmall: school?.isSmall ?? false)
    var uncounted: [CivilDate] = []
    for day in days {
      let book = ledger.book(of: day)
      let isCounted = book.isCounted(at: id) || forgotten.counted.contains(day.weekday)
      let isStaffed =
        isCounted || book.sparrings(at: id) > 0 || ledger.wasOpened(id, on: day)
        || forgotten.recorded.contains(day.weekday) || forgotten.opened.contains(day.weekday)
      row.visits += book.visits(at: id)
      row.sparring += book.sparrings(at: id)
      guard let school, calendar.isOpeningDay(day, at: school) else {
        row.extra += isStaffed ? 1 : 0
        continue
      }
      row.opening += 1
      row.staffed += isStaffed ? 1 : 0
      row.counted += isCounted ? 1 : 0
      if !isCounted { uncounted.append(day) }
    }
    if let school {
      row.minutes = days.reduce(0) { sum, day in
        sum + roster.shifts(at: school, on: day).reduce(0) { $0 + $1.hours.minutes }
      }
    }
    // What was summed up had the whole week's changes to go by; of them not all may be left.
    row.minutes = forgotten.minutes ?? row.minutes
    let closure = school.flatMap { self.closure(of: $0, week, calendar) }
    row.closed = closure?.kindInRecords
    return SchoolWeek(row: row, closure: closure, uncounted: uncounted)
  }

  /// The week's first named closure when no day of it is an opening day.
  private static func closure(of school: School, _ week: ISOWeek, _ calendar: SchoolCalendar) -> Closure? {
    var reasons: [Closure] = []
    for weekday in Weekday.allCases {
      switch calendar.day(week.date(of: weekday), at: school) {
      case .open: return nil
      case .closed(let closure): reasons.append(closure)
      }
    }
    return reasons.first { $0.kindInRecords != nil } ?? reasons.first
  }
}

extension Closure {
  /// As the record of an ended week has it; nil where no hours on those weekdays is all there is to it.
  package var kindInRecords: WeekRow.Closed? {
    switch self {
    case .holiday(let holiday): holiday.isByLaw ? .holiday : .closure
    case .entry(.schoolBreak, _): .schoolBreak
    case .entry(.closure, _), .closedForTheDay: .closure
    case .entry(.special, _): .special
    case .notThisWeekday: nil
    case .notYetOpened: .notOpened
    case .ended: .ended
    }
  }
}

extension DayBook {
  /// The schools at which anything that stands was recorded.
  fileprivate var schools: Set<School.ID> {
    let ticks = Array(sparrings.values) + Array(zeros.values)
    return Set(
      visits.values.lazy.map(\.body).filter { !takenBack.contains($0.id) }.map(\.school)
        + ticks.lazy.map(\.body).filter { !takenBack.contains($0.id) }.map(\.school))
  }
}

extension Ledger {
  /// Whether a school's door was opened on a day.
  fileprivate func wasOpened(_ school: School.ID, on day: CivilDate) -> Bool {
    doors[SchoolDay(day: day, school: school)]?.values.contains(where: \.body.isOpen) ?? false
  }

  /// The schools of which anything stands in the week, whether or not the documents know them.
  fileprivate func schoolsRecorded(in week: ISOWeek, on days: [CivilDate]) -> Set<School.ID> {
    var schools = Set(forgottenWeeks.keys.lazy.filter { $0.week == week }.map(\.school))
    for day in days { schools.formUnion(book(of: day).schools) }
    let wanted = Set(days)
    for (place, changes) in doors where wanted.contains(place.day) {
      if changes.values.contains(where: \.body.isOpen) { schools.insert(place.school) }
    }
    return schools
  }
}
