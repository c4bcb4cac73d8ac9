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
    var row = area.top + 2
    for entry in entries.dropFirst(state.first) {
      let head = DisplayWidth.wrap(headText(entry), to: area.width - 4).map { ($0, 3) }
      let lines = head + DisplayWidth.wrap(changeText(entry), to: area.width - 6).map { ($0, 5) }
      // Half an entry would say something else; the first one stands in any case.
      if row > area.top + 2, row + lines.count > area.bottom { break }
      let style: Style = entry.holds ? .strong : .warning
      for (index, line) in lines.enumerated() where row + index < area.bottom {
        canvas.put(line.0, column: line.1, row: row + index, style: line.1 == 3 ? style : .normal)
      }
      row += lines.count + 1
    }
  }

  /// When, who, what kind of change, and whether it lost to another one.
  private func headText(_ entry: CellHistoryEntry) -> String {
    let moment = local(entry.at)
    let time = words("roster.clock", ["time": words.time(moment.time)])
    let by = entry.by.map { colleagueName($0) } ?? words("history.nobody")
    let lost = entry.holds ? "" : " · " + words("history.lost")
    return "\(words.shortDay(moment.day)) \(time) · \(by) · \(name(of: entry.kind))\(lost)"
  }

  private func changeText(_ entry: CellHistoryEntry) -> String {
    let asked = entry.asked.map { " · " + words("roster.asked", ["name": colleagueName($0)]) } ?? ""
    return words("history.change", ["before": people(entry.before), "after": people(entry.after)]) + asked
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
