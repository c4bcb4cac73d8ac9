// The words of the interface: every key that is used is there, every key that is there is used, and
// both languages say the same.

import Foundation
import Testing

/// Keys of `text.da.json` and `text.en.json`, and their use in the sources.
enum TextKeys {
  /// Keys that are put together while the program runs, by the beginning that stands in the sources.
  /// What follows it comes from an enum's raw values or from a document.
  static let builtPrefixes = [
    // The name of an action, and `.short` for the footer.
    "action.",
    // Names of the computed holidays.
    "holiday.",
    // What a screen is for, by its name.
    "help.",
    // Modes, outcomes and reasons by the words that the log uses.
    "mode.", "outcome.", "reason.",
    // Steps of handovers and lists of counts by the words that releases use.
    "chain.", "released.",
    // Lists and forms by their document; fields, their hints and what can be chosen by their names.
    "edit.one.", "edit.subject.", "form.dayKind.", "form.employer.", "form.field.", "form.hint.",
    "form.language.",
    // What a change brings with it: handovers by what somebody is to them, labels by their list.
    "consequence.handover.", "consequence.same.",
    // What is typed, causes of a change of the roster, what can be exported.
    "entry.", "history.", "export.",
    // Columns and kinds of the tables on the command line.
    "cli.calendar.", "cli.cause.", "cli.figures.", "cli.forget.reason.", "cli.swap.", "cli.insight.",
    // Why an ended week had no opening day, by its record.
    "closed.",
    // Key figures of a report by their codes.
    "report.key.",
    // Commands, options and values by their names; findings and faults by their codes.
    "cli.argument.", "cli.check.", "cli.example.", "cli.expected.", "cli.fault.", "cli.help.", "cli.log.",
    "cli.option.", "cli.outcome.", "cli.short.", "cli.unknown.", "cli.value.",
  ]

  static func load(_ language: String) throws -> [String: String] {
    let data = Data(try SourceTree.read("Resources/text.\(language).json").utf8)
    return try JSONDecoder().decode([String: String].self, from: data)
  }

  /// The names in braces that a sentence has a place for.
  static func placeholders(_ sentence: String) -> Set<String> {
    Set(sentence.matches(of: /\{(\w+)\}/).map { String($0.1) })
  }

  /// A literal that is written like a key: `today.title`. Names of files are not.
  static func looksLikeKey(_ literal: String, spaces: Set<String>) -> Bool {
    guard literal.wholeMatch(of: /[a-z][A-Za-z]*(\.[A-Za-z0-9_-]+)+/) != nil,
      let space = literal.split(separator: ".").first
    else { return false }
    let isFile = [".json", ".jsonl", ".txt", ".csv", ".ics", ".html"].contains { literal.hasSuffix($0) }
    return spaces.contains(String(space)) && !isFile
  }

  /// Keys handed to `words(…)` as they stand, and literals that look like keys.
  static func used(in file: SourceFile, spaces: Set<String>) -> [(line: Int, key: String)] {
    let direct = Set(file.text.matches(of: /\bwords\(\s*"([^"\\]+)"\s*[,)]/).map { String($0.1) })
    return file.literals
      .filter { direct.contains($0.text) || looksLikeKey($0.text, spaces: spaces) }
      .map { ($0.line, $0.text) }
  }

  static func missing(in file: SourceFile, from table: [String: String]) -> [Finding] {
    let spaces = Set(table.keys.compactMap { $0.split(separator: ".").first.map(String.init) })
    return used(in: file, spaces: spaces).filter { table[$0.key] == nil }
      .map { Finding(path: file.path, line: $0.line, what: "no text \($0.key)") }
  }

  static func unused(_ table: [String: String], in files: [SourceFile]) -> [String] {
    let literals = Set(files.flatMap { $0.literals.map(\.text) })
    return table.keys.filter { key in
      !literals.contains(key) && !builtPrefixes.contains { key.hasPrefix($0) }
    }.sorted()
  }
}

@Suite struct TextTests {
  @Test(arguments: ["da", "en"]) func everyKeyThatIsUsedHasItsText(language: String) throws {
    let table = try TextKeys.load(language)
    let missing = try SourceTree.program().flatMap { TextKeys.missing(in: $0, from: table) }
    #expect(missing.isEmpty, "\(missing.map(\.description).joined(separator: "\n"))")
  }

  @Test func everyTextIsUsed() throws {
    let unused = TextKeys.unused(try TextKeys.load("da"), in: try SourceTree.program())
    #expect(unused.isEmpty)
  }

  @Test func bothLanguagesSayTheSame() throws {
    let (danish, english) = (try TextKeys.load("da"), try TextKeys.load("en"))
    #expect(Set(danish.keys).symmetricDifference(english.keys) == [])
    let different = danish.filter { key, sentence in
      TextKeys.placeholders(sentence) != TextKeys.placeholders(english[key] ?? "")
    }
    #expect(different.keys.sorted() == [])
    #expect(danish.filter { $0.value.isEmpty }.isEmpty && english.filter { $0.value.isEmpty }.isEmpty)
  }

  /// A beginning that nobody writes any more must leave the list.
  @Test func builtPrefixesAreWrittenSomewhere() throws {
    let literals = try SourceTree.program().flatMap { $0.literals.map(\.text) }
    for prefix in TextKeys.builtPrefixes {
      #expect(literals.contains { $0 == prefix || $0.hasPrefix(prefix + "\\(") }, "\(prefix)")
    }
  }

  // MARK: The rules find what they are for

  private let table = ["today.title": "I dag", "mode.ringet": "Ringet"]

  @Test func findsAMissingKey() {
    let file = SourceFile(
      path: "Sources/Screens/Bad.swift",
      text: """
        // A.
        let a = words("today.title")
        let b = words("today.titel", ["name": c])
        let d = isOld ? "today.old" : "today.title"
        let e = words("new")
        let f = "today.json" + "other.thing" + "mode.\\(mode)"
        """)
    let missing = TextKeys.missing(in: file, from: table)
    #expect(missing.map(\.line) == [3, 4, 5])
    #expect(missing.map(\.what) == ["no text today.titel", "no text today.old", "no text new"])
  }

  @Test func findsAnUnusedKey() {
    let file = SourceFile(
      path: "Sources/Screens/Some.swift", text: "// \"today.title\"\nlet a = words(\"mode.\\(b)\")")
    #expect(TextKeys.unused(table, in: [file]) == ["today.title"])
    let user = SourceFile(path: "Sources/Screens/Some.swift", text: "let a = [\"today.title\"]")
    #expect(TextKeys.unused(table, in: [user]) == [])
  }

  @Test func readsPlaceholders() {
    #expect(TextKeys.placeholders("{a} og {bC}, {a} {} { d }") == ["a", "bC"])
  }
}
