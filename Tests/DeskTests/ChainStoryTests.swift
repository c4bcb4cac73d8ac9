// Stories of the chain in a real terminal, with their keys counted, and two desks on one folder.
import Domain
import Foundation
import Store
import TestKit
import Testing

@testable import elevtjenesten

/// A demo folder that is kept, at 10.12 on Thursday 5 March 2026.
private struct ChainDemo {
  let place: TemporaryFolder
  var folder: String { place.path + "/demo" }

  init() throws { place = try TemporaryFolder() }

  /// A desk after its first question: the door is open.
  func desk(_ colleague: String, at school: String) throws -> CountedDesk {
    let terminal = try RealTerminal(
      columns: 80, rows: 24,
      command: [
        Binary.path(), "demo", "--behold", folder, "--nu", "2026-03-05T10:12", "--som", colleague, "--skole",
        school,
      ])
    try terminal.waitFor("Enter = ja")
    try terminal.press("Enter")
    try terminal.waitFor("Døren er åben")
    return CountedDesk(terminal: terminal)
  }

  func json(_ arguments: String...) throws -> Any {
    let result = try Binary.run(
      arguments + ["--mappe", folder, "--nu", "2026-03-05T10:13", "--json"], home: place.path)
    return try JSONSerialization.jsonObject(with: Data(result.stdout.utf8))
  }

  func open() throws -> [[String: Any]] {
    try #require(try json("overdragelser") as? [[String: Any]])
  }

  func visits(at school: String) throws -> Int {
    let today = try json("i-dag") as? [String: Any]
    let schools = today?["schools"] as? [[String: Any]]
    return schools?.first { $0["id"] as? String == school }?["visits"] as? Int ?? 0
  }
}

/// A terminal whose keys are counted.
private final class CountedDesk {
  let terminal: RealTerminal
  private(set) var keys = 0

  init(terminal: RealTerminal) { self.terminal = terminal }

  func press(_ keys: String..., until text: String) throws {
    for key in keys {
      try terminal.press(key)
      self.keys += 1
    }
    try terminal.waitFor(text)
  }

  /// Whether a text goes from the screen: another desk's step is seen within a second or two.
  func loses(_ text: String) throws -> Bool {
    for _ in 0..<100 {
      if try !terminal.screen().contains(text) { return true }
      usleep(100_000)
    }
    return false
  }

  func close() { terminal.close() }
}

@Suite(.serialized) struct ChainStoryTests {
  @Test func story3AHandoverIsFiveKeysAndStory5TheAnswerTwo() throws {
    let demo = try ChainDemo()
    defer { demo.place.remove() }
    let sender = try demo.desk("MAL", at: "EUC")
    defer { sender.close() }
    let before = try demo.open().count
    try sender.press("b", "1", "g", "1", "j", until: "Du holder den, til Çetin Havtorn har taget over.")
    #expect(sender.keys == 5)
    #expect(try demo.open().count == before + 1 && demo.visits(at: "EUC") == 1)
    // The offer that the demo began with waits as well, so with two waiting none is marked.
    let receiver = try demo.desk("CET", at: "VUC")
    defer { receiver.close() }
    try receiver.press("o", until: "Vælg en med pil eller tal")
    try receiver.press("1", "t", until: "Du har taget over og holder nu 1")
    // Now the other one is the only one that waits: two keys.
    try receiver.press("Escape", until: "1 overdragelse venter på dit svar")
    let counted = receiver.keys
    try receiver.press("o", "t", until: "Du har taget over og holder nu 2")
    #expect(receiver.keys - counted == 2)
    let holders = try demo.open().filter { $0["to"] as? String == "CET" }.map { $0["holder"] as? String }
    #expect(holders == ["CET", "CET"])
    #expect(try sender.loses("Du holder 2"))
  }

  @Test func story4WithoutAYesFiveKeysAndNoHandover() throws {
    let demo = try ChainDemo()
    defer { demo.place.remove() }
    let desk = try demo.desk("MAL", at: "EUC")
    defer { desk.close() }
    let before = try demo.open().count
    try desk.press("b", "1", "g", "1", "n", until: "Fik kontakten med")
    #expect(desk.keys == 5)
    #expect(try demo.open().count == before && demo.visits(at: "EUC") == 1)
  }

