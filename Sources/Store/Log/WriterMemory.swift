// The append lock, and what is remembered of a desk's writer: both outside the data folder.

import Domain
import Glibc

/// Holds the lock and the state of one desk's writer, with the descriptors kept open between saves.
final class WriterMemory {
  private let home: StateFolder
  private let name: String
  private var lockFile: OpenFile?
  private var stateFile: OpenFile?
  /// The block last read or written, and what it says: most of the time nobody else has written since.
  private var known: (block: [UInt8], state: WriterState)?
  /// The states of writers are kept in blocks of one size, so that a new one goes over the old one.
  private static let block = 512

  /// A descriptor that may be there or not.
  private final class OpenFile {
    let file: Descriptor
    init(_ file: consuming Descriptor) { self.file = file }

    /// Its size, if it still has a name: a state folder may be deleted at any time.
    var size: Int? {
      guard let facts = try? file.facts(), facts.links > 0 else { return nil }
      return facts.size
    }
  }

  init(desk: String, in state: consuming StateFolder) {
    home = state
    name = desk + WriterState.suffix
  }

  var path: String { home.path }

  // MARK: The lock

  /// Takes the lock of all this user's processes. False when another held it all the while.
  func lock(waitingAtMost microseconds: Int = 10_000_000) throws(SystemError) -> Bool {
    let shown = home.folder.path(of: "lock")
    var waited = 0
    var pause = 50
    while true {
      let open = try openLock()
      if try Syscalls.tryLock(open.file.number, path: shown) {
        // A lock on a file that was deleted locks nobody out.
        if open.size != nil { return true }
        lockFile = nil
        continue
      }
      guard waited < microseconds else { return false }
      _ = usleep(UInt32(pause))
      waited += pause
      pause = min(pause * 2, 1_000)
    }
  }

  private func openLock() throws(SystemError) -> OpenFile {
    if let lockFile { return lockFile }
    let opened = OpenFile(try home.folder.opened("lock", O_RDWR | O_CREAT, rights: 0o600))
    lockFile = opened
    return opened
  }

  /// Lets the others on. Should the call fail, closing the descriptor does the same.
  func unlock() {
    guard let open = lockFile else { return }
    if (try? Syscalls.unlock(open.file.number, path: path)) == nil { lockFile = nil }
  }

  // MARK: The writer's state

  /// What is remembered of the writer. To be asked under the lock.
  func recall() -> WriterState.Found {
    do throws(SystemError) {
      if stateFile?.size == nil { stateFile = OpenFile(try home.folder.opened(name, O_RDWR)) }
      guard let file = stateFile, let size = file.size else { return .nothing }
      let block = try file.file.bytes(limit: min(size, LineCodec.longest))
      if let known, known.block == block { return .state(known.state) }
      known = nil
      guard let state = WriterState(block) else { return .unreadable }
      known = (block, state)
      return .state(state)
    } catch {
      return error.code == ENOENT ? .nothing : .unreadable
    }
  }

  /// Replaces what is remembered. Not synced: an older mark is as safe as the newest.
  ///
  /// A state goes over the old one in one write of one block. That is no less safe than a rename, since
  /// only the holder of the lock looks at it and a half written one is known by its hash, and it spares
  /// each save the time in which some file systems make a rename lasting.
  func remember(_ state: WriterState) throws(SystemError) {
    var block: [UInt8]
    do throws(BodyFault) { block = try state.encoded() } catch {
      throw SystemError(.write, code: EINVAL, path: home.folder.path(of: name))
    }
    let rest = Self.block - 1 - (block.count - 1) % Self.block
    block += repeatElement(UInt8(ascii: " "), count: rest)
    // Where it cannot be written over, a new file may still be written.
    if (try? overwrite(with: block)) == true {
      known = (block, state)
      return
    }
    (known, stateFile) = (nil, nil)
    try home.folder.replace(name, with: block)
  }

  /// Writes over the state if it has that size; false when it has to be replaced.
  private func overwrite(with block: [UInt8]) throws(SystemError) -> Bool {
    guard let file = stateFile, known?.block.count == block.count else { return false }
    let taken = try withBytes(block) { (raw) throws(SystemError) in
      try Syscalls.write(file.file.number, raw, at: 0, path: file.file.path)
    }
    guard taken == block.count else { throw SystemError(.write, code: ENOSPC, path: file.file.path) }
    return true
  }
}
