// A strict reader of record bodies: JSON without white space, escapes or fractions, keys in order.

import Domain

/// A body that verifies but does not have the form its kind asks for.
package enum BodyFault: Error, Equatable, Hashable, Sendable {
  /// The bytes do not have the form of the kind; the offset is counted from the body's start.
  case malformed(at: Int)
  /// A text that may not stand in the log: not printable ASCII, or with a quote or backslash.
  case unwritable(key: String)
}

/// Reads a body from front to back. Every key is asked for in its sorted place.
struct BodyReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The fault at the place reached.
  var fault: BodyFault { .malformed(at: position) }

  // MARK: Structure

  mutating func open() throws(BodyFault) { try take(UInt8(ascii: "{")) }

  mutating func close() throws(BodyFault) { try take(UInt8(ascii: "}")) }

  /// Nothing follows.
  func end() throws(BodyFault) { if position != bytes.count { throw fault } }

  /// `"name":`, after a comma if something stands before it.
  mutating func key(_ name: StaticString) throws(BodyFault) {
    guard takeKey(name) else { throw fault }
  }

  /// The same for a key that may be left out.
  mutating func takeKey(_ name: StaticString) -> Bool {
    var offset = position
    if offset > 0, bytes[offset - 1] != UInt8(ascii: "{") {
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { return false }
      offset += 1
    }
    let count = name.utf8CodeUnitCount
    guard bytes.count - offset >= count + 3, bytes[offset] == UInt8(ascii: "\""),
      bytes[offset + count + 1] == UInt8(ascii: "\""), bytes[offset + count + 2] == UInt8(ascii: ":")
    else { return false }
    for index in 0..<count where bytes[offset + 1 + index] != name.utf8Start[index] { return false }
    position = offset + count + 3
    return true
  }

  /// A list; the closure reads one element.
  mutating func list<Element>(
    _ element: (inout BodyReader) throws(BodyFault) -> Element
  ) throws(BodyFault) -> [Element] {
    try take(UInt8(ascii: "["))
    var elements: [Element] = []
    if takeIf(UInt8(ascii: "]")) { return elements }
    repeat { elements.append(try element(&self)) } while takeIf(UInt8(ascii: ","))
    try take(UInt8(ascii: "]"))
    return elements
  }

  /// An object whose keys are data and whose values are counts, keys in byte order.
  mutating func counts() throws(BodyFault) -> [(key: String, count: Int)] {
    try open()
    var counts: [(key: String, count: Int)] = []
    if takeIf(UInt8(ascii: "}")) { return counts }
    repeat {
      let name = try text()
      if let last = counts.last, !last.key.utf8.lexicographicallyPrecedes(name.utf8) { throw fault }
      try take(UInt8(ascii: ":"))
      counts.append((name, try number()))
    } while takeIf(UInt8(ascii: ","))
    try close()
    return counts
  }

  mutating func takeNull() -> Bool {
    guard bytes.count - position >= 4, bytes[position] == UInt8(ascii: "n"),
      bytes[position + 1] == UInt8(ascii: "u"), bytes[position + 2] == UInt8(ascii: "l"),
      bytes[position + 3] == UInt8(ascii: "l")
    else { return false }
    position += 4
    return true
  }

  // MARK: Values

  /// The bytes between two quotes: printable ASCII without quote or backslash.
  mutating func string() throws(BodyFault) -> UnsafeRawBufferPointer {
    try take(UInt8(ascii: "\""))
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        defer { position += 1 }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<position])
      }
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\\") else { throw fault }
      position += 1
    }
    throw fault
  }

  mutating func text() throws(BodyFault) -> String {
    String(decoding: try string(), as: UTF8.self)
  }

  mutating func hex<Tag>() throws(BodyFault) -> Hex128<Tag> {
    let digits = try string()
    guard digits.count == 32, let value = Hex128<Tag>(digits: digits, at: 0) else { throw fault }
    return value
  }

  /// A whole number of at most 15 digits, zero included, none negative.
  mutating func number() throws(BodyFault) -> Int {
    let start = position
    var value = 0
    while position < bytes.count, position - start < 15 {
      let digit = bytes[position] &- UInt8(ascii: "0")
      if digit > 9 { break }
      value = value * 10 + Int(digit)
      position += 1
    }
    guard position > start, position == start + 1 || bytes[start] != UInt8(ascii: "0") else { throw fault }
    return value
  }

  mutating func bool() throws(BodyFault) -> Bool {
    let word: StaticString = position < bytes.count && bytes[position] == UInt8(ascii: "t") ? "true" : "false"
    let count = word.utf8CodeUnitCount
    guard bytes.count - position >= count else { throw fault }
    for index in 0..<count where bytes[position + index] != word.utf8Start[index] { throw fault }
    position += count
    return count == 4
  }

  /// The bytes of a whole object, brackets included, read past without looking at what it says.
  mutating func object() throws(BodyFault) -> UnsafeRawBufferPointer {
    let start = position
    try open()
    var depth = 1
    var isQuoted = false
    while depth > 0 {
      guard position < bytes.count else { throw fault }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: "{") { depth += 1 }
      if !isQuoted, byte == UInt8(ascii: "}") { depth -= 1 }
      position += 1
    }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<position])
  }

  private mutating func take(_ byte: UInt8) throws(BodyFault) {
    guard takeIf(byte) else { throw fault }
  }

  private mutating func takeIf(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}
