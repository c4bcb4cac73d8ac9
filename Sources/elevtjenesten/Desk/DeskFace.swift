// The desk at work: tells it of keys and news, does what it asks for, hands back what came of it.

import Canvas
import Domain
import Screens
import Store
import Terminal

/// A desk with the disk, the clock and the terminal it works with.
struct DeskFace: ScreenFace {
  private var context: Context
  private let terminal: Terminal
  private let saver: SaveThread
  private let left: LeftSaving
  private let far: FarReader
  private let clock: Clock
  private let rememberSchool: (School.ID) -> Void
  private let notifier: Notifier
  private var desk: Desk
  private var saves = RecentSaves()
  /// What is asked for once the save under way has come back.
  private var waiting: ArraySlice<Request> = []
  /// The documents that the desk shows, as they were found in the folder.
  private var documents: LoadedDocuments
  /// When a document was last saved here, in monotonic milliseconds.
  private var documentsSaved = 0
  /// What was typed so far is no answer to what has just been asked.
  private var hasDiscardedKeys = false
  /// The minute in which it was last looked whether somebody is to be told.
  private var lastTold: Int?

  init(
    _ desk: Desk, context: Context, terminal: Terminal, watcher: FolderWatcher, folder: DataFolder,
    documents: LoadedDocuments, rememberSchool: @escaping (School.ID) -> Void
  ) {
    self.desk = desk
    self.context = context
    self.terminal = terminal
    saver = SaveThread(folder, clock: context.clock, ring: watcher.ring)
    left = LeftSaving(folder)
    far = FarReader(folder, ring: watcher.ring)
    clock = context.clock
    self.documents = documents
    self.rememberSchool = rememberSchool
    notifier = Notifier(folder)
  }

  // MARK: What happens

  mutating func draw(size: Size) -> Canvas {
    let spoken = context.speaking(by: desk.picture.documents.settings)
    if spoken.words.language != context.words.language {
      context = spoken
      _ = desk.receive(.language(spoken.words))
    }
    desk.resized(to: size)
    return desk.draw(size: size)
  }

  mutating func tick(_ now: Moment) -> Bool {
    hasDiscardedKeys = false
    return perform(desk.receive(.tick(now))) && takeSaved()
  }

  mutating func press(_ key: Key) -> Bool {
    // The first key after a night: whoever pressed it had not been asked yet.
    if hasDiscardedKeys, key != .resize { return true }
    return perform(desk.handle(key))
  }

  mutating func see(_ news: FolderNews) -> Bool {
    var picture = desk.picture
    switch news {
    case .staleness(let staleness): picture.staleness = staleness
    case .read(let reading):
      picture = saves.applied(to: reading.picture)
      // A reading that was under way while a document was saved here may have missed it; the next has not.
      if reading.begun > documentsSaved { documents = reading.documents }
      picture.documents = documents.documents
    }
    return perform(desk.receive(.picture(picture)))
  }

  /// While something is being saved it is looked at more often.
  var timeout: Int { saver.underway == nil ? 900 : 200 }

  mutating func rest() -> Bool { takeFar() && tellReceivers() }

  /// Once a minute, while nobody types: those whose answer is waited for are told, and what could not be
  /// told is shown.
  private mutating func tellReceivers() -> Bool {
    let minute = desk.now.utc.seconds / 60
    if minute != lastTold {
      lastTold = minute
      notifier.look(
        at: desk.picture, desk: desk.schoolID, me: desk.colleagueID, now: desk.now, words: desk.words)
    }
    guard let failure = notifier.takeFailure() else { return true }
    return perform(desk.receive(.notTold(failure)))
  }

  // MARK: Requests

  /// Does what is asked, in order; of several requests the rest is dropped when one fails. What goes to the
  /// disk is waited for while nobody notices, and beside the work from then on. False when the program is to
  /// end.
  private mutating func perform(_ requests: [Request]) -> Bool { perform(requests[...]) }

  private mutating func perform(_ requests: ArraySlice<Request>) -> Bool {
    var queue = requests
    while let request = queue.popFirst() {
      if request == .quit { return false }
      if !request.goesToDisk {
        queue = desk.receive(performHere(request), to: request)[...] + queue
      } else if saver.underway != nil {
        waiting.append(request)
      } else if let reply = saver.perform(order(request)) {
        queue = take(reply, then: queue)
      } else {
        waiting = queue
        return perform(desk.receive(.saving(.underway)))
      }
    }
    return true
  }

  private func order(_ request: Request) -> SaveOrder {
    SaveOrder(
      request: request, school: desk.schoolID, colleague: desk.colleagueID, documents: documents)
  }

  /// What has become of the save under way, if anything. Keys that were typed meanwhile answer nothing.
  private mutating func takeSaved() -> Bool {
    guard let reply = saver.take() else {
      return saver.isSilent ? perform(desk.receive(.saving(.silent))) : true
    }
    terminal.discardPendingKeys()
    hasDiscardedKeys = true
    let rest = waiting
    waiting = []
    return perform(take(reply, then: rest))
  }

  /// Hands back what came of a save; returns what is to be done next.
  private mutating func take(_ reply: SaveReply, then rest: ArraySlice<Request>) -> ArraySlice<Request> {
    var rest = rest
    if let found = reply.documents { documents = found }
    switch reply.answer {
    case .saved(let events):
      saves.add(events)
      if case .offer(let step, let entry, _) = reply.request { saves.add(entry, of: step) }
    case .savedDocuments: documentsSaved = FolderWatcher.milliseconds()
    case .failed:
      rest = []
      if let found = reply.documents {
        var picture = desk.picture
        picture.documents = found.documents
        _ = desk.receive(.picture(picture))
      }
    case .released, .notReleased, .cannotWrite, .read, .exported, .wouldReplace, .done: break
    }
    let next = desk.receive(reply.answer, to: reply.request)[...] + rest
    for file in reply.newFilesInsteadOf { _ = desk.receive(.newLogFile(insteadOf: file)) }
    return next
  }

  /// What has nothing to do with the disk.
  private mutating func performHere(_ request: Request) -> Answer {
    switch request {
    case .read(let weeks): return read(weeks)
    case .rememberSchool(let school): rememberSchool(school)
    case .discardTypedKeys:
      terminal.discardPendingKeys()
      hasDiscardedKeys = true
    case .redraw:
      terminal.redrawAll()
      terminal.draw(desk.draw(size: terminal.size))
    case .record, .offer, .step, .save, .release, .export, .quit: break
    }
    return .done
  }

  /// How the program ends: with what is under way left to its fate, and kept to be told of.
  func end() -> ExitCode {
    guard let order = saver.underway else {
      saver.finish()
      return .done
    }
    left.keep(order)
    return .inputOutput
  }

  /// Old weeks are read beside the work at the desk; they come back when they are there.
  private func read(_ weeks: ClosedRange<ISOWeek>) -> Answer {
    far.read(weeks)
    return .done
  }

  private mutating func takeFar() -> Bool {
    guard let mail = far.take() else { return true }
    return perform(desk.receive(mail.answer, to: .read(mail.weeks)))
  }
}
