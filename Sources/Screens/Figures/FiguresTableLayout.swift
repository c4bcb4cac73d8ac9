// A table of figures on the screen: the columns there is room for, and a bar in what is left.

import Canvas
import Reports

/// Where the columns of a table stand.
struct FiguresTableLayout {
  private let table: FiguresTable
  private let width: Int
  private let isASCII: Bool
  /// The columns that are shown; the first is the name.
  private let shown: [Int]
  private let widths: [Int]
  private let name: Int
  private let bar: Int

  private static let leastName = 14
  private static let goodName = 20
  private static let goodBar = 10
  private static let leastBar = 4
  private static let mostBar = 40

  init(_ table: FiguresTable, width: Int, isASCII: Bool) {
    self.table = table
    self.width = width
    self.isASCII = isASCII
    let widths = table.columns.indices.map { index in
      let cells = [table.columns[index].short] + table.rows.filter { !$0.isClosed }.map { $0.cells[index] }
      return cells.map { DisplayWidth.of($0) }.max() ?? 0
    }
    let longest = max(widths[0], table.rows.map { DisplayWidth.of($0.cells[0]) }.max() ?? 0)
    let hasBar = table.barColumn != nil && table.greatest > 0
    let least = min(longest, Self.leastName)
    var (columns, rank) = (Array(table.columns.indices), table.columns.map(\.rank).max() ?? 0)
    func rest(_ name: Int) -> Int {
      width - 4 - name - columns.dropFirst().map { widths[$0] + 2 }.reduce(0, +)
    }
    // A bar and a whole name are worth more than the columns that matter least.
    while rank > 0,
      rest(rank > 2 ? min(longest, Self.goodName) : least) < (hasBar && rank > 2 ? Self.goodBar + 2 : 0)
    {
      columns.removeAll { table.columns[$0].rank == rank }
      rank -= 1
    }
    let spare = max(0, rest(least) - (hasBar ? 2 : 0))
    let name = min(longest, least + spare - (hasBar ? min(Self.goodBar, spare) : 0))
    let room = min(Self.mostBar, rest(name) - 2)
    self.widths = widths
    self.name = name
    shown = columns
    bar = hasBar && room >= Self.leastBar ? room : 0
  }

  /// The headings, the rows and what is remarked on them.
  func lines(own: String?) -> [FiguresLine] {
    [FiguresLine(pieces: cells(table.columns.map(\.short), style: .dim))]
      + table.rows.flatMap { row in
        let isOwn = row.cells[0] == own
        let style: Style = row.isSum || isOwn ? .strong : row.isClosed ? .dim : .normal
        return [line(row, style: style, isOwn: isOwn)]
      }
  }

  private func line(_ row: FiguresTable.Row, style: Style, isOwn: Bool) -> FiguresLine {
    if row.isClosed {
      return FiguresLine(
        pieces: [
          .init(text: row.cells[0], column: 3, style: style, width: name),
          .init(text: row.remark, column: 5 + name, style: .dim, width: width - name - 6),
        ], isOwn: isOwn)
    }
    var pieces = cells(row.cells, style: style, isWarning: row.isWarning)
    if bar > 0, !row.isSum, let value = row.value {
      let drawn = FiguresBars.bar(value, of: table.greatest, width: bar, isASCII: isASCII)
      pieces.append(.init(text: drawn, column: 5 + name, style: .key))
    }
    return FiguresLine(pieces: pieces, isOwn: isOwn)
  }

  /// The column after which the numbers begin: right behind the longest bar, or behind the names.
  private var numbers: Int { 3 + name + (bar > 0 ? bar + 2 : 0) }

  /// The name to the left, the others each in its column.
  private func cells(_ texts: [String], style: Style, isWarning: Bool = false) -> [FiguresLine.Piece] {
    var pieces = [FiguresLine.Piece(text: texts[0], column: 3, style: style, width: name)]
    var column = numbers
    for index in shown.dropFirst() {
      let isAlarm = isWarning && index == (table.barColumn ?? shown.last)
      let style: Style = isAlarm ? .warning : style
      if table.columns[index].isNumber {
        pieces.append(
          .init(text: texts[index], column: column + 2 + widths[index], isRight: true, style: style))
      } else {
        pieces.append(.init(text: texts[index], column: column + 2, style: style, width: widths[index]))
      }
      column += widths[index] + 2
    }
    return pieces
  }
}
