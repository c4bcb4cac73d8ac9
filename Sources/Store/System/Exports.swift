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
      try Self.name(files, temporaries, in: directory, replacing: replacing, random: random)
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

  /// Gives the files their names. When one cannot get its own, all is as it was.
  private static func name(
    _ files: [ExportedFile], _ temporaries: [String], in directory: borrowing Directory, replacing: Bool,
    random: () -> UInt64
  ) throws(ExportFailure) {
    var naming = ExportNaming()
    for (file, temporary) in zip(files, temporaries) {
      do throws(SystemError) {
        if replacing {
          let aside = TemporaryName.make(for: "erstattet", random: random())
          try naming.replace(file.name, with: temporary, aside: aside, in: directory)
        } else {
          try naming.claim(file.name, with: temporary, in: directory)
        }
      } catch {
        naming.takeBack(in: directory)
        throw failure(error, on: file, in: directory)
      }
    }
    naming.settle(in: directory)
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
