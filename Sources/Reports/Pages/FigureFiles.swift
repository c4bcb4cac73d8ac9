// The files that a report is exported as, and their names: the same in every language.

import Domain
import Resources

/// The forms of one report.
package struct FigureFiles {
  private let page: ReportPage
  private let csvRows: [[String]]
  private let words: Words
  private let made: String
  /// `ugerapport-2026-W10`, and `ugetal-2026-W10` for the numbers alone.
  private let names: (report: String, numbers: String)

  /// The files of one week, or of several.
  package init(
    _ weeks: [WeekFigures], documents: Documents, joinsSmall: Bool, now: Moment, words: Words
  ) {
    page = ReportPage(weeks, settings: documents.settings, joinsSmall: joinsSmall, words: words)
    csvRows = [WeekFigures.csvHeadings] + weeks.flatMap { $0.csvRows(joinsSmall: joinsSmall) }
    let name = weeks.first.map(\.week.description) ?? ""
    names = ("ugerapport-\(name)", "ugetal-\(name)")
    made = words.longDate(now.day)
    self.words = words
  }

  /// The files of a quarter or a school year that was released. The headings of the numbers are Danish, and
  /// so are their words.
  package init(
    _ figures: PeriodFigures, _ released: ReleasedFigures, documents: Documents, joinsSmall: Bool,
    trend: Trend? = nil, now: Moment, words: Words
  ) {
    page = ReportPage(figures, documents: documents, joinsSmall: joinsSmall, trend: trend, words: words)
    csvRows =
      [PeriodFigures.csvHeadings]
      + figures.csvRows(
        released, words: Words(.danish), joinsSmall: joinsSmall)
    let kind = figures.period.isSchoolYear ? "skoleaars" : "kvartals"
    names = ("\(kind)rapport-\(figures.period.fileStem)", "\(kind)tal-\(figures.period.fileStem)")
    made = words.longDate(now.day)
    self.words = words
  }

  /// The files of 52 weeks.
  package init(
    _ trend: Trend, through last: ISOWeek, settings: Settings, now: Moment, words: Words
  ) {
    page = ReportPage(trend, through: last, settings: settings, joinsSmall: true, words: words)
    csvRows = trend.csv(joinsSmall: true)
    names = ("udvikling-\(last)", "udviklingstal-\(last)")
    made = words.longDate(now.day)
    self.words = words
  }

  /// A spreadsheet's file, the page to print, and the text for an e-mail.
  package var all: [ExportedFile] {
    [
      ExportedFile(name: names.numbers + ".csv", bytes: CSV.bytes(csvRows)),
      ExportedFile(name: names.report + ".html", bytes: html),
      ExportedFile(name: names.report + ".txt", bytes: mail),
    ]
  }

  /// The page as text for an e-mail.
  package var mail: [UInt8] { Array(page.mailText(words).utf8) }

  /// The page alone.
  package var html: [UInt8] { Array(HTMLPage(page, made: made, words: words).text.utf8) }
}

extension Trend {
  /// One row a week and school.
  fileprivate func csv(joinsSmall: Bool) -> [[String]] {
    let section = ReportPage.Section(trend: self, joinsSmall: joinsSmall, words: Words(.danish))
    guard case .trend(let lines) = section.content else { return [] }
    let status = Words(.danish).shortfall(completeness, isMark: true) ?? ""
    return [["uge", "mandag", "skolenavn", "besoeg", "besoeg_aaret_foer", "status"]]
      + lines.flatMap { line in
        line.points.map { point in
          [
            point.week.description, point.week.monday.description, line.name,
            point.visits.map(String.init) ?? "", point.lastYear.map(String.init) ?? "", status,
          ]
        }
      }
  }
}
