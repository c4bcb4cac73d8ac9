// What the attacks on the published figures came to, row by row, as the README shows it.

import Foundation
import Synchronization

/// The table of attacks, and that of averages; printed at the end of every run they were in.
enum AttackTable {
  struct Row: Sendable {
    var tables = 0
    /// The fewest values that were left to a count which had at least five before.
    var smallest = Int.max
    /// Counts that were worked out exactly though they were not known before.
    var exact = 0
  }

  private static let rows = Mutex<[String: Row]>([:])
  private static let biases = Mutex<[String: Double]>([:])

  /// How far the average of what is published was from the truth, at most.
  static func note(_ name: String, bias: Double) {
    let isFirst = biases.withLock { biases in
      defer { biases[name] = bias }
      return biases.isEmpty
    }
    if isFirst { atexit { AttackTable.showBiases() } }
  }

  static func note(_ name: String, _ row: Row) {
    let isFirst = rows.withLock { rows in
      defer {
        var sum = rows[name] ?? Row()
        sum.tables += row.tables
        sum.smallest = min(sum.smallest, row.smallest)
        sum.exact += row.exact
        rows[name] = sum
      }
      return rows.isEmpty
    }
    if isFirst { atexit { AttackTable.show() } }
  }

  private static func show() {
    var text = "\n| attack | tables tried | smallest interval left | exact recoveries |\n|---|---|---|---|\n"
    for (name, row) in rows.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      text += "| \(name) | \(row.tables) | \(row.smallest) | \(row.exact) |\n"
    }
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  private static func showBiases() {
    var text = "\n| published | greatest bias |\n|---|---|\n"
    for (name, bias) in biases.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      text += "| \(name) | \((bias * 1_000).rounded() / 1_000) |\n"
    }
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}

extension AttackTable.Row {
  /// Enters a count that could have `before` values and can now have `after`.
  mutating func enter(after: Int, before: Int) {
    if before >= 5 { smallest = min(smallest, after) }
    if after == 1, before > 1 { exact += 1 }
  }

  /// Whether counts were attacked, each was left at least five values, and none was worked out.
  var isHarmless: Bool { exact == 0 && (5..<Int.max).contains(smallest) }
}
