// What the program is asked to do, with its values understood.

import Domain
import Store

/// A command with its values. Ids are still as typed: only the folder knows which there are.
enum Command: Equatable {
  case desk
  case demo(keep: String?)
  case demoData(DemoDataOrder)
  case create(path: String)
  case today
  case door(isOpen: Bool)
  case count(CountOrder)
  case undo(id: String)
  case handOver(OfferOrder)
  case handovers
  case step(StepOrder)
  case figures(FiguresOrder)
  case release(Period)
  case endWeeks(WeekOrder)
  case roster(ISOWeek?)
  case importRoster(RosterImportOrder)
  case exportRoster(RosterExportOrder)
  case propose(ClosedRange<ISOWeek>, isExecuted: Bool)
  case shares(ClosedRange<ISOWeek>?)
  case absence(AbsenceOrder)
  /// `accepted` are the cells that somebody has looked at although the guard warns of them.
  case importDocument(DocumentName, path: String, isExecuted: Bool, accepted: Set<CellName>)
  case meeting(MeetingOrder)
  case calendar(year: Int)
  case check(isDeep: Bool)
  case checkText(isAboutYoung: Bool)
  case log(since: CivilDate?)
  /// What is due, or one file that is not.
  case forget(file: String?, isCarriedOut: Bool)
  case insight(colleague: String)
  case help(CommandName?)
  case version
}

/// How much made-up data to write.
struct DemoDataOrder: Equatable {
  var visits: Int
  var weeks: Int
  var seed: UInt64
}

/// Something to count at a school.
struct CountOrder: Equatable {
  enum What: Equatable {
    case visit(topic: String?, outcome: Outcome)
    case zero, sparring
  }

  var what: What
  /// Another day than today.
  var day: CivilDate?
}

/// To whom, and how the young person gets there.
struct OfferOrder: Equatable {
  var receiver: String
  var mode: Handover.Mode?
  /// The day agreed on.
  var agreedDay: CivilDate?
  /// Whether a practical message comes on standard input: on the line every user of the machine could read
  /// it.
  var hasMessage = false
  /// Keeps the message though the guard warns of it.
  var keepsDoubtful = false
}

/// A step of a handover that exists.
struct StepOrder: Equatable {
  enum What: Equatable {
    case takeOver
    case handOn(OfferOrder)
    case move(HandoverMove)
  }

  var what: What
  var id: String
}

/// Which weeks or which period, and how they are printed.
struct FiguresOrder: Equatable {
  enum Format: String, CaseIterable {
    case table = "tabel"
    case csv, json, html
    case text = "tekst"
  }

  enum What: Equatable {
    case weeks(ClosedRange<ISOWeek>)
    case period(Period)
  }

  var what: What
  var format: Format
  var joinsSmall: Bool
  var out: OutOrder?
}

/// Weeks to be ended, or one that has ended to be revised.
struct WeekOrder: Equatable {
  /// Ends also weeks that something is missing from.
  var acceptsMissing: Bool
  /// The week to revise; nil ends those that are due.
  var revised: ISOWeek?
  /// It is counted all anew, which is shown until it is asked to be recorded.
  var isAnew: Bool
  var isCarriedOut: Bool

  /// Only coordinators may.
  var isForCoordinators: Bool { acceptsMissing || revised != nil }
}

/// A roster from a file: shown, or with `--udfør` recorded.
struct RosterImportOrder: Equatable {
  var path: String
  var isExecuted: Bool
  /// From when a base roster holds.
  var from: CivilDate?
  /// The weeks that a matrix is the plan of; nil makes it a base roster.
  var weeks: ClosedRange<ISOWeek>?
}

/// Which part of the roster leaves the program, and how.
struct RosterExportOrder: Equatable {
  enum Format: String, CaseIterable {
    case csv, ics, html, json
  }

  var weeks: ClosedRange<ISOWeek>?
  var format: Format
  var colleague: String?
  /// The base roster instead of the days of some weeks.
  var isBase: Bool
  var out: OutOrder?
}

/// Somebody cannot come: when, who, and who steps in.
struct AbsenceOrder: Equatable {
  /// Nil is today.
  var days: DateSpan?
  /// Who cannot come; nil where only one has the duty.
  var absent: String?
  /// Who is asked.
  var substitute: String?
  /// The substitute has said yes.
  var saidYes: Bool
}

/// A file to write instead of printing.
struct OutOrder: Equatable {
  var path: String
  /// Whether a file that is there may be written over.
  var isReplacing: Bool
}

/// The sheet of one week, and how it is printed.
struct MeetingOrder: Equatable {
  enum Format: String, CaseIterable {
    case table = "tabel"
    case html, json
  }

  var week: ISOWeek?
  var format: Format
  var out: OutOrder?
}

/// What holds for every command.
struct GlobalOptions: Equatable {
  var folder: String?
  var now: LocalTime?
  var language: Settings.Language?
  var school: String?
  var colleague: String?
  var isPlain = false
  /// A read-only board of today instead of the desk.
  var isBoard = false
  /// Lines and numbered menus instead of a screen.
  var isForScreenReader = false
  var isJSON = false
}

/// The whole command line, understood.
struct Invocation: Equatable {
  var options: GlobalOptions
  var command: Command
}
