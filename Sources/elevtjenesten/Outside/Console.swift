// Standard input, output and error: data goes to the one, words to the other.

import Canvas
import Domain
import Glibc

/// The three standard streams.
struct Console: Sendable {
  /// Standard output was closed by whoever started the program.
  private let isOutputClosed: Bool

  /// Looks at the streams before any file is opened: a file must not get the number of a closed one,
  /// or data would be written into it.
  init() {
    var closed: Set<Int32> = []
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) == -1 {
      closed.insert(number)
      _ = open("/dev/null", O_RDWR)
    }
    isOutputClosed = closed.contains(STDOUT_FILENO)
    // A reader that went away is an error of the write, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
    // A limit on the size of files is an error of the write too.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Whether somebody looks at the output, rather than a program.
  var isOutputTerminal: Bool { !isOutputClosed && isatty(STDOUT_FILENO) == 1 }

  /// Whether somebody looks at the messages.
  var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Fails before anything is done when the result could not be printed.
  func requireOutput() throws(Failure) {
    if isOutputClosed { throw .output(code: EBADF, recorded: nil, isSaved: false) }
  }

  /// Prints text, in which nothing is left that a terminal would obey. What is told may be saved already, be
  /// it as one record.
  func print(_ text: String, recorded: RecordID? = nil, isSaved: Bool = false) throws(Failure) {
    try print(bytes: Array((Self.harmless(text) + "\n").utf8), recorded: recorded, isSaved: isSaved)
  }

  /// Prints data as it is.
  func print(bytes: [UInt8], recorded: RecordID? = nil, isSaved: Bool = false) throws(Failure) {
    if isOutputClosed { throw .output(code: EBADF, recorded: recorded, isSaved: isSaved) }
    let code = Self.write(bytes, to: STDOUT_FILENO)
    if code != 0 { throw .output(code: code, recorded: recorded, isSaved: isSaved) }
  }

  /// Says something to the person at the keyboard. Nobody can be told when that fails.
  func say(_ text: String) {
    _ = Self.write(Array((Self.harmless(text) + "\n").utf8), to: STDERR_FILENO)
  }

  /// What stands in files may hold anything: the same sign as on the screen for what steers a terminal.
  private static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.isControlling && $0 != "\n" }) else { return text }
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      shown.unicodeScalars.append(scalar.isControlling && scalar != "\n" ? "·" : scalar)
    }
  }

  /// Writes over the line that shows progress.
  func showProgress(_ text: String) {
    guard isErrorTerminal else { return }
    _ = Self.write(Array(("\r\u{1B}[K" + text).utf8), to: STDERR_FILENO)
  }

  /// The lines of standard input, without their ends, handed on one by one.
  func forEachLine(_ take: (String) throws(Failure) -> Void) throws(Failure) {
    while let line = readLine(strippingNewline: true) { try take(line) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}
