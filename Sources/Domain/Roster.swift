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
    let exception = ledger.cellLine(at: SchoolDay(day: day, school: school.id)).last?.body
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

  private func shifts(
    at school: School, on day: CivilDate, exception: CellState?, openingHours: [TimeSpan]
  ) -> [Shift] {
    let pattern = ledger.pattern(at: school.id, on: day)
    let usual = Set(pattern?.spans.map(\.colleague) ?? [])
    let spans = exception?.spans ?? pattern?.spans ?? []
    // Days with hours of their own (exams, practice weeks) keep the people and move the times.
    let isOrdinary = openingHours == school.hours(on: day.weekday)
    let moved = exception == nil && !isOrdinary && spans.count == 1 ? openingHours.first : nil
    return spans.filter { isAtWork($0.colleague, on: day) }
      .map { span in
        Shift(
          school: school.id, day: day, hours: moved ?? span.hours, colleague: span.colleague,
          buddy: span.buddy.flatMap { isAtWork($0, on: day) ? $0 : nil },
          isSubstitute: exception != nil && !usual.contains(span.colleague))
      }
      .sorted { ($0.hours.from, $0.colleague) < ($1.hours.from, $1.colleague) }
  }

  private func isAtWork(_ colleague: Colleague.ID, on day: CivilDate) -> Bool {
    documents.colleague(colleague)?.isAvailable(on: day) ?? false
  }
}
