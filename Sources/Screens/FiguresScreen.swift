// Tal: the week's exact figures, school by school; what was not counted is told apart from zero.

import Canvas
import Domain
import Reports

extension Desk {
  func drawFigures(_ week: ISOWeek, on canvas: inout Canvas, in area: Area) {
    canvas.put(
      words("figures.title", ["week": words.weekAndYear(week)]), column: 1, row: area.top, style: .strong)
    canvas.cursor = Point(column: 1, row: area.top)
    if let first = picture.visitsFrom, week < first {
      let text = words("figures.notRead", ["week": week.description])
      canvas.put(text, column: 3, row: area.top + 2, style: .dim, width: area.width - 4)
      return
    }
    let figures = WeekFigures(week: week, picture: picture, now: now)
    let headline = words(
      "figures.headline",
      [
        "staffed": String(figures.total.staffedDays), "opening": String(figures.total.openingDays),
        "counted": String(figures.total.countedDays),
      ])
    canvas.put(headline, column: 3, row: area.top + 1, width: area.width - 4)
    let state = words(figures.isFinal ? "figures.final" : "figures.open")
    canvas.put(state, column: 3, row: area.top + 2, style: .dim, width: area.width - 4)
    let own = figures.schools.firstIndex { $0.school.id == schoolID }
    let room = max(1, area.rows - 6)
    let first = max(0, min((own ?? 0) - room + 1, figures.schools.count - room))
    let shown = Array(figures.schools.dropFirst(first).prefix(room))
    let table = FiguresTable(
      heading: FiguresTable.headings.map { words($0) }, rows: shown.map { cells(of: $0.row) },
      total: cells(of: figures.total), width: area.width)
    draw(table.heading, table, row: area.top + 3, style: .dim, on: &canvas)
    canvas.cursor = Point(column: 1, row: area.top + 4 + max(0, (own ?? 0) - first))
    for (index, entry) in shown.enumerated() {
      let row = area.top + 4 + index
      let isOwn = entry.school.id == schoolID
      if isOwn { canvas.put(">", column: 1, row: row, style: .strong) }
      let style: Style = isOwn ? .strong : .normal
      canvas.put(entry.school.name, column: 3, row: row, style: style, width: table.left - 4)
      if let closure = entry.closure, entry.row.visits == 0 {
        canvas.put(
          words.closure(closure), column: table.left, row: row, style: .dim,
          width: area.width - table.left - 1)
      } else {
        draw(table.rows[index], table, row: row, style: style, on: &canvas)
      }
    }
    let bottom = area.top + 4 + shown.count
    let more = figures.schools.count - shown.count
    if more > 0 {
      canvas.put(words("today.more", ["count": String(more)]), column: 3, row: bottom, style: .dim)
    }
    canvas.put(words("figures.total"), column: 3, row: bottom + 1, style: .strong, width: table.left - 4)
    draw(table.total, table, row: bottom + 1, style: .strong, on: &canvas)
  }

  /// In the order of the headings. Days that have not come are neither counted nor forgotten.
  private func cells(of row: WeekFigures.Row) -> [String] {
    let isUncounted = row.countedDays == 0 && row.visits == 0
    let visits =
      isUncounted ? (row.openingDays == 0 ? "–" : words("status.notCounted")) : String(row.visits)
    let days = [row.openingDays, row.staffedDays, row.countedDays].map(String.init)
    return [visits] + days + [String(row.sparring), words.decimal(minutes: row.dutyMinutes)]
  }

  private func draw(
    _ cells: [String], _ table: FiguresTable, row: Int, style: Style, on canvas: inout Canvas
  ) {
    for (cell, end) in zip(cells, table.ends) {
      canvas.putRight(cell, endColumn: end, row: row, style: style)
    }
  }
}

/// The cells of the week's table, and where their columns end: as wide as what stands in them.
private struct FiguresTable {
  static let headings = [
    "figures.visits", "figures.opening", "figures.staffed", "figures.counted", "figures.sparring",
    "figures.hours",
  ]

  let heading: [String]
  let rows: [[String]]
  let total: [String]
  /// The column after each last cell.
  let ends: [Int]
  /// The first column that is not the school's name.
  let left: Int

  init(heading: [String], rows: [[String]], total: [String], width: Int) {
    self.heading = heading
    self.rows = rows
    self.total = total
    let widths = heading.indices.map { column in
      ([heading, total] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    // Where there is room the columns stand apart; a name has at least fourteen.
    let gap = max(1, min(4, (width - 18 - widths.reduce(0, +)) / widths.count))
    var ends = [width - 1]
    for column in widths.dropFirst().reversed() { ends.insert(ends[0] - column - gap, at: 0) }
    self.ends = ends
    left = max(4, ends[0] - (widths.first ?? 0))
  }
}
