// The local state folder of one data folder: small files of this user on this machine.

import Glibc

/// This user's state of one data folder on this machine.
package struct StateFolder: ~Copyable {
  let folder: Directory

  /// Opens the folder, making it and those above it for this user alone.
  package init(path: String) throws(SystemError) {
    try Self.make(path)
    folder = try Directory(named: path)
  }

  package var path: String { folder.path }

  /// Makes the folder and those above it. What cannot be made because it is there shows when it is opened.
  private static func make(_ path: String) throws(SystemError) {
    var made = path.hasPrefix("/") ? "" : "."
    var failure: SystemError?
    for component in path.split(separator: "/") {
      made += "/" + component
      do throws(SystemError) {
        try Syscalls.makeFolder(at: AT_FDCWD, made, rights: 0o700, shown: made)
      } catch {
        if !error.isTaken, failure == nil { failure = error }
      }
    }
    if let failure, (try? Syscalls.facts(path, shown: path))?.kind != .folder { throw failure }
  }

  /// A small file of this state folder; nil when it is not there.
  package func contents(of name: String, limit: Int = 16 << 20) throws(SystemError) -> [UInt8]? {
    do throws(SystemError) {
      return try folder.reader(name).bytes(limit: limit)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  /// Replaces a small file by rename, without waiting for the disk.
  package func replace(_ name: String, with bytes: [UInt8]) throws(SystemError) {
    try folder.replace(name, with: bytes)
  }
}
