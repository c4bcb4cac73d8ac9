// `--skærmlæser`: the desk as plain lines and numbered menus, for one who listens to the screen.

import Domain
import Glibc
import Reports
import Resources
import Store
import Terminal

extension Context {
  /// Runs the desk line by line until it is ended, or standard input is.
  func runLines(_ folder: DataFolder, colleague: Colleague.ID?, school: School.ID?) throws(Failure)
    -> ExitCode
  {
    // There is no terminal to restore, but a made-up folder has to be taken away: so a signal, which
    // is blocked, ends the wait for the next line and not the process.
    var desk = LineDesk(context: self, folder: folder, colleague: colleague, recorder: Recorder(folder))
    guard let school = try desk.place(school) else { return .done }
    try desk.run(at: school)
    return .done
  }
}

/// One person at one school, and what was counted last.
struct LineDesk {
  let context: Context
  let folder: DataFolder
  let colleague: Colleague.ID?
  let recorder: Recorder
  private var counted: [(id: RecordID, day: CivilDate, school: School.ID)] = []
  /// What was last said of the folder, so that it is not repeated with every menu.
  private var noticed: [String] = []

  init(context: Context, folder: DataFolder, colleague: Colleague.ID?, recorder: Recorder) {
    self.context = context
    self.folder = folder
    self.colleague = colleague
    self.recorder = recorder
  }

  private enum Choice: CaseIterable {
    case today, visit, zero, sparring, open, close, undo, handovers, quit

    var key: String {
      switch self {
      case .today: "cli.lines.today"
      case .visit: "cli.lines.visit"
      case .zero: "cli.lines.zero"
      case .sparring: "cli.lines.sparring"
      case .open: "cli.lines.open"
      case .close: "cli.lines.close"
      case .undo: "cli.lines.undo"
      case .handovers: "cli.lines.handovers"
      case .quit: "cli.lines.quit"
      }
    }
  }

  var words: Words { context.words }

  /// The school given, or the one chosen; nil at the end of input.
  func place(_ given: School.ID?) throws(Failure) -> School? {
    try say(words("cli.lines.intro"))
    let schools = folder.documents.schools(from: context.now.week)
    if schools.isEmpty {
      if folder.loaded.isUnread(.schools) { throw .folder(.broken(.schools, path: folder.path)) }
      try say(words("cli.today.none", ["path": folder.path + "/schools.json"]))
      return nil
    }
    if let given, let school = folder.documents.school(given) { return school }
    guard let index = try choose(words("cli.lines.school"), schools.map(\.name)) else { return nil }
    return schools[index]
  }

  mutating func run(at school: School) throws(Failure) {
    let names = Sentences(words: words, documents: folder.documents)
    recorder.sweep(desk: school.id, on: context.now.day)
    if try folder.picture(DataFolder.recentWeeks(around: context.now.day), isForDesk: true).readOnly == nil {
      recorder.beginWeek(desk: school.id, on: context.now.day)
    }
    try say(words("cli.lines.at", ["school": school.name]))
    if let colleague { try say(words("cli.lines.you", ["name": names.name(colleague)])) }
    try sayToday()
    while true {
      try sayNotices()
      guard let index = try choose(words("cli.lines.menu"), Choice.allCases.map { words($0.key) }) else {
        return
      }
      let choice = Choice.allCases[index]
      if choice == .quit { return }
      // What is refused or cannot be saved is said, and the menu comes again.
      do throws(Failure) { try take(choice, at: school) } catch {
        if case .output = error { throw error }
        try say(names.sentence(error))
      }
    }
  }

  private mutating func take(_ choice: Choice, at school: School) throws(Failure) {
    switch choice {
    case .today: try sayToday()
    case .visit: try takeVisit(at: school)
    case .zero: try count(.zero, at: school.id)
    case .sparring: try count(.sparring, at: school.id)
    case .open: try say(desk.sentence(desk.moveDoor(isOpen: true, at: school.id, by: colleague)))
    case .close: try say(desk.sentence(desk.moveDoor(isOpen: false, at: school.id, by: colleague)))
    case .undo: try undo()
    case .handovers: try takeHandovers()
    case .quit: break
    }
  }

