// What a character outside ASCII becomes: a digit, a space, a hyphen, a letter, or nothing.
import Foundation

/// Folds characters outside ASCII, and remembers what it has seen: the compatibility mapping is slow.
struct ScalarFolding {
  private var seen: [Unicode.Scalar: [UInt8]] = [:]

  /// The units that stand for `scalar`; none when it is invisible.
  mutating func units(for scalar: Unicode.Scalar) -> [UInt8] {
    if let units = seen[scalar] { return units }
    let units = Self.fold(scalar)
    seen[scalar] = units
    return units
  }

  private static func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
    if let unit = ownUnit(of: scalar) { return unit }
    let mapped = String(Character(scalar)).precomposedStringWithCompatibilityMapping.unicodeScalars
    return mapped.flatMap { scalar -> [UInt8] in
      if scalar.value > 0x20, scalar.value < 0x7F { return [UInt8(scalar.value)] }
      if scalar.value == 0x20 { return [Unit.space] }
      if let unit = ownUnit(of: scalar) { return unit }
      return [scalar.properties.isAlphabetic ? Unit.otherLetter : Unit.otherSymbol]
    }
  }

  /// What `scalar` is by its own properties; nil when only its compatibility mapping can tell.
  private static func ownUnit(of scalar: Unicode.Scalar) -> [UInt8]? {
    if scalar.value < 0x100, Unit.isLetter(UInt8(scalar.value)), scalar.value >= 0xC0 {
      return [UInt8(scalar.value)]
    }
    let properties = scalar.properties
    if let digit = digit(of: properties) { return [0x30 + digit] }
    if isSpace(scalar) { return [Unit.space] }
    if isDash(scalar) { return [Unit.hyphen] }
    if isSlash(scalar) { return [Unit.slash] }
    if isInvisible(properties) { return [] }
    return listSign(scalar).map { [$0] }
  }

  /// Every decimal digit of every script, and circled and raised digits.
  private static func digit(of properties: Unicode.Scalar.Properties) -> UInt8? {
    guard properties.numericType == .decimal || properties.numericType == .digit,
      let value = properties.numericValue, value >= 0, value <= 9
    else { return nil }
    return UInt8(value)
  }

  /// White space, and the empty Braille pattern, which looks like it.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0x2800
  }

  /// Dash punctuation, and what looks the same: minus signs, the hyphen bullet, a drawn line, a long vowel.
  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2212, 0x2043, 0x02D7, 0x2796, 0x2500, 0x23AF, 0x30FC, 0xFF70: true
    default: scalar.properties.generalCategory == .dashPunctuation
    }
  }

  private static func isSlash(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x2044 || scalar.value == 0x2215
  }

  /// Arrows to the right are one sign, dots in the middle of the line one, upright lines one.
  private static func listSign(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x00B7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x25CF, 0x30FB: Unit.middleDot
    case 0x2192, 0x21D2, 0x21E8, 0x2794, 0x279C, 0x27A1, 0x27F6, 0x21A6, 0x203A, 0x00BB, 0x2B95,
      0x2799...0x27BE:
      UInt8(ascii: ">")
    case 0x00A6, 0x2502, 0x2223, 0x2758...0x275A, 0x2016: UInt8(ascii: "|")
    default: nil
    }
  }

  /// Zero-width characters, soft hyphens and marks that sit on the character before them.
  private static func isInvisible(_ properties: Unicode.Scalar.Properties) -> Bool {
    if properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .format, .control, .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
