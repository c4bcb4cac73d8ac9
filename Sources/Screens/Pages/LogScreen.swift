// The log of doors and roster, readable: who did what, when. Visits and handovers are not in it.

import Canvas
import Domain
import Reports

/// How far the list is scrolled.
struct LogState: Equatable, Sendable {
  var first = 0
}

extension Desk {
  /// The same lines as the command prints, newest first.
  private var logLines: [DutyLogReport.Line] {
    DutyLogReport(picture: picture).lines(since: nil, local: local, words).reversed()
  }

  func drawLog(_ state: LogState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("log.title"), column: 1, row: area.top, style: .strong)
    canvas.cursor = Point(column: 1, row: area.top + 1)
    // More than fill the window nobody sees.
    let lines = logLines.dropFirst(state.first).prefix(area.rows)
    if lines.isEmpty { canvas.put(words("log.empty"), column: 3, row: area.top + 2, style: .dim) }
    func widest(_ texts: [String]) -> Int { texts.map { DisplayWidth.of($0) }.max() ?? 0 }
    let (schools, names) = (widest(lines.map(\.school)), min(widest(lines.map(\.by)), area.width / 3))
    let start = 3 + 5 + 2 + schools + 2 + names + 2
    var (row, day): (Int, CivilDate?) = (area.top + 1, nil)
    for line in lines {
      // Who is named in it stands there in full, in as many rows as that takes.
      let what = DisplayWidth.wrap(line.what, to: max(1, area.width - start - 1))
      let isNewDay = line.at.day != day
      guard row + what.count + (isNewDay ? 1 : 0) <= area.bottom else { break }
      if isNewDay {
        canvas.put(words.longDate(line.at.day), column: 1, row: row, style: .dim)
        (row, day) = (row + 1, line.at.day)
      }
      canvas.putRight(words.time(line.at.time), endColumn: 8, row: row)
      canvas.put(line.school, column: 10, row: row)
      canvas.put(line.by, column: 10 + schools + 2, row: row, width: names)
      for (index, text) in what.enumerated() { canvas.put(text, column: start, row: row + index) }
      row += what.count
    }
  }

  mutating func takeLog(_ state: LogState, _ key: Key) -> [Request] {
    guard let first = key.scrolling(from: state.first, last: logLines.count - 1) else {
      return takeBinding(key)
    }
    screens.replace(with: .log(LogState(first: first)))
    return []
  }
}
