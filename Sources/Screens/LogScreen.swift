// The log of doors and roster, readable: who did what, when. Visits and handovers are not in it.

import Canvas
import Domain

/// How far the list is scrolled.
struct LogState: Equatable, Sendable {
  var first = 0
}

extension Desk {
  /// Newest first. Each line is a time, a person and a fact of the duty stream.
  private var logLines: [(at: UTCTime, text: String)] {
    let doors = picture.ledger.doors.values.flatMap { $0.values }.map { door in
      let key = door.body.isOpen ? "log.opened" : "log.closed"
      let who = colleagueName(door.body.by)
      return (
        at: door.body.at,
        text:
          "\(words.dayStamp(door.body.day))  \(words(key, ["name": who, "school": schoolName(door.body.school)]))"
      )
    }
    let cells = picture.ledger.cells.flatMap { place, _ in
      picture.ledger.cellLine(at: place).map { cell in
        let names = cell.body.spans.map { colleagueName($0.colleague) }.joined(separator: ", ")
        let duty = names.isEmpty ? words("status.nobody") : names
        let text = words(
          "log.cell",
          [
            "day": words.dayStamp(place.day), "school": schoolName(place.school), "duty": duty,
            "name": colleagueName(cell.body.by),
          ])
        return (at: cell.body.at, text: text)
      }
    }
    return (doors + cells).sorted { ($0.at, $0.text) > ($1.at, $1.text) }
  }

  func drawLog(_ state: LogState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("log.title"), column: 1, row: area.top, style: .strong)
    let lines = logLines
    if lines.isEmpty { canvas.put(words("log.empty"), column: 3, row: area.top + 2, style: .dim) }
    canvas.cursor = Point(column: 1, row: area.top + 2)
    for (index, line) in lines.dropFirst(state.first).prefix(max(0, area.rows - 2)).enumerated() {
      canvas.put(line.text, column: 3, row: area.top + 2 + index, width: area.width - 4)
    }
  }

  mutating func takeLog(_ state: LogState, _ key: Key) -> [Request] {
    let step: Int
    switch key {
    case .down: step = 1
    case .up: step = -1
    case .pageDown: step = 10
    case .pageUp: step = -10
    case .home: step = -state.first
    case .character, .enter, .escape, .tab, .backtab, .backspace, .delete, .left, .right, .end, .function,
      .control, .resize:
      return takeBinding(key)
    }
    let first = min(max(0, state.first + step), max(0, logLines.count - 1))
    screens.replace(with: .log(LogState(first: first)))
    return []
  }
}
