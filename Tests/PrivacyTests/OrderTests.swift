// What the order of the lines tells, shown as the page for the data protection officer admits it.
import Foundation
import TestKit
import Testing

@Suite struct OrderTests {
  /// Three guided visits and three offers on one busy day: the n-th belongs to the n-th, so the topic of each
  /// handover is known, until the files are forgotten.
  @Test func theNthGuidedVisitIsTheNthOfferOfTheDay() throws {
    let world = try KnownDay()
    defer { world.remove() }
    let told = [("bolig", "CET"), ("familie", "ASE"), ("rusmidler", "CET")]
    var offers: [String] = []
    for (number, (topic, receiver)) in told.enumerated() {
      let time = "1\(number):05"
      try world.run(time, "besøg", "--skole", "EUC", "--emne", "trivsel")
      try world.run(time, "besøg", "--skole", "EUC", "--emne", topic, "--udfald", "guidet")
      offers.append(try world.run(time, "overdrag", "--skole", "EUC", "--til", receiver, "--som", "MAL"))
    }
    let topics = try bodies(world, "visits").filter { $0["outcome"] as? String == "guidet" }
      .compactMap { $0["topic"] as? String }
    let handovers = try bodies(world, "chain").filter { $0["step"] as? String == "offered" }
      .compactMap { $0["handover"] as? String }
    #expect(topics == told.map(\.0) && handovers == offers)
    // Who received each of them stands in its file only while it is open.
    for (offer, (_, receiver)) in zip(offers, told) {
      let file = world.folder + "/handovers/\(offer).json"
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains("\"\(receiver)\""))
    }
  }

  /// Bodies of this day's lines of EUC's desk, in the order of the file.
  private func bodies(_ world: KnownDay, _ stream: String) throws -> [[String: Any]] {
    try world.files(stream).filter { $0.contains("/euc-") && $0.contains("2026-W10") }.flatMap { file in
      try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let body = record?["b"] as? [String: Any]
        return body?["day"] as? String == "2026-03-05" ? body : nil
      }
    }
  }
}
