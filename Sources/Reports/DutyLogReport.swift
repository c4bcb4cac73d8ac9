// The duty stream for people: doors, base roster, changes of a day, swaps and releases, by time.

import Domain
import Resources

/// What was changed in the roster and at the doors, by whom and when.
package struct DutyLogReport: Sendable {
  /// One change: who made it, when and where, and what it was.
  package struct Line: Equatable, Sendable {
    package var at: Moment
    package var by: String
    package var school: String
    package var what: String
  }

  private struct Entry {
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
  package func lines(
    since start: UTCTime?, local: (UTCTime) -> Moment, _ words: Words
  ) -> [Line] {
    let cells = cells(local: local, words)
    return (doors(words) + patterns(words) + cells + swaps(words) + releases(words) + weeks(words))
      .filter { $0.at >= (start ?? $0.at) }
      .sorted { ($0.at, $0.school?.text ?? "", $0.what) < ($1.at, $1.school?.text ?? "", $1.what) }
      .map {
        Line(at: local($0.at), by: $0.by.map(name) ?? "", school: $0.school?.text ?? "", what: $0.what)
      }
  }

  /// The same as a table.
  package func table(
    since start: UTCTime?, local: (UTCTime) -> Moment, _ words: Words
  ) -> TextTable {
    TextTable(
      columns: [
        .init(words("cli.log.day")), .init(words("cli.log.time")), .init(words("cli.log.school")),
        .init(words("cli.log.what")), .init(words("cli.log.by")),
      ],
      rows: lines(since: start, local: local, words).map { line in
        [words.shortDateAndYear(line.at.day), words.time(line.at.time), line.school, line.what, line.by]
      })
  }

  private func doors(_ words: Words) -> [Entry] {
    ledger.doors.flatMap { place, changes in
      changes.values.map { change in
        let door = change.body
        let key = door.isOpen ? "cli.log.opened" : "cli.log.closed"
        return Entry(at: door.at, by: door.by, school: place.school, what: words(key))
      }
    }
  }

  private func patterns(_ words: Words) -> [Entry] {
    ledger.patterns.values.flatMap { chain in
      chain.changes.values.map { change in
        let pattern = change.body
        let what = words(
          "cli.log.pattern",
          [
            "weekday": words.weekday(pattern.weekday), "day": words.shortDay(pattern.from),
            "people": people(pattern.spans, words),
          ])
        return Entry(at: pattern.at, by: pattern.by, school: pattern.school, what: what)
      }
    }
  }

  /// `Afløser: Preben Jernurt 9.30–13.30`; another day than that of the change is named.
  private func cells(local: (UTCTime) -> Moment, _ words: Words) -> [Entry] {
    ledger.cells.flatMap { place, chain in
      chain.changes.values.compactMap { change -> Entry? in
        guard case .changed(let cause) = change.body.source else { return nil }
        let made = local(change.body.at).day
        var what = words("cli.cause." + cause.rawValue)
        if place.day != made {
          what += " " + (place.day.year == made.year ? words.weekdayAndDay : words.shortDay)(place.day)
        }
        // A day that was closed is without anybody, and that is no hole.
        if cause != .closed || !change.body.spans.isEmpty {
          let asked = change.body.asked.map { words("cli.log.asked", ["name": name($0)]) } ?? ""
          what += ": " + people(change.body.spans, words) + asked
        }
        return Entry(at: change.body.at, by: change.body.by, school: place.school, what: what)
      }
    }
  }

  private func swaps(_ words: Words) -> [Entry] {
    ledger.swaps.values.flatMap { chain in
      chain.changes.values.map { change in
        let swap = change.body
        let days = swap.cells.map { "\($0.school) \(words.weekdayAndDay($0.day))" }.joined(separator: ", ")
        let what = words("cli.log.swap", ["step": words("cli.swap." + swap.step.rawValue), "days": days])
        return Entry(at: swap.at, by: swap.by, school: nil, what: what)
      }
    }
  }

  private func releases(_ words: Words) -> [Entry] {
    ledger.releases.values.map { release in
      let what = words("cli.log.release", ["period": release.body.period])
      return Entry(at: release.body.at, by: release.body.by, school: nil, what: what)
    }
  }

  /// Weeks that were ended at one time are one line; each revision has its own.
  private func weeks(_ words: Words) -> [Entry] {
    let records = ledger.weeks.values.flatMap(\.changes.values).map(\.body)
    let ended = Dictionary(grouping: records.filter { $0.after == .zero }) { $0.at }
    let endings = ended.compactMap { at, records -> Entry? in
      guard let at, let first = records.map(\.week).min(), let last = records.map(\.week).max() else {
        return nil
      }
      let weeks = first == last ? words.weekAndYear(first) : words.weeks(first...last)
      return Entry(at: at, by: records.first?.by, school: nil, what: words("cli.log.ended", ["weeks": weeks]))
    }
    return endings
      + records.filter { $0.after != .zero }.compactMap { record in
        record.at.map {
          let what = words("cli.log.revised", ["week": words.weekAndYear(record.week)])
          return Entry(at: $0, by: record.by, school: nil, what: what)
        }
      }
  }

  private func people(_ spans: [DutySpan], _ words: Words) -> String {
    guard !spans.isEmpty else { return words("status.nobody") }
    return spans.map { span in
      let buddy = span.buddy.map { " (\(name($0)))" } ?? ""
      return name(span.colleague) + buddy + " " + words.span(span.hours)
    }.joined(separator: ", ")
  }

  private func name(_ id: Colleague.ID) -> String { documents.colleague(id)?.name ?? id.text }
}
