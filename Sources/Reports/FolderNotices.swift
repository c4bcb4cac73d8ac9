// What must be known of the folder whatever is looked at: the same sentences on the screen and in lines.

import Domain
import Resources

/// One thing that is wrong with the folder.
package struct FolderNotice: Equatable, Sendable {
  package let text: String
  /// Nothing can be saved, or nothing new is seen.
  package let isAlarm: Bool
}

extension Words {
  /// What is wrong, worst first; none when all is well.
  package func notices(of picture: FolderPicture) -> [FolderNotice] {
    var notices: [FolderNotice] = []
    if let stale = staleness(of: picture) {
      notices.append(stale)
    } else if picture.areHandoversUnread {
      notices.append(FolderNotice(text: self("notice.handovers"), isAlarm: true))
    }
    if let reason = picture.readOnly { notices.append(FolderNotice(text: readOnly(reason), isAlarm: true)) }
    var completeness = picture.completeness
    if case .newerFormat? = picture.readOnly {
      // That it comes from a newer program has just been said.
      completeness.gaps.removeAll { if case .newerFormat = $0 { true } else { false } }
    }
    if let text = shortfall(completeness).map({ $0 + " " + self("notice.check") }) ?? faults(of: picture) {
      notices.append(FolderNotice(text: text, isAlarm: false))
    }
    return notices
  }

  /// Why what is shown may be old; nil when it is of now.
  package func staleness(of picture: FolderPicture) -> FolderNotice? {
    switch picture.staleness {
    case .silent?: FolderNotice(text: self("notice.unresponsive"), isAlarm: true)
    case .unread(let path)?: FolderNotice(text: self("notice.unread", ["path": path]), isAlarm: true)
    case nil: nil
    }
  }

  /// Why there is no topic to choose.
  package func noTopics(isBroken: Bool) -> String {
    self(isBroken ? "visit.noTopics.broken" : "visit.noTopics", ["file": DocumentSubject.topics.file])
  }

  /// "Én fejl i colleagues.json. Kør: elevtjenesten tjek"; nil where there is none.
  package func faults(of picture: FolderPicture) -> String? {
    guard picture.faults > 0 else { return nil }
    let key = picture.faults == 1 ? "notice.faults.one" : "notice.faults.many"
    let files = files(picture.faultyFiles)
    return self(key, ["count": String(picture.faults), "files": files]) + " " + self("notice.check")
  }
}
