// A folder of a test's own.

import Foundation

/// A new, empty folder; ``remove()`` takes it away with all it holds.
package struct TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    // Short, because a socket's path may have no more than 107 bytes.
    path = "/tmp/et-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  package func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// The text of a file in it; nil when there is none.
  package func text(of name: String) -> String? {
    try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}
