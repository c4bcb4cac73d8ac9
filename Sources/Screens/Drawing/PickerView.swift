// How a numbered list looks: `>` and the cursor on the marked row, numbers to press, the filter above.

import Canvas
import Domain

/// One row of a list to choose from.
struct PickerRow: Equatable {
  var title: String
  var detail = ""
  var note = ""
  var isProposed = true
}

/// How wide the first two columns of a list are; the note gets the rest.
struct PickerColumns: Equatable {
  var title: Int
  var detail: Int

  /// For names and professions.
  static func people(in area: Area) -> PickerColumns {
    area.width >= 80 ? PickerColumns(title: 26, detail: 22) : PickerColumns(title: 22, detail: 14)
  }
}

extension Desk {
  /// Draws the rows that match, scrolled so that the marked one is seen.
  func draw(
    _ picker: Picker, rows: [PickerRow], texts: [FoldedText], columns: PickerColumns? = nil,
    on canvas: inout Canvas, in area: Area
  ) {
    let columns = columns ?? .people(in: area)
    let matches = picker.matches(texts)
    var top = area.top
    if let filter = picker.filter {
      let label = words("picker.filter")
      canvas.put(label, column: 3, row: top, style: .dim)
      let start = 4 + DisplayWidth.of(label)
      let found = words("picker.found", ["count": String(matches.count), "all": String(rows.count)])
      canvas.putRight(found, endColumn: area.width - 1, row: top, style: .dim)
      filter.draw(in: &canvas, column: start, row: top, width: 24)
      top += 1
    }
    let room = max(1, area.bottom - top)
    let selection = picker.selection ?? 0
    let first = max(0, min(selection - room + 1, matches.count - room))
    for (offset, index) in matches.dropFirst(first).prefix(room).enumerated() {
      let place = first + offset
      let isSelected = picker.selection == place
      draw(
        rows[index], number: place + 1, isSelected: isSelected, row: top + offset, columns, area, on: &canvas)
      if isSelected, picker.filter == nil { canvas.cursor = Point(column: 1, row: top + offset) }
    }
    if matches.isEmpty { canvas.put(words("picker.nothing"), column: 3, row: top, style: .dim) }
  }

  private func draw(
    _ row: PickerRow, number: Int, isSelected: Bool, row line: Int, _ columns: PickerColumns, _ area: Area,
    on canvas: inout Canvas
  ) {
    let style: Style = row.isProposed ? .normal : .dim
    if isSelected { canvas.put(">", column: 1, row: line, style: .strong) }
    if number <= 9 { canvas.put(String(number), column: 3, row: line, style: .key) }
    canvas.put(row.title, column: 5, row: line, style: isSelected ? .strong : style, width: columns.title)
    canvas.put(row.detail, column: 6 + columns.title, row: line, style: style, width: columns.detail)
    let noteColumn = 7 + columns.title + columns.detail
    canvas.put(row.note, column: noteColumn, row: line, style: style, width: area.width - noteColumn - 1)
    if isSelected { canvas.restyle(row: line, from: 1, to: area.width - 1) { $0.selected() } }
  }
}
