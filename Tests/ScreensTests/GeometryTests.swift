// Every screen in every size and language: nothing runs over, the keys stay in sight, the cursor is
// where a screen reader should look.

import Canvas
import Domain
import Resources
import TestKit
import Testing

private let sizes = [
  Size(columns: 60, rows: 20), Size(columns: 80, rows: 24), Size(columns: 110, rows: 24),
  Size(columns: 140, rows: 40),
]

@Test(arguments: Stage.allCases, Words.Language.allCases)
func frameIsWholeInEverySize(stage: Stage, language: Words.Language) {
  let robot = stage.robot(language)
  let words = Words(language)
  for size in sizes {
    robot.size = size
    let glass = robot.glass
    if stage == .blank {
      #expect(glass.text.hasSuffix(words("blank.hint")))
      continue
    }
    let (head, who) = (glass.line(0), glass.line(1))
    #expect(head.hasPrefix(" Elevtjenesten · EUC  "), "\(stage) \(size): \(head)")
    #expect(head.hasSuffix(language == .danish ? "2026 · uge 10" : "2026 · week 10"))
    let me = stage.isForCoordinators ? " Lone Kløvermark, koordinator" : " Malene Smedelyng, mentor"
    #expect(who.hasPrefix(me) && !who.contains("…"))
    #expect(glass.line(2) == String(repeating: "─", count: size.columns))
    let footer = glass.line(size.rows - 2) + "\n" + glass.line(size.rows - 1)
    // In a form letters and signs are text; its help has a key that is none.
    #expect(
      footer.contains("! \(words("action.acute.short"))") || stage.isTypedInto,
      "\(stage) \(size): \(footer)")
    let help = stage.isTypedInto ? "F1" : "?"
    let more = ["action.help.short", "prompt.more"].map { "\(help) \(words($0))" }
    #expect(more.contains(where: footer.contains), "\(stage) \(size): \(footer)")
    #expect(!footer.contains("…"))
    #expect(glass[size.rows - 1, size.columns - 1].text == " ")
  }
}

@Test(arguments: Stage.allCases)
func cursorStandsOnTheFocusedRow(stage: Stage) {
  let robot = stage.robot()
  for size in sizes {
    robot.size = size
    let glass = robot.glass
    #expect((0..<size.columns).contains(glass.cursor.column) && (0..<size.rows).contains(glass.cursor.row))
    let line = glass.line(glass.cursor.row)
    switch stage {
    case .receiversFiltered, .directoryFiltered, .commands:
      #expect(line.contains("Søg:"), "\(stage): \(line)")
      #expect(glass.cursor.column >= 8)
    case .receivers, .handOnReceivers, .substitutes, .directory, .offers, .who, .startList, .startSchools,
      .handoversMarked, .today, .figures, .roster, .entries, .entriesReadOnly, .calendarEntries,
      .settingsEntries, .checklist, .coverage, .coverageTerm, .basePlan, .ownShifts, .fairness, .swapOffer,
      .swapReturn, .swaps, .proposal, .proposalTerm, .dayBuddy, .dutyForm, .dutyPeople, .exports:
      #expect(glass[glass.cursor.row, glass.cursor.column].text == ">", "\(stage) \(size): \(line)")
    case .start, .resume, .receipt, .offerReceipt, .visitTopic, .visitOutcome, .visitOtherDay, .consent,
      .handovers, .handoversEmpty, .told, .withdraw, .closing, .closeQuestion, .handOnConsent,
      .substituteQuestion, .rosterWeek, .rosterLog, .answerSwap, .dutyHours, .substitutesUntil, .part, .log,
      .acute, .help, .closeDoor, .quit, .blank, .failed, .form, .formReadOnly, .formFaults, .discard, .delete,
      .message, .messageDoubtful, .meeting, .figuresJump, .proposalAll, .dayBuddyQuestion:
      #expect(stage == .log || stage == .closing || !line.isEmpty, "\(stage) \(size)")
    }
  }
}

@Test(arguments: Stage.allCases, Words.Language.allCases)
func plainSignsAreASCII(stage: Stage, language: Words.Language) {
  let robot = stage.robot(language)
  robot.isASCII = true
  for size in sizes {
    robot.size = size
    let glass = robot.glass
    for row in 0..<size.rows {
      for sign in glass.line(row) where !sign.isASCII {
        #expect(sign.isLetter || sign == "§", "\(sign) in \(stage): \(glass.line(row))")
      }
    }
  }
}

@Test(arguments: Stage.allCases)
func windowMayChangeItsSizeAtAnyTime(stage: Stage) {
  let robot = stage.robot()
  let before = robot.glass
  for size in sizes + [Size(columns: 59, rows: 20), Size(columns: 80, rows: 19), Size(columns: 1, rows: 1)] {
    robot.size = size
    robot.press(.resize)
    #expect(robot.glass.size == size)
  }
  robot.size = Size(columns: 80, rows: 24)
  robot.press(.resize)
  #expect(robot.glass == before)
}

@Test(arguments: Stage.allCases)
func tooSmallWindowSaysHowLargeItMustBe(stage: Stage) {
  let robot = stage.robot(width: 59, height: 20)
  #expect(robot.glass.text == "Vinduet er for lille: 59×20. Gør det mindst 60×20.")
  robot.size = Size(columns: 30, rows: 5)
  #expect(robot.glass.text == "Vinduet er for lille: 30×5.\nGør det mindst 60×20.")
}

/// Two texts that share a row must both be there in full; these rows have two.
@Test func textsOnOneRowDoNotOverlap() {
  for language in Words.Language.allCases {
    let words = Words(language)
    func row(_ stage: Stage, _ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
      let glass = stage.robot(language, width: 60, height: 20).glass
      return (0..<20).map(glass.line).first { $0.contains(words(key, values)) } ?? "no \(key)"
    }
    #expect(row(.receivers, "receivers.title").hasSuffix(words("age.all")))
    #expect(row(.directory, "directory.title").hasSuffix(words("age.all")))
    #expect(row(.today, "today.school").hasSuffix(words("today.status")))
    #expect(row(.figures, "cli.figures.visits").hasSuffix(words("figures.hours")))
    #expect(row(.visitOtherDay, "visit.topic").hasSuffix("mar.") || language == .english)
    #expect(row(.receiversFiltered, "picker.filter").hasSuffix("13"))
  }
}
