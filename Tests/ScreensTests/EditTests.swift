// Lists and forms as a coordinator uses them: adding, changing, ending, confirming, and who may.

import Canvas
import Domain
import TestKit
import Testing

@testable import Screens

/// Story 14: FGU opens on 1 August, two days a week, small. Counted from I dag.
@Test func newSchoolIsSixteenKeys() {
  let robot = Robot(World.editable { $0.schools.removeAll { $0.id == "FGU" } }).press(.escape)
  let keys: [Key] =
    "v++FGU".map(Key.character) + [.enter] + "1/8".map(Key.character) + [.enter] + "24".map(Key.character)
    + [.enter, .character("j"), .control("s")]
  for key in keys { robot.press(key) }
  #expect(keys.count == 16)
  let school = robot.saves.last?.school("FGU")
  #expect(school?.name == "FGU" && school?.opened == date("2026-08-01") && school?.isSmall == true)
  #expect(school?.hours == [.tuesday, .thursday].map { OpeningHours(weekday: $0, span: World.hours) })
  #expect(robot.shows("Gemt ✓ FGU"))
  #expect(robot.cursorLine.contains("FGU"))
  robot.type("⎋")
  #expect(robot.shows("Vagtplan"))
}

@Test func everySubjectIsReachedByNameAndByTab() {
  let names = ["Skoler", "Kolleger", "Emner", "Tilbud", "Kalender", "Indstillinger"]
  let robot = Robot(World.editable()).press(.escape).type("+")
  for name in names {
    #expect(robot.shows("[\(name)]"))
    robot.press(.tab)
  }
  #expect(robot.shows("[Skoler]"))
  robot.press(.backtab)
  #expect(robot.shows("[Indstillinger]"))
  for name in ["skoler", "kolleger: ret", "emner", "tilbud: ret", "kalender", "indstillinger"] {
    for start in ["", "v", "k"] {
      let found = Robot(World.editable()).press(.escape).type(start + ":")
      found.type(name)
      // The first match may be the line that names them all.
      if found.glass.text.contains("> 1 Ret ") { found.press(.down) }
      found.press(.enter)
      #expect(found.shows("["), "\(name) from \(start)")
    }
  }
  #expect(Robot(World.editable()).press(.escape).type("k+").shows("[Kolleger]"))
}

@Test func newColleagueHasWhatWasTyped() {
  let robot = Robot.form(.colleagues, isNew: true)
  robot.type("Freja Lindå").press(.down).type("m").press(.down).type("angst, stress")
  robot.press(.down).type("12 34 56 78").press(.down).type("freja@example.invalid").press(.down)
  robot.type("Lokale 4").press(.down).type("j").press(.down).type("13").press(.down).type("9.3-13.3")
  robot.press(.control("s"))
  let colleague = robot.saves.last?.colleague("FRE")
  #expect(colleague?.name == "Freja Lindå" && colleague?.profession == "mentor")
  #expect(colleague?.competences == ["angst", "stress"] && colleague?.isFloater == true)
  #expect(colleague?.workPhone == "12 34 56 78" && colleague?.workMail == "freja@example.invalid")
  #expect(colleague?.place == "Lokale 4" && colleague?.weekdays == [.monday, .wednesday])
  #expect(colleague?.away == [DateSpan(from: date("2026-03-09"), to: date("2026-03-13"))])
  #expect(colleague?.confirmed == World.day && colleague?.role == .staff)
}

/// Letters with marks and of other alphabets are typed and kept in composed form.
@Test func namesKeepTheirLetters() {
  let robot = Robot.form(.colleagues, at: FieldKey(.name))
  robot.fill("Łukasz Ågård e\u{301}").press(.control("s"))
  #expect(robot.saves.last?.colleague("ALI")?.name == "Łukasz Ågård \u{e9}")
}

@Test func topicsAndOffersChooseFromLists() {
  let robot = Robot.form(.topics, isNew: true)
  robot.type("Spil").press(.down, .down).type("9").press(.down).type(" 13⎋").press(.control("s"))
  let topic = robot.saves.last?.topic("spil")
  #expect(topic?.professions == ["psykolog", "mentor"] && topic?.key == "9")
  #expect(topic?.label == Label(danish: "Spil", english: "Spil"))
  let offer = Robot.form(.offers, isNew: true)
  offer.type("Headspace").press(.down).type("Torvet 2, tlf. 12 34 56 78").press(.down).type(" /bolig⏎⎋⎋")
  offer.press(.down).type("12-25").press(.control("s"))
  let saved = offer.saves.last?.offers.last
  #expect(saved?.topics == ["bolig"] && saved?.ages == AgeRange(from: 12, to: 25))
  #expect(saved?.contact == "Torvet 2, tlf. 12 34 56 78" && saved?.isFree == true)
}

