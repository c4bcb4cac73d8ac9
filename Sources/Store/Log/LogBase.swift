// What the desk still needs of the log's settled files, so that a start need not read them again.

import Domain

/// A shortcut past the files that nobody writes to any more. Derived, kept in the cache, and only ever
/// that: without it the same is read from the files themselves.
///
/// It holds the steps of handovers that have not ended, the base roster, and of the rest of the duty
/// stream what lies after a day; the visits of past weeks are not in it. A file is settled when its
/// writer has begun a later one of the same stream.
package struct LogBase: Equatable, Sendable {
  /// A writer's settled files.
  struct Writer: Equatable, Sendable {
    /// Stands for the state of the folder's names; equal means that no file came, went or was replaced.
    var fingerprint: RecordHash
    /// The last settled file of the chain and duty streams, with its last record.
    var ends: [End] = []
    /// The names of all files that are not settled and belong to the desk's weeks.
    var live: [String] = []

    func end(of stream: Stream) -> End? { ends.first { $0.name.stream == stream } }

    func isSettled(_ name: SegmentName) -> Bool {
      end(of: name.stream).map { !($0.name < name) } ?? false
    }
  }

  /// The last record of the last settled file of a stream.
  struct End: Equatable, Sendable {
    var name: SegmentName
    var sequence: Int
    var hash: RecordHash
  }

  /// A settled file as it was when it was read; what was changed since is read again.
  struct SettledFile: Equatable, Sendable {
    var name: SegmentName
    var size: Int
    /// Stands for its inode and the time of its last change of any kind, which no program can set.
    var state: UInt64

    init(name: SegmentName, size: Int, state: UInt64) {
      self.name = name
      self.size = size
      self.state = state
    }

    init(name: SegmentName, _ facts: FileFacts) {
      self.init(name: name, size: facts.size, state: facts.fingerprint.high)
    }
  }

  /// Changes of days before this one are left out.
  var from: CivilDate
  var writers: [WriterName: Writer] = [:]
  var records: [Recorded<Event>] = []
  /// Ids that forgotten files took back or ended, by the hash each file ends with.
  var gone: [RecordHash: [RecordID]] = [:]
  /// Records that verify in settled files.
  var recordCount = 0
  /// Records missing from settled files.
  var missing: [SegmentName: Int] = [:]
  /// Findings about settled files that are errors.
  var errors = 0
  /// Records in settled files that only a newer program understands.
  var newerRecords = 0
  /// The settled files of each writer.
  var settled: [WriterName: [SettledFile]] = [:]

  init(from: CivilDate) { self.from = from }
}

extension LogBase {
  private static let file = "desk"

  /// Reads the base kept in a cache folder; nil when there is none or it is not whole.
  package static func load(cache: String) -> LogBase? {
    guard let folder = try? Directory(named: cache), let file = try? folder.reader(Self.file),
      let size = try? file.facts().size, let bytes = try? file.bytes(limit: size)
    else { return nil }
    return LogBase(bytes)
  }

  /// Keeps the base. Where that fails the next start reads the files.
  package func store(cache: String) {
    guard let bytes = try? encoded(), let folder = try? StateFolder(path: cache) else { return }
    try? folder.replace(Self.file, with: bytes)
  }
}
