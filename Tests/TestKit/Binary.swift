// Finds the programs this package builds, and runs them in a world that is the same everywhere.

import Foundation

/// The finished programs, as built beside the tests.
package enum Binary {
  /// The folder with the built programs: the one the tests themselves run from.
  package static var folder: String {
    var image = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &image, image.count - 1)
    let path = String(decoding: image.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let own = (path as NSString).deletingLastPathComponent
    if holdsProducts(own) { return own }
    // A helper of the toolchain may be what runs; the test bundle is then among its arguments.
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      let bundle = (argument as NSString).deletingLastPathComponent
      if holdsProducts(bundle) { return bundle }
    }
    return own
  }

  private static func holdsProducts(_ folder: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: folder + "/elevtjenesten")
      || FileManager.default.isExecutableFile(atPath: folder + "/TerminalFixture")
  }

  /// The path of a built program.
  package static func path(_ name: String = "elevtjenesten") -> String { folder + "/" + name }

  /// The environment all tests start from: Danish time, no colours or locale of the machine.
  ///
  /// `home` takes the place of every folder the program could find on its own.
  package static func environment(home: String) -> [String: String] {
    [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "TZ": "Europe/Copenhagen", "LANG": "C.UTF-8",
      "TERM": "xterm-256color", "XDG_CONFIG_HOME": home + "/.config",
      "XDG_DATA_HOME": home + "/.local/share", "XDG_STATE_HOME": home + "/.local/state",
      "XDG_CACHE_HOME": home + "/.cache", "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// Runs a built program to its end. Its home is a new temporary folder unless `home` is given.
  package static func run(
    _ arguments: [String], program: String = "elevtjenesten", input: String = "",
    environment: [String: String] = [:], home: String? = nil, folder: String? = nil,
    seconds: Double = 60
  ) throws -> ProgramResult {
    let own = home == nil ? try TemporaryFolder() : nil
    defer { own?.remove() }
    let base = Self.environment(home: home ?? own?.path ?? "/nonexistent")
    return try Subprocess.run(
      [path(program)] + arguments, input: input,
      environment: base.merging(environment) { _, new in new }, folder: folder, seconds: seconds)
  }
}
