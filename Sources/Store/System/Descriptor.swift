// An open file that closes itself: the only owner of a descriptor number.

import Glibc

/// An open plain file.
package struct Descriptor: ~Copyable {
  let number: Int32
  /// Where it was opened, for errors.
  package let path: String

  init(adopting number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit { _ = close(number) }

  /// Facts of the open file, whatever has become of its name.
  package func facts() throws(SystemError) -> FileFacts {
    try Syscalls.facts(number, path: path)
  }

  /// Refuses everything but a plain file: a FIFO or a device put in its place must not be read.
  func plainFacts() throws(SystemError) -> FileFacts {
    let facts = try facts()
    guard facts.kind == .file else { throw SystemError(.open, code: ELOOP, path: path) }
    return facts
  }

  /// One `write`; fewer bytes than given means that the disk took no more.
  package func writeOnce(_ bytes: [UInt8]) throws(SystemError) -> Int {
    try withBytes(bytes) { (raw) throws(SystemError) in
      try Syscalls.write(number, raw, path: path)
    }
  }

  /// Writes all bytes, in as many calls as it takes. Not for the log: see `writeOnce`.
  package func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    try withBytes(bytes) { (raw) throws(SystemError) in
      var rest = raw
      while !rest.isEmpty {
        let taken = try Syscalls.write(number, rest, path: path)
        guard taken > 0 else { throw SystemError(.write, code: ENOSPC, path: path) }
        rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
      }
    }
  }

  /// Puts the contents on the disk.
  package func syncData() throws(SystemError) { try Syscalls.syncData(number, path: path) }

  /// Puts contents and facts on the disk.
  package func sync() throws(SystemError) { try Syscalls.sync(number, path: path) }

  /// Sets the rights, whatever the umask took away.
  package func setRights(_ rights: UInt32) throws(SystemError) {
    try Syscalls.setRights(number, rights, path: path)
  }

  /// Whether an access list says more than the rights do.
  func hasAccessList() -> Bool { AccessList(of: number) != nil }

  /// Gives the file the access list of another one, if that has any. A file system that takes none leaves
  /// this file closed to all whom the list would have let in.
  func takeAccessList(of other: borrowing Descriptor) {
    try? AccessList(of: other.number)?.put(on: number, path: path)
  }

  /// Gives the file to another user.
  func setOwner(_ owner: UInt32, group: UInt32) throws(SystemError) {
    try Syscalls.setOwner(number, owner, group, path: path)
  }

  /// Reads from `offset` to at most `limit` bytes or the end.
  package func bytes(from offset: Int = 0, limit: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let result = [UInt8](unsafeUninitializedCapacity: max(limit, 0)) { buffer, count in
      do throws(SystemError) {
        while count < limit {
          let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          let got = try Syscalls.read(number, into: rest, at: offset + count, path: path)
          if got == 0 { break }
          count += got
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return result
  }
}

/// `withUnsafeBytes` with a typed error.
func withBytes<Result>(
  _ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) throws(SystemError) -> Result
) throws(SystemError) -> Result {
  let outcome: Swift.Result<Result, SystemError> = bytes.withUnsafeBytes { raw in
    do throws(SystemError) { return .success(try body(raw)) } catch { return .failure(error) }
  }
  return try outcome.get()
}
