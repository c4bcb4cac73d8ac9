// Ends weeks beside the desk: some time after they are over, on a thread of its own, so that nothing waits.

import Domain
import Foundation
import Synchronization

/// Looks now and then whether a week is over and has no record, and makes one.
///
/// Each machine waits for a while of its own before it reads the folder once more: so the first one that
/// comes to it is as a rule the only one.
final class WeekClosing: Sendable {
  private struct Plan {
    /// When the weeks are ended, in monotonic milliseconds; nil when nothing is due.
    var due: Int?
    var isUnderWay = false
    /// Before that it is not looked again; a week that could not be ended is tried again later.
    var rest = 0
  }

  private let folder: DataFolder
  private let clock: Clock
  private let desk: School.ID?
  private let plan = Mutex(Plan())

  /// The longest that a machine waits, in milliseconds.
  private static let longestWait = 3_600_000
  /// How long a week that could not be ended is left alone, in milliseconds.
  private static let pause = 6 * 3_600_000

  /// `desk` is the school whose writer makes the records.
  init(_ folder: DataFolder, clock: Clock, desk: School.ID?) {
    self.folder = folder
    self.clock = clock
    self.desk = desk
  }

  /// Takes a look at what was read; `milliseconds` is the monotonic time.
  func look(at picture: FolderPicture, _ milliseconds: Int) {
    let isTime = plan.withLock { plan -> Bool in
      guard !plan.isUnderWay, milliseconds >= plan.rest else { return false }
      guard picture.readOnly == nil, picture.isWeekOver(at: clock.now()) else {
        plan.due = nil
        return false
      }
      let due = plan.due ?? milliseconds + Int(folder.machine.random() % UInt64(Self.longestWait))
      plan.due = due
      plan.isUnderWay = milliseconds >= due
      return plan.isUnderWay
    }
    guard isTime else { return }
    let thread = Thread { [self] in
      // What could not be done is done next time, here or by whoever comes to it.
      _ = try? WeekEnder(folder: folder, clock: clock).endWeeks(recorder: Recorder(folder), desk: desk)
      plan.withLock { $0 = Plan(rest: FolderWatcher.milliseconds() + Self.pause) }
    }
    thread.stackSize = 4 << 20
    thread.start()
  }
}
