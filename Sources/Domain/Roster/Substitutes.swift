// Who can take a duty: the makker first, then floaters, then colleagues of the school.

/// How well somebody fits a duty at a school, the best first.
package enum Suitability: Int, CaseIterable, Comparable, Sendable {
  case buddy
  case floaterOfProfession
  case floater
  case ofSchool
  /// Another colleague of the municipality: for planning ahead, not for a morning's absence.
  case ofMunicipality

  package static func < (left: Suitability, right: Suitability) -> Bool { left.rawValue < right.rawValue }
}

/// What keeps somebody from taking a duty.
package enum Obstacle: Hashable, Sendable {
  case unavailable(Unavailability)
  case onDuty(School.ID)
}

/// Somebody who could take a duty, and what is to be known before asking.
package struct Candidate: Equatable, Sendable {
  package var colleague: Colleague
  package var suitability: Suitability
  package var obstacle: Obstacle?
  /// The makker there in these hours; taking this duty would leave that shift without.
  package var buddyElsewhere: School.ID?

  package init(
    colleague: Colleague, suitability: Suitability, obstacle: Obstacle?, buddyElsewhere: School.ID?
  ) {
    self.colleague = colleague
    self.suitability = suitability
    self.obstacle = obstacle
    self.buddyElsewhere = buddyElsewhere
  }
}

/// A duty that is to be taken by somebody.
package struct Vacancy: Hashable, Sendable {
  package var place: SchoolDay
  package var hours: TimeSpan
  /// Who cannot come, or usually has a hole's hours; nil when nobody had the duty.
  package var absent: Colleague.ID?
  package var buddy: Colleague.ID?
  /// Nobody has the duty now; else it is taken from the one who has.
  package var isHole: Bool

  package init(
    place: SchoolDay, hours: TimeSpan, absent: Colleague.ID? = nil, buddy: Colleague.ID? = nil,
    isHole: Bool = false
  ) {
    self.place = place
    self.hours = hours
    self.absent = absent
    self.buddy = buddy
    self.isHole = isHole
  }
}

extension DayPlan {
  /// Everybody who fits a duty of this day: those who are free first, and of them the best fit.
  package func candidates(for vacancy: Vacancy, _ documents: Documents) -> [Candidate] {
    let profession = vacancy.absent.flatMap(documents.colleague)?.profession
    func suitability(_ colleague: Colleague) -> Suitability? {
      if colleague.id == vacancy.buddy { return .buddy }
      if colleague.isFloater { return colleague.profession == profession ? .floaterOfProfession : .floater }
      if colleague.school == vacancy.place.school { return .ofSchool }
      return colleague.employer == .municipality && colleague.role == .staff ? .ofMunicipality : nil
    }
    return documents.colleagues.filter { $0.id != vacancy.absent }
      .compactMap { colleague in
        suitability(colleague).map { suitability in
          Candidate(
            colleague: colleague, suitability: suitability,
            obstacle: obstacle(for: colleague, in: vacancy.hours, documents),
            buddyElsewhere: buddyElsewhere(
              of: colleague.id, than: vacancy.place.school, in: vacancy.hours, documents))
        }
      }
      .sorted { left, right in
        let (leftKey, rightKey) = (left.sortingKey, right.sortingKey)
        if leftKey != rightKey { return leftKey < rightKey }
        return DanishOrder.precedes(left.colleague.name, right.colleague.name)
      }
  }

  /// What keeps a colleague from taking a duty of this day in these hours.
  package func obstacle(for colleague: Colleague, in hours: TimeSpan, _ documents: Documents) -> Obstacle? {
    if let reason = colleague.unavailability(on: day) { return .unavailable(reason) }
    return dutyElsewhere(of: colleague.id, than: nil, in: hours, documents).map { .onDuty($0) }
  }
}

extension Candidate {
  fileprivate var sortingKey: (Int, Suitability) { (obstacle == nil ? 0 : 1, suitability) }
}

extension FolderPicture {
  /// Those who are free to take a duty at a school in some hours, the likeliest first: the makker, a
  /// floater of the same profession, any floater, a colleague of that school.
  package func substitutes(
    for absent: Colleague.ID?, buddy: Colleague.ID?, at school: School.ID, on day: CivilDate,
    in hours: TimeSpan
  ) -> [Colleague] {
    let vacancy = Vacancy(
      place: SchoolDay(day: day, school: school), hours: hours, absent: absent, buddy: buddy)
    return roster.plan(on: day).candidates(for: vacancy, documents)
      .filter { $0.obstacle == nil && $0.suitability != .ofMunicipality }
      .map(\.colleague)
  }
}
