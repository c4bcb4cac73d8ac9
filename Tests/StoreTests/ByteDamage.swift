// Ways in which one byte of a file can change.

/// What becomes of a byte.
enum ByteDamage: CaseIterable, Sendable {
  case lowBit, highBit, zero, newline, space

  func apply(to byte: UInt8) -> UInt8 {
    switch self {
    case .lowBit: byte ^ 1
    case .highBit: byte ^ 0x80
    case .zero: 0
    case .newline: 0x0A
    case .space: 0x20
    }
  }
}