  @Test func story7WrongShelfIsFiveKeysToACounsellor() throws {
    let demo = try ChainDemo()
    defer { demo.place.remove() }
    let desk = try demo.desk("MAL", at: "EUC")
    defer { desk.close() }
    try desk.press("b", "5", "g", until: "Hvem tager over?")
    // Counsellors of all schools stand first.
    let rows = try desk.terminal.screen().split(separator: "\n").filter { $0.contains("UU-vejleder") }
    #expect(rows.count == 4)
    try desk.press("1", "j", until: "Gemt ✓")
    #expect(desk.keys == 5)
    let counsellors: Set<String> = ["ASE", "MIK", "FAT", "OJV"]
    #expect(try demo.open().contains { counsellors.contains($0["to"] as? String ?? "") })
  }

  @Test func receiversAreToldOnceADayByTheCommandOfTheSettings() throws {
    let demo = try ChainDemo()
    defer { demo.place.remove() }
    try demo.desk("MAL", at: "EUC").close()
    let (settings, told) = (demo.folder + "/settings.json", demo.place.path + "/told")
    var document = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: settings))) as? [String: Any])
    let script = demo.place.path + "/tell"
    try "#!/bin/sh\n(echo \"$@\"; cat) >> '\(told)'\n".write(
      toFile: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script)
    document["notification"] = [script, "-s", "Elevtjenesten", "{mail}"]
    try JSONSerialization.data(withJSONObject: document).write(to: URL(fileURLWithPath: settings))
    for _ in 1...2 {
      let desk = try demo.desk("MAL", at: "EUC")
      try desk.terminal.wait(seconds: 20, for: "the command") { FileManager.default.fileExists(atPath: told) }
      Thread.sleep(forTimeInterval: 1.5)
      try Self.expectKeyedMemory(below: demo.folder + "/.demo")
      desk.close()
    }
    let lines = try String(contentsOfFile: told, encoding: .utf8).split(separator: "\n")
    // A handover for Çetin and one for Birgitte began at this school; each is told once a state.
    #expect(Set(lines.filter { $0.hasPrefix("-s") }).count == 2)
    for word in ["EUC", "1", "overdragelser"] {
      #expect(!lines.filter { !$0.hasPrefix("-s") }.contains { $0.contains(word) }, "\(word)")
    }
  }
}

extension ChainStoryTests {
  /// What a machine remembers of it cannot be made again from the ids: the few there are are tried soon.
  fileprivate static func expectKeyedMemory(below home: String) throws {
    let name = try #require(
      FileManager.default.subpaths(atPath: home)?.first { $0.hasSuffix("/told") })
    let memory = try String(contentsOfFile: home + "/" + name, encoding: .utf8)
    let marks = memory.split(separator: "\n").dropFirst().map(String.init)
    #expect(memory.hasPrefix("2026-03-05\n") && marks.count == 2, "\(memory)")
    for id in ["CET", "BIR"] {
      let digest = SHA256.digest(of: Array("told 2026-03-05 \(id)".utf8))
      #expect(!marks.contains(Hexadecimal.text(Array(digest.prefix(8)))), "\(id)")
    }
  }
}

@Suite struct QuietProcessTests {
  @Test func itsEndIsToldAndItIsNeverWaitedForLong() {
    #expect(QuietProcess.run(["true"], input: [], seconds: 5) == .done)
    #expect(QuietProcess.run(["false"], input: [], seconds: 5) == .failed(code: 1))
    #expect(QuietProcess.run(["/nowhere/at/all"], input: [], seconds: 5) == .notStarted(ENOENT))
    let begun = Date()
    #expect(QuietProcess.run(["sleep", "60"], input: [], seconds: 1) == .tooSlow)
    #expect(Date().timeIntervalSince(begun) < 5)
    // A program that reads nothing is no fault, and no shell looks at the words.
    #expect(QuietProcess.run(["true", "$(touch /x); *"], input: Array("text\n".utf8), seconds: 5) == .done)
  }
}
