// System calls of the finished program made to fail, one by one, and it killed at each of them.

import Foundation
import TestKit
import Testing

@Suite("The program with failing calls", .serialized) struct InjectedErrorTests {
  static let errors = ["EIO", "ENOSPC", "EDQUOT", "EACCES", "EROFS", "EINTR"]

  /// Each call that touches the folder fails; calls that write fail in every way, once and for good.
  @Test(.enabled(if: Injection.isPossible), arguments: FaultOperation.allCases)
  func failingCallsLoseNothing(operation: FaultOperation) throws {
    let world = try FaultWorld(for: operation)
    var count = FaultCount()
    let sites = try Injection.sites(of: operation, in: world)
    let writing = sites.filter { $0.call != "openat" && $0.call != "mkdirat" }
    let reading = sites.filter { $0.call == "openat" || $0.call == "mkdirat" }
    for (index, site) in Thoroughness.sample(writing, atMost: 4).enumerated() {
      for error in Thoroughness.isExhaustive ? Self.errors : [Self.errors[index % Self.errors.count]] {
        for alsoLater in Thoroughness.isExhaustive ? [false, true] : [index % 2 == 0] {
          try fail(site, error, alsoLater, operation, world, &count)
        }
      }
    }
    for (index, site) in Thoroughness.sample(reading, atMost: 2).enumerated() {
      for alsoLater in Thoroughness.isExhaustive ? [false, true] : [index % 2 == 0] {
        try fail(site, Self.errors[index % Self.errors.count], alsoLater, operation, world, &count)
      }
    }
    count.note("04 failing system calls")
  }

  private func fail(
    _ site: CallSite, _ error: String, _ alsoLater: Bool, _ operation: FaultOperation, _ world: FaultWorld,
    _ count: inout FaultCount
  ) throws {
    try world.check(
      operation, under: Injection.failing(site, with: error, alsoLater: alsoLater, report: world.report),
      "\(operation) \(site.call) \(site.number)\(alsoLater ? "+" : "") \(error)", &count)
    try world.restore()
  }

  enum Damage: CaseIterable { case halfLine, brokenMark }

  /// Faults while the program is just putting an earlier one right.
  @Test(.enabled(if: Injection.isPossible), arguments: Damage.allCases)
  func faultsDuringRecoveryLoseNothing(damage: Damage) throws {
    let world = try FaultWorld { world in
      switch damage {
      case .halfLine:
        let path = try world.ownVisits()
        let file = open(path, O_WRONLY | O_APPEND)
        defer { close(file) }
        try #require(write(file, #"{"v":1,"s":3,"p":"0123"#, 22) == 22)
      case .brokenMark:
        let path = try #require(try world.statePath()) + "/euc.writer"
        try #require(truncate(path, 100) == 0)
      }
    }
    var count = FaultCount()
    let sites = try Injection.sites(of: .visit, in: world).suffix(40)
    for (index, site) in Thoroughness.sample(Array(sites), atMost: 4).enumerated() {
      for step in 0..<(Thoroughness.isExhaustive ? 4 : 1) {
        try fail(site, Self.errors[(index + step) % 6], step % 2 == 1, .visit, world, &count)
      }
    }
    let points = try Injection.killPoints(of: .visit, in: world).suffix(120)
    for point in Thoroughness.sample(Array(points), atMost: 5) {
      try world.check(
        .visit, under: Injection.killing(at: point), mayBeKilled: true,
        "\(damage), at \(point.call) \(point.number)", &count)
      try world.restore()
    }
    count.note("07 faults during recovery")
  }
}
