// Absence: the duties it leaves, who can take them, and what becomes of the cells of those days.

/// A cell as it becomes when duties in it are taken or left empty.
package struct DutyOutcome: Equatable, Sendable {
  package var place: SchoolDay
  package var spans: [DutySpan]
  /// Why it changes: a substitute where somebody usually has the duty, else a plan; absence while nobody
  /// has said yes.
  package var cause: CellChange.Cause = .absent

  package var isTaken: Bool { cause != .absent }
}

extension Obstacle {
  /// A yes is enough: the colleague does not work that weekday, and may all the same.
  package var canBeOvercome: Bool {
    switch self {
    case .unavailable(.notThisWeekday): true
    case .unavailable(.unknown), .unavailable(.notYetBegun), .unavailable(.left), .unavailable(.away),
      .onDuty:
      false
    }
  }
}

extension Roster {
  /// Hours that somebody is to fill; who usually has the duty tells who fits it.
  package func filling(_ hours: TimeSpan, at place: SchoolDay) -> Vacancy {
    let usual = ledger.pattern(at: place.school, on: place.day)?.spans.first { $0.hours.overlaps(hours) }
    return Vacancy(
      place: place, hours: hours, absent: usual?.colleague, buddy: usual?.buddy, isHole: true)
  }

  /// Whose hours a hole was last: those planned there who cannot come, else those who were there before.
  package func lastHolders(of hole: TimeSpan, at place: SchoolDay) -> [DutySpan] {
    guard let school = documents.school(place.school) else { return [] }
    let states =
      [planned(at: school, on: place.day)] + ledger.cellLine(at: place).reversed().map(\.body.spans)
      + [ledger.pattern(at: place.school, on: place.day)?.spans ?? []]
    var unknown = [hole]
    var holders: [DutySpan] = []
    for spans in states {
      for span in spans {
        holders += unknown.compactMap { part in
          part.common(with: span.hours).map {
            DutySpan(colleague: span.colleague, buddy: span.buddy, hours: $0)
          }
        }
      }
      unknown = unknown.flatMap { $0.subtracting(spans.map(\.hours)) }
    }
    return holders.inOrder
  }

  /// What keeps somebody from taking a duty, a yes or not.
  package func obstacle(for taker: Colleague.ID, in vacancy: Vacancy) -> Obstacle? {
    guard let colleague = documents.colleague(taker) else { return .unavailable(.unknown) }
    let obstacle = plan(on: vacancy.place.day).obstacle(for: colleague, in: vacancy.hours, documents)
    return obstacle?.canBeOvercome == true ? nil : obstacle
  }

  /// The cells as they become, one for each place. The taker has the duties that nothing keeps the taker
  /// from; the others stay empty, as all do without a taker.
  package func outcomes(of vacancies: [Vacancy], takenBy taker: Colleague.ID?) -> [DutyOutcome] {
    var outcomes: [DutyOutcome] = []
    for vacancy in vacancies {
      let place = vacancy.place
      guard let school = documents.school(place.school) else { continue }
      let taker = taker.flatMap { obstacle(for: $0, in: vacancy) == nil ? $0 : nil }
      let index = outcomes.firstIndex { $0.place == place } ?? outcomes.endIndex
      if index == outcomes.endIndex {
        outcomes.append(DutyOutcome(place: place, spans: planned(at: school, on: place.day)))
      }
      // Whoever is planned there and cannot come gives way.
      let planned = outcomes[index].spans.filter { span in
        documents.isAtWork(span.colleague, on: place.day) || !span.hours.overlaps(vacancy.hours)
      }
      outcomes[index].spans = planned.replacing(
        vacancy.isHole ? nil : vacancy.absent, in: vacancy.hours, with: taker, buddy: vacancy.buddy)
      guard taker != nil, outcomes[index].cause != .substitute else { continue }
      outcomes[index].cause = vacancy.absent == nil ? .plan : .substitute
    }
    return outcomes
  }
}

extension TimeSpan {
  /// The part that two spans share; nil when there is none.
  func common(with other: TimeSpan) -> TimeSpan? {
    overlaps(other) ? TimeSpan(from: max(from, other.from), to: min(to, other.to)) : nil
  }
}
