// What the program is asked to do, with its values understood.

import Domain

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
  case roster(ISOWeek?)
  case calendar(year: Int)
  case check(isDeep: Bool)
  case checkText(isAboutYoung: Bool)
  case log(since: CivilDate?)
  case forget(isCarriedOut: Bool)
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
  /// A practical message, as typed.
  var message: String?
  /// Keeps the message though the guard warns of it.
  var keepsDoubtful = false
}

/// A step of a handover that exists.
struct StepOrder: Equatable {
  enum What: Equatable {
    case takeOver, decline, withdraw, missed, undoTakeOver
    case handOn(OfferOrder)
    case close(ClosingReason)
  }

  var what: What
  var id: String
}

/// Which weeks or which period, and how they are printed.
struct FiguresOrder: Equatable {
  enum Format: String, CaseIterable {
    case table = "tabel"
    case csv, json
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

/// A file to write instead of printing.
struct OutOrder: Equatable {
  var path: String
  /// Whether a file that is there may be written over.
  var isReplacing: Bool
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
