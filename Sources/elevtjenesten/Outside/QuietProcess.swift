// Runs a command of the municipality's own: without a shell, without a terminal, and not for ever.

import Glibc

/// A program that is given a few lines and says nothing.
enum QuietProcess {
  /// How it ended.
  enum Ending: Equatable {
    case done
    case notStarted(Int32)
    case failed(code: Int32)
    /// It took too long and was ended.
    case tooSlow
  }

  /// Starts the program of the first word, hands it `input` and waits for its end.
  static func run(_ words: [String], input: [UInt8], seconds: Int) -> Ending {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .notStarted(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // All of it fits into the pipe, so that nothing is waited for before the program is there.
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    _ = input.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    close(ends[1])
    defer { close(ends[0]) }
    var pid: pid_t = 0
    let code = spawn(words, standardInput: ends[0], &pid)
    guard code == 0 else { return .notStarted(code) }
    return wait(for: pid, seconds: seconds)
  }

  private static func spawn(_ words: [String], standardInput: Int32, _ pid: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, standardInput, STDIN_FILENO)
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals are blocked here for the desk; the program gets them as usual, in a group of its own.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    return posix_spawnp(&pid, words.first ?? "", &actions, &attributes, arguments, environ)
  }

  private static func wait(for pid: pid_t, seconds: Int) -> Ending {
    var status: Int32 = 0
    for _ in 0..<(seconds * 50) {
      let ended = waitpid(pid, &status, WNOHANG)
      if ended == pid { return ending(status) }
      if ended < 0, errno != EINTR { return .failed(code: errno) }
      usleep(20_000)
    }
    kill(-pid, SIGKILL)
    kill(pid, SIGKILL)
    _ = waitpid(pid, &status, 0)
    return .tooSlow
  }

  private static func ending(_ status: Int32) -> Ending {
    let signal = status & 0x7F
    if signal != 0 { return .failed(code: signal) }
    let code = (status >> 8) & 0xFF
    return code == 0 ? .done : .failed(code: code)
  }
}
