// What a form says of values that cannot be saved: the sentences that a document edited by hand gets.

import Canvas
import Domain
import Resources
import TestKit
import Testing

@testable import Screens

private struct Rule: CustomTestStringConvertible {
  var subject: DocumentSubject
  var field: FieldName
  var number = 0
  var typed: String
  var said: String

  init(_ subject: DocumentSubject, _ field: FieldName, _ typed: String, _ said: String, number: Int = 0) {
    self.subject = subject
    self.field = field
    self.number = number
    self.typed = typed
    self.said = said
  }

  var testDescription: String { "\(subject).\(field) “\(typed)”" }
}

private let rules: [Rule] = [
  Rule(.schools, .name, "", "skal udfyldes"),
  Rule(.schools, .name, String(repeating: "x", count: 121), "er længere end 120 tegn"),
  Rule(.schools, .opened, "", "skal udfyldes"),
  Rule(.schools, .opened, "31.2.2026", "er ikke en dato som 5.3.2026"),
  Rule(.schools, .opened, "snart", "er ikke en dato som 5.3.2026"),
  Rule(.schools, .hours, "13.30-9.30", "slutter, før det begynder"),
  Rule(.schools, .hours, "hele dagen", "er ikke en tid som 9.30-13.30"),
  Rule(.schools, .hours, "", "skal udfyldes"),
  Rule(.schools, .otherHours, "xx 9-12", "er ikke en tid som 9.30-13.30"),
  Rule(.schools, .teacherBreak, "12-11", "slutter, før det begynder"),
  Rule(.colleagues, .name, " ", "skal udfyldes"),
  Rule(.colleagues, .workPhone, String(repeating: "x", count: 41), "er længere end 40 tegn"),
  Rule(.colleagues, .competences, String(repeating: "x", count: 61), "er længere end 60 tegn"),
  Rule(.colleagues, .ages, "29-13", "slutter, før det begynder"),
  Rule(.colleagues, .ages, "13-200", "200 er uden for 0–120"),
  Rule(.colleagues, .ages, "unge", "skal være et tal"),
  Rule(.colleagues, .away, "13.3.26-9.3.26", "slutter, før det begynder"),
  Rule(.colleagues, .away, "påske", "er ikke en dato som 5.3.2026"),
  Rule(.topics, .danish, "", "skal udfyldes"),
  Rule(.topics, .key, "å", "er ikke en tast, der kan bruges"),
  Rule(.topics, .key, "12", "er ikke en tast, der kan bruges"),
  Rule(.topics, .key, "2", "bruges til noget andet, når et besøg tælles"),
  Rule(.topics, .key, "d", "bruges til noget andet, når et besøg tælles"),
  Rule(.topics, .key, "", "bruges til noget andet, når et besøg tælles"),
  Rule(.offers, .name, "", "skal udfyldes"),
  Rule(.offers, .contact, String(repeating: "x", count: 201), "er længere end 200 tegn"),
  Rule(.offers, .confirmed, "i går", "er ikke en dato som 5.3.2026"),
  Rule(.calendar, .from, "", "skal udfyldes"),
  Rule(.calendar, .to, "1.1.2026", "slutter, før det begynder"),
  Rule(.calendar, .from, "1.6.2025", "ligger uden for sit skoleår"),
  Rule(.calendar, .schoolYear, "2025/27", "er ikke et skoleår som 2025/26"),
  Rule(.settings, .reminderSchoolDays, "0", "0 er uden for 1–60"),
  Rule(.settings, .longWaitDays, "", "skal udfyldes"),
  Rule(.settings, .roundingBase, "fem", "skal være et tal"),
  Rule(.settings, .roundingBase, "4", "4 er uden for 5–100: skriv et tal derimellem"),
  Rule(.schools, .closed, "3.9.2017", "slutter, før det begynder"),
  Rule(.settings, .retentionWeeks, "521", "521 er uden for 1–520"),
  Rule(.settings, .emergency, "112", "skal have navn og nummer med semikolon imellem", number: 1),
  Rule(.settings, .goal, "bemandet; mange", "skal være et tal", number: 1),
]

