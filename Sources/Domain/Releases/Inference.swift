// What somebody can work out who knows many sums and looks for the counts behind them.

/// Whole numbers with a range each, and sums that tie them together. Every sum narrows the ranges of
/// its parts, again and again, until nothing changes.
package struct Inference: Sendable {
  /// One unknown number.
  package struct Unknown: Hashable, Sendable {
    fileprivate var index: Int
  }

  private var low: [Int] = []
  private var high: [Int] = []
  private var sums: [(total: Int, parts: [Int])] = []
  /// An unknown has no value left.
  private var isContradicted = false
  /// More than any count here can be.
  package static let plenty = 1 << 30

  package init() {}

  /// A new unknown.
  package mutating func unknown(in range: ClosedRange<Int> = 0...plenty) -> Unknown {
    low.append(range.lowerBound)
    high.append(range.upperBound)
    return Unknown(index: low.count - 1)
  }

  /// Tells that an unknown is the sum of others.
  package mutating func equate(_ total: Unknown, with parts: [Unknown]) {
    sums.append((total.index, parts.map(\.index)))
  }

  /// A new unknown that is the sum of others.
  package mutating func sum(of parts: [Unknown]) -> Unknown {
    let total = unknown()
    equate(total, with: parts)
    return total
  }

  /// Tells that an unknown lies in a range.
  package mutating func narrow(_ unknown: Unknown, to range: ClosedRange<Int>) {
    _ = narrow(unknown.index, range.lowerBound, range.upperBound)
  }

  /// How many values an unknown can still have; none or fewer when the sums contradict each other.
  package func choices(_ unknown: Unknown) -> Int { high[unknown.index] - low[unknown.index] + 1 }

  /// Draws all conclusions; stops where the sums contradict each other, which would narrow for ever.
  package mutating func conclude() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for sum in sums {
        var (least, most) = (0, 0)
        for part in sum.parts {
          least += low[part]
          most += high[part]
        }
        if narrow(sum.total, least, most) { isChanged = true }
        for part in sum.parts {
          let (others, othersMost) = (least - low[part], most - high[part])
          if narrow(part, low[sum.total] - othersMost, high[sum.total] - others) { isChanged = true }
        }
        if isContradicted { return }
      }
    }
  }

  private mutating func narrow(_ index: Int, _ least: Int, _ most: Int) -> Bool {
    guard least > low[index] || most < high[index] else { return false }
    low[index] = max(low[index], least)
    high[index] = min(high[index], most)
    if low[index] > high[index] { isContradicted = true }
    return true
  }
}
