// A machine made of stubs, to run a script on: only the commands that a test puts there exist.

import Foundation

/// A temporary folder with commands of its own. Each call of one is written down.
struct MadeUpSystem: ~Copyable {
  /// What a script did.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    /// The stubs that were called, in order, with their arguments.
    var calls: [String]
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "elevtjenesten-stubs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "bin"), withIntermediateDirectories: true)
    try add("env", "while [ \"${1#*=}\" != \"$1\" ]; do shift; done; exec \"$@\"", isSilent: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Adds a command that runs the lines of shell.
  func add(_ name: String, _ lines: String = "exit 0", isSilent: Bool = false) throws {
    let log = isSilent ? "" : "echo \"\(name) $*\" >>\"$STUBS/calls\"\n"
    try write("bin/\(name)", "#!/bin/sh\n\(log)\(lines)\n", isExecutable: true)
  }

  /// Packages that are installed; `apt-get` adds those it installs.
  func addDebian(installed: String, apt: String = "") throws {
    try write("installed", installed.replacingOccurrences(of: " ", with: "\n") + "\n")
    // The last argument is the package.
    try add(
      "dpkg-query",
      """
      for package; do :; done
      while read -r name; do
        if [ "$name" = "$package" ]; then printf 'install ok installed'; exit 0; fi
      done <"$STUBS/installed"
      exit 1
      """, isSilent: true)
    try add("apt-get", apt)
  }

  func write(_ path: String, _ text: String, isExecutable: Bool = false) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    if isExecutable {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
  }

  /// Runs a script here; `path` is where it finds commands besides the stubs.
  func run(
    _ shell: String, _ arguments: [String], path: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: shell)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let stubs = folder.appending(path: "bin").path
    process.environment = environment.merging(
      ["PATH": path.isEmpty ? stubs : "\(stubs):\(path)", "STUBS": folder.path]
    ) { $1 }
    let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let calls = (try? String(contentsOf: folder.appending(path: "calls"), encoding: .utf8)) ?? ""
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8),
      calls: calls.split(separator: "\n").map(String.init))
  }
}
