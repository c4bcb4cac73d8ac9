// Names as the system has them: bytes, which are not always UTF-8, carried in Swift's text without loss.

/// Between the bytes of a name and a text.
package enum FileName {
  /// Where a name is no UTF-8, its byte b stands as this scalar and b: private use, at the very end.
  private static let first: UInt32 = 0x10FE00

  /// The text for a name.
  static func text(of bytes: UnsafePointer<CChar>) -> String {
    if let text = String(validatingCString: bytes), !carriesBytes(text) { return text }
    var text = ""
    var next = bytes
    while next.pointee != 0 {
      let byte = UInt8(bitPattern: next.pointee)
      let scalar = byte < 0x80 ? Unicode.Scalar(byte) : Unicode.Scalar(first + UInt32(byte))
      if let scalar { text.unicodeScalars.append(scalar) }
      next += 1
    }
    return text
  }

  /// The bytes of a name, for a system call.
  @inline(__always)
  static func withBytes<Result>(of name: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard carriesBytes(name) else { return name.withCString(body) }
    var bytes: [CChar] = []
    for scalar in name.unicodeScalars {
      if let byte = byte(of: scalar) {
        bytes.append(CChar(bitPattern: byte))
      } else {
        bytes += UTF8.encode(scalar).map { $0.map(CChar.init(bitPattern:)) } ?? []
      }
    }
    return (bytes + [0]).withUnsafeBufferPointer { buffer in
      // An array with a zero in it has a place in memory.
      buffer.baseAddress.map(body) ?? name.withCString(body)
    }
  }

  /// A name, or a sentence with one in it, as it can be shown on one line: `bad\xF8.json`.
  package static func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      if let byte = byte(of: scalar) {
        shown += "\\x" + String(byte, radix: 16, uppercase: true)
      } else if scalar == "\n" {
        shown += "\\n"
      } else if category == .control {
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// All these scalars begin with one byte that is rare in names.
  private static func carriesBytes(_ text: String) -> Bool {
    text.utf8.contains(0xF4) && text.unicodeScalars.contains { byte(of: $0) != nil }
  }

  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    (first + 0x80...first + 0xFF).contains(scalar.value) ? UInt8(scalar.value - first) : nil
  }
}