  private mutating func takeVisit(at school: School) throws(Failure) {
    let topics = folder.documents.topicsInUse
    if topics.isEmpty { return try say(words.noTopics(isBroken: folder.loaded.broken.contains(.topics))) }
    let labels = topics.map { words.language == .danish ? $0.label.danish : $0.label.english }
    let back = [words("cli.lines.back")]
    guard let topic = try choose(words("cli.lines.topic"), labels + back), topic < topics.count else {
      return
    }
    let outcomes = Outcome.allCases
    let endings = outcomes.map { words("cli.outcome.\($0.rawValue)") }
    guard let outcome = try choose(words("cli.lines.outcome"), endings + back), outcome < outcomes.count
    else { return }
    let (code, ending) = (topics[topic].id, outcomes[outcome])
    guard ending == .guidedOn else { return try count(.visit(code, ending), at: school.id) }
    guard let done = try guideOn(code, at: school.id) else { return }
    for sentence in desk.sentences(done) { try say(sentence) }
  }

  private mutating func count(_ what: Counted, at school: School.ID) throws(Failure) {
    let event = try desk.count(what, at: school, on: context.now.day, by: colleague)
    counted.append((event.id, context.now.day, school))
    try say(desk.sentence(event))
  }

  /// Takes back what was counted last in this sitting.
  private mutating func undo() throws(Failure) {
    guard let last = counted.last else { return try say(words("cli.lines.nothing")) }
    let picture = try folder.picture(LogScope(visitWeeks: .around(last.day)))
    let event = try desk.takeBack(last.id, at: last.school, by: colleague, picture)
    counted.removeLast()
    try say(desk.sentence(event))
  }

  private func sayToday() throws(Failure) {
    let now = context.now
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)))
    try say(words.longDate(now.day) + ", " + words.week(now.week))
    for line in TodayReport(picture: picture, now: now).spoken(words) { try say(line) }
  }

  /// What is wrong with the folder, before the menu in which it matters; again when it has changed.
  private mutating func sayNotices() throws(Failure) {
    let picture = try folder.picture(LogScope(visitWeeks: .around(context.now.day)), isForDesk: true)
    let notices = words.notices(of: picture).map(\.text)
    if notices != noticed { for notice in notices { try say(notice) } }
    noticed = notices
  }

  func sayHandovers() throws(Failure) {
    let now = context.now
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)))
    let table = HandoverReport(picture: picture, day: now.day).table(words)
    if table.rows.isEmpty { try say(words("cli.handover.none")) }
    for row in table.rows {
      for (column, cell) in zip(table.columns, row) where !cell.isEmpty {
        try say(column.heading + ": " + cell)
      }
    }
  }

  // MARK: Lines

  func say(_ text: String) throws(Failure) { try context.console.print(text) }

  /// Reads the number of a choice; nil at the end of input or when a signal asks to end.
  func choose(_ title: String, _ choices: [String]) throws(Failure) -> Int? {
    try say(title + ":")
    for (index, choice) in choices.enumerated() { try say("\(index + 1). \(choice)") }
    while true {
      try say(words("cli.lines.choose", ["count": String(choices.count)]))
      guard let line = LineInput.next() else { return nil }
      let typed = line.filter { $0 != " " }
      if let number = Parse.number(typed, in: 1...choices.count) { return number - 1 }
      try say(words("cli.lines.wrong"))
    }
  }
}

/// Lines of standard input, until its end or until a signal asks to end.
private enum LineInput {
  static func next() -> String? {
    // While a line is waited for, a signal ends the wait and with it the program.
    var line: [UInt8] = []
    while true {
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, 300)
      if isEndPending { return nil }
      if ready <= 0 { continue }
      var byte: UInt8 = 0
      guard read(STDIN_FILENO, &byte, 1) == 1 else { return line.isEmpty ? nil : text(line) }
      if byte == 0x0A { return text(line) }
      line.append(byte)
    }
  }

  /// A signal that asks to end is blocked, and waits.
  private static var isEndPending: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return SignalInbox.ending.contains { sigismember(&pending, $0) == 1 }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
