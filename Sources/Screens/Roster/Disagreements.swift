// What two people decided at once: both values, and a word on I dag to the one who lost.

import Canvas
import Domain
import Reports

extension Desk {
  /// What is disputed at a place, each sentence with both values.
  func disagreements(at place: SchoolDay?) -> [(String, Style)] {
    guard let place else { return [] }
    let lines = picture.ledger.conflicts(at: place).map { conflictLine($0) } + patternConflictLines(at: place)
    return lines.map { ($0, .warning) }
  }

  /// A week with a disagreement gets rows for both values below its grid, whichever place is marked.
  func roomForDisagreements(in week: ISOWeek) -> Int {
    let days = DateSpan(from: week.monday, to: week.sunday)
    let isDisputed =
      !picture.ledger.conflicts(in: days).isEmpty || !picture.ledger.patternConflicts(in: days).isEmpty
    return isDisputed ? 6 : 0
  }

  /// Both values: the one that holds, and the one that lost.
  func conflictLine(_ conflict: CellConflict) -> String {
    words(
      "roster.conflict",
      [
        "held": people(conflict.held.spans), "by": colleagueName(conflict.held.by),
        "time": clockTime(of: conflict.held.at), "lost": people(conflict.lost.spans),
        "other": colleagueName(conflict.lost.by), "otherTime": clockTime(of: conflict.lost.at),
      ])
  }

  /// The same about the base roster, from the day on which they disagreed.
  func patternConflictLines(at place: SchoolDay) -> [String] {
    let week = ISOWeek(containing: place.day)
    return picture.ledger.patternConflicts(at: place).map { conflict in
      let (held, lost) = (conflict.held, conflict.lost)
      // When both mean the same weeks the people say it all.
      let isSameTime = held.from == lost.from && held.rhythm == lost.rhythm
      return words(
        "roster.patternConflict",
        [
          "held": isSameTime ? people(held.spans) : patternText(held, in: week),
          "by": colleagueName(held.by), "time": clockTime(of: held.at),
          "lost": isSameTime ? people(lost.spans) : patternText(lost, in: week),
          "other": colleagueName(lost.by), "otherTime": clockTime(of: lost.at),
        ])
    }
  }

  /// `hver uge fra man. 9. mar. 2026: Malene Smedelyng 9.30–13.30`.
  func patternText(_ pattern: PatternChange, in week: ISOWeek) -> String {
    words(
      "basePlan.line",
      [
        "rhythm": rhythmText(pattern.rhythm, from: max(week, ISOWeek(containing: pattern.from))),
        "day": words.shortDay(pattern.from),
        "people": people(pattern.spans),
      ])
  }

  /// What I decided and what lost to somebody else, from today on, until it is settled.
  var lostByMe: [(String, Style)] {
    guard let me else { return [] }
    let cells = picture.ledger.cells.filter { $0.key.day >= now.day && $0.value.changes.count > 1 }.keys
      .sorted()
      .flatMap(picture.ledger.conflicts(at:))
      .filter { $0.lost.by == me.id }
      .map { conflict in
        words(
          "roster.lost",
          [
            "name": firstNames(of: conflict.held.by),
            "place": "\(schoolName(conflict.place.school)) \(words.weekdayAndDay(conflict.place.day))",
          ])
      }
    let patterns = picture.ledger.patterns.filter { $0.value.changes.count > 1 }.keys
      .sorted { ($0.weekday, $0.school) < ($1.weekday, $1.school) }
      .flatMap(picture.ledger.conflicts(at:))
      .filter { $0.lost.by == me.id }
      .map { conflict in
        words(
          "roster.lostPattern",
          [
            "name": firstNames(of: conflict.held.by), "school": schoolName(conflict.place.school),
            "weekday": words.weekday(conflict.place.weekday),
          ])
      }
    return (cells + patterns).map { ($0, .warning) }
  }
}
