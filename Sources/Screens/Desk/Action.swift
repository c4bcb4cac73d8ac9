// What keys do, as data: footer, help and command list come from the same table.

import Canvas

/// Everything a key can mean outside of text fields and numbered lists.
enum Action: String, Hashable, CaseIterable, Sendable {
  case visit, handovers, roster, directory, figures, log, door, zero, sparring, identity, blank
  case undo, acute, search, commands, help, back, quit, redraw
  case takeOver, decline, missed, withdraw, offerAgain, handOn, undoTakeOver, close
  case otherDay, age, mode, agreedDay, message, nothingFits, offers, chooseSchool
  case previousWeek, nextWeek, thisWeek
  case absence, nextHole, takeShift, closeDay, offerSwap, swaps, cellHistory, share
  case jumpToWeek, ownShifts, coverage, fairness, proposal, basePlan, exportRoster
  case reach, part, earlier, later, term, another, acceptAll, editDuty, dayBuddy
  case meeting, printMeeting
  case weekFigures, quarterFigures, yearFigures, trend, before, after, present, jump, release, export
  case weekRecord, recountWeek
  case edit, add, remove, confirm, nextSubject, previousSubject, save, accept
  case editSchools, editColleagues, editTopics, editOffers, editCalendar, editSettings

  /// What is reached by its name from wherever `edit` is.
  static let subjects: [Action] = [
    .editSchools, .editColleagues, .editTopics, .editOffers, .editCalendar, .editSettings,
  ]
}

/// Those of Vagtplan and of the screens that it leads to, by the same names.
enum RosterAction: String, CaseIterable, Sendable {
  case absence, nextHole, takeShift, closeDay, offerSwap, swaps, cellHistory, share
  case jumpToWeek, ownShifts, coverage, fairness, proposal, basePlan, exportRoster
  case reach, part, earlier, later, term, another, acceptAll, editDuty, dayBuddy

  /// Nil for an action that is not one of the roster's.
  init?(_ action: Action) { self.init(rawValue: action.rawValue) }
}

/// A key, what it does, and how much it wants to be seen in the footer.
struct Binding: Equatable, Sendable {
  let keys: [Key]
  /// The key as it stands in footer and help; the space bar is `space`, whose name is a word.
  let shown: String
  let action: Action
  /// Shown in the footer from the lowest number on; nil stands in help and command list only.
  let footer: Int?

  init(_ keys: Key..., shown: String, _ action: Action, footer: Int? = nil) {
    self.keys = keys
    self.shown = shown
    self.action = action
    self.footer = footer
  }
}

/// The bindings of each screen. No default key needs AltGr or a dead key on a Danish keyboard.
enum Bindings {
  /// Valid on every screen, save while a question is open.
  static let everywhere: [Binding] = [
    Binding(.character("f"), shown: "f", .undo, footer: 5),
    Binding(.character("q"), shown: "q", .quit, footer: 12),
    Binding(.character("!"), shown: "!", .acute, footer: 0),
    Binding(.character("/"), shown: "/", .search),
    Binding(.character(":"), shown: ":", .commands),
    Binding(.character("?"), .character("h"), .function(1), shown: "?", .help, footer: 1),
    Binding(.character("+"), shown: "+", .edit),
    Binding(.escape, shown: "Esc", .back),
    Binding(.control("l"), shown: "Ctrl-L", .redraw),
  ]

  static let today: [Binding] = [
    Binding(.character("b"), shown: "b", .visit, footer: 2),
    Binding(.character("o"), shown: "o", .handovers, footer: 3),
    Binding(.character("v"), shown: "v", .roster, footer: 6),
    Binding(.character("k"), shown: "k", .directory, footer: 7),
    Binding(.character("t"), shown: "t", .figures, footer: 8),
    Binding(.character("l"), shown: "l", .log),
    Binding(.character("d"), shown: "d", .door, footer: 4),
    Binding(.character("z"), shown: "z", .zero, footer: 9),
    Binding(.character("s"), shown: "s", .sparring, footer: 10),
    Binding(.character("w"), shown: "w", .identity, footer: 11),
    Binding(.character("m"), shown: "m", .meeting),
    Binding(.character(" "), shown: "space", .blank),
  ]

