// What a machine keeps for itself outside the folder: nothing that the folder does not hold.
import Foundation
import Store
import TestKit
import Testing

@testable import elevtjenesten

@Suite struct OwnStateTests {
  @Test func cachesAndStateHoldNothingTheFolderDoesNot() async throws {
    var day = try KnownDay()
    defer { day.remove() }
    try day.play()
    // A check remembers the files that have been at rest for some seconds.
    try await Task.sleep(for: .seconds(4))
    try day.run("13:30", "tjek")
    let state = FileTimes.files(below: day.home.path + "/.local/state")
    let cache = FileTimes.files(below: day.home.path + "/.cache")
    #expect(state.contains { $0.hasSuffix("/euc.writer") } && !cache.isEmpty)
    let known = try facts(day)
    for file in state {
      switch (file as NSString).lastPathComponent {
      case "lock": #expect(try Data(contentsOf: URL(fileURLWithPath: file)).isEmpty)
      case "school": #expect(try String(contentsOfFile: file, encoding: .utf8) == "EUC")
      default:
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let others = try scalars(file).subtracting(known).subtracting(fingerprints(in: text))
        #expect(others.isEmpty, "\(others.sorted()) in \(file)")
      }
    }
    for file in cache {
      if file.hasSuffix("/desk") { continue }
      let original = day.folder + "/" + (file as NSString).lastPathComponent
      #expect(FileManager.default.contentsEqual(atPath: file, andPath: original), "\(file)")
    }
    // Nothing else was left in the home folder: no history, no log of the program's own.
    let rest = FileTimes.files(below: day.home.path).filter {
      !$0.hasPrefix(day.folder) && !$0.contains("/.local/state/elevtjenesten/")
        && !$0.contains("/.cache/elevtjenesten/")
    }
    #expect(rest.isEmpty, "\(rest)")
  }

  /// The desk keeps lines of older files in the cache, so that it starts quickly.
  @Test func whatTheDeskKeepsForItsNextStartStandsInTheFolder() throws {
    var day = try KnownDay()
    defer { day.remove() }
    try day.play()
    // What was changed a moment ago is not kept.
    usleep(3_100_000)
    let known = try facts(day)
    let machine = Machine(
      environment: StoreEnvironment(
        stateHome: day.home.path + "/state", cacheHome: day.home.path + "/cache", machineID: "m1"),
      random: { 1 })
    let folder = try DataFolder(
      FolderPlace(path: day.folder, isNamed: true), machine: machine, isTimePretended: true)
    let weeks = DataFolder.recentWeeks(around: date("2026-03-05"))
    var reader = PictureReader(folder, scope: weeks, isForDesk: true)
    _ = try reader.refresh()
    reader.keepBase()
    let file = try #require(FileTimes.files(below: day.home.path + "/cache").first { $0.hasSuffix("/desk") })
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let prints = fingerprints(in: text)
    let first = try #require(weeks.visitWeeks).lowerBound.monday.description
    var others = try scalars(file).subtracting(known).subtracting(prints).subtracting([first])
    others = others.filter { !($0.utf8.count < 6 && $0.allSatisfy(\.isNumber)) }
    #expect(others.isEmpty, "\(others.sorted())")
    #expect(text.contains("\"record\"") && !prints.isEmpty)
  }

  /// What stands for the state of files: it tells equal from unequal, and nothing else.
  private func fingerprints(in text: String) -> [String] {
    text.matches(of: /"(?:fingerprint|state)":"([0-9a-f]{1,32})"/).map { String($0.1) }
  }

  /// Every text and number in a state file, which has the log's own form, but its wrapping.
  private func scalars(_ file: String) throws -> Set<String> {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.allSatisfy { $0 == " " } }.map(String.init)
    #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("{\"v\":1,") }, "\(file)")
    return try lines.reduce(into: []) { found, line in
      let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let body = try #require(record?["b"])
      let data = try JSONSerialization.data(withJSONObject: ["b": body])
      found.formUnion(StreamRules.scalars(String(decoding: data, as: UTF8.self)))
    }
  }

  /// All that the files of the log tell: what stands in them, and their names, sizes, numbers and days.
  private func facts(_ day: KnownDay) throws -> Set<String> {
    var known: Set<String> = ["", "0"]
    let zeros = String(repeating: "0", count: 32)
    known.insert(zeros)
    for stream in ["visits", "chain", "duty"] {
      for line in try day.lines(stream) {
        let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        known.formUnion(StreamRules.scalars(line))
        known.insert("\(record?["s"] ?? "")")
      }
      for file in try day.files(stream) {
        var facts = stat()
        #expect(stat(file, &facts) == 0)
        known.insert((file as NSString).lastPathComponent)
        known.insert(file.replacingOccurrences(of: day.folder + "/log/", with: ""))
        known.formUnion([
          String(facts.st_ino), String(facts.st_ino, radix: 16), String(facts.st_size),
        ])
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").count
        known.insert(String(lines))
      }
    }
    return known
  }
}
