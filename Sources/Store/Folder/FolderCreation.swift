// Makes an empty data folder: rights, identity and first documents.

import Domain
import Glibc

/// Why a folder was not made.
package enum CreationFailure: Error, Equatable, Sendable {
  /// There is something in it already.
  case notEmpty(path: String)
  case notAFolder(path: String)
  case system(SystemError)
}

/// Making folders.
package enum FolderCreation {
  /// Makes a data folder at `path`, which must not exist or be empty. All or nothing: what was made
  /// is taken away again if something fails. The identity gets its name last.
  package static func create(
    at path: String, documents: Documents, random: () -> UInt64
  ) throws(CreationFailure) -> FolderIdentity {
    let identity = FolderIdentity(random: random)
    do throws(SystemError) {
      let isNew = try makeTop(path)
      let top = try Directory(named: path)
      guard try isFree(top, documents: documents) else {
        throw SystemError(.mkdir, code: ENOTEMPTY, path: path)
      }
      clear(top)
      do throws(SystemError) {
        try fill(top, documents: documents, identity: identity, random: random)
      } catch {
        clear(top)
        if isNew { try? Syscalls.unlink(at: AT_FDCWD, path, folderItself: true, shown: path) }
        throw error
      }
    } catch {
      if error.code == ENOTEMPTY { throw .notEmpty(path: path) }
      if error.code == ENOTDIR { throw .notAFolder(path: path) }
      throw .system(error)
    }
    return identity
  }

  private static func makeTop(_ path: String) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try Syscalls.makeFolder(at: AT_FDCWD, path, rights: 0o700, shown: path)
      return true
    } catch {
      if error.isTaken { return false }
      throw error
    }
  }

  /// Nothing stands there, or only what a creation that was stopped has left: an identity that never got
  /// its name, and beside it nothing but what was written by the same hand.
  private static func isFree(_ top: borrowing Directory, documents: Documents) throws(SystemError) -> Bool {
    let names = try top.names()
    if names.isEmpty { return true }
    let start = TemporaryName.start(for: "id")
    guard names.contains(where: { $0.hasPrefix(start) && TemporaryName.isOne($0) }) else { return false }
    for name in names where !TemporaryName.isOne(name) {
      if let document = DocumentName.allCases.first(where: { $0.file == name }) {
        let bytes = firstDocument(document, documents)
        guard (try? top.reader(name).bytes(limit: bytes.count + 1)) == bytes else { return false }
      } else {
        let isOurs = ["log", "handovers", "releases"].contains(name)
        guard isOurs, (try? top.folder(name).names()) == [] else { return false }
      }
    }
    return true
  }

  private static func fill(
    _ top: borrowing Directory, documents: Documents, identity: FolderIdentity, random: () -> UInt64
  ) throws(SystemError) {
    try top.setRights(FolderRights.top)
    let unnamed = TemporaryName.make(for: "id", random: random())
    let file = try top.creator(unnamed, rights: FolderRights.document)
    try file.writeAll(identity.document)
    try file.syncData()
    try top.makeFolder("log", rights: FolderRights.log)
    try top.makeFolder("handovers", rights: FolderRights.handovers)
    try top.makeFolder("releases", rights: FolderRights.releases)
    for name in DocumentName.allCases {
      try NewFile.replace(
        name.file, in: top, bytes: firstDocument(name, documents), rights: FolderRights.document,
        random: random())
    }
    try top.rename(unnamed, to: "id")
    try NewFile.syncNames(of: top)
  }

  private static func firstDocument(_ name: DocumentName, _ documents: Documents) -> [UInt8] {
    var root: [String: JSONValue]
    if let entries = DocumentEncoding.entries(of: name, in: documents) {
      root = [name.rawValue: .list(entries.map { .object($0.members) })]
    } else {
      root = DocumentEncoding.settings(documents.settings)
    }
    root["version"] = .integer(name == .topics ? documents.topicsVersion : 1)
    return JSONValue.object(root).document
  }

  /// Takes away what a failed creation has made; whatever cannot be taken away stays.
  private static func clear(_ top: borrowing Directory) {
    for name in (try? top.names()) ?? [] {
      if (try? top.unlink(name)) == nil { try? top.removeFolder(name) }
    }
  }
}
