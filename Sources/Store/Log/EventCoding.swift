// From the content of a record to its kind and body, and back: one switch each way.

import Domain

/// Kinds by their name in the log, and their bodies.
package enum EventCoding {
  /// A kind's name and its body.
  package static func encode(_ event: Event) throws(BodyFault) -> (kind: String, body: [UInt8]) {
    var writer = BodyWriter()
    let kind: String
    switch event {
    case .visit(let visit):
      kind = "visit"
      try encode(visit, to: &writer)
    case .sparring(let tick):
      kind = "sparring"
      try encode(tick, to: &writer)
    case .zero(let tick):
      kind = "zero"
      try encode(tick, to: &writer)
    case .void(let takeBack):
      kind = "void"
      try encode(takeBack, to: &writer)
    case .handover(let step):
      kind = "handover"
      try encode(step, to: &writer)
    case .door(let door):
      kind = "door"
      try encode(door, to: &writer)
    case .pattern(let pattern):
      kind = "pattern"
      try encode(pattern, to: &writer)
    case .cell(let cell):
      kind = "cell"
      try encode(cell, to: &writer)
    case .swap(let swap):
      kind = "swap"
      try encode(swap, to: &writer)
    case .release(let release):
      kind = "release"
      try encode(release, to: &writer)
    case .week(let week):
      kind = "week"
      try encode(week, to: &writer)
    }
    return (kind, writer.bytes)
  }

  /// The content of a record that verifies. A kind in another stream than its own is not known there.
  package static func decode(
    kind: UnsafeRawBufferPointer, body: UnsafeRawBufferPointer, stream: Stream
  ) throws(BodyFault) -> RecordBody {
    // The hundred-thousandfold kind first, without making a text of it.
    if stream == .visits, kind.count == 5, kind[0] == UInt8(ascii: "v"), kind[1] == UInt8(ascii: "i") {
      return .event(.visit(try whole(body, visit)))
    }
    let name = String(decoding: kind, as: UTF8.self)
    switch (name, stream) {
    case ("segment", _):
      return .segment(
        try whole(body) { (reader) throws(BodyFault) in
          try segment(&reader, stream: stream)
        })
    case ("tally", _):
      return .tally(
        try whole(body) { (reader) throws(BodyFault) in
          try tally(&reader, stream: stream)
        })
    case ("sparring", .visits): return .event(.sparring(try whole(body, tick)))
    case ("zero", .visits): return .event(.zero(try whole(body, tick)))
    case ("void", .visits): return .event(.void(try whole(body, takeBack)))
    case ("handover", .chain): return .event(.handover(try whole(body, handover)))
    case ("door", .duty): return .event(.door(try whole(body, door)))
    case ("pattern", .duty): return .event(.pattern(try whole(body, pattern)))
    case ("cell", .duty): return .event(.cell(try whole(body, cell)))
    case ("swap", .duty): return .event(.swap(try whole(body, swap)))
    case ("week", .duty): return .event(.week(try whole(body, week)))
    case ("release", .duty): return .event(.release(try whole(body, release)))
    default: return .unknown(kind: name)
    }
  }

  /// Reads one object that fills the body.
  @inline(__always)
  private static func whole<Value>(
    _ body: UnsafeRawBufferPointer, _ read: (inout BodyReader) throws(BodyFault) -> Value
  ) throws(BodyFault) -> Value {
    var reader = BodyReader(body)
    let value = try read(&reader)
    try reader.end()
    return value
  }
}
