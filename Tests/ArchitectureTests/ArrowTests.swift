// Who may use whom: what the package declares and what the sources import, against one list.

import Foundation
import Testing

/// The arrows between targets.
enum Arrows {
  /// The targets of the program, each with those it uses.
  static let allowed: [String: Set<String>] = [
    "CNcurses": [], "CXattr": [],
    "Resources": [],
    "Domain": [],
    "Guard": [],
    "Canvas": [],
    "Store": ["Domain", "Guard", "CXattr"],
    "Reports": ["Domain", "Resources"],
    "Screens": ["Domain", "Reports", "Canvas", "Guard", "Resources"],
    "Terminal": ["Canvas", "CNcurses"],
    "elevtjenesten": [
      "Domain", "Guard", "Store", "Reports", "Canvas", "Screens", "Terminal", "Resources",
    ],
  ]

  /// The system modules each may import; the pure ones import none.
  static let system: [String: Set<String>] = [
    "Resources": ["Foundation"],
    // Unicode's NFC, in which typed letters are stored.
    "Canvas": ["Foundation"],
    // Unicode's NFKC.
    "Guard": ["Foundation"],
    "Store": ["Foundation", "Glibc", "Synchronization"],
    "Terminal": ["Glibc"],
    "elevtjenesten": ["Foundation", "Glibc", "Synchronization", "Dispatch"],
  ]

  /// The modules a file imports.
  static func imports(_ file: SourceFile) -> Set<String> {
    Set(
      file.code.split(separator: "\n").compactMap { line in
        let words = line.split { $0 == " " || $0 == "(" || $0 == ")" }
        guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
          words[..<index].allSatisfy({ $0.hasPrefix("@") || modifiers.contains(String($0)) })
        else { return nil }
        // `import struct Foundation.Data` names its kind first.
        let kinds: Set<Substring> = [
          "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
        ]
        let name =
          kinds.contains(words[index + 1]) && index + 2 < words.count ? words[index + 2] : words[index + 1]
        return name.split(separator: ".").first.map(String.init)
      })
  }

  private static let modifiers: Set<String> = [
    "public", "package", "internal", "fileprivate", "private", "spi",
  ]

  /// Imports that no arrow allows.
  static func trespasses(_ file: SourceFile) -> [String] {
    let mayImport = (allowed[file.target] ?? []).union(system[file.target] ?? [])
    return imports(file).subtracting(mayImport).sorted().map { "\(file.path) imports \($0)" }
  }

  /// The dependencies that a package manifest declares with `library`, `.target` and the like.
  static func declared(in manifest: String) -> [String: Set<String>] {
    var declared: [String: Set<String>] = [:]
    let plain = manifest.replacingOccurrences(of: "\n", with: " ")
    let head = /(?:library|\.target|\.executableTarget|\.systemLibrary)\(\s*(?:name:\s*)?"(\w+)"/
    let list = /^(?:\s*,\s*path:\s*"[^"]*")?\s*,\s*(?:dependencies:\s*)?\[([^\]]*)\]/
    for match in plain.matches(of: head) {
      let names = plain[match.range.upperBound...].prefixMatch(of: list)?.1.split(separator: ",") ?? []
      declared[String(match.1)] = Set(
        names.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \"")) }.filter { !$0.isEmpty })
    }
    return declared
  }
}

@Suite struct ArrowTests {
  @Test func thePackageDeclaresTheseArrows() throws {
    let declared = Arrows.declared(in: try SourceTree.read("Package.swift"))
    for (target, uses) in Arrows.allowed {
      #expect(declared[target] == uses, "\(target)")
    }
  }

  @Test func sourcesImportNothingElse() throws {
    let trespasses = try SourceTree.program().flatMap(Arrows.trespasses)
    #expect(trespasses.isEmpty, "\(trespasses.joined(separator: "\n"))")
  }

  @Test func everyFolderHasItsArrows() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: SourceTree.top.appending(path: "Sources").path)
    #expect(Set(folders).union(["Resources"]) == Set(Arrows.allowed.keys))
  }

  @Test func arrowsNeverRunInARing() {
    func reach(_ target: String) -> Set<String> {
      let uses = Arrows.allowed[target] ?? []
      return uses.union(uses.flatMap(reach))
    }
    for target in Arrows.allowed.keys { #expect(!reach(target).contains(target), "\(target)") }
    // Screens and Store never meet, not even by way of another.
    #expect(!reach("Screens").contains("Store") && !reach("Store").contains("Screens"))
    #expect(reach("Domain").isEmpty && reach("Canvas").isEmpty)
    #expect(Arrows.allowed.filter { $0.value.contains("CNcurses") }.map(\.key) == ["Terminal"])
  }

  @Test func nobodyImportsXCTest() throws {
    let files = try SourceTree.swiftFiles(in: ["Sources", "Resources", "Tests"])
    #expect(files.filter { Arrows.imports($0).contains("XCTest") }.map(\.path) == [])
  }

  // MARK: The rules find what they are for

  @Test(arguments: [
    ("Sources/Domain/Bad.swift", "// A.\nimport Foundation\n", ["Foundation"]),
    ("Sources/Screens/Bad.swift", "import Domain\n@preconcurrency package import Store\n", ["Store"]),
    ("Sources/Store/Bad.swift", "import Screens\nimport Domain", ["Screens"]),
    ("Sources/Canvas/Bad.swift", "import CNcurses", ["CNcurses"]),
    ("Sources/Reports/Bad.swift", "import struct Foundation.Data", ["Foundation"]),
    ("Sources/Guard/Bad.swift", "import Domain", ["Domain"]),
    (
      "Sources/Domain/Good.swift", "// import Foundation\nlet a = \"\"\"\n  import Foundation\n  \"\"\"\n", []
    ),
    ("Sources/Terminal/Good.swift", "import CNcurses\nimport Canvas\n", []),
    ("Resources/Good.swift", "import Foundation\n", []),
  ])
  func examples(path: String, text: String, wrong: [String]) {
    let trespasses = Arrows.trespasses(SourceFile(path: path, text: text))
    #expect(trespasses == wrong.map { "\(path) imports \($0)" })
  }

  @Test func readsAManifest() {
    let manifest = """
      .systemLibrary(name: "C"), library("A"), library("B", ["A", "C"]),
      .target(
        name: "D", path: "D", dependencies: ["A"], swiftSettings: x), .target(name: "E", path: "E", resources: [.z("q")]),
      .executableTarget(
        name: "m",
        dependencies: [
          "A", "B",
        ])
      """
    #expect(
      Arrows.declared(in: manifest)
        == ["C": [], "A": [], "B": ["A", "C"], "D": ["A"], "E": [], "m": ["A", "B"]])
  }
}
