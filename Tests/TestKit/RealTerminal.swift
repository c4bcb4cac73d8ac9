// A real terminal for the finished program: tmux on a private socket, in a world of its own.

import Foundation

/// A program running in a real terminal of a given size.
///
/// The pane runs a shell that starts the program and, when it has ended, prints "EXIT" and its
/// code. Always ``close()`` it. Waiting is by polling, with generous limits: a limit that is
/// reached is a failure, so it costs nothing where all is well.
package final class RealTerminal {
  /// How a terminal test went wrong; always with what was on the screen.
  package enum Failure: Error, CustomStringConvertible {
    case tmux(arguments: [String], said: String)
    case waited(seconds: Double, for: String, screen: String)

    package var description: String {
      switch self {
      case .tmux(let arguments, let said): "tmux \(arguments.joined(separator: " ")): \(said)"
      case .waited(let seconds, let wish, let screen):
        "waited \(seconds) s for \(wish); the screen was\n" + RealTerminal.framed(screen)
      }
    }
  }

  /// The program's home, and where the shell notes what it saw.
  package let home: TemporaryFolder
  private let socket: String
  private let program: [String]

  /// Starts `command` (its first element is a path) in a terminal of this size.
  ///
  /// - Parameters:
  ///   - environment: added to ``Binary/environment(home:)``; an empty value unsets a variable
  ///     unless it is listed in `keepEmpty`.
  ///   - before: a shell line run before the program, as `ulimit` or `exec 0</dev/null`.
  ///   - jobControl: true lets Ctrl-Z stop the program; `fg` is then typed as any line.
  package init(
    columns: Int = 80, rows: Int = 24, command: [String], environment: [String: String] = [:],
    keepEmpty: Set<String> = [], before: String = ":", jobControl: Bool = false
  ) throws {
    home = try TemporaryFolder()
    socket = "et" + home.path.suffix(12)
    program = command
    var variables = Binary.environment(home: home.path)
    variables.merge(environment) { _, new in new }
    variables = variables.filter { !$0.value.isEmpty || keepEmpty.contains($0.key) }
    let script = Self.script(
      command: command, variables: variables, home: home.path, before: before, jobControl: jobControl)
    try script.write(toFile: home.path + "/run.sh", atomically: true, encoding: .utf8)
    try tmux(
      [
        "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
        "exec /bin/bash --norc --noprofile \(home.path)/run.sh",
      ])
    // Without a status line the pane is the whole window; its size is ours alone to change.
    try tmux(["set", "-g", "status", "off"])
    try tmux(["set", "-g", "window-size", "manual"])
    try tmux(["set", "-g", "escape-time", "0"])
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    try "".write(toFile: home.path + "/go", atomically: true, encoding: .utf8)
  }

  deinit { close() }

  /// Ends the program and its terminal.
  package func close() {
    _ = try? tmux(["kill-server"])
    home.remove()
  }

  /// What the shell in the pane does. It waits for the window to have its final size, notes the
  /// terminal's settings before and after, and leaves the screen to be read.
  private static func script(
    command: [String], variables: [String: String], home: String, before: String, jobControl: Bool
  ) -> String {
    let words = variables.sorted { $0.key < $1.key }.map { quoted("\($0.key)=\($0.value)") }
    let line = "env -i \(words.joined(separator: " ")) " + command.map(quoted).joined(separator: " ")
    return """
      cd \(home)
      tries=0
      while [ ! -e go ]; do [ -e run.sh ] && [ $((tries += 1)) -lt 1500 ] || exit 1; sleep 0.02; done
      \(before)
      stty -a > stty-before 2>&1 </dev/tty
      \(jobControl ? "set -m" : "set +m")
      /bin/bash -c 'echo $$ > pid; exec "$@"' program \(line)
      code=$?
      while [ $code = 148 ]; do
        stty -a > stty-stopped 2>&1 </dev/tty
        echo STOPPED; read -r answer </dev/tty; fg > /dev/null; code=$?
      done
      stty -a > stty-after 2>&1 </dev/tty
      echo "EXIT $code"
      exec sleep 1000
      """
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }

  /// One command to this terminal's own tmux server.
  @discardableResult
  package func tmux(_ arguments: [String]) throws -> String {
    let result = try Subprocess.run(
      ["/usr/bin/tmux", "-L", socket] + arguments,
      environment: [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home.path, "TMUX_TMPDIR": home.path,
        "LC_ALL": "C.UTF-8", "TERM": "screen-256color",
      ])
    if result.status != 0 { throw Failure.tmux(arguments: arguments, said: result.stderr) }
    return result.stdout
  }

  /// A screen in a frame, for a failure's message.
  static func framed(_ screen: String) -> String {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map { "  |" + $0 }.joined(separator: "\n")
  }
}
