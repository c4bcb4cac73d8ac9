// The base as a file: lines in the log's own form, so that damage shows.

import Domain

extension LogBase {
  /// How many files are named in one line.
  private static let filesInLine = 400

  /// Numbered lines; the last one says how many there are.
  func encoded() throws(BodyFault) -> [UInt8] {
    var lines: [(kind: String, body: [UInt8])] = [("base", try headBody())]
    for (name, writer) in writers.sorted(by: { $0.key < $1.key }) {
      lines.append(("writer", try Self.body(of: writer, name)))
    }
    for record in records { lines.append(("record", try Self.body(of: record))) }
    for (hash, ids) in gone.sorted(by: { $0.key < $1.key }) {
      lines.append(("gone", try Self.body(of: ids, hash)))
    }
    for (name, files) in settled.sorted(by: { $0.key < $1.key }) {
      for start in stride(from: 0, to: files.count, by: Self.filesInLine) {
        let part = files[start..<min(start + Self.filesInLine, files.count)]
        lines.append(("files", try Self.body(of: part, name)))
      }
    }
    var end = BodyWriter()
    end.open()
    try end.number("lines", lines.count)
    end.close()
    lines.append(("end", end.bytes))
    var bytes: [UInt8] = []
    for (index, line) in lines.enumerated() {
      bytes += LineCodec.encode(sequence: index + 1, previous: .zero, kind: line.kind, body: line.body).line
    }
    return bytes
  }

  /// Reads what `encoded` wrote; nil when a line is damaged or missing.
  init?(_ bytes: [UInt8]) {
    self.init(from: CivilDate(dayNumber: 0))
    var count = 0
    var isWhole = false
    let isSound = bytes.withUnsafeBytes { raw in
      for line in LineSplitter(raw) {
        guard line.isTerminated, let record = try? LineCodec.decode(line.bytes), record.sequence == count + 1
        else { return false }
        count += 1
        var body = BodyReader(UnsafeRawBufferPointer(rebasing: line.bytes[record.body]))
        do throws(BodyFault) {
          isWhole = try take(String(decoding: line.bytes[record.kind], as: UTF8.self), &body) == count - 1
        } catch {
          return false
        }
      }
      return true
    }
    guard isSound, isWhole else { return nil }
  }

  /// Takes in one line; for the last one, the number of lines there should be before it.
  private mutating func take(_ kind: String, _ body: inout BodyReader) throws(BodyFault) -> Int? {
    try body.open()
    switch kind {
    case "base": try takeHead(&body)
    case "writer": try takeWriter(&body)
    case "record": records.append(try Self.record(&body))
    case "gone": try takeGone(&body)
    case "files": try takeFiles(&body)
    case "end":
      try body.key("lines")
      return try body.number()
    default: throw body.fault
    }
    return nil
  }

  // MARK: The head

  private func headBody() throws(BodyFault) -> [UInt8] {
    var body = BodyWriter()
    body.open()
    try body.number("errors", errors)
    try body.plain("from", from)
    try body.counts("missing", Dictionary(missing.map { ($0.key.description, $0.value) }) { $1 })
    try body.number("records", recordCount)
    body.close()
    return body.bytes
  }

  private mutating func takeHead(_ body: inout BodyReader) throws(BodyFault) {
    try body.key("errors")
    errors = try body.number()
    try body.key("from")
    from = try body.date()
    try body.key("missing")
    for (text, count) in try body.counts() {
      guard let name = SegmentName(text) else { throw body.fault }
      missing[name] = count
    }
    try body.key("records")
    recordCount = try body.number()
  }

  // MARK: Writers

  private static func body(of writer: Writer, _ name: WriterName) throws(BodyFault) -> [UInt8] {
    var body = BodyWriter()
    body.open()
    try body.list("ends", writer.ends) { (body, end) throws(BodyFault) in
      body.open()
      body.hex("h", end.hash)
      try body.plain("name", end.name)
      try body.number("s", end.sequence)
      body.close()
    }
    body.hex("fingerprint", writer.fingerprint)
    try body.list("live", writer.live) { (body, name) throws(BodyFault) in try body.text(name) }
    try body.plain("writer", name)
    body.close()
    return body.bytes
  }

