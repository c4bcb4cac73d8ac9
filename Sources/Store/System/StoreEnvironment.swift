// Where this machine keeps its own things. Read from the environment once, by the caller.

import Domain

/// The user's folders for state and cache, and which machine this is.
package struct StoreEnvironment: Equatable, Sendable {
  /// `$XDG_STATE_HOME`, or `~/.local/state`.
  package var stateHome: String
  /// `$XDG_CACHE_HOME`, or `~/.cache`.
  package var cacheHome: String
  /// The contents of `/etc/machine-id`, or what stands for it.
  package var machineID: String

  package init(stateHome: String, cacheHome: String, machineID: String) {
    self.stateHome = stateHome
    self.cacheHome = cacheHome
    self.machineID = machineID
  }

  /// From environment variables. A relative path in them does not count, as the XDG rules say.
  package init(variables: [String: String], machineID: String) {
    func place(_ name: String, _ fallback: String) -> String {
      if let path = variables[name], path.hasPrefix("/") { return path }
      return (variables["HOME"] ?? "/") + fallback
    }
    self.init(
      stateHome: place("XDG_STATE_HOME", "/.local/state"), cacheHome: place("XDG_CACHE_HOME", "/.cache"),
      machineID: machineID)
  }

  /// The state folder of one data folder, as seen from this machine.
  package func statePath(store: String, realPath: String) -> String {
    [stateHome, "elevtjenesten", store, Self.component(machineID), Self.digest(realPath)]
      .joined(separator: "/")
  }

  /// The cache folder of one data folder. Deleting it is always safe.
  package func cachePath(store: String) -> String {
    [cacheHome, "elevtjenesten", store].joined(separator: "/")
  }

  /// A text that is safe as a file's name; one that is not is replaced by its hash.
  private static func component(_ text: String) -> String {
    let isSafe = text.utf8.allSatisfy {
      ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x41 && $0 <= 0x5A) || $0 == 0x2D
    }
    return isSafe && !text.isEmpty && text.utf8.count <= 64 ? text : digest(text)
  }

  private static func digest(_ text: String) -> String {
    String(Hexadecimal.text(SHA256.digest(of: text.utf8)).prefix(16))
  }
}

/// Bytes as hexadecimal digits, and back.
package enum Hexadecimal {
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of an even number of lower-case digits; anything else is nil.
  package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
