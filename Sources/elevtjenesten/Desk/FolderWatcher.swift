// Watches the folder on a thread of its own, so that a slow disk never holds up the keyboard.

import Domain
import Foundation
import Glibc
import Store
import Synchronization

/// What a reading of the folder brought.
struct FolderReading: Sendable {
  var picture: FolderPicture
  /// The documents of the picture as they were found.
  var documents: LoadedDocuments
  /// When it was begun, in monotonic milliseconds.
  var begun: Int
}

/// Reads the folder about once a second and leaves what is new in a mailbox.
final class FolderWatcher: Sendable {
  /// What the thread and the event loop have in common.
  private struct Mail {
    var reading: FolderReading?
    /// Why there has been none yet.
    var failure: SystemError?
    /// When the reading under way was begun, in monotonic milliseconds; nil between readings.
    var begun: Int?
    var isStopped = false
    var hasEnded = false
  }

  /// Becomes readable when there is mail.
  let wake: Int32
  private let wakeEnd: Int32
  private let mail = Mutex(Mail())
  private let folder: DataFolder
  private let desk: School.ID?
  private let now: @Sendable () -> Moment
  private let closing: WeekClosing

  /// How long a folder may take to answer.
  private static let patience = 3_000
  /// How long a first frame may wait, in milliseconds.
  private static let blink: Int32 = 120

  /// `desk` is the school whose leftovers may be tidied away.
  init?(_ folder: DataFolder, desk: School.ID?, clock: Clock) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (wake, wakeEnd) = (ends[0], ends[1])
    self.folder = folder
    self.desk = desk
    now = { clock.now() }
    closing = WeekClosing(folder, clock: clock, desk: desk)
  }

  /// Starts the thread.
  func start() {
    let thread = Thread { self.run() }
    thread.stackSize = 4 << 20
    thread.start()
  }

  /// Makes ``wake`` readable.
  @Sendable func ring() { _ = write(wakeEnd, "!", 1) }

  /// Asks the thread to end, and waits for it: what it was about to write must not come after the folder
  /// was taken away. A folder that does not answer is not waited for.
  func stop() {
    mail.withLock { $0.isStopped = true }
    for _ in 0..<50 where !mail.withLock(\.hasEnded) { usleep(10_000) }
  }

  /// The newest reading that has not been taken yet.
  func take() -> FolderReading? {
    mail.withLock { mail in
      defer { mail.reading = nil }
      return mail.reading
    }
  }

  /// Why the folder has not been read yet, where it has answered at all.
  var failure: SystemError? { mail.withLock(\.failure) }

  /// The folder has been asked and has not answered for too long.
  var isSilent: Bool {
    mail.withLock { mail in mail.begun.map { Self.milliseconds() - $0 > Self.patience } ?? false }
  }

  /// The first reading, if it comes within a blink.
  func takeAtOnce() -> FolderReading? {
    var waiting = pollfd(fd: wake, events: Int16(POLLIN), revents: 0)
    _ = poll(&waiting, 1, Self.blink)
    return take()
  }

  private func run() {
    var reader = PictureReader(folder, scope: DataFolder.recentWeeks(around: now().day), isForDesk: true)
    var rounds = 0
    /// The round in which these weeks were first read, and the day on which old files were looked for.
    var (moved, looked): (Int, CivilDate?) = (0, nil)
    while true {
      let isOver = mail.withLock { mail in
        mail.begun = Self.milliseconds()
        return mail.isStopped
      }
      if isOver { break }
      let today = now()
      if reader.move(to: DataFolder.recentWeeks(around: today.day)) { moved = rounds }
      let news = read(&reader)
      if rounds % 60 == 1, reader.hasRead, reader.picture.readOnly == nil {
        sweep(&reader)
        closing.look(at: reader.picture, Self.milliseconds())
      }
      let isStopped = mail.withLock { mail in
        if let news {
          mail.reading = FolderReading(
            picture: news, documents: reader.documents, begun: mail.begun ?? Self.milliseconds())
        }
        mail.begun = nil
        return mail.isStopped
      }
      if isStopped { break }
      if news != nil { ring() }
      if rounds == moved + 3 { reader.keepBase() }
      if rounds > 3, looked != today.day {
        looked = today.day
        reader.lookForOldFiles(at: today)
      }
      rounds += 1
      pause()
    }
    mail.withLock { $0.hasEnded = true }
  }

  /// Waits for the next round, or until there is none.
  private func pause() {
    for _ in 0..<45 where !mail.withLock(\.isStopped) { usleep(20_000) }
  }

  /// A folder that cannot be read just now keeps its last picture, marked.
  private func read(_ reader: inout PictureReader) -> FolderPicture? {
    do throws(SystemError) { return try reader.refresh() } catch {
      // A desk that was never read would call every school uncovered.
      guard reader.hasRead else {
        mail.withLock { $0.failure = error }
        ring()
        return nil
      }
      guard reader.picture.staleness == nil else { return nil }
      return reader.markUnread(error)
    }
  }

  private func sweep(_ reader: inout PictureReader) {
    let (recorder, today) = (Recorder(folder), now().day)
    recorder.sweep(&reader, desk: desk, on: today)
    recorder.beginWeek(desk: desk, on: today)
  }

  /// Monotonic milliseconds.
  static func milliseconds() -> Int {
    var reading = timespec()
    clock_gettime(CLOCK_MONOTONIC, &reading)
    return reading.tv_sec * 1_000 + reading.tv_nsec / 1_000_000
  }
}
