// What is planned at all schools on one day, as the rules of the roster look at it.

/// Everybody's duties on a day, whether they can come or not.
package struct DayPlan: Equatable, Sendable {
  package let day: CivilDate
  /// When the doors are to be open; a school that is closed is not here.
  package var hours: [School.ID: [TimeSpan]]
  /// Why the other schools are closed.
  package var closures: [School.ID: Closure]
  /// Who is planned where, also on a closed day if somebody planned that very day.
  package var spans: [School.ID: [DutySpan]]
  /// Who was asked to step in and has not said yes.
  package var asked: [School.ID: Colleague.ID]

  package init(
    day: CivilDate, hours: [School.ID: [TimeSpan]] = [:], closures: [School.ID: Closure] = [:],
    spans: [School.ID: [DutySpan]] = [:], asked: [School.ID: Colleague.ID] = [:]
  ) {
    self.day = day
    self.hours = hours
    self.closures = closures
    self.spans = spans
    self.asked = asked
  }

  /// The same plan with other duties at one school.
  package func setting(_ spans: [DutySpan], at school: School.ID) -> DayPlan {
    var plan = self
    plan.spans[school] = spans
    return plan
  }

  /// The duties at a school of those who are employed and not away: what the screen shows.
  package func present(at school: School.ID, _ documents: Documents) -> [DutySpan] {
    (spans[school] ?? []).filter { documents.isAtWork($0.colleague, on: day) }
  }

  /// The parts of the opening hours in which nobody is on duty.
  package func holes(at school: School.ID, _ documents: Documents) -> [TimeSpan] {
    let covered = present(at: school, documents).map(\.hours)
    return (hours[school] ?? []).flatMap { $0.subtracting(covered) }
  }

  /// Where else somebody has duty in these hours, by the order of schools.
  package func dutyElsewhere(
    of colleague: Colleague.ID, than school: School.ID?, in hours: TimeSpan, _ documents: Documents
  ) -> School.ID? {
    firstSchool(except: school, documents) { span in
      span.colleague == colleague && span.hours.overlaps(hours)
    }
  }

  /// Where else somebody is the makker in these hours.
  package func buddyElsewhere(
    of colleague: Colleague.ID, than school: School.ID?, in hours: TimeSpan, _ documents: Documents
  ) -> School.ID? {
    firstSchool(except: school, documents) { span in
      span.buddy == colleague && span.hours.overlaps(hours)
    }
  }

  private func firstSchool(
    except school: School.ID?, _ documents: Documents, where matches: (DutySpan) -> Bool
  ) -> School.ID? {
    documents.schools.map(\.id).first { other in
      other != school && hours[other] != nil && present(at: other, documents).contains(where: matches)
    }
  }
}

extension Documents {
  /// Employed and not away; somebody unknown never is.
  func isAtWork(_ id: Colleague.ID, on day: CivilDate) -> Bool {
    colleague(id)?.isAvailable(on: day) ?? false
  }
}

extension TimeSpan {
  /// What is left of the span when others are taken out, earliest first.
  package func subtracting(_ others: [TimeSpan]) -> [TimeSpan] {
    var rest = [self]
    for other in others {
      rest = rest.flatMap { part -> [TimeSpan] in
        guard part.overlaps(other) else { return [part] }
        let before = TimeSpan(from: part.from, to: min(part.to, other.from))
        let after = TimeSpan(from: max(part.from, other.to), to: part.to)
        return [before, after].filter { $0.minutes > 0 }
      }
    }
    return rest
  }
}
