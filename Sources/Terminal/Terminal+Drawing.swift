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
        var text = cell.text.unicodeScalars.map { wchar_t($0.value) }
        if !SystemWidth.agrees(text, width: isWide ? 2 : 1) {
          text = [SystemWidth.unknown]
          if isWide { put([0x20], row: row, column: next, style: cell.style) }
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

  private func put(_ text: [wchar_t], row: Int, column: Int, style: Style) {
    let brush = brushes[Brush.index(of: style)]
    desk_put(window, Int32(row), Int32(column), text + [0], brush.attributes, brush.pair)
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

/// The C library's opinion of widths, which is also curses' and decides where text ends up.
package enum SystemWidth {
  /// Sent instead of a character newer than the C library.
  static let unknown: wchar_t = 0x3F

  /// The columns of a scalar; nil when the C library does not know it.
  package static func of(_ scalar: Unicode.Scalar) -> Int? {
    let width = Int(desk_wcwidth(wchar_t(scalar.value)))
    return width < 0 ? nil : width
  }

  /// False when curses would give a cell another width than the canvas did: then the rest of the
  /// row would be out of line.
  static func agrees(_ text: [wchar_t], width: Int) -> Bool {
    guard let base = text.first else { return false }
    if text.count == 1, (0x20...0x7E).contains(base) { return true }
    return desk_wcwidth(base) == Int32(width) && text.dropFirst().allSatisfy { desk_wcwidth($0) == 0 }
  }
}
