// What was saved here a moment ago: put on top of every picture that may have been read before it.

import Domain

/// Events and handover files saved by this process in the last minute.
struct RecentSaves {
  private var events: [(at: UTCTime, event: Recorded<Event>)] = []
  private var entries: [(at: UTCTime, handover: Handover.ID, offer: RecordID, entry: HandoverEntry)] = []

  mutating func add(_ saved: [Recorded<Event>], at now: UTCTime) {
    events += saved.map { (now, $0) }
    forget(before: now)
  }

  mutating func add(_ entry: HandoverEntry, of step: HandoverStep, at now: UTCTime) {
    entries.append((now, step.handover, step.id, entry))
  }

  /// Folding an event that is there already changes nothing.
  func applied(to picture: FolderPicture) -> FolderPicture {
    var picture = picture
    for (_, event) in events { picture.ledger.apply(event.body, origin: event.origin) }
    for (_, handover, offer, entry) in entries where picture.handoverEntries[handover]?[offer] == nil {
      picture.handoverEntries[handover, default: [:]][offer] = entry
    }
    return picture
  }

  /// After a minute every reading has seen it.
  private mutating func forget(before now: UTCTime) {
    events.removeAll { now.seconds - $0.at.seconds > 60 }
    entries.removeAll { now.seconds - $0.at.seconds > 60 }
  }
}
