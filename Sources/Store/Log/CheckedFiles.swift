// What is remembered of files that were found whole, so that the next check can skip them.

import Domain

/// A file without any fault, and how it joins with the others.
struct CheckedFile: Equatable, Sendable {
  var writer: WriterName
  var name: SegmentName
  var size: Int
  /// Stands for the state that the file was found in.
  var fingerprint: RecordHash
  var records: Int
  var run: Run
  var continues: Segment.Continuation?
}

extension CheckedFile {
  /// From a reading; nil when the file has anything about it that must be told again.
  init?(_ reading: SegmentReading, at place: LogReader.Place) {
    guard let facts = reading.facts, let head = reading.head, head.writer == place.writer,
      head.name == reading.name, reading.name.description == place.name, reading.runs.count == 1,
      let run = reading.runs.first, reading.badLines.isEmpty, reading.badBodies.isEmpty,
      reading.unknownKinds.isEmpty, reading.newerVersion == nil, reading.tornTail == nil,
      reading.tally == nil, reading.readEnd == facts.size, facts.isSettled
    else { return nil }
    writer = place.writer
    name = reading.name
    size = facts.size
    fingerprint = facts.fingerprint
    records = reading.records
    self.run = run
    continues = head.continues
  }

  /// The reading this stands for, if the file has not been touched since.
  func reading(_ facts: FileFacts) -> SegmentReading? {
    guard facts.size == size, facts.fingerprint == fingerprint else { return nil }
    var reading = SegmentReading(name: name, folderWriter: writer)
    reading.facts = facts
    reading.head = Segment(continues: continues, program: "", name: name, writer: writer)
    reading.runs = [run]
    reading.records = records
    reading.readEnd = size
    reading.lastHash = run.hash
    reading.lastLine = (size - 1)..<size
    return reading
  }
}

extension CheckedFile {
  /// One line each, in the log's own form, so that damage shows.
  static func encode(_ files: [CheckedFile]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, file) in files.enumerated() {
      guard let body = try? file.body() else { continue }
      bytes += LineCodec.encode(sequence: index + 1, previous: .zero, kind: "checked", body: body).line
    }
    return bytes
  }

  /// Reads what `encode` wrote; lines that are damaged are left out, and their files read again.
  static func decode(_ bytes: [UInt8]) -> [CheckedFile] {
    bytes.withUnsafeBytes { raw in
      LineSplitter(raw).compactMap { line in
        guard let record = try? LineCodec.decode(line.bytes) else { return nil }
        return try? CheckedFile(body: UnsafeRawBufferPointer(rebasing: line.bytes[record.body]))
      }
    }
  }
}

extension CheckedFile: BodyObject {
  static let blank = CheckedFile(
    writer: .blank, name: .blank, size: 0, fingerprint: .zero, records: 0,
    run: Run(first: 0, last: 0, previous: .zero, hash: .zero))
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    var before = continues ?? .blank
    try coder("bytes", &before.bytes)
    try coder("continues", &before.file)
    try coder.file("file", &writer, &name)
    try coder("fingerprint", &fingerprint)
    try coder("first", &run.first)
    try coder("h", &run.hash)
    try coder("last", &run.last)
    try coder("p", &run.previous)
    try coder("records", &records)
    try coder("size", &size)
    try coder.require(run.first <= run.last && size > 0)
    continues = before.file.isEmpty ? nil : before
  }
}
