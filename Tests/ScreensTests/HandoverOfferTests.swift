// Handing over: the list of colleagues, the question to the young person, what is offered.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private func offers(_ robot: Robot) -> [(step: HandoverStep, entry: HandoverEntry, visit: Visit?)] {
  robot.requests.compactMap { request in
    if case .offer(let step, let entry, let visit) = request { return (step, entry, visit) }
    return nil
  }
}

@Test func handoverIsFiveKeys() {
  let robot = Robot().press(.escape).type("b1g1j")
  let offer = offers(robot).first
  #expect(offers(robot).count == 1)
  #expect(offer?.entry.receiver == "CET" && offer?.entry.sender == "MAL")
  #expect(offer?.entry.mode == .calledTogether && offer?.entry.codeWord == nil)
  #expect(offer?.step.step == .offered && offer?.step.hop == 1 && offer?.step.after == .zero)
  #expect(offer?.visit?.outcome == .guidedOn && offer?.visit?.topic == "trivsel")
  #expect(robot.glass.line(1).hasSuffix("Du holder 1"))
}

@Test func receiptSaysWhatWasStoredAndHowToReachTheColleague() {
  let robot = Robot(height: 30).press(.escape).type("b1g1j")
  #expect(
    (3...20).map(robot.glass.line) == [
      "   Gemt ✓", "", "   Skole           EUC", "   Dag             torsdag den 5. marts 2026",
      "   Emne            Trivsel og ensomhed", "   Udfald          Guidet videre", "",
      "   Afsender        Malene Smedelyng", "   Modtager        Çetin Havtorn",
      "   Måde            Ringet sammen", "", "   Du holder den, til Çetin Havtorn har taget over.", "",
      "   Telefon         +45 00 10 20 30", "   Sted            Lokale B12",
      "   Her næste gang  fre. 6. mar.: INGEN PÅ VAGT", "",
      "   Besøg og overdragelse er gemt hver for sig; intet om den unge. f fortryder",
    ])
}

@Test func professionThatHelpsComesFirstThenWhoIsNear() {
  let robot = Robot().press(.escape).type("b1g")
  #expect(robot.glass.line(4) == "   Emne: Trivsel og ensomhed. De nærmeste først.")
  let names = (5...11).map { robot.glass.line($0).split(separator: " ").prefix { $0 != "psykolog" } }
  #expect(names[0].contains("Çetin") && names[1].contains("Sofie") && names[2].contains("Ingeborg"))
  #expect(robot.glass.line(5).hasSuffix("Vagt: VUC"))
  #expect(robot.glass.line(6).hasSuffix("Flyver"))
  #expect(!robot.shows("2 Malene") && !robot.shows("Malene Smedelyng  "), "the sender is not in the list")
}

@Test func modeFollowsTheRoster() {
  let elsewhere = Robot().press(.escape).type("b1g1")
  #expect(elsewhere.shows("Måde            Ringet sammen"))
  // Preben is the makker at the same school.
  let here = Robot().press(.escape).type("b1g/preb⏎")
  #expect(here.shows("Modtager        Preben Jernurt"))
  #expect(here.shows("Måde            Fulgt derhen"))
  here.press(.tab)
  #expect(here.shows("Måde            Ringet sammen"))
  here.press(.tab, .tab)
  #expect(here.shows("Måde            Fulgt derhen"))
}

@Test func withoutAYesNothingIsHandedOver() {
  let robot = Robot().press(.escape).type("b1g1")
  #expect(robot.shows("Er den unge med på det? (j/n)"))
  #expect(robot.shows("Svaret gemmes ikke."))
  robot.press(.enter)
  #expect(robot.recorded.isEmpty)
  robot.type("n")
  #expect(offers(robot).isEmpty)
  guard case .visit(let visit)? = robot.recorded.first else {
    Issue.record("no visit")
    return
  }
  #expect(visit.outcome == .contactGiven && robot.recorded.count == 1)
  #expect(robot.shows("Udfald          Fik kontakten med"))
}

@Test func escapeGoesBackStepByStepAndKeepsWhatWasChosen() {
  let robot = Robot().press(.escape).type("b1g/so1⎋")
  #expect(robot.shows("Søg: so"))
  robot.type("⎋")
  #expect(!robot.shows("Søg:") || robot.shows("/ Søg"))
  robot.type("⎋")
  #expect(robot.shows("Besøg: hvordan endte det?"))
  robot.type("⎋⎋")
  #expect(robot.recorded.isEmpty && robot.shows("Vagt i dag"))
}

