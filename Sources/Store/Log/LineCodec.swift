// One record is one line; this file turns its outer form into bytes and back, and checks its hash.
// The format is described in Format.md.

import Domain

/// Why a line is not a record.
package enum LineFault: Error, Equatable, Hashable, Sendable {
  /// The line has no newline: it was cut off, or is still arriving.
  case torn
  /// More than 64 KiB without a newline.
  case tooLong
  /// The bytes do not have the outer form of a record.
  case malformed
  /// The form is right, the hash is not.
  case badHash
  /// The line verifies, and was written in a later version of the format.
  case unknownVersion(Int)
}

/// The outer form of a record that verifies: numbers and hashes read, kind and body still bytes.
package struct RecordLine: Equatable, Sendable {
  package var version: Int
  package var sequence: Int
  package var previous: RecordHash
  package var hash: RecordHash
  /// Where kind and body lie in the line.
  package var kind: Range<Int>
  package var body: Range<Int>
}

/// Encoding and decoding of one line.
package enum LineCodec {
  /// The versions this program reads; which one it writes is a matter of the kind.
  package static let versions = 1...2
  /// The longest line, newline included.
  package static let longest = 65_536
  /// What remains of a forgotten year of many schools may be longer.
  package static let longestTally = 4 << 20
  /// `,"h":"` and 32 digits and `"}`.
  static let tail = 40

  private static let head: [UInt8] = Array(#"{"v":"#.utf8)
  private static let sequenceKey: [UInt8] = Array(#","s":"#.utf8)
  private static let previousKey: [UInt8] = Array(#","p":""#.utf8)
  private static let kindKey: [UInt8] = Array(#"","k":""#.utf8)
  private static let bodyKey: [UInt8] = Array(#"","b":"#.utf8)
  private static let hashKey: [UInt8] = Array(#","h":""#.utf8)
  private static let end: [UInt8] = Array(#""}"#.utf8)

  /// The whole line with its newline, and its hash.
  package static func encode(
    version: Int = 1, sequence: Int, previous: RecordHash, kind: String, body: [UInt8]
  ) -> (line: [UInt8], hash: RecordHash) {
    var line: [UInt8] = []
    line.reserveCapacity(body.count + 160)
    line += head
    line += String(version).utf8
    line += sequenceKey
    line += String(sequence).utf8
    line += previousKey
    previous.appendDigits(to: &line)
    line += kindKey
    line += kind.utf8
    line += bodyKey
    line += body
    let hash = line.withUnsafeBytes { RecordHash(ofLine: $0) }
    line += hashKey
    hash.appendDigits(to: &line)
    line += end
    line.append(UInt8(ascii: "\n"))
    return (line, hash)
  }

  /// The line of a record, in the version of its kind.
  package static func encode(
    sequence: Int, previous: RecordHash, _ record: EncodedBody
  ) -> (line: [UInt8], hash: RecordHash) {
    encode(
      version: record.version, sequence: sequence, previous: previous, kind: record.kind, body: record.body)
  }

  /// Reads one line without its newline. Nothing is believed before the hash is verified.
  package static func decode(_ line: UnsafeRawBufferPointer) throws(LineFault) -> RecordLine {
    guard line.count < longestTally else { throw .tooLong }
    guard line.count > tail else { throw .malformed }
    let hashed = line.count - tail
    var cursor = Cursor(line, at: hashed)
    guard cursor.take(hashKey), let hash = cursor.takeHash(), cursor.take(end) else { throw .malformed }
    guard RecordHash(ofLine: UnsafeRawBufferPointer(rebasing: line[..<hashed])) == hash else {
      throw .badHash
    }
    cursor = Cursor(line, at: 0)
    guard cursor.take(head), let version = cursor.takeNumber() else { throw .malformed }
    guard versions.contains(version) else { throw .unknownVersion(version) }
    guard cursor.take(sequenceKey), let sequence = cursor.takeNumber(), sequence > 0,
      cursor.take(previousKey), let previous = cursor.takeHash(), cursor.take(kindKey)
    else { throw .malformed }
    let kind = cursor.takeName()
    guard !kind.isEmpty, cursor.take(bodyKey), cursor.position < hashed else { throw .malformed }
    guard line.count < longest || line[kind].elementsEqual(LogKind.tally.utf8) else { throw .tooLong }
    return RecordLine(
      version: version, sequence: sequence, previous: previous, hash: hash, kind: kind,
      body: cursor.position..<hashed)
  }
}

extension LineCodec {
  /// A place in a line, moved only by what is found there.
  private struct Cursor {
    let line: UnsafeRawBufferPointer
    var position: Int

    init(_ line: UnsafeRawBufferPointer, at position: Int) {
      self.line = line
      self.position = position
    }

    mutating func take(_ expected: [UInt8]) -> Bool {
      guard line.count - position >= expected.count else { return false }
      var offset = position
      for byte in expected {
        if line[offset] != byte { return false }
        offset += 1
      }
      position = offset
      return true
    }

    /// 1 to 15 digits without a leading zero.
    mutating func takeNumber() -> Int? {
      var value = 0
      let start = position
      while position < line.count, position - start < 15 {
        let digit = line[position] &- UInt8(ascii: "0")
        if digit > 9 { break }
        value = value * 10 + Int(digit)
        position += 1
      }
      guard position > start, line[start] != UInt8(ascii: "0") else { return nil }
      return value
    }

    mutating func takeHash() -> RecordHash? {
      guard let hash = RecordHash(digits: line, at: position) else { return nil }
      position += RecordHash.digitCount
      return hash
    }

    /// Lower case letters, digits and hyphens.
    mutating func takeName() -> Range<Int> {
      let start = position
      while position < line.count {
        let byte = line[position]
        let isLetter = byte &- UInt8(ascii: "a") < 26
        let isDigit = byte &- UInt8(ascii: "0") < 10
        guard isLetter || isDigit || byte == UInt8(ascii: "-") else { break }
        position += 1
      }
      return start..<position
    }
  }
}
