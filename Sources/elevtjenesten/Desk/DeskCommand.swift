// Without a command: the full-screen desk on the data folder.

import Domain
import Glibc
import Screens
import Store
import Terminal

extension Context {
  /// Opens the desk on the folder that is found.
  func desk() throws(Failure) -> ExitCode {
    SignalInbox.block()
    let folder = try openFolder()
    let me = try folder.loaded.found(in: .colleagues) { () throws(Failure) in
      try colleague(in: folder.documents)
    }
    return try speaking(for: folder).runDesk(folder, colleague: me?.id, school: nil)
  }

  /// Runs the desk. `colleague` and `school` are who and where, when nothing else says so.
  func runDesk(_ folder: DataFolder, colleague: Colleague.ID?, school: School.ID?) throws(Failure) -> ExitCode
  {
    let memory = SchoolMemory(folder)
    let asked =
      try options.school.map { (typed) throws(Failure) in
        try folder.loaded.found(in: .schools) { () throws(Failure) in
          try folder.documents.find(school: typed)
        }?.id
      } ?? nil
    // Somebody named by `--som` sits where their own duty is, unless this machine has a place of its own.
    let here = asked ?? memory.school ?? (options.colleague == nil ? school : nil)
    if options.isForScreenReader { return try runLines(folder, colleague: colleague, school: here) }
    if options.isBoard { return try runBoard(folder) }
    let watcher = try watch(folder, desk: here)
    defer { watcher.stop() }
    let code = try runScreen(folder, watcher, memory, colleague: colleague, school: here)
    if code != .done { console.say(words("cli.desk.leftSaving")) }
    return code
  }

  private func runScreen(
    _ folder: DataFolder, _ watcher: FolderWatcher, _ memory: SchoolMemory, colleague: Colleague.ID?,
    school: School.ID?
  ) throws(Failure) -> ExitCode {
    let terminal = try openTerminal()
    defer { terminal.close() }
    guard let reading = FirstPicture(terminal: terminal, watcher: watcher, words: words).wait() else {
      return .done
    }
    let machine = machine
    let start = DeskStart(
      picture: reading.picture, now: now, words: words, school: school,
      colleague: colleague, login: environment.login, writers: writers(school, Recorder(folder)),
      makeID: { (machine.random(), machine.random()) }, local: clock.moment,
      fate: LeftSaving(folder).take(reading.picture))
    var desk = DeskFace(
      Desk(start), context: self, terminal: terminal, watcher: watcher, folder: folder,
      documents: reading.documents, rememberSchool: memory.remember)
    var loop = ScreenLoop(terminal: terminal, watcher: watcher, clock: clock)
    loop.run(&desk)
    return desk.end()
  }

  /// Starts to watch the folder; `desk` is whose leftovers may be tidied away.
  func watch(_ folder: DataFolder, desk: School.ID?) throws(Failure) -> FolderWatcher {
    let clock = clock
    guard let watcher = FolderWatcher(folder, desk: desk, clock: clock) else {
      throw
        .system(SystemError(.open, code: EMFILE, path: folder.path))
    }
    watcher.start()
    return watcher
  }

  func openTerminal() throws(Failure) -> Terminal {
    do throws(TerminalError) {
      return try Terminal(options: TerminalOptions(useColour: !options.isPlain))
    } catch {
      throw .terminal(error)
    }
  }

  private func writers(_ school: School.ID?, _ recorder: Recorder) -> [String] {
    recorder.currentWriter(of: school).map { [$0.description] } ?? []
  }
}

extension LoadedDocuments {
  /// What a lookup finds; nothing where it may stand in what a broken document has lost. The desk opens
  /// without, and says what is broken.
  fileprivate func found<Value>(
    in document: DocumentName, _ find: () throws(Failure) -> Value?
  ) throws(Failure) -> Value? {
    do throws(Failure) { return try find() } catch {
      if case .usage(.unknownID) = error, sources[document] == .whatCouldBeRead { return nil }
      throw error
    }
  }
}

/// Which school this machine's desk stands at; kept beside the writer's state.
struct SchoolMemory {
  private let folder: DataFolder

  init(_ folder: DataFolder) {
    self.folder = folder
  }

  private static let name = "school"

  /// The school, if it is one the folder still knows.
  var school: School.ID? {
    guard let state = try? StateFolder(path: folder.statePath), let bytes = try? state.contents(of: Self.name)
    else { return nil }
    let id = School.ID(String(decoding: bytes, as: UTF8.self))
    return folder.documents.school(id)?.id
  }

  /// Not being able to remember is no reason to stop anybody.
  func remember(_ school: School.ID) {
    guard let state = try? StateFolder(path: folder.statePath) else { return }
    try? state.replace(Self.name, with: Array(school.text.utf8))
  }
}
