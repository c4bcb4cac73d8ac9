// A page of figures before it has a form: the screen, the HTML report and the e-mail text all print it.

import Domain

/// A report as headings, sentences, tables and trends. Every number and word in it is already chosen;
/// who prints it only decides where it stands.
package struct ReportPage: Equatable, Sendable {
  /// A sentence about the whole page.
  package struct Fact: Equatable, Sendable {
    package var text: String
    /// Something that must not be overlooked, such as missing records.
    package var isWarning: Bool

    package init(_ text: String, isWarning: Bool = false) {
      self.text = text
      self.isWarning = isWarning
    }
  }

  /// A part under a heading.
  package struct Section: Equatable, Sendable {
    package var heading: String
    /// Said before the content.
    package var lead: [String]
    package var content: Content
    /// Said after it: how the numbers are to be read.
    package var notes: [String]
    /// On paper it begins a page.
    package var startsPage = false

    package init(_ heading: String, lead: [String] = [], _ content: Content = .none, notes: [String] = []) {
      self.heading = heading
      self.lead = lead
      self.content = content
      self.notes = notes
    }
  }

  package enum Content: Equatable, Sendable {
    case none
    case table(FiguresTable)
    case trend([TrendLine])
  }

  package var title: String
  /// Whose figures these are, and of which days.
  package var subtitle: String
  package var facts: [Fact]
  package var sections: [Section]

  package init(title: String, subtitle: String, facts: [Fact], sections: [Section]) {
    self.title = title
    self.subtitle = subtitle
    self.facts = facts
    self.sections = sections
  }
}

/// A table of figures, with a number in each row that a bar can show.
package struct FiguresTable: Equatable, Sendable {
  package struct Column: Equatable, Sendable {
    package var heading: String
    /// For a narrow screen.
    package var short: String
    package var isNumber: Bool
    /// Columns of the greatest rank are the first to be left out where there is no room.
    package var rank: Int

    package init(_ heading: String, short: String? = nil, isNumber: Bool = true, rank: Int = 0) {
      self.heading = heading
      self.short = short ?? heading
      self.isNumber = isNumber
      self.rank = rank
    }
  }

  package struct Row: Equatable, Sendable {
    package var cells: [String]
    /// What its bar is as long as.
    package var value: Int?
    /// Said of the row: why a school was closed, which days were not counted.
    package var remark: String
    /// The remark stands for the numbers.
    package var isClosed: Bool
    package var isWarning: Bool
    package var isSum: Bool

    package init(
      _ cells: [String], value: Int? = nil, remark: String = "", isClosed: Bool = false,
      isWarning: Bool = false, isSum: Bool = false
    ) {
      self.cells = cells
      self.value = value
      self.remark = remark
      self.isClosed = isClosed
      self.isWarning = isWarning
      self.isSum = isSum
    }
  }

  /// What the table shows, for those who hear it.
  package var caption: String
  package var columns: [Column]
  package var rows: [Row]
  /// The column whose numbers are shown as bars.
  package var barColumn: Int?

  package init(caption: String, columns: [Column], rows: [Row], barColumn: Int? = nil) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.barColumn = barColumn
  }

  /// What a full bar stands for.
  package var greatest: Int { rows.filter { !$0.isSum }.compactMap(\.value).max() ?? 0 }
}

/// Visits week by week, with the year before where that is known.
package struct TrendLine: Equatable, Sendable {
  package var name: String
  package var points: [Trend.Point]

  package init(name: String, points: [Trend.Point]) {
    self.name = name
    self.points = points
  }

  package var sum: Int { points.compactMap(\.visits).reduce(0, +) }
  package var sumLastYear: Int { points.compactMap(\.lastYear).reduce(0, +) }
  package var hasLastYear: Bool { points.contains { $0.lastYear != nil } }
  package var greatest: Int { points.flatMap { [$0.visits, $0.lastYear] }.compactMap { $0 }.max() ?? 0 }
}
