// Reads JSON text as it was written: keys that stand twice are noticed, and numbers keep their digits.

/// A JSON text that was read. Foundation's reader drops the first of two equal keys and rounds large
/// numbers; in a document that people edit, either would change in silence what somebody meant.
struct JSONText {
  let value: JSONValue
  /// Keys that stand twice in one object, by their paths, in the order of the text.
  let duplicates: [String]

  /// What a file that is not JSON in UTF-8 has to say: the line, counted from 1, on which it stops being so.
  /// A comma or a bracket that is missing at the end of a line is found on the next one.
  struct Fault: Error {
    var line: Int
  }

  init(_ bytes: [UInt8]) throws(Fault) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    var parser = JSONParser(text)
    let value = parser.document()
    guard let value, String(validating: text, as: UTF8.self) != nil else {
      throw Fault(line: Self.line(of: text.prefix(parser.next)))
    }
    self.value = value
    duplicates = parser.duplicates
  }

  /// The last line of a text, or the first one before it that is not UTF-8.
  private static func line(of text: ArraySlice<UInt8>) -> Int {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? lines.count - 1) + 1
  }
}

/// Reads the grammar of JSON. Nil means: this is none, from the byte on that is next.
private struct JSONParser {
  private let bytes: [UInt8]
  private(set) var next = 0
  private var depth = 0
  private var path: [Step] = []
  private(set) var duplicates: [String] = []
  /// Deeper than any document of ours, and far from what the stack has room for.
  private static let depthLimit = 200

  private enum Step {
    case key(String), index(Int)
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// `colleagues[3].role`; nothing of a key that the guard refuses.
  private static func text(of path: [Step]) -> String {
    path.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += (text.isEmpty ? "" : ".") + TextGuard.shown(key)
      case .index(let index): text += "[\(index)]"
      }
    }
  }

  mutating func document() -> JSONValue? {
    guard let value = value() else { return nil }
    skipSpace()
    return next == bytes.count ? value : nil
  }

  private mutating func value() -> JSONValue? {
    skipSpace()
    guard next < bytes.count else { return nil }
    switch bytes[next] {
    case UInt8(ascii: "{"): return nested { $0.object() }
    case UInt8(ascii: "["): return nested { $0.list() }
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func nested(_ read: (inout Self) -> JSONValue?) -> JSONValue? {
    guard depth < Self.depthLimit else { return nil }
    depth += 1
    next += 1
    defer { depth -= 1 }
    return read(&self)
  }

  // MARK: Objects and lists

  private mutating func object() -> JSONValue? {
    var members: [String: JSONValue] = [:]
    if takeAfterSpace("}") { return .object(members) }
    repeat {
      skipSpace()
      guard let key = string(), takeAfterSpace(":") else { return nil }
      path.append(.key(key))
      if members[key] != nil { duplicates.append(Self.text(of: path)) }
      guard let value = value() else { return nil }
      path.removeLast()
      members[key] = value
    } while takeAfterSpace(",")
    return takeAfterSpace("}") ? .object(members) : nil
  }

  private mutating func list() -> JSONValue? {
    var values: [JSONValue] = []
    if takeAfterSpace("]") { return .list(values) }
    repeat {
      path.append(.index(values.count))
      guard let value = value() else { return nil }
      path.removeLast()
      values.append(value)
    } while takeAfterSpace(",")
    return takeAfterSpace("]") ? .list(values) : nil
  }

  // MARK: Numbers

  /// A whole number that fits, or the number as it was written.
  private mutating func number() -> JSONValue? {
    let start = next
    if peek() == UInt8(ascii: "-") { next += 1 }
    let firstDigit = next
    guard digits() else { return nil }
    if bytes[firstDigit] == UInt8(ascii: "0"), next > firstDigit + 1 { return nil }
    if peek() == UInt8(ascii: ".") {
      next += 1
      guard digits() else { return nil }
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      next += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { next += 1 }
      guard digits() else { return nil }
    }
    let text = String(decoding: bytes[start..<next], as: UTF8.self)
    if let whole = Int(text), String(whole) == text { return .integer(whole) }
    return .number(text)
  }

  /// At least one digit.
  private mutating func digits() -> Bool {
    let start = next
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { next += 1 }
    return next > start
  }

  // MARK: Texts

  private mutating func string() -> String? {
    guard peek() == UInt8(ascii: "\"") else { return nil }
    next += 1
    var text: [UInt8] = []
    while let byte = peek() {
      next += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        text += String(Character(scalar)).utf8
      case 0..<0x20:
        next -= 1
        return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  /// What stands for the characters after a backslash.
  private mutating func escape() -> Unicode.Scalar? {
    guard let byte = peek() else { return nil }
    next += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let first = codeUnit() else { return nil }
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard UTF16.isLeadSurrogate(first), take("\\u"), let second = codeUnit(),
        UTF16.isTrailSurrogate(second)
      else { return nil }
      return Unicode.Scalar(0x1_0000 + (UInt32(first & 0x3FF) << 10) + UInt32(second & 0x3FF))
    default: return nil
    }
  }

  /// Four hexadecimal digits.
  private mutating func codeUnit() -> UInt16? {
    guard next + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[next..<next + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 + UInt16(digit)
    }
    next += 4
    return unit
  }

  // MARK: Bytes

  private func peek() -> UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func take(_ word: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[next...].starts(with: wanted) else { return false }
    next += wanted.count
    return true
  }

  private mutating func takeAfterSpace(_ sign: StaticString) -> Bool {
    skipSpace()
    return take(sign)
  }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { next += 1 }
  }
}
