// Which part of the log is read: all of it, or only the visits of some weeks.

import Domain

/// Chain and duty are always read whole; of the visits, the files of these weeks.
package struct LogScope: Equatable, Sendable {
  /// The weeks by which the visits' files are named; nil is all.
  package var visitWeeks: ClosedRange<ISOWeek>?

  /// Everything.
  package static let all = LogScope(visitWeeks: nil)

  package init(visitWeeks: ClosedRange<ISOWeek>?) {
    self.visitWeeks = visitWeeks
  }

  /// Whether a base holds all that this scope needs besides the files that are read.
  func fits(_ base: LogBase?) -> Bool {
    guard let base, let visitWeeks else { return false }
    return visitWeeks.lowerBound.monday >= base.from
  }

  func includes(_ name: SegmentName) -> Bool {
    guard name.stream == .visits, let visitWeeks else { return true }
    switch name.period {
    case .week(let week): return visitWeeks.contains(week)
    case .year: return true
    }
  }
}
