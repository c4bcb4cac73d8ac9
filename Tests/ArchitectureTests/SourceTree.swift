// The repository as these tests read it: the files of a folder, with their lines.

import Foundation

/// A Swift file, by its path from the top of the repository.
struct SourceFile: Sendable {
  var path: String
  var text: String
  var lines: [Substring]
  /// The code without what stands in comments and string literals.
  var code: String
  /// The string literals, each with its line.
  var literals: [(line: Int, text: String)]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let parts = SwiftCode.parts(of: text)
    (code, literals) = (parts.code, parts.literals)
  }

  /// `Sources/Store/Log/LogReader.swift` belongs to `Store`, `Resources/Words.swift` to `Resources`.
  var target: String {
    let parts = path.split(separator: "/").map(String.init)
    return parts[0] == "Resources" ? "Resources" : parts[1]
  }
}

/// What a rule found: where, and what is wrong.
struct Finding: Equatable, CustomStringConvertible {
  var path: String
  var line: Int
  var what: String

  var description: String { "\(path):\(line): \(what)" }
}

enum SourceTree {
  /// The top of the repository: this file lies two folders below it.
  static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// All Swift files below the folders, by path.
  static func swiftFiles(in folders: [String]) throws -> [SourceFile] {
    try folders.flatMap { folder in
      let names = try FileManager.default.subpathsOfDirectory(atPath: top.appending(path: folder).path)
      return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
        SourceFile(path: "\(folder)/\(name)", text: try read("\(folder)/\(name)"))
      }
    }
  }

  /// The files of the program itself.
  static func program() throws -> [SourceFile] { try programOnce.get() }

  /// Read and taken apart once for all tests.
  private static let programOnce = Result { try swiftFiles(in: ["Sources", "Resources"]) }

  static func read(_ path: String) throws -> String {
    try String(contentsOf: top.appending(path: path), encoding: .utf8)
  }
}
