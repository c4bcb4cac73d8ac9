// An open folder: everything in it is reached by name from here, so that no link is walked through.

import Glibc

/// An open folder. Names are single components; anything else is refused by the system calls.
package struct Directory: ~Copyable {
  let number: Int32
  /// Where it was opened, for errors and for reports.
  package let path: String

  private init(adopting number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  /// Opens a folder the user named, or one of the user's own under the home folder.
  package init(named path: String) throws(SystemError) {
    self.init(adopting: try Syscalls.openNamedFolder(path), path: path)
  }

  deinit { _ = close(number) }

  /// The full path of a name in this folder.
  package func path(of name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

  /// Opens a folder inside; a link in its place is refused.
  package func folder(_ name: String) throws(SystemError) -> Directory {
    let shown = path(of: name)
    let number = try Syscalls.open(at: number, name, O_RDONLY | O_DIRECTORY, shown: shown)
    return Directory(adopting: number, path: shown)
  }

  /// Opens a plain file for reading; links, folders, FIFOs and devices are refused.
  package func reader(_ name: String) throws(SystemError) -> Descriptor {
    try opened(name, O_RDONLY)
  }

  /// Opens a plain file that exists, for adding at its end (and reading).
  package func appender(_ name: String) throws(SystemError) -> Descriptor {
    try opened(name, O_RDWR | O_APPEND)
  }

  /// Creates a file that must not exist yet, with exactly these rights.
  package func creator(_ name: String, rights: UInt32) throws(SystemError) -> Descriptor {
    let file = try opened(name, O_RDWR | O_CREAT | O_EXCL | O_APPEND, rights: 0o600)
    try file.setRights(rights)
    return file
  }

  /// Replaces a small file by rename, without waiting for the disk.
  func replace(_ name: String, with bytes: [UInt8]) throws(SystemError) {
    let temporary = "." + name + "." + String(getpid()) + ".tmp"
    let file = try opened(temporary, O_WRONLY | O_CREAT | O_TRUNC, rights: 0o600)
    try file.writeAll(bytes)
    try rename(temporary, to: name)
  }

  /// Opens a plain file with these flags.
  func opened(_ name: String, _ flags: Int32, rights: mode_t = 0) throws(SystemError) -> Descriptor {
    let shown = path(of: name)
    let file = Descriptor(
      adopting: try Syscalls.open(at: number, name, flags, rights: rights, shown: shown), path: shown)
    _ = try file.plainFacts()
    return file
  }

  /// Facts of the folder itself.
  package func facts() throws(SystemError) -> FileFacts { try Syscalls.facts(number, path: path) }

  /// Facts of what stands at a name, of a link itself if it is one.
  package func facts(of name: String) throws(SystemError) -> FileFacts {
    try Syscalls.facts(at: number, name, shown: path(of: name))
  }

  /// The names in the folder, sorted by their bytes, without `.` and `..`.
  package func names() throws(SystemError) -> [String] {
    // A descriptor of its own: the stream closes it and its position is not shared.
    let copy = try Syscalls.open(at: number, ".", O_RDONLY | O_DIRECTORY, shown: path)
    guard let stream = fdopendir(copy) else {
      let code = errno
      _ = close(copy)
      throw SystemError(.list, code: code, path: path)
    }
    defer { _ = closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        let code = errno
        if code != 0 && code != EINTR { throw SystemError(.list, code: code, path: path) }
        if code == 0 { break }
        continue
      }
      let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
      let name = FileName.text(
        of: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self))
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether an access list says more than the rights do.
  func hasAccessList() -> Bool { AccessList(of: number) != nil }

  /// Gives a file a second name; fails if the name is taken.
  package func link(_ old: String, as new: String) throws(SystemError) {
    try Syscalls.link(at: number, old, new, shown: path(of: new))
  }

  package func unlink(_ name: String) throws(SystemError) {
    try Syscalls.unlink(at: number, name, shown: path(of: name))
  }

  package func removeFolder(_ name: String) throws(SystemError) {
    try Syscalls.unlink(at: number, name, folderItself: true, shown: path(of: name))
  }

  package func rename(_ old: String, to new: String) throws(SystemError) {
    try Syscalls.rename(at: number, old, new, shown: path(of: new))
  }

  /// Makes a folder with exactly these rights, whatever the umask is.
  package func makeFolder(_ name: String, rights: UInt32) throws(SystemError) {
    try Syscalls.makeFolder(at: number, name, rights: 0o700, shown: path(of: name))
    let made = try folder(name)
    try Syscalls.setRights(made.number, rights, path: made.path)
  }

  /// Sets the rights of the folder itself, whatever the umask took away.
  package func setRights(_ rights: UInt32) throws(SystemError) {
    try Syscalls.setRights(number, rights, path: path)
  }

  /// Puts the names of the folder on the disk.
  package func sync() throws(SystemError) { try Syscalls.sync(number, path: path) }
}
