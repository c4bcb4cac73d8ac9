// Cuts bytes into lines.

import Glibc

/// The lines of a buffer, without their newlines.
struct LineSplitter: Sequence, IteratorProtocol {
  struct Line {
    /// Where the line begins in the buffer.
    var offset: Int
    var bytes: UnsafeRawBufferPointer
    /// False for what stands after the last newline.
    var isTerminated: Bool
  }

  private let buffer: UnsafeRawBufferPointer
  private var position: Int

  init(_ buffer: UnsafeRawBufferPointer, from position: Int = 0) {
    self.buffer = buffer
    self.position = position
  }

  mutating func next() -> Line? {
    guard position < buffer.count, let base = buffer.baseAddress else { return nil }
    let start = position
    let rest = base + start
    guard let found = memchr(rest, Int32(UInt8(ascii: "\n")), buffer.count - start) else {
      position = buffer.count
      return Line(
        offset: start, bytes: UnsafeRawBufferPointer(rebasing: buffer[start...]), isTerminated: false)
    }
    let end = start + (UnsafeRawPointer(found) - rest)
    position = end + 1
    return Line(
      offset: start, bytes: UnsafeRawBufferPointer(rebasing: buffer[start..<end]), isTerminated: true)
  }
}
