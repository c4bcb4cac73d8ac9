// `indsigt`: everything that names a colleague, and nothing about anybody else.
import Foundation
import TestKit
import Testing

@Suite struct InsightCommandTests {
  /// A day on which Malene did one of everything.
  private func world() throws -> CommandWorld {
    let world = try CommandWorld(visits: 10, weeks: 2)
    func done(_ words: String...) throws {
      let result = try Binary.run(
        words + ["--mappe", world.folder, "--nu", world.now], home: world.home.path)
      try #require(result.status == 0, "\(words): \(result.stderr)")
    }
    try done("åbn", "--skole", "EUC", "--som", "MAL")
    try done("besøg", "--skole", "EUC", "--emne", "familie", "--udfald", "guidet", "--som", "MAL")
    try done("overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL", "--måde", "selv")
    try done("luk-dør", "--skole", "EUC", "--som", "MAL")
    return world
  }

  private func records(_ object: [String: Any]) -> [[String: Any]] {
    object["records"] as? [[String: Any]] ?? []
  }

  @Test func tellsEntryDutiesDoorsAndHandovers() throws {
    let world = try world()
    defer { world.remove() }
    let object = try world.object("indsigt", "--kollega", "MAL")
    let entry = try #require(object["entry"] as? [String: [String]])
    #expect(entry["name"] == ["Malene Smedelyng"] && entry["workMail"] == ["mal@example.invalid"])
    // The doors as the log itself has them, read as plain JSON.
    let doors = try world.bodies("door", stream: "duty").filter { $0["by"] as? String == "MAL" }
    let told = records(object).filter { ($0["kind"] as? String)?.hasPrefix("door") == true }
    #expect(doors.count >= 2 && told.count == doors.count)
    let closed = try #require(told.last)
    #expect(closed["at"] as? String == "2026-03-05T10:12" && closed["kept"] as? String == "2028-02-01")
    let patterns = try world.rawLines("duty").filter {
      $0.line.contains(#""k":"pattern""#) && $0.line.contains("MAL")
    }
    #expect(!patterns.isEmpty && records(object).count { $0["kind"] as? String == "base" } == patterns.count)
    // Thursdays at EUC are hers, as the demo's roster has it.
    #expect(
      records(object).contains {
        $0["weekday"] as? Int == 4 && $0["hours"] as? String == "09:30-13:30"
          && $0["as"] as? [String] == ["duty"]
      })
    let sent = try #require(
      records(object).last {
        $0["kind"] as? String == "handover" && ($0["as"] as? [String])?.contains("sender") == true
      })
    #expect(sent["kept"] as? String == "handover-ends")
    // The one who is to take over has it among the open ones as receiver.
    let other = try world.object("indsigt", "--kollega", "cet")
    #expect(
      records(other).contains {
        $0["about"] as? String == sent["about"] as? String && $0["as"] as? [String] == ["receiver"]
      })
  }

  @Test func saysNothingAboutYoungPeopleOrOthers() throws {
    let world = try world()
    defer { world.remove() }
    let text = try world.run("indsigt", "--kollega", "MAL")
    #expect(text.status == 0 && text.stdout.contains("Dør åbnet") && text.stdout.contains("Malene Smedelyng"))
    let both = text.stdout + (try world.run("indsigt", "--kollega", "MAL", "--json").stdout)
    // The code word of the handover, a topic and another's name stand in the folder and not here.
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: world.folder + "/handovers").compactMap { name in
        let text = try? String(contentsOfFile: world.folder + "/handovers/" + name, encoding: .utf8)
        return text.flatMap { $0.contains("\"MAL\"") && $0.contains("codeWord\": \"") ? $0 : nil }
      }.first)
    let word = try #require(file.firstMatch(of: /"codeWord": "([^"]+)"/).map { String($0.1) })
    for secret in [word, "familie", "guidet", "Çetin"] { #expect(!both.contains(secret), "\(secret)") }
  }

  /// One who has left the list is still found by the id in the records.
  @Test func findsOneWhoHasLeft() throws {
    let world = try world()
    defer { world.remove() }
    let path = world.folder + "/colleagues.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "\"id\": \"MAL\"", with: "\"id\": \"NYM\"")
      .write(toFile: path, atomically: false, encoding: .utf8)
    let object = try world.object("indsigt", "--kollega", "MAL")
    #expect(object["entry"] is NSNull && records(object).count > 3)
    let nobody = try world.run("indsigt", "--kollega", "QQQ")
    #expect(nobody.status == 64)
  }
}
