// The finished program killed at each of its system calls.

import Foundation
import TestKit
import Testing

@Suite("The program killed", .serialized) struct KilledTests {
  /// Killed at the entry of every call from the first that touches the folder to the last of all.
  @Test(.enabled(if: Injection.isPossible), arguments: FaultOperation.allCases)
  func killsLoseNothing(operation: FaultOperation) throws {
    try kill(operation, isFresh: false, atMost: 5)
  }

  /// The same where this machine has written nothing yet.
  @Test(.enabled(if: Injection.isPossible), arguments: [FaultOperation.visit, .door, .offer])
  func killsOfANewWriterLoseNothing(operation: FaultOperation) throws {
    try kill(operation, isFresh: true, atMost: 5)
  }

  private func kill(_ operation: FaultOperation, isFresh: Bool, atMost count: Int) throws {
    let world = try FaultWorld(for: operation, isFresh: isFresh)
    let points = try Injection.killPoints(of: operation, in: world)
    var counted = FaultCount()
    for point in Thoroughness.sample(points, atMost: count) {
      try world.check(
        operation, under: Injection.killing(at: point), mayBeKilled: true,
        "\(operation)\(isFresh ? " of a new writer" : "") at \(point.call) \(point.number)", &counted)
      try world.restore()
    }
    counted.note("05 killed at each system call")
  }
}
