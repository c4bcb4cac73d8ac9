// What was still being saved when the program was left: kept on this machine, so that the next start says
// what became of it.

import Domain
import Screens
import Store

/// The ids of records that may be on the disk or not, in this machine's state.
struct LeftSaving {
  private let folder: DataFolder

  init(_ folder: DataFolder) {
    self.folder = folder
  }

  private static let name = "unsaved"

  /// Keeps the ids of what is under way; of a document or an export there is nothing to keep.
  func keep(_ order: SaveOrder) {
    let ids = order.request.act?.ids ?? []
    guard !ids.isEmpty, let state = try? StateFolder(path: folder.statePath) else { return }
    let lines = ids.map { $0.description + "\n" }.joined()
    try? state.replace(Self.name, with: Array(lines.utf8))
  }

  /// What became of it, told once; nil when nothing was left.
  func take(_ picture: FolderPicture) -> SaveFate? {
    guard let state = try? StateFolder(path: folder.statePath),
      let bytes = try? state.contents(of: Self.name, limit: 1 << 16), !bytes.isEmpty
    else { return nil }
    let ids = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { RecordID($0) }
    try? state.replace(Self.name, with: [])
    guard !ids.isEmpty else { return nil }
    let saved = ids.count { picture.ledger.knows($0) }
    return saved == ids.count ? .saved : saved == 0 ? .notSaved : .partlySaved
  }
}

extension Act {
  /// The ids of what it records.
  fileprivate var ids: [RecordID] {
    switch self {
    case .record(let events): events.map(\.id)
    case .offer(let step, _, let visit): [step.id] + (visit.map { [$0.id] } ?? [])
    case .step(let step): [step.id]
    }
  }
}
