// The bytes of a spreadsheet's file as text: UTF-8 with or without a byte order mark, or Windows-1252.

/// A file's text and how it was written.
package struct CSVText: Equatable, Sendable {
  /// How letters were found to be written.
  package enum Encoding: Equatable, Sendable {
    case utf8
    /// What Excel writes as "CSV (semikolonsepareret)".
    case windows1252
  }

  package let text: String
  package let encoding: Encoding

  /// Reads the bytes. What is not UTF-8 is taken for Windows-1252; a NUL is in no text at all.
  package init?(_ bytes: [UInt8]) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard !content.contains(0) else { return nil }
    if let text = String(validating: content, as: UTF8.self) {
      self.text = text
      encoding = .utf8
    } else {
      text = String(String.UnicodeScalarView(content.map(Self.scalar)))
      encoding = .windows1252
    }
  }

  /// The code page agrees with Latin-1 but for these.
  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let others: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
      0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
      0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    return Unicode.Scalar(others[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }
}
