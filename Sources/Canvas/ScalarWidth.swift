// The width of one Unicode scalar, as terminals and the C library's `wcwidth` count it.

extension Unicode.Scalar {
  /// Never sent to a terminal: control characters, line separators, and all invisible formatting
  /// that reorders or hides text, save the joiners that are part of a letter.
  package var isControlling: Bool {
    if value < 0x80 { return value < 0x20 || value == 0x7F }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return value != 0x200C && value != 0x200D
    default: return false
    }
  }

  /// Columns taken: 0 for a mark on the letter before, 2 for a wide one, nil when unassigned.
  package var columns: Int? {
    if value < 0x300 { return isControlling && value != 0xAD ? nil : 1 }
    switch properties.generalCategory {
    case .unassigned, .surrogate, .control, .lineSeparator, .paragraphSeparator: return nil
    case .nonspacingMark, .enclosingMark: return 0
    case .format: return isVisibleFormat ? 1 : 0
    default: break
    }
    if isJoinedHangul { return 0 }
    return isWide ? 2 : 1
  }

  /// The Arabic, Syriac and Kaithi number signs are formatting that is drawn.
  private var isVisibleFormat: Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  /// Vowels and final consonants of Korean, drawn inside the syllable they follow.
  private var isJoinedHangul: Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
  }

  /// East Asian wide and full-width characters, and pictures shown as emoji by default.
  private var isWide: Bool {
    if value < 0x1100 { return false }
    if Self.wide.contains(where: { $0.contains(value) }) { return true }
    // Flags are made of two letters that are each one column.
    return properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains(value)
  }

  /// Blocks that are wide and not emoji, from Unicode's EastAsianWidth.txt.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FF1, 0x17000...0x18D08,
    0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