@Test func specialWeeksHaveHoursAndSchools() {
  let robot = Robot.form(.calendar, isNew: true)
  robot.type("Praktikuge").press(.down).type("s").press(.down).type("1.6.26").press(.down).type("5.6.26")
  robot.press(.down).type(" 2⎋").press(.down).type("10-12").press(.control("s"))
  let entry = robot.saves.last?.calendar.last
  #expect(entry?.kind == .special && entry?.schools == ["HHX"] && entry?.hours?.minutes == 120)
  #expect(entry?.schoolYear == "2025/26")
}

@Test func settingsAreChangedWhereTheyStand() {
  let robot = Robot.list(.settings).press(.down, .down, .enter)
  #expect(robot.cursorLine.contains("Påmind"))
  robot.fill("7").go(to: FieldKey(.emergency, 2)).type("Livslinien; 70 20 12 01; 11-05")
  robot.go(to: FieldKey(.notification)).type("notify-send \"ny overdragelse\"").press(.control("s"))
  let settings = robot.saves.last?.settings
  #expect(settings?.reminderSchoolDays == 7)
  #expect(settings?.emergencyNumbers.map(\.number) == ["112", "70 20 12 01"])
  #expect(settings?.notification == ["notify-send", "ny overdragelse"])
  #expect(settings?.professions == World.documents.settings.professions)
}

@Test func confirmedTodayIsOneKey() {
  for subject in [DocumentSubject.colleagues, .offers, .calendar, .settings] {
    let robot = Robot.list(subject).type("b")
    #expect(robot.saves.count == 1, "\(subject)")
    #expect(robot.shows("Gemt ✓"))
    let days = [
      robot.saves[0].colleague("ALI")?.confirmed, robot.saves[0].offers[0].confirmed,
      robot.saves[0].calendar.first { $0.name == "Eksamen" }?.confirmed,
      robot.saves[0].settings.emergencyConfirmed,
    ]
    #expect(days.compactMap { $0 }.contains(World.day))
  }
  #expect(Robot.list(.schools).type("b").saves.isEmpty)
}

@Test func whatIsReferredToIsEndedNotDeleted() {
  let robot = Robot.list(.colleagues)
  robot.mark("Malene")
  robot.type("x")
  #expect(robot.shows("kan ikke slettes"))
  #expect(robot.cursorLine.contains("Til og med"))
  robot.type("31.3").press(.control("s"))
  #expect(robot.saves.isEmpty && robot.shows("Malene Smedelyng (makker"))
  robot.type("j")
  #expect(robot.saves.last?.colleague("MAL")?.to == date("2026-03-31"))
  let school = Robot.list(.schools).type("x")
  #expect(school.saves.isEmpty && school.shows("har været åben"))
}

@Test func whatNothingRefersToIsDeletedWhenAsked() {
  let robot = Robot.list(.colleagues)
  robot.mark("Yusuf")
  robot.type("xn")
  #expect(robot.saves.isEmpty)
  robot.type("xj")
  #expect(robot.saves.last?.colleague("YUS") == nil && robot.shows("Slettet ✓"))
  let offer = Robot.list(.offers).type("xj")
  #expect(offer.saves.last?.offers == [])
  let entry = Robot.list(.calendar).type("xj")
  #expect(entry.saves.last?.calendar.map(\.name) == ["Vinterferie"])
  let future = World.editable { $0.schools[6].opened = date("2026-08-01") }
  let school = Robot.list(.schools, future).press(.end).type("xj")
  #expect(school.saves.last?.school("ABS") == nil)
}

