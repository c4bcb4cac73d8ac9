// Writes files that leave the program: whole or not at all, and never over another file unasked.

import Domain
import Glibc

/// Why files were not exported. Facts only; nothing of the files is there then.
package enum ExportFailure: Error, Equatable, Sendable {
  /// Files of these names stand in the folder already.
  case wouldReplace([String])
  /// A name that is no single component of a path.
  case badName(String)
  case failed(SaveFailure)
}

/// A folder that exports go to. Its files get the rights that the user's umask leaves.
package struct Exports: Sendable {
  private let folder: String
  private let random: @Sendable () -> UInt64

  package init(folder: String, random: @escaping @Sendable () -> UInt64) {
    self.folder = folder
    self.random = random
  }

  /// Writes the files. All are on the disk under other names before the first gets its own, so that a
  /// full disk leaves nothing behind; without `replacing`, one name that is taken keeps all from appearing.
  package func write(_ files: [ExportedFile], replacing: Bool) throws(ExportFailure) {
    for file in files where file.name.isEmpty || file.name.contains("/") || [".", ".."].contains(file.name) {
      throw .badName(file.name)
    }
    let directory = try Self.opened(folder)
    if !replacing {
      let taken = files.map(\.name).filter { (try? directory.facts(of: $0)) != nil }
      if !taken.isEmpty { throw .wouldReplace(taken) }
    }
    let temporaries = files.map {
      TemporaryName.make(for: "eksport", random: random() ^ UInt64($0.bytes.count))
    }
    do throws(ExportFailure) {
      for (file, temporary) in zip(files, temporaries) {
        try Self.prepare(file, as: temporary, in: directory)
      }
      try Self.name(files, temporaries, in: directory, replacing: replacing)
    } catch {
      Self.remove(temporaries, from: directory)
      throw error
    }
    Self.remove(temporaries, from: directory)
    // The contents are on the disk; that the names are too is wished for, not promised.
    try? NewFile.syncNames(of: directory)
  }

  private static func opened(_ folder: String) throws(ExportFailure) -> Directory {
    do throws(SystemError) { return try Directory(named: folder) } catch {
      throw .failed(SaveFailure(error))
    }
  }

  private static func remove(_ names: [String], from directory: borrowing Directory) {
    for name in names { try? directory.unlink(name) }
  }

  private static func prepare(
    _ file: ExportedFile, as temporary: String, in directory: borrowing Directory
  ) throws(ExportFailure) {
    do throws(SystemError) {
      let open = try directory.opened(temporary, O_WRONLY | O_CREAT | O_EXCL, rights: 0o666)
      try open.writeAll(file.bytes)
      try open.syncData()
      guard try open.facts().size == file.bytes.count else {
        throw SystemError(.write, code: EIO, path: open.path)
      }
    } catch {
      throw failure(error, on: file, in: directory)
    }
  }

  /// Gives the files their names. When one cannot get its own, those that are new go again.
  private static func name(
    _ files: [ExportedFile], _ temporaries: [String], in directory: borrowing Directory, replacing: Bool
  ) throws(ExportFailure) {
    var made: [String] = []
    for (file, temporary) in zip(files, temporaries) {
      do throws(SystemError) {
        if replacing {
          try directory.rename(temporary, to: file.name)
        } else {
          try claim(file.name, with: temporary, in: directory)
          made.append(file.name)
        }
      } catch {
        remove(made, from: directory)
        throw failure(error, on: file, in: directory)
      }
    }
  }

  /// Takes a name that must be free. Where the file system has no links the name is taken by an empty
  /// file first, which the whole one then replaces.
  private static func claim(
    _ name: String, with temporary: String, in directory: borrowing Directory
  ) throws(SystemError) {
    do throws(SystemError) { return try directory.link(temporary, as: name) } catch {
      guard NewFile.isUnsupported(error) else { throw error }
    }
    _ = try directory.opened(name, O_WRONLY | O_CREAT | O_EXCL, rights: 0o666)
    do throws(SystemError) { try directory.rename(temporary, to: name) } catch {
      try? directory.unlink(name)
      throw error
    }
  }

  /// The file's own path says more than that of the temporary one.
  private static func failure(
    _ error: SystemError, on file: ExportedFile, in directory: borrowing Directory
  ) -> ExportFailure {
    if error.isTaken { return .wouldReplace([file.name]) }
    return .failed(
      SaveFailure(SystemError(error.call, code: error.code, path: directory.path(of: file.name))))
  }
}
