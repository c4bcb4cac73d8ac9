// What can be wrong, or merely worth knowing, in the log. Facts only.

import Domain

/// Something found while reading the log. `file` is a path inside the data folder.
package enum LogFinding: Hashable, Sendable {
  /// A line that is no record; exactly these bytes are set aside.
  case badLine(file: String, bytes: Range<Int>, fault: LineFault)
  /// A record that verifies but does not say what its kind should.
  case badBody(file: String, offset: Int, kind: String)
  /// The last line has no newline. It is still arriving, or a later file has left it behind for good.
  case tornTail(file: String, offset: Int, isAbandoned: Bool)
  /// Records that are known to be missing from a writer's stream.
  case gap(file: String, missing: ClosedRange<Int>)
  /// A record does not go on from the one before it.
  case brokenChain(file: String, sequence: Int)
  /// Two records of one writer have the same number and differ. Both count.
  case fork(file: String, sequence: Int)
  /// Records that stand twice. They count once.
  case duplicates(file: String, sequences: ClosedRange<Int>)
  /// The first record is not the head of this file.
  case wrongHead(file: String)
  /// The file is shorter than a later one says it was.
  case shortened(file: String, size: Int, expected: Int)
  /// A later file goes on from one that is not there.
  case missingFile(file: String, namedIn: String?)
  /// A synchroniser's second version of a file. Records that stand only there count.
  case conflictCopy(file: String)
  /// A file that is none of ours.
  case foreignFile(file: String)
  /// A file under way that was left behind.
  case leftover(file: String)
  /// A link, FIFO or device where a file or a folder belongs. It is not followed.
  case notAFile(file: String)
  case unreadable(file: String, error: SystemError)
  /// A record of a later format: this program must not write here.
  case newerVersion(file: String, offset: Int, version: Int)
  /// Records of a kind, or with keys or words, that this program does not know; skipped.
  case unknownKind(file: String, kind: String, count: Int)

  /// The path inside the data folder that the finding is about.
  package var file: String {
    switch self {
    case .badLine(let file, _, _), .badBody(let file, _, _), .tornTail(let file, _, _), .gap(let file, _),
      .brokenChain(let file, _), .fork(let file, _), .duplicates(let file, _), .wrongHead(let file),
      .shortened(let file, _, _), .missingFile(let file, _), .conflictCopy(let file),
      .foreignFile(let file), .leftover(let file), .notAFile(let file), .unreadable(let file, _),
      .newerVersion(let file, _, _), .unknownKind(let file, _, _):
      file
    }
  }
}

/// What reading the log brought to light.
package struct LogFindings: Equatable, Sendable {
  /// In the order of the files.
  package var findings: [LogFinding] = []
  /// Records that verify, heads and tallies included.
  package var records = 0
  /// Writers with at least one file.
  package var writers = 0
  /// Records known to be missing, by the file they are missing from.
  package var missing: [SegmentName: Int] = [:]
  /// The same by the files' paths, as far as they have been read.
  package var losses: [String: Int] = [:]
  /// Writers' folders that stand there and could not be read, or files of no known stream.
  package var unreadFolders = 0
  /// Errors in files that were read for an earlier start and not again.
  package var errorsInSettledFiles = 0
  /// Records that verify and that only a newer program understands.
  package var newerRecords = 0
  /// The greatest format version found, when it is later than this program's.
  package var newerVersion: Int?

  package init() {}

  /// All records known to be missing; what cannot be read counts as one, for nobody knows how many it holds.
  package var missingRecords: Int { missing.values.reduce(unreadFolders, +) }

  /// Files and writers' folders that stand there and could not be read.
  package var unreadFiles: [String] { findings.compactMap(\.unreadFile) }

  /// Whether all steps of handovers that the log is known to have had were read.
  package var hasAllSteps: Bool {
    unreadFolders == 0 && !missing.contains { $0.key.stream == .chain && $0.value > 0 }
  }

  /// The same by the weeks that they may be of.
  package var missingByWeek: MissingRecords {
    missing.reduce(into: MissingRecords(unplaced: unreadFolders)) { sum, entry in
      switch entry.key.period {
      case .week(let week): sum.weeks[week, default: 0] += entry.value
      case .year(let year): sum.years[year, default: 0] += entry.value
      }
    }
  }

  /// The numbers of records that are known to be missing between others, by writer and stream.
  package var missingNumbers: MissingNumbers {
    findings.reduce(into: [:]) { numbers, finding in
      guard case .gap(let file, let missing) = finding else { return }
      let parts = file.split(separator: "/").map(String.init)
      guard parts.count == 3, let name = SegmentName(parts[2]) else { return }
      numbers[parts[1], default: [:]][name.stream, default: []].append(missing)
    }
  }
}

extension LogFinding {
  /// The file or folder, if records may stand there and none of them was read.
  var unreadFile: String? {
    switch self {
    case .unreadable(let file, _), .notAFile(let file): file
    case .badLine, .badBody, .tornTail, .gap, .brokenChain, .fork, .duplicates, .wrongHead, .shortened,
      .missingFile, .conflictCopy, .foreignFile, .leftover, .newerVersion, .unknownKind:
      nil
    }
  }

  /// Found by looking at names and kinds of files, not at their contents.
  var isAboutName: Bool {
    switch self {
    case .conflictCopy, .foreignFile, .leftover, .notAFile, .unreadable: true
    case .badLine, .badBody, .tornTail, .gap, .brokenChain, .fork, .duplicates, .wrongHead, .shortened,
      .missingFile, .newerVersion, .unknownKind:
      false
    }
  }
}
