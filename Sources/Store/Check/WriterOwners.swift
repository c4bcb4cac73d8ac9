// Whose accounts the writers' folders belong to: a desk's, or those of single colleagues.

import Domain
import Glibc

/// The accounts of this machine.
package enum Accounts {
  /// The login of a user; nil where the machine knows none.
  package static func login(of user: UInt32) -> String? {
    var (entry, found) = (passwd(), UnsafeMutablePointer<passwd>?.none)
    var space = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(user, &entry, &space, space.count, &found) == 0, found != nil, let name = entry.pw_name
    else { return nil }
    return String(cString: name)
  }
}

extension CheckFinding {
  /// The writers' folders that belong to the login of a colleague.
  static func personalWriters(
    in folder: String, colleagues: [Colleague], account: (UInt32) -> String?
  ) -> [CheckFinding] {
    let known = Dictionary(colleagues.compactMap { one in one.login.map { ($0, one.id) } }) { first, _ in
      first
    }
    guard !known.isEmpty, let log = try? Directory(named: folder).folder("log"), let names = try? log.names()
    else { return [] }
    return names.compactMap { name in
      guard WriterName(name) != nil, let facts = try? log.facts(of: name), facts.kind == .folder,
        let colleague = account(facts.owner).flatMap({ known[$0] })
      else { return nil }
      return .personalWriter(file: "log/" + name, colleague: colleague)
    }
  }
}
