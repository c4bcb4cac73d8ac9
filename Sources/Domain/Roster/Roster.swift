// Who sits at which door on a day: base roster, the day's exceptions and the calendar together.

/// A duty at a school on a day.
package struct Shift: Equatable, Sendable {
  /// Whether a school's door has somebody on a day.
  package enum Coverage: Equatable, Sendable {
    case staffed([Shift])
    /// INGEN PÅ VAGT; `asked` has been asked and has not said yes.
    case nobody(asked: Colleague.ID?)
    case closed(Closure)
  }

  package var school: School.ID
  package var day: CivilDate
  package var hours: TimeSpan
  package var colleague: Colleague.ID
  package var buddy: Colleague.ID?
  /// The colleague steps in for another one today.
  package var isSubstitute: Bool

  package init(
    school: School.ID, day: CivilDate, hours: TimeSpan, colleague: Colleague.ID, buddy: Colleague.ID?,
    isSubstitute: Bool
  ) {
    self.school = school
    self.day = day
    self.hours = hours
    self.colleague = colleague
    self.buddy = buddy
    self.isSubstitute = isSubstitute
  }
}

/// The dated plan. A view: it holds no state of its own.
package struct Roster: Sendable {
  package let documents: Documents
  package let ledger: Ledger

  package init(documents: Documents, ledger: Ledger) {
    self.documents = documents
    self.ledger = ledger
  }

  /// Who is on duty at a school on a day. Somebody who is away, has left or is unknown is never shown.
  package func coverage(at school: School, on day: CivilDate) -> Shift.Coverage {
    let hours: [TimeSpan]
    switch documents.schoolCalendar.day(day, at: school) {
    case .closed(let closure): return .closed(closure)
    case .open(let open): hours = open
    }
    let exception = ledger.exception(at: SchoolDay(day: day, school: school.id))
    if exception?.source == .changed(.closed) { return .closed(.closedForTheDay) }
    let shifts = shifts(at: school, on: day, exception: exception, openingHours: hours)
    return shifts.isEmpty ? .nobody(asked: exception?.asked) : .staffed(shifts)
  }

  /// The shifts at a school on a day, earliest first; empty when closed or when nobody is on duty.
  package func shifts(at school: School, on day: CivilDate) -> [Shift] {
    switch coverage(at: school, on: day) {
    case .staffed(let shifts): shifts
    case .nobody, .closed: []
    }
  }

  /// Every shift of a colleague on a day, at all schools.
  package func shifts(of colleague: Colleague.ID, on day: CivilDate) -> [Shift] {
    documents.schools.flatMap { shifts(at: $0, on: day) }.filter { $0.colleague == colleague }
  }

  /// The next days on which a colleague has duty, from a day on, at most that many days ahead.
  package func nextShift(of colleague: Colleague.ID, from day: CivilDate, within days: Int = 60) -> Shift? {
    for offset in 0..<days {
      if let shift = shifts(of: colleague, on: day.adding(days: offset)).first { return shift }
    }
    return nil
  }

  /// The plan of a day at all schools: the exceptions of the day, else the base roster.
  package func plan(on day: CivilDate) -> DayPlan {
    var plan = DayPlan(day: day)
    for school in documents.schools {
      let exception = ledger.exception(at: SchoolDay(day: day, school: school.id))
      switch documents.schoolCalendar.day(day, at: school) {
      case .closed(let closure):
        plan.closures[school.id] = closure
        plan.spans[school.id] = exception?.spans
      case .open where exception?.source == .changed(.closed):
        plan.closures[school.id] = .closedForTheDay
      case .open(let hours):
        plan.hours[school.id] = hours
        plan.spans[school.id] = planned(at: school, on: day, exception: exception, openingHours: hours)
        plan.asked[school.id] = exception?.asked
      }
    }
    return plan
  }

  /// Who is planned at a school on a day, whoever can come.
  package func planned(at school: School, on day: CivilDate) -> [DutySpan] {
    let exception = ledger.exception(at: SchoolDay(day: day, school: school.id))
    guard case .open(let hours) = documents.schoolCalendar.day(day, at: school) else {
      return exception?.spans ?? []
    }
    return planned(at: school, on: day, exception: exception, openingHours: hours)
  }

  private func planned(
    at school: School, on day: CivilDate, exception: CellState?, openingHours: [TimeSpan]
  ) -> [DutySpan] {
    if let exception { return exception.spans }
    let spans = ledger.pattern(at: school.id, on: day)?.spans ?? []
    // Days with hours of their own (exams, practice weeks) keep the people and move the times.
    guard spans.count == 1, openingHours != school.hours(on: day), let hours = openingHours.first
    else { return spans }
    return spans.map { DutySpan(colleague: $0.colleague, buddy: $0.buddy, hours: hours) }
  }

  private func shifts(
    at school: School, on day: CivilDate, exception: CellState?, openingHours: [TimeSpan]
  ) -> [Shift] {
    // Whoever was planned for the day by the coordinator is nobody's substitute.
    let isSubstituted = exception != nil && exception?.source != .changed(.plan)
    let usual =
      isSubstituted ? Set(ledger.pattern(at: school.id, on: day)?.spans.map(\.colleague) ?? []) : []
    return planned(at: school, on: day, exception: exception, openingHours: openingHours)
      .filter { documents.isAtWork($0.colleague, on: day) }
      .map { span in
        Shift(
          school: school.id, day: day, hours: span.hours, colleague: span.colleague,
          buddy: span.buddy.flatMap { documents.isAtWork($0, on: day) ? $0 : nil },
          isSubstitute: isSubstituted && !usual.contains(span.colleague))
      }
      .sorted { ($0.hours.from, $0.colleague) < ($1.hours.from, $1.colleague) }
  }
}
