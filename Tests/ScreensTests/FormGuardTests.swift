// No text that could tell who somebody is gets past a form: every field of every form is tried.

import Canvas
import Domain
import TestKit
import Testing

@testable import Screens

/// Born in 2040: nobody has it.
private let number = "010140-5678"

/// The fields in which letters are typed.
private func typedFields(_ subject: DocumentSubject) -> [FormField] {
  Robot.form(subject).openForm?.fields.filter { $0.kind.isTyped && !$0.isFixed } ?? []
}

@Test(arguments: DocumentSubject.allCases)
func noFieldOfAnyFormTakesACPRNumber(subject: DocumentSubject) {
  let fields = typedFields(subject)
  #expect(fields.count >= 3)
  for field in fields {
    let robot = Robot.form(subject, at: field.key)
    robot.fill(number)
    let stands = robot.openForm?.focused.value ?? ""
    robot.press(.control("s"), .control("g"), .control("s"), .pageDown, .enter, .control("g"))
    #expect(robot.saves.isEmpty, "\(subject) \(field.key)")
    #expect(robot.openForm?.field(field.key)?.value == stands, "the text stays, to be corrected")
    if field.kind.scope != nil, field.kind.room >= number.count {
      robot.go(to: field.key)
      #expect(robot.shows("10 cifre ligner et CPR-nummer (tegn 1–11)"), "\(subject) \(field.key)")
    }
    let lines = robot.glass.text.split(separator: "\n").filter { $0.contains(stands) }
    #expect(lines.count <= 1, "only in its own field: \(lines)")
    robot.go(to: field.key).fill(field.value).press(.control("s"))
    #expect(robot.openForm == nil, "corrected, \(subject) \(field.key) is let go: \(robot.glass.text)")
  }
}

/// The same fields take a harmless text: the refusals above are the guard's.
@Test(arguments: DocumentSubject.allCases)
func everyFieldOfTextTakesAHarmlessOne(subject: DocumentSubject) {
  for field in typedFields(subject) where field.kind.scope != nil && field.kind != .letter {
    // A goal takes the codes that there are, and no other text.
    if field.key.name == .goal { continue }
    let isInParts = field.key.name == .emergency
    let robot = Robot.form(subject, at: field.key)
    robot.fill(isInParts ? "Abrakadabra; 7" : "Abrakadabra").press(.control("s"))
    #expect(robot.saves.count == 1, "\(subject) \(field.key): \(robot.glass.text)")
    #expect(robot.saves.first.map { String(describing: $0).contains("Abrakadabra") } == true)
  }
}

@Test func newEntriesAreGuardedToo() {
  for subject in DocumentSubject.allCases where subject != .settings {
    let count = Robot.form(subject, isNew: true).openForm?.fields.count ?? 0
    for place in 0..<count {
      let robot = Robot.form(subject, isNew: true)
      for _ in 0..<place { robot.press(.down) }
      guard let field = robot.openForm?.focused, field.kind.scope != nil, field.kind != .letter else {
        continue
      }
      robot.fill(number).press(.control("s"), .control("g"))
      #expect(robot.saves.isEmpty)
      robot.go(to: field.key)
      #expect(robot.shows("10 cifre ligner et CPR-nummer"), "\(subject) \(field.key)")
    }
  }
}

/// Telephone, e-mail and birth belong in no text; a work telephone and a work e-mail have their fields.
@Test(arguments: [
  ("12 34 56 78", "ligner et telefonnummer (tegn 1–11)"), ("+45 12345678", "ligner et telefonnummer"),
  ("maja@example.invalid", "ligner en mailadresse (tegn 1–20)"), ("født 1.2.2009", "ligner en fødselsdag"),
])
func contactsStandInTheirFieldsOnly(text: String, said: String) {
  for name in [FieldName.name, .competences, .place] {
    let robot = Robot.form(.colleagues, at: FieldKey(name))
    robot.fill(text).press(.control("s"))
    #expect(robot.saves.isEmpty && robot.shows(said), "\(name)")
  }
  for name in [FieldName.workPhone, .workMail] where !text.hasPrefix("født") {
    let robot = Robot.form(.colleagues, at: FieldKey(name))
    robot.fill(text).press(.control("s"))
    #expect(robot.saves.count == 1, "\(name): \(robot.glass.text)")
  }
}

@Test func numberOverTwoFieldsIsSeen() {
  let pairs: [(DocumentSubject, FieldName, FieldName)] = [
    (.colleagues, .name, .competences), (.colleagues, .competences, .place), (.colleagues, .name, .place),
    (.colleagues, .workPhone, .workMail), (.topics, .danish, .english), (.offers, .name, .contact),
    (.calendar, .name, .source), (.settings, .exportFolder, .exportFolderShown),
  ]
  for (subject, left, right) in pairs {
    let robot = Robot.form(subject, at: FieldKey(left))
    robot.fill("Maja 010140").go(to: FieldKey(right)).fill("5678").press(.control("s"), .control("g"))
    #expect(robot.saves.isEmpty, "\(subject): \(left), \(right)")
  }
}

@Test func warningTakesASecondOtherKey() {
  let doubtful = "11.03.26 1430"
  for first in [[Key.control("s")], [.pageDown, .enter], [.control("s"), .control("s"), .control("s")]] {
    let robot = Robot.form(.colleagues, at: FieldKey(.place))
    robot.fill(doubtful)
    for key in first { robot.press(key) }
    #expect(robot.saves.isEmpty)
    #expect(robot.shows("Ctrl-G"), "the key that accepts is told")
    robot.press(.control("g"))
    #expect(robot.saves.first?.colleagues.first { $0.id == "ALI" } != nil)
    #expect(robot.saves.count == 1)
  }
}

/// Only the fact is remembered, and only for the text it was about.
@Test func acceptedWarningIsForgottenWhenTheTextChanges() {
  let robot = Robot.form(.colleagues, at: FieldKey(.place))
  robot.fill("11.03.26 1430").press(.control("s"))
  robot.nextFailure = .noSpace(path: "/x")
  robot.press(.control("g"))
  #expect(robot.saves.isEmpty && robot.shows("IKKE GEMT"))
  robot.go(to: FieldKey(.place)).fill("12.03.26 1431").press(.control("s"))
  #expect(robot.saves.isEmpty)
  robot.press(.control("g"))
  #expect(robot.saves.count == 1)
}
