// The practical message and the agreed day of a handover: typed at the desk, guarded, shown to the receiver.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private func consent(allowed: Bool = true) -> Robot {
  var picture = World.picture()
  picture.documents.settings.allowsPracticalMessage = allowed
  return Robot(picture).press(.escape).type("b1g1")
}

private func entry(_ robot: Robot) -> HandoverEntry? {
  if case .offer(_, let entry, _)? = robot.requests.last { return entry }
  return nil
}

@Test func messagesAreOffUnlessTheSettingsAllowThem() {
  let robot = consent(allowed: false)
  #expect(!robot.shows("Besked"))
  robot.type("b")
  #expect(robot.shows("Beskeder er slået fra i indstillingerne"))
  robot.type("j")
  #expect(entry(robot)?.message == nil)
}

@Test func messageAndAgreedDayGoWithTheOfferAndToTheReceiver() {
  let robot = consent().type("bmødes ved kantinen⏎d")
  #expect(robot.shows("mødes ved kantinen") && robot.shows("Aftalt dag      torsdag den 5. marts 2026"))
  robot.type("d")
  #expect(robot.shows("Aftalt dag      fredag den 6. marts 2026"))
  // Saturday and Sunday are no school days.
  robot.type("d")
  #expect(robot.shows("Aftalt dag      mandag den 9. marts 2026"))
  robot.type("j")
  #expect(entry(robot)?.message == "mødes ved kantinen" && entry(robot)?.agreedDay == date("2026-03-09"))
  #expect(robot.shows("Besked          mødes ved kantinen"), "the receipt shows all that was stored")
  guard case .offer(let step, let entry, _)? = robot.requests.last else { return }
  var picture = World.picture([.handover(step)])
  picture.handoverEntries[step.handover] = [step.id: entry]
  let receiver = Robot(picture, me: "CET", school: "VUC").press(.escape).type("o")
  #expect(receiver.shows("Besked: mødes ved kantinen") && receiver.shows("aftalt man. 9. mar."))
}

@Test func agreedDayComesBackToNone() {
  let robot = consent()
  for _ in 0..<40 where !robot.shows("Aftalt dag      –") || robot.requests.isEmpty { robot.type("d") }
  let shown = (0..<12).map { _ -> Bool in
    robot.type("d")
    return robot.shows("Aftalt dag      –")
  }
  #expect(shown.contains(true) && shown.contains(false))
}

@Test func whatTellsWhoIsNeverTaken() {
  for text in ["ring 12 34 56 78", "010140-5678", "kaj@example.invalid"] {
    let robot = consent().type("b\(text)⏎")
    #expect(robot.shows("Beskeden kan ikke gemmes: den ligner"))
    // What was typed stays in the field until it is corrected or given up.
    #expect(robot.shows("Uden besked") && robot.shows(text))
    robot.type("⎋j")
    #expect(entry(robot)?.message == nil)
  }
}

@Test func warningTakesASecondDifferentKey() {
  let robot = consent().type("bfødt i 2008⏎")
  #expect(robot.shows("ligner måske en fødselsdag") && robot.requests.last == .discardTypedKeys)
  robot.press(.enter)
  #expect(robot.shows("Uden besked"), "the same key does not keep it")
  robot.press(.enter).type("j")
  #expect(!robot.shows("Uden besked") && robot.shows("født i 2008"))
  robot.type("j")
  #expect(entry(robot)?.message == "født i 2008")
}

@Test func messageHasEightySigns() {
  let robot = consent().type("b" + String(repeating: "æ", count: 100))
  robot.press(.enter).type("j")
  #expect(entry(robot)?.message == String(repeating: "æ", count: 80))
}

@Test func escapeOnTheFieldGivesUpTheMessageAndNotTheHandover() {
  let robot = consent().type("bet eller andet⎋")
  #expect(robot.shows("Er den unge med på det?") && !robot.shows("et eller andet"))
  // Letters that are answers elsewhere are letters here.
  let typing = consent().type("bjn")
  #expect(typing.recorded.isEmpty && typing.shows("jn"))
}

@Test func slipKeepsItsWordWhenTheHandoverIsOfferedAgain() {
  var offer = World.offer(1, from: "MAL", to: "CET")
  (offer.entry.codeWord, offer.entry.mode) = ("blå lampe", .comesAlone)
  let robot = Robot(World.picture(offers: [offer])).press(.escape).type("on/sof1⇥j")
  #expect(entry(robot)?.codeWord == "blå lampe" && robot.shows("B L Å   L A M P E"))
}

@Test func codeWordIsLargeEnoughToBeCopied() {
  let robot = Robot(World.picture()).press(.escape).type("b1g1⇥j")
  let word = entry(robot)?.codeWord ?? "?"
  let spaced = word.uppercased().map(String.init).joined(separator: " ")
  #expect(robot.shows(spaced) && robot.shows("Skriv kodeordet på en seddel til den unge."))
}

@Test func whenNothingFitsOneKeyCountsItSo() {
  let robot = Robot(World.picture()).press(.escape).type("b4gx")
  guard case .visit(let visit)? = robot.recorded.last else {
    Issue.record("no visit")
    return
  }
  #expect(visit.outcome == .nowhere && robot.recorded.count == 1)
}

@Test func formsSayAllThatIsStoredAndUntilWhen() {
  let visit = Robot().press(.escape).type("b")
  #expect(visit.shows("Det gemmes: dagen, skolen, emnet og hvordan det endte."))
  let words = visit.glass.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  #expect(words.contains("4 uger efter, at ugen er endelig, er kun summer tilbage."))
  let handover = Robot(width: 60, height: 20).press(.escape).type("b1g1")
  for part in ["afsender", "modtager", "måde", "aftalt dag", "kodeord", "28 dage", "Intet om den unge."] {
    #expect(handover.shows(part), "\(part)")
  }
}
