// Where a demo lives: a temporary folder that goes when it ends, or one that is kept.

import Foundation
import Glibc
import Store

/// The folder of a demo, with everything of its own inside.
struct DemoFolder {
  let path: String
  let isTemporary: Bool

  /// A folder that is kept.
  init(keptAt path: String) {
    self.path = path
    isTemporary = false
  }

  /// A new name in the system's temporary folder. What demos left there that were killed is removed.
  init(temporaryWith random: UInt64) {
    let home = FileManager.default.temporaryDirectory.path
    Self.removeLeftovers(in: home)
    path = home + "/" + Self.prefix + "\(getpid())-" + String(random, radix: 16)
    isTemporary = true
  }

  private static let prefix = "elevtjenesten-demo-"

  /// The user's own folders do not know of a demo.
  func environment(machineID: String) -> StoreEnvironment {
    StoreEnvironment(stateHome: path + "/.demo/state", cacheHome: path + "/.demo/cache", machineID: machineID)
  }

  /// Takes the temporary folder away, with all that is in it.
  func remove() {
    guard isTemporary else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A name to build a kept folder under, so that a demo that is killed on the way leaves none behind
  /// that looks whole.
  var underConstruction: String { path + ".\(getpid()).tmp" }

  private static func removeLeftovers(in home: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let digits = name.dropFirst(prefix.count).prefix { $0 != "-" }
      guard let process = Int32(digits), kill(process, 0) != 0, errno == ESRCH else { continue }
      try? FileManager.default.removeItem(atPath: home + "/" + name)
    }
  }
}
