// Tal: the same page that is exported, on the screen; it scrolls, and the school's own row is marked.

import Canvas
import Domain
import Reports

extension Desk {
  func drawFigures(_ state: FiguresState, on canvas: inout Canvas, in area: Area) {
    let title = words("figures.title", ["what": name(of: state.view)])
    canvas.put(title, column: 1, row: area.top, style: .strong, width: area.width - 2)
    canvas.cursor = Point(column: 1, row: area.top)
    var body = area
    body.top += 1
    if state.jump != nil { body.top += 2 }
    if let page = page(of: state.view) {
      draw(
        lines(of: page, isASCII: canvas.isASCII, width: area.width), from: state.first, on: &canvas, in: body)
    } else {
      let text = words("figures.reading")
      canvas.put(text, column: 3, row: body.top + 1, style: .dim, width: area.width - 4)
    }
    if let jump = state.jump { draw(jump, isUnknown: state.isJumpUnknown, on: &canvas, in: area) }
  }

  private func name(of view: FiguresView) -> String {
    switch view {
    case .week(let week): "\(words.weekAndYear(week)) · \(words.days(of: week))"
    case .period(let period): "\(words.period(period)) · \(words.weeks(period.weeks))"
    case .trend(let week):
      "\(words("report.trend")) · \(words.weeks(week.adding(weeks: 1 - Trend.length)...week))"
    }
  }

  private func lines(of page: ReportPage, isASCII: Bool, width: Int) -> [FiguresLine] {
    FiguresLayout(width: width, isASCII: isASCII, own: school?.name, words: words).lines(of: page)
  }

  /// As many lines as fit, and how many there are below.
  private func draw(_ lines: [FiguresLine], from wanted: Int?, on canvas: inout Canvas, in area: Area) {
    let isLong = lines.count > area.rows
    let room = max(1, area.rows - (isLong ? 1 : 0))
    let own = lines.firstIndex(where: \.isOwn).map { max(0, $0 - room + 1) }
    let first = max(0, min(wanted ?? own ?? 0, lines.count - room))
    for (index, line) in lines.dropFirst(first).prefix(room).enumerated() {
      let row = area.top + index
      for piece in line.pieces {
        if piece.isRight {
          canvas.putRight(piece.text, endColumn: piece.column, row: row, style: piece.style)
        } else {
          canvas.put(
            piece.text, column: piece.column, row: row, style: piece.style,
            width: piece.width ?? area.width - piece.column - 1)
        }
      }
      if line.isOwn {
        canvas.put(">", column: 1, row: row, style: .strong)
        if canvas.cursor.row < area.top { canvas.cursor = Point(column: 1, row: row) }
      }
    }
    guard isLong else { return }
    let hidden = [("↑", first), ("↓", lines.count - first - room)].filter { $0.1 > 0 }
    let more = hidden.map { "\($0.1) \($0.0)" }.joined(separator: " · ")
    canvas.put(
      words("figures.more", ["more": more]), column: 3, row: area.bottom - 1, style: .dim,
      width: area.width - 4)
  }

  private func draw(_ jump: TextField, isUnknown: Bool, on canvas: inout Canvas, in area: Area) {
    let prompt = words("figures.jump")
    let used = canvas.put(prompt, column: 3, row: area.top + 1, width: area.width - 16)
    let hint = words(isUnknown ? "figures.jump.unknown" : "figures.jump.hint")
    canvas.put(hint, column: 3, row: area.top + 2, style: isUnknown ? .warning : .dim, width: area.width - 4)
    jump.draw(in: &canvas, column: 4 + used, row: area.top + 1, width: 10, style: .selected)
  }

  // MARK: Keys

  mutating func takeFigures(_ state: FiguresState, _ key: Key) -> [Request] {
    var state = state
    if state.jump != nil { return takeJump(state, key) }
    // How many lines there are depends on the window; a page has at least this many in the widest.
    let count = page(of: state.view).map { lines(of: $0, isASCII: false, width: 60).count } ?? 0
    let scrollingKey = key == .character(" ") ? Key.pageDown : key
    guard let first = scrollingKey.scrolling(from: state.first ?? 0, last: count - 10) else {
      return takeBinding(key)
    }
    state.first = first
    screens.replace(with: .figures(state))
    return []
  }

  private mutating func takeJump(_ state: FiguresState, _ key: Key) -> [Request] {
    var state = state
    switch key {
    case .escape: state.jump = nil
    case .character("!"), .character("?"): return takeBinding(key)
    case .enter:
      guard let view = FiguresState.view(typed: state.jump?.value ?? "", near: state.view) else {
        state.isJumpUnknown = true
        screens.replace(with: .figures(state))
        return []
      }
      return show(view)
    case .character, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .function, .control, .resize:
      state.isJumpUnknown = false
      if state.jump?.handle(key) != true { return takeBinding(key) }
    }
    screens.replace(with: .figures(state))
    return []
  }

  /// Opens the line in which a week, quarter or year is typed.
  mutating func openJump() {
    guard case .figures(var state) = screens.current else { return }
    state.jump = TextField(limit: 10)
    screens.replace(with: .figures(state))
  }

  /// Goes on by weeks, quarters or years; nil goes to the present one.
  mutating func moveFigures(_ count: Int?) -> [Request] {
    guard case .figures(let state) = screens.current else { return [] }
    return show(count.map(state.view.adding) ?? state.view.current(at: now))
  }
}
