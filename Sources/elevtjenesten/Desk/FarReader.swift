// Reads old weeks on a thread of its own, for figures that somebody looks at now and then.

import Domain
import Foundation
import Screens
import Store
import Synchronization

/// Reads the folder once, as far back as it is asked to.
final class FarReader: Sendable {
  /// What was read, or why it was not.
  struct Mail: Sendable {
    let weeks: ClosedRange<ISOWeek>
    let answer: Answer
  }

  private let folder: DataFolder
  private let ring: @Sendable () -> Void
  private let mail = Mutex<[Mail]>([])

  /// `ring` is called when there is mail.
  init(_ folder: DataFolder, ring: @escaping @Sendable () -> Void) {
    self.folder = folder
    self.ring = ring
  }

  /// Starts to read; what comes of it is mail.
  func read(_ weeks: ClosedRange<ISOWeek>) {
    let thread = Thread { [self] in
      let answer = Self.answer(folder, weeks)
      mail.withLock { $0.append(Mail(weeks: weeks, answer: answer)) }
      ring()
    }
    thread.stackSize = 4 << 20
    thread.start()
  }

  /// The oldest mail that has not been taken.
  func take() -> Mail? {
    mail.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }

  private static func answer(_ folder: DataFolder, _ weeks: ClosedRange<ISOWeek>) -> Answer {
    var reader = PictureReader(folder, scope: LogScope(visitWeeks: weeks))
    do throws(SystemError) { return .read(try reader.refresh() ?? reader.picture) } catch {
      return .failed(SaveFailure(error))
    }
  }
}
