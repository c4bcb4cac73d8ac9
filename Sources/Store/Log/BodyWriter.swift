// Writes record bodies: JSON without white space. The caller gives the keys in sorted order.

import Domain

/// The bytes of a body under way.
struct BodyWriter {
  private(set) var bytes: [UInt8] = []
  /// The key being written, for errors.
  private var current: StaticString = ""

  /// The value of the current key may not stand in the log.
  var fault: BodyFault { .unwritable(key: current.description) }

  mutating func open() { begin(with: UInt8(ascii: "{")) }
  mutating func close() { bytes.append(UInt8(ascii: "}")) }
  mutating func openList() { begin(with: UInt8(ascii: "[")) }
  mutating func closeList() { bytes.append(UInt8(ascii: "]")) }

  mutating func key(_ name: StaticString) {
    current = name
    begin(with: UInt8(ascii: "\""))
    bytes += UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// A key that is data.
  mutating func dataKey(_ name: String) throws(BodyFault) {
    try text(name)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func text(_ value: String) throws(BodyFault) {
    for byte in value.utf8 where byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C { throw fault }
    begin(with: UInt8(ascii: "\""))
    bytes += value.utf8
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func hex<Tag>(_ value: Hex128<Tag>) {
    begin(with: UInt8(ascii: "\""))
    value.appendDigits(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func number(_ value: Int) throws(BodyFault) {
    guard value >= 0, value < 1_000_000_000_000_000 else { throw fault }
    separate()
    bytes += String(value).utf8
  }

  mutating func bool(_ value: Bool) {
    separate()
    bytes += (value ? "true" : "false").utf8
  }

  mutating func null() {
    separate()
    bytes += "null".utf8
  }

  /// A whole object that was written before.
  mutating func object(_ body: [UInt8]) {
    separate()
    bytes += body
  }

  private mutating func begin(with byte: UInt8) {
    separate()
    bytes.append(byte)
  }

  /// A comma, unless this is the first thing after an opening bracket or a key.
  private mutating func separate() {
    guard let last = bytes.last else { return }
    switch last {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }
}
