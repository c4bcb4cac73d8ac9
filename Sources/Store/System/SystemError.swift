// What a failed system call leaves behind: the call, the error number and the path it was made on.

import Glibc

/// A system call that failed. Facts only; sentences are made where they are shown.
package struct SystemError: Error, Equatable, Hashable, Sendable {
  /// The calls this target makes.
  package enum Call: String, Sendable, CaseIterable {
    case open, read, write, stat, sync, link, unlink, rename, mkdir, chmod, chown, lock, list, seek
    case setTimes, realpath
  }

  /// The call that failed.
  package var call: Call
  /// `errno` right after it.
  package var code: Int32
  /// The path it was made on, as far as it is known.
  package var path: String

  package init(_ call: Call, code: Int32, path: String) {
    self.call = call
    self.code = code
    self.path = path
  }
}

extension SystemError {
  /// Nothing stands at the path.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The user may not do this here.
  package var isDenied: Bool { code == EACCES || code == EPERM || code == EROFS }

  /// Something stands there already.
  package var isTaken: Bool { code == EEXIST }

  /// A symbolic link, a folder, a FIFO or a device stands where a plain file or a folder belongs.
  package var isWrongKind: Bool {
    code == ELOOP || code == EISDIR || code == ENXIO || code == EMLINK || code == ENOTDIR
  }

  /// The disk or the quota is full, or the file may not grow.
  package var isFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
}

extension SystemError {
  /// `EROFS`, for those who do not know the system's numbers.
  static let readOnlyFileSystem = EROFS
}
