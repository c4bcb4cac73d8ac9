// Ending a handover: one fixed reason, then one question, because it cannot be undone.

import Canvas
import Domain

/// Choosing the reason for ending a handover.
struct ClosingState: Equatable, Sendable {
  var handover: Handover
  var picker = Picker(selection: nil)
}

extension Desk {
  private var reasonTexts: [FoldedText] {
    ClosingReason.allCases.map { FoldedText(words("reason.\($0.rawValue)")) }
  }

  func drawClosing(_ state: ClosingState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("closing.title"), column: 1, row: area.top, style: .strong)
    canvas.put(
      chainLine(of: state.handover), column: 3, row: area.top + 1, style: .dim, width: area.width - 4)
    canvas.cursor = Point(column: 3, row: area.top + 3)
    var list = area
    list.top += 3
    let rows = ClosingReason.allCases.map { PickerRow(title: words("reason.\($0.rawValue)")) }
    draw(state.picker, rows: rows, texts: reasonTexts, on: &canvas, in: list)
    drawAtBottom(words("closing.deletes"), below: list.top + rows.count + 1, in: area, on: &canvas)
  }

  mutating func takeClosing(_ state: ClosingState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: reasonTexts) {
    case .passed: return takeBinding(key)
    case .moved:
      screens.replace(with: .closing(state))
      return []
    case .chosen(let index):
      return ask(.close(state.handover, ClosingReason.allCases[index]))
    }
  }
}
