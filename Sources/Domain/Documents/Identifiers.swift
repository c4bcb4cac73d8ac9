// Identifiers that the compiler keeps apart: a school's is not a colleague's, an id is not a hash.

/// A short ASCII identifier chosen by people, such as `EUC` or `CET`.
package struct ID<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral
{
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package init(stringLiteral value: String) {
    text = value
  }

  package static func < (left: ID, right: ID) -> Bool { left.text < right.text }

  package var description: String { text }
}

/// 128 bits, written as 32 lower-case hexadecimal digits. The tag says what they stand for.
package struct Hex128<Tag>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// All bits zero: "none", the start of a chain.
  package static var zero: Hex128 { Hex128(high: 0, low: 0) }

  /// Reads exactly 32 lower-case hexadecimal digits.
  package init?(hex bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for byte in bytes {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      high = high << 4 | low >> 60
      low = low << 4 | UInt64(digit)
    }
    self.init(high: high, low: low)
  }

  /// Reads exactly 32 lower-case hexadecimal digits.
  package init?(_ text: some StringProtocol) {
    self.init(hex: Array(text.utf8))
  }

  package static func < (left: Hex128, right: Hex128) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  /// The 32 digits as ASCII bytes.
  package var hexBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in [high, low] {
      for shift in stride(from: UInt64(60), through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: word >> shift) & 15
        bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
      }
    }
    return bytes
  }

  package var description: String { String(decoding: hexBytes, as: UTF8.self) }
}

/// Tags for the uses of 128 bits.
package enum RecordTag {}
package enum HashTag {}

/// The random id of one record in the log.
package typealias RecordID = Hex128<RecordTag>
/// The first half of a record's SHA-256.
package typealias RecordHash = Hex128<HashTag>
