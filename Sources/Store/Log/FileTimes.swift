// Takes the time of day off this writer's files: when a file was last changed tells when somebody came.

import Domain
import Glibc

extension LogWriter {
  /// How many files of a stream are looked at, newest first: this week's, and what a program that was
  /// killed left behind.
  private static let newest = 3

  /// Sets the times of this desk's files of visits and chains to the start of the day on which each was
  /// last changed; so too the open handovers' files, the writer's folders and what this machine remembers,
  /// as far as they are this user's. To be called when the door closes and when the program ends.
  ///
  /// The system keeps one more time that nobody can set: that of this very call. What cannot be done is
  /// done next time, and costs nobody a record.
  package func coverTimes(startOfDay: (UTCTime) -> UTCTime) {
    if let root = try? Directory(named: folder) {
      if let log = try? root.folder("log") {
        for name in (try? log.names()) ?? [] where WriterName(name)?.desk == desk {
          guard let place = try? log.folder(name) else { continue }
          coverSegments(in: place, startOfDay: startOfDay)
          try? place.coverTimes(startOfDay: startOfDay)
        }
      }
      // The folder around these files is the administrator's, and keeps its time.
      if let handovers = try? root.folder("handovers") {
        for name in (try? handovers.names()) ?? [] {
          try? handovers.coverTimes(of: name, startOfDay: startOfDay)
        }
      }
    }
    memory.coverTimes(startOfDay: startOfDay)
  }

  private func coverSegments(in place: borrowing Directory, startOfDay: (UTCTime) -> UTCTime) {
    let names = ((try? place.names()) ?? []).compactMap(SegmentName.init)
    for stream in [Stream.visits, .chain] {
      for name in names.filter({ $0.stream == stream }).sorted(by: >).prefix(Self.newest) {
        try? place.coverTimes(of: name.description, startOfDay: startOfDay)
      }
    }
  }
}

extension WriterMemory {
  /// The same for the small files of the state folder.
  func coverTimes(startOfDay: (UTCTime) -> UTCTime) {
    guard let place = try? Directory(named: path) else { return }
    for name in (try? place.names()) ?? [] { try? place.coverTimes(of: name, startOfDay: startOfDay) }
    try? place.coverTimes(startOfDay: startOfDay)
  }
}

extension Directory {
  /// Sets the times of a plain file to the start of the day of its last change, if it is this user's.
  fileprivate func coverTimes(of name: String, startOfDay: (UTCTime) -> UTCTime) throws(SystemError) {
    let facts = try facts(of: name)
    guard facts.kind == .file, let start = facts.startToCover(startOfDay) else { return }
    let file = try reader(name)
    try Syscalls.setTimes(file.number, start, path: file.path)
  }

  /// The same for the folder itself.
  fileprivate func coverTimes(startOfDay: (UTCTime) -> UTCTime) throws(SystemError) {
    guard let start = try facts().startToCover(startOfDay) else { return }
    try Syscalls.setTimes(number, start, path: path)
  }
}

extension FileFacts {
  /// What the times are to be set to; nil when they say no more than the day, or are not ours to set.
  fileprivate func startToCover(_ startOfDay: (UTCTime) -> UTCTime) -> UTCTime? {
    guard owner == geteuid(), changed >= 0 else { return nil }
    let start = startOfDay(UTCTime(seconds: Int(changed / 1_000_000_000)))
    return changed == Int64(start.seconds) * 1_000_000_000 ? nil : start
  }
}
