// The base as a file: lines in the log's own form, so that damage shows.

import Domain

extension LogBase {
  /// How many files are named in one line.
  private static let filesInLine = 400

  /// Numbered lines; the last one says how many there are.
  func encoded() throws(BodyFault) -> [UInt8] {
    var lines: [(kind: String, body: [UInt8])] = [("base", try body())]
    for (name, writer) in writers.sorted(by: { $0.key < $1.key }) {
      lines.append(("writer", try WriterLine(name: name, writer: writer).body()))
    }
    for record in records { lines.append(("record", try RecordedLine(record: record).body())) }
    for (hash, ids) in gone.sorted(by: { $0.key < $1.key }) {
      lines.append(("gone", try GoneLine(hash: hash, ids: ids).body()))
    }
    for (name, files) in settled.sorted(by: { $0.key < $1.key }) {
      for start in stride(from: 0, to: files.count, by: Self.filesInLine) {
        let part = files[start..<min(start + Self.filesInLine, files.count)]
        lines.append(("files", try FilesLine(files: Array(part), writer: name).body()))
      }
    }
    lines.append(("end", try EndLine(lines: lines.count).body()))
    var bytes: [UInt8] = []
    for (index, line) in lines.enumerated() {
      bytes += LineCodec.encode(sequence: index + 1, previous: .zero, kind: line.kind, body: line.body).line
    }
    return bytes
  }

  /// Reads what `encoded` wrote; nil when a line is damaged or missing.
  init?(_ bytes: [UInt8]) {
    self = .blank
    var count = 0
    var isWhole = false
    let isSound = bytes.withUnsafeBytes { raw in
      for line in LineSplitter(raw) {
        guard line.isTerminated, let record = try? LineCodec.decode(line.bytes), record.sequence == count + 1
        else { return false }
        count += 1
        let body = UnsafeRawBufferPointer(rebasing: line.bytes[record.body])
        do throws(BodyFault) {
          isWhole = try take(String(decoding: line.bytes[record.kind], as: UTF8.self), body) == count - 1
        } catch {
          return false
        }
      }
      return true
    }
    guard isSound, isWhole else { return nil }
  }

  /// Takes in one line; for the last one, the number of lines there should be before it.
  private mutating func take(_ kind: String, _ body: UnsafeRawBufferPointer) throws(BodyFault) -> Int? {
    switch kind {
    case "base": self = try LogBase(body: body)
    case "writer":
      let line = try WriterLine(body: body)
      writers[line.name] = line.writer
    case "record": if let record = try RecordedLine(body: body).record { records.append(record) }
    case "gone":
      let line = try GoneLine(body: body)
      gone[line.hash] = line.ids
    case "files":
      let line = try FilesLine(body: body)
      settled[line.writer, default: []] += line.files
    case "end": return try EndLine(body: body).lines
    default: throw .malformed(at: 0)
    }
    return nil
  }
}

/// The first line.
extension LogBase: BodyObject {
  static let blank = LogBase(from: .blank)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("errors", &errors)
    try coder("from", &from)
    try coder("missing", &missing)
    try coder("newer", &newerRecords)
    try coder("records", &recordCount)
  }
}

private struct WriterLine: BodyObject {
  static let blank = WriterLine(name: .blank, writer: LogBase.Writer(fingerprint: .zero))
  var name: WriterName
  var writer: LogBase.Writer

  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("ends", &writer.ends)
    try coder("fingerprint", &writer.fingerprint)
    try coder("live", &writer.live)
    try coder("writer", &name)
  }
}

extension LogBase.End: BodyObject {
  static let blank = LogBase.End(name: .blank, sequence: 0, hash: .zero)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("h", &hash)
    try coder("name", &name)
    try coder("s", &sequence)
  }
}

private struct RecordedLine: BodyObject {
  static let blank = RecordedLine(record: nil)
  var record: Recorded<Event>?

  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    let encoded = try record.map { (record) throws(BodyFault) in try EventCoding.encode(record.body) }
    var origin = record?.origin ?? Origin(writer: "", sequence: 0, hash: .zero)
    var (kind, stream) = (encoded?.kind ?? "", record?.body.stream ?? .blank)
    let body = try coder.object("b", encoded?.body ?? [])
    try coder("h", &origin.hash)
    try coder("k", &kind)
    try coder("s", &origin.sequence)
    try coder("stream", &stream)
    try coder("w", &origin.writer)
    guard coder.isReading else { return }
    record = try EventCoding.event(kind, body, of: stream, &coder).map { Recorded(body: $0, origin: origin) }
  }
}

private struct GoneLine: BodyObject {
  static let blank = GoneLine(hash: .zero, ids: [])
  var hash: RecordHash
  var ids: [RecordID]

  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("h", &hash)
    try coder("ids", &ids)
  }
}

private struct FilesLine: BodyObject {
  static let blank = FilesLine(files: [], writer: .blank)
  var files: [LogBase.SettledFile]
  var writer: WriterName

  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("files", &files)
    try coder("writer", &writer)
  }
}

extension LogBase.SettledFile: BodyObject {
  static let blank = LogBase.SettledFile(name: .blank, size: 0, state: 0)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("name", &name)
    try coder("size", &size)
    try coder.bits("state", &state)
  }
}

private struct EndLine: BodyObject {
  static let blank = EndLine(lines: 0)
  var lines: Int

  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) { try coder("lines", &lines) }
}