@Test(arguments: rules)
private func whatCannotBeSavedIsSaidBesideItsField(rule: Rule) {
  let robot = Robot.form(rule.subject, at: FieldKey(rule.field, rule.number))
  robot.fill(rule.typed).press(.control("s"))
  #expect(robot.saves.isEmpty)
  #expect(robot.shows("! " + rule.said), "\(robot.glass.text)")
  #expect(robot.shows("Intet er gemt"))
  #expect(
    robot.openForm?.focused.key == FieldKey(rule.field, rule.number), "the cursor stands where it is wrong")
  #expect(robot.openForm?.focused.value.hasPrefix(rule.typed.prefix(20).trimmingPrefix(" ")) == true)
}

@Test func idsAreSuggestedPlainAndUnique() {
  let suggestions: [(DocumentSubject, String, String)] = [
    (.schools, "FGU Nord", "FGN"), (.schools, "FGU", "FGU2"), (.schools, "Produktionsskolen", "PROD"),
    (.schools, "Det blå hus", "DBH"), (.colleagues, "Çetin Ørsted", "CEO"), (.colleagues, "Bo Ek", "BO"),
    (.topics, "Ensomhed på nettet", "ensomhed-paa-nettet"), (.topics, "Bolig", "bolig-2"),
    (.offers, "Åben rådgivning", "aaben-raadgivning"),
  ]
  for (subject, name, id) in suggestions {
    let robot = Robot.form(subject, isNew: true)
    robot.fill(name)
    #expect(robot.desk.forms.suggestedID(subject, robot.openForm ?? Form([])) == id, "\(name)")
  }
}

@Test func idsThatAreTakenOrNotPlainAreRefused() {
  for (typed, said) in [("euc", "findes i forvejen"), ("FGÆ", "kan ikke bruges som id")] {
    let robot = Robot.form(.schools, isNew: true)
    robot.fill("Ny skole").go(to: FieldKey(.id)).fill(typed).press(.control("s"))
    #expect(robot.saves.isEmpty && robot.shows(said), "\(typed)")
  }
}

@Test func daysOfABreakAreComparedWithTheWeekInItsName() {
  let robot = Robot.form(.calendar, isNew: true)
  robot.fill("Efterårsferie").go(to: FieldKey(.from)).fill("17.10.2026").press(.down)
  robot.fill("25.10.2026").press(.control("s"))
  #expect(robot.saves.isEmpty && robot.shows("er ikke uge 42"))
  robot.press(.control("g"))
  #expect(robot.saves.last?.calendar.last?.days.from == date("2026-10-17"))
  #expect(robot.saves.last?.calendar.last?.schoolYear == "2026/27")
  let right = Robot.form(.calendar, isNew: true)
  right.fill("Efterårsferie (uge 42)").go(to: FieldKey(.from)).fill("10.10.26").press(.down)
  right.fill("18.10.26").press(.control("s"))
  #expect(right.saves.count == 1)
}

@Test func datesAreReadAsPeopleWriteThem() {
  let day = date("2026-03-05")
  let writings: [(String, String?)] = [
    ("2026-08-01", "2026-08-01"), ("1.8.2026", "2026-08-01"), ("1/8-26", "2026-08-01"), ("1/8", "2026-08-01"),
    ("010826", "2026-08-01"), ("01082026", "2026-08-01"), ("1.12", "2025-12-01"), ("29.2.2028", "2028-02-29"),
    ("29.2.2026", nil), ("0.1.2026", nil), ("1.13.26", nil), ("1.1", "2026-01-01"), ("1.2.3.4", nil),
    ("010140-5678", nil), ("", nil),
  ]
  for (typed, wanted) in writings {
    #expect(FieldReading.date(typed, near: day)?.description == wanted, "\(typed)")
  }
}

