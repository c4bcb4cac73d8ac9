// Which part of the desk draws a screen and which takes its keys: the two switches over all screens.

import Canvas
import Domain

extension Desk {
  func drawScreen(on canvas: inout Canvas, in area: Area) {
    switch screens.current {
    case .today: drawToday(on: &canvas, in: area)
    case .start: drawStart(on: &canvas, in: area)
    case .who(let state): drawWho(state, on: &canvas, in: area)
    case .visit(let state): drawVisit(state, on: &canvas, in: area)
    case .receivers(let state): drawReceivers(state, on: &canvas, in: area)
    case .consent(let state): drawConsent(state, on: &canvas, in: area)
    case .receipt(let receipt): drawReceipt(receipt, on: &canvas, in: area)
    case .handovers(let state): drawHandovers(state, on: &canvas, in: area)
    case .closing(let state): drawClosing(state, on: &canvas, in: area)
    case .question(let question): drawQuestion(question, on: &canvas, in: area)
    case .directory(let state): drawDirectory(state, on: &canvas, in: area)
    case .roster(let state): drawRoster(state, on: &canvas, in: area)
    case .substitutes(let state): drawSubstitutes(state, on: &canvas, in: area)
    case .planning(let planning): draw(planning, on: &canvas, in: area)
    case .figures(let state): drawFigures(state, on: &canvas, in: area)
    case .meeting(let state): drawMeeting(state, on: &canvas, in: area)
    case .log(let state): drawLog(state, on: &canvas, in: area)
    case .acute: drawAcute(on: &canvas, in: area)
    case .help(let state): drawHelp(state, on: &canvas, in: area)
    case .commands(let state): drawCommands(state, on: &canvas, in: area)
    case .entries(let state): drawEntries(state, on: &canvas, in: area)
    case .form(let state): drawForm(state, on: &canvas, in: area)
    case .blank: break
    }
  }

  /// The screen's own keys first; what it leaves goes to the bindings.
  mutating func take(_ key: Key) -> [Request] {
    if hidden != nil, screens.current == .today, let requests = takeResume(key) { return requests }
    switch screens.current {
    case .today: return takeBinding(key)
    case .start: return takeStart(key)
    case .who(let state): return takeWho(state, key)
    case .visit(let state): return takeVisit(state, key)
    case .receivers(let state): return takeReceivers(state, key)
    case .consent(let state): return takeConsent(state, key)
    case .receipt:
      screens.reset()
      return key == .escape || key == .enter ? [] : takeBinding(key)
    case .handovers(let state): return takeHandovers(state, key)
    case .closing(let state): return takeClosing(state, key)
    case .question(let question): return takeQuestion(question, key)
    case .directory(let state): return takeDirectory(state, key)
    case .roster(let state): return takeRoster(state, key)
    case .substitutes(let state): return takeSubstitutes(state, key)
    case .planning(let planning): return take(key, on: planning)
    case .figures(let state): return takeFigures(state, key)
    case .acute: return takeBinding(key)
    case .meeting(let state): return takeMeeting(state, key)
    case .log(let state): return takeLog(state, key)
    case .help(let state): return takeHelp(state, key)
    case .commands(let state): return takeCommands(state, key)
    case .entries(let state): return takeEntries(state, key)
    case .form(let state): return takeForm(state, key)
    case .blank:
      screens.pop()
      return []
    }
  }

  /// Looks the key up in the table and does what stands there, or says why not.
  mutating func takeBinding(_ key: Key) -> [Request] {
    guard let binding = Bindings.all(on: screens.current).first(where: { $0.keys.contains(key) }) else {
      return []
    }
    return perform(binding.action)
  }
}
