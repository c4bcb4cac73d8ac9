// Rounding of a whole vector that adds up: each count to a multiple beside it, none of them on average
// more or less than it was.

/// Unbiased controlled rounding.
package enum ControlledRounding {
  /// The counts, each a multiple of the base less than one base away; what is a multiple stays. The sum
  /// is kept within the base too.
  ///
  /// Two counts that are no multiples move against each other, in a random order, until one of them is;
  /// which way is drawn so that every expected value is the true one. The last one is rounded alone.
  package static func round(
    _ counts: [Int], base: Int, _ bits: inout some RandomNumberGenerator
  ) -> [Int] {
    guard base > 1 else { return counts }
    var rounded = counts
    var moving: Int?
    for index in shuffled(counts.indices.filter { counts[$0] % base != 0 }, &bits) {
      guard let other = moving else {
        moving = index
        continue
      }
      let (left, right) = (rounded[other] % base, rounded[index] % base)
      let up = min(base - left, right)
      let down = min(left, base - right)
      let step = bits.below(up + down) < down ? up : -down
      rounded[other] += step
      rounded[index] -= step
      moving = [other, index].first { rounded[$0] % base != 0 }
    }
    if let last = moving {
      let rest = rounded[last] % base
      rounded[last] += bits.below(base) < rest ? base - rest : -rest
    }
    return rounded
  }

  /// With a fixed order, the sums of the first few counts would be known to within the base as well.
  private static func shuffled(_ indices: [Int], _ bits: inout some RandomNumberGenerator) -> [Int] {
    var indices = indices
    for place in indices.indices.reversed().dropLast() {
      indices.swapAt(place, bits.below(place + 1))
    }
    return indices
  }
}
