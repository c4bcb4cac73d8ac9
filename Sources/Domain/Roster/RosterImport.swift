// A roster from a spreadsheet: what the rows say, what is wrong with them, and what they would change.

/// A table read as a roster. Nothing is changed before its events are recorded.
package struct RosterImport: Equatable, Sendable {
  /// How the table is laid out.
  package enum Layout: Equatable, Sendable {
    /// A row for each shift of a day.
    case days
    /// A row for each place of the base roster.
    case base
    /// Schools by weekdays, with names in the cells.
    case matrix
  }

  /// What is wrong with a cell, or with the table.
  package enum Problem: Equatable, Sendable {
    /// Neither a date nor a weekday among the headings.
    case unknownLayout
    case missingColumn(String)
    case missing
    case badDate, badTime, badWeekday, badStatus, badRhythm
    case reversed
    case unknownSchool(String)
    case unknownColleague(String)
    /// Several colleagues have that name; an id says which.
    case ambiguousColleague(String)
    case ownBuddy
    /// The day is over and its roster does not change any more.
    case past(CivilDate)
    /// Other rows say something else, or the same, of the same school and day.
    case contradiction
    /// Somebody in it is not here on the day it begins.
    case notHere(GivingRefusal)
    /// A row above would never count: this one is for every week and begins no later.
    case overtakes
  }

  /// A problem and where it stands.
  package struct Fault: Equatable, Sendable {
    package var line: Int
    /// From 1; nil is the whole row.
    package var column: Int?
    package var problem: Problem

    package init(line: Int, column: Int?, problem: Problem) {
      self.line = line
      self.column = column
      self.problem = problem
    }
  }

  /// What a table says of a school on a day.
  package struct DayValue: Equatable, Sendable {
    package var spans: [DutySpan] = []
    package var asked: Colleague.ID?
    package var isClosed = false
    /// Nil where the table does not say.
    package var isSubstituted: Bool?

    /// Whether nothing that the table says differs from what is shown.
    func agrees(with shown: DayValue) -> Bool {
      spans == shown.spans && asked == shown.asked && isClosed == shown.isClosed
        && (isSubstituted == nil || isSubstituted == shown.isSubstituted ?? false)
    }
  }

  /// What a table says of a place in the base roster, from a day on.
  package struct BaseValue: Equatable, Sendable {
    package var from: CivilDate
    package var rhythm: Rhythm
    package var spans: [DutySpan]
  }

  /// A change of one school on one day, or of one place in the base roster.
  package enum Edit: Equatable, Sendable {
    case day(SchoolDay, before: [DutySpan], DayValue)
    case base(PatternPlace, before: [BaseValue], [BaseValue])
  }

  package internal(set) var layout: Layout?
  package internal(set) var faults: [Fault] = []
  package internal(set) var edits: [Edit] = []
  /// Columns that were not read.
  package internal(set) var unusedColumns: [String] = []
  /// Places that the table mentions and that are already as it says.
  package internal(set) var unchanged = 0

  /// Reads a table. A matrix is a base roster from a day on, or with `weeks` the days of those weeks.
  package init(
    _ table: CellTable, into roster: Roster, today: CivilDate, from: CivilDate? = nil,
    weeks: ClosedRange<ISOWeek>? = nil
  ) {
    var reading = RosterReading(table: table, roster: roster, today: today, start: from, weeks: weeks)
    layout = reading.read()
    unusedColumns = reading.unusedColumns
    for (place, said) in reading.days.sorted(by: { $0.key < $1.key }) {
      add(place, said.value, at: said.line, roster, today)
    }
    for (place, said) in reading.base.sorted(by: { $0.key.sortingKey < $1.key.sortingKey }) {
      add(place, said, at: reading.baseLines[place] ?? 1, roster, today)
    }
    faults = (reading.faults + faults).sorted { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) }
    if !faults.isEmpty { edits = [] }
  }

  private mutating func add(
    _ place: SchoolDay, _ value: DayValue, at line: Int, _ roster: Roster, _ today: CivilDate
  ) {
    guard let school = roster.documents.school(place.school) else { return }
    if value.agrees(with: roster.dayValue(at: school, on: place.day)) {
      unchanged += 1
    } else if place.day < today {
      faults.append(Fault(line: line, column: nil, problem: .past(place.day)))
    } else if let refusal = roster.documents.reasonAgainstGiving(value.spans, on: place.day) {
      faults.append(Fault(line: line, column: nil, problem: .notHere(refusal)))
    } else {
      edits.append(.day(place, before: roster.planned(at: school, on: place.day), value))
    }
  }

  private mutating func add(
    _ place: PatternPlace, _ said: [BaseValue], at line: Int, _ roster: Roster, _ today: CivilDate
  ) {
    let after = said.map { $0.starting(today) }
    // Until the first of them begins, all stays as it is.
    let before = roster.ledger.baseValues(at: place, from: after.map(\.from).min() ?? today)
    if before.map(\.comparable) == after.map(\.comparable) {
      unchanged += 1
    } else if let refusal = after.lazy.compactMap({ value in
      roster.documents.reasonAgainstGiving(value.spans, on: value.firstDay(on: place.weekday))
    }).first {
      faults.append(Fault(line: line, column: nil, problem: .notHere(refusal)))
    } else {
      edits.append(.base(place, before: before, after))
    }
  }

  /// The edits as records, each upon the last one of its place.
  package func events(
    into ledger: Ledger, by: Colleague.ID?, at: UTCTime, newID: () -> RecordID
  ) -> [Event] {
    edits.flatMap { edit -> [Event] in
      switch edit {
      case .day(let place, _, let value):
        let cause: CellChange.Cause =
          value.isClosed
          ? .closed : (value.isSubstituted == true ? .substitute : (value.asked == nil ? .plan : .absent))
        return [
          .cell(
            CellChange(
              id: newID(), after: ledger.lastChange(at: place), asked: value.asked,
              at: at, by: by, cause: cause, day: place.day, school: place.school, spans: value.spans))
        ]
      case .base(let place, let before, let said):
        return patterns(of: place, before, said, into: ledger).reduce(into: []) { events, value in
          let last = events.last?.id ?? ledger.lastChange(at: place)
          events.append(
            .pattern(
              PatternChange(
                id: newID(), after: last, at: at, by: by, from: value.from, rhythm: value.rhythm,
                school: place.school, spans: value.spans, weekday: place.weekday)))
        }
      }
    }
  }

  /// The table says all there is to say of a place: what was there before must not show in weeks that
  /// it leaves out.
  private func patterns(
    of place: PatternPlace, _ before: [BaseValue], _ said: [BaseValue], into ledger: Ledger
  ) -> [BaseValue] {
    guard let first = said.first, first.rhythm.every > 1, !before.isEmpty else { return said }
    let nobody = BaseValue(
      from: first.from, rhythm: .weekly(from: ISOWeek(containing: first.from)), spans: [])
    return [nobody] + said
  }
}

