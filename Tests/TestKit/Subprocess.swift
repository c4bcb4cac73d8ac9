// Runs a program to its end, with everything it said. Used for the finished binary and for tmux.

import Foundation

/// What a finished program left behind.
package struct ProgramResult: Equatable, Sendable {
  /// The exit code; 128 and the signal's number when a signal ended it, as shells count.
  package let status: Int32
  package let stdout: String
  package let stderr: String

  package init(status: Int32, stdout: String, stderr: String) {
    self.status = status
    self.stdout = stdout
    self.stderr = stderr
  }
}

/// A program could not be run to its end.
package enum ProgramError: Error, CustomStringConvertible {
  case notStarted(String, errno: Int32)
  case timedOut(command: [String], seconds: Double, stdout: String, stderr: String)

  package var description: String {
    switch self {
    case .notStarted(let name, let number): "\(name) did not start: \(String(cString: strerror(number)))"
    case .timedOut(let command, let seconds, let stdout, let stderr):
      "\(command) did not end within \(seconds) s\nstdout:\n\(stdout)\nstderr:\n\(stderr)"
    }
  }
}

/// Starts programs with a given environment and nothing else inherited.
///
/// Foundation's `Process` is not used: it waits until every grandchild has let go of a descriptor,
/// and a tmux server never does.
package enum Subprocess {
  /// Runs `command` (its first element is a path) and waits for its end.
  package static func run(
    _ command: [String], input: String = "", environment: [String: String], folder: String? = nil,
    seconds: Double = 60
  ) throws -> ProgramResult {
    let (stdin, stdout, stderr) = (try Scratch(input), try Scratch(), try Scratch())
    // posix_spawn has no portable way to choose the folder; a shell has.
    let whole = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] + command } ?? command
    let process = try spawn(
      whole, environment: environment,
      streams: [stdin.descriptor, stdout.descriptor, stderr.descriptor])
    guard let status = wait(for: process, seconds: seconds) else {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
      throw ProgramError.timedOut(
        command: command, seconds: seconds, stdout: stdout.text, stderr: stderr.text)
    }
    return ProgramResult(status: status, stdout: stdout.text, stderr: stderr.text)
  }

  /// A program that has been started and not yet waited for.
  package struct Running: Sendable {
    private let process: pid_t

    fileprivate init(process: pid_t) { self.process = process }

    /// Stops it as a power cut would: at once, without a word.
    package func kill() { Glibc.kill(process, SIGKILL) }

    /// Waits for its end; nil, and a kill, when the time is up.
    package func wait(seconds: Double) -> Int32? {
      if let status = Subprocess.wait(for: process, seconds: seconds) { return status }
      kill()
      waitpid(process, nil, 0)
      return nil
    }
  }

  /// Starts a program whose standard output goes to a descriptor.
  package static func start(
    _ command: [String], environment: [String: String], output: Int32
  ) throws -> Running {
    let (stdin, stderr) = (try Scratch(), try Scratch())
    return Running(
      process: try spawn(
        command, environment: environment, streams: [stdin.descriptor, output, stderr.descriptor]))
  }

  private static func spawn(
    _ command: [String], environment: [String: String], streams: [Int32]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }

    // Signals blocked or ignored by the tests would be so in the program too.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, command.first ?? "", &actions, &attributes, arguments, variables)
    if failure != 0 { throw ProgramError.notStarted(command.first ?? "", errno: failure) }
    return process
  }

  /// The status as shells count it; nil when the time is up.
  private static func wait(for process: pid_t, seconds: Double) -> Int32? {
    let end = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      if ContinuousClock.now > end { return nil }
      usleep(2_000)
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// A file without a name: what a program reads or writes in it needs no thread to carry it.
private final class Scratch {
  let descriptor: Int32

  init(_ text: String = "") throws {
    var name = Array("/tmp/et-stream-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    if descriptor < 0 { throw ProgramError.notStarted("mkstemp", errno: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(name)
    let bytes = Array(text.utf8)
    if write(descriptor, bytes, bytes.count) != bytes.count || lseek(descriptor, 0, SEEK_SET) != 0 {
      throw ProgramError.notStarted("write", errno: errno)
    }
  }

  deinit { close(descriptor) }

  /// All that is in the file now.
  var text: String {
    var size = stat()
    fstat(descriptor, &size)
    var bytes = [UInt8](repeating: 0, count: Int(size.st_size))
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
