// The access list (ACL) of a file or folder: who may do more than owner and group.

import CXattr
import Glibc

/// The list as the system keeps it, to be put on the file that takes another one's place.
struct AccessList: Equatable {
  /// Linux keeps it under this name; see acl(5).
  private static let attribute = "system.posix_acl_access"
  private static let limit = 64 << 10

  private let bytes: [UInt8]

  /// The list of an open file or folder; nil where it has none, or the file system knows of none.
  init?(of descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: Self.limit)
    let count = fgetxattr(descriptor, Self.attribute, &bytes, bytes.count)
    guard count > 0 else { return nil }
    self.bytes = Array(bytes.prefix(count))
  }

  /// Puts the list on another open file. The rights of that file for its group are then the list's mask.
  func put(on descriptor: Int32, path: String) throws(SystemError) {
    _ = try Syscalls.retrying(.chmod, path) {
      fsetxattr(descriptor, Self.attribute, bytes, bytes.count, 0)
    }
  }
}
