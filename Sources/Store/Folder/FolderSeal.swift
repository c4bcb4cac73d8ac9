// Looks before each save whether the folder is still the one that was opened: it is known by its id.

import Domain

/// One data folder at a path, as it was when it was opened. A mount that went, a folder that was moved or a
/// path that now leads elsewhere must not get records of another store. Not for several threads.
package final class FolderSeal {
  private let folder: String
  private let store: RecordID
  /// The file that was last found to hold the id; untouched since, it is not read again.
  private var known: FileFacts?

  package init(folder: String, store: RecordID) {
    self.folder = folder
    self.store = store
  }

  /// Refuses another folder, and none.
  package func verify() throws(SaveFailure) {
    let facts = try? Directory(named: folder).facts(of: "id")
    if let facts, facts == known { return }
    known = nil
    do throws(FolderIdentity.Fault) {
      guard try FolderIdentity(folder: folder).store == store else { throw .damaged(path: folder) }
    } catch {
      switch error {
      case .noFolder: throw .folderGone(path: folder)
      case .noStore, .damaged, .laterVersion: throw .anotherFolder(path: folder)
      case .unreadable(let error): throw SaveFailure(error)
      }
    }
    known = facts
  }
}
