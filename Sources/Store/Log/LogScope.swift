// Which part of the log is read: all of it, or only the visits of some weeks, with or without the chain.

import Domain

/// Duty is always read whole, and so is the chain where it is read; of the visits, the files of these weeks.
package struct LogScope: Equatable, Sendable {
  /// The weeks by which the visits' files are named; nil is all.
  package var visitWeeks: ClosedRange<ISOWeek>?
  /// Whether the steps of handovers are read.
  package var hasChain: Bool

  /// Everything.
  package static let all = LogScope(visitWeeks: nil)

  package init(visitWeeks: ClosedRange<ISOWeek>?, hasChain: Bool = true) {
    self.visitWeeks = visitWeeks
    self.hasChain = hasChain
  }

  /// Whether a base holds all that this scope needs besides the files that are read.
  func fits(_ base: LogBase?) -> Bool {
    guard let base, let visitWeeks, hasChain else { return false }
    return visitWeeks.lowerBound.monday >= base.from
  }

  func includes(_ name: SegmentName) -> Bool {
    switch (name.stream, name.period) {
    case (.chain, _): return hasChain
    case (.visits, .week(let week)): return visitWeeks?.contains(week) ?? true
    case (.visits, .year), (.duty, _): return true
    }
  }
}
