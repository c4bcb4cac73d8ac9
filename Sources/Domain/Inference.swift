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
    low[unknown.index] = max(low[unknown.index], range.lowerBound)
    high[unknown.index] = min(high[unknown.index], range.upperBound)
  }

  /// How many values an unknown can still have; none or fewer when the sums contradict each other.
  package func choices(_ unknown: Unknown) -> Int { high[unknown.index] - low[unknown.index] + 1 }

  /// Draws all conclusions; stops where the sums contradict each other.
  package mutating func conclude() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for sum in sums {
        let (least, most) = sum.parts.reduce((0, 0)) { ($0.0 + low[$1], $0.1 + high[$1]) }
        if narrow(sum.total, least, most) { isChanged = true }
        for part in sum.parts {
          let (others, othersMost) = (least - low[part], most - high[part])
          if narrow(part, low[sum.total] - othersMost, high[sum.total] - others) { isChanged = true }
        }
        // A contradiction would narrow for ever.
        if ([sum.total] + sum.parts).contains(where: { low[$0] > high[$0] }) { return }
      }
    }
  }

  private mutating func narrow(_ index: Int, _ least: Int, _ most: Int) -> Bool {
    guard least > low[index] || most < high[index] else { return false }
    low[index] = max(low[index], least)
    high[index] = min(high[index], most)
    return true
  }
}
