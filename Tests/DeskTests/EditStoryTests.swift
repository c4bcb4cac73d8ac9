// A new school in a real terminal: the keys are counted, and the file is read by somebody else.
import Foundation
import TestKit
import Testing

@Suite(.serialized) struct EditStoryTests {
  /// Story 14, from I dag: a school with its opening date, two days a week, small.
  @Test func aNewSchoolIsSixteenKeysAndIsOnTheDisk() throws {
    let world = try CommandWorld(visits: 20, weeks: 2)
    defer { world.remove() }
    let desk = try RealTerminal(command: [
      Binary.path(), "--mappe", world.folder, "--nu", world.now, "--som", "LON", "--skole", "EUC",
    ])
    defer { desk.close() }
    try desk.waitFor("Enter = ja")
    try desk.press("Escape")
    try desk.waitUntilGone("Enter = ja")
    let keys = [
      "v", "+", "+", "N", "Y", "T", "Enter", "1", "/", "8", "Enter", "2", "4", "Enter", "j", "C-s",
    ]
    for key in keys { try desk.press(key) }
    try desk.waitFor("Gemt ✓ NYT")
    #expect(keys.count == 16)
    let data = try #require(FileManager.default.contents(atPath: world.folder + "/schools.json"))
    let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let schools = document?["schools"] as? [[String: Any]]
    let school = try #require(schools?.first { $0["id"] as? String == "NYT" })
    #expect(school["opened"] as? String == "2026-08-01" && school["small"] as? Bool == true)
    let hours = school["hours"] as? [[String: Any]]
    #expect(hours?.compactMap { $0["weekday"] as? Int } == [2, 4])
    #expect(try world.run("tjek").status == 0)
    #expect(try world.run("i-dag").stdout.contains("NYT"))

    // What the guard refuses stays on the glass, and nowhere else.
    try desk.press("+")
    try desk.waitFor("Ny: Skole")
    try desk.type("Maja 010140-5678")
    try desk.press("C-s")
    try desk.waitFor("10 cifre ligner et CPR-nummer (tegn 6–16)")
    #expect(try !desk.tmux(["display-message", "-p", "#{pane_title}"]).contains("5678"))
    for place in [world.folder, desk.home.path] {
      let names = FileManager.default.enumerator(atPath: place)?.compactMap { $0 as? String } ?? []
      for name in names {
        let bytes = FileManager.default.contents(atPath: place + "/" + name) ?? Data()
        #expect(bytes.range(of: Data("010140".utf8)) == nil, "\(name)")
      }
    }
    try desk.press("Escape")
    try desk.waitFor("Smid det væk")
    try desk.press("j")
    try desk.waitFor("[Skoler]")
  }
}
