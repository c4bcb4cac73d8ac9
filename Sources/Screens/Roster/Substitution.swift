// Changes of a day's duty: somebody steps in, takes it over or leaves a hole, for one day or several.

import Domain
import Reports

/// A duty that somebody else is to take.
struct Substitution: Equatable, Sendable {
  /// Where and when, who usually has it, and the makker.
  var vacancy: Vacancy
  /// The last day of the absence; the same day for one day.
  var through: CivilDate
  /// Who steps in; nil while nobody does.
  var substitute: Colleague.ID?

  init(vacancy: Vacancy) {
    self.vacancy = vacancy
    through = vacancy.place.day
  }

  /// Nobody has the duty now; else it is taken from the one who has.
  var isHole: Bool { vacancy.isHole }
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
        vacancy: Vacancy(place: place, hours: shift.hours, absent: shift.colleague, buddy: shift.buddy))
    }
    return picture.roster.plan(on: state.day).holes(at: school.id, picture.documents).first
      .map { filling(Hole(place: place, hours: $0, asked: nil)) }
  }

  /// A hole that somebody is to fill; who usually has the duty tells who fits it.
  func filling(_ hole: Hole) -> Substitution {
    Substitution(vacancy: picture.roster.filling(hole.hours, at: hole.place))
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
    substitute.map { picture.roster.obstacle(for: $0, in: vacancy) == nil } ?? false
  }

  /// The cells as they become. With a yes the substitute has the duties; without, the places stay empty.
  func outcomes(of wanted: Substitution, saidYes: Bool) -> [DutyOutcome] {
    picture.roster.outcomes(of: vacancies(of: wanted), takenBy: saidYes ? wanted.substitute : nil)
  }

  /// The same as changes; a place that stays empty says who was asked.
  private func changes(for wanted: Substitution, saidYes: Bool) -> [CellChange] {
    outcomes(of: wanted, saidYes: saidYes).map { outcome in
      change(
        of: outcome.place, to: outcome.spans, outcome.cause, asked: saidYes ? nil : wanted.substitute)
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
    if let obstacle = picture.roster.obstacle(for: me.id, in: wanted.vacancy) {
      let why = words.obstacle(obstacle, in: picture.documents)
      return refuse(words("roster.cannot", ["name": me.name, "why": why]))
    }
    wanted.substitute = me.id
    return record(wanted, saidYes: true)
  }

  /// Asks whether the school closes for the marked day, which concerns everybody, or opens it again.
  mutating func closeDay() -> [Request] {
    guard let place = rosterState.place else { return [] }
    let exception = picture.ledger.exception(at: place)
    guard exception?.source == .changed(.closed) else { return ask(.closeDay(place)) }
    let before = picture.ledger.spans(after: exception?.after ?? .zero, at: place)
    return save(.record([.cell(change(of: place, to: before, .undo))]))
  }

  mutating func recordClosing(of place: SchoolDay) -> [Request] {
    screens.pop()
    return save(.record([.cell(change(of: place, to: [], .closed))]))
  }

  /// Who has duty on a day that is to be closed.
  func lines(aboutClosing place: SchoolDay) -> [String] {
    guard let school = picture.documents.school(place.school) else { return [] }
    let duties = picture.roster.shifts(at: school, on: place.day).map { shift in
      let name = colleagueName(shift.colleague)
      let who = shift.buddy.map {
        words("consequence.withBuddy", ["name": name, "buddy": colleagueName($0)])
      }
      return "\(who ?? name) \(words.span(shift.hours))"
    }
    return duties + openSwaps(at: place).map { words("consequence.swap", ["swap": swapLine(of: $0)]) }
  }

  /// Each duty that is to be taken, what cannot be taken, and which rules that breaks.
  func lines(about wanted: Substitution) -> [String] {
    let duties = vacancies(of: wanted).map { vacancy in
      let line =
        "\(schoolName(vacancy.place.school)), \(words.longDate(vacancy.place.day)), "
        + words.span(vacancy.hours)
      return canTake(vacancy, wanted.substitute) ? line : "\(line): \(words("status.nobody"))"
    }
    let cells = outcomes(of: wanted, saidYes: true).map { ($0.place, $0.spans) }
    let faults = newFaults(by: cells).filter { !$0.isHole }
    return duties + faults.map { "! " + words.rule($0, in: picture.documents) }
  }
}
