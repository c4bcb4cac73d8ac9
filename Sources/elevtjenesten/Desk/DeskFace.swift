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
  private let performer: Performer
  private let folder: DataFolder
  private let far: FarReader
  private let clock: Clock
  private let rememberSchool: (School.ID) -> Void
  private let notifier: Notifier
  private var desk: Desk
  private var saves = RecentSaves()
  /// The documents that the desk shows, as they were found in the folder.
  private var documents: LoadedDocuments
  /// When a document was last saved here, in monotonic milliseconds.
  private var documentsSaved = 0
  /// What was typed so far is no answer to what has just been asked.
  private var hasDiscardedKeys = false
  /// The minute in which it was last looked whether somebody is to be told.
  private var lastTold: Int?

  init(
    _ desk: Desk, context: Context, terminal: Terminal, watcher: FolderWatcher, performer: Performer,
    folder: DataFolder, documents: LoadedDocuments, rememberSchool: @escaping (School.ID) -> Void
  ) {
    self.desk = desk
    self.context = context
    self.terminal = terminal
    self.performer = performer
    self.folder = folder
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
    return perform(desk.receive(.tick(now)))
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
      // A reading that was under way while a document was saved here may have missed it.
      documents = reading.begun > documentsSaved ? reading.documents : performer.recorder.loadDocuments()
      picture.documents = documents.documents
    }
    return perform(desk.receive(.picture(picture)))
  }

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

  /// Does what is asked, in order; of several requests the rest is dropped when one fails. False when
  /// the program is to end.
  private mutating func perform(_ requests: [Request]) -> Bool {
    var queue = requests[...]
    while let request = queue.popFirst() {
      let answer: Answer
      switch request {
      case .quit: return false
      case .record(let events): answer = save(.record(events))
      case .offer(let step, let entry, let visit):
        answer = save(.offer(step, entry, visit: visit))
        if case .saved = answer { saves.add(entry, of: step) }
      case .step(let step): answer = save(.step(step))
      case .save(let wanted, let subject): answer = save(wanted, of: subject)
      case .release(let period):
        answer = release(period)
      case .read(let weeks):
        answer = read(weeks)
      case .export(let files, let replacing):
        let place = performer.recorder.exportPlace(desk.picture.documents.settings)
        answer = place.answer(to: files, replacing: replacing)
      case .rememberSchool(let school):
        rememberSchool(school)
        answer = .done
      case .discardTypedKeys:
        terminal.discardPendingKeys()
        hasDiscardedKeys = true
        answer = .done
      case .redraw:
        terminal.redrawAll()
        terminal.draw(desk.draw(size: terminal.size))
        answer = .done
      }
      if case .failed = answer { queue = [] }
      queue = desk.receive(answer, to: request)[...] + queue
      for file in performer.takeNotices() { _ = desk.receive(.newLogFile(insteadOf: file)) }
    }
    return true
  }

  /// Saves a document. Where somebody else has changed the same entry nothing is written, and the desk
  /// gets to see what they wrote.
  private mutating func save(_ wanted: Documents, of subject: DocumentSubject) -> Answer {
    do throws(SaveFailure) {
      documents = try performer.recorder.save(wanted, of: subject, over: documents, on: clock.now().day)
      documentsSaved = FolderWatcher.milliseconds()
      return .savedDocuments(documents.documents)
    } catch {
      if case .changedMeanwhile = error {
        documents = performer.recorder.loadDocuments()
        var picture = desk.picture
        picture.documents = documents.documents
        _ = desk.receive(.picture(picture))
      }
      return .failed(error)
    }
  }

  private func release(_ period: Period) -> Answer {
    let releasing: Releasing
    do throws(SystemError) { releasing = try Releasing(folder, period: period, clock: clock) } catch {
      return .failed(SaveFailure(error))
    }
    if let reason = releasing.picture.readOnly { return .cannotWrite(reason) }
    do throws(ReleaseFiles.Trouble) {
      return .released(try releasing.release(period, by: desk.colleagueID, recorder: performer.recorder))
    } catch {
      switch error {
      case .refused(let refusal): return .notReleased(refusal)
      case .failed(let failure): return .failed(failure)
      }
    }
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

  private mutating func save(_ act: Act) -> Answer {
    do throws(SaveFailure) {
      let saved = try performer.perform([act], desk: act.school ?? desk.schoolID)
      saves.add(saved)
      if act.closesDoor { performer.coverTimes() }
      return .saved(saved)
    } catch {
      return .failed(error)
    }
  }
}
