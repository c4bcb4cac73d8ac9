// Writes record bodies: JSON without white space. The caller gives the keys in sorted order.

import Domain

/// The bytes of a body under way.
struct BodyWriter {
  private(set) var bytes: [UInt8] = []
  /// The key being written, for errors.
  private var current = ""

  mutating func open() { separate(); bytes.append(UInt8(ascii: "{")) }
  mutating func close() { bytes.append(UInt8(ascii: "}")) }

  mutating func key(_ name: String) {
    separate()
    current = name
    bytes.append(UInt8(ascii: "\""))
    bytes += name.utf8
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func null(_ name: String) {
    key(name)
    bytes += "null".utf8
  }

  mutating func text(_ name: String, _ value: String) throws(BodyFault) {
    key(name)
    try text(value)
  }

  /// A text that stands as a value in a list.
  mutating func text(_ value: String) throws(BodyFault) {
    separate()
    for byte in value.utf8 where byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C {
      throw .unwritable(key: current)
    }
    bytes.append(UInt8(ascii: "\""))
    bytes += value.utf8
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func id<Entity>(_ name: String, _ value: ID<Entity>) throws(BodyFault) {
    if value.text.isEmpty { throw .unwritable(key: name) }
    try text(name, value.text)
  }

  mutating func id<Entity>(_ name: String, _ value: ID<Entity>?) throws(BodyFault) {
    if let value { try id(name, value) } else { null(name) }
  }

  mutating func hex<Tag>(_ name: String, _ value: Hex128<Tag>) {
    key(name)
    hex(value)
  }

  mutating func hex<Tag>(_ value: Hex128<Tag>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    value.appendDigits(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func number(_ name: String, _ value: Int) throws(BodyFault) {
    key(name)
    try number(value)
  }

  mutating func number(_ value: Int) throws(BodyFault) {
    guard value >= 0, value < 1_000_000_000_000_000 else { throw .unwritable(key: current) }
    separate()
    bytes += String(value).utf8
  }

  mutating func bool(_ name: String, _ value: Bool) {
    key(name)
    bytes += (value ? "true" : "false").utf8
  }

  /// Values that are printable by their nature: dates, weeks, times.
  mutating func plain(_ name: String, _ value: some CustomStringConvertible) throws(BodyFault) {
    try text(name, value.description)
  }

  mutating func list<Element>(
    _ name: String, _ elements: some Sequence<Element>,
    _ write: (inout BodyWriter, Element) throws(BodyFault) -> Void
  ) throws(BodyFault) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    for element in elements { try write(&self, element) }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func pair(_ left: Int, _ right: Int) throws(BodyFault) {
    separate()
    bytes.append(UInt8(ascii: "["))
    try number(left)
    try number(right)
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func weekdays(_ name: String, _ days: Set<Weekday>) throws(BodyFault) {
    try list(name, days.sorted()) { (writer, day) throws(BodyFault) in try writer.number(day.rawValue) }
  }

  /// An object whose keys are data, in byte order.
  mutating func counts(_ name: String, _ counts: [String: Int]) throws(BodyFault) {
    key(name)
    bytes.append(UInt8(ascii: "{"))
    for (key, count) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      try text(key)
      bytes.append(UInt8(ascii: ":"))
      try number(count)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func spans(_ name: String, _ spans: [DutySpan]) throws(BodyFault) {
    try list(name, spans) { (writer, span) throws(BodyFault) in
      writer.open()
      try writer.id("buddy", span.buddy)
      try writer.id("colleague", span.colleague)
      try writer.plain("from", span.hours.from)
      try writer.plain("to", span.hours.to)
      writer.close()
    }
  }

  /// A whole object that was written before.
  mutating func object(_ name: String, _ body: [UInt8]) {
    key(name)
    bytes += body
  }

  /// A comma, unless this is the first thing after an opening bracket or a key.
  private mutating func separate() {
    guard let last = bytes.last else { return }
    switch last {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: ","): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }
}
