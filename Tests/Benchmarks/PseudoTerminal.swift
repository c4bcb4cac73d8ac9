// A program on a terminal that only measures: when something was written on it, and how soon.

import Foundation
import TestKit

/// A started program with a terminal of 80×24 of its own.
final class PseudoTerminal {
  private let master: Int32
  private let process: pid_t
  private let started = ContinuousClock.now

  init(_ command: [String], environment: [String: String]) throws {
    // What unlockpt and ptsname do on Linux; Swift imports neither.
    let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    var (locked, number): (Int32, Int32) = (0, 0)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard master >= 0, ioctl(master, unlock, &locked) == 0, ioctl(master, getNumber, &number) == 0 else {
      throw ProgramError.notStarted("/dev/ptmx", errno: errno)
    }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the head of a new session opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_addclose(&actions, master)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which Swift does not import
    posix_spawnattr_setflags(&attributes, newSession)

    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, command.first ?? "", &actions, &attributes, arguments, variables)
    if failure != 0 { throw ProgramError.notStarted(command.first ?? "", errno: failure) }
    self.process = process
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(master)
  }

  /// How long after the start a text had come; nil when it did not within a minute.
  func time(until text: String) -> Duration? {
    let wanted = Array(text.utf8)
    var seen: [UInt8] = []
    while let bytes = read(within: 60_000) {
      seen += bytes
      if seen.contains(wanted) { return ContinuousClock.now - started }
    }
    return nil
  }

  /// How long the answer to a key took to begin; nil when there was none.
  func time(ofKey key: String) -> Duration? {
    while read(within: 30) != nil {}
    let clock = ContinuousClock.now
    let bytes = Array(key.utf8)
    guard write(master, bytes, bytes.count) == bytes.count, read(within: 1_000) != nil else { return nil }
    return ContinuousClock.now - clock
  }

  /// The most memory it has held, in megabytes.
  var peakMegabytes: Double? {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }.map { $0 / 1024 }
  }

  /// Leaves it open for a while, as people do: then it keeps what its next start needs.
  func use(seconds: Int) {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end { _ = read(within: 100) }
  }

  /// Ends it as a person would, with the door left as it is.
  func quit() {
    for key in ["\u{1b}", "q", "n"] {
      _ = write(master, key, key.utf8.count)
      while read(within: 200) != nil {}
    }
  }

  private func read(within milliseconds: Int32) -> [UInt8]? {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(master, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }
}

extension [UInt8] {
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    return (0...(count - part.count)).contains { self[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
