// One log file as far as it has been read: what verified, what did not, and where it ends.

import Domain

/// A stretch of records that follow one another, number by number and hash by hash.
struct Run: Equatable, Sendable {
  var first: Int
  var last: Int
  /// What the first record goes on from.
  var previous: RecordHash
  /// The hash of the last record.
  var hash: RecordHash
}

/// A line that was set aside.
struct BadLine: Equatable, Sendable {
  var bytes: Range<Int>
  var fault: LineFault
}

/// What is known of one file.
struct SegmentReading: Sendable {
  let name: SegmentName
  /// The folder's name; a record's writer is the one its file's head names.
  let folderWriter: WriterName
  var facts: FileFacts?
  /// It had not been changed for a moment when it was read.
  var wasSettled = false
  var head: Segment?
  var tally: Tally?
  var runs: [Run] = []
  var badLines: [BadLine] = []
  var badBodies: [(offset: Int, kind: String, sequence: Int)] = []
  var unknownKinds: [String: Int] = [:]
  var newerVersion: (offset: Int, version: Int)?
  var records = 0
  /// The newest day that the records tell of, and the handovers they are steps of.
  var newestDay: CivilDate?
  var handovers: Set<Handover.ID> = []
  /// The end of the last whole line.
  var readEnd = 0
  /// The last record's line and hash, to see later whether it is still the same file.
  var lastLine = 0..<0
  var lastHash = RecordHash.zero
  /// Where the line without a newline begins, if there is one.
  var tornTail: Int?

  init(name: SegmentName, folderWriter: WriterName) {
    self.name = name
    self.folderWriter = folderWriter
  }

  /// The writer whose records these are.
  var writer: WriterName { head?.writer ?? folderWriter }

  /// Only sums remain of it, be they sums of a later program that cannot be read.
  var isForgotten: Bool { tally != nil || unknownKinds[LogKind.tally] != nil }

  /// Its first line is of a later program.
  var hasNewerHead: Bool { head == nil && unknownKinds[LogKind.segment] != nil }

  /// Its first line was damaged.
  var hasLostHead: Bool { head == nil && badLines.contains { $0.bytes.lowerBound == 0 } }

  /// Reads the lines in `bytes`, which begin at `readEnd` in the file, and hands on what verifies.
  mutating func take(_ bytes: UnsafeRawBufferPointer, _ found: (RecordBody, Origin) -> Void) {
    let base = readEnd
    tornTail = nil
    var writerText = writer.description
    for line in LineSplitter(bytes) {
      let offset = base + line.offset
      guard line.isTerminated else {
        tornTail = offset
        break
      }
      readEnd = offset + line.bytes.count + 1
      do throws(LineFault) {
        let record = try LineCodec.decode(line.bytes)
        let hadHead = head != nil
        let body = note(record, in: line.bytes, at: offset)
        if !hadHead, head != nil { writerText = writer.description }
        guard let body else { continue }
        found(body, Origin(writer: writerText, sequence: record.sequence, hash: record.hash))
      } catch {
        note(error, bytes: offset..<(readEnd - 1))
      }
    }
  }

  /// Enters a record that verifies; nil when its body is not what its kind asks for.
  private mutating func note(
    _ record: RecordLine, in line: UnsafeRawBufferPointer, at offset: Int
  ) -> RecordBody? {
    records += 1
    lastLine = offset..<(offset + line.count)
    lastHash = record.hash
    if let last = runs.last, record.sequence == last.last + 1, record.previous == last.hash {
      runs[runs.count - 1].last = record.sequence
      runs[runs.count - 1].hash = record.hash
    } else {
      runs.append(
        Run(first: record.sequence, last: record.sequence, previous: record.previous, hash: record.hash))
    }
    let kind = UnsafeRawBufferPointer(rebasing: line[record.kind])
    let bytes = UnsafeRawBufferPointer(rebasing: line[record.body])
    do throws(BodyFault) {
      let body = try EventCoding.decode(kind: kind, body: bytes, stream: name.stream)
      switch body {
      case .event(let event): note(event)
      case .segment(let segment): if offset == 0 { head = segment }
      case .tally(let tally):
        self.tally = tally
        stand(for: record.sequence, tally.hash)
      case .unknown(let name):
        unknownKinds[name, default: 0] += 1
        if name == LogKind.tally, let hash = Tally.lastHash(in: bytes) {
          stand(for: record.sequence, hash)
        }
      }
      return body
    } catch {
      badBodies.append((offset, String(decoding: kind, as: UTF8.self), record.sequence))
      return nil
    }
  }

  private mutating func note(_ event: Event) {
    if let day = event.newestDay, newestDay.map({ $0 < day }) ?? true { newestDay = day }
    if let handover = event.handover { handovers.insert(handover) }
  }

  /// What remains of a forgotten file stands for all its records, up to its own number.
  private mutating func stand(for sequence: Int, _ hash: RecordHash) {
    guard let run = runs.popLast() else { return }
    let first = runs.first ?? run
    runs = [Run(first: first.first, last: sequence, previous: first.previous, hash: hash)]
  }

  private mutating func note(_ fault: LineFault, bytes: Range<Int>) {
    if case .unknownVersion(let version) = fault {
      let known = newerVersion ?? (bytes.lowerBound, version)
      newerVersion = (known.offset, max(version, known.version))
    } else {
      badLines.append(BadLine(bytes: bytes, fault: fault))
    }
  }
}
