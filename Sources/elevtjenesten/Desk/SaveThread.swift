// Saves on a thread of its own, one thing at a time: a folder that does not answer, or a lock that somebody
// else holds, never holds up the keyboard.

import Domain
import Foundation
import Screens
import Store
import Synchronization

/// What the desk wants from the disk, with what it knows when it asks.
struct SaveOrder: Sendable {
  var request: Request
  /// Whose desk it is.
  var school: School.ID?
  var colleague: Colleague.ID?
  /// The documents as they were found, to save changes upon.
  var documents: LoadedDocuments
}

/// What came of it.
struct SaveReply: Sendable {
  var request: Request
  var answer: Answer
  /// The documents as they are now, where they were asked for.
  var documents: LoadedDocuments?
  /// Files of the log that were given up for new ones.
  var newFilesInsteadOf: [String]
}

/// The thread, and what it has in common with the event loop.
final class SaveThread: Sendable {
  private struct Work {
    var order: SaveOrder?
    var reply: SaveReply?
    /// When the order was given, in monotonic milliseconds; nil when nothing is under way.
    var begun: Int?
    /// The loop did not wait any longer and wants to be woken.
    var isLate = false
    var isEnding = false
  }

  private let work = Mutex(Work())
  private let start = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)
  private let folder: DataFolder
  private let clock: Clock
  private let ring: @Sendable () -> Void

  /// How long the loop waits for a save, in milliseconds: less than anybody notices.
  private static let blink = 250
  /// How long the disk may take before it is said.
  private static let patience = 3_000

  /// `ring` is called when there is a reply that came late.
  init(_ folder: DataFolder, clock: Clock, ring: @escaping @Sendable () -> Void) {
    self.folder = folder
    self.clock = clock
    self.ring = ring
    let thread = Thread { [self] in run() }
    thread.stackSize = 4 << 20
    thread.start()
  }

  /// Gives an order, and waits a blink for what comes of it; nil when that takes longer.
  func perform(_ order: SaveOrder) -> SaveReply? {
    work.withLock { work in
      (work.order, work.begun, work.isLate) = (order, FolderWatcher.milliseconds(), false)
    }
    start.signal()
    let end = DispatchTime.now() + .milliseconds(Self.blink)
    while done.wait(timeout: end) == .success {
      if let reply = take() { return reply }
    }
    return work.withLock { work in
      work.isLate = true
      return Self.take(from: &work)
    }
  }

  /// What came of the order since; nil while it is under way.
  func take() -> SaveReply? { work.withLock { Self.take(from: &$0) } }

  private static func take(from work: inout Work) -> SaveReply? {
    guard let reply = work.reply else { return nil }
    (work.reply, work.order, work.begun) = (nil, nil, nil)
    return reply
  }

  /// What is under way.
  var underway: SaveOrder? { work.withLock { $0.reply == nil ? $0.order : nil } }

  /// It has taken so long that it has to be said.
  var isSilent: Bool {
    work.withLock { work in
      work.begun.map { FolderWatcher.milliseconds() - $0 > Self.patience } ?? false
    }
  }

  /// Ends the thread when nothing is under way: first the time of day is taken off the files, as far as the
  /// folder answers.
  func finish() {
    work.withLock { $0.isEnding = true }
    start.signal()
    _ = done.wait(timeout: .now() + .seconds(2))
  }

  private func run() {
    let performer = Performer(Recorder(folder), clock: clock)
    while true {
      start.wait()
      let (order, isEnding) = work.withLock { ($0.order, $0.isEnding) }
      if let order {
        let reply = performer.reply(to: order)
        let isLate = work.withLock { work in
          work.reply = reply
          return work.isLate
        }
        done.signal()
        if isLate { ring() }
      }
      if isEnding {
        performer.coverTimes()
        done.signal()
        return
      }
    }
  }
}

extension Performer {
  /// Does what a desk asks of the disk.
  fileprivate func reply(to order: SaveOrder) -> SaveReply {
    var documents: LoadedDocuments?
    let answer: Answer
    switch order.request {
    case .save(let wanted, let subject): answer = save(wanted, of: subject, over: order.documents, &documents)
    case .release(let period): answer = release(period, by: order.colleague)
    case .export(let files, let replacing):
      answer = recorder.exportPlace(order.documents.documents.settings).answer(
        to: files, replacing: replacing)
    case .record, .offer, .step, .read, .rememberSchool, .discardTypedKeys, .redraw, .quit:
      answer = order.request.act.map { save($0, desk: order.school) } ?? .done
    }
    return SaveReply(
      request: order.request, answer: answer, documents: documents, newFilesInsteadOf: takeNotices())
  }

  private func save(_ act: Act, desk school: School.ID?) -> Answer {
    do throws(SaveFailure) {
      let saved = try perform([act], desk: act.school ?? school)
      if act.closesDoor { coverTimes() }
      return .saved(saved)
    } catch {
      return .failed(error)
    }
  }

  /// Saves a document. Where somebody else has changed the same entry nothing is written, and what they
  /// wrote comes back.
  private func save(
    _ wanted: Documents, of subject: DocumentSubject, over loaded: LoadedDocuments,
    _ documents: inout LoadedDocuments?
  ) -> Answer {
    do throws(SaveFailure) {
      let saved = try recorder.save(wanted, of: subject, over: loaded, on: clock.now().day)
      documents = saved
      return .savedDocuments(saved.documents)
    } catch {
      if case .changedMeanwhile = error { documents = recorder.loadDocuments() }
      return .failed(error)
    }
  }

  private func release(_ period: Period, by colleague: Colleague.ID?) -> Answer {
    let releasing: Releasing
    do throws(SystemError) { releasing = try Releasing(recorder.folder, period: period, clock: clock) } catch
    {
      return .failed(SaveFailure(error))
    }
    if let reason = releasing.picture.readOnly { return .cannotWrite(reason) }
    do throws(ReleaseFiles.Trouble) {
      return .released(try releasing.release(period, by: colleague, recorder: recorder))
    } catch {
      switch error {
      case .refused(let refusal): return .notReleased(refusal)
      case .failed(let failure): return .failed(failure)
      }
    }
  }
}
