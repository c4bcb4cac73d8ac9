// What an import of a roster would change, before it happens.

import Domain
import Resources

/// The changes of an import, for people and for other programs.
package struct RosterImportReport: Sendable {
  private let reading: RosterImport
  private let picture: FolderPicture

  package init(_ reading: RosterImport, _ picture: FolderPicture) {
    self.reading = reading
    self.picture = picture
  }

  /// A line for each place: what it is now, and what it becomes.
  package func lines(_ words: Words) -> [String] {
    reading.edits.map { edit in
      switch edit {
      case .day(let place, let before, let value):
        let now: String
        if value.isClosed {
          now = words("closure.today")
        } else if let asked = value.asked {
          now = words("cli.import.asked", ["name": name(asked)])
        } else {
          now = people(value.spans, words)
        }
        return line(words.weekdayAndDay(place.day), place.school, people(before, words), now, words)
      case .base(let place, let before, let after):
        return line(
          words.weekday(place.weekday), place.school,
          before.map { base($0, words) }.joined(separator: "; "),
          after.map { base($0, words) }.joined(separator: "; "), words)
      }
    }
  }

  /// Days that keep their own plan although the base roster changes under them.
  package func keptLines(_ words: Words) -> [String] {
    reading.edits.flatMap { edit -> [String] in
      guard case .base(let place, _, let after) = edit, let from = after.map(\.from).min() else { return [] }
      return picture.ledger.exceptions(at: place, from: from).map { kept in
        words(
          "cli.import.kept",
          [
            "day": words.weekdayAndDay(kept.day), "school": name(place.school),
            "people": people(kept.state.spans, words),
          ])
      }
    }
  }

  /// For other programs.
  package func json(isExecuted: Bool) -> JSON {
    [
      "executed": .bool(isExecuted), "unchanged": .integer(reading.unchanged),
      "changes": .list(
        reading.edits.map { edit in
          switch edit {
          case .day(let place, let before, let value):
            [
              "date": .text(place.day.description), "school": .text(place.school.text),
              "closed": .bool(value.isClosed), "asked": .optional(value.asked?.text),
              "before": spans(before), "after": spans(value.spans),
            ]
          case .base(let place, let before, let after):
            [
              "weekday": .integer(place.weekday.rawValue), "school": .text(place.school.text),
              "before": .list(before.map(json)), "after": .list(after.map(json)),
            ]
          }
        }),
    ]
  }

  private func json(_ value: RosterImport.BaseValue) -> JSON {
    [
      "from": .text(value.from.description), "every": .integer(value.rhythm.every),
      "week": .text(value.rhythm.week.description), "spans": spans(value.spans),
    ]
  }

  private func spans(_ spans: [DutySpan]) -> JSON {
    .list(
      spans.map {
        [
          "colleague": .text($0.colleague.text), "buddy": .optional($0.buddy?.text),
          "from": .text($0.hours.from.description), "to": .text($0.hours.to.description),
        ]
      })
  }

  private func line(
    _ day: String, _ school: School.ID, _ before: String, _ after: String, _ words: Words
  ) -> String {
    words(
      "cli.import.line",
      [
        "day": day, "school": name(school), "before": before.isEmpty ? words("cli.log.nobody") : before,
        "after": after.isEmpty ? words("cli.log.nobody") : after,
      ])
  }

  private func base(_ value: RosterImport.BaseValue, _ words: Words) -> String {
    let rhythm =
      value.rhythm.every <= 1
      ? ""
      : " "
        + words(
          "cli.import.every",
          [
            "count": String(value.rhythm.every),
            "week": words.week(value.rhythm.first(from: ISOWeek(containing: value.from))),
          ])
    return people(value.spans, words) + " "
      + words("cli.import.from", ["day": words.shortDay(value.from)]) + rhythm
  }

  private func people(_ spans: [DutySpan], _ words: Words) -> String {
    guard !spans.isEmpty else { return words("cli.log.nobody") }
    return spans.map { span in
      let buddy = span.buddy.map { " / \(name($0))" } ?? ""
      return name(span.colleague) + buddy + " " + words.span(span.hours)
    }.joined(separator: ", ")
  }

  private func name(_ id: Colleague.ID) -> String { picture.documents.colleague(id)?.name ?? id.text }
  private func name(_ id: School.ID) -> String { picture.documents.school(id)?.name ?? id.text }
}
