// From the content of a record to its kind and body, and back, by the table of kinds.

import Domain

/// A record as it is to stand in a line.
package struct EncodedBody: Equatable, Sendable {
  package var kind: String
  /// The version that its line carries.
  package var version: Int
  package var body: [UInt8]
}

/// The content of records as bytes, and back.
package enum EventCoding {
  package static func encode(_ event: Event) throws(BodyFault) -> EncodedBody { try encode(.event(event)) }

  package static func encode(_ segment: Segment) throws(BodyFault) -> EncodedBody {
    try encode(.segment(segment))
  }

  /// What is kept whole keeps its version: a program that does not know it must not go on.
  package static func encode(_ tally: Tally) throws(BodyFault) -> EncodedBody {
    var encoded = try encode(.tally(tally))
    guard case .duty(_, let kept) = tally.content else { return encoded }
    for event in kept { encoded.version = max(encoded.version, try encode(event).version) }
    return encoded
  }

  private static func encode(_ record: RecordBody) throws(BodyFault) -> EncodedBody {
    for kind in LogKind.table {
      var coder = BodyCoder()
      if try kind.write(record, &coder) {
        return EncodedBody(kind: kind.name, version: kind.version, body: coder.writer.bytes)
      }
    }
    throw .unwritable(key: "k")
  }

  /// The content of a record that verifies. A kind in another stream than its own is not known there, and
  /// neither is a body with keys or words that only a later program can have written.
  package static func decode(
    kind: some Collection<UInt8>, body: UnsafeRawBufferPointer, stream: Stream
  ) throws(BodyFault) -> RecordBody {
    do throws(BodyFault) {
      // The hundred-thousandfold kind first, without making a text of it.
      if stream == .visits, kind.count == 5, kind.elementsEqual("visit".utf8) {
        var reader = BodyReader(body)
        return .event(.visit(try Visit(quickly: &reader)))
      }
      return try describe(kind: kind, body: body, stream: stream)
    } catch {
      guard isNewer(kind, body, stream) else { throw error }
      return .unknown(kind: String(decoding: kind, as: UTF8.self))
    }
  }

  /// What the description of the kind reads: the same as `decode`, but for bodies of a later program.
  package static func describe(
    kind: some Collection<UInt8>, body: UnsafeRawBufferPointer, stream: Stream
  ) throws(BodyFault) -> RecordBody {
    guard let known = LogKind.named(kind, in: stream) else {
      return .unknown(kind: String(decoding: kind, as: UTF8.self))
    }
    var coder = BodyCoder(reading: body, of: stream)
    let record = try known.read(&coder)
    try coder.reader.end()
    return record
  }

  /// Whether a body that cannot be read is whole, and only says more than this program knows.
  private static func isNewer(
    _ kind: some Collection<UInt8>, _ body: UnsafeRawBufferPointer, _ stream: Stream
  ) -> Bool {
    guard BodyReader.isObject(body), let known = LogKind.named(kind, in: stream) else { return false }
    var coder = BodyCoder(reading: body, of: stream, isTolerant: true)
    guard (try? known.read(&coder)) != nil, (try? coder.reader.end()) != nil else { return false }
    return coder.reader.isNewer
  }

  /// An event that stands in another line; nil where that was written by a later program.
  static func event(
    _ kind: String, _ body: UnsafeRawBufferPointer, of stream: Stream, _ coder: inout BodyCoder
  ) throws(BodyFault) -> Event? {
    switch try decode(kind: kind.utf8, body: body, stream: stream) {
    case .event(let event): return event
    case .unknown:
      try coder.reader.passNewer()
      return nil
    case .segment, .tally: throw coder.fault
    }
  }
}