  static let handovers: [Binding] = [
    Binding(.character("t"), shown: "t", .takeOver, footer: 2),
    Binding(.character("a"), shown: "a", .close, footer: 3),
    Binding(.character("k"), shown: "k", .decline, footer: 4),
    Binding(.character("x"), shown: "x", .missed, footer: 6),
    Binding(.character("v"), shown: "v", .handOn, footer: 7),
    Binding(.character("n"), shown: "n", .offerAgain, footer: 8),
    Binding(.character("r"), shown: "r", .withdraw, footer: 9),
    Binding(.character("u"), shown: "u", .undoTakeOver),
  ]

  static let visit: [Binding] = [
    Binding(.character("d"), shown: "d", .otherDay, footer: 3)
  ]

  static let age: [Binding] = [
    Binding(.tab, shown: "Tab", .age, footer: 3)
  ]

  static let consent: [Binding] = [
    Binding(.tab, shown: "Tab", .mode, footer: 3),
    Binding(.character("d"), shown: "d", .agreedDay, footer: 4),
    Binding(.character("b"), shown: "b", .message, footer: 6),
  ]

  static let receivers: [Binding] =
    age + [
      Binding(.character("k"), shown: "k", .offers, footer: 4),
      Binding(.character("x"), shown: "x", .nothingFits, footer: 6),
    ]

  static let who: [Binding] = [
    Binding(.tab, shown: "Tab", .chooseSchool, footer: 3)
  ]

  static let directory: [Binding] = age + [Binding(.character("+"), shown: "+", .edit, footer: 6)]

  static let entries: [Binding] = [
    Binding(.character("+"), shown: "+", .add, footer: 2),
    Binding(.character("b"), shown: "b", .confirm, footer: 3),
    Binding(.character("x"), shown: "x", .remove, footer: 4),
    Binding(keys: [.tab, .right], shown: "Tab", .nextSubject, footer: 6),
    Binding(keys: [.backtab, .left], shown: "←", .previousSubject, footer: nil),
  ]

  static let form: [Binding] = [
    Binding(.control("s"), shown: "Ctrl-S", .save, footer: 0),
    Binding(.control("g"), shown: "Ctrl-G", .accept),
    Binding(.function(1), shown: "F1", .help, footer: 1),
  ]

  static let roster: [Binding] =
    [
      Binding(.character("a"), shown: "a", .absence, footer: 2),
      Binding(.character("n"), shown: "n", .nextHole, footer: 2),
      Binding(.character("b"), shown: "b", .offerSwap, footer: 7),
      Binding(.character("y"), shown: "y", .swaps, footer: 13),
      Binding(.character("o"), shown: "o", .takeShift, footer: 9),
      Binding(.character("r"), shown: "r", .dayBuddy, footer: 9),
      Binding(.character("x"), shown: "x", .closeDay),
      Binding(.character("l"), shown: "l", .cellHistory, footer: 10),
      Binding(.character("m"), shown: "m", .ownShifts, footer: 7),
      Binding(.character("g"), shown: "g", .basePlan, footer: 8),
      Binding(.character("d"), shown: "d", .coverage, footer: 11),
      Binding(.character("p"), shown: "p", .proposal, footer: 9),
      Binding(.character("k"), shown: "k", .fairness, footer: 14),
      Binding(.character("e"), shown: "e", .exportRoster, footer: 8),
      Binding(.character("u"), shown: "u", .jumpToWeek, footer: 12),
      Binding(.tab, shown: "Tab", .share),
      Binding(.character("+"), shown: "+", .edit, footer: 10),
    ] + weeks([.pageUp], "PgUp", [.pageDown], "PgDn")

  static let substitutes: [Binding] = [
    Binding(.tab, shown: "Tab", .reach, footer: 2),
    Binding(.character("t"), shown: "t", .part, footer: 3),
    Binding(.character("n"), shown: "n", .nextHole, footer: 4),
  ]

