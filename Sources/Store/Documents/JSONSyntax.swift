// Where a file stops being JSON, so that whoever edited it by hand can find the place: the decoder says
// only that it does.

/// The grammar of JSON, as far as it takes to find the first fault.
struct JSONSyntax {
  /// As deep as the decoder goes, so that no file can exhaust the stack.
  private static let deepest = 512

  private let bytes: [UInt8]
  private var index = 0

  /// The line, counted from 1, where a text first is not JSON in UTF-8. A comma or a bracket that is
  /// missing at the end of a line is found on the next one.
  static func faultyLine(of bytes: [UInt8]) -> Int {
    var syntax = JSONSyntax(bytes: bytes)
    if syntax.takesValue(depth: 0) { syntax.skipSpace() }
    let lines = bytes.prefix(syntax.index).split(separator: newline, omittingEmptySubsequences: false)
    let garbled = lines.firstIndex { !String(decoding: $0, as: UTF8.self).utf8.elementsEqual($0) }
    return (garbled ?? lines.count - 1) + 1
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0D, newline].contains(byte) { index += 1 }
  }

  /// Whether a value stands here. After a no the index is at the fault.
  private mutating func takesValue(depth: Int) -> Bool {
    skipSpace()
    guard depth < Self.deepest, let byte = next else { return false }
    switch byte {
    case UInt8(ascii: "{"): return takesList(from: "{", to: "}", depth: depth, isObject: true)
    case UInt8(ascii: "["): return takesList(from: "[", to: "]", depth: depth, isObject: false)
    case UInt8(ascii: "\""): return takesText()
    default: return takesWord()
    }
  }

  /// Members or values with commas between.
  private mutating func takesList(
    from open: Unicode.Scalar, to close: Unicode.Scalar, depth: Int, isObject: Bool
  ) -> Bool {
    guard takes(open) else { return false }
    skipSpace()
    if takes(close) { return true }
    repeat {
      if isObject {
        skipSpace()
        guard takesText() else { return false }
        skipSpace()
        guard takes(":") else { return false }
      }
      guard takesValue(depth: depth + 1) else { return false }
      skipSpace()
    } while takes(",")
    return takes(close)
  }

  private mutating func takesText() -> Bool {
    guard takes("\"") else { return false }
    while let byte = next, byte >= 0x20 {
      if takes("\"") { return true }
      index += byte == UInt8(ascii: "\\") && index + 1 < bytes.count ? 2 : 1
    }
    return false
  }

  /// A number, `true`, `false` or `null`.
  private mutating func takesWord() -> Bool {
    let rest = bytes[index...].prefix { byte in
      [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
        || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    let word = String(decoding: rest, as: UTF8.self)
    let isNumber = word.first.map { $0 == "-" || $0.isNumber } == true && Double(word) != nil
    guard isNumber || ["true", "false", "null"].contains(word) else { return false }
    index += rest.count
    return true
  }
}

private let newline = UInt8(ascii: "\n")
