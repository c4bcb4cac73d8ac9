// The page of a quarter or a school year: exact figures, then what was published of the protected ones.

import Domain
import Resources

extension ReportPage {
  /// The report for the steering group (a quarter) or for the evaluator (a school year).
  package init(
    _ figures: PeriodFigures, documents: Documents, joinsSmall: Bool, trend: Trend? = nil, words: Words
  ) {
    let period = words.period(figures.period)
    var sections = [
      Section(keyFigures: figures, settings: documents.settings, words: words),
      Section(schools: figures, joinsSmall: joinsSmall, words: words),
    ]
    if figures.period.isSchoolYear { sections.append(Section(quarters: figures, words: words)) }
    if let trend {
      sections.append(Section(trend: trend, joinsSmall: joinsSmall, words: words))
    } else {
      sections.append(Section(weeks: figures, words: words))
    }
    sections += Section.released(figures, joinsSmall: joinsSmall, words: words)
    if figures.period.isSchoolYear { sections.append(Section(method: figures, words: words)) }
    self.init(
      title: words(
        figures.period.isSchoolYear ? "report.schoolYear.title" : "report.quarter.title",
        ["period": period]),
      subtitle: Self.owner(documents.settings, words.weeks(figures.period.weeks), words),
      facts: Self.facts(figures, words), sections: sections)
  }

  private static func facts(_ figures: PeriodFigures, _ words: Words) -> [Fact] {
    let total = figures.total
    var facts = [
      Fact(total.headline(words)), Fact(words(figures.isFinal ? "report.periodFinal" : "report.periodOpen")),
    ]
    if let late = words.late(figures.late) { facts.append(Fact(late, isWarning: true)) }
    if total.uncountedDays > 0 { facts.append(Fact(words.uncounted(total), isWarning: true)) }
    if let shortfall = words.shortfall(figures.completeness) {
      facts.append(Fact(shortfall, isWarning: true))
    }
    return facts
  }
}

extension ReportPage.Section {
  fileprivate init(schools figures: PeriodFigures, joinsSmall: Bool, words: Words) {
    let rows = figures.rows(joinsSmall: joinsSmall).map { entry in
      ExactRow(
        name: entry.school?.name ?? words("report.small"), row: entry.row,
        remark: words.uncounted(entry.row))
    }
    let total = ExactRow(name: words("report.total"), row: figures.total, isSum: true)
    self.init(
      words("report.schools"),
      .table(FiguresTable(rows + [total], words, caption: words.period(figures.period))))
  }

  /// A school year quarter by quarter: two of them are one half of a calendar year.
  fileprivate init(quarters figures: PeriodFigures, words: Words) {
    let rows = figures.quarters.map {
      ExactRow(
        name: words.period($0.quarter), row: $0.row ?? WeekFigures.Row(), isClosed: $0.row == nil)
    }
    self.init(
      words("report.quarters"),
      .table(
        FiguresTable(
          rows, words, of: words("report.quarter"), caption: words.period(figures.period))))
  }

  fileprivate init(weeks figures: PeriodFigures, words: Words) {
    let points = figures.weeks.map { week in
      let row = week.total
      return Trend.Point(
        week: week.week, visits: row.hasVisits ? row.visits : nil, lastYear: nil)
    }
    self.init(
      words("report.weekly"), .trend([TrendLine(name: words("report.allSchools"), points: points)]),
      notes: [words("report.weekly.note")])
  }

  /// 52 weeks per school, last year beside them.
  package init(trend: Trend, joinsSmall: Bool, words: Words) {
    let apart = trend.schools.filter { !joinsSmall || !$0.school.isSmall }
    let small = trend.schools.filter { joinsSmall && $0.school.isSmall }.map(\.points)
    var lines = [TrendLine(name: words("report.allSchools"), points: trend.total)]
    lines += apart.map { TrendLine(name: $0.school.name, points: $0.points) }
    if let first = small.first {
      let sums = first.indices.map { index in
        Trend.Point(
          week: first[index].week, visits: Self.sum(small.map { $0[index].visits }),
          lastYear: Self.sum(small.map { $0[index].lastYear }))
      }
      lines.append(TrendLine(name: words("report.small"), points: sums))
    }
    self.init(words("report.trend"), .trend(lines), notes: [words("report.trend.note")])
  }

  /// Nil where none of them has a number.
  private static func sum(_ counts: [Int?]) -> Int? {
    let known = counts.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  /// What the figures of a year are, and what they are not.
  fileprivate init(method figures: PeriodFigures, words: Words) {
    let version = figures.release?.topicsVersion ?? figures.topicsVersion
    self.init(
      words("report.method"),
      lead: [
        words("report.method.visit"), words("report.method.weeks"), words("report.method.days"),
        words("report.method.rounding"), words("report.method.years"),
        words("report.method.topics", ["version": String(version)]), words("report.method.rows"),
      ])
    startsPage = true
  }
}
