// Changes of a day's duty: somebody steps in, takes it over or leaves a hole, for one day or several.

import Domain
import Reports

/// A duty that somebody else is to take.
struct Substitution: Equatable, Sendable {
  /// Where and when, who usually has it, and the makker.
  var vacancy: Vacancy
  /// Nobody has the duty now; else it is taken from the one who has.
  var isHole: Bool
  /// The last day of the absence; the same day for one day.
  var through: CivilDate
  /// Who steps in; nil while nobody does.
  var substitute: Colleague.ID?

  init(vacancy: Vacancy, isHole: Bool, substitute: Colleague.ID? = nil) {
    self.vacancy = vacancy
    self.isHole = isHole
    self.substitute = substitute
    through = vacancy.place.day
  }
}

extension Desk {
  /// The duty at the marked place of the roster, as it is planned now.
  var markedDuty: Substitution? {
    let state = rosterState
    guard let school = state.school.flatMap(picture.documents.school), let place = state.place else {
      return nil
    }
    if let shift = markedShift(of: state) {
      return Substitution(
        vacancy: Vacancy(place: place, hours: shift.hours, absent: shift.colleague, buddy: shift.buddy),
        isHole: false)
    }
    return picture.roster.plan(on: state.day).holes(at: school.id, picture.documents).first
      .map { filling(Hole(place: place, hours: $0, asked: nil)) }
  }

  /// A hole that somebody is to fill; who usually has the duty tells who fits it.
  func filling(_ hole: Hole) -> Substitution {
    let usual = picture.ledger.pattern(at: hole.place.school, on: hole.place.day)?.spans
      .first { $0.hours.overlaps(hole.hours) }
    return Substitution(
      vacancy: Vacancy(
        place: hole.place, hours: hole.hours, absent: usual?.colleague, buddy: usual?.buddy),
      isHole: true)
  }

  /// The duty of that day, and all that the absence leaves open on the days after it.
  func vacancies(of wanted: Substitution) -> [Vacancy] {
    let first = wanted.vacancy
    guard wanted.through > first.place.day else { return [first] }
    let days = DateSpan(from: first.place.day.adding(days: 1), to: wanted.through)
    if wanted.isHole {
      return [first]
        + picture.roster.holes(in: days).filter { $0.place.school == first.place.school }
        .map { filling($0).vacancy }
    }
    return [first]
      + days.all.flatMap { day in
        picture.roster.shifts(of: first.absent ?? "", on: day).map { shift in
          Vacancy(
            place: SchoolDay(day: day, school: shift.school), hours: shift.hours, absent: shift.colleague,
            buddy: shift.buddy)
        }
      }
  }

  /// Whether who steps in can take a duty, by what the rules say of that day.
  func canTake(_ vacancy: Vacancy, _ substitute: Colleague.ID?) -> Bool {
    guard let substitute else { return false }
    let obstacle = picture.roster.plan(on: vacancy.place.day).candidates(for: vacancy, picture.documents)
      .first { $0.colleague.id == substitute }?.obstacle
    return obstacle?.canBeOvercome ?? true
  }

  /// A cell as it becomes, and whether who steps in has a duty there.
  struct DutyOutcome {
    var place: SchoolDay
    var spans: [DutySpan]
    var isTaken = false
  }

  /// The cells as they become. With a yes the substitute has the duties; without, the places stay empty.
  func outcomes(of wanted: Substitution, saidYes: Bool) -> [DutyOutcome] {
    var outcomes: [DutyOutcome] = []
    for vacancy in vacancies(of: wanted) {
      let place = vacancy.place
      guard let school = picture.documents.school(place.school) else { continue }
      let taker = saidYes && canTake(vacancy, wanted.substitute) ? wanted.substitute : nil
      if outcomes.last?.place != place {
        outcomes.append(DutyOutcome(place: place, spans: picture.roster.planned(at: school, on: place.day)))
      }
      // Whoever is planned there and cannot come gives way.
      let planned = outcomes[outcomes.count - 1].spans.filter { span in
        let isThere = picture.documents.colleague(span.colleague)?.isAvailable(on: place.day) ?? false
        return isThere || !span.hours.overlaps(vacancy.hours)
      }
      outcomes[outcomes.count - 1].spans = planned.replacing(
        wanted.isHole ? nil : vacancy.absent, in: vacancy.hours, with: taker, buddy: vacancy.buddy)
      if taker != nil { outcomes[outcomes.count - 1].isTaken = true }
    }
    return outcomes
  }

  /// The same as changes; a place that stays empty says who was asked.
  private func changes(for wanted: Substitution, saidYes: Bool) -> [CellChange] {
    outcomes(of: wanted, saidYes: saidYes).map { outcome in
      let isPlanned = wanted.isHole && wanted.vacancy.absent == nil
      let cause: CellChange.Cause = outcome.isTaken ? (isPlanned ? .plan : .substitute) : .absent
      return change(
        of: outcome.place, to: outcome.spans, cause, asked: saidYes ? nil : wanted.substitute)
    }
  }

  func change(
    of place: SchoolDay, to spans: [DutySpan], _ cause: CellChange.Cause, asked: Colleague.ID? = nil
  ) -> CellChange {
    CellChange(
      id: newID(), after: picture.ledger.lastChange(at: place), asked: asked, at: now.utc, by: colleagueID,
      cause: cause, day: place.day, school: place.school, spans: spans)
  }

  mutating func record(_ wanted: Substitution, saidYes: Bool) -> [Request] {
    // A hole that nobody was asked to fill is what it was.
    if wanted.isHole, wanted.substitute == nil,
      picture.ledger.exception(at: wanted.vacancy.place)?.asked == nil
    {
      return leaveHole(wanted.vacancy.place)
    }
    return save(.record(changes(for: wanted, saidYes: saidYes).map(Event.cell)))
  }

  /// The rules that changes would break and that are not broken now.
  func newFaults(by cells: [(place: SchoolDay, spans: [DutySpan])]) -> [RosterFault] {
    let days = Set(cells.map(\.place.day)).sorted()
    return days.flatMap { day in
      let before = picture.roster.plan(on: day)
      let after = cells.filter { $0.place.day == day }
        .reduce(before) { $0.setting($1.spans, at: $1.place.school) }
      let known = Set(before.faults(picture.documents))
      return after.faults(picture.documents).filter { !known.contains($0) }
    }
  }

  /// I take the duty that is marked: in an emergency nobody else has to say yes.
  mutating func takeShift() -> [Request] {
    guard let me, var wanted = markedDuty else { return [] }
    guard canTake(wanted.vacancy, me.id) else {
      let obstacle = picture.roster.plan(on: wanted.vacancy.place.day)
        .candidates(for: wanted.vacancy, picture.documents).first { $0.colleague.id == me.id }?.obstacle
      let why = obstacle.map { words.obstacle($0, in: picture.documents) } ?? ""
      return refuse(words("roster.cannot", ["name": me.name, "why": why]))
    }
    wanted.substitute = me.id
    return record(wanted, saidYes: true)
  }

  /// Closes the school for the marked day, or opens it again.
  mutating func closeDay() -> [Request] {
    guard let place = rosterState.place else { return [] }
    let exception = picture.ledger.exception(at: place)
    guard exception?.source == .changed(.closed) else {
      return save(.record([.cell(change(of: place, to: [], .closed))]))
    }
    let before = picture.ledger.spans(after: exception?.after ?? .zero, at: place)
    return save(.record([.cell(change(of: place, to: before, .undo))]))
  }
}
