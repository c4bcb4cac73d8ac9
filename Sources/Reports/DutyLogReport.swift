// The duty stream for people: doors, base roster, changes of a day, swaps and releases, by time.

import Domain
import Resources

/// What was changed in the roster and at the doors, by whom and when.
package struct DutyLogReport: Sendable {
  private struct Line {
    var at: UTCTime
    var by: Colleague.ID?
    var school: School.ID?
    var what: String
  }

  private let ledger: Ledger
  private let documents: Documents

  package init(picture: FolderPicture) {
    ledger = picture.ledger
    documents = picture.documents
  }

  /// All changes since a moment, oldest first; `local` gives the day and time at the school.
  package func table(
    since start: UTCTime?, local: (UTCTime) -> Moment, _ words: Words
  ) -> TextTable {
    let lines = (doors(words) + patterns(words) + cells(words) + swaps(words) + releases(words))
      .filter { $0.at >= (start ?? $0.at) }
      .sorted { ($0.at, $0.school?.text ?? "", $0.what) < ($1.at, $1.school?.text ?? "", $1.what) }
    return TextTable(
      columns: [
        .init(words("cli.log.day")), .init(words("cli.log.time")), .init(words("cli.log.school")),
        .init(words("cli.log.what")), .init(words("cli.log.by")),
      ],
      rows: lines.map { line in
        let moment = local(line.at)
        return [
          moment.day.description, words.time(moment.time), line.school?.text ?? "", line.what,
          line.by.map(name) ?? "",
        ]
      })
  }

  private func doors(_ words: Words) -> [Line] {
    ledger.doors.flatMap { place, changes in
      changes.values.map { change in
        let door = change.body
        let key = door.isOpen ? "cli.log.opened" : "cli.log.closed"
        return Line(at: door.at, by: door.by, school: place.school, what: words(key))
      }
    }
  }

  private func patterns(_ words: Words) -> [Line] {
    ledger.patterns.values.flatMap { chain in
      chain.changes.values.map { change in
        let pattern = change.body
        let what = words(
          "cli.log.pattern",
          [
            "weekday": words.weekday(pattern.weekday), "day": pattern.from.description,
            "people": people(pattern.spans, words),
          ])
        return Line(at: pattern.at, by: pattern.by, school: pattern.school, what: what)
      }
    }
  }

  private func cells(_ words: Words) -> [Line] {
    ledger.cells.flatMap { place, chain in
      chain.changes.values.compactMap { change -> Line? in
        guard case .changed(let cause) = change.body.source else { return nil }
        let asked = change.body.asked.map { words("cli.log.asked", ["name": name($0)]) } ?? ""
        let what = words(
          "cli.log.cell",
          [
            "day": place.day.description, "cause": words("cli.cause." + cause.rawValue),
            "people": people(change.body.spans, words) + asked,
          ])
        return Line(at: change.body.at, by: change.body.by, school: place.school, what: what)
      }
    }
  }

  private func swaps(_ words: Words) -> [Line] {
    ledger.swaps.values.flatMap { chain in
      chain.changes.values.map { change in
        let swap = change.body
        let days = swap.cells.map { "\($0.school) \($0.day)" }.joined(separator: ", ")
        let what = words("cli.log.swap", ["step": words("cli.swap." + swap.step.rawValue), "days": days])
        return Line(at: swap.at, by: swap.by, school: nil, what: what)
      }
    }
  }

  private func releases(_ words: Words) -> [Line] {
    ledger.releases.values.map { release in
      let what = words("cli.log.release", ["period": release.body.period])
      return Line(at: release.body.at, by: release.body.by, school: nil, what: what)
    }
  }

  private func people(_ spans: [DutySpan], _ words: Words) -> String {
    guard !spans.isEmpty else { return words("cli.log.nobody") }
    return spans.map { span in
      let buddy = span.buddy.map { " (\(name($0)))" } ?? ""
      return name(span.colleague) + buddy + " " + words.span(span.hours)
    }.joined(separator: ", ")
  }

  private func name(_ id: Colleague.ID) -> String { documents.colleague(id)?.name ?? id.text }
}
