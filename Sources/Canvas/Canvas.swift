// A terminal screen as a value: screens draw into it, tests read it, one place copies it out.

/// A grid of cells and the place of the hardware cursor.
///
/// Drawing outside the grid is allowed and leaves no trace, so a screen need not know how small
/// the window has become.
package struct Canvas: Equatable, Sendable {
  package let size: Size
  /// Where the hardware cursor stands after the frame: the focused row or field, so that a screen
  /// reader follows.
  package var cursor = Point(column: 0, row: 0)
  /// False hides the cursor; it is still placed.
  package var isCursorVisible = true
  /// True draws lines, arrows and dots with plain ASCII signs.
  package var isASCII = false

  private var cells: [Cell]

  /// An empty screen.
  package init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cell at a place; a blank one outside the screen.
  package subscript(row: Int, column: Int) -> Cell {
    contains(row: row, column: column) ? cells[row * size.columns + column] : .blank
  }

  /// One row's text, without the spaces at its end.
  package func line(_ row: Int) -> String {
    var text = ""
    for column in 0..<size.columns { text += self[row, column].text }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows, without empty ones at the end.
  package var text: String {
    var lines = (0..<size.rows).map(line)
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private func contains(row: Int, column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }

  /// Puts one glyph in its cell, and its empty right half in the next if it is wide.
  ///
  /// Half of a wide character that is drawn over would leave the other half torn: it is blanked.
  mutating func set(_ glyph: Glyph, row: Int, column: Int, style: Style) {
    guard contains(row: row, column: column), contains(row: row, column: column + glyph.width - 1)
    else { return }
    let place = row * size.columns + column
    if cells[place].text.isEmpty, column > 0 { cells[place - 1].text = " " }
    let next = place + glyph.width
    if column + glyph.width < size.columns, cells[next].text.isEmpty { cells[next].text = " " }
    cells[place] = Cell(text: glyph.text, style: style)
    if glyph.width == 2 { cells[place + 1] = Cell(text: "", style: style) }
  }

  /// Gives cells another style and leaves their text, as for the selected row.
  package mutating func restyle(
    row: Int, from: Int = 0, to: Int? = nil, _ change: (Style) -> Style
  ) {
    guard row >= 0, row < size.rows else { return }
    let end = min(to ?? size.columns, size.columns)
    for column in max(0, from)..<max(0, from, end) {
      let place = row * size.columns + column
      cells[place].style = change(cells[place].style)
    }
  }
}
