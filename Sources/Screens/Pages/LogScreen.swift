// The log of doors and roster, readable: who did what, when. Visits and handovers are not in it.

import Canvas
import Domain
import Reports

/// How far the list is scrolled.
struct LogState: Equatable, Sendable {
  var first = 0
}

extension Desk {
  /// The same rows as the command prints, newest first, and what was done last: that is the longest.
  private var logRows: [[String]] {
    let table = DutyLogReport(picture: picture).table(since: nil, local: local, words)
    return table.rows.reversed().map { row in
      guard row.count == 5 else { return row }
      return Array(row[0..<3]) + [row[4], row[3]]
    }
  }

  func drawLog(_ state: LogState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("log.title"), column: 1, row: area.top, style: .strong)
    let rows = logRows
    if rows.isEmpty { canvas.put(words("log.empty"), column: 3, row: area.top + 2, style: .dim) }
    canvas.cursor = Point(column: 1, row: area.top + 2)
    let shown = rows.dropFirst(state.first).prefix(max(0, area.rows - 2))
    let widths = (shown.first ?? []).indices.map { column in
      shown.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    for (index, row) in shown.enumerated() {
      var line = ""
      for (cell, width) in zip(row, widths.dropLast()) { line += DisplayWidth.pad(cell, to: width) + "  " }
      canvas.put(
        line + (row.last ?? ""), column: 3, row: area.top + 2 + index, width: area.width - 4)
    }
  }

  mutating func takeLog(_ state: LogState, _ key: Key) -> [Request] {
    guard let first = key.scrolling(from: state.first, last: logRows.count - 1) else {
      return takeBinding(key)
    }
    screens.replace(with: .log(LogState(first: first)))
    return []
  }
}
