// Changes of a day's cell: which exception holds, and how a duty is divided or passed to somebody else.

extension Ledger {
  /// The exception of a day that holds. None when there was none, and none when all of them have been
  /// taken back: then the base roster counts again, also one that is changed later.
  package func exception(at place: SchoolDay) -> CellState? {
    guard var last = cellLine(at: place).last?.body else { return nil }
    guard last.source == .changed(.undo) else { return last }
    guard let restored = standingChanges(at: place).last else { return nil }
    if restored.spans == last.spans {
      last.source = restored.source
      last.asked = restored.asked
    }
    return last
  }

  /// The id that a change of the day's cell is made upon.
  package func lastChange(at place: SchoolDay) -> RecordID { cellLine(at: place).last?.body.id ?? .zero }
}

/// Opening hours that nobody has the duty of.
package struct Hole: Hashable, Sendable {
  package var place: SchoolDay
  package var hours: TimeSpan
  /// Who has been asked and has not said yes.
  package var asked: Colleague.ID?

  package init(place: SchoolDay, hours: TimeSpan, asked: Colleague.ID?) {
    self.place = place
    self.hours = hours
    self.asked = asked
  }
}

extension Roster {
  /// The holes of some days, by day and then by school.
  package func holes(in days: DateSpan) -> [Hole] {
    days.all.flatMap { day in
      let plan = plan(on: day)
      return documents.schools.flatMap { school in
        plan.holes(at: school.id, documents).map { hours in
          Hole(
            place: SchoolDay(day: day, school: school.id), hours: hours, asked: plan.asked[school.id])
        }
      }
    }
  }
}

extension [DutySpan] {
  /// The duties after somebody took those of a colleague in some hours; what lies outside the hours
  /// stays as it was. Without a taker the hours are left empty; without a duty to take, the taker
  /// gets one of these hours.
  package func replacing(
    _ absent: Colleague.ID?, in hours: TimeSpan, with taker: Colleague.ID?, buddy: Colleague.ID? = nil
  ) -> [DutySpan] {
    func taken(_ hours: TimeSpan, buddy: Colleague.ID?) -> [DutySpan] {
      taker.map { [DutySpan(colleague: $0, buddy: buddy == $0 ? nil : buddy, hours: hours)] } ?? []
    }
    let isTheirs = { (span: DutySpan) in span.colleague == absent && span.hours.overlaps(hours) }
    let spans = flatMap { span -> [DutySpan] in
      guard isTheirs(span), let inner = span.hours.common(with: hours) else { return [span] }
      let rest = span.hours.subtracting([inner]).map {
        DutySpan(colleague: span.colleague, buddy: span.buddy, hours: $0)
      }
      return rest + taken(inner, buddy: span.buddy)
    }
    let new = contains(where: isTheirs) ? [] : taken(hours, buddy: buddy)
    return (spans + new).sorted { ($0.hours.from, $0.colleague) < ($1.hours.from, $1.colleague) }
  }
}
