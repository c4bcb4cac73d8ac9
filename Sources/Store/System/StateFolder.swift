// The local state folder: the append lock and each desk's writer state. Never inside the data folder.

import Domain
import Glibc

/// This user's state of one data folder on this machine.
package struct StateFolder: ~Copyable {
  private let folder: Directory

  /// Opens the folder, making it and those above it for this user alone.
  package init(path: String) throws(SystemError) {
    try Self.make(path)
    folder = try Directory(named: path)
  }

  package var path: String { folder.path }

  private static func make(_ path: String) throws(SystemError) {
    var made = ""
    for component in path.split(separator: "/") {
      made += "/" + component
      do throws(SystemError) {
        try Syscalls.makeFolder(at: AT_FDCWD, made, rights: 0o700, shown: made)
      } catch {
        // What cannot be made because it is there, or lies above the home folder, shows when it is opened.
        guard error.isTaken || error.isDenied || error.code == EISDIR else { throw error }
      }
    }
  }

  // MARK: The lock

  /// The lock, held while the value lives.
  struct Lock: ~Copyable {
    private let file: Descriptor

    fileprivate init(_ file: consuming Descriptor) { self.file = file }

    /// Lets the others on, by closing the descriptor.
    consuming func release() {}
  }

  /// Takes the append lock of all this user's processes; nil when another held it all the while.
  func lock(waitingAtMost microseconds: Int = 10_000_000) throws(SystemError) -> Lock? {
    let shown = folder.path(of: "lock")
    let number = try Syscalls.open(at: folder.number, "lock", O_RDWR | O_CREAT, rights: 0o600, shown: shown)
    let file = Descriptor(adopting: number, path: shown)
    var waited = 0
    var pause = 50
    while try !Syscalls.tryLock(number, path: shown) {
      guard waited < microseconds else { return nil }
      _ = usleep(UInt32(pause))
      waited += pause
      pause = min(pause * 2, 1_000)
    }
    return Lock(file)
  }

  // MARK: Writer states

  /// What is remembered of a desk's writer.
  func writerState(of desk: String) -> WriterState.Found {
    do throws(SystemError) {
      let file = try folder.reader(desk + ".writer")
      let bytes = try file.bytes(limit: LineCodec.longest)
      guard let state = WriterState(bytes) else { return .unreadable }
      return .state(state)
    } catch {
      return error.code == ENOENT ? .nothing : .unreadable
    }
  }

  /// Replaces what is remembered. Not synced: an older mark is as safe as the newest.
  func remember(_ state: WriterState, of desk: String) throws(SystemError) {
    let bytes: [UInt8]
    do throws(BodyFault) { bytes = try state.encoded() } catch {
      throw SystemError(.write, code: EINVAL, path: folder.path(of: desk + ".writer"))
    }
    try replace(desk + ".writer", with: bytes)
  }

  /// Forgets a desk's writer, so that the next append begins a new epoch.
  func forgetWriter(of desk: String) throws(SystemError) {
    try folder.unlink(desk + ".writer")
  }

  // MARK: Other small files

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
    let temporary = "." + name + "." + String(getpid()) + ".tmp"
    let shown = folder.path(of: temporary)
    let number = try Syscalls.open(
      at: folder.number, temporary, O_WRONLY | O_CREAT | O_TRUNC, rights: 0o600, shown: shown)
    let file = Descriptor(adopting: number, path: shown)
    try file.writeAll(bytes)
    try folder.rename(temporary, to: name)
  }
}
