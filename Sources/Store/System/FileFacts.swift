// What the system says about one file: kind, owner, rights, size, identity and times.

import Glibc

/// One answer of `fstat` or `lstat`.
package struct FileFacts: Equatable, Hashable, Sendable {
  /// What stands at a path.
  package enum Kind: Equatable, Hashable, Sendable {
    case file, folder, link, other
  }

  package var kind: Kind
  /// The lower twelve bits of the mode.
  package var rights: UInt32
  package var owner: UInt32
  package var group: UInt32
  package var size: Int
  package var device: UInt64
  package var inode: UInt64
  /// How many names the file has; 0 when it has been unlinked.
  package var links: Int
  /// Last change of the contents, nanoseconds since 1970.
  package var changed: Int64
  /// Last change of anything about the file, which no program can set; nanoseconds since 1970.
  package var altered: Int64

  package init(
    kind: Kind, rights: UInt32, owner: UInt32, group: UInt32, size: Int, device: UInt64, inode: UInt64,
    links: Int, changed: Int64, altered: Int64 = 0
  ) {
    self.kind = kind
    self.rights = rights
    self.owner = owner
    self.group = group
    self.size = size
    self.device = device
    self.inode = inode
    self.links = links
    self.changed = changed
    self.altered = altered
  }

  init(_ raw: stat) {
    let kind: Kind
    if raw.st_mode & S_IFMT == S_IFREG {
      kind = .file
    } else if raw.st_mode & S_IFMT == S_IFDIR {
      kind = .folder
    } else if raw.st_mode & S_IFMT == S_IFLNK {
      kind = .link
    } else {
      kind = .other
    }
    self.init(
      kind: kind, rights: raw.st_mode & 0o7777, owner: raw.st_uid, group: raw.st_gid,
      size: Int(raw.st_size), device: UInt64(raw.st_dev), inode: UInt64(raw.st_ino),
      links: Int(raw.st_nlink),
      changed: Int64(raw.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(raw.st_mtim.tv_nsec),
      altered: Int64(raw.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(raw.st_ctim.tv_nsec))
  }

  /// The same file, whatever its size is now.
  package func isSameFile(as other: FileFacts) -> Bool {
    device == other.device && inode == other.inode
  }
}
