// The page for the data protection officer says nothing that the project does not have or has not shown.
import Foundation
import Testing

@testable import elevtjenesten

@Suite struct ProtectionPageTests {
  private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func read(_ path: String) throws -> String {
    try String(contentsOf: Self.top.appending(path: path), encoding: .utf8)
  }

  private func page() throws -> String { try read("Resources/docs/databeskyttelse.md") }

  /// `Suite.test` of every test in the project, by the type that stands around it.
  private func tests() throws -> Set<String> {
    let folder = Self.top.appending(path: "Tests").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
    return try files.reduce(into: []) { found, file in
      var suite = ""
      for line in try read("Tests/" + file).split(separator: "\n") {
        if let match = line.firstMatch(of: /struct (\w+Tests)\b/) { suite = String(match.1) }
        if let match = line.firstMatch(of: /func (\w+)\(/) { found.insert("\(suite).\(match.1)") }
      }
    }
  }

  @Test func everythingItNamesExists() throws {
    let page = try page()
    let tests = try tests()
    let named = page.matches(of: /\[(\w+Tests\.\w+)\]/).map { String($0.1) }
    #expect(named.count > 30)
    for name in named where !tests.contains(name) { Issue.record("no test \(name)") }
    let spans = page.matches(of: /`([^`\n]+)`/).map { String($0.1) }
    #expect(spans.count > 30)
    for span in spans { if let fault = try fault(in: span) { Issue.record("\(span): \(fault)") } }
  }

  /// The rules see what is not there.
  @Test func whatDoesNotExistIsFound() throws {
    let wrong = [
      "elevtjenesten slet-alt", "elevtjenesten slet-gamle --dybt", "elevtjenesten tjek --hurtigt",
      "noget.json", "retentionDays", "besøgx", "Kilder",
    ]
    for span in wrong { #expect(try fault(in: span) != nil, "\(span)") }
    #expect(try !tests().contains("StreamTests.visitsHoldNothingAtAll"))
    #expect(unshown("- Alt er sikkert.\n- Intet gemmes *(vurdering)*.\n").map(\.count) == [17])
  }

  /// Every point and row of the sections that tell facts has its test, or says that there is none.
  @Test func everyFactNamesItsTest() throws {
    let page = try page()
    let facts = try #require(page.range(of: "\n## Udkast")).lowerBound
    let lines = unshown(String(page[..<facts]))
    #expect(lines.isEmpty, "\(lines.joined(separator: "\n"))")
  }

  private func unshown(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { line in
      let isPoint = line.firstMatch(of: #/^(-|\d+\.) /#) != nil
      let isRow = line.hasPrefix("|") && !line.hasPrefix("|---") && !line.hasPrefix("| hvor ")
      let isShown = line.contains(/\[\w+Tests\.\w+\]|\((vurdering|ikke prøvet)\)/)
      return (isPoint || isRow) && !isShown
    }
  }

  // MARK: What a code span may be

  /// What is wrong with a code span; nil for a command line, a file or a name that there is.
  private func fault(in span: String) throws -> String? {
    var words = span.split(separator: " ").map(String.init)
    if words.first == "elevtjenesten" {
      words.removeFirst()
      return fault(inCommand: words)
    }
    if words.first.flatMap({ CommandName(typed: $0) }) != nil { return fault(inCommand: words) }
    if span.hasPrefix("--") { return OptionName(typed: String(span.dropFirst(2))) == nil ? "no option" : nil }
    let folders = ["log/<skriver>/", "handovers/", "releases/"]
    if folders.contains(where: span.hasPrefix) || span == "Tests" { return nil }
    if span.hasSuffix(".json") {
      let golden = "Tests/StoreTests/Golden/documents/" + span
      return FileManager.default.fileExists(atPath: Self.top.appending(path: golden).path) ? nil : "no file"
    }
    // A key of a document, or a code of the check.
    let keys = try ["settings", "colleagues"].map { try read("Tests/StoreTests/Golden/documents/\($0).json") }
    if keys.contains(where: { $0.contains("\"\(span)\":") }) { return nil }
    return try read("Sources/Store/Check/CheckFinding.swift").contains("\"\(span)\"") ? nil : "not known"
  }

  private func fault(inCommand words: [String]) -> String? {
    guard
      let command = CommandName(typed: words.prefix(2).joined(separator: " "))
        ?? words.first.flatMap({ CommandName(typed: $0) })
    else { return "no command" }
    let options = words.filter { $0.hasPrefix("--") }.map { OptionName(typed: String($0.dropFirst(2))) }
    let known = Set(command.options + OptionName.everywhere)
    return options.allSatisfy { $0.map(known.contains) ?? false } ? nil : "no option of the command"
  }
}
