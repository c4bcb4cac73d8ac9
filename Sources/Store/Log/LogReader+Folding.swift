// Checks and decodes what was read, several files at once, and folds it one after the other.

import Domain
import Foundation
import Synchronization

extension LogReader {
  /// Bytes of a file that have not been looked at.
  struct Unread: Sendable {
    var place: Place
    var reading: SegmentReading
    var bytes: [UInt8]

    /// Verifies and decodes the lines.
    func decoded() -> Decoded {
      var decoded = Decoded(place: place, reading: reading)
      bytes.withUnsafeBytes { raw in
        decoded.reading.take(raw) { decoded.records.append(($0, $1)) }
      }
      return decoded
    }
  }

  /// What the lines say.
  struct Decoded: Sendable {
    var place: Place
    var reading: SegmentReading
    var records: [(body: RecordBody, origin: Origin)] = []
  }

  /// Folds in what was read. Hashes and bodies are checked on all processors; the fold itself is one.
  mutating func foldUnread() {
    let unread = unread
    self.unread = []
    guard unread.count > 3 else {
      for part in unread { fold(part.decoded()) }
      return
    }
    let finished = Mutex<[Int: Decoded]>([:])
    DispatchQueue.concurrentPerform(iterations: unread.count) { index in
      let decoded = unread[index].decoded()
      finished.withLock { $0[index] = decoded }
    }
    let parts = finished.withLock { $0 }
    for index in unread.indices { if let part = parts[index] { fold(part) } }
  }

  private mutating func fold(_ decoded: Decoded) {
    readings[decoded.place] = decoded.reading
    let original = original(of: decoded.place).flatMap { readings[$0] }
    // What stands in a second version of a forgotten file is summed up there.
    if original?.isForgotten == true { return }
    for (body, origin) in decoded.records {
      switch body {
      case .event(let event):
        ledger.apply(event, origin: origin)
        if base != nil, case .handover(let step) = event, step.after != .zero {
          links.append((step.handover, step.after))
        }
      case .tally(let tally):
        // The records themselves are still here.
        if original != nil { continue }
        ledger.apply(tally)
        if case .duty(_, let kept) = tally.content {
          for event in kept { ledger.apply(event, origin: origin) }
        }
      case .segment, .unknown: break
      }
    }
  }
}
