// The names in `log/`: writers, their files, and what else may be found there.

import Domain

/// The name of a writer's folder: `euc-7f3a91c2d4e5b607`.
package struct WriterName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The school's id in lower case, or `desk`; never a login.
  package let desk: String
  /// Random; made anew whenever going on could be unsafe.
  package let epoch: UInt64
  /// `<desk>-<16 hex digits>`
  package let description: String

  package init(desk: String, epoch: UInt64) {
    self.desk = desk
    self.epoch = epoch
    let digits = String(epoch, radix: 16)
    description = desk + "-" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// A writer's name for the desk of a school, or of none.
  package init(school: School.ID?, epoch: UInt64) {
    let letters = (school?.text ?? "").utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
      default: nil
      }
    }
    self.init(
      desk: letters.isEmpty ? "desk" : String(decoding: letters.prefix(24), as: UTF8.self), epoch: epoch)
  }

  /// Reads `<desk>-<16 hex digits>`; anything else is nil.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].utf8.count == 16,
      parts[0].utf8.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) }),
      parts[1].utf8.allSatisfy({ ($0 >= 0x61 && $0 <= 0x66) || ($0 >= 0x30 && $0 <= 0x39) }),
      let epoch = UInt64(parts[1], radix: 16)
    else { return nil }
    self.init(desk: String(parts[0]), epoch: epoch)
  }

  package static func < (left: WriterName, right: WriterName) -> Bool {
    left.description < right.description
  }
}

/// The name of a log file: the stream and the week, or year, in which it was begun.
package struct SegmentName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// What a file is named by.
  package enum Period: Hashable, Sendable {
    case week(ISOWeek)
    case year(Int)
  }

  package let stream: Stream
  package let period: Period

  private init(stream: Stream, period: Period) {
    self.stream = stream
    self.period = period
  }

  /// The file of a stream that is begun on that day.
  package init(stream: Stream, begunOn day: CivilDate) {
    switch stream {
    case .visits, .chain: self.init(stream: stream, period: .week(ISOWeek(containing: day)))
    case .duty: self.init(stream: stream, period: .year(day.year))
    }
  }

  /// Stream and period, if they fit together.
  package init?(stream: Stream, period text: some StringProtocol) {
    switch stream {
    case .visits, .chain:
      guard let week = ISOWeek(text) else { return nil }
      self.init(stream: stream, period: .week(week))
    case .duty:
      guard text.utf8.count == 4, let year = Int(text), year > 0 else { return nil }
      self.init(stream: stream, period: .year(year))
    }
  }

  /// Reads `visits-2026-W10.jsonl`; anything else is nil.
  package init?(_ text: String) {
    guard text.hasSuffix(".jsonl"), let hyphen = text.firstIndex(of: "-"),
      let stream = Stream(rawValue: String(text[..<hyphen]))
    else { return nil }
    self.init(stream: stream, period: text[text.index(after: hyphen)...].dropLast(6))
  }

  /// `2026-W10`, or `2026`.
  package var periodText: String {
    switch period {
    case .week(let week): week.description
    case .year(let year): String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    }
  }

  package var description: String { stream.rawValue + "-" + periodText + ".jsonl" }

  /// The order in which a writer begins its files; years and weeks of one stream never mix.
  package static func < (left: SegmentName, right: SegmentName) -> Bool {
    guard left.stream == right.stream else { return left.stream.rawValue < right.stream.rawValue }
    switch (left.period, right.period) {
    case (.week(let left), .week(let right)): return left < right
    case (.year(let left), .year(let right)): return left < right
    case (.week, .year): return true
    case (.year, .week): return false
    }
  }
}

/// What a name in a writer's folder stands for.
package enum LogFileName: Equatable, Sendable {
  case segment(SegmentName)
  /// A second version of a file, put there by a synchroniser.
  case conflictCopy(of: SegmentName)
  /// A file under way, left by a program that was stopped.
  case temporary
  case foreign

  package init(_ text: String) {
    if let name = SegmentName(text) {
      self = .segment(name)
    } else if TemporaryName.isOne(text) {
      self = .temporary
    } else if text.hasSuffix(".jsonl"), text.contains("conflict"), let name = Self.original(of: text) {
      self = .conflictCopy(of: name)
    } else {
      self = .foreign
    }
  }

  /// Every synchroniser keeps the original's stem at the front of its copy's name.
  private static func original(of text: String) -> SegmentName? {
    for stream in Stream.allCases where text.hasPrefix(stream.rawValue + "-") {
      let count = stream.rawValue.utf8.count + 1
      let rest = String(decoding: text.utf8.dropFirst(count), as: UTF8.self)
      return [8, 4].lazy.compactMap { length in
        let period = String(decoding: rest.utf8.prefix(length), as: UTF8.self)
        return SegmentName(stream: stream, period: period)
      }.first
    }
    return nil
  }
}

/// Names of files that are written before they get their real name.
package enum TemporaryName {
  /// `.<name>.<16 hex digits>.tmp`
  package static func make(for name: String, random: UInt64) -> String {
    start(for: name) + String(random, radix: 16) + ".tmp"
  }

  static func start(for name: String) -> String { "." + name + "." }

  package static func isOne(_ text: String) -> Bool { text.hasPrefix(".") && text.hasSuffix(".tmp") }
}
