// The folder as somebody who looks at it for months sees it: what was read last, and whether it is of now.

import Domain

/// What has become of the folder since it was looked at last.
enum FolderNews: Sendable {
  case read(FolderReading)
  /// Nothing was read, but the picture got older than it may be, or is of now again: nil.
  case staleness(FolderPicture.Staleness?)
}

/// What a watcher brings, one piece of news after the other. A folder that does not answer is said to be
/// so, and again when it does.
struct WatchedFolder {
  private let watcher: FolderWatcher
  /// What the last reading said of itself; silence hides it only while it lasts.
  private var staleness: FolderPicture.Staleness?
  private var wasSilent = false

  init(_ watcher: FolderWatcher) {
    self.watcher = watcher
  }

  /// Becomes readable when there may be news.
  var wake: Int32 { watcher.wake }

  /// The news since the last call; nil when there are none. Silence is noticed only by asking.
  mutating func news() -> FolderNews? {
    if let reading = watcher.take() {
      staleness = reading.picture.staleness
      wasSilent = false
      return .read(reading)
    }
    let isSilent = watcher.isSilent
    guard isSilent != wasSilent else { return nil }
    wasSilent = isSilent
    return .staleness(isSilent ? .silent : staleness)
  }
}
