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
  package init?(digits line: UnsafeRawBufferPointer, at position: Int) {
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

  /// Sixteen digits as one word.
  @inline(__always)
  private static func word(_ line: UnsafeRawBufferPointer, at position: Int) -> UInt64? {
    guard
      let high = half(line.loadUnaligned(fromByteOffset: position, as: UInt64.self)),
      let low = half(line.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self))
    else { return nil }
    return high << 32 | low
  }

  /// Eight digits at once, each in a byte of one word. A digit's value is its low half, and nine more
  /// for a letter; writing the values as digits again shows whether they were any.
  @inline(__always)
  private static func half(_ digits: UInt64) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let values = (digits & (ones &* 0x0F)) &+ ((digits >> 6) & ones) &* 9
    let letters = ((values &+ ones &* 6) >> 4) & ones
    guard values & (ones &* 0xF0) == 0, values &+ ones &* 0x30 &+ letters &* 0x27 == digits else {
      return nil
    }
    let ordered = UInt64(bigEndian: values)
    let pairs = (ordered | ordered >> 4) & 0x00FF_00FF_00FF_00FF
    let quads = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
    return (quads | quads >> 16) & 0xFFFF_FFFF
  }
}
