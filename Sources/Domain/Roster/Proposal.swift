// Proposes who could fill the holes of a week or a term; the coordinator accepts it or changes it.

/// A duty for every hole that somebody free and suited can fill, and why the others stay.
package struct Proposal: Equatable, Sendable {
  /// A hole and who could fill it.
  package struct Fill: Equatable, Sendable {
    package var place: SchoolDay
    package var span: DutySpan
    package var suitability: Suitability
  }

  /// A hole that nobody can fill, and what keeps each of those who fit, the best fit first.
  package struct Unfilled: Equatable, Sendable {
    package var place: SchoolDay
    package var hours: TimeSpan
    package var reasons: [Reason]
  }

  /// Why somebody who fits was not proposed.
  package enum Reason: Hashable, Sendable {
    case obstacle(Colleague.ID, Obstacle)
    /// The makker elsewhere at that time.
    case buddy(Colleague.ID, at: School.ID)
  }

  package private(set) var fills: [Fill] = []
  package private(set) var unfilled: [Unfilled] = []
  private var plans: [CivilDate: DayPlan] = [:]
  private var fairness: Fairness
  private let roster: Roster

  /// Goes through the holes by day, school and hour. The same roster always gives the same proposal.
  package init(filling days: DateSpan, of roster: Roster) {
    self.roster = roster
    fairness = Fairness(roster, in: days)
    for day in days.all {
      var plan = roster.plan(on: day)
      let holes = roster.documents.schools.flatMap { school in
        plan.holes(at: school.id, roster.documents).map { (school.id, $0) }
      }
      for (school, hours) in holes {
        fill(roster.filling(hours, at: SchoolDay(day: day, school: school)), in: &plan)
      }
      plans[day] = plan
    }
  }

  package static func == (left: Proposal, right: Proposal) -> Bool {
    left.fills == right.fills && left.unfilled == right.unfilled
  }

  private mutating func fill(_ vacancy: Vacancy, in plan: inout DayPlan) {
    let candidates = plan.candidates(for: vacancy, roster.documents)
    guard let best = candidates.filter(\.isFree).min(by: precedes) else {
      let reasons = candidates.compactMap(\.reason)
      unfilled.append(Unfilled(place: vacancy.place, hours: vacancy.hours, reasons: reasons))
      return
    }
    let buddy = buddy(for: vacancy, besides: best.colleague.id, candidates, plan)
    let span = DutySpan(colleague: best.colleague.id, buddy: buddy, hours: vacancy.hours)
    fills.append(Fill(place: vacancy.place, span: span, suitability: best.suitability))
    fairness.add(vacancy.hours, to: best.colleague.id)
    // Whoever is planned there and cannot come gives way.
    let kept = (plan.spans[vacancy.place.school] ?? []).filter { !$0.hours.overlaps(vacancy.hours) }
    plan.spans[vacancy.place.school] = (kept + [span]).sorted { $0.hours.from < $1.hours.from }
  }

  /// Those who have not had more than their share come first; of them the best fit, then the least load.
  private func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    func key(_ candidate: Candidate) -> (Int, Suitability) {
      (fairness.isAboveShare(candidate.colleague.id) ? 1 : 0, candidate.suitability)
    }
    let (leftKey, rightKey) = (key(left), key(right))
    if leftKey != rightKey { return leftKey < rightKey }
    let shares = [left, right].map { fairness.share(of: $0.colleague.id) }
    let loads = zip(shares, shares.reversed()).map { ($0?.minutes ?? 0) * max(1, $1?.workdays ?? 1) }
    if loads[0] != loads[1] { return loads[0] < loads[1] }
    return left.colleague.id < right.colleague.id
  }

  /// The usual makker, else a colleague of the school, else a floater; nobody who has duty elsewhere.
  private func buddy(
    for vacancy: Vacancy, besides taker: Colleague.ID, _ candidates: [Candidate], _ plan: DayPlan
  ) -> Colleague.ID? {
    let order: [Suitability] = [.buddy, .ofSchool, .floaterOfProfession, .floater]
    let free = candidates.filter { $0.obstacle == nil && $0.colleague.id != taker }
    for suitability in order {
      if let found = free.first(where: { $0.suitability == suitability }) { return found.colleague.id }
    }
    return nil
  }

  /// The proposal as changes of the roster, one for each school and day, each upon the last one there.
  package func changes(by: Colleague.ID?, at: UTCTime, newID: () -> RecordID) -> [CellChange] {
    var places: [SchoolDay] = []
    for fill in fills where places.last != fill.place { places.append(fill.place) }
    return places.map { place in
      CellChange(
        id: newID(), after: roster.ledger.lastChange(at: place), asked: nil, at: at,
        by: by, cause: .plan, day: place.day, school: place.school,
        spans: plans[place.day]?.spans[place.school] ?? [])
    }
  }
}

extension Candidate {
  fileprivate var isFree: Bool { reason == nil }

  fileprivate var reason: Proposal.Reason? {
    if let obstacle { return .obstacle(colleague.id, obstacle) }
    return buddyElsewhere.map { .buddy(colleague.id, at: $0) }
  }
}
