// Tal: the week's exact figures, school by school; what was not counted is told apart from zero.

import Canvas
import Domain
import Reports

extension Desk {
  func drawFigures(_ week: ISOWeek, on canvas: inout Canvas, in area: Area) {
    canvas.put(
      words("figures.title", ["week": words.weekAndYear(week)]), column: 1, row: area.top, style: .strong)
    if let first = picture.visitsFrom, week < first {
      let text = words("figures.notRead", ["week": week.description])
      canvas.put(text, column: 3, row: area.top + 2, style: .dim, width: area.width - 4)
      return
    }
    let figures = WeekFigures(week: week, picture: picture, now: now)
    let state = words(figures.isFinal ? "figures.final" : "figures.open")
    canvas.putRight(state, endColumn: area.width - 1, row: area.top, style: .dim)
    let headline = words(
      "figures.headline",
      [
        "staffed": String(figures.total.staffedDays), "opening": String(figures.total.openingDays),
        "counted": String(figures.total.countedDays),
      ])
    canvas.put(headline, column: 3, row: area.top + 1, width: area.width - 4)
    let headings = [
      "figures.visits", "figures.opening", "figures.staffed", "figures.counted", "figures.sparring",
      "figures.hours",
    ].map { words($0) }
    drawCells(headings, row: area.top + 3, style: .dim, area, on: &canvas)
    var row = area.top + 4
    for entry in figures.schools where row < area.bottom - 2 {
      let isOwn = entry.school.id == schoolID
      if isOwn {
        canvas.put(">", column: 1, row: row, style: .strong)
        canvas.cursor = Point(column: 1, row: row)
      }
      let style: Style = isOwn ? .strong : .normal
      canvas.put(entry.school.name, column: 3, row: row, style: style, width: area.width >= 80 ? 24 : 18)
      if let closure = entry.closure, entry.row.visits == 0 {
        canvas.put(words.closure(closure), column: area.width >= 80 ? 28 : 22, row: row, style: .dim)
      } else {
        drawCells(cells(of: entry.row), row: row, style: style, area, on: &canvas)
      }
      row += 1
    }
    canvas.put(words("figures.total"), column: 3, row: row + 1, style: .strong)
    drawCells(cells(of: figures.total), row: row + 1, style: .strong, area, on: &canvas)
  }

  /// In the order of the headings.
  private func cells(of row: WeekFigures.Row) -> [String] {
    let visits = row.countedDays == 0 && row.visits == 0 ? words("status.notCounted") : String(row.visits)
    let days = [row.openingDays, row.staffedDays, row.countedDays].map(String.init)
    return [visits] + days + [String(row.sparring), words.decimal(minutes: row.dutyMinutes)]
  }

  private func drawCells(
    _ cells: [String], row: Int, style: Style, _ area: Area, on canvas: inout Canvas
  ) {
    let ends = area.width >= 80 ? [43, 34, 25, 17, 8, 1] : [31, 25, 19, 13, 7, 1]
    for (cell, end) in zip(cells, ends) {
      canvas.putRight(cell, endColumn: area.width - end, row: row, style: style)
    }
  }
}
