// What two people decided at once: both values, and a word on I dag to the one who lost.

import Canvas
import Domain
import Reports

extension Desk {
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
    return picture.ledger.conflicts(at: PatternPlace(school: place.school, weekday: place.day.weekday))
      .filter { $0.from <= place.day }
      .map { conflict in
        words(
          "roster.patternConflict",
          [
            "held": patternText(conflict.held, in: week), "by": colleagueName(conflict.held.by),
            "time": clockTime(of: conflict.held.at), "lost": patternText(conflict.lost, in: week),
            "other": colleagueName(conflict.lost.by), "otherTime": clockTime(of: conflict.lost.at),
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
            "name": colleagueName(conflict.held.by),
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
            "name": colleagueName(conflict.held.by), "school": schoolName(conflict.place.school),
            "weekday": words.weekday(conflict.place.weekday),
          ])
      }
    return (cells + patterns).map { ($0, .warning) }
  }
}
