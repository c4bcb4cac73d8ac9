// A grid of schools by days, with one marked cell: the week of the roster and that of the base roster.

import Canvas
import Domain
import Reports

/// What stands in one cell of the grid.
struct GridCell: Equatable {
  var text: String
  var style: Style
  /// Signs after the text: exceptions, broken rules, offered swaps.
  var sign: String
  /// The line below it, where there is one.
  var second: String?
  var secondStyle: Style = .dim

  init(_ text: String, _ style: Style, sign: String = "", second: String? = nil) {
    self.text = text
    self.style = style
    self.sign = sign
    self.second = second
  }
}

/// How a week is laid out in a window, and which schools are seen.
struct RosterGrid {
  let days: [CivilDate]
  let schools: ArraySlice<School>
  let all: Int
  let marked: SchoolDay?
  let isWide: Bool
  let nameWidth: Int
  let cellWidth: Int
  /// Rows for each school: the name, the makker, an empty one.
  let step: Int
  let top: Int

  init(_ state: RosterState, days: [CivilDate], schools: [School], in area: Area) {
    self.days = days
    all = schools.count
    isWide = area.width >= 100
    nameWidth = isWide ? 24 : 6
    cellWidth = (area.width - nameWidth - 2) / max(1, days.count)
    let room = max(1, area.rows - 2 - (area.rows >= 16 ? 2 : 1))
    step = [3, 2].first { $0 * schools.count <= room } ?? 1
    let index = schools.firstIndex { $0.id == state.school } ?? 0
    let shown = max(1, room / step)
    let first = max(0, min(index - shown + 1, schools.count - shown))
    self.schools = schools.dropFirst(first).prefix(shown)
    marked = schools.indices.contains(index) ? SchoolDay(day: state.day, school: schools[index].id) : nil
    top = area.top + 1
  }

  /// The row after the last school.
  var bottom: Int { top + 1 + schools.count * step }

  func column(of place: Int) -> Int { nameWidth + 2 + place * cellWidth }

  /// Which of the schools are seen, when not all are.
  var position: String {
    guard schools.count < all else { return "" }
    return isWide
      ? "\(schools.startIndex + 1)–\(schools.endIndex)/\(all)" : "\(schools.endIndex)/\(all)"
  }
}

extension Desk {
  /// Draws a grid; `content` says what stands in a cell of some width.
  func draw(
    _ grid: RosterGrid, on canvas: inout Canvas,
    content: (School, CivilDate, Int) -> GridCell
  ) {
    canvas.put(grid.position, column: 1, row: grid.top, style: .dim, width: grid.nameWidth)
    for (place, day) in grid.days.enumerated() {
      let isToday = day == now.day
      let name = words.weekdayAndDate(day)
      let isRoom = DisplayWidth.of(name) + 2 < grid.cellWidth
      canvas.put(
        name + (isToday && isRoom ? " <" : ""), column: grid.column(of: place), row: grid.top,
        style: isToday ? .strong : .dim, width: grid.cellWidth - 1)
    }
    for (index, school) in grid.schools.enumerated() {
      let row = grid.top + 1 + index * grid.step
      let name = grid.isWide ? school.name : school.id.text
      canvas.put(
        name, column: 1, row: row, style: school.id == schoolID ? .strong : .normal, width: grid.nameWidth)
      for (place, day) in grid.days.enumerated() {
        let cell = content(school, day, grid.cellWidth - 1)
        let isMarked = grid.marked == SchoolDay(day: day, school: school.id)
        draw(cell, isMarked: isMarked, column: grid.column(of: place), row: row, grid, on: &canvas)
      }
    }
  }

  private func draw(
    _ cell: GridCell, isMarked: Bool, column: Int, row: Int, _ grid: RosterGrid, on canvas: inout Canvas
  ) {
    let width = grid.cellWidth - 1
    let sign = cell.sign.isEmpty ? "" : " " + cell.sign
    let used = canvas.put(
      cell.text, column: column, row: row, style: cell.style, width: max(1, width - sign.count))
    canvas.put(sign, column: column + used, row: row, style: cell.style == .dim ? .dim : .warning)
    if grid.step > 1, let second = cell.second {
      canvas.put(second, column: column, row: row + 1, style: cell.secondStyle, width: width)
    }
    guard isMarked else { return }
    canvas.put(">", column: column - 1, row: row, style: .strong)
    canvas.restyle(row: row, from: column - 1, to: column + width) { $0.selected() }
    canvas.cursor = Point(column: column - 1, row: row)
  }

  /// Lines below a grid: close to it in a small window, with a row between them in a large one.
  func drawLines(_ lines: [(String, Style)], from top: Int, in area: Area, on canvas: inout Canvas) {
    let room = area.bottom - top
    let start = room > 2 ? top + 1 : top
    let rows = lines.flatMap { line in
      DisplayWidth.wrap(line.0, to: area.width - 4).map { ($0, line.1) }
    }
    // Where there is no room for whole sentences the first line of each is worth more.
    let shown = rows.count <= area.bottom - start ? rows : lines
    for (index, line) in shown.prefix(max(1, area.bottom - start)).enumerated() {
      canvas.put(line.0, column: 3, row: start + index, style: line.1, width: area.width - 4)
    }
  }
}
