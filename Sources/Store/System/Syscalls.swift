// One thin wrapper per system call; an interrupted call is made again here and nowhere else.

import Domain
import Glibc

/// The system calls of this target. Every descriptor is close-on-exec and no link is followed.
enum Syscalls {
  /// Makes a call until it is not interrupted.
  @inline(__always)
  static func retrying<Result: FixedWidthInteger & SignedInteger>(
    _ call: SystemError.Call, _ path: @autoclosure () -> String, _ body: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = body()
      if result >= 0 { return result }
      let code = errno
      if code != EINTR { throw SystemError(call, code: code, path: path()) }
    }
  }

  /// Opens `path`, relative to the folder `at`. Never blocks, not even on a FIFO.
  static func open(
    at folder: Int32 = AT_FDCWD, _ path: String, _ flags: Int32, rights: mode_t = 0, shown: String
  ) throws(SystemError) -> Int32 {
    try retrying(.open, shown) {
      FileName.withBytes(of: path) {
        openat(folder, $0, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, rights)
      }
    }
  }

  /// Opens a folder the user named; here, and only here, links are followed.
  static func openNamedFolder(_ path: String) throws(SystemError) -> Int32 {
    try retrying(.open, path) { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, path: String)
    throws(SystemError) -> Int
  {
    try retrying(.read, path) { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
  }

  static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int, path: String
  ) throws(SystemError) -> Int {
    try retrying(.read, path) {
      pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
    }
  }

  /// One `write`, however much of it the system takes.
  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, path: String)
    throws(SystemError) -> Int
  {
    try retrying(.write, path) { Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
  }

  /// One `pwrite`, however much of it the system takes.
  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int, path: String)
    throws(SystemError) -> Int
  {
    try retrying(.write, path) { pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset)) }
  }

  static func syncData(_ descriptor: Int32, path: String) throws(SystemError) {
    _ = try retrying(.sync, path) { fdatasync(descriptor) }
  }

  static func sync(_ descriptor: Int32, path: String) throws(SystemError) {
    _ = try retrying(.sync, path) { fsync(descriptor) }
  }

  static func facts(_ descriptor: Int32, path: String) throws(SystemError) -> FileFacts {
    var raw = stat()
    _ = try retrying(.stat, path) { fstat(descriptor, &raw) }
    return FileFacts(raw)
  }

  /// Facts of what stands at a path, of a link itself if it is one.
  static func facts(at folder: Int32 = AT_FDCWD, _ name: String, shown: String) throws(SystemError)
    -> FileFacts
  {
    var raw = stat()
    _ = try retrying(.stat, shown) {
      FileName.withBytes(of: name) { fstatat(folder, $0, &raw, AT_SYMLINK_NOFOLLOW) }
    }
    return FileFacts(raw)
  }

  static func link(at folder: Int32, _ old: String, _ new: String, shown: String) throws(SystemError) {
    _ = try retrying(.link, shown) {
      FileName.withBytes(of: old) { old in
        FileName.withBytes(of: new) { new in linkat(folder, old, folder, new, 0) }
      }
    }
  }

  static func unlink(at folder: Int32, _ name: String, folderItself: Bool = false, shown: String)
    throws(SystemError)
  {
    _ = try retrying(.unlink, shown) {
      FileName.withBytes(of: name) { unlinkat(folder, $0, folderItself ? AT_REMOVEDIR : 0) }
    }
  }

  static func rename(at folder: Int32, _ old: String, _ new: String, shown: String) throws(SystemError) {
    _ = try retrying(.rename, shown) {
      FileName.withBytes(of: old) { old in
        FileName.withBytes(of: new) { new in renameat(folder, old, folder, new) }
      }
    }
  }

  static func makeFolder(at folder: Int32, _ name: String, rights: mode_t, shown: String)
    throws(SystemError)
  {
    _ = try retrying(.mkdir, shown) { mkdirat(folder, name, rights) }
  }

  static func setRights(_ descriptor: Int32, _ rights: mode_t, path: String) throws(SystemError) {
    _ = try retrying(.chmod, path) { fchmod(descriptor, rights) }
  }

  static func setOwner(_ descriptor: Int32, _ owner: UInt32, _ group: UInt32, path: String)
    throws(SystemError)
  {
    _ = try retrying(.chown, path) { fchown(descriptor, owner, group) }
  }

  /// Sets the times of last access and last change.
  static func setTimes(_ descriptor: Int32, _ time: UTCTime, path: String) throws(SystemError) {
    let times = [timespec](repeating: timespec(tv_sec: time.seconds, tv_nsec: 0), count: 2)
    _ = try retrying(.setTimes, path) { futimens(descriptor, times) }
  }

  /// Takes the exclusive lock of this descriptor if nobody holds it; the kernel drops it with the
  /// descriptor, so that no lock is ever stale.
  static func tryLock(_ descriptor: Int32, path: String) throws(SystemError) -> Bool {
    do throws(SystemError) {
      _ = try retrying(.lock, path) { flock(descriptor, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error.code == EWOULDBLOCK { return false }
      throw error
    }
  }

  static func unlock(_ descriptor: Int32, path: String) throws(SystemError) {
    _ = try retrying(.lock, path) { flock(descriptor, LOCK_UN) }
  }

  /// The path without links and dots.
  static func realPath(_ path: String) throws(SystemError) -> String {
    guard let raw = realpath(path, nil) else {
      throw SystemError(.realpath, code: errno, path: path)
    }
    defer { free(raw) }
    return String(cString: raw)
  }
}
