// From a canvas to the terminal. Curses compares with the frame before and sends what differs.

import CNcurses
import Canvas

extension Terminal {
  /// Shows a frame, and puts the hardware cursor where the canvas says as the last act.
  ///
  /// A canvas of another size, drawn just before a resize, is cut.
  package func draw(_ canvas: Canvas) {
    let size = size
    for row in 0..<min(size.rows, canvas.size.rows) {
      for column in 0..<min(size.columns, canvas.size.columns) {
        let cell = canvas[row, column]
        if cell.text.isEmpty { continue }
        let next = column + 1
        let isWide = next < canvas.size.columns && canvas[row, next].text.isEmpty
        var text = CellText(cell.text)
        if !text.isDrawn(columns: isWide ? 2 : 1) {
          text = .unknown
          if isWide { put(.space, row: row, column: next, style: cell.style) }
        }
        put(text, row: row, column: column, style: cell.style)
      }
    }
    setCursor(visible: canvas.isCursorVisible)
    wmove(
      window, Int32(max(0, min(canvas.cursor.row, size.rows - 1))),
      Int32(max(0, min(canvas.cursor.column, size.columns - 1))))
    wrefresh(window)
  }

  private func put(_ text: CellText, row: Int, column: Int, style: Style) {
    let brush = brushes[Brush.index(of: style)]
    desk_put(window, Int32(row), Int32(column), text.base, text.marks, brush.attributes, brush.pair)
  }
}

/// A palette's look in curses' terms.
struct Brush {
  let attributes: attr_t
  let pair: Int16

  /// A brush for every style there is, in the order of ``index(of:)``; makes the colour pairs.
  static func all(from palette: Palette) -> [Brush] {
    Style.Role.allCases.flatMap { role in
      [false, true].map { Brush(palette.look(of: Style(role: role, isSelected: $0)), role: role) }
    }
  }

  static func index(of style: Style) -> Int { style.role.rawValue * 2 + (style.isSelected ? 1 : 0) }

  private init(_ look: Palette.Look, role: Style.Role) {
    var attributes: attr_t = 0
    if look.bold { attributes |= desk_bold() }
    if look.underline { attributes |= desk_underline() }
    if look.dim { attributes |= desk_dim() }
    if look.reverse { attributes |= desk_reverse() }
    self.attributes = attributes
    // Pair 0 is the terminal's own colours and cannot be changed.
    pair = look.colour == nil ? 0 : Int16(role.rawValue + 1)
    if let colour = look.colour { init_pair(pair, Int16(colour), -1) }
  }
}
