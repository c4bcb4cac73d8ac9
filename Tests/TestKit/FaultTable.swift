// How far fault tests go, and the table of what they did: printed when an exhaustive run ends.

import Foundation
import Synchronization

/// How far tests go: a sample in every run, everything before a release.
package enum Thoroughness {
  package static let isExhaustive = ProcessInfo.processInfo.environment["ELEVTJENESTEN_EXHAUSTIVE"] == "1"

  /// Every offset, or every `step`th.
  package static func offsets(_ range: Range<Int>, every step: Int) -> [Int] {
    Array(stride(from: range.lowerBound, to: range.upperBound, by: isExhaustive ? 1 : step))
  }

  /// All of them, or at most so many, spread evenly.
  package static func sample<Element>(_ all: [Element], atMost count: Int) -> [Element] {
    if isExhaustive || all.count <= count { return all }
    return (0..<count).map { all[$0 * all.count / count] }
  }
}

/// What the fault tests did, row by row.
package enum FaultTable {
  /// One row: acknowledged records lost and undetected changes must both be 0.
  struct Row: Sendable {
    var cases = 0
    var faults = 0
    var lost = 0
    var undetected = 0
  }

  /// Shown whenever the variable is set at all: with another value than 1 for the share of every run.
  private static let isWanted = ProcessInfo.processInfo.environment["ELEVTJENESTEN_EXHAUSTIVE"] != nil

  private static let rows = Mutex<[String: Row]>([:])

  /// Adds to a row. The first one sees to it that the table is printed at the end.
  package static func note(_ name: String, cases: Int, faults: Int, lost: Int = 0, undetected: Int = 0) {
    let isFirst = rows.withLock { rows in
      defer {
        rows[name, default: Row()].cases += cases
        rows[name, default: Row()].faults += faults
        rows[name, default: Row()].lost += lost
        rows[name, default: Row()].undetected += undetected
      }
      return rows.isEmpty
    }
    if isFirst, isWanted { atexit { FaultTable.show() } }
  }

  /// The table as it stands in the README.
  static var text: String {
    let head =
      "| test | cases run | faults injected | acknowledged lost | undetected |\n|---|---|---|---|---|\n"
    return rows.withLock { rows in
      rows.sorted { $0.key < $1.key }.reduce(head) { text, entry in
        let row = entry.value
        return text + "| \(entry.key) | \(row.cases) | \(row.faults) | \(row.lost) | \(row.undetected) |\n"
      }
    }
  }

  private static func show() { FileHandle.standardOutput.write(Data(("\n" + text).utf8)) }
}
