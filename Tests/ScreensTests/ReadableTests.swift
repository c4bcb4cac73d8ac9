// What is said is said in full: in the row, or below the list for the marked one; and what a key does is
// called the same wherever it is pressed.

import Canvas
import Domain
import TestKit
import Testing

@testable import Screens

@Test func aTitleAloneHasItsWholeRow() {
  let ending = Robot(World.withHandovers(), language: .english).press(.escape).type("o3a")
  #expect(ending.shows("2 The young person does not want it"))
  let robot = Robot(width: 60, height: 20).press(.escape).type("va")
  #expect(robot.shows("Ingen endnu: INGEN PÅ VAGT"))
}

@Test func commandsAreReadInFull() {
  let robot = Robot().press(.escape).type(":")
  #expect(robot.shows("2 o         Overdragelser: dem, der venter på mig, og dem, jeg holder"))
  #expect(robot.shows("f         Fortryd det sidste – Der er intet fra i dag at fortryde"))
  robot.size = Size(columns: 60, rows: 20)
  robot.press(.down)
  #expect(robot.read.contains("o · Overdragelser: dem, der venter på mig, og dem, jeg holder"))
}

@Test func narrowRowsKeepWhatIsAskedFor() {
  let list = Robot.list(.colleagues, me: "MAL", width: 60, height: 20)
  list.press(.end).type("/havt")
  #expect(list.shows("bekræftet: aldrig"))
  let fairness = Robot(World.planned(), me: "LON", width: 60, height: 20).press(.escape).type("vk")
  #expect(fairness.cursorLine.contains("OVER SIN ANDEL"))
  #expect(fairness.read.contains("har ingen vagter"))
  let load = Robot(width: 60, height: 20).press(.escape).type("va")
  #expect(load.cursorLine.hasSuffix("1/uge · makker") || load.cursorLine.hasSuffix("0/uge · makker"))
}

/// Preben has sent somebody on to Birgitte three weeks ago; the wait is said once where room is short.
@Test func aLongWaitDoesNotCutTheChain() {
  let old = World.offer(1, from: "PRE", to: "BIR", on: date("2026-02-12"))
  let robot = Robot(World.picture(offers: [old]), me: "LON", width: 60, height: 20).press(.escape).type("o")
  #expect(robot.shows("1 EUC: Preben ▸ Birgitte         Har ventet over 14 dage"))
}

@Test func theSecondNameInACellIsExplained() {
  let robot = Robot(World.planned()).press(.escape).type("v")
  #expect(robot.shows("nederst: makker · * ændret · ! brudt regel, uenighed · ? bytte tilbudt"))
  #expect(robot.glass.line(3).hasSuffix("huller tilbage"), "those of Monday to Wednesday are not counted")
  // The mark stands apart from what is before it.
  robot.press(.up, .up, .up, .right)
  #expect(robot.cursorLine.contains("INGEN PÅ VAGT >INGEN PÅ VAGT"))
  robot.press(.pageDown)
  #expect(robot.glass.line(3).hasSuffix("huller"))
}

@Test func theMeetingSaysWhatIsPartOfWhat() {
  let robot = Robot(World.planned(), height: 90).press(.escape).type("m")
  #expect(robot.shows("   man. 2. mar.   Det almene gymnasium"))
  #expect(robot.shows("   tors. 5. mar.  Handelsgymnasiet"))
  let rows = robot.glass.text.split(separator: "\n").map(String.init)
  let long = rows.firstIndex { $0.contains("Har ventet over 14 dage") }
  #expect(long.map { rows[$0 + 1].hasPrefix("   heraf uden svar i 5 skoledage eller mere") } == true)
  // A week that has not begun has its holes, and no figures.
  robot.press(.right)
  #expect(robot.shows("Ugen begynder man. 9. mar.: intet at tælle endnu.") && !robot.shows("Ugen i alt"))
  let figures = Robot().press(.escape).type("t").press(.right)
  #expect(figures.shows("Ugen begynder man. 9. mar.: intet at tælle endnu.") && !figures.shows("Skole "))
}

@Test func aFormTellsWhatIsOutsideTheWindow() {
  let robot = Robot.list(.colleagues).type("+").press(.control("s"))
  #expect(robot.shows("3 felter skal rettes. Intet er gemt.") && robot.cursorLine.hasPrefix(" > Navn"))
  #expect(robot.shows("↓ 1 skal rettes"))
  robot.press(.pageDown)
  #expect(robot.shows("↑ 2 skal rettes"))
}

