// Gives files that are whole on the disk their own names, one after the other, so that all can be taken back.

import Glibc

/// The names given so far in one export, and where the files went that had them before.
struct ExportNaming {
  private var made: [String] = []
  private var replaced: [(name: String, aside: String)] = []

  /// Takes a name that must be free. Where the file system has no links the name is taken by an empty
  /// file first, which the whole one then replaces.
  mutating func claim(
    _ name: String, with temporary: String, in directory: borrowing Directory
  ) throws(SystemError) {
    do throws(SystemError) {
      try directory.link(temporary, as: name)
      return made.append(name)
    } catch {
      guard NewFile.isUnsupported(error) else { throw error }
    }
    _ = try directory.opened(name, O_WRONLY | O_CREAT | O_EXCL, rights: 0o666)
    made.append(name)
    try directory.rename(temporary, to: name)
  }

  /// Takes a name whoever has it; a file that had it is kept under the name `aside` until all is done.
  mutating func replace(
    _ name: String, with temporary: String, aside: String, in directory: borrowing Directory
  ) throws(SystemError) {
    var kind: FileFacts.Kind?
    do throws(SystemError) { kind = try directory.facts(of: name).kind } catch {
      guard error.isMissing else { throw error }
    }
    guard let kind else { return try claim(name, with: temporary, in: directory) }
    guard kind != .folder else {
      throw SystemError(.rename, code: EISDIR, path: directory.path(of: name))
    }
    do throws(SystemError) { try directory.link(name, as: aside) } catch {
      guard NewFile.isUnsupported(error) else { throw error }
      try directory.rename(name, to: aside)
    }
    replaced.append((name, aside))
    try directory.rename(temporary, to: name)
  }

  /// As if nothing had been named: new files go, and replaced ones are back.
  mutating func takeBack(in directory: borrowing Directory) {
    for name in made { try? directory.unlink(name) }
    for (name, aside) in replaced.reversed() {
      try? directory.rename(aside, to: name)
      // A second name of the very file is not renamed by the system, and left over.
      try? directory.unlink(aside)
    }
    (made, replaced) = ([], [])
  }

  /// The files that were replaced are needed no more.
  mutating func settle(in directory: borrowing Directory) {
    for (_, aside) in replaced { try? directory.unlink(aside) }
    (made, replaced) = ([], [])
  }
}
