// Which system calls of an operation touch the folder, so that each of them can be made to fail.

import Foundation
import TestKit
import Testing

/// A system call of an operation: its name and which one of that name it is.
struct CallSite {
  var call: String
  var number: Int
}

/// Fault injection with strace.
enum Injection {
  static let tool = "/usr/bin/strace"
  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: tool) }
  static let calls = [
    "openat", "write", "pwrite64", "fdatasync", "fsync", "rename", "renameat", "renameat2", "link", "linkat",
    "unlink", "unlinkat", "mkdirat", "fchmod",
  ]

  /// strace that makes one call fail, or this one and all after it, and writes down in a report that it did.
  static func failing(
    _ site: CallSite, with error: String, alsoLater: Bool, report: String
  ) -> [String] {
    // A call that is interrupted for ever is a call that never ends; a few times is what can happen.
    let last = alsoLater ? (error == "EINTR" ? "..\(site.number + 2)" : "+") : ""
    return [
      tool, "-f", "--seccomp-bpf", "-qq", "-o", report, "-e", "trace=" + site.call, "-e",
      "inject=\(site.call):error=\(error):when=\(site.number)\(last)",
    ]
  }

  /// strace that kills at one call. With its quicker filter, strace does not kill.
  static func killing(at site: CallSite) -> [String] {
    [
      tool, "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + site.call, "-e",
      "inject=\(site.call):signal=SIGKILL:when=\(site.number)",
    ]
  }

  /// Whether the fault that a run was to meet came: the report of failing calls says it, or the way it ended.
  static func came(report: String, status: Int32) -> Bool {
    defer { unlink(report) }
    if status == 137 { return true }
    return (try? String(contentsOfFile: report, encoding: .utf8))?.contains("(INJECTED)") ?? false
  }

  /// The calls of an operation that have to do with the folder, its state or its cache.
  static func sites(of operation: FaultOperation, in world: FaultWorld) throws -> [CallSite] {
    try traced(operation, in: world, calls: calls.joined(separator: ","))
      .filter { $0.line.contains(world.home.path) }.map(\.site)
  }

  /// From the first call that has to do with the folder to the last one of all.
  static func killPoints(of operation: FaultOperation, in world: FaultWorld) throws -> [CallSite] {
    try traced(operation, in: world, calls: "all")
      .drop { !$0.line.contains(world.home.path) || $0.line.contains("execve(") }.map(\.site)
  }

  /// The calls of a trace, each with its number as strace counts them: every kind for itself, and in every
  /// thread anew.
  static func calls(inTrace trace: String) throws -> [(site: CallSite, line: String)] {
    var numbers: [String: Int] = [:]
    let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n").map(String.init)
    return lines.compactMap { line in
      let thread = line.prefix { $0.isNumber }
      let call = String(
        line.dropFirst(thread.count).drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      guard !call.isEmpty, !line.contains("<... ") else { return nil }
      let number = numbers["\(thread) \(call)", default: 0] + 1
      numbers["\(thread) \(call)"] = number
      return (CallSite(call: call, number: number), line)
    }
  }

  private static func traced(
    _ operation: FaultOperation, in world: FaultWorld, calls: String
  ) throws -> [(site: CallSite, line: String)] {
    let trace = world.home.path + "-trace"
    defer { unlink(trace) }
    let result = try world.run(
      operation, under: [tool, "-f", "-y", "-qq", "-s", "4", "-o", trace, "-e", "trace=" + calls]
    ).0
    try #require(result.status == 0, "\(result.stderr)")
    try world.restore()
    return try Self.calls(inTrace: trace)
  }
}
