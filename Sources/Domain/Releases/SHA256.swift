// SHA-256 in plain Swift, so that the pure core can check a record without importing anything.

/// A running SHA-256 (FIPS 180-4). A value: copy it to reuse the work done on a common prefix.
package struct SHA256: Sendable {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var pending: InlineArray<64, UInt8> = .init(repeating: 0)
  private var pendingCount = 0
  private var totalBytes: UInt64 = 0

  package init() {}

  /// Takes in more bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    totalBytes &+= UInt64(bytes.count)
    var position = 0
    if pendingCount > 0 {
      while pendingCount < 64, position < bytes.count {
        pending[pendingCount] = bytes[position]
        pendingCount += 1
        position += 1
      }
      guard pendingCount == 64 else { return }
      compressPending()
    }
    while bytes.count - position >= 64 {
      compress(UnsafeRawBufferPointer(rebasing: bytes[position..<(position + 64)]))
      position += 64
    }
    while position < bytes.count {
      pending[pendingCount] = bytes[position]
      pendingCount += 1
      position += 1
    }
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let array = Array(bytes)
    array.withUnsafeBytes { update($0) }
  }

  /// Pads and finishes; the 32 bytes of the digest as eight big-endian words.
  package consuming func finish() -> InlineArray<8, UInt32> {
    let bits = totalBytes &* 8
    pending[pendingCount] = 0x80
    pendingCount += 1
    if pendingCount > 56 {
      while pendingCount < 64 { appendZero() }
      compressPending()
    }
    while pendingCount < 56 { appendZero() }
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      pending[pendingCount] = UInt8(truncatingIfNeeded: bits >> shift)
      pendingCount += 1
    }
    compressPending()
    return state
  }

  /// The digest of the bytes, as 32 bytes.
  package static func digest(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    let words = hash.finish()
    var digest: [UInt8] = []
    digest.reserveCapacity(32)
    for index in 0..<8 {
      for shift in stride(from: UInt32(24), through: 0, by: -8) {
        digest.append(UInt8(truncatingIfNeeded: words[index] >> shift))
      }
    }
    return digest
  }

  private mutating func appendZero() {
    pending[pendingCount] = 0
    pendingCount += 1
  }

  private mutating func compressPending() {
    let block = pending
    block.span.withUnsafeBytes { compress($0) }
    pendingCount = 0
  }

  private mutating func compress(_ block: UnsafeRawBufferPointer) {
    var schedule: InlineArray<16, UInt32> = .init(repeating: 0)
    for index in 0..<16 {
      schedule[index] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      if round >= 16 {
        let early = schedule[(round &+ 1) & 15]
        let late = schedule[(round &+ 14) & 15]
        let small0 = Self.rotate(early, 7) ^ Self.rotate(early, 18) ^ (early >> 3)
        let small1 = Self.rotate(late, 17) ^ Self.rotate(late, 19) ^ (late >> 10)
        schedule[round & 15] = schedule[round & 15] &+ small0 &+ schedule[(round &+ 9) & 15] &+ small1
      }
      let big1 = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ big1 &+ choice &+ Self.constants[round] &+ schedule[round & 15]
      let big0 = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ big0 &+ majority)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    (word >> count) | (word << (32 &- count))
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