  static let figures: [Binding] = [
    Binding(.left, shown: "←", .before, footer: 3),
    Binding(.right, shown: "→", .after, footer: 4),
    Binding(.character("u"), shown: "u", .weekFigures, footer: 5),
    Binding(.character("k"), shown: "k", .quarterFigures, footer: 5),
    Binding(.character("s"), shown: "s", .yearFigures, footer: 6),
    Binding(.character("a"), shown: "a", .trend, footer: 6),
    Binding(.character("e"), shown: "e", .export, footer: 2),
    Binding(.character("m"), shown: "m", .meeting, footer: 7),
    Binding(.character("g"), shown: "g", .jump, footer: 8),
    Binding(.character("p"), shown: "p", .release, footer: 7),
    Binding(.character("t"), shown: "t", .present, footer: 9),
    Binding(.character("r"), shown: "r", .weekRecord, footer: 10),
    Binding(.character("o"), shown: "o", .recountWeek),
  ]

  static let meeting: [Binding] =
    weeks([.left, .pageUp], "←", [.right, .pageDown], "→") + [
      Binding(.character("e"), shown: "e", .printMeeting, footer: 2)
    ]

  static func weeks(_ back: [Key], _ left: String, _ on: [Key], _ right: String) -> [Binding] {
    [
      Binding(keys: back, shown: left, .previousWeek, footer: 3),
      Binding(keys: on, shown: right, .nextWeek, footer: 4),
      Binding(.character("t"), shown: "t", .thisWeek, footer: 6),
    ]
  }

  /// The keys of one screen, its own first.
  static func local(to screen: Screen) -> [Binding] {
    switch screen {
    case .today, .receipt: today
    case .start: [Binding(.character("w"), shown: "w", .identity)]
    case .who: who
    case .visit: visit
    case .receivers(let state): state.isForVisit ? receivers : age
    case .consent(let state): state.message.isOpen ? [] : consent
    case .directory: directory
    case .entries: entries
    case .form: form
    case .handovers: handovers
    case .roster: roster
    case .figures(let state): state.jump == nil ? figures : []
    case .meeting: meeting
    case .substitutes: substitutes
    case .planning(let planning): planning.bindings
    case .closing, .question, .log, .acute, .help, .commands, .blank: []
    }
  }

  /// All keys that mean something on a screen.
  static func all(on screen: Screen) -> [Binding] {
    let own = local(to: screen)
    let taken = Set(own.flatMap(\.keys))
    return own + everywhere.filter { taken.isDisjoint(with: $0.keys) && isOffered($0.action, on: screen) }
  }

  /// While a question is open only its answers count, and what helps to answer it. On a page that is
  /// only read, nothing is taken back unseen.
  private static func isOffered(_ action: Action, on screen: Screen) -> Bool {
    if action == .edit { return canEdit(from: screen) }
    return switch screen {
    case .consent: [.acute, .help, .back, .redraw].contains(action)
    // What is typed into a form means nothing else.
    case .form: [.back, .redraw].contains(action)
    case .question: [.acute, .help, .back, .redraw].contains(action)
    case .start: [.acute, .help, .back, .redraw, .quit].contains(action)
    case .acute, .help: [.acute, .help, .back, .redraw, .search].contains(action)
    case .commands: [.acute, .help, .back, .redraw].contains(action)
    case .blank: false
    // Here the key searches the list that is open.
    case .who, .receivers, .closing, .directory, .substitutes, .entries: action != .search
    case .planning(.entry): [.acute, .help, .back, .redraw].contains(action)
    case .planning(let planning): !(planning.takesSearch && action == .search)
    case .today, .visit, .receipt, .handovers, .roster, .meeting, .log: true
    case .figures(let state): state.jump == nil || [.acute, .help, .back, .redraw].contains(action)
    }
  }

  /// The lists of documents are reached from screens on which nothing was begun.
  private static func canEdit(from screen: Screen) -> Bool {
    switch screen {
    case .today, .directory, .roster, .figures, .log, .who: true
    case .start, .visit, .receipt, .handovers, .receivers, .consent, .closing, .question, .substitutes,
      .planning, .meeting,
      .acute, .help, .commands,
      .entries, .form, .blank:
      false
    }
  }
}

extension Binding {
  fileprivate init(keys: [Key], shown: String, _ action: Action, footer: Int?) {
    self.keys = keys
    self.shown = shown
    self.action = action
    self.footer = footer
  }
}
