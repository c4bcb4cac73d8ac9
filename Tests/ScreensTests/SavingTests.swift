// When saving fails, and when nothing may be saved: said in red, nothing lost, nothing counted twice.

import Canvas
import Domain
import Screens
import TestKit
import Testing

private let full = SaveFailure.noSpace(path: "/srv/e")

@Test func failedVisitStaysOnTheScreenAndKeepsItsId() {
  let robot = Robot().press(.escape).type("b4")
  robot.nextFailure = full
  robot.type("m")
  #expect(robot.recorded.isEmpty)
  #expect(robot.alarms.contains("IKKE GEMT: Der er ikke plads på drevet (/srv/e). Prøv igen."))
  #expect(robot.alarms.replacing("\n", with: " ").contains("Det, du valgte, står her endnu."))
  #expect(robot.shows("Besøg: hvordan endte det?"))
  robot.nextFailure = full
  robot.type("m")
  robot.type("m")
  #expect(robot.recorded.count == 1)
  #expect(robot.shows("Gemt ✓"))
  #expect(!robot.shows("IKKE GEMT"))
}

@Test func secondTryHasTheIdOfTheFirst() {
  for keys in ["b4m", "s", "z", "d", "b1g1j", "va1j"] {
    var ids: [[RecordID]] = []
    let robot = Robot().press(.escape).type(String(keys.dropLast()))
    robot.onRequest = { request in
      if !request.ids.isEmpty { ids.append(request.ids) }
    }
    robot.nextFailure = full
    robot.type(String(keys.suffix(1)))
    robot.type(String(keys.suffix(1)))
    #expect(ids.count == 2 && ids[0] == ids[1], "\(keys): \(ids)")
    #expect(!robot.recorded.isEmpty)
  }
}

extension Request {
  fileprivate var ids: [RecordID] {
    switch self {
    case .record(let events): events.map(\.id)
    case .offer(let step, _, let visit): [step.id] + (visit.map { [$0.id] } ?? [])
    case .step(let step): [step.id]
    case .save, .export, .release, .read, .rememberSchool, .discardTypedKeys, .redraw, .quit: []
    }
  }
}

@Test func bannerStaysUntilSomethingIsSaved() {
  let robot = Robot().press(.escape)
  robot.nextFailure = full
  robot.type("s")
  robot.type("t⎋k⎋")
  #expect(robot.glass.line(3).hasPrefix(" IKKE GEMT. Kun læsning, til noget kan gemmes igen."))
  #expect(robot.glass[3, 1].style == .alarm)
  robot.see(World.picture())
  #expect(robot.shows("IKKE GEMT"), "reading the folder proves nothing")
  robot.type("s")
  #expect(!robot.shows("IKKE GEMT"))
}

@Test func failedStepLeavesTheHandoverAsItIs() {
  let robot = Robot(World.picture(offers: [World.offer(1, from: "CET", to: "MAL")])).press(.escape).type("o")
  robot.nextFailure = .lockBusy(path: "/x")
  robot.type("t")
  #expect(robot.alarms.contains("En anden udgave af programmet skriver stadig (/x)."))
  #expect(robot.cursorLine.hasSuffix("(tilbudt i dag)"))
  robot.type("t")
  #expect(robot.cursorLine.hasSuffix("Taget over"))
}

@Test(arguments: [
  (FolderPicture.ReadOnly.noPermission, "Kun læsning: du har ikke ret til at skrive i mappen."),
  (.newerFormat(2), "Kun læsning: mappen er skrevet af et nyere program (format 2). Hent det."),
  (.pretendedTime, "Kun læsning: tiden er ikke den rigtige (--nu)."),
])
func readOnlyFolderSaysWhyAndSavesNothing(reason: FolderPicture.ReadOnly, sentence: String) {
  var picture = World.withHandovers()
  picture.readOnly = reason
  let robot = Robot(picture)
  #expect(!robot.shows("døren åbnes"))
  robot.press(.enter)
  #expect(robot.glass.line(3).hasPrefix(" " + sentence))
  for keys in ["b", "z", "s", "d", "f", "o1t⎋", "o1k⎋", "o3a⎋", "o3r⎋", "o3n⎋", "va⎋"] {
    robot.type(keys)
    #expect(robot.recorded.isEmpty, "\(keys)")
  }
  robot.type("b")
  #expect(robot.glass.line(21).contains(sentence))
  #expect(robot.shows("Vagt i dag"), "reading goes on")
}

@Test func everyFailureIsASentence() {
  let failures: [(SaveFailure, String)] = [
    (.noPermission(path: "/x"), "Du må ikke skrive i /x."),
    (.readOnlyFileSystem(path: "/x"), "Drevet kan kun læses (/x)."),
    (.newerFormat(version: 3, path: "/x"), "/x er skrevet af et nyere program (format 3)."),
    (.stateUnusable(path: "/x", code: 13), "Programmets egen mappe /x kan ikke bruges (fejl 13)."),
    (.changedMeanwhile(path: "/x"), "/x er ændret imens."),
    (.inputOutput(call: "fdatasync", path: "/x", code: 5), "Skrivningen fejlede (fdatasync, /x, fejl 5)."),
  ]
  for (failure, sentence) in failures {
    let robot = Robot().press(.escape)
    robot.nextFailure = failure
    #expect(robot.type("s").shows("IKKE GEMT: \(sentence)"), "\(failure)")
  }
}
