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

  private func body() throws(BodyFault) -> [UInt8] {
    var writer = BodyWriter()
    writer.open()
    try writer.number("bytes", continues?.bytes ?? 0)
    try writer.text("continues", continues?.file ?? "")
    try writer.text("file", self.writer.description + "/" + name.description)
    writer.hex("fingerprint", fingerprint)
    try writer.number("first", run.first)
    writer.hex("h", run.hash)
    try writer.number("last", run.last)
    writer.hex("p", run.previous)
    try writer.number("records", records)
    try writer.number("size", size)
    writer.close()
    return writer.bytes
  }

  /// Reads what `encode` wrote; lines that are damaged are left out, and their files read again.
  static func decode(_ bytes: [UInt8]) -> [CheckedFile] {
    bytes.withUnsafeBytes { raw in
      LineSplitter(raw).compactMap { line in
        guard let record = try? LineCodec.decode(line.bytes) else { return nil }
        var reader = BodyReader(UnsafeRawBufferPointer(rebasing: line.bytes[record.body]))
        return try? CheckedFile(&reader)
      }
    }
  }

  private init(_ reader: inout BodyReader) throws(BodyFault) {
    try reader.open()
    try reader.key("bytes")
    let bytes = try reader.number()
    try reader.key("continues")
    let file = try reader.text()
    try reader.key("file")
    let place = try reader.text().split(separator: "/").map(String.init)
    try reader.key("fingerprint")
    fingerprint = try reader.hex()
    try reader.key("first")
    let first = try reader.number()
    try reader.key("h")
    let hash: RecordHash = try reader.hex()
    try reader.key("last")
    let last = try reader.number()
    try reader.key("p")
    let previous: RecordHash = try reader.hex()
    try reader.key("records")
    records = try reader.number()
    try reader.key("size")
    size = try reader.number()
    try reader.close()
    guard place.count == 2, let writer = WriterName(place[0]), let name = SegmentName(place[1]),
      first <= last, size > 0
    else { throw reader.fault }
    self.writer = writer
    self.name = name
    run = Run(first: first, last: last, previous: previous, hash: hash)
    continues = file.isEmpty ? nil : Segment.Continuation(bytes: bytes, file: file)
  }
}
