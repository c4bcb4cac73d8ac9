// The base roster ("grundplan") as a plan of its own: its rhythm, what is in force, what it leaves alone.

extension Rhythm {
  /// Every week.
  package static func weekly(from week: ISOWeek) -> Rhythm { Rhythm(every: 1, week: week) }

  /// Odd or even weeks, from the first one of its kind that is not before a week. It goes on every second
  /// week over the turn of a year, also of one with 53 weeks.
  package init(isOdd: Bool, from week: ISOWeek) {
    let fits = (week.week % 2 == 1) == isOdd
    self.init(every: 2, week: fits ? week : week.adding(weeks: 1))
  }

  /// The first week of the rhythm that is not before a week.
  package func first(from other: ISOWeek) -> ISOWeek {
    guard every > 1 else { return other }
    let offset = other.weeks(since: week) % every
    return other.adding(weeks: offset == 0 ? 0 : (offset > 0 ? every - offset : -offset))
  }

  /// The first day of that weekday on which it holds, not before a day.
  package func firstDay(on weekday: Weekday, from day: CivilDate) -> CivilDate {
    let week = first(from: ISOWeek(containing: day))
    let first = week.date(of: weekday)
    return first >= day ? first : self.first(from: week.adding(weeks: 1)).date(of: weekday)
  }
}

/// A day that keeps its own plan when the base roster changes.
package struct KeptException: Equatable, Sendable {
  package var day: CivilDate
  package var state: CellState
}

extension Ledger {
  /// The changes that decide at a place of the base roster from a day on, oldest first. A change for
  /// every week that has begun leaves nothing of those before it, and none of what was to begin later.
  package func basePlan(at place: PatternPlace, from day: CivilDate) -> [PatternChange] {
    let line = patternLine(at: place).map(\.body)
    let start = line.lastIndex { $0.rhythm.every <= 1 && $0.from <= day }
    return line[(start ?? line.startIndex)...].reduce(into: []) { plan, change in
      if change.rhythm.every <= 1 { plan.removeAll { $0.from >= change.from } }
      plan.append(change)
    }
  }

  /// Whether a day is before the first base roster of its school begins. A school that has none at all is
  /// before nothing: its doors are to be staffed.
  package func isBeforeBasePlan(at school: School.ID, _ day: CivilDate) -> Bool {
    let firsts = Weekday.allCases.compactMap { weekday in
      patterns[PatternPlace(school: school, weekday: weekday)]?.changes.values.map(\.body)
        .filter { !$0.spans.isEmpty }.map(\.from).min()
    }
    return firsts.min().map { day < $0 } ?? false
  }

  /// The days from one on whose own plan differs from the base roster's: a change of the base roster
  /// keeps them, and lists them.
  package func exceptions(at place: PatternPlace, from day: CivilDate) -> [KeptException] {
    cells.keys.filter { $0.school == place.school && $0.day.weekday == place.weekday && $0.day >= day }
      .sorted()
      .compactMap { cell in
        guard let state = exception(at: cell) else { return nil }
        let isSame = state.spans == pattern(at: cell.school, on: cell.day)?.spans ?? []
        return isSame && state.asked == nil && state.source != .changed(.closed)
          ? nil : KeptException(day: cell.day, state: state)
      }
  }
}