@Test func onlyWhatAListHasIsOffered() {
  let schools = Robot.list(.schools)
  #expect(!schools.shows("b Bekræft i dag") && schools.shows("1–9 Åbn"))
  #expect(schools.type("b").shows("Skoler og emner har ingen dag, de sidst er bekræftet."))
  #expect(schools.type("x").read.contains("Tag dens dage væk i stedet: Enter, feltet Åbningsdage."))
  let settings = Robot.list(.settings)
  #expect(!settings.shows("+ Ny") && !settings.shows("x Slet") && settings.shows("b Bekræft i dag"))
  #expect(settings.type("x").shows("Indstillinger kan kun ændres: åbn dem med Enter."))
  #expect(Robot().press(.escape).type("k").shows("1–9 Vælg"))
  #expect(!Robot().press(.escape).type("vy").shows("1–9 Vælg"))
}

@Test func goalsAreForFiguresThatThereAre() {
  let robot = Robot.form(.settings, at: FieldKey(.goal, 1)).fill("staffed; 95")
  #expect(robot.read.contains("Kode og tal: bemandet; 95. Koder: bemandet, talt, besoeg, guidet"))
  robot.press(.control("s"))
  #expect(robot.saves.isEmpty)
  #expect(robot.read.contains("! skal være en af koderne nedenfor og et tal: bemandet; 95"))
  robot.go(to: FieldKey(.goal, 1)).fill("Talt; 90").press(.control("s"))
  #expect(robot.saves.last?.settings.goals == [Settings.Goal(code: "talt", target: 90)])
}

@Test func theSameActHasTheSameName() {
  for (keys, before, after) in [
    ("v", "PgUp Før", "PgDn Efter"), ("vd", "PgUp Før", "PgDn Efter"), ("vg", "PgUp Før", "PgDn Efter"),
    ("vm", "← Før", "→ Efter"), ("m", "← Før", "→ Efter"), ("t", "← Før", "→ Efter"),
  ] {
    let robot = Robot(World.planned()).press(.escape).type(keys)
    #expect(robot.shows(before) && robot.shows(after), "\(keys)")
    #expect(robot.shows("t Nu") || keys == "vm", "\(keys)")
  }
}

/// Where the keys do not all fit, the one for the help says that there are more of them.
@Test func aFooterSaysWhenItIsShort() {
  let robot = Robot(width: 60, height: 20).press(.escape)
  #expect(robot.glass.line(19).hasSuffix("? Flere"))
  #expect(robot.type("?").read.contains("o Overdragelser: dem, der venter på mig, og dem, jeg holder v"))
  // What the footer left out is there too, further down.
  for _ in 0..<30 where !robot.shows("s          Sparring: tæl én mere") { robot.press(.down) }
  #expect(robot.shows("s          Sparring: tæl én mere"))
  robot.type("⎋")
  robot.size = Size(columns: 140, rows: 40)
  #expect(robot.glass.line(39).hasSuffix("? Hjælp"))
}

@Test func theBaseRosterIsSavedWithTheKeyOfTheForms() {
  let robot = Robot(World.planned(), me: "LON").press(.escape).type("vg⏎")
  #expect(robot.shows("vagt 1 af 1"))
  #expect(robot.type("⇥").shows("ny vagt"))
  robot.type("⇥5").press(.control("s"))
  #expect(robot.patterns.count == 1 && robot.shows("Gemt ✓"))
}

/// Çetin cannot: what comes next is the sender's, and a coordinator may do it.
@Test func anAnswerIsFollowedByWhatComesNext() {
  var picture = World.picture(offers: [World.offer(1, from: "MAL", to: "CET")])
  let receiver = Robot(picture, me: "CET").press(.escape).type("ok")
  picture = receiver.desk.picture
  let next = "n spørger igen eller en anden, r trækker tilbage, a afslutter"
  #expect(Robot(picture).press(.escape).type("o").read.contains(next))
  let coordinator = Robot(picture, me: "LON").press(.escape).type("o")
  #expect(coordinator.read.contains("I stedet for Malene Smedelyng: \(next)"))
}
