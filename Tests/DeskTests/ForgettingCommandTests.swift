// `slet-gamle`: what it shows, what it does, and that every figure stays.
import Foundation
import TestKit
import Testing

@Suite struct ForgettingCommandTests {
  /// Weeks so long ago that all of them are due, whatever the day is; no demo, where nothing ever is.
  private func world(isDemo: Bool = false) throws -> (home: TemporaryFolder, data: String) {
    let home = try TemporaryFolder()
    let data = home.path + "/data"
    let made = try Binary.run(
      ["demo-data", "--mappe", data, "--besøg", "80", "--uger", "5", "--nu", "2024-03-07T10:12"],
      home: home.path)
    try #require(made.status == 0, "\(made.stderr)")
    if isDemo { return (home, data) }
    let settings = data + "/settings.json"
    let text = try String(contentsOfFile: settings, encoding: .utf8)
    try text.replacingOccurrences(of: "\"demo\": true", with: "\"demo\": false")
      .write(toFile: settings, atomically: false, encoding: .utf8)
    return (home, data)
  }

  @Test func showsThenForgetsAndKeepsTheFigures() throws {
    let (home, data) = try world()
    defer { home.remove() }
    func run(_ words: String...) throws -> ProgramResult {
      try Binary.run(words + ["--mappe", data], home: home.path)
    }
    let figures = try run("tal", "--uge", "2024-W04..2024-W10", "--json")
    let before = try FileManager.default.subpathsOfDirectory(atPath: data).sorted()
    let shown = try run("slet-gamle", "--json")
    #expect(shown.status == 0)
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(shown.stdout.utf8)) as? [[String: Any]])
    #expect(list.count > 20)
    #expect(list.allSatisfy { $0["done"] as? Bool == false && $0["allowed"] as? Bool == true })
    #expect(try FileManager.default.subpathsOfDirectory(atPath: data).sorted() == before)

    let done = try run("slet-gamle", "--udfør")
    #expect(done.status == 0, "\(done.stderr)")
    #expect(done.stderr.contains("Filer, der er glemt: \(list.count)."))
    for file in list.compactMap({ $0["file"] as? String }) {
      let lines = try String(contentsOfFile: data + "/" + file, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 2 && lines[1].contains(#""k":"tally""#), "\(file)")
    }
    #expect(try run("tal", "--uge", "2024-W04..2024-W10", "--json").stdout == figures.stdout)
    #expect(try run("tjek", "--dybt").status == 0)
    let again = try run("slet-gamle")
    #expect(again.status == 0 && again.stdout.isEmpty)
  }

  /// The day decides what is due, so it is never a pretended one; and a demo is left alone.
  @Test func refusesAPretendedDayAndADemo() throws {
    let (home, data) = try world()
    defer { home.remove() }
    let pretended = try Binary.run(
      ["slet-gamle", "--udfør", "--mappe", data, "--nu", "2026-03-05T10:12"], home: home.path)
    #expect(pretended.status == 1)
    let (other, demo) = try world(isDemo: true)
    defer { other.remove() }
    let nothing = try Binary.run(["slet-gamle", "--udfør", "--mappe", demo], home: other.path)
    #expect(nothing.status == 0 && nothing.stdout.isEmpty)
  }

  /// A document that sums rest on cannot be read: nothing is forgotten.
  @Test func refusesWithABrokenDocument() throws {
    let (home, data) = try world()
    defer { home.remove() }
    try "{".write(toFile: data + "/schools.json", atomically: false, encoding: .utf8)
    let refused = try Binary.run(["slet-gamle", "--udfør", "--mappe", data], home: home.path)
    #expect(refused.status == 65)
    #expect(!(try String(contentsOfFile: try #require(visits(data)), encoding: .utf8)).contains("tally"))
  }

  private func visits(_ data: String) -> String? {
    FileManager.default.enumerator(atPath: data + "/log")?.compactMap { $0 as? String }
      .first { $0.contains("/visits-") }.map { data + "/log/" + $0 }
  }
}
