// The page of a year week by week, school by school, with the year before beside it.

import Domain
import Resources

extension ReportPage {
  /// The 52 weeks up to one week.
  package init(_ trend: Trend, through last: ISOWeek, settings: Settings, joinsSmall: Bool, words: Words) {
    let weeks = words.weeks(last.adding(weeks: 1 - Trend.length)...last)
    let total = TrendLine(name: "", points: trend.total)
    let values: KeyValuePairs = ["sum": words.number(total.sum), "last": words.number(total.sumLastYear)]
    let shortfall = words.shortfall(trend.completeness).map { [Fact($0, isWarning: true)] } ?? []
    self.init(
      title: words("report.trend.title", ["weeks": weeks]), subtitle: Self.owner(settings, weeks, words),
      facts: [Fact(words(total.hasLastYear ? "report.sum.both" : "report.legend", values))] + shortfall,
      sections: [Section(trend: trend, joinsSmall: joinsSmall, words: words)])
  }
}
