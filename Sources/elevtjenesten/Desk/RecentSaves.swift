// What was saved here a moment ago: put on top of every picture that may have been read before it.

import Domain

/// Events and handover files saved by this process in the last minute.
struct RecentSaves {
  private var events: [(at: Int, event: Recorded<Event>)] = []
  private var entries: [(at: Int, handover: Handover.ID, offer: RecordID, entry: HandoverEntry)] = []

  // In monotonic milliseconds: the clock on the wall may be put right in between.

  mutating func add(_ saved: [Recorded<Event>]) {
    events += saved.map { (FolderWatcher.milliseconds(), $0) }
  }

  mutating func add(_ entry: HandoverEntry, of step: HandoverStep) {
    entries.append((FolderWatcher.milliseconds(), step.handover, step.id, entry))
  }

  /// Folding an event that is there already changes nothing.
  mutating func applied(to picture: FolderPicture) -> FolderPicture {
    forget(before: FolderWatcher.milliseconds())
    var picture = picture
    for (_, event) in events { picture.ledger.apply(event.body, origin: event.origin) }
    for (_, handover, offer, entry) in entries where picture.handoverEntries[handover]?[offer] == nil {
      picture.handoverEntries[handover, default: [:]][offer] = entry
    }
    return picture
  }

  /// After a minute every reading has seen it.
  private mutating func forget(before now: Int) {
    events.removeAll { now - $0.at > 60_000 }
    entries.removeAll { now - $0.at > 60_000 }
  }
}
