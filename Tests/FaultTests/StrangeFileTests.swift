// Files with what no file should hold: told of, never a crash, and never on the terminal.

import Foundation
import TestKit
import Testing

@Suite("Strange files") struct StrangeFileTests {
  /// What a file is replaced by, or has put at its end.
  enum Strange: CaseIterable {
    case controls, notUTF8, nul, deep, huge, longLine, empty, pipe, link, folder

    var bytes: [UInt8] {
      switch self {
      case .controls: Array("{\"name\": \"\u{1B}[2J\u{7}evil\", \"version\": 1}\n".utf8)
      case .notUTF8: [0xFF, 0xFE, 0xC3, 0x28, 0x0A]
      case .nul: [UInt8](repeating: 0, count: 4_096)
      case .deep: [UInt8](repeating: UInt8(ascii: "["), count: 200_000) + [0x0A]
      case .huge: Array("{\"version\": 999999999999999999999999, \"schools\": [1e99999, -1e400]}\n".utf8)
      case .longLine: Array("{\"v\":1,\"s\":2,".utf8) + [UInt8](repeating: 0x61, count: 70_000) + [0x0A]
      case .empty, .pipe, .link, .folder: []
      }
    }
  }

  static let places = [
    "settings.json", "schools.json", "colleagues.json", "topics.json", "calendar.json", "offers.json",
    "handovers", "log",
  ]

  @Test(arguments: Strange.allCases) func areToldOfAndHarmNobody(strange: Strange) throws {
    let home = try TemporaryFolder()
    defer { home.remove() }
    let moment = ["--nu", "2026-03-05T10:12"]
    var cases = 0
    let index = Strange.allCases.firstIndex(of: strange) ?? 0
    let sample = [Self.places[index % 6], Self.places[6 + index % 2]]
    let places = Thoroughness.isExhaustive ? Self.places : sample
    for place in places {
      let data = home.path + "/" + place
      let made = try Binary.run(
        ["demo-data", "--mappe", data, "--besøg", "12", "--uger", "1"] + moment, home: home.path)
      try #require(made.status == 0, "\(made.stderr)")
      let path = try self.path(place, in: data)
      try put(strange, at: path, home)
      for command in [["i-dag"], ["overdragelser"], ["tjek", "--dybt"], ["tjek", "--json"]] {
        let clock = command[0] == "tjek" ? [] : moment
        let result = try Binary.run(command + ["--mappe", data] + clock, home: home.path, seconds: 20)
        #expect([0, 1, 65, 66, 74, 77].contains(result.status), "\(place) \(strange): \(command) \(result)")
        let shown = (result.stdout + result.stderr).unicodeScalars
        #expect(!shown.contains { ($0.value < 32 && $0 != "\n") || (127..<160).contains($0.value) })
        if command[0] == "tjek" {
          #expect(result.status != 0, "\(place) \(strange) \(command)")
        }
        cases += 1
      }
    }
    FaultTable.note("10 strange files", cases: cases, faults: places.count)
  }

  /// Names, ids and headings that would clear the screen or forge a line of the report.
  @Test func nothingThatStandsInFilesSteersTheTerminal() throws {
    let home = try TemporaryFolder()
    defer { home.remove() }
    let data = home.path + "/data"
    let moment = ["--mappe", data, "--nu", "2026-03-05T10:12"]
    let made = try Binary.run(
      ["demo-data", "--besøg", "12", "--uger", "1"] + moment, home: home.path)
    try #require(made.status == 0, "\(made.stderr)")
    func write(_ text: String, to path: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      try #require(chmod(path, 0o640) == 0)
    }
    for place in ["/", "/releases/", "/handovers/", "/log/"] {
      try write("{}", to: data + place + "ev\u{1B}[2Jil\u{9B}\u{7}\nFEJL id: x.json")
    }
    let colleagues = data + "/colleagues.json"
    let text = try String(contentsOfFile: colleagues, encoding: .utf8)
    try write(text.replacingOccurrences(of: "\"mentor\"", with: #""men\u001b[31m\u009btor""#), to: colleagues)
    let table = home.path + "/skoler.csv"
    try write("id;na\u{1B}]0;vn;navn\nE\u{1B}[2J;x;y\u{9B}\n", to: table)
    for command in [
      ["tjek"], ["tjek", "--dybt", "--sprog", "en"], ["i-dag"], ["overdragelser"],
      ["vagtplan", "--uge", "2026-W10"],
      ["importer", "skoler", table], ["i-dag", "--skole", "\u{1B}[2J"],
    ] {
      let result = try Binary.run(command + moment, home: home.path)
      let shown = (result.stdout + result.stderr).unicodeScalars
      #expect(
        !shown.contains { ($0.value < 32 && $0 != "\n") || (127..<160).contains($0.value) }, "\(command)")
      #expect(!result.stdout.contains("\nFEJL id: x"), "\(command)")
    }
    let findings = try Binary.run(["tjek", "--json"] + moment, home: home.path).stdout
    let report = try JSONSerialization.jsonObject(with: Data(findings.utf8)) as? [String: Any]
    let lines = try Binary.run(["tjek"] + moment, home: home.path).stdout.split(separator: "\n")
    #expect((report?["findings"] as? [Any])?.count == lines.count && lines.count >= 5)
  }

  private func path(_ place: String, in data: String) throws -> String {
    if place.hasSuffix(".json") { return data + "/" + place }
    let folder = data + "/" + place
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    return folder + "/" + (try #require(names.first { $0.hasSuffix("json") || $0.contains("visits-") }))
  }

  private func put(_ strange: Strange, at path: String, _ home: TemporaryFolder) throws {
    try FileManager.default.removeItem(atPath: path)
    switch strange {
    case .pipe: try #require(mkfifo(path, 0o640) == 0)
    case .link: try #require(symlink("/etc/hostname", path) == 0)
    case .folder: try #require(mkdir(path, 0o750) == 0)
    case .controls, .notUTF8, .nul, .deep, .huge, .longLine, .empty:
      try Data(strange.bytes).write(to: URL(fileURLWithPath: path))
      try #require(chmod(path, 0o640) == 0)
    }
  }
}
