// "Hvem flyttede min vagt?": all changes of one cell, newest first: who, when, from what to what.

import Canvas
import Domain
import Reports

/// The cell, and how far the list is scrolled.
struct HistoryState: Equatable, Sendable {
  var place: SchoolDay
  var first = 0
}

extension Desk {
  func drawHistory(_ state: HistoryState, on canvas: inout Canvas, in area: Area) {
    canvas.put(
      words(
        "history.title",
        ["school": schoolName(state.place.school), "day": words.longDate(state.place.day)]),
      column: 1, row: area.top, style: .strong, width: area.width - 2)
    canvas.cursor = Point(column: 1, row: area.top)
    let entries = picture.ledger.history(of: state.place)
    if entries.isEmpty { canvas.put(words("history.empty"), column: 3, row: area.top + 2, style: .dim) }
    let room = max(1, (area.rows - 2) / 3)
    for (index, entry) in entries.dropFirst(state.first).prefix(room).enumerated() {
      let row = area.top + 2 + index * 3
      let moment = local(entry.at)
      let lost = entry.holds ? "" : " · " + words("history.lost")
      let by = entry.by.map { colleagueName($0) } ?? words("history.nobody")
      canvas.put(
        "\(words.shortDay(moment.day)) \(words("roster.clock", ["time": words.time(moment.time)])) · \(by) · "
          + "\(name(of: entry.kind))\(lost)",
        column: 3, row: row, style: entry.holds ? .strong : .warning, width: area.width - 4)
      let asked = entry.asked.map { " · " + words("roster.asked", ["name": colleagueName($0)]) } ?? ""
      let change = words(
        "history.change", ["before": people(entry.before), "after": people(entry.after)])
      canvas.put(change + asked, column: 5, row: row + 1, width: area.width - 6)
    }
  }

  private func name(of kind: CellHistoryEntry.Kind) -> String {
    switch kind {
    case .pattern: words("history.pattern")
    case .cell(let cause): words("history.\(cause.rawValue)")
    case .swap(let step): words("history.swap", ["step": words("cli.swap." + step.rawValue)])
    }
  }

  mutating func takeHistory(_ state: HistoryState, _ key: Key) -> [Request] {
    let last = picture.ledger.history(of: state.place).count - 1
    guard let first = key.scrolling(from: state.first, last: last) else { return takeBinding(key) }
    var state = state
    state.first = first
    replace(.history(state))
    return []
  }
}
