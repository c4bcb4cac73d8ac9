// One typed text as an array of plain units, with the place each of them came from.

/// A text in which every way to write a digit, a space or a dash has become one way.
///
/// A unit is an ASCII byte, a letter of Latin-1 by its number (so æ, ø and å can be read), or one of two
/// stand-ins for everything else.
struct NormalisedText {
  /// The text without invisible characters.
  private(set) var units: [UInt8] = []
  /// For each unit the offset, in the UTF-8 of the typed text, of the scalar it came from.
  private(set) var origins: [UInt32] = []
  /// How many of the units are digits.
  private(set) var digitCount = 0

  /// Normalises `text` in one pass.
  init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      units.reserveCapacity(bytes.count)
      origins.reserveCapacity(bytes.count)
      var folding = ScalarFolding()
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          appendASCII(byte, at: index, afterReturn: index > 0 && bytes[index - 1] == 0x0D)
          index += 1
        } else {
          let (scalar, length) = decode(bytes, at: index)
          for unit in folding.units(for: scalar) { append(unit, at: index) }
          index += length
        }
      }
    }
  }

  private mutating func appendASCII(_ byte: UInt8, at index: Int, afterReturn: Bool) {
    switch byte {
    case 0x21...0x7E: append(byte, at: index)
    // A line break of two characters is one space, so that it does not use up a gap between groups.
    case 0x0A where afterReturn: break
    case 0x20, 0x09...0x0D, 0x1C...0x1F: append(Unit.space, at: index)
    // Other control characters are invisible, and hide nothing.
    default: break
    }
  }

  private mutating func append(_ unit: UInt8, at index: Int) {
    if Unit.isDigit(unit) { digitCount += 1 }
    units.append(unit)
    origins.append(UInt32(truncatingIfNeeded: index))
  }

  /// The scalar at `index`, and how many bytes it has; the bytes of a string are always well formed.
  private func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
    let lead = UInt32(bytes[index])
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = lead & (0xFF >> UInt32(length + 1))
    for offset in 1..<length where index + offset < bytes.count {
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

/// The units of a normalised text, and what they are.
enum Unit {
  static let space = UInt8(ascii: " ")
  static let hyphen = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let plus = UInt8(ascii: "+")
  static let at = UInt8(ascii: "@")
  /// A dot in the middle of the line, of any size.
  static let middleDot: UInt8 = 0xB7
  /// Stands for a letter outside Latin-1.
  static let otherLetter: UInt8 = 0x80
  /// Stands for any other visible character outside ASCII.
  static let otherSymbol: UInt8 = 0x81

  /// Whether `unit` is 0–9.
  static func isDigit(_ unit: UInt8) -> Bool { unit &- 0x30 < 10 }

  /// Whether `unit` is a letter of any script.
  static func isLetter(_ unit: UInt8) -> Bool {
    (unit | 0x20) &- 0x61 < 26 || unit == otherLetter || (unit >= 0xC0 && unit != 0xD7 && unit != 0xF7)
  }

  /// The small letter of `unit`, for ASCII and Latin-1.
  static func lowercased(_ unit: UInt8) -> UInt8 {
    let isCapital = unit &- 0x41 < 26 || (unit >= 0xC0 && unit <= 0xDE && unit != 0xD7)
    return isCapital ? unit | 0x20 : unit
  }

  /// Whether `unit` may stand between two groups of one number.
  static func joinsGroups(_ unit: UInt8) -> Bool {
    switch unit {
    case space, hyphen, point, slash, UInt8(ascii: "_"), UInt8(ascii: "("), UInt8(ascii: ")"): true
    default: false
    }
  }
}
