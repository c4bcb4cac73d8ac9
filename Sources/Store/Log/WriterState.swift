// What this machine remembers of its own writing: the writer's name and how far each stream came.

import Domain

/// The high-water mark of one stream.
struct Mark: Equatable, Sendable {
  var writer: WriterName
  var name: SegmentName
  /// 0 while it is not known, or where a file has no lasting number.
  var inode: UInt64
  /// The size of the file after the last record.
  var size: Int
  /// Number and hash of the last record.
  var sequence: Int
  var hash: RecordHash
  /// Only the head has been written; the file may not even have got its name.
  var isFresh = false

  /// `<writer>/<name>`
  var file: String { writer.description + "/" + name.description }

  /// Records were written, and still the file's number is not known.
  var isNumberless: Bool { inode == 0 && !isFresh }

  func isInSameFile(as other: Mark) -> Bool { writer == other.writer && name == other.name }
}

/// The writer of one desk and its marks. Marks of an earlier epoch stay until the stream is begun anew.
struct WriterState: Equatable, Sendable {
  var writer: WriterName
  var marks: [Stream: Mark] = [:]

  /// How a state was found.
  enum Found: Equatable {
    case nothing
    case unreadable
    case state(WriterState)
  }
}

extension Mark {
  /// How far each stream of each desk came, as this machine remembers it in its state of a folder. What
  /// has only just been begun is left out, since it may not even have got its name.
  static func all(in statePath: String) -> [Mark] {
    guard let place = try? Directory(named: statePath), let names = try? place.names() else { return [] }
    return names.sorted().filter { $0.hasSuffix(WriterState.suffix) }.flatMap { name -> [Mark] in
      guard let bytes = try? place.reader(name).bytes(limit: LineCodec.longest) else { return [] }
      return WriterState(bytes)?.marks.values.filter { !$0.isFresh } ?? []
    }
  }
}

extension WriterState {
  /// How the names of the states of writers end.
  static let suffix = ".writer"

  /// One line in the log's own form: so a state that was damaged is known by its hash.
  func encoded() throws(BodyFault) -> [UInt8] {
    var body = BodyWriter()
    body.open()
    let sorted = marks.values.sorted { $0.name.stream.rawValue < $1.name.stream.rawValue }
    try body.list("marks", sorted) { (body, mark) throws(BodyFault) in
      body.open()
      try body.text("file", mark.file)
      body.bool("fresh", mark.isFresh)
      body.hex("h", mark.hash)
      try body.text("inode", String(mark.inode, radix: 16))
      try body.number("s", mark.sequence)
      try body.number("size", mark.size)
      body.close()
    }
    try body.plain("writer", writer)
    body.close()
    return LineCodec.encode(sequence: 1, previous: .zero, kind: "state", body: body.bytes).line
  }

  /// Reads what `encoded` wrote, whatever follows the line; nil for anything else.
  init?(_ bytes: [UInt8]) {
    let state = bytes.withUnsafeBytes { raw -> WriterState? in
      guard let end = raw.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let line = UnsafeRawBufferPointer(rebasing: raw[..<end])
      guard let record = try? LineCodec.decode(line) else { return nil }
      var body = BodyReader(UnsafeRawBufferPointer(rebasing: line[record.body]))
      return try? WriterState(&body)
    }
    guard let state else { return nil }
    self = state
  }

  private init(_ body: inout BodyReader) throws(BodyFault) {
    try body.open()
    try body.key("marks")
    let marks = try body.list { (body) throws(BodyFault) in
      try body.open()
      try body.key("file")
      let file = try body.text().split(separator: "/").map(String.init)
      try body.key("fresh")
      let isFresh = try body.bool()
      try body.key("h")
      let hash: RecordHash = try body.hex()
      try body.key("inode")
      let inode = UInt64(try body.text(), radix: 16)
      try body.key("s")
      let sequence = try body.number()
      try body.key("size")
      let size = try body.number()
      try body.close()
      guard file.count == 2, let writer = WriterName(file[0]), let name = SegmentName(file[1]), let inode
      else { throw body.fault }
      return Mark(
        writer: writer, name: name, inode: inode, size: size, sequence: sequence, hash: hash,
        isFresh: isFresh)
    }
    try body.key("writer")
    guard let writer = WriterName(try body.text()) else { throw body.fault }
    try body.close()
    self.init(writer: writer, marks: Dictionary(marks.map { ($0.name.stream, $0) }) { $1 })
  }
}
