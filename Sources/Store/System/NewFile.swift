// New files appear whole or not at all: written under another name, put on the disk, then named.

import Glibc

/// What may be replaced.
package enum FoundFile {
  case whatever
  /// Only the file with these facts; nil: only nothing.
  case only(FileFacts?)
}

/// Creation and replacement of whole files.
package enum NewFile {
  /// Creates a file that must not exist, and returns it open for adding at its end. `announce` is
  /// told the inode just before the file gets its name (0 where it is not known before), and again when that
  /// is not what the file has under its name (0 where one file has several).
  static func create(
    _ name: String, in folder: borrowing Directory, bytes: [UInt8], rights: UInt32, random: UInt64,
    announce: (UInt64) throws(SystemError) -> Void
  ) throws(SystemError) -> Descriptor {
    let temporary = TemporaryName.make(for: name, random: random)
    let file = try folder.creator(temporary, rights: rights)
    let inode: UInt64
    do throws(SystemError) {
      try file.writeAll(bytes)
      try file.syncData()
      let facts = try file.facts()
      // A disk that says it has taken what it has not is found out before the file gets its name.
      guard facts.size == bytes.count else { throw SystemError(.write, code: EIO, path: file.path) }
      inode = facts.inode
      try announce(inode)
      try folder.link(temporary, as: name)
    } catch {
      try? folder.unlink(temporary)
      guard error.call == .link, isUnsupported(error) else { throw error }
      return try createExclusively(name, in: folder, bytes: bytes, rights: rights, announce: announce)
    }
    try? folder.unlink(temporary)
    try syncNames(of: folder)
    // Shares keep what they know of a file by the name it was opened by: what is written by way of the one
    // name is not seen under the other.
    let named = try folder.appender(name)
    if try named.facts().inode != inode { try announce(0) }
    return named
  }

  /// The way for file systems without links.
  private static func createExclusively(
    _ name: String, in folder: borrowing Directory, bytes: [UInt8], rights: UInt32,
    announce: (UInt64) throws(SystemError) -> Void
  ) throws(SystemError) -> Descriptor {
    try announce(0)
    let file = try folder.creator(name, rights: rights)
    try file.writeAll(bytes)
    try file.syncData()
    try syncNames(of: folder)
    try announce(try file.facts().inode)
    return file
  }

  /// Replaces a file, or makes it: whoever reads sees the old one or the new one, never a part. The access
  /// list of the old one stays. With `owner` the administrator gives it to the one whose file it was. What
  /// has been changed since it was `read` is not replaced. Errors name the file, not what it is called while
  /// it is written.
  package static func replace(
    _ name: String, in folder: borrowing Directory, bytes: [UInt8], rights: UInt32, random: UInt64,
    owner: FileFacts? = nil, read: FoundFile = .whatever
  ) throws(SystemError) {
    let temporary = TemporaryName.make(for: name, random: random)
    do throws(SystemError) {
      let file = try folder.creator(temporary, rights: rights)
      do throws(SystemError) {
        if let owner, owner.owner != geteuid() { try file.setOwner(owner.owner, group: owner.group) }
        try file.writeAll(bytes)
        try file.syncData()
        if let old = try? folder.reader(name) { file.takeAccessList(of: old) }
        if case .only(let known) = read, (try? folder.facts(of: name)) != known {
          throw SystemError(.rename, code: ESTALE, path: file.path)
        }
        try folder.rename(temporary, to: name)
      } catch {
        try? folder.unlink(temporary)
        throw error
      }
    } catch {
      throw SystemError(error.call, code: error.code, path: folder.path(of: name))
    }
    try syncNames(of: folder)
  }

  /// Some file systems cannot sync a folder and say so; there is nothing more to be done there.
  static func syncNames(of folder: borrowing Directory) throws(SystemError) {
    do throws(SystemError) { try folder.sync() } catch {
      guard error.code == EINVAL || error.code == ENOTSUP else { throw error }
    }
  }

  static func isUnsupported(_ error: SystemError) -> Bool {
    [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK].contains(error.code)
  }
}
