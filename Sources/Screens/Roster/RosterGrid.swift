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
  /// Fewer words, where the text has no room.
  var short: String?
  /// The text may run on over the days after it that say the same.
  var runsOn = false

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

  /// `details` is how many rows are wanted below the grid, if more than the usual ones.
  init(_ state: RosterState, days: [CivilDate], schools: [School], in area: Area, details: Int = 0) {
    self.days = days
    all = schools.count
    isWide = area.width >= 100
    nameWidth = isWide ? 24 : 5
    // A cell is its text, a space and the place of the next one's mark; after the last there is neither.
    cellWidth = (area.width - nameWidth) / max(1, days.count)
    let wanted = max(1, area.rows - 2 - max(details, area.rows >= 16 ? 2 : 1))
    // News of several lines takes rows away for a moment; the grid stays as it is.
    let most = details == 0 ? max(1, area.rows - 2) : wanted
    step = 3 * schools.count <= wanted ? 3 : (2 * schools.count <= most ? 2 : 1)
    let index = schools.firstIndex { $0.id == state.school } ?? 0
    let shown = max(1, (step * schools.count <= most ? most : wanted) / step)
    let first = max(0, min(index - shown + 1, schools.count - shown))
    self.schools = schools.dropFirst(first).prefix(shown)
    marked = schools.indices.contains(index) ? SchoolDay(day: state.day, school: schools[index].id) : nil
    top = area.top + 1
  }

  /// The row after the last school.
  var bottom: Int { top + 1 + schools.count * step }

  func column(of place: Int) -> Int { nameWidth + 2 + place * cellWidth }

  /// The room for text in a cell.
  var textWidth: Int { max(1, cellWidth - 2) }

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
    // The mark of today needs its room; the month of today stands at the top of the screen.
    let mark = { (day: CivilDate) in day == now.day ? " <" : "" }
    let isNarrow = grid.days.contains {
      DisplayWidth.of(words.weekdayAndDay($0) + mark($0)) >= grid.cellWidth
    }
    for (place, day) in grid.days.enumerated() {
      let isToday = day == now.day
      let name = isNarrow ? words.weekdayAndNumber(day) : words.weekdayAndDay(day)
      let isRoom = DisplayWidth.of(name + mark(day)) < grid.cellWidth
      canvas.put(
        name + (isRoom ? mark(day) : ""), column: grid.column(of: place), row: grid.top,
        style: isToday ? .strong : .dim, width: grid.cellWidth - 1)
    }
    for (index, school) in grid.schools.enumerated() {
      let row = grid.top + 1 + index * grid.step
      let name = grid.isWide ? school.name : school.id.text
      canvas.put(
        name, column: 1, row: row, style: school.id == schoolID ? .strong : .normal, width: grid.nameWidth)
      let cells = grid.days.map { content(school, $0, grid.textWidth) }
      for (place, day) in grid.days.enumerated() {
        let (cell, width) = Self.running(cells, at: place, grid)
        let isMarked = grid.marked == SchoolDay(day: day, school: school.id)
        draw(
          cell, width: width, isMarked: isMarked, column: grid.column(of: place), row: row, grid, on: &canvas)
      }
    }
  }

  /// A name that a column would cut stands once over all the days that it holds for, with a line after it.
  private static func running(_ cells: [GridCell], at place: Int, _ grid: RosterGrid) -> (GridCell, Int) {
    var cell = cells[place]
    let (width, step) = (grid.textWidth, grid.cellWidth)
    guard cell.runsOn, DisplayWidth.of(cell.text) > width else { return (cell, width) }
    let first = cells[...place].lastIndex { $0.text != cell.text }.map { $0 + 1 } ?? 0
    let end = cells[place...].firstIndex { $0.text != cell.text } ?? cells.count
    guard end - first > 1 else { return (cell, width) }
    let room = (end - first - 1) * step + width
    let name = DisplayWidth.truncate(cell.text, to: room)
    let line = name + " " + String(repeating: "─", count: max(0, room - DisplayWidth.of(name) - 1))
    // Each cell draws its own part, so that marking one marks no more.
    let part = place + 1 < end ? step : width
    cell.text = String(line.dropFirst((place - first) * step).prefix(part))
    return (cell, part)
  }

  private func draw(
    _ cell: GridCell, width: Int, isMarked: Bool, column: Int, row: Int, _ grid: RosterGrid,
    on canvas: inout Canvas
  ) {
    var (cell, sign) = (cell, cell.sign.isEmpty ? "" : " " + cell.sign)
    if let short = cell.short, DisplayWidth.of(cell.text) + sign.count > width {
      // The whole words and the signs below them, else fewer words.
      if grid.step > 1, DisplayWidth.of(cell.text) <= width {
        cell.second = cell.sign
        cell.secondStyle = .warning
        sign = ""
      } else {
        cell.text = short
      }
    }
    let used = canvas.put(
      cell.text, column: column, row: row, style: cell.style, width: max(1, width - sign.count))
    if !sign.isEmpty {
      let style: Style = cell.style == .dim ? .dim : .warning
      canvas.put(cell.sign, column: column + used + 1, row: row, style: style)
    }
    if grid.step > 1, let second = cell.second {
      canvas.put(second, column: column, row: row + 1, style: cell.secondStyle, width: width)
    }
    guard isMarked else { return }
    canvas.put(">", column: column - 1, row: row, style: .strong)
    canvas.restyle(row: row, from: column - 1, to: column + grid.textWidth) { $0.selected() }
    canvas.cursor = Point(column: column - 1, row: row)
  }

  /// Lines below a grid: close to it in a small window, with a row between them in a large one. What is
  /// urgent is never cut, and the legend stands only where there is room for it.
  func drawLines(
    _ lines: [(String, Style)], urgent: [(String, Style)] = [], legend: String? = nil, from top: Int,
    in area: Area, on canvas: inout Canvas
  ) {
    let room = area.bottom - top
    let start = room > 2 ? top + 1 : top
    func wrapped(_ lines: [(String, Style)]) -> [(String, Style)] {
      lines.flatMap { line in DisplayWidth.wrap(line.0, to: area.width - 4).map { ($0, line.1) } }
    }
    var rows = wrapped(urgent + lines)
    // Where there is no room for whole sentences the first line of each is worth more.
    if rows.count > area.bottom - start { rows = wrapped(urgent) + lines }
    if let legend { rows += wrapped([(legend, .dim)]) }
    for (index, line) in rows.prefix(max(0, area.bottom - start)).enumerated() {
      canvas.put(line.0, column: 3, row: start + index, style: line.1, width: area.width - 4)
    }
  }
}
