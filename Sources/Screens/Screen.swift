// The screens there are, each with its own state, and the stack of those that are open.
//
// A new screen needs: a case here, a file that draws it, its line in `Desk.draw` and `Desk.take`,
// its bindings in `Bindings`, and the binding that opens it.

import Domain

/// A screen and all that lasts while it is open.
enum Screen: Equatable, Sendable {
  case today
  /// "Du er … i dag", over I dag.
  case start
  case who(WhoState)
  case visit(VisitState)
  case receivers(ReceiversState)
  case consent(ConsentState)
  case receipt(Receipt)
  case handovers(HandoversState)
  case closing(ClosingState)
  case question(Question)
  case directory(DirectoryState)
  case roster(ISOWeek)
  case figures(ISOWeek)
  case log(LogState)
  case acute
  case help(HelpState)
  case commands(CommandsState)
  /// Nothing to see until a key is pressed.
  case blank

  /// Something was begun that is lost when the screen closes.
  var isForm: Bool {
    switch self {
    case .visit, .receivers, .consent: true
    case .today, .start, .who, .receipt, .handovers, .closing, .question, .directory, .roster, .figures, .log,
      .acute, .help, .commands, .blank:
      false
    }
  }
}

/// The open screens: one on top, and those that Esc leads back to. Never empty.
struct ScreenStack: Equatable, Sendable {
  private(set) var current: Screen
  private(set) var earlier: [Screen] = []

  init(_ screen: Screen) {
    current = screen
  }

  mutating func push(_ screen: Screen) {
    earlier.append(current)
    current = screen
  }

  /// One step back; the first screen stays.
  mutating func pop() {
    if let last = earlier.popLast() { current = last }
  }

  mutating func replace(with screen: Screen) {
    current = screen
  }

  /// Home, with nothing behind it.
  mutating func reset(to screen: Screen = .today) {
    self = ScreenStack(screen)
  }
}