  private mutating func takeWriter(_ body: inout BodyReader) throws(BodyFault) {
    try body.key("ends")
    let ends = try body.list { (body) throws(BodyFault) in
      try body.open()
      try body.key("h")
      let hash: RecordHash = try body.hex()
      try body.key("name")
      guard let name = SegmentName(try body.text()) else { throw body.fault }
      try body.key("s")
      let sequence = try body.number()
      try body.close()
      return End(name: name, sequence: sequence, hash: hash)
    }
    try body.key("fingerprint")
    let fingerprint: RecordHash = try body.hex()
    try body.key("live")
    let live = try body.list { (body) throws(BodyFault) in try body.text() }
    try body.key("writer")
    guard let name = WriterName(try body.text()) else { throw body.fault }
    writers[name] = Writer(fingerprint: fingerprint, ends: ends, live: live)
  }

  // MARK: Records

  private static func body(of record: Recorded<Event>) throws(BodyFault) -> [UInt8] {
    let (kind, event) = try EventCoding.encode(record.body)
    var body = BodyWriter()
    body.open()
    body.object("b", event)
    body.hex("h", record.origin.hash)
    try body.text("k", kind)
    try body.number("s", record.origin.sequence)
    try body.text("stream", record.body.stream.rawValue)
    try body.text("w", record.origin.writer)
    body.close()
    return body.bytes
  }

  private static func record(_ body: inout BodyReader) throws(BodyFault) -> Recorded<Event> {
    try body.key("b")
    let bytes = try body.object()
    try body.key("h")
    let hash: RecordHash = try body.hex()
    try body.key("k")
    let kind = try body.string()
    try body.key("s")
    let sequence = try body.number()
    try body.key("stream")
    let stream: Stream = try body.word()
    try body.key("w")
    let writer = try body.text()
    guard case .event(let event) = try EventCoding.decode(kind: kind, body: bytes, stream: stream) else {
      throw body.fault
    }
    return Recorded(body: event, origin: Origin(writer: writer, sequence: sequence, hash: hash))
  }

  private static func body(of gone: [RecordID], _ hash: RecordHash) throws(BodyFault) -> [UInt8] {
    var body = BodyWriter()
    body.open()
    body.hex("h", hash)
    try body.list("ids", gone) { (body, id) throws(BodyFault) in body.hex(id) }
    body.close()
    return body.bytes
  }

  private mutating func takeGone(_ body: inout BodyReader) throws(BodyFault) {
    try body.key("h")
    let hash: RecordHash = try body.hex()
    try body.key("ids")
    gone[hash] = try body.list { (body) throws(BodyFault) in try body.hex() }
  }

  // MARK: Settled files

  private static func body(of files: ArraySlice<SettledFile>, _ writer: WriterName) throws(BodyFault)
    -> [UInt8]
  {
    var body = BodyWriter()
    body.open()
    try body.list("files", files) { (body, file) throws(BodyFault) in
      body.open()
      try body.plain("name", file.name)
      try body.number("size", file.size)
      try body.text("state", String(file.state, radix: 16))
      body.close()
    }
    try body.plain("writer", writer)
    body.close()
    return body.bytes
  }

  private mutating func takeFiles(_ body: inout BodyReader) throws(BodyFault) {
    try body.key("files")
    let files = try body.list { (body) throws(BodyFault) in
      try body.open()
      try body.key("name")
      let name = SegmentName(try body.text())
      try body.key("size")
      let size = try body.number()
      try body.key("state")
      let state = UInt64(try body.text(), radix: 16)
      try body.close()
      guard let state, let name else { throw body.fault }
      return SettledFile(name: name, size: size, state: state)
    }
    try body.key("writer")
    guard let writer = WriterName(try body.text()) else { throw body.fault }
    settled[writer, default: []] += files
  }
}
