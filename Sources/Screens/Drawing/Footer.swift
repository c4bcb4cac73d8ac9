// The keys at the bottom: those that matter most on this screen, as many as there is room for.

import Canvas
import Domain

/// A key and its label as they stand in the footer.
struct FooterItem: Equatable {
  var key: String
  var label: String
  var isAvailable: Bool

  var width: Int { DisplayWidth.of(key) + 1 + DisplayWidth.of(label) }
}

extension Desk {
  /// The keys in one line, or in two: as many as fit, the important ones first. Where some are left out
  /// the key of the help says that there are more.
  func footerLines(columns: Int) -> [[FooterItem]] {
    let wanted = footerItems.sorted { $0.priority < $1.priority }
    for count in stride(from: wanted.count, to: 0, by: -1) {
      let shown = wanted.prefix(count).sorted { $0.order < $1.order }
      let items = shown.map { place -> FooterItem in
        guard place.isHelp, count < wanted.count else { return place.item }
        return FooterItem(key: place.item.key, label: words("prompt.more"), isAvailable: true)
      }
      let lines = Self.wrap(items, room: columns - 2)
      if lines.count <= 2 { return lines }
    }
    return [[]]
  }

  private static func wrap(_ items: [FooterItem], room: Int) -> [[FooterItem]] {
    var lines: [[FooterItem]] = [[]]
    var used = 0
    for item in items {
      let width = item.width + (used == 0 ? 0 : 2)
      if used > 0, used + width > room {
        lines.append([item])
        used = item.width
      } else {
        lines[lines.count - 1].append(item)
        used += width
      }
    }
    return lines
  }

  func draw(_ line: [FooterItem], row: Int, on canvas: inout Canvas) {
    var column = 1
    for item in line {
      column += canvas.put(item.key, column: column, row: row, style: item.isAvailable ? .key : .dim)
      column += 1
      column += canvas.put(item.label, column: column, row: row, style: item.isAvailable ? .normal : .dim)
      column += 2
    }
  }

  /// The local keys first, then what is valid everywhere; `order` is where each stands in the line.
  private var footerItems: [(item: FooterItem, priority: Int, order: Int, isHelp: Bool)] {
    let extra = promptItems(on: screens.current).enumerated().map { ($1, $0 - 100, $0 - 100, false) }
    let bound = Bindings.all(on: screens.current).enumerated()
      .compactMap { index, binding -> (FooterItem, Int, Int, Bool)? in
        guard let priority = binding.footer, isInFooter(binding.action) else { return nil }
        let item = FooterItem(
          key: binding.shown, label: words("action.\(binding.action.rawValue).short"),
          isAvailable: reason(against: binding.action) == nil)
        let isLast = binding.action == .acute || binding.action == .help
        return (item, priority, isLast ? index + 100 : index, binding.action == .help)
      }
    return extra + bound
  }

  /// Where Esc leads home, ending the program is not offered as well; what is switched off, or never
  /// possible in a list, is in the help.
  private func isInFooter(_ action: Action) -> Bool {
    if action == .quit { return screens.current == .today }
    if case .entries(let state) = screens.current, !state.subject.allows(action) { return false }
    return action != .message || picture.documents.settings.allowsPracticalMessage
  }

  /// The keys of the question or list that is open.
  func promptItems(on screen: Screen) -> [FooterItem] {
    func item(_ key: String, _ label: String) -> FooterItem {
      FooterItem(key: key, label: words(label), isAvailable: true)
    }
    let back = item("Esc", "prompt.back")
    return switch screen {
    case .start:
      me == nil
        ? [item("Enter", "prompt.choose")] : [item("Enter", "prompt.yes"), item("n", "prompt.another")]
    case .planning(.entry): [item("Enter", "prompt.accept"), back]
    case .planning(let planning):
      planning.isList && !planning.isEmptyList
        ? [item("1–9", "prompt.choose"), item("/", "prompt.filter"), back] : [back]
    case .commands: [item("1–9", "prompt.choose"), back]
    case .who, .receivers, .closing, .substitutes:
      [item("1–9", "prompt.choose"), item("/", "prompt.filter"), back]
    case .consent(let state):
      switch state.message {
      case .none, .kept: [item("j", "prompt.yes"), item("n", "prompt.no"), back]
      case .typing: [item("Enter", "prompt.keep"), item("Esc", "prompt.without")]
      case .doubtful: [item("j", "prompt.keep"), item("n", "prompt.correct")]
      }
    case .question: [item("j", "prompt.yes"), item("n", "prompt.no"), back]
    case .directory: [item("1–9", "prompt.choose"), item("/", "prompt.filter"), back]
    case .entries: [item("1–9", "prompt.edit"), item("/", "prompt.filter"), back]
    case .form(let state):
      state.form.checklist == nil
        ? [item("Enter", "prompt.next"), back] : [item("Enter", "prompt.mark"), back]
    case .receipt: [item("Esc", "prompt.goOn")]
    case .visit, .roster, .figures, .meeting, .log, .acute, .help, .handovers: [back]
    case .today, .blank: []
    }
  }
}
