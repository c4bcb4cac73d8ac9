// Handovers line by line show what the screen shows: to whom they matter now, with the steps they may take.

import Foundation
import TestKit
import Testing

@Suite struct LineHandoverTests {
  /// The lines after the menu's "Overdragelser" as somebody at EUC, with more answers.
  private func lines(_ world: CommandWorld, as colleague: String, _ more: String = "") throws -> [String] {
    let result = try world.run(
      "--skaermlaeser", "--skole", "EUC", "--som", colleague, input: "8\n" + more + "9\n")
    #expect(result.status == 0, "\(result.stderr)")
    return result.stdout.components(separatedBy: "\n")
  }

  @Test func eachSeesWhatTheScreenWouldShow() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    // Whoever has none at first, of those who are known to everybody.
    let made = try world.object("overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL")
    let id = try #require(made["id"] as? String)
    func isListed(_ colleague: String) throws -> Bool {
      try lines(world, as: colleague).contains {
        $0.contains("5. marts 2026") && $0.contains("Çetin Havtorn")
      }
    }
    let before = (sender: try isListed("MAL"), receiver: try isListed("CET"), other: try isListed("ZAH"))
    #expect(before == (true, true, false))
    #expect(try world.run("kan-ikke", id, "--som", "CET").status == 0)
    // The answer is given: it lies with the sender alone, as on the screen.
    let after = (sender: try isListed("MAL"), receiver: try isListed("CET"), other: try isListed("ZAH"))
    #expect(after == (true, false, false))
  }

  /// A sender passes on a spoken yes, and the choice says so; the receiver takes over.
  @Test func theSendersTakeOverIsTheReceiversWord() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    _ = try world.object("overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL")
    func choices(_ colleague: String) throws -> [String] {
      let list = try lines(world, as: colleague)
      let place = list.first { $0.contains("5. marts 2026") && $0.contains("Çetin Havtorn") }
      let number = place.map { String($0.prefix(while: \.isNumber)) } ?? ""
      return try lines(world, as: colleague, number + "\n99\n")
    }
    let told = "Kollegaen har selv sagt ja til at tage over"
    let (sender, receiver) = (try choices("MAL"), try choices("CET"))
    #expect(sender.contains { $0.hasSuffix(told) } && !sender.contains { $0.hasSuffix(" Tag over") })
    #expect(receiver.contains { $0.hasSuffix(" Tag over") } && !receiver.contains { $0.hasSuffix(told) })
  }
}
