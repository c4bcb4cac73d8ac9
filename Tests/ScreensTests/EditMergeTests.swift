// Two who edit at once: what only one has changed is kept, and of what both have changed one is asked.

import Canvas
import Domain
import TestKit
import Testing

@testable import Screens

/// What another coordinator has written meanwhile.
private func others(_ change: (inout Colleague) -> Void) -> FolderPicture {
  World.editable { documents in
    for place in documents.colleagues.indices where documents.colleagues[place].id == "ALI" {
      change(&documents.colleagues[place])
    }
  }
}

@Test func bothChangesAreKeptWhereTheyDiffer() {
  let robot = Robot.form(.colleagues, at: FieldKey(.place))
  robot.fill("Lokale 1").see(others { $0.workPhone = "+45 00 11 22 33" }).press(.control("s"))
  let saved = robot.saves.last?.colleague("ALI")
  #expect(saved?.place == "Lokale 1" && saved?.workPhone == "+45 00 11 22 33")
}

@Test func whoSavesLastIsShownBothValues() {
  let robot = Robot.form(.colleagues, at: FieldKey(.place))
  robot.fill("Lokale 1").see(others { $0.place = "Lokale 2" }).press(.control("s"))
  #expect(robot.saves.isEmpty)
  #expect(robot.shows("Lokale 1") && robot.shows("En anden har skrevet: Lokale 2"))
  #expect(robot.shows("En anden har ændret det samme imens."))
  robot.press(.control("s"))
  #expect(robot.saves.last?.colleague("ALI")?.place == "Lokale 1")
}

@Test func entryThatWasDeletedMeanwhileIsAskedAbout() {
  let robot = Robot.form(.offers, at: FieldKey(.contact))
  robot.fill("Havnen 3").see(World.editable { $0.offers = [] }).press(.control("s"))
  #expect(robot.saves.isEmpty && robot.shows("En anden har slettet det imens."))
  robot.press(.control("s"))
  #expect(robot.saves.last?.offers.map(\.contact) == ["Havnen 3"])
}

/// The disk knows before the screen does: nothing is wrong with it, and the form stays.
@Test func quickerWriterIsNoFailureOfTheDisk() {
  let robot = Robot.form(.colleagues, at: FieldKey(.place))
  robot.nextFailure = .changedMeanwhile(path: "/x/colleagues.json")
  robot.fill("Lokale 1").press(.control("s"))
  #expect(robot.saves.isEmpty && robot.shows("En anden har ændret det samme imens."))
  #expect(robot.desk.picture.readOnly == nil && !robot.shows("IKKE GEMT"))
  robot.see(others { $0.place = "Lokale 2" }).press(.control("s"))
  #expect(robot.saves.isEmpty && robot.shows("En anden har skrevet: Lokale 2"))
  robot.press(.control("s"))
  #expect(robot.saves.count == 1)
}

@Test func listShowsWhatOthersWriteAtOnce() {
  let robot = Robot.list(.schools)
  robot.see(World.editable { $0.schools[0].name = "Nordgymnasiet" })
  #expect(robot.shows("Nordgymnasiet"))
}
