// The pages beside I dag: roster and substitutes, figures, directory, log, the acute card.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private func cells(_ robot: Robot) -> [CellChange] {
  robot.recorded.compactMap { event in
    if case .cell(let cell) = event { return cell }
    return nil
  }
}

@Test func absenceIsFourKeys() {
  let robot = Robot().press(.escape).type("va1j")
  let cell = cells(robot).first
  #expect(cells(robot).count == 1)
  #expect(cell?.cause == .substitute && cell?.asked == nil && cell?.by == "MAL")
  #expect(cell?.spans == [DutySpan(colleague: "PRE", buddy: nil, hours: World.hours)])
  #expect(robot.shows("Gemt ✓ Preben Jernurt er afløser: EUC"))
  #expect(robot.shows("EUC · tors. 5. mar. · Preben Jernurt (afløser) 9.30–13.30"))
  robot.type("⎋")
  #expect(robot.cursorLine.contains("Preben Jernurt *"))
}

@Test func nobodyIsShownOnDutyWhoHasNotSaidYes() {
  let robot = Robot().press(.escape).type("va1")
  #expect(robot.shows("Har Preben Jernurt sagt ja?"))
  robot.press(.enter)
  #expect(cells(robot).isEmpty)
  robot.type("n")
  #expect(cells(robot).map(\.asked) == ["PRE"] && cells(robot).first?.spans == [])
  robot.type("⎋")
  #expect(robot.cursorLine.hasSuffix("INGEN PÅ VAGT (spurgt)"))
  #expect(!robot.cursorLine.contains("Preben"))
}

@Test func absenceWithoutASubstituteAndItsUndo() {
  let robot = Robot().press(.escape).type("va3")
  #expect(cells(robot).map(\.cause) == [.absent])
  robot.type("f")
  #expect(cells(robot).last?.cause == .undo)
  #expect(robot.shows("EUC · tors. 5. mar. · Malene Smedelyng 9.30–13.30 · Makker Preben Jernurt"))
}

@Test func makkerFirstThenFloatersAndNobodyBusy() {
  let robot = Robot().press(.escape).type("v").press(.up, .up).type("a")
  // VUC: Çetin has no makker; Sofie is a floater of the same profession.
  #expect(robot.shows("VUC · tors. 5. mar. · 9.30–13.30 · Afbud: Çetin Havtorn"))
  #expect(robot.cursorLine.hasPrefix(" > 1 Sofie Æbelund"))
  #expect(robot.shows("2 Ingen endnu: INGEN PÅ VAGT"))
}

@Test func holeIsFilledAndClosedOrPastDaysAreNot() {
  let robot = Robot().press(.escape).type("v").press(.up, .up, .up).type("a")
  #expect(robot.shows("Handelsgymnasiet · tors. 5. mar. · 9.30–13.30"))
  robot.type("1j")
  #expect(cells(robot).map(\.school) == ["HHX"])
  let past = Robot().press(.escape).type("v").press(.left).type("a")
  #expect(past.shows("Dagen er gået"))
  let closed = Robot().press(.escape).type("v").press(.down, .down).type("a")
  #expect(closed.shows("Der er ingen vagt her den dag"))
}

@Test func rosterIsWalkedByDaysAndWeeks() {
  let robot = Robot().press(.escape).type("v").press(.right, .right)
  #expect(robot.shows("Vagtplan · uge 11, 2026") && robot.shows("EUC · man. 9. mar."))
  robot.press(.left)
  #expect(robot.shows("EUC · fre. 6. mar."))
  robot.press(.pageDown)
  #expect(robot.shows("EUC · fre. 13. mar."))
  robot.press(.pageUp, .pageUp)
  #expect(robot.shows("EUC · fre. 27. feb."))
  robot.type("t")
  #expect(robot.shows("EUC · tors. 5. mar."))
}

@Test func gapIsNeverCutToSomethingElse() {
  let robot = Robot(width: 60, height: 20).press(.escape).type("v")
  #expect(!robot.shows("INGEN P"))
  #expect(robot.glass.line(6).hasPrefix(" HHX   INGEN      INGEN"))
}

@Test func figuresTellZeroFromNotCounted() {
  let robot = Robot().press(.escape).type("b4⏎⎋zt")
  #expect(robot.shows("Bemandet 1 af 23 dage. Talt 1 af 1."))
  #expect(robot.shows("Ikke afsluttet: kan rettes indtil ons. 11. mar. kl. 12."))
  let lines = robot.glass.text.split(separator: "\n").map(String.init)
  let euc = lines.first { $0.hasPrefix(" > EUC") }
  let bar = String(repeating: "█", count: 10)
  #expect(
    euc?.split(separator: " ").map(String.init) == [">", "EUC", bar, "1", "4", "1", "1", "0", "4,0"])
  #expect(lines.first { $0.contains("VUC") }?.contains("IKKE TALT") == true)
  robot.press(.left)
  #expect(robot.shows("Tal · uge 9, 2026") && robot.shows("Ikke afsluttet: ugen er forbi"))
  robot.press(.right, .right)
  #expect(robot.shows("Tal · uge 11, 2026"))
  #expect(!robot.shows("IKKE TALT"), "days that have not come are not forgotten")
}

@Test func directoryTellsHowToReachAColleague() {
  var picture = World.picture()
  picture.documents.offers = [
    Offer(
      id: "vaerft", name: "Værftet", ages: AgeRange(from: 13, to: 29), topics: ["trivsel"], isFree: true,
      isAnonymous: true, isForParents: true, contact: "Havnen 1", confirmed: date("2025-06-01"))
  ]
  let robot = Robot(picture).press(.escape).type("/havt")
  #expect(robot.shows("+45 00 10 20 30 · Lokale B12"))
  #expect(robot.shows("Kan hjælpe med angst") && robot.shows("Næste vagt tors. 12. mar., VUC"))
  robot.type("⎋/vaerft")
  #expect(robot.shows("13–29 år · gratis · anonymt · også for forældre"))
  #expect(robot.shows("Sidst bekræftet søndag den 1. juni 2025: over et halvt år siden"))
  robot.type("⎋⎋")
  #expect(robot.shows("Vagt i dag"))
}

@Test func logTellsWhoDidWhatWhen() {
  let robot = Robot(width: 60, height: 20).press(.enter).type("va1j⎋l")
  #expect(robot.glass.line(4) == " torsdag den 5. marts 2026")
  #expect(robot.glass.line(5) == "   10.12  EUC   Malene Smedelyng  Døren åbnet")
  #expect(robot.glass.line(6) == "   10.12  EUC   Malene Smedelyng  Afløser: Preben Jernurt")
  #expect(robot.glass.line(7) == "                                  9.30–13.30")
  #expect(!robot.shows("Bolig"))
  // A hole is no absence of changes.
  #expect(Robot().press(.escape).type("va3⎋l").glass.line(5).hasSuffix("Afbud: INGEN PÅ VAGT"))
}

@Test func acuteCardStoresNothing() {
  var picture = World.picture()
  picture.documents.settings.emergencyNumbers = [
    .init(name: "Familieafdelingen", number: "12 34 56 78", hours: "9–15")
  ]
  let robot = Robot(picture, width: 60, height: 20).press(.escape).type("!")
  #expect(robot.shows("Akut fare: ring 112."))
  #expect(robot.shows("Familieafdelingen: 12 34 56 78, 9–15"))
  #expect(robot.shows("Her gemmes intet"))
  robot.type("f!b")
  #expect(robot.recorded.isEmpty)
  robot.type("⎋")
  #expect(robot.shows("Vagt i dag"))
}