@Test func timesAndHoursAreReadAsPeopleWriteThem() throws {
  let spans = ["9.30-13.30", "9:30–13:30", "0930-1330", "09.30 - 13.30"]
  for span in spans { #expect(try FieldReading.span(span) == World.hours, "\(span)") }
  #expect(try FieldReading.span("9-12").minutes == 180)
  let hours = try FieldReading.hours("ma 9-12, Fredag 12.30-14, lø 8-9")
  #expect(hours.map(\.weekday) == [.monday, .friday, .saturday])
  #expect(throws: FieldFault.badTime) { try FieldReading.span("25-26") }
}

/// A form, a question on the roster and a spreadsheet read the same day and the same hours.
@Test func whatIsTypedMeansTheSameEverywhere() {
  let today = date("2026-03-05")
  let days = [
    "12/3-26", "12/3 26", "12.3.2026", "12-03-2026", "120326", "12032026", "2026-03-12", "12/3/1926",
    "12.3.126",
    "32.3.26", "010140-5678", "1.2.3.4", "12..3..26", "120326.", "",
  ]
  for text in days {
    let day = CivilDate(danish: text)
    #expect(
      FieldReading.date(text, near: today) == day && TypedValue.day(text, from: today) == day, "\(text)")
  }
  let hours = [
    "9.30-13.30", "9:30–11", "0930-1130", "930-11", "9-12", "9.5-11", "9.05-11", "9.60-11", "13-9", "9",
    "9-10-11",
    "kl. 9-11", "9.30.00-11.00.00", "24.00-25.00", "",
  ]
  for text in hours {
    let span = TimeSpan(danish: text)
    #expect((try? FieldReading.span(text)) == span && TypedValue.hours(text) == span, "\(text)")
  }
}

/// Whatever the hours of a school are, its form gives back the same.
@Test func openingHoursComeBackAsTheyWere() {
  func hours(_ weekday: Weekday, _ from: String, _ to: String) -> OpeningHours {
    OpeningHours(weekday: weekday, span: TimeSpan(from: time(from), to: time(to)))
  }
  let weeks: [[OpeningHours]] = [
    [], [hours(.tuesday, "09:00", "12:00")], [hours(.monday, "09:30", "13:30")],
    [hours(.monday, "09:00", "12:00"), hours(.monday, "13:00", "15:00"), hours(.friday, "09:00", "12:00")],
    [hours(.monday, "09:00", "12:00"), hours(.tuesday, "10:00", "12:00")],
  ]
  for week in weeks {
    let robot = Robot.form(.schools, at: FieldKey(.pilot), World.editable { $0.schools[0].hours = week })
    robot.type("j").press(.control("s"))
    #expect(robot.saves.last?.schools[0].hours == week)
    #expect(robot.saves.last?.schools[0].isPilot == true)
  }
}

/// In the smallest window too every sentence stands there whole.
@Test func sentencesAreNeverCut() {
  let robot = Robot.form(.colleagues, isNew: true)
  robot.size = Size(columns: 60, rows: 20)
  robot.fill("010140-5678").press(.control("s"))
  let text = robot.glass.text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    .joined(separator: " ")
  #expect(text.contains("! 10 cifre ligner et CPR-nummer (tegn 1–11)") && !text.contains("…"), "\(text)")
}

@Test(arguments: Words.Language.allCases)
func namesAndHintsOfFieldsFitTheSmallestWindow(language: Words.Language) {
  let words = Words(language)
  for key in words.keys where key.hasPrefix("form.hint.") {
    #expect(DisplayWidth.of(words(key)) <= 56, "\(key)")
  }
  for name in FieldName.allCases {
    #expect(words.keys.contains("form.field.\(name.rawValue)"))
    #expect(DisplayWidth.of(words("form.field.\(name.rawValue)")) <= 20, "\(name)")
  }
}
