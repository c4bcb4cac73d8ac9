// What comes from outside: other desks' records, folders that do not answer, names with anything in them.

import Canvas
import Domain
import TestKit
import Testing

@Test func recordsOfOtherDesksAppear() {
  let robot = Robot().press(.escape)
  let visits = (1...3).map { number in
    Event.visit(
      Visit(id: World.id(UInt64(number)), day: World.day, school: "VUC", topic: "bolig", outcome: .doneHere))
  }
  robot.see(World.picture(visits))
  #expect(robot.glass.line(6).hasSuffix("3 Bemandet"))
}

@Test func newPictureDoesNotDisturbAForm() {
  let robot = Robot().press(.escape).type("b4")
  robot.see(World.withHandovers()).type("⏎")
  #expect(robot.recorded.count == 1)
  #expect(robot.shows("Gemt ✓"))
}

@Test func ownCountStaysWhenThePictureIsOlder() {
  let robot = Robot().press(.escape).type("b4⏎⎋")
  robot.see(robot.desk.picture)
  #expect(robot.cursorLine.hasSuffix("1 Bemandet"))
}

@Test func noticesSayWhatIsWrong() {
  func notice(_ change: (inout FolderPicture) -> Void) -> String {
    var picture = World.picture()
    change(&picture)
    return Robot(picture).press(.escape).glass.line(3)
  }
  #expect(notice { $0.missingRecords = 7 } == " Ufuldstændig: 7 poster mangler. Kør: elevtjenesten tjek")
  #expect(notice { $0.faults = 2 } == " 2 fejl i mappen. Kør: elevtjenesten tjek")
  // Where one thing is broken it is named.
  let one = notice { ($0.faults, $0.faultyFiles) = (1, ["offers.json"]) }
  #expect(one == " Én fejl i offers.json. Kør: elevtjenesten tjek")
  let document = notice { ($0.faults, $0.gaps) = (1, [.brokenDocument(.topics)]) }
  #expect(document == " Ufuldstændig: fejl i topics.json. Kør: elevtjenesten tjek")
  // Nobody knows how many records a file has that could not be read.
  let unread = notice { ($0.missingRecords, $0.gaps) = (3, [.unreadLog("log/x")]) }
  #expect(unread == " Ufuldstændig: mindst 3 poster mangler (log/x kan ikke læses). Kør:")
  #expect(
    notice { $0.staleness = .silent } == " Mappen svarer ikke. Det, der vises, er det sidst læste.")
  #expect(notice { _ in }.hasPrefix("   Skole"))
}

/// An empty list would look as if there was nothing to talk about.
@Test func withoutTopicsTheVisitSaysWhy() {
  var picture = World.picture()
  (picture.documents.topics, picture.gaps) = ([], [.brokenDocument(.topics)])
  let robot = Robot(picture).press(.escape).type("b")
  #expect(robot.shows("Der er ingen emner at vælge, for topics.json er ødelagt."))
}

@Test func namesFromFilesNeverReachTheTerminalAsControl() {
  var picture = World.withHandovers()
  let evil = "A\u{1B}[2J\u{7}\u{9B}31m\nB\u{202E}\u{200B}\u{85}C"
  picture.documents.settings.name = evil
  for index in picture.documents.colleagues.indices {
    picture.documents.colleagues[index].name += evil
    picture.documents.colleagues[index].workPhone = evil
    picture.documents.colleagues[index].place = evil
  }
  for index in picture.documents.schools.indices { picture.documents.schools[index].name += evil }
  for index in picture.documents.topics.indices { picture.documents.topics[index].label.danish += evil }
  picture.documents.settings.emergencyNumbers = [.init(name: evil, number: evil, hours: evil)]
  let robot = Robot(picture, width: 140, height: 40)
  for keys in [
    "", "⏎", "b", "1", "g", "1", "j", "o", "1", "t", "v", "⎋⎋v", "a", "1", "n", "⎋t", "⎋k", "⎋l", "⎋w", "⎋!",
  ] {
    robot.type(keys)
    let glass = robot.glass
    for row in 0..<glass.size.rows {
      for column in 0..<glass.size.columns {
        for scalar in glass[row, column].text.unicodeScalars {
          let category = scalar.properties.generalCategory
          #expect(category != .control && category != .format && category != .lineSeparator, "\(keys)")
        }
      }
    }
  }
}

@Test func wideAndCombiningNamesKeepTheColumns() {
  var picture = World.picture()
  picture.documents.colleagues[9].name = "小林 アキ"
  picture.documents.colleagues[0].name = "A\u{30A}ge Tjo\u{308}rnelykke"
  let robot = Robot(picture).press(.escape)
  let columns = [4, 8].map { row in (0..<80).first { robot.glass[row, $0].text == "9" } }
  #expect(columns == [46, 46])
}

@Test func schoolThatDisappearsIsNoTrap() {
  let robot = Robot(World.withHandovers()).press(.escape).type("v")
  var picture = World.withHandovers()
  picture.documents.schools.removeAll()
  picture.documents.colleagues.removeAll()
  picture.documents.topics.removeAll()
  robot.see(picture)
  for key in "avtkolwbzsdf?:!" { robot.press(.character(key)) }
  robot.press(.up, .down, .left, .right, .enter, .escape, .escape, .escape)
  #expect(!robot.glass.text.isEmpty)
}
