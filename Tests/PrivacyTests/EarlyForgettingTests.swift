// A number got into the log as the code of a topic: `slet-gamle --fil` takes it out, on every machine.
import Domain
import Foundation
import Store
import TestKit
import Testing

@testable import elevtjenesten

@Suite struct EarlyForgettingTests {
  /// Nobody can own it: it would be somebody born in 2045.
  private static let number = "310145-6789"

  /// A folder in which the code is a topic, with visits about it; machine 2 has a copy of the folder.
  private struct Machines {
    let home: TemporaryFolder
    let number: String
    let first: String
    let second: String
    let folder: String
    let copy: String

    init(number: String) throws {
      home = try TemporaryFolder()
      self.number = number
      (first, second) = (home.path + "/m1", home.path + "/m2")
      (folder, copy) = (first + "/data", second + "/data")
      for path in [first, second] {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
      let made = try Binary.run(
        ["demo-data", "--mappe", folder, "--besøg", "40", "--uger", "3", "--nu", "2024-03-07T10:12"],
        home: first)
      try #require(made.status == 0, "\(made.stderr)")
      try edit("settings.json", "\"demo\": true", "\"demo\": false")
      try edit("topics.json", "\"code\": \"konflikt\"", "\"code\": \"\(number)\"")
    }

    func edit(_ name: String, _ old: String, _ new: String) throws {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      try #require(text.contains(old), "\(name) has no \(old)")
      try text.replacingOccurrences(of: old, with: new)
        .write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
    }

    /// What a synchroniser does: the second folder becomes what the first is.
    func synchronise() throws {
      let result = try Subprocess.run(
        ["/bin/cp", "-a", "--remove-destination", folder + "/.", copy], environment: [:])
      try #require(result.status == 0, "\(result.stderr)")
    }

    func run(_ home: String, _ words: String...) throws -> ProgramResult {
      try Binary.run(words + ["--mappe", home + "/data"], home: home)
    }

    /// Where the number stands on both machines: folder, state, cache and all else below their homes.
    func hits() -> [String] {
      let text = SearchedText(number)
      return [first, second].flatMap { ByteSearch.hits(of: [text], below: $0).hits }
    }

    /// The log's files that hold the number.
    func logFiles() throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: folder + "/log").sorted().filter { name in
        let data = FileManager.default.contents(atPath: folder + "/log/" + name) ?? Data()
        return SearchedText(number).stands(in: Array(data))
      }.map { "log/" + $0 }
    }
  }

  @Test func theNumberIsNowhereAfterwards() throws {
    let machines = try Machines(number: Self.number)
    defer { machines.home.remove() }
    // Two visits about it and one about something else, as somebody counted today.
    for topic in [Self.number, Self.number, "bolig"] {
      try plant(machines, topic)
    }
    let files = try machines.logFiles()
    #expect(files.count == 1, "the number must be in the log before: \(files)")
    let file = try #require(files.first)
    try machines.synchronise()
    // Both machines look, so that their caches and states have what they keep.
    for home in [machines.first, machines.second] { _ = try machines.run(home, "i-dag") }
    #expect(machines.hits().count >= 4, "\(machines.hits())")

    // The topic gets a code that says nothing.
    try machines.edit("topics.json", Self.number, "konflikt")
    let shown = try machines.run(machines.first, "slet-gamle", "--fil", file)
    #expect(shown.status == 0, "\(shown.stderr)")
    #expect(shown.stdout.contains("bedt om") && shown.stderr.contains("følger med: 1"))
    #expect(!(shown.stdout + shown.stderr).contains(Self.number))
    #expect(try machines.logFiles() == files, "showing changed something")

    let done = try machines.run(machines.first, "slet-gamle", "--fil", file, "--udfør")
    #expect(done.status == 0, "\(done.stderr)")
    try machines.synchronise()
    for home in [machines.first, machines.second] { _ = try machines.run(home, "i-dag") }
    for home in [machines.first, machines.second] { _ = try machines.run(home, "tjek", "--dybt") }
    #expect(machines.hits().isEmpty, "\(machines.hits().joined(separator: "\n"))")
    // What was counted is counted still: two as "andet", one as "bolig".
    let lines = try String(contentsOfFile: machines.folder + "/" + file, encoding: .utf8)
      .split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.contains(#""topics":{"andet":2,"bolig":1}"#) == true, "\(lines.last ?? "")")
    // The desk goes on in a file of its own, and healing or checking brings nothing back.
    try plant(machines, "bolig")
    #expect(try machines.run(machines.first, "tjek", "--dybt").stdout.contains("error") == false)
    #expect(machines.hits().isEmpty)
    let again = try machines.run(machines.first, "slet-gamle", "--fil", file)
    #expect(again.status == 1 && again.stderr.contains("allerede glemt"), "\(again.stderr)")
  }

  @Test func aFileThatCannotGoIsRefusedWithItsReason() throws {
    let machines = try Machines(number: Self.number)
    defer { machines.home.remove() }
    let nothing = try machines.run(machines.first, "slet-gamle", "--fil", "log/../settings.json")
    #expect(nothing.status == 66 && nothing.stderr.contains("ikke i loggen"), "\(nothing.stderr)")
    try plant(machines, Self.number)
    let file = try #require(try machines.logFiles().first)
    try machines.synchronise()
    // Only the machine that writes the file may take it away while its week lasts.
    let other = try machines.run(machines.second, "slet-gamle", "--fil", file, "--udfør")
    #expect(other.status == 1 && other.stderr.contains("anden maskine"), "\(other.stderr)")
    #expect(try machines.logFiles() == [file])
  }

  /// A visit of today in the log of the first machine, as an older program let it in.
  private func plant(_ machines: Machines, _ topic: String) throws {
    let environment = Environment(variables: Binary.environment(home: machines.first))
    let folder = try DataFolder(
      FolderPlace(path: machines.folder, isNamed: true), machine: .current(environment),
      isTimePretended: false)
    let today = try Clock(pretending: nil).now().day
    let visit = Visit(
      id: folder.machine.id(), day: today, school: "EUC", topic: Topic.ID(topic), outcome: .doneHere)
    _ = try Recorder(folder).record([.visit(visit)], desk: "EUC", on: today)
  }
}
