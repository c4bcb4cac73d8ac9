// A page of figures as lines of a certain width: what the screen scrolls through.

import Canvas
import Domain
import Reports
import Resources

/// One line of the page, as pieces of text at their columns.
struct FiguresLine: Equatable {
  struct Piece: Equatable {
    var text: String
    /// Where it begins, or the column after its end.
    var column: Int
    var isRight = false
    var style: Style = .normal
    var width: Int?
  }

  var pieces: [Piece]
  /// The school the desk stands at.
  var isOwn = false

  static let empty = FiguresLine(pieces: [])

  static func text(_ text: String, column: Int = 3, style: Style = .normal) -> FiguresLine {
    FiguresLine(pieces: [Piece(text: text, column: column, style: style)])
  }
}

/// Lays a page out.
struct FiguresLayout {
  let width: Int
  let isASCII: Bool
  /// The name of the school that is marked.
  let own: String?
  let words: Words

  /// All lines below the title.
  func lines(of page: ReportPage) -> [FiguresLine] {
    var lines = page.facts.flatMap { paragraph($0.text, style: $0.isWarning ? .warning : .normal) }
    for (index, section) in page.sections.enumerated() {
      // The first one says by its own headings what it is.
      lines.append(.empty)
      if index > 0 { lines.append(.text(section.heading, column: 1, style: .strong)) }
      lines += section.lead.flatMap { paragraph($0) }
      switch section.content {
      case .none: break
      case .table(let table):
        lines += FiguresTableLayout(table, width: width, isASCII: isASCII).lines(own: own)
      case .trend(let trends): lines += trends.flatMap(trend)
      }
      lines += section.notes.flatMap { paragraph($0, style: .dim) }
    }
    return lines
  }

  private func paragraph(_ text: String, style: Style = .normal) -> [FiguresLine] {
    DisplayWidth.wrap(text, to: width - 5).map { .text($0, style: style) }
  }

  /// The name, the curve and the sum; last year below it. Narrow, the name has a line of its own.
  private func trend(_ line: TrendLine) -> [FiguresLine] {
    let name = 18
    let isNarrow = width < name + 52 + 10
    let room = isNarrow ? width - 4 : width - name - 9
    let cell = max(1, min(4, room / max(1, line.points.count)))
    let isOwn = line.name == own
    func curve(_ values: [Int?]) -> String {
      FiguresBars.curve(values, greatest: line.greatest, cell: cell, isASCII: isASCII)
    }
    func row(_ label: String, _ values: [Int?], sum: Int, style: Style) -> [FiguresLine] {
      let sum = FiguresLine.Piece(
        text: isNarrow ? words("figures.sum", ["count": words.number(sum)]) : words.number(sum),
        column: width - 1,
        isRight: true, style: style)
      let title = FiguresLine.Piece(
        text: label, column: 3, style: style, width: isNarrow ? width - 18 : name - 1)
      if isNarrow {
        return [
          FiguresLine(pieces: [title, sum], isOwn: isOwn && style != .dim),
          .text(curve(values), style: style),
        ]
      }
      let drawn = FiguresLine.Piece(text: curve(values), column: 3 + name, style: style)
      return [FiguresLine(pieces: [title, drawn, sum], isOwn: isOwn && style != .dim)]
    }
    var lines = row(
      line.name, line.points.map(\.visits), sum: line.sum, style: isOwn ? .strong : .normal)
    if line.hasLastYear {
      lines += row(
        words("report.lastYear"), line.points.map(\.lastYear), sum: line.sumLastYear, style: .dim)
    }
    return lines
  }
}
