// Takes the time of day off this writer's files: when a file was last changed tells when somebody came.

import Domain
import Glibc

extension LogWriter {
  /// How many files of a stream are looked at, newest first: this week's, and what a program that was
  /// killed left behind.
  private static let newest = 3

  /// Sets the times of this desk's files of visits and chains to the day on which each was last changed,
  /// and to a time of that day which only their contents decide; so too the open handovers' files. The
  /// writer's folders and what this machine remembers get the start of the day. All as far as they are this
  /// user's. To be called when the door closes and when the program ends.
  ///
  /// Two contents of one size hardly ever have the same time: a synchroniser compares these, and no more.
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
      // The folder around these files is the administrator's, and keeps its time. Under the lock, so that
      // a file which goes just now does not come back.
      if let handovers = try? root.folder("handovers") {
        try? locked { () throws(SaveFailure) in
          for name in (try? handovers.names()) ?? [] where HandoverFiles.handover(in: name) != nil {
            try? handovers.makeAnew(name, random: random(), startOfDay: startOfDay)
          }
        }
      }
    }
    memory.coverTimes(startOfDay: startOfDay)
  }

  private func coverSegments(in place: borrowing Directory, startOfDay: (UTCTime) -> UTCTime) {
    let names = ((try? place.names()) ?? []).compactMap(SegmentName.init)
    for stream in [Stream.visits, .chain] {
      for name in names.filter({ $0.stream == stream }).sorted(by: >).prefix(Self.newest) {
        try? place.coverTimes(of: name.description, byContents: true, startOfDay: startOfDay)
      }
    }
  }
}

extension WriterMemory {
  /// The same for the small files of the state folder.
  func coverTimes(startOfDay: (UTCTime) -> UTCTime) {
    guard let place = try? Directory(named: path) else { return }
    for name in (try? place.names()) ?? [] {
      try? place.coverTimes(of: name, byContents: false, startOfDay: startOfDay)
    }
    try? place.coverTimes(startOfDay: startOfDay)
  }
}

extension Directory {
  /// Sets the times of a plain file to the day of its last change, if it is this user's.
  fileprivate func coverTimes(
    of name: String, byContents: Bool, startOfDay: (UTCTime) -> UTCTime
  ) throws(SystemError) {
    let facts = try facts(of: name)
    guard facts.kind == .file, facts.isCoverable else { return }
    let file = try reader(name)
    let seconds = byContents ? try Self.secondOfDay(of: file, size: facts.size) : 0
    guard let time = facts.timeToCover(startOfDay, adding: seconds) else { return }
    try Syscalls.setTimes(file.number, time, path: file.path)
  }

  /// Puts a file of the same bytes in the place of one whose times are to be covered: nobody can set the time
  /// of a file's birth, so that it tells of this call and not of what was done.
  fileprivate func makeAnew(
    _ name: String, random: UInt64, startOfDay: (UTCTime) -> UTCTime
  ) throws(SystemError) {
    let known = try facts(of: name)
    guard known.kind == .file, known.isCoverable else { return }
    let seconds = try Self.secondOfDay(of: reader(name), size: known.size)
    guard let time = known.timeToCover(startOfDay, adding: seconds) else { return }
    let bytes = try reader(name).bytes(limit: known.size)
    guard try facts(of: name) == known else { return }
    try NewFile.replace(name, in: self, bytes: bytes, rights: known.rights, random: random)
    let file = try reader(name)
    try Syscalls.setTimes(file.number, time, path: file.path)
  }

  /// The same for the folder itself, whose names say all there is to say.
  fileprivate func coverTimes(startOfDay: (UTCTime) -> UTCTime) throws(SystemError) {
    guard let start = try facts().timeToCover(startOfDay, adding: 0) else { return }
    try Syscalls.setTimes(number, start, path: path)
  }

  /// How much of a file's end decides: a handover's whole file; of a log more than its last record, which
  /// covers all before it.
  private static let decisive = 64 << 10

  /// An even number of seconds in the first half of the day, which every day has and every file system can
  /// keep: the first four bytes of the contents' SHA-256.
  private static func secondOfDay(of file: borrowing Descriptor, size: Int) throws(SystemError) -> Int {
    let end = try file.bytes(from: max(0, size - decisive), limit: decisive)
    let number = SHA256.digest(of: end).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    return number % 21_600 * 2
  }
}

extension FileFacts {
  /// Whether the times are ours to set.
  fileprivate var isCoverable: Bool { owner == geteuid() && changed >= 0 }

  /// What the times are to be set to; nil when they are that, or are not ours to set.
  fileprivate func timeToCover(_ startOfDay: (UTCTime) -> UTCTime, adding seconds: Int) -> UTCTime? {
    guard isCoverable else { return nil }
    let start = startOfDay(UTCTime(seconds: Int(changed / 1_000_000_000)))
    let time = UTCTime(seconds: start.seconds + seconds)
    return changed == Int64(time.seconds) * 1_000_000_000 ? nil : time
  }
}
