// A desk that is open ends the weeks that are over, beside its loop, and once only.

import Domain
import Foundation
import Store
import TestKit
import Testing

@testable import elevtjenesten

@Suite struct WeekClosingTests {
  /// A folder of a demo as an earlier program left it, and this machine's view of it.
  private func folder(_ world: CommandWorld, machine: String, wait: UInt64) throws -> DataFolder {
    let environment = StoreEnvironment(
      stateHome: world.home.path + "/" + machine + "/state", cacheHome: world.home.path + "/" + machine,
      machineID: machine)
    return try DataFolder(
      FolderPlace(path: world.folder, isNamed: true),
      machine: Machine(environment: environment, random: Numbers(first: wait).next), isTimePretended: true)
  }

  /// The first number is how long the machine waits; all later ones are unlike each other.
  private final class Numbers: @unchecked Sendable {
    private let lock = NSLock()
    private var value: UInt64
    private var isFirst = true
    init(first: UInt64) { value = first }
    @Sendable func next() -> UInt64 {
      lock.withLock {
        if isFirst {
          isFirst = false
          return value
        }
        value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return value
      }
    }
  }

  private func picture(_ folder: DataFolder) throws -> FolderPicture {
    var reader = PictureReader(folder, scope: .all)
    return try reader.refresh() ?? reader.picture
  }

  private func records(_ world: CommandWorld) throws -> [String] {
    try world.rawLines("duty").map(\.line).filter { $0.contains(#""k":"week""#) }
  }

  @Test func weeksOfAnOldFolderAreEndedAfterTheMachinesOwnWait() throws {
    let world = try CommandWorld(visits: 120, weeks: 4).withoutEndedWeeks()
    defer { world.remove() }
    let clock = try Clock(pretending: LocalTime(world.now))
    let first = try folder(world, machine: "first", wait: 1_000)
    let closing = WeekClosing(first, clock: clock, desk: "EUC")
    let before = try picture(first)
    #expect(before.isWeekOver(at: clock.now()))
    // It waits its second, and a look within it does nothing.
    closing.look(at: before, 10_000)
    closing.look(at: before, 10_900)
    usleep(300_000)
    #expect(try records(world).isEmpty)
    closing.look(at: before, 11_000)
    let end = Date(timeIntervalSinceNow: 20)
    while try records(world).isEmpty, Date() < end { usleep(50_000) }
    let made = try records(world)
    let weeks = try (6...9).map { try #require(ISOWeek(year: 2026, week: $0)) }
    #expect(made.count == weeks.count)
    let after = try picture(first)
    #expect(weeks.allSatisfy { after.ended($0, at: clock.now()) != nil })
    #expect(!after.isWeekOver(at: clock.now()))
    // Another machine, whose wait was longer, reads once more and has nothing left to do.
    let second = WeekClosing(
      try folder(world, machine: "second", wait: 0), clock: clock, desk: "HHX")
    second.look(at: before, 0)
    usleep(1_500_000)
    #expect(try records(world) == made)
  }
}
