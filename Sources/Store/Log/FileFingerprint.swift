// What stands for the state of a file or folder between two starts, without telling when it came about.

import Domain
import Glibc

extension FileFacts {
  /// Equal means that nothing was changed; of a folder, that no name came, went or was replaced. Only
  /// the equality counts: the moment of the last change, which would tell when something was recorded,
  /// cannot be read from it.
  var fingerprint: RecordHash {
    let text = Array("state \(device) \(inode) \(size) \(altered)".utf8)
    return text.withUnsafeBytes { RecordHash(ofLine: $0) }
  }

  /// False for what was changed a moment ago: it may change again without its time showing it.
  var isSettled: Bool {
    var now = timespec()
    guard clock_gettime(CLOCK_REALTIME, &now) == 0 else { return false }
    return Int64(now.tv_sec) - altered / 1_000_000_000 > 2
  }

  /// Whether the contents have stood unchanged for more than that many days, in the clock that dates files;
  /// what a command takes for now may be pretended, and is the day at the schools.
  func isOlder(thanDays days: Int) -> Bool {
    Int64(time(nil)) - changed / 1_000_000_000 > Int64(days) * 86_400
  }
}
