// The rules on the program's own files, and first on examples that break them.

import Testing

@Suite struct ShapeTests {
  typealias Rule = (SourceFile) -> [Finding]

  private func expectNothing(_ files: [SourceFile], _ rule: Rule) {
    let findings = files.flatMap(rule)
    #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
  }

  @Test func filesAreShort() throws { expectNothing(try SourceTree.program(), ShapeRules.fileLength) }
  @Test func linesAreShort() throws { expectNothing(try SourceTree.program(), ShapeRules.lineLength) }
  @Test func filesSayWhatTheyAreFor() throws {
    expectNothing(
      try SourceTree.swiftFiles(in: ["Sources", "Resources", "Tests"]), ShapeRules.openingSentence)
  }
  @Test func nothingEndsTheProgram() throws {
    expectNothing(try SourceTree.program(), ShapeRules.bannedWords)
  }
  @Test func onlyMainPrints() throws { expectNothing(try SourceTree.program(), ShapeRules.printing) }
  @Test func functionsFitAScreen() throws {
    expectNothing(try SourceTree.program(), ShapeRules.functionLength)
  }
  @Test func enumsAreSwitchedWithoutDefault() throws {
    let strict: Set<String> = ["Domain", "Screens", "Store", "Reports"]
    expectNothing(try SourceTree.program().filter { strict.contains($0.target) }, ShapeRules.defaultOverCases)
  }

  @Test func thereIsSomethingToRead() throws {
    #expect(try SourceTree.program().count > 50)
  }

  // MARK: The rules find what they are for

  private func lines(_ rule: Rule, _ text: String, at path: String = "Sources/Store/Bad.swift") -> [Int] {
    rule(SourceFile(path: path, text: text)).map(\.line)
  }

  @Test func tooLong() {
    let line = "let number = 1\n"
    #expect(lines(ShapeRules.fileLength, String(repeating: line, count: 350)).isEmpty)
    #expect(lines(ShapeRules.fileLength, String(repeating: line, count: 351)) == [351])
    // Columns are letters, not bytes.
    #expect(lines(ShapeRules.lineLength, String(repeating: "å", count: 110)).isEmpty)
    #expect(lines(ShapeRules.lineLength, "\n" + String(repeating: "å", count: 111)) == [2])
  }

  @Test(arguments: [
    "import Domain\n", "// what it is\n", "// A title\nimport Domain\n", "//\n// Text.\n", "",
  ])
  func noSentence(text: String) {
    #expect(lines(ShapeRules.openingSentence, text) == [1])
  }

  @Test func aSentence() {
    #expect(lines(ShapeRules.openingSentence, "// What it is for,\n// over two lines.\n\nimport A\n").isEmpty)
  }

  @Test func banned() {
    #expect(lines(ShapeRules.bannedWords, "let a = 1\nfatalError(\"no\")\nlet b = try! f()\n") == [2, 3])
    #expect(lines(ShapeRules.bannedWords, "let a = b as! Int\npreconditionFailure()\n") == [1, 2])
    #expect(lines(ShapeRules.bannedWords, "// TO" + "DO: later\n") == [1])
    // Words in comments and texts end no program.
    #expect(lines(ShapeRules.bannedWords, "// never fatalError(\nlet a = \"try! x as! y\"\n").isEmpty)
  }

  @Test func prints() {
    #expect(lines(ShapeRules.printing, "let a = 1\n  print(a)\n") == [2])
    #expect(lines(ShapeRules.printing, "let a = \"\\(print(1))\"\n") == [1])
    #expect(lines(ShapeRules.printing, "// print(a)\nfootprint(a)\nlet b = \"print(a)\"\n").isEmpty)
    #expect(lines(ShapeRules.printing, "print(1)\n", at: "Sources/elevtjenesten/main.swift").isEmpty)
  }

  @Test func longFunctions() {
    func function(_ count: Int, _ head: String) -> String {
      "// A.\n\(head) {\n" + String(repeating: "  let a = \"}\" // }\n", count: count) + "}\n"
    }
    // The body's two line ends count as one line more.
    #expect(lines(ShapeRules.functionLength, function(67, "func f()")).isEmpty)
    #expect(lines(ShapeRules.functionLength, function(71, "func f()")) == [2])
    #expect(lines(ShapeRules.functionLength, function(71, "init(\n  a: Int\n) throws")) == [2])
    #expect(
      lines(ShapeRules.functionLength, function(71, "func f(a: () -> [Int] = { [] })\n  -> Int")) == [2])
    // A protocol's function has no body; what follows is not its own.
    let requirement = "protocol P {\n  func f() -> Int\n}\n" + function(80, "struct S")
    #expect(lines(ShapeRules.functionLength, requirement).isEmpty)
  }

  @Test func defaults() {
    let bad = "switch a {\ncase .one: 1\ncase .two: 2\ndefault: 3\n}\n"
    #expect(lines(ShapeRules.defaultOverCases, bad) == [1])
    #expect(
      lines(ShapeRules.defaultOverCases, "let a =\n  switch b {\n  case .one(let c): c\n  default: 3\n  }\n")
        == [2])
    #expect(lines(ShapeRules.defaultOverCases, "switch a {\ncase 1: 1\ndefault: 3\n}\n").isEmpty)
    #expect(lines(ShapeRules.defaultOverCases, "switch a {\ncase .one: 1\ncase .two: 2\n}\n").isEmpty)
    // The default of an inner switch over numbers is not the outer one's.
    let nested = "switch a {\ncase .one:\n  switch b {\n  case 1: 1\n  default: 2\n  }\ncase .two: 2\n}\n"
    #expect(lines(ShapeRules.defaultOverCases, nested).isEmpty)
  }

  @Test func codeWithoutTexts() {
    #expect(SwiftCode.parts(of: "a \"b\" // c\nd").code == "a \" \"     \nd")
    #expect(SwiftCode.parts(of: "f(\"x \\(g(\"y\")) z\")").code == "f(\"    g(\" \")   \")")
    #expect(
      SwiftCode.parts(of: "f(\"x\", \"\"\"\n  y\n  \"\"\", #\"z\"#)").literals.map(\.text) == [
        "x", "\n  y\n  ", "z",
      ])
    #expect(SwiftCode.parts(of: "a\n\"p.\\(b[\"q\"]).r\"").literals.map(\.text) == ["q", "p.\\(b[\"q\"]).r"])
  }
}
