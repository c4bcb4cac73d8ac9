// The terminal is given back even when the process dies of a fault.

import CNcurses
import Glibc

/// Handlers for fatal signals. They call `tcsetattr`, write bytes prepared here, and let the
/// process die of its signal: nothing else is safe then.
///
/// This is the only file that may use the rescue functions of the shim, see there.
enum FatalRestoration {
  /// What gives the terminal back, in this order: attributes off, keypad off, cursor on, the
  /// screen as it was before.
  private static let capabilities = ["sgr0", "op", "rmkx", "cnorm", "rmcup"]

  /// Arms the handlers. Needs terminfo to be set up, and `attributes` as they were before.
  static func arm(attributes: termios) {
    var attributes = attributes
    let bytes = capabilities.flatMap { Capability.bytes($0) } + Array("\r\n".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        _ = desk_arm_rescue(&attributes, characters.baseAddress, Int32(characters.count))
      }
    }
  }

  /// Puts the default actions back.
  static func disarm() { desk_disarm_rescue() }
}

/// The memory image of the process.
package enum CoreDump {
  /// No memory image is ever written: it would hold what is on the screen.
  package static func forbid() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
