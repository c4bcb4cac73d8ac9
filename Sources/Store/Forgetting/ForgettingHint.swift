// A quick look whether there is anything to forget, for a desk that has not read the whole log.

import Domain
import Glibc

extension Forgetter {
  /// Whether a file of visits that this user may replace is named by a week that has been final long
  /// enough, and is not forgotten. Reads the beginnings of old files only, and stops at the first.
  package static func isHinted(folder: String, settings: Settings, now: Moment) -> Bool {
    guard !settings.isDemo, let log = try? Directory(named: folder).folder("log"),
      let writers = try? log.names()
    else { return false }
    for writer in writers where WriterName(writer) != nil {
      guard access(log.path(of: writer), W_OK | X_OK) == 0, let place = try? log.folder(writer),
        let names = try? place.names()
      else { continue }
      for name in names {
        guard let segment = SegmentName(name), segment.stream == .visits else { continue }
        let week = ISOWeek(containing: segment.lastDay).adding(weeks: settings.retentionWeeks)
        if week.isFinal(at: now), !isForgotten(name, in: place) { return true }
      }
    }
    return false
  }

  /// Whether the second line is a tally; a file that does not say is left to `slet-gamle`.
  private static func isForgotten(_ name: String, in place: borrowing Directory) -> Bool {
    guard let start = try? place.reader(name).bytes(limit: 1_024) else { return true }
    let lines = start.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    guard lines.count > 1 else { return true }
    return String(decoding: lines[1].prefix(120), as: UTF8.self).contains(#""k":"tally""#)
  }
}
