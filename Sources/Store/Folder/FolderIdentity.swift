// The file `id`: which store this is, and the key from which releases draw their random bits.

import Domain
import Glibc

/// Written once when the folder is made, never changed.
package struct FolderIdentity: Equatable, Sendable {
  /// Names the store in paths of state and cache.
  package var store: RecordID
  /// 32 bytes; two machines round the same figures in the same way with it.
  package var releaseKey: [UInt8]

  package init(store: RecordID, releaseKey: [UInt8]) {
    self.store = store
    self.releaseKey = releaseKey
  }

  /// A new store.
  package init(random: () -> UInt64) {
    let key = (0..<4).flatMap { _ in
      let word = random()
      return (0..<8).map { UInt8(truncatingIfNeeded: word >> (UInt64($0) * 8)) }
    }
    self.init(store: RecordID(high: random(), low: random()), releaseKey: key)
  }

  /// Why a folder is none of ours.
  package enum Fault: Error, Hashable, Sendable {
    /// There is no folder.
    case noFolder(path: String)
    /// There is a folder, but it has no `id`.
    case noStore(path: String)
    case damaged(path: String)
    case laterVersion(Int, path: String)
    case unreadable(SystemError)
  }

  /// Reads the identity of a data folder.
  package init(folder path: String) throws(Fault) {
    let bytes: [UInt8]
    do throws(SystemError) {
      let root = try Directory(named: path)
      do throws(SystemError) { bytes = try root.reader("id").bytes(limit: 4096) } catch {
        throw error.isMissing ? SystemError(.read, code: ENOENT, path: error.path) : error
      }
    } catch {
      if error.isMissing { throw error.call == .read ? .noStore(path: path) : .noFolder(path: path) }
      throw .unreadable(error)
    }
    guard let value = JSONValue(document: bytes), case .string(let store)? = value["store"],
      case .string(let key)? = value["key"], let id = RecordID(store),
      let releaseKey = Hexadecimal.bytes(key),
      releaseKey.count == 32, case .integer(let version)? = value["version"]
    else { throw .damaged(path: path + "/id") }
    guard version == 1 else { throw .laterVersion(version, path: path + "/id") }
    self.init(store: id, releaseKey: releaseKey)
  }

  var document: [UInt8] {
    JSONValue.object([
      "version": .integer(1), "store": .string(store.description),
      "key": .string(Hexadecimal.text(releaseKey)),
    ]).document
  }
}
