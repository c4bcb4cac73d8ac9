// A handover's whole life through the finished program: offered, taken over, handed on, closed.
import Foundation
import TestKit
import Testing

@Suite struct HandoverCommandTests {
  private let keys: Set<String> = [
    "id", "school", "to", "holder", "state", "day", "hop", "mode", "codeWord", "longWait", "mustMoveOn",
  ]

  private func offer(_ world: CommandWorld, _ more: String...) throws -> String {
    let handover = try world.object("overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL")
    #expect(Set(handover.keys) == keys)
    #expect(handover["holder"] as? String == "MAL" && handover["to"] as? String == "CET")
    #expect(handover["state"] as? String == "offered" && handover["hop"] as? Int == 1)
    return try #require(handover["id"] as? String)
  }

  private func state(_ world: CommandWorld, _ id: String) throws -> [String: Any]? {
    let list = try #require(try world.json("overdragelser") as? [[String: Any]])
    #expect(list.allSatisfy { Set($0.keys) == keys })
    return list.first { $0["id"] as? String == id }
  }

  private func file(_ world: CommandWorld, _ id: String) -> String { world.folder + "/handovers/\(id).json" }

  @Test func theSenderHoldsUntilTheReceiverHasTakenOver() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let id = try offer(world)
    #expect(FileManager.default.fileExists(atPath: file(world, id)))
    let other = try world.run("tag-over", id, "--som", "ING")
    #expect(other.status == 1 && other.stderr.contains("Çetin Havtorn"))
    #expect(try state(world, id)?["holder"] as? String == "MAL")
    #expect(try world.run("tag-over", id, "--som", "CET").status == 0)
    #expect(try state(world, id)?["holder"] as? String == "CET")
    #expect(try state(world, id)?["state"] as? String == "takenOver")
    #expect(try world.run("træk-tilbage", id, "--som", "MAL").status == 1)
    #expect(try world.run("luk", id, "--grund", "igang", "--som", "CET").status == 0)
    #expect(try state(world, id) == nil)
    #expect(!FileManager.default.fileExists(atPath: file(world, id)))
    let twice = try world.run("luk", id, "--grund", "igang", "--som", "CET")
    #expect(twice.status == 1 && twice.stderr.contains("afsluttet"))
    #expect(try world.run("tjek", "--dybt").status == 0)
  }

  @Test func noRecordOfTheChainNamesAPerson() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    _ = try offer(world)
    for (file, line) in try world.rawLines("chain") {
      for word in ["CET", "MAL", "ringet", "\"at\"", "\"by\""] {
        #expect(!line.contains(word), "\(word) in \(file)")
      }
    }
  }

  @Test func aNoGoesBackToTheSenderWhoOffersAgain() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let id = try offer(world)
    #expect(try world.run("kan-ikke", id, "--som", "CET").status == 0)
    #expect(try state(world, id)?["state"] as? String == "declined")
    // Said once more it would count once more.
    let twice = try world.run("kan-ikke", id, "--som", "CET")
    #expect(twice.status == 1 && twice.stderr.contains("registreret allerede"), "\(twice.stderr)")
    #expect(try state(world, id)?["holder"] as? String == "MAL")
    #expect(try world.run("giv-videre", id, "--til", "ING", "--som", "MAL").status == 0)
    #expect(try state(world, id)?["to"] as? String == "ING")
    #expect(try state(world, id)?["hop"] as? Int == 1)
    #expect(try world.run("kom-ikke", id, "--som", "ING").status == 0)
    #expect(try state(world, id)?["state"] as? String == "missed")
    #expect(try world.run("traek-tilbage", id, "--som", "MAL").status == 0)
    #expect(try state(world, id) == nil)
  }

  /// A script that tries again and again adds nothing to what is counted.
  @Test func aNoIsSaidOnceUntilThereIsANewOffer() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let id = try offer(world)
    #expect(try world.run("kan-ikke", id, "--som", "CET").status == 0)
    let before = try world.rawLines("chain").count
    for _ in 2...11 {
      let again = try world.run("kan-ikke", id, "--som", "CET")
      #expect(again.status == 1 && again.stderr.contains("Det er registreret allerede"), "\(again.stderr)")
    }
    let english = try world.run("kom-ikke", id, "--som", "LON", "--sprog", "en")
    #expect(english.status == 1 && english.stderr.contains("That is recorded already"), "\(english.stderr)")
    #expect(try world.rawLines("chain").count == before)
    // A new offer, even to the same colleague, can be answered.
    #expect(try world.run("giv-videre", id, "--til", "CET", "--som", "MAL").status == 0)
    #expect(try world.run("kan-ikke", id, "--som", "CET").status == 0)
    #expect(try world.rawLines("chain").count == before + 2)
  }

  @Test func handingOnIsOneLinkMoreAndIsSaid() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let id = try offer(world)
    #expect(try world.run("tag-over", id, "--som", "CET").status == 0)
    let on = try world.run("giv-videre", id, "--til", "ING", "--som", "CET")
    #expect(on.status == 0 && on.stderr.contains("2. led"))
    #expect(try state(world, id)?["hop"] as? Int == 2)
    #expect(try state(world, id)?["holder"] as? String == "CET")
    #expect(try world.run("tag-over", id, "--som", "ING").status == 0)
    #expect(try world.run("fortryd-overtagelse", id, "--som", "ING").status == 0)
    #expect(try state(world, id)?["state"] as? String == "offered")
  }

  @Test func whoComesAloneGetsACodeWordAndOthersDoNot() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let alone = try world.object(
      "overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL", "--måde", "selv")
    #expect((alone["codeWord"] as? String)?.split(separator: " ").count == 2)
    let together = try world.object("overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL")
    #expect(together["codeWord"] is NSNull)
    // Çetin sits at another school that day.
    #expect(together["mode"] as? String == "ringet")
    let here = try world.object("overdrag", "--skole", "EUC", "--til", "PRE", "--som", "MAL")
    #expect(here["mode"] as? String == "fulgt")
  }

  @Test func aLongWaitShows() throws {
    var world = try CommandWorld()
    defer { world.remove() }
    let id = try offer(world)
    world.now = "2026-03-19T10:00"
    #expect(try state(world, id)?["longWait"] as? Bool == false)
    world.now = "2026-03-20T10:00"
    #expect(try state(world, id)?["longWait"] as? Bool == true)
  }

  @Test func peopleMustBeKnown() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let unknown = try world.run("overdrag", "--skole", "EUC", "--til", "CEP", "--som", "MAL")
    #expect(unknown.status == 64 && unknown.stderr.contains("Mente du \"CET\"?"))
    let nobody = try world.run("overdrag", "--skole", "EUC", "--til", "CET")
    #expect(nobody.status == 64 && nobody.stderr.contains("--som"))
    let self1 = try world.run("overdrag", "--skole", "EUC", "--til", "MAL", "--som", "MAL")
    #expect(self1.status == 1)
  }
}
