// What lies at the top of the repository: these and no more.

import Foundation
import Testing

@Suite struct TopLevelTests {
  @Test func nothingElseAtTheTop() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.top.path)
      .filter { !$0.hasPrefix(".") }
    #expect(Set(names) == ["Package.swift", "Sources", "Tests", "Resources", "README.md", "LICENSE"])
  }

  /// The two commands a reader is to copy, each on a line of its own.
  @Test func theReadmeHasItsTwoCommands() throws {
    let lines = try SourceTree.read("README.md").split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("sh Resources/setup.sh && swift run ") })
    #expect(lines.contains { $0.hasPrefix("sh Resources/setup.sh --test && swift test") })
  }

  @Test func theCheckCanBeRun() {
    #expect(FileManager.default.isExecutableFile(atPath: SourceTree.top.appending(path: ".ci/run").path))
  }
}
