// Hjælp: every key of the screen one came from, out of the same table that the keys obey.

import Canvas
import Domain
import Resources

/// How far the help is scrolled.
struct HelpState: Equatable, Sendable {
  var first = 0
}

/// The command list behind `:`, narrowed as one types.
struct CommandsState: Equatable, Sendable {
  var actions: [Action]
  var picker = Picker(isFiltering: true)

  init(on screen: Screen, words: Words) {
    actions = Bindings.all(on: screen).map(\.action).filter { $0 != .commands && $0 != .back }
  }
}

extension Desk {
  /// The screen the help was opened from.
  private var helpedScreen: Screen { screens.earlier.last ?? .today }

  private var helpLines: [(key: String, text: String, reason: String?)] {
    Bindings.all(on: helpedScreen).map { binding in
      (
        binding.keys.count > 1 ? shownKeys(binding) : binding.shown,
        words("action.\(binding.action.rawValue)"), reason(against: binding.action)
      )
    }
  }

  /// All letter keys of a binding; function keys are aliases and not shown.
  private func shownKeys(_ binding: Binding) -> String {
    let letters = binding.keys.compactMap { key -> String? in
      if case .character(let sign) = key { return String(sign) }
      return nil
    }
    return letters.count > 1 ? letters.joined(separator: " ") : words.keyName(binding.shown)
  }

  func drawHelp(_ state: HelpState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("help.title"), column: 1, row: area.top, style: .strong)
    canvas.cursor = Point(column: 1, row: area.top)
    var row = area.top + 2
    for line in helpLines.dropFirst(state.first) {
      guard row < area.bottom - 2 else { break }
      canvas.put(line.key, column: 3, row: row, style: line.reason == nil ? .key : .dim)
      let text = line.reason.map { "\(line.text) – \($0)" } ?? line.text
      canvas.put(
        text, column: 14, row: row, style: line.reason == nil ? .normal : .dim, width: area.width - 15)
      row += 1
    }
    canvas.put(words("help.more"), column: 3, row: area.bottom - 1, style: .dim, width: area.width - 4)
  }

  mutating func takeHelp(_ state: HelpState, _ key: Key) -> [Request] {
    switch key {
    case .down, .pageDown:
      let step = key == .down ? 1 : 10
      let first = min(state.first + step, max(0, helpLines.count - 5))
      screens.replace(with: .help(HelpState(first: first)))
      return []
    case .up, .pageUp:
      screens.replace(with: .help(HelpState(first: max(0, state.first - (key == .up ? 1 : 10)))))
      return []
    case .character("?"), .character("h"), .character("q"), .function(1), .enter:
      goBack()
      return []
    case .character, .escape, .tab, .backtab, .backspace, .delete, .left, .right, .home, .end, .function,
      .control, .resize:
      return takeBinding(key)
    }
  }

  private func texts(of state: CommandsState) -> [FoldedText] {
    state.actions.map { FoldedText(words("action.\($0.rawValue)")) }
  }

  func drawCommands(_ state: CommandsState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("commands.title"), column: 1, row: area.top, style: .strong)
    let bindings = Bindings.all(on: screens.earlier.last ?? .today)
    let rows = state.actions.map { action in
      let reason = reason(against: action)
      return PickerRow(
        title: words("action.\(action.rawValue)"),
        detail: bindings.first { $0.action == action }.map { words.keyName($0.shown) } ?? "",
        note: reason ?? "",
        isProposed: reason == nil)
    }
    var list = area
    list.top += 2
    draw(
      state.picker, rows: rows, texts: texts(of: state), columns: PickerColumns(title: 46, detail: 8),
      on: &canvas,
      in: list)
  }

  mutating func takeCommands(_ state: CommandsState, _ key: Key) -> [Request] {
    var state = state
    if key == .escape {
      goBack()
      return []
    }
    switch state.picker.take(key, among: texts(of: state)) {
    case .passed: return []
    case .moved:
      screens.replace(with: .commands(state))
      return []
    case .chosen(let index):
      goBack()
      return perform(state.actions[index])
    }
  }
}
