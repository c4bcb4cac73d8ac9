// What the screen shows to somebody who happens to see it, and what the terminal keeps afterwards.
import Canvas
import Domain
import Foundation
import TestKit
import Testing

@Suite struct GlassTests {
  private let topics = World.documents.topics.map(\.label.danish)

  @Test func iDagShowsNoTopicAndNoReceiver() {
    let robot = Robot().type("⏎b4⏎")
    // The receiver has no duty today, so that nothing but a handover could bring the name here.
    robot.type("b4g/Yusuf⏎")
    #expect(robot.shows("Yusuf Ålegård"))
    robot.type("j")
    #expect(robot.recorded.contains { if case .handover = $0 { true } else { false } })
    for _ in 0..<4 { robot.press(.escape) }
    robot.wait(until: World.moment("2026-03-05", "10:30"))
    #expect(robot.shows("INGEN PÅ VAGT"))
    #expect(!robot.shows("Yusuf"))
    for topic in topics { #expect(!robot.shows(topic), "\(topic)") }
  }

  @Test(arguments: ["b4g/", "b", "b4", "k/Yusuf", "w/", ":", "o", "t", "l", "v", "?"])
  func afterTwoMinutesTheDeskShowsIDag(keys: String) {
    let robot = Robot().type("⏎" + keys)
    robot.wait(until: World.moment("2026-03-05", "10:15"))
    #expect(robot.shows("INGEN PÅ VAGT") || robot.shows("Fortsæt"))
    #expect(!robot.shows("Yusuf"))
    for topic in topics { #expect(!robot.shows(topic), "\(topic)") }
  }

  @Test func spaceHidesEverythingUntilAKeyIsPressed() {
    let robot = Robot().type("⏎ ")
    let words = ["EUC", "Malene", "marts", "Åben", "10"]
    for word in words { #expect(!robot.shows(word), "\(word)") }
    robot.wait(until: World.moment("2026-03-05", "10:40"))
    for word in words { #expect(!robot.shows(word), "\(word)") }
    robot.type("b")
    #expect(robot.shows("Malene") && robot.shows("INGEN PÅ VAGT"))
  }

  @Test(arguments: ["k/", "w/", "b4g/", ":"]) func aFieldThatIsClosedHasForgotten(keys: String) {
    let robot = Robot().type("⏎" + keys + "Yusuf Undulat")
    #expect(robot.shows("Yusuf Undulat"), "the field is seen while it is open")
    robot.press(.escape)
    #expect(!robot.shows("Undulat"))
    for _ in 0..<4 { robot.press(.escape) }
    robot.type(keys)
    #expect(!robot.shows("Undulat"))
    #expect(!robot.requests.contains { "\($0)".contains("Undulat") })
  }

  @Test func theTerminalKeepsNothing() throws {
    let day = try KnownDay()
    defer { day.remove() }
    let desk = try RealTerminal(
      command: [
        Binary.path(), "--mappe", day.folder, "--nu", "2026-03-05T09:31", "--skole", "EUC", "--som", "MAL",
      ], before: "ulimit -c unlimited")
    defer { desk.close() }
    // The window's name follows the running command by itself; the title is what a program sets.
    func title() throws -> String { try desk.tmux(["display-message", "-p", "#{pane_title}"]) }
    let before = try title()
    try desk.waitFor("Enter")
    try desk.press("Enter")
    try desk.type("k/")
    try desk.type("Kanariella")
    try desk.waitFor("Kanariella")
    #expect(try title() == before)
    let process = try #require(desk.programProcessID)
    let limits = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
    let core = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") })
    #expect(core.split(separator: " ").filter { $0 == "0" }.count == 2, "\(core)")
    try desk.press("Escape")
    try desk.press("Escape")
    try desk.waitFor("Aage Tjørnelykke")
    #expect(try !desk.screen().contains("Kanariella"))
    try desk.press("Space")
    try desk.waitUntilGone("Aage Tjørnelykke")
    #expect(try !desk.screen().contains("Malene"))
    try desk.press("Escape")
    try desk.waitFor("Aage Tjørnelykke")
    // A signal ends the desk as a normal end does.
    try desk.kill(signal: SIGTERM)
    #expect(try desk.waitForExit() == 0)
    let kept = try desk.scrollback()
    for word in ["Malene", "Kanariella", "Aage Tjørnelykke", "Bolig"] {
      #expect(!kept.contains(word), "\(word)")
    }
    #expect(CanarySearch().hits(below: desk.home.path).hits.filter { !$0.contains("run.sh") }.isEmpty)
  }
}
