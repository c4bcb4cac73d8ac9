// The practical message of a handover: one line, looked at by the guard before it may be kept.

import Canvas
import Domain
import Guard
import Reports

/// A practical message on its way: what to bring, where to meet. Nothing about the young person.
enum MessageEntry: Equatable, Sendable {
  case none
  case typing(TextField)
  /// The guard warned of this text; a second, different key keeps it.
  case doubtful(TextField)
  case kept(String)

  private static let limit = PracticalMessage.limit

  var isOpen: Bool {
    switch self {
    case .typing, .doubtful: true
    case .none, .kept: false
    }
  }

  /// What will be stored.
  var text: String? {
    switch self {
    case .kept(let text): text
    case .none, .typing, .doubtful: nil
    }
  }

  /// Opens the field, with what it held.
  mutating func open() { self = .typing(TextField(text ?? "", limit: Self.limit)) }

  /// What came of a key in the open field.
  enum Step: Equatable {
    case moved
    /// The guard refuses what was typed.
    case blocked(Guard.Kind)
    /// The guard warns: j keeps it, anything else goes on typing.
    case warned(Guard.Kind)
  }

  /// Takes a key while the field is open.
  mutating func take(_ key: Key) -> Step {
    switch self {
    case .none, .kept: return .moved
    case .doubtful(let field):
      let isYes = key == .character("j") || key == .character("y")
      self = isYes ? .kept(field.value) : .typing(field)
      return .moved
    case .typing(var field):
      if key == .enter { return finish(field) }
      if key == .escape {
        self = .none
      } else {
        _ = field.handle(key)
        self = .typing(field)
      }
      return .moved
    }
  }

  private mutating func finish(_ field: TextField) -> Step {
    guard let words = PracticalMessage.text(field.value) else {
      self = .none
      return .moved
    }
    switch Guard.check(words, scope: .aboutYoungPerson) {
    case .ok: self = .kept(words)
    case .block(let finding): return .blocked(finding.kind)
    case .warning(let finding):
      self = .doubtful(TextField(words, limit: Self.limit))
      return .warned(finding.kind)
    }
    return .moved
  }
}

extension Desk {
  /// Opens the field for a message on the handover that is about to be offered.
  mutating func writeMessage() {
    guard case .consent(var state) = screens.current else { return }
    state.message.open()
    screens.replace(with: .consent(state))
  }

  mutating func takeMessage(_ state: ConsentState, _ key: Key) -> [Request] {
    // Help and the acute card stay in reach; a practical message can do without these two signs.
    if [.character("!"), .character("?"), .function(1), .control("l")].contains(key) {
      return takeBinding(key)
    }
    var state = state
    let step = state.message.take(key)
    screens.replace(with: .consent(state))
    switch step {
    case .moved: return []
    case .blocked(let kind): return refuse(words("message.blocked", ["what": words.finding(kind)]))
    case .warned(let kind):
      toast = Toast(text: words("message.warned", ["what": words.finding(kind)]), tone: .refused)
      return [.discardTypedKeys]
    }
  }

  /// The field, and how many signs are left.
  func draw(_ message: MessageEntry, column: Int, row: Int, width: Int, on canvas: inout Canvas) {
    switch message {
    case .none: canvas.put("–", column: column, row: row, style: .dim)
    case .kept(let text): canvas.put(text, column: column, row: row, width: width)
    case .doubtful(let field):
      canvas.put(field.value, column: column, row: row, style: .warning, width: width)
    case .typing(let field):
      let left = String(PracticalMessage.limit - field.text.count)
      canvas.putRight(left, endColumn: column + width, row: row, style: .dim)
      field.draw(in: &canvas, column: column, row: row, width: width - 4)
    }
  }
}
