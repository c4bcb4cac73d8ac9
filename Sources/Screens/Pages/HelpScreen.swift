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
    let bound = Bindings.all(on: screen).map(\.action).filter { $0 != .commands && $0 != .back }
    actions = bound + (bound.contains(.edit) ? Action.subjects : [])
  }
}

extension Desk {
  /// A key, what it does, and why it cannot be done now.
  private struct HelpLine {
    var key: String
    var text: String
    var reason: String?
  }

  /// The keys of the question or list that is open, then those of the table.
  private var helpLines: [HelpLine] {
    let prompts = promptItems(on: screens.subject).map { HelpLine(key: $0.key, text: $0.label) }
    let bound = Bindings.all(on: screens.subject).filter { binding in
      !prompts.contains { $0.key == binding.shown }
    }
    return prompts
      + bound.map { binding in
        HelpLine(
          key: shownKeys(binding), text: words("action.\(binding.action.rawValue)"),
          reason: reason(against: binding.action))
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

  /// The first key's row, below the sentence that says what the screen is for.
  private var explanation: String { words("help.\(screens.subject.name)") }

  func drawHelp(_ state: HelpState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("help.title"), column: 1, row: area.top, style: .strong)
    canvas.cursor = Point(column: 1, row: area.top)
    var row = area.top + 1
    for line in DisplayWidth.wrap(explanation, to: area.width - 4) {
      canvas.put(line, column: 3, row: row)
      row += 1
    }
    row += 1
    let lines = helpLines
    let texts = lines.map { line in
      DisplayWidth.wrap(line.reason.map { "\(line.text) – \($0)" } ?? line.text, to: area.width - 15)
    }
    // The last page is a full one.
    var (last, room) = (lines.count, max(1, area.bottom - row - 1))
    while last > 0, texts[last - 1].count <= room {
      last -= 1
      room -= texts[last].count
    }
    for index in lines.indices.dropFirst(min(state.first, last)) {
      let isPossible = lines[index].reason == nil
      guard row + texts[index].count < area.bottom else { break }
      canvas.put(lines[index].key, column: 3, row: row, style: isPossible ? .key : .dim, width: 10)
      for text in texts[index] {
        canvas.put(text, column: 14, row: row, style: isPossible ? .normal : .dim)
        row += 1
      }
    }
    canvas.put(words("help.more"), column: 3, row: area.bottom - 1, style: .dim, width: area.width - 4)
  }

  mutating func takeHelp(_ state: HelpState, _ key: Key) -> [Request] {
    if [.character("?"), .character("h"), .character("q"), .function(1), .enter].contains(key) {
      goBack()
      return []
    }
    guard let first = key.scrolling(from: state.first, last: helpLines.count - 5) else {
      return takeBinding(key)
    }
    screens.replace(with: .help(HelpState(first: first)))
    return []
  }

  private func texts(of state: CommandsState) -> [FoldedText] {
    state.actions.map { FoldedText(words("action.\($0.rawValue)")) }
  }

  func drawCommands(_ state: CommandsState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("commands.title"), column: 1, row: area.top, style: .strong)
    let bindings = Bindings.all(on: screens.subject)
    let rows = state.actions.map { action in
      let (text, reason) = (words("action.\(action.rawValue)"), reason(against: action))
      // The key first, as in the help: so a sentence and the reason against it have the rest of the row.
      return PickerRow(
        title: bindings.first { $0.action == action }.map { words.keyName($0.shown) } ?? "",
        detail: reason.map { "\(text) – \($0)" } ?? text, isProposed: reason == nil)
    }
    var list = area
    list.top += 2
    draw(
      state.picker, rows: rows, texts: texts(of: state),
      columns: PickerColumns(title: 9, detail: area.width - 18), inFull: true, on: &canvas, in: list)
  }

  mutating func takeCommands(_ state: CommandsState, _ key: Key) -> [Request] {
    var state = state
    if key == .escape {
      goBack()
      return []
    }
    switch state.picker.take(key, among: texts(of: state)) {
    case .passed: return takeBinding(key)
    case .moved:
      screens.replace(with: .commands(state))
      return []
    case .chosen(let index):
      goBack()
      return perform(state.actions[index])
    }
  }
}
