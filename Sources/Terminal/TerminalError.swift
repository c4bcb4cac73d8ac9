// Why the full-screen desk cannot run here. Facts only; the sentences are made elsewhere.

/// A reason not to touch the terminal. Nothing has been changed when one is thrown.
package enum TerminalError: Error, Hashable, Sendable {
  /// Keys would come from, or the screen would go to, a file or a pipe.
  case notATerminal(TerminalStream)
  /// `TERM` is not set, so nobody knows what the terminal understands.
  case noTerminalName
  /// `TERM=dumb`, or a terminal that cannot move its cursor.
  case dumb(String)
  /// The terminal database does not know the name in `TERM`.
  case unknownTerminal(String)
  /// There is no terminal database, or it cannot be read.
  case noTerminalDatabase(String)
  /// No locale with UTF-8 is installed: neither the user's own nor any of ``UTF8Locale/spare``.
  case noUTF8Locale
  /// A system call failed.
  case system(errno: Int32)
}

/// The two ends of a terminal.
package enum TerminalStream: Hashable, Sendable { case input, output }
