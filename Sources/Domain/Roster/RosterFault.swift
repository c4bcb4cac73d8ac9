// The rules of the roster: what is wrong with a plan, for a week or for one change of it.

/// Why a colleague cannot have a duty on a day.
package enum Unavailability: Hashable, Sendable {
  /// No document knows the colleague.
  case unknown
  case notYetBegun(CivilDate)
  case left(CivilDate)
  /// Away up to and including that day.
  case away(CivilDate)
  case notThisWeekday(Weekday)
}

extension Colleague {
  /// Why the colleague cannot have a duty on a day; nil when nothing stands in the way.
  package func unavailability(on day: CivilDate) -> Unavailability? {
    if let from, day < from { return .notYetBegun(from) }
    if let to, day > to { return .left(to) }
    if let absence = away.first(where: { $0.contains(day) }) { return .away(absence.to) }
    return weekdays.contains(day.weekday) ? nil : .notThisWeekday(day.weekday)
  }
}

/// A rule that a plan breaks, and where.
package struct RosterFault: Hashable, Sendable {
  /// The rules.
  package enum Rule: Hashable, Sendable {
    /// Duty here and at the other school at one time; the same school for two duties here.
    case twoPlaces(Colleague.ID, other: School.ID)
    /// The makker has duty at another school at that time.
    case buddyOnDuty(Colleague.ID, at: School.ID)
    /// The colleague's duty has no makker.
    case noBuddy(Colleague.ID)
    /// Nobody is on duty in these opening hours.
    case nobody(TimeSpan, asked: Colleague.ID?)
    case unavailable(Colleague.ID, Unavailability, isBuddy: Bool)
    case closedDay(Colleague.ID, Closure)
  }

  package var place: SchoolDay
  package var rule: Rule

  package init(place: SchoolDay, rule: Rule) {
    self.place = place
    self.rule = rule
  }

  /// Somebody is planned who cannot be there, or in two places.
  package var isClash: Bool {
    switch rule {
    case .twoPlaces, .buddyOnDuty, .closedDay: true
    case .unavailable(_, _, let isBuddy): !isBuddy
    case .noBuddy, .nobody: false
    }
  }

  /// A hole on an opening day.
  package var isHole: Bool {
    switch rule {
    case .nobody: true
    case .twoPlaces, .buddyOnDuty, .noBuddy, .unavailable, .closedDay: false
    }
  }
}

extension DayPlan {
  /// What is wrong at all schools, in the order of the document.
  package func faults(_ documents: Documents) -> [RosterFault] {
    documents.schools.flatMap { faults(at: $0.id, documents) }
  }

  /// What is wrong at one school.
  package func faults(at school: School.ID, _ documents: Documents) -> [RosterFault] {
    let planned = spans[school] ?? []
    var rules: [RosterFault.Rule] = []
    if let closure = closures[school] {
      rules = planned.map { .closedDay($0.colleague, closure) }
    } else {
      for (index, span) in planned.enumerated() {
        rules += self.rules(of: span, at: school, besides: planned.prefix(index), documents)
      }
      rules += holes(at: school, documents).map { .nobody($0, asked: asked[school]) }
    }
    let place = SchoolDay(day: day, school: school)
    return rules.map { RosterFault(place: place, rule: $0) }
  }

  private func rules(
    of span: DutySpan, at school: School.ID, besides earlier: ArraySlice<DutySpan>, _ documents: Documents
  ) -> [RosterFault.Rule] {
    var rules: [RosterFault.Rule] = []
    if let reason = unavailability(of: span.colleague, documents) {
      rules.append(.unavailable(span.colleague, reason, isBuddy: false))
    }
    guard documents.isAtWork(span.colleague, on: day) else { return rules }
    if let other = dutyElsewhere(of: span.colleague, than: school, in: span.hours, documents) {
      rules.append(.twoPlaces(span.colleague, other: other))
    } else if earlier.contains(where: { $0.colleague == span.colleague && $0.hours.overlaps(span.hours) }) {
      rules.append(.twoPlaces(span.colleague, other: school))
    }
    guard let buddy = span.buddy, buddy != span.colleague else {
      return rules + [.noBuddy(span.colleague)]
    }
    if let reason = unavailability(of: buddy, documents) {
      rules.append(.unavailable(buddy, reason, isBuddy: true))
    } else if let other = dutyElsewhere(of: buddy, than: school, in: span.hours, documents) {
      rules.append(.buddyOnDuty(buddy, at: other))
    }
    return rules
  }

  private func unavailability(of id: Colleague.ID, _ documents: Documents) -> Unavailability? {
    guard let colleague = documents.colleague(id) else { return .unknown }
    return colleague.unavailability(on: day)
  }
}

extension Roster {
  /// What is wrong in some days, by day and then by school.
  package func faults(in days: DateSpan) -> [RosterFault] {
    days.all.flatMap { plan(on: $0).faults(documents) }
  }

  /// What is wrong in a week.
  package func faults(in week: ISOWeek) -> [RosterFault] {
    faults(in: DateSpan(from: week.monday, to: week.sunday))
  }

  /// What planned changes would break that is not broken now, in some days. Nothing is recorded.
  package func faults(of changes: [Event], in days: DateSpan) -> [RosterFault] {
    let now = Set(faults(in: days))
    return planning(changes).faults(in: days).filter { !now.contains($0) }
  }

  /// The roster as it would be with these changes made after all others.
  package func planning(_ changes: [Event]) -> Roster {
    var planned = ledger
    for (index, change) in changes.enumerated() {
      planned.apply(change, origin: Origin(writer: "~", sequence: index + 1, hash: .zero))
    }
    return Roster(documents: documents, ledger: planned)
  }
}

extension DateSpan {
  /// Every day of the span.
  package var all: [CivilDate] { (0..<max(0, length)).map { from.adding(days: $0) } }

  /// Whole weeks.
  package init(weeks: ClosedRange<ISOWeek>) {
    self.init(from: weeks.lowerBound.monday, to: weeks.upperBound.sunday)
  }
}
