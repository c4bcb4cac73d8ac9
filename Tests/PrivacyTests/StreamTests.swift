// No clock, no person: what the files of a known day hold, byte by byte.
import Foundation
import TestKit
import Testing

@Suite struct StreamTests {
  /// Days, schools, writers and weeks: all that a visit and a handover may have in common. Both also have
  /// an ending called `fagsystem`.
  private let common =
    "20[0-9]{2}-[01][0-9]-[0-3][0-9]|20[0-9]{2}-W[0-5][0-9]|[A-Z]{3,4}|[a-z0-9]+-[0-9a-f]{16}|"
    + "segment|fagsystem|elevtjenesten [0-9.]+|<null>"

  @Test func visitsAndChainsHoldNoClockAndNoPerson() throws {
    var day = try KnownDay()
    defer { day.remove() }
    try day.play()
    for stream in ["visits", "chain"] {
      let lines = try day.lines(stream)
      #expect(lines.count > 8)
      for line in lines { #expect(StreamRules.faults(line, stream: stream).isEmpty) }
      let words = Set(
        lines.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() } })
      for (id, name) in try day.colleagues() {
        for word in [id] + name.split(separator: " ").map(String.init) {
          #expect(!words.contains(word.lowercased()), "\(word) stands in \(stream)")
        }
      }
      let text = lines.joined(separator: "\n")
      for time in KnownDay.times { #expect(!text.contains(time)) }
    }
  }

  @Test func aVisitAndAHandoverShareOnlyWriterDayAndSchool() throws {
    var day = try KnownDay()
    defer { day.remove() }
    try day.play()
    func scalars(_ stream: String) throws -> Set<String> {
      try day.lines(stream).reduce(into: []) { $0.formUnion(StreamRules.scalars($1)) }
    }
    let zeros = String(repeating: "0", count: 32)
    let (visits, chain, duty) = (try scalars("visits"), try scalars("chain"), try scalars("duty"))
    for shared in visits.intersection(chain).subtracting([zeros]) {
      // Sizes in `continues` may agree by chance; nothing that long is ever an id.
      let isNumber = shared.utf8.count < 6 && shared.allSatisfy(\.isNumber)
      let isCommon = try shared.wholeMatch(of: Regex(common)) != nil
      #expect(isNumber || isCommon, "\(shared) is in both")
    }
    for (name, other) in [("visits", visits), ("chain", chain)] {
      let ids = other.intersection(duty).subtracting([zeros]).filter { $0.utf8.count == 32 }
      #expect(ids.isEmpty, "\(name) and duty share \(ids)")
    }
  }

  @Test func theFilesOfAHandoverGoWhenItEnds() throws {
    var day = try KnownDay()
    defer { day.remove() }
    try day.play()
    let names = try FileManager.default.contentsOfDirectory(atPath: day.folder + "/handovers")
    #expect(names.contains("\(day.open).json"))
    #expect(names.filter { $0.contains(day.closed) }.isEmpty, "copies too")
  }

  @Test(arguments: [
    #""at":"2026-03-05T09:47:12Z","day":"2026-03-05""#, #""day":"2026-03-05T09:47""#,
    #""day":"2026-03-05","by":"MAL""#,
  ])
  func theRulesFindAClockAndAPerson(day: String) throws {
    let id = String(repeating: "a", count: 32)
    func line(_ day: String) -> String {
      #"{"v":1,"s":1,"p":"\#(id)","k":"sparring","b":{\#(day),"id":"\#(id)","school":"EUC"},"h":"\#(id)"}"#
    }
    #expect(StreamRules.faults(line(#""day":"2026-03-05""#), stream: "visits").isEmpty)
    #expect(!StreamRules.faults(line(day), stream: "visits").isEmpty)
  }
}
