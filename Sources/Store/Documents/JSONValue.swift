// A JSON document as a value, so that keys this program does not know survive a rewrite.

/// Any JSON value. A number that is no whole number of ours keeps the digits it was written with.
package indirect enum JSONValue: Equatable, Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(String)
  case string(String)
  case list([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue {
  /// Reads what the program itself writes; nil when the bytes are not JSON in UTF-8, or hold a key twice,
  /// which nothing of ours does.
  package init?(document bytes: [UInt8]) {
    guard let text = try? JSONText(bytes), text.duplicates.isEmpty else { return nil }
    self = text.value
  }

  /// A whole number, also where it was written as `2.0`.
  var whole: Int? {
    switch self {
    case .integer(let value): value
    case .number(let text): Double(text).flatMap { Int(exactly: $0) }
    case .null, .bool, .string, .list, .object: nil
    }
  }
}

extension JSONValue {
  /// The value under a key of an object.
  package subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { return members[key] }
    return nil
  }

  /// Text with two-space indent, sorted keys and a newline at the end.
  package var document: [UInt8] {
    var text: [UInt8] = []
    append(to: &text, indent: 0)
    text.append(UInt8(ascii: "\n"))
    return text
  }

  private func append(to text: inout [UInt8], indent: Int) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .integer(let value): text += String(value).utf8
    case .number(let value): text += value.utf8
    case .string(let value): JSONValue.append(value, to: &text)
    case .list(let values):
      if values.isEmpty {
        text += "[]".utf8
      } else if values.allSatisfy(\.isShort) {
        appendOnOneLine(values, to: &text)
      } else {
        text += "[\n".utf8
        for (offset, value) in values.enumerated() {
          if offset > 0 { text += ",\n".utf8 }
          JSONValue.appendIndent(indent + 1, to: &text)
          value.append(to: &text, indent: indent + 1)
        }
        text.append(UInt8(ascii: "\n"))
        JSONValue.appendIndent(indent, to: &text)
        text.append(UInt8(ascii: "]"))
      }
    case .object(let members):
      appendMembers(members, to: &text, indent: indent)
    }
  }

  /// Short enough to stand beside others on one line.
  private var isShort: Bool {
    switch self {
    case .null, .bool, .integer, .number: true
    case .string(let value): value.utf8.count <= 24
    case .list, .object: false
    }
  }

  private func appendOnOneLine(_ values: [JSONValue], to text: inout [UInt8]) {
    text.append(UInt8(ascii: "["))
    for (offset, value) in values.enumerated() {
      if offset > 0 { text += ", ".utf8 }
      value.append(to: &text, indent: 0)
    }
    text.append(UInt8(ascii: "]"))
  }

  private func appendMembers(_ members: [String: JSONValue], to text: inout [UInt8], indent: Int) {
    guard !members.isEmpty else {
      text += "{}".utf8
      return
    }
    text += "{\n".utf8
    let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (offset, member) in sorted.enumerated() {
      if offset > 0 { text += ",\n".utf8 }
      JSONValue.appendIndent(indent + 1, to: &text)
      JSONValue.append(member.key, to: &text)
      text += ": ".utf8
      member.value.append(to: &text, indent: indent + 1)
    }
    text.append(UInt8(ascii: "\n"))
    JSONValue.appendIndent(indent, to: &text)
    text.append(UInt8(ascii: "}"))
  }

  private static func appendIndent(_ depth: Int, to text: inout [UInt8]) {
    for _ in 0..<depth { text += "  ".utf8 }
  }

  private static func append(_ value: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""): text += #"\""#.utf8
      case UInt8(ascii: "\\"): text += #"\\"#.utf8
      case 0x0A: text += #"\n"#.utf8
      case 0x09: text += #"\t"#.utf8
      case 0x0D: text += #"\r"#.utf8
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        text += #"\u00"#.utf8
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
