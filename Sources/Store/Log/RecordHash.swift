// The hash of a line: the first half of a SHA-256 that begins with a block of its own.

import Domain

extension RecordHash {
  /// How many hexadecimal digits a hash, or an id, is written with.
  static let digitCount = 32

  /// SHA-256 after the block "elevtjenesten-log-1" and 45 zero bytes; no other hash begins so.
  private static let begun: SHA256 = {
    var prefix = Array("elevtjenesten-log-1".utf8)
    prefix += [UInt8](repeating: 0, count: 64 - prefix.count)
    var hasher = SHA256()
    prefix.withUnsafeBytes { hasher.update($0) }
    return hasher
  }()

  /// The hash of a line's bytes before `,"h":`.
  init(ofLine bytes: UnsafeRawBufferPointer) {
    var hasher = RecordHash.begun
    hasher.update(bytes)
    let words = hasher.finish()
    self.init(
      high: UInt64(words[0]) << 32 | UInt64(words[1]), low: UInt64(words[2]) << 32 | UInt64(words[3]))
  }
}

extension Hex128 {
  /// Reads 32 lower-case hexadecimal digits at a place in a line.
  @inline(__always)
  init?(digits line: UnsafeRawBufferPointer, at position: Int) {
    guard line.count - position >= 32, let high = Self.word(line, at: position),
      let low = Self.word(line, at: position + 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  /// Adds the 32 digits to a line.
  func appendDigits(to line: inout [UInt8]) {
    for word in [high, low] {
      for shift in stride(from: UInt64(60), through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: word >> shift) & 15
        line.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }

  /// Sixteen digits as one word; the digits are checked together at the end.
  @inline(__always)
  private static func word(_ line: UnsafeRawBufferPointer, at position: Int) -> UInt64? {
    var word: UInt64 = 0
    for offset in 0..<16 {
      let byte = line[position + offset]
      let number = byte &- UInt8(ascii: "0")
      let letter = byte &- UInt8(ascii: "a")
      let digit: UInt8
      if number < 10 { digit = number } else if letter < 6 { digit = letter + 10 } else { return nil }
      word = word << 4 | UInt64(digit)
    }
    return word
  }
}
