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
  /// Whether keys and words that are not known are read past.
  private let isTolerant: Bool
  /// Something was read past that only a later program can have written.
  private(set) var isNewer = false

  init(_ bytes: UnsafeRawBufferPointer, isTolerant: Bool = false) {
    self.bytes = bytes
    self.isTolerant = isTolerant
  }

  /// The fault at the place reached.
  var fault: BodyFault { .malformed(at: position) }

  // MARK: Structure

  mutating func open() throws(BodyFault) { try take(UInt8(ascii: "{")) }

  mutating func close() throws(BodyFault) {
    if isTolerant { passKeys(before: nil) }
    try take(UInt8(ascii: "}"))
  }

  /// Nothing follows.
  func end() throws(BodyFault) { if position != bytes.count { throw fault } }

  /// `"name":`, after a comma if something stands before it.
  mutating func key(_ name: StaticString) throws(BodyFault) {
    guard takeKey(name) else { throw fault }
  }

  /// The same for a key that may be left out.
  mutating func takeKey(_ name: StaticString) -> Bool {
    if isTolerant { passKeys(before: name) }
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

  mutating func date() throws(BodyFault) -> CivilDate {
    let text = try string()
    guard text.count == 10, let date = CivilDate(fixed: text) else { throw fault }
    return date
  }

  mutating func name<Entity>() throws(BodyFault) -> ID<Entity> {
    let text = try text()
    guard !text.isEmpty else { throw fault }
    return ID(text)
  }

  /// The bytes of a whole object, brackets included, whatever it says.
  mutating func object() throws(BodyFault) -> UnsafeRawBufferPointer {
    let start = position
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { throw fault }
    try passValue()
    return UnsafeRawBufferPointer(rebasing: bytes[start..<position])
  }

  mutating func take(_ byte: UInt8) throws(BodyFault) {
    guard takeIf(byte) else { throw fault }
  }

  mutating func takeIf(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}

// MARK: What is not known

extension BodyReader {
  /// Whether the bytes are one object of the form that all bodies have, whatever it says.
  static func isObject(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var reader = BodyReader(bytes)
    return (try? reader.object()) != nil && reader.position == bytes.count
  }

  /// Goes past a text that says nothing known. A fault, but for a word of a list that a later program
  /// may have made longer.
  mutating func passUnknown(_ text: String, _ isOfClosedList: Bool) throws(BodyFault) {
    let isWord =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
      }
    guard isTolerant, isOfClosedList, isWord else { throw fault }
    isNewer = true
  }

  /// Goes past something inside the body that was found to be of a later program.
  mutating func passNewer() throws(BodyFault) {
    guard isTolerant else { throw fault }
    isNewer = true
  }

  /// Goes past keys that nobody asks for: those before a name, or all that are left of the object.
  private mutating func passKeys(before name: StaticString?) {
    while true {
      var ahead = self
      if position > 0, bytes[position - 1] != UInt8(ascii: "{"), !ahead.takeIf(UInt8(ascii: ",")) { return }
      guard let key = try? ahead.string(), ahead.takeIf(UInt8(ascii: ":")) else { return }
      if let name {
        let asked = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        guard key.lexicographicallyPrecedes(asked) else { return }
      }
      guard (try? ahead.passValue()) != nil else { return }
      self = ahead
      isNewer = true
    }
  }

  /// Reads past one value of any kind; the keys of objects must be in order, each once.
  private mutating func passValue(depth: Int = 0) throws(BodyFault) {
    guard position < bytes.count, depth < 16 else { throw fault }
    switch bytes[position] {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
    case UInt8(ascii: "n"): if !takeNull() { throw fault }
    case UInt8(ascii: "["):
      position += 1
      if takeIf(UInt8(ascii: "]")) { return }
      repeat { try passValue(depth: depth + 1) } while takeIf(UInt8(ascii: ","))
      try take(UInt8(ascii: "]"))
    case UInt8(ascii: "{"):
      position += 1
      if takeIf(UInt8(ascii: "}")) { return }
      var last: UnsafeRawBufferPointer?
      repeat {
        let key = try string()
        if let last, !last.lexicographicallyPrecedes(key) { throw fault }
        last = key
        try take(UInt8(ascii: ":"))
        try passValue(depth: depth + 1)
      } while takeIf(UInt8(ascii: ","))
      try take(UInt8(ascii: "}"))
    default: _ = try number()
    }
  }
}
