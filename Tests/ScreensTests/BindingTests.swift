// Keys are data: footer, help and command list show the same table, and every key in it works.

import Canvas
import Domain
import Resources
import TestKit
import Testing

@testable import Screens

private let screens: [Screen] = Stage.allCases.map { $0.robot().desk.screens.current }

@Test func noKeyStandsTwiceOnAScreen() {
  for screen in screens {
    let keys = Bindings.all(on: screen).flatMap(\.keys)
    #expect(keys.count == Set(keys).count, "\(screen.name)")
  }
}

@Test func noKeyNeedsAltGrOrADeadKey() {
  let hard = Set<Character>(["[", "]", "{", "}", "\\", "|", "@", "$", "£", "€", "~", "^", "´", "`", "¨"])
  let typed =
    screens.flatMap { Bindings.all(on: $0) }.flatMap(\.keys) + Outcome.allCases.map(\.key)
    + World.documents.topics.map(\.pressKey)
  for case .character(let key) in typed { #expect(key.isASCII && !hard.contains(key), "\(key)") }
}

@Test func everyActionHasWordsInBothLanguages() {
  for language in Words.Language.allCases {
    let keys = Words(language).keys
    for action in Action.allCases {
      #expect(keys.contains("action.\(action.rawValue)"))
      #expect(keys.contains("action.\(action.rawValue).short"))
    }
    for screen in screens { #expect(keys.contains("help.\(screen.name)"), "\(screen.name)") }
  }
}

@Test func everyActionHasAKeySomewhere() {
  let bound = Set(screens.flatMap { Bindings.all(on: $0) }.map(\.action))
  // The lists of documents are reached by name, or one from the other.
  #expect(bound.union(Action.subjects) == Set(Action.allCases))
}

/// Each key of the table does something that can be seen or is asked for, or says why it cannot.
@Test(arguments: Stage.allCases)
func everyKeyOfTheTableWorks(stage: Stage) {
  for binding in Bindings.all(on: stage.robot().desk.screens.current) {
    for key in binding.keys {
      let robot = stage.robot()
      let (glass, asked) = (robot.glass, robot.requests.count)
      robot.press(key)
      let isStill =
        [.thisWeek, .present, .weekFigures, .release].contains(binding.action)
        || stage == .today && binding.action == .back
        || stage == .acute && binding.action == .acute
      #expect(
        robot.glass != glass || robot.requests.count > asked || isStill,
        "\(key) on \(stage): \(binding.action)")
    }
  }
}

/// What is shown in the footer is in the table or belongs to the open list or question.
@Test(arguments: Stage.allCases)
func footerShowsKeysThatWork(stage: Stage) {
  let desk = stage.robot(width: 140).desk
  let shown = desk.footerLines(columns: 140).flatMap { $0 }
  let known =
    Bindings.all(on: desk.screens.current).map(\.shown)
    + desk.promptItems(on: desk.screens.current).map(\.key)
  for item in shown { #expect(known.contains(item.key), "\(item.key)") }
}

@Test func helpListsEveryKeyOfTheScreenBelow() {
  for stage in [Stage.today, .visitTopic, .consent, .handoversMarked, .roster, .question, .figures] {
    let robot = stage.robot(width: 100, height: 40)
    let table = Bindings.all(on: robot.desk.screens.current)
    robot.press(.function(1))
    for binding in table {
      #expect(robot.shows(Words(.danish)("action.\(binding.action.rawValue)")) || binding.shown == "Esc")
    }
  }
}

extension Stage {
  fileprivate static var question: Stage { .told }
}

@Test func helpExplainsAndCloses() {
  for closing in [Key.escape, .character("?"), .character("q"), .function(1), .character("h")] {
    let robot = Robot().press(.escape).type("h")
    #expect(robot.shows("I dag: hvem der har vagt, og om døren er åben."))
    #expect(robot.shows("Mellemrum  Skjul skærmen"))
    robot.press(closing)
    #expect(robot.shows("Vagt i dag"))
  }
}

@Test func helpScrolls() {
  let robot = Robot(width: 60, height: 20).press(.escape).type("?")
  #expect(!robot.shows("Tegn skærmen igen"))
  for _ in 0..<30 { robot.press(.down) }
  #expect(robot.shows("Tegn skærmen igen"))
  for _ in 0..<30 { robot.press(.up) }
  #expect(robot.shows("Besøg: tæl et besøg"))
}

@Test func helpAndCommandsTellWhyNot() {
  let robot = Robot(World.picture(offers: [World.offer(1, from: "MAL", to: "CET")])).press(.escape)
  robot.type("o?")
  #expect(robot.shows("Kan ikke tage over – Det kan kun modtageren: Çetin Havtorn."))
  #expect(robot.shows("Giv videre til en kollega – Ingen har taget over endnu."))
  robot.type("⎋:kan ikke")
  #expect(robot.shows("1 af 14"))
}

@Test func commandsFindByNameAndDoIt() {
  let robot = Robot().press(.escape).type(":sparring⏎")
  #expect(robot.recorded.count == 1)
  robot.type(":vagtplan⏎")
  #expect(robot.shows("Vagtplan · uge 10, 2026"))
  robot.type("⎋:b⎋")
  #expect(robot.shows("Vagt i dag"))
}

/// Every command in the list does what its key does.
@Test(arguments: [Stage.today, .handoversMarked, .visitTopic, .roster, .figures, .directory, .receivers])
func commandIsTheSameAsItsKey(stage: Stage) {
  let robot = stage.robot()
  robot.type(":")
  guard case .commands(let state) = robot.desk.screens.current else {
    Issue.record("no list on \(stage)")
    return
  }
  for (index, action) in state.actions.enumerated() where action != .undo && !Action.subjects.contains(action)
  {
    let listed = stage.robot().type(":")
    for _ in 0..<index { listed.press(.down) }
    listed.press(.enter)
    let keyed = stage.robot()
    if let key = Bindings.all(on: keyed.desk.screens.current).first(where: { $0.action == action })?.keys
      .first
    {
      keyed.press(key)
    }
    #expect(listed.glass.text == keyed.glass.text, "\(action) on \(stage)")
  }
}

@Test func questionsTakeOnlyTheirAnswers() {
  for stage in [
    Stage.told, .withdraw, .closeQuestion, .closeDoor, .quit, .substituteQuestion, .dayBuddyQuestion,
    .proposalAll, .discard, .delete,
  ] {
    let robot = stage.robot()
    let (glass, asked) = (robot.glass.text, robot.requests.count)
    for key in "abcdefgiklmoprstuvwxzæøå:/ " { robot.press(.character(key)) }
    // At closing time a number marks a handover for the makker, and again takes the mark away.
    for key in "01234567890123456789" { robot.press(.character(key)) }
    robot.press(.enter, .tab, .up, .down, .left, .right, .backspace, .delete, .home, .end)
    #expect(robot.glass.text == glass && robot.requests.count == asked, "\(stage)")
    robot.type("!⎋?⎋")
    #expect(robot.glass.text == glass, "\(stage)")
  }
}

@Test func questionsForgetWhatWasTypedBefore() {
  for stage in [
    Stage.told, .withdraw, .closeQuestion, .closeDoor, .quit, .substituteQuestion, .dayBuddyQuestion,
    .proposalAll, .discard, .delete,
  ] {
    #expect(stage.robot().requests.last == .discardTypedKeys, "\(stage)")
  }
}

@Test func redrawIsAskedFor() {
  #expect(Robot().press(.escape).press(.control("l")).requests == [.redraw])
}
