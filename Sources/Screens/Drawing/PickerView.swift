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
    area.width >= 80 ? PickerColumns(title: 26, detail: 22) : PickerColumns(title: 20, detail: 13)
  }

  /// The same for certain rows: what one column has no use for goes to another that would be cut.
  func fitted(to rows: [PickerRow], room: Int) -> PickerColumns {
    func widest(_ texts: [String]) -> Int { texts.map { DisplayWidth.of($0) }.max() ?? 0 }
    // What has nothing beside it runs on over its whole row.
    let titles = widest(rows.filter { !$0.isAlone }.map(\.title))
    let details = widest(rows.filter { !$0.note.isEmpty }.map(\.detail))
    var fitted = PickerColumns(title: min(titles, title), detail: min(details, detail))
    var spare = room - 2 - fitted.title - fitted.detail - widest(rows.map(\.note))
    func grow(_ width: inout Int, to wanted: Int) {
      let step = max(0, min(wanted - width, spare))
      width += step
      spare -= step
    }
    grow(&fitted.title, to: titles)
    grow(&fitted.detail, to: details)
    // A list that fits keeps the places it usually has.
    grow(&fitted.title, to: title)
    grow(&fitted.detail, to: detail)
    return fitted
  }

  /// How wide the detail of a row may be.
  func detailWidth(of row: PickerRow, room: Int) -> Int {
    row.note.isEmpty ? max(detail, room - 1 - title) : detail
  }
}

extension PickerRow {
  /// What a search goes through in most lists: who it is, and what.
  var searched: FoldedText { FoldedText("\(title) \(detail)") }

  /// Nothing stands beside the title.
  var isAlone: Bool { detail.isEmpty && note.isEmpty }

  /// Whether something of it has no room in its row.
  func isCut(_ columns: PickerColumns, room: Int) -> Bool {
    if isAlone { return DisplayWidth.of(title) > room }
    return DisplayWidth.of(title) > columns.title
      || DisplayWidth.of(detail) > columns.detailWidth(of: self, room: room)
      || DisplayWidth.of(note) > room - 2 - columns.title - columns.detail
  }

  /// All of it, in one line.
  var inFull: String { [title, detail, note].filter { !$0.isEmpty }.joined(separator: " · ") }
}

extension Desk {
  /// Draws the rows that match, scrolled so that the marked one is seen; with `inFull` the marked one
  /// stands below the list once more, where its row cuts it.
  func draw(
    _ picker: Picker, rows: [PickerRow], texts: [FoldedText], columns: PickerColumns? = nil,
    inFull: Bool = false, on canvas: inout Canvas, in area: Area
  ) {
    let width = area.width - Self.pickerColumn - 1
    let columns = (columns ?? .people(in: area)).fitted(to: rows, room: width)
    var area = area
    if inFull { drawInFull(picker, rows, texts, columns, on: &canvas, in: &area) }
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
    if matches.isEmpty {
      let text = words(rows.isEmpty ? "picker.empty" : "picker.nothing")
      canvas.put(text, column: 3, row: top, style: .dim, width: area.width - 4)
    }
  }

  /// The column in which the rows of a list begin, after mark and number.
  private static let pickerColumn = 5

  /// The marked row in full, in as many lines as the longest of them needs; the list gets the rest.
  private func drawInFull(
    _ picker: Picker, _ rows: [PickerRow], _ texts: [FoldedText], _ columns: PickerColumns,
    on canvas: inout Canvas, in area: inout Area
  ) {
    let room = area.width - Self.pickerColumn - 1
    let cut = rows.filter { $0.isCut(columns, room: room) }
    let lines = cut.map { DisplayWidth.wrap($0.inFull, to: area.width - 4).count }.max() ?? 0
    guard lines > 0 else { return }
    area.bottom -= lines
    let matches = picker.matches(texts)
    guard let marked = picker.selection, matches.indices.contains(marked) else { return }
    let row = rows[matches[marked]]
    guard row.isCut(columns, room: room) else { return }
    for (index, line) in DisplayWidth.wrap(row.inFull, to: area.width - 4).enumerated() {
      canvas.put(line, column: 3, row: area.bottom + index, style: .dim)
    }
  }

  private func draw(
    _ row: PickerRow, number: Int, isSelected: Bool, row line: Int, _ columns: PickerColumns, _ area: Area,
    on canvas: inout Canvas
  ) {
    let style: Style = row.isProposed ? .normal : .dim
    if isSelected { canvas.put(">", column: 1, row: line, style: .strong) }
    if number <= 9 { canvas.put(String(number), column: 3, row: line, style: .key) }
    let column = Self.pickerColumn
    canvas.put(
      row.title, column: column, row: line, style: isSelected ? .strong : style,
      width: row.isAlone ? area.width - column - 1 : columns.title)
    canvas.put(
      row.detail, column: column + 1 + columns.title, row: line, style: style,
      width: columns.detailWidth(of: row, room: area.width - column - 1))
    let noteColumn = column + 2 + columns.title + columns.detail
    canvas.put(row.note, column: noteColumn, row: line, style: style, width: area.width - noteColumn - 1)
    if isSelected { canvas.restyle(row: line, from: 1, to: area.width - 1) { $0.selected() } }
  }
}
