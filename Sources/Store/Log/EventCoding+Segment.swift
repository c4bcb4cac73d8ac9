// The body of a file's first record.

import Domain

extension EventCoding {
  /// The kind and body of a file's first record.
  package static func encode(_ segment: Segment) throws(BodyFault) -> (kind: String, body: [UInt8]) {
    var writer = BodyWriter()
    writer.open()
    if let continues = segment.continues {
      writer.key("continues")
      writer.open()
      try writer.number("bytes", continues.bytes)
      try writer.text("file", continues.file)
      writer.close()
    } else {
      writer.null("continues")
    }
    try writer.text("program", segment.program)
    try writer.text("stream", segment.name.stream.rawValue)
    switch segment.name.period {
    case .week(let week):
      try writer.plain("week", week)
      try writer.plain("writer", segment.writer)
    case .year:
      try writer.plain("writer", segment.writer)
      try writer.text("year", segment.name.periodText)
    }
    writer.close()
    return ("segment", writer.bytes)
  }

  static func segment(_ reader: inout BodyReader, stream: Stream) throws(BodyFault) -> Segment {
    try reader.open()
    try reader.key("continues")
    var continues: Segment.Continuation?
    if !reader.takeNull() {
      try reader.open()
      try reader.key("bytes")
      let bytes = try reader.number()
      try reader.key("file")
      continues = Segment.Continuation(bytes: bytes, file: try reader.text())
      try reader.close()
    }
    try reader.key("program")
    let program = try reader.text()
    try reader.key("stream")
    guard try reader.text() == stream.rawValue else { throw reader.fault }
    let hasWeek = reader.takeKey("week")
    let week = hasWeek ? try reader.text() : nil
    try reader.key("writer")
    let writer = WriterName(try reader.text())
    let year = reader.takeKey("year") ? try reader.text() : nil
    guard let writer, let period = week ?? year, let name = SegmentName(stream: stream, period: period),
      (week == nil) == (stream == .duty), week == nil || year == nil
    else { throw reader.fault }
    try reader.close()
    return Segment(continues: continues, program: program, name: name, writer: writer)
  }
}