extension RosterImport.BaseValue {
  /// The same from a day on: what is over does not change any more.
  fileprivate func starting(_ day: CivilDate) -> Self {
    Self(from: max(from, day), rhythm: rhythm, spans: spans)
  }

  /// The first day on which it holds.
  fileprivate func firstDay(on weekday: Weekday) -> CivilDate {
    rhythm.firstDay(on: weekday, from: from)
  }

  /// A value in which two that mean the same are equal.
  fileprivate var comparable: Self {
    let week = ISOWeek(containing: from)
    return Self(from: from, rhythm: Rhythm(every: rhythm.every, week: rhythm.first(from: week)), spans: spans)
  }
}

extension PatternPlace {
  fileprivate var sortingKey: (School.ID, Weekday) { (school, weekday) }
}

extension Ledger {
  /// The base roster of a place from a day on, as a table says it.
  package func baseValues(at place: PatternPlace, from day: CivilDate) -> [RosterImport.BaseValue] {
    let plan = basePlan(at: place, from: day)
    guard plan.contains(where: { !$0.spans.isEmpty }) else { return [] }
    return plan.map {
      RosterImport.BaseValue(from: max($0.from, day), rhythm: $0.rhythm, spans: $0.spans.inOrder)
    }
  }
}

extension Roster {
  /// What is shown of a school on a day, as a table says it.
  package func dayValue(at school: School, on day: CivilDate) -> RosterImport.DayValue {
    var value = RosterImport.DayValue()
    switch coverage(at: school, on: day) {
    case .closed: value.isClosed = true
    case .nobody(let asked): value.asked = asked
    case .staffed(let shifts):
      value.spans = shifts.map { DutySpan(colleague: $0.colleague, buddy: $0.buddy, hours: $0.hours) }.inOrder
      value.isSubstituted = shifts.contains { $0.isSubstitute }
    }
    return value
  }
}

extension [DutySpan] {
  /// Somebody has a duty in some of these hours.
  func hasDuty(of colleague: Colleague.ID, in hours: TimeSpan) -> Bool {
    contains { $0.colleague == colleague && $0.hours.overlaps(hours) }
  }

  /// Earliest first.
  var inOrder: [DutySpan] {
    sorted { ($0.hours.from, $0.colleague) < ($1.hours.from, $1.colleague) }
  }
}
