// Writing text and lines on a canvas.

extension Canvas {
  /// Writes `text` from `column` on, cut with … at `width` columns or at the screen's edge.
  ///
  /// Control characters are drawn as "·" and never reach the terminal.
  /// - Returns: the columns written, counted from `column`.
  @discardableResult
  package mutating func put(
    _ text: String, column: Int, row: Int, style: Style = .normal, width: Int? = nil
  ) -> Int {
    let room = min(size.columns - column, width ?? Int.max)
    guard row >= 0, row < size.rows, room > 0 else { return 0 }
    let drawn = isASCII ? PlainSigns.replace(in: text) : text
    let cut = DisplayWidth.truncate(drawn, to: room, ellipsis: isASCII ? "..." : "…")
    var place = column
    for character in cut {
      let glyph = Glyph(character)
      set(glyph, row: row, column: place, style: style)
      place += glyph.width
    }
    return place - column
  }

  /// Writes `text` so that its last cell is the one before `endColumn`.
  package mutating func putRight(
    _ text: String, endColumn: Int, row: Int, style: Style = .normal
  ) {
    let drawn = isASCII ? PlainSigns.replace(in: text) : text
    let end = min(endColumn, size.columns)
    put(text, column: max(0, end - DisplayWidth.of(drawn)), row: row, style: style, width: max(0, end))
  }

  /// Fills the cells from `from` up to, not including, `to` with one character.
  package mutating func fill(
    row: Int, from: Int = 0, to: Int? = nil, style: Style = .normal, with character: Character = " "
  ) {
    let sign = isASCII ? PlainSigns.replace(in: String(character)).first ?? character : character
    let glyph = Glyph(sign)
    let end = min(to ?? size.columns, size.columns)
    var column = max(0, from)
    while column + glyph.width <= end {
      set(glyph, row: row, column: column, style: style)
      column += glyph.width
    }
  }

  /// A line across the whole row.
  package mutating func rule(row: Int, style: Style = .dim) {
    fill(row: row, style: style, with: "─")
  }
}