@Test(arguments: [
  ("ærteby", "Mikkel Ærteby"), ("aerteby", "Mikkel Ærteby"), ("ÅSE", "Åse Kornvang"),
  ("aase", "Åse Kornvang"), ("bøge", "Hanne Bøgeskær"), ("boege", "Hanne Bøgeskær"),
  ("cetin", "Çetin Havtorn"), ("angst", "Çetin Havtorn"), ("uu mik", "Mikkel Ærteby"),
])
func filterFindsWhileOneTypes(typed: String, name: String) {
  let robot = Robot().press(.escape).type("b1g/\(typed)")
  #expect(robot.glass.line(5).contains("1 af 13"), "\(robot.glass.line(5))")
  #expect(robot.glass.line(6).contains(name))
  robot.press(.enter)
  #expect(robot.shows("Modtager        \(name)"))
}

@Test func filterWithoutAMatchSaysHowToGoOn() {
  let robot = Robot().press(.escape).type("b1g/zzz⏎1")
  #expect(robot.shows("Ingen passer. Esc rydder søgningen."))
  #expect(robot.shows("0 af 13"))
  robot.type("⎋")
  #expect(robot.cursorLine.hasPrefix(" > 1 Çetin Havtorn"))
}

@Test func helpAndAcuteStayInReachWhileFiltering() {
  let robot = Robot().press(.escape).type("b1g/so!")
  #expect(robot.shows("Akut fare: ring 112."))
  robot.type("⎋")
  #expect(robot.shows("Søg: so"))
  robot.type("?")
  #expect(robot.shows("Vælg den kollega, der skal tage over."))
}

@Test func ageOnlyFilters() {
  var picture = World.picture()
  picture.documents.colleagues[1].ages = AgeRange(from: 18, to: nil)
  let robot = Robot(picture).press(.escape).type("b1g")
  #expect(robot.glass.line(3).hasSuffix("Alle aldre · Tab"))
  robot.press(.tab)
  #expect(robot.glass.line(3).hasSuffix("Under 18 · Tab"))
  #expect(!robot.shows("Çetin"))
  robot.press(.tab)
  #expect(robot.glass.line(3).hasSuffix("18 og over · Tab"))
  #expect(robot.shows("1 Çetin"))
  robot.type("1j")
  #expect(offers(robot).count == 1)
  #expect(!String(describing: offers(robot)).contains("from18"))
}

@Test func listDoesNotMoveWhileItIsOpen() {
  let robot = Robot().press(.escape).type("b1g")
  let before = robot.glass.text
  // Sofie gets a duty at this very school: she would now stand first.
  let cell = CellChange(
    id: World.id(5), after: .zero, asked: nil, at: World.now.utc, by: "LON", cause: .substitute,
    day: World.day, school: "EUC", spans: [DutySpan(colleague: "SOF", buddy: nil, hours: World.hours)])
  robot.see(World.picture([.cell(cell)]))
  #expect(robot.glass.text == before)
  robot.type("1j")
  #expect(offers(robot).first?.entry.receiver == "CET")
  robot.type("b1g")
  #expect(robot.glass.line(5).hasPrefix(" > 1 Sofie"))
}

@Test func whoComesAloneGetsACodeWordOfTheirOwn() {
  let robot = Robot().press(.escape)
  for _ in 0..<20 { robot.type("b1g1⇥j⎋") }
  let words = offers(robot).compactMap(\.entry.codeWord)
  #expect(words.count == 20 && Set(words).count == 20)
  for word in words {
    let parts = word.split(separator: " ")
    #expect(parts.count == 2 && parts.first != parts.last)
  }
  robot.type("b1g1⇥j")
  let last = offers(robot).last?.entry.codeWord?.uppercased() ?? "none"
  #expect(robot.shows("Kodeord         \(last)"))
}

@Test func wrongShelfProposesCounsellorsOfAllSchools() {
  let robot = Robot().press(.escape).type("b5g")
  #expect(robot.glass.line(5).contains("Mikkel Ærteby"))
  #expect(robot.glass.line(6).contains("Åse Kornvang"))
}

/// They are not proposed, and whoever chooses one all the same is told: the makker may take over.
@Test func absentColleaguesComeLastAndAreWarnedAbout() {
  var picture = World.picture()
  #expect(Robot(picture).press(.escape).type("b1g").glass.line(5).contains("Çetin"))
  picture.documents.colleagues[1].away = [DateSpan(from: World.day, to: World.day)]
  let robot = Robot(picture, width: 60, height: 20).press(.escape).type("b1g")
  #expect(!robot.glass.line(5).contains("Çetin"))
  robot.type("/havtorn⏎")
  #expect(robot.shows("er væk til og med tors. 5. mar. 2026"), "\(robot.glass.text)")
  robot.type("j")
  #expect(robot.recorded.count == 2, "the visit, and the offer")
}
