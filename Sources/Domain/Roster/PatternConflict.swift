// What two coordinators decided at once about a place of the base roster.

/// A change of the base roster that lost to another one made upon the same.
package struct PatternConflict: Equatable, Sendable {
  package var place: PatternPlace
  package var held: PatternChange
  package var lost: PatternChange

  /// The first day about which they disagreed.
  package var from: CivilDate { min(held.from, lost.from) }
}

extension Ledger {
  /// What lost at a place of the base roster; once somebody changes it again, it is settled.
  package func conflicts(at place: PatternPlace) -> [PatternConflict] {
    let line = patternLine(at: place)
    guard let last = line.last?.body, let chain = patterns[place] else { return [] }
    return chain.forks(of: line, beats: Self.laterWins(\.at))
      .filter { $0.won.body.id == last.id && !$0.lost.body.plansTheSame(as: last) }
      .map { PatternConflict(place: place, held: $0.won.body, lost: $0.lost.body) }
  }

  /// What lost there and would have been in force on that day.
  package func patternConflicts(at place: SchoolDay) -> [PatternConflict] {
    conflicts(at: PatternPlace(school: place.school, weekday: place.day.weekday))
      .filter { $0.from <= place.day }
  }

  /// All conflicts about the base roster that touch some days, by weekday and school.
  package func patternConflicts(in days: DateSpan) -> [PatternConflict] {
    patterns.keys.sorted { ($0.weekday, $0.school) < ($1.weekday, $1.school) }.flatMap(conflicts(at:))
      .filter { conflict in
        days.all.contains { $0.weekday == conflict.place.weekday && $0 >= conflict.from }
      }
  }
}

extension PatternChange {
  /// The same people in the same weeks from the same day.
  func plansTheSame(as other: PatternChange) -> Bool {
    from == other.from && rhythm == other.rhythm && spans == other.spans
  }
}
