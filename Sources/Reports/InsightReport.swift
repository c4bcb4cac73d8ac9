// What is stored about one colleague, as text and as JSON: what an access request is answered with.

import Domain
import Resources

/// The answer to "what do you have about me?".
package struct InsightReport: Sendable {
  private let insight: Insight
  private let documents: Documents
  private let local: @Sendable (UTCTime) -> Moment

  package init(_ insight: Insight, documents: Documents, local: @escaping @Sendable (UTCTime) -> Moment) {
    self.insight = insight
    self.documents = documents
    self.local = local
  }

  // MARK: Text

  /// The colleague's entry, a field a row.
  package func entry(_ words: Words) -> TextTable {
    TextTable(
      columns: [.init(words("cli.insight.field")), .init(words("cli.insight.value"))],
      rows: fields.map { key, values in [words("cli.insight.field." + key), values.joined(separator: ", ")] })
  }

  /// Every record and open handover that names the colleague, a row each.
  package func records(_ words: Words) -> TextTable {
    TextTable(
      columns: ["what", "day", "time", "school", "as", "kept"].map { .init(words("cli.insight." + $0)) },
      rows: insight.items.map { item in
        let moment = item.at.map(local)
        var what = words("cli.insight.kind." + item.kind.rawValue)
        if let weekday = item.weekday { what += " " + words.weekday(weekday) }
        if let about = item.about { what += " " + about }
        return [
          what, item.day.map(words.shortDateAndYear) ?? "–", moment.map { time($0, item, words) } ?? "–",
          item.school?.text ?? "–",
          item.parts.map { words("cli.insight.part." + $0.rawValue) }.joined(separator: ", "),
          kept(item.kept, words),
        ]
      })
  }

  /// When it was recorded, with the day where that is another one; and the hours of a duty.
  private func time(_ moment: Moment, _ item: Insight.Item, _ words: Words) -> String {
    let day = moment.day == item.day ? "" : words.shortDateAndYear(moment.day) + " "
    let hours = item.hours.map { " (\(words.span($0)))" } ?? ""
    return day + words.time(moment.time) + hours
  }

  private func kept(_ kept: Insight.Keeping, _ words: Words) -> String {
    switch kept {
    case .until(let day): words.shortDateAndYear(day)
    case .handoverEnds: words("cli.insight.kept.handover")
    case .baseHolds: words("cli.insight.kept.base")
    case .releaseStands: words("cli.insight.kept.release")
    }
  }

  // MARK: JSON

  package var json: JSON {
    [
      "colleague": .text(insight.colleague.text),
      "entry": insight.entry == nil
        ? .null : .object(fields.map { .init($0, .list($1.map(JSON.text))) }),
      "records": .list(
        insight.items.map { item in
          [
            "kind": .text(item.kind.rawValue), "day": .optional(item.day?.description),
            "at": .optional(item.at.map(local).map { "\($0.day)T\($0.time)" }),
            "school": .optional(item.school?.text), "weekday": .optional(item.weekday?.rawValue),
            "hours": .optional(item.hours.map { "\($0.from)-\($0.to)" }),
            "as": .list(item.parts.map { .text($0.rawValue) }), "about": .optional(item.about),
            "kept": .text(keptCode(item.kept)),
          ]
        }),
    ]
  }

  private func keptCode(_ kept: Insight.Keeping) -> String {
    switch kept {
    case .until(let day): day.description
    case .handoverEnds: "handover-ends"
    case .baseHolds: "base-holds"
    case .releaseStands: "release-stands"
    }
  }

  // MARK: The entry

  /// The fields of the entry that say something, by the names of `colleagues.json`.
  private var fields: [(String, [String])] {
    guard let entry = insight.entry else { return [] }
    let ages = entry.ages.map { "\($0.from.map(String.init) ?? "")–\($0.to.map(String.init) ?? "")" }
    let fields: [(String, [String])] = [
      ("id", [entry.id.text]), ("name", [entry.name]), ("profession", [entry.profession.text]),
      ("employer", [entry.employer.rawValue]), ("school", [entry.school?.text].compactMap { $0 }),
      ("competences", entry.competences), ("floater", entry.isFloater ? ["true"] : []),
      ("role", [entry.role.rawValue]), ("login", [entry.login].compactMap { $0 }),
      ("workPhone", [entry.workPhone].compactMap { $0 }), ("workMail", [entry.workMail].compactMap { $0 }),
      ("place", [entry.place].compactMap { $0 }), ("ages", [ages].compactMap { $0 }),
      ("weekdays", entry.weekdays.sorted { $0.rawValue < $1.rawValue }.map { String($0.rawValue) }),
      ("away", entry.away.map { "\($0.from)..\($0.to)" }),
      ("from", [entry.from?.description].compactMap { $0 }),
      ("to", [entry.to?.description].compactMap { $0 }),
      ("confirmed", [entry.confirmed?.description].compactMap { $0 }),
    ]
    return fields.filter { !$0.1.isEmpty }
  }
}
