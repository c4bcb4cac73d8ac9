// The screens there are, each with its own state, and the stack of those that are open.
//
// A new screen needs: a case here, a file that draws it, its lines in `Desk.drawScreen` and `Desk.take`,
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
  case roster(RosterState)
  case substitutes(SubstitutesState)
  /// A screen that Vagtplan leads to.
  case planning(Planning)
  case figures(FiguresState)
  case meeting(MeetingState)
  case log(LogState)
  case acute
  case help(HelpState)
  case commands(CommandsState)
  case entries(EntriesState)
  case form(FormState)
  /// Nothing to see until a key is pressed.
  case blank

  /// Its name in the keys of the texts.
  var name: String {
    switch self {
    case .today, .receipt: "today"
    case .start: "start"
    case .who: "who"
    case .visit: "visit"
    case .receivers: "receivers"
    case .consent: "consent"
    case .handovers: "handovers"
    case .closing: "closing"
    case .question: "question"
    case .directory: "directory"
    case .roster: "roster"
    case .substitutes: "substitutes"
    case .planning(let planning): planning.name
    case .figures: "figures"
    case .meeting: "meeting"
    case .log: "log"
    case .acute: "acute"
    case .help, .commands: "help"
    case .entries: "entries"
    case .form: "form"
    case .blank: "blank"
    }
  }

  /// Something was begun that is lost when the screen closes.
  var isForm: Bool {
    switch self {
    case .visit, .receivers, .consent: true
    case .form(let state): state.form.isChanged
    case .planning(let planning): planning.isForm
    case .substitutes(let state): state.isTyped
    case .today, .start, .who, .receipt, .handovers, .closing, .question, .directory, .roster,
      .figures, .meeting, .log, .acute, .help, .commands, .entries, .blank:
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

  /// The screen that Esc leads to at last.
  var bottom: Screen { earlier.first ?? current }

  /// Whether such a screen is open, on top or below.
  func has(where isWanted: (Screen) -> Bool) -> Bool { ([current] + earlier).contains(where: isWanted) }

  /// The screen that help and command list are about: the one below them.
  var subject: Screen {
    let below = ([current] + earlier.reversed()).first { screen in
      switch screen {
      case .help, .commands: false
      case .today, .start, .who, .visit, .receivers, .consent, .receipt, .handovers, .closing, .question,
        .directory, .roster, .substitutes, .planning, .figures, .meeting, .log, .acute, .entries, .form,
        .blank:
        true
      }
    }
    return below ?? current
  }

  /// The screens up to the form that was begun; nil when none is open.
  var withFormOnTop: ScreenStack? {
    var stack = self
    while !stack.current.isForm {
      if stack.earlier.isEmpty { return nil }
      stack.pop()
    }
    return stack
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