/// A topic's code stays taken for ever: the topic is retired, and can come back as what it was.
@Test func topicsAreRetiredAndTheirCodesNeverUsedAgain() {
  let robot = Robot.list(.topics).type("xj")
  #expect(robot.saves.last?.topic("trivsel")?.isRetired == true)
  robot.type("+Trivsel").press(.control("s"))
  #expect(robot.saves.last?.topic("trivsel")?.isRetired == true)
  #expect(robot.saves.last?.topics.filter { !$0.isRetired }.contains { $0.id == "trivsel-2" } != true)
  robot.press(.escape).type("j")
  robot.type("⎋b")
  #expect(!robot.shows("Trivsel og ensomhed"), "it cannot be chosen for a visit")
}

@Test func onlyCoordinatorsAreOfferedToEdit() {
  let robot = Robot.list(.schools, me: "PRE")
  #expect(robot.shows("Kun læsning: koordinatorer retter her"))
  robot.type("+xb")
  #expect(robot.saves.isEmpty && robot.openForm == nil)
  robot.press(.enter).type("Andet").press(.control("s"), .control("g"))
  #expect(robot.saves.isEmpty && robot.shows("Det almene gymnasium"))
  robot.press(.escape)
  #expect(robot.shows("[Skoler]"), "nothing was typed, so nothing is asked")
}

@Test func rightsAndFaultsOfTheFolderAreToldAsTheReason() {
  var picture = World.editable()
  picture.documentLocks = [.schools: .noPermission, .offers: .broken]
  let robot = Robot.list(.schools, picture).type("+")
  #expect(robot.openForm == nil && robot.shows("kun den, der ejer mappen"))
  #expect(Robot.list(.offers, picture).shows("filen har fejl"))
  #expect(!Robot.list(.topics, picture).shows("Kun læsning"))
}

@Test func newFolderCanBeFilledBeforeAnybodyIsCoordinator() {
  let empty = FolderPicture(documents: Documents(settings: Settings(name: "Ny")))
  let robot = Robot(empty, me: nil, school: nil)
  robot.type("⎋⎋+")
  #expect(robot.shows("[Skoler]"), "\(robot.glass.text)")
  robot.type("+Gymnasiet").press(.control("s"))
  #expect(robot.saves.last?.schools.map(\.id) == ["GYMN"])
}

@Test func escapeAsksBeforeTypedTextIsThrownAway() {
  let robot = Robot.form(.schools, isNew: true)
  robot.type("FGU⎋")
  #expect(robot.shows("Smid det væk, du har skrevet?") && robot.requests.last == .discardTypedKeys)
  robot.type("n")
  #expect(robot.openForm?.focused.value == "FGU")
  robot.type("⎋j")
  #expect(robot.openForm == nil && robot.shows("[Skoler]"))
  #expect(Robot.form(.schools, isNew: true).press(.escape).shows("[Skoler]"))
}

@Test func idleHidesAFormAndOffersItAgain() {
  let robot = Robot.form(.colleagues, at: FieldKey(.place))
  robot.fill("Hemmelig krog").wait(until: World.later(minutes: 3))
  #expect(!robot.shows("Hemmelig") && robot.shows("Fortsæt påbegyndt redigering? j/n"))
  robot.type("j")
  #expect(robot.cursorLine.contains("Hemmelig krog"))
  robot.press(.control("s"))
  #expect(robot.saves.count == 1)
}

@Test func failedSaveKeepsWhatWasTyped() {
  let robot = Robot.form(.schools, isNew: true)
  robot.type("FGU2")
  robot.nextFailure = .noSpace(path: "/srv/x")
  robot.press(.control("s"))
  #expect(robot.shows("IKKE GEMT") && robot.openForm?.focused.value == "FGU2")
  robot.press(.control("s"))
  #expect(robot.saves.count == 1 && robot.shows("Gemt ✓ FGU2"))
}

@Test func whatNobodyChangedIsNotWritten() {
  for subject in DocumentSubject.allCases {
    let robot = Robot.form(subject).press(.control("s"))
    #expect(robot.saves.isEmpty && robot.openForm == nil, "\(subject)")
  }
}

@Test func formsAreTypedByKeyboardAlone() {
  let robot = Robot.form(.schools)
  for key in [Key.down, .up, .tab, .backtab, .pageDown, .pageUp, .end, .home] { robot.press(key) }
  #expect(robot.openForm?.focus == 0 && robot.glass.cursor.column >= 24)
  robot.type("?!q:/")
  #expect(robot.openForm?.focused.value == "?!q:/Det almene gymnasium", "signs are text")
  robot.press(.function(1))
  #expect(robot.shows("Hjælp"))
}
