// Topics, outcomes and handovers, only as they were published: rounded, with the sentence that says so.

import Domain
import Resources

extension ReportPage.Section {
  /// The three tables of a release, and those of schools that have one of their own; one sentence on how to
  /// release a period that is not.
  static func released(
    _ figures: PeriodFigures, joinsSmall: Bool, words: Words
  ) -> [Self] {
    guard let release = figures.release else {
      if let lost = figures.lost {
        return [Self(words("report.protected"), lead: [words.refusal(lost, of: figures.period)])]
      }
      let option = figures.period.isSchoolYear ? "--skoleår" : "--kvartal"
      let how = words(
        figures.isFinal ? "report.notReleased" : "report.notReleased.open",
        ["option": option, "period": figures.period.description])
      return [Self(words("report.protected"), lead: [how])]
    }
    var sections = tables(
      release.all, of: words.period(release.period), lead: release.composition(words), figures.topics, words)
    for entry in figures.publishedSchools(release, joinsSmall: joinsSmall) {
      sections += tables(entry.table, of: entry.school.name, lead: nil, figures.topics, words)
    }
    return sections
  }

  private static func tables(
    _ table: ReleasedTable, of name: String, lead: String?,
    _ topics: [ReleasedFigures.TopicLabel], _ words: Words
  ) -> [Self] {
    ReleaseVector.allCases.map { vector in
      let released = ReleasedRows(vector, of: table, topics: topics, words: words)
      let heading = "\(words("released.\(vector.rawValue)")) · \(name)"
      let lead = vector == .topics ? lead.map { [$0] } ?? [] : []
      guard !released.rows.isEmpty else { return Self(heading, lead: lead + [released.explanation]) }
      let rows = released.rows.map { row in
        FiguresTable.Row([row.name, words.rounded(row.count)], value: row.count.count)
      }
      return Self(
        heading, lead: lead,
        .table(
          FiguresTable(
            caption: words("report.rounded", ["what": heading]),
            columns: [
              .init(words("released.\(vector.rawValue)"), isNumber: false),
              .init(words("report.roundedCount")),
            ], rows: rows, barColumn: 1)), notes: [released.explanation])
    }
  }
}
