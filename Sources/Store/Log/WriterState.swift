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
    LineCodec.encode(sequence: 1, previous: .zero, kind: "state", body: try body()).line
  }

  /// Reads what `encoded` wrote, whatever follows the line; nil for anything else.
  init?(_ bytes: [UInt8]) {
    let state = bytes.withUnsafeBytes { raw -> WriterState? in
      guard let end = raw.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let line = UnsafeRawBufferPointer(rebasing: raw[..<end])
      guard let record = try? LineCodec.decode(line) else { return nil }
      return try? WriterState(body: UnsafeRawBufferPointer(rebasing: line[record.body]))
    }
    guard let state else { return nil }
    self = state
  }
}

extension WriterState: BodyObject {
  static let blank = WriterState(writer: .blank)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder(
      "marks", &marks, as: { $0.values.sorted { $0.name.stream.rawValue < $1.name.stream.rawValue } },
      back: { Dictionary($0.map { ($0.name.stream, $0) }) { $1 } })
    try coder("writer", &writer)
  }
}

extension Mark: BodyObject {
  static let blank = Mark(writer: .blank, name: .blank, inode: 0, size: 0, sequence: 0, hash: .zero)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder.file("file", &writer, &name)
    try coder("fresh", &isFresh)
    try coder("h", &hash)
    try coder.bits("inode", &inode)
    try coder("s", &sequence)
    try coder("size", &size)
  }
}
