// Everything that can keep a command from being done. Facts only; Sentences makes the words.

import Domain
import Guard
import Store
import Terminal

/// Why a command was not done.
enum Failure: Error {
  case usage(UsageError)
  case counting(CountingRefusal)
  case handover(HandoverRefusal)
  case giving(GivingRefusal)
  case message(MessageRefusal)
  case readOnly(FolderPicture.ReadOnly)
  case save(SaveFailure)
  case clock(ClockError)
  case demo(DemoError)
  case terminal(TerminalError)
  /// Standard output cannot be written; what was done may be saved already, be it under this id.
  case output(code: Int32, recorded: RecordID?, isSaved: Bool)
  case folder(FolderFailure)
  case system(SystemError)
  case creation(CreationFailure)
  case export(ExportFailure)
  case release(ReleaseRefusal, Period)
  case week(RevisionRefusal)
  case importing(ImportRefusal)
  case absence(AbsenceRefusal)
  case forgetting(Forgetting.EarlyRefusal)
}

/// Why a practical message is not taken. Never the text itself.
enum MessageRefusal: Error, Equatable {
  case blocked(Guard.Kind)
  /// It may be kept when the command says so.
  case doubtful(Guard.Kind)
}

/// Why there is no folder to work with.
enum FolderFailure: Error, Equatable {
  /// Nothing stands at the path. `isNamed`: somebody named it; otherwise it is where one would be.
  case missing(path: String, isNamed: Bool)
  /// Something is there, but it is no folder of this program.
  case notOurs(path: String)
  /// The folder was made by a later program.
  case laterVersion(Int, path: String)
  /// A new folder was asked for where there is something already.
  case taken(path: String)
  /// The demo was asked for in a folder that is no demo.
  case notDemo(path: String)
  /// A document that the command cannot do without is broken.
  case broken(DocumentSubject, path: String)
}

extension Failure {
  /// The exit code.
  var exitCode: ExitCode {
    switch self {
    case .usage: .usage
    case .counting(let refusal): refusal.exitCode
    case .handover, .giving, .message, .absence, .week: .findings
    case .importing: .badData
    case .forgetting(.noSuchFile): .noInput
    case .forgetting: .findings
    case .release(.unreadableFile, _), .release(.gap, _), .release(.visitsGone, _), .release(.lostFile, _),
      .release(.changedFile, _):
      .badData
    case .release: .findings
    case .readOnly(let reason): reason.exitCode
    case .save(let failure): failure.exitCode
    case .clock: .inputOutput
    case .demo: .usage
    case .terminal: .noTerminal
    case .output(_, let id, let isSaved): id != nil || isSaved ? .savedUntold : .inputOutput
    case .folder(let failure): failure.exitCode
    case .system(let error): error.exitCode
    case .creation(.system(let error)): error.isDenied ? .noPermission : .cannotCreate
    case .creation: .cannotCreate
    case .export(.failed(let failure)): failure.exitCode
    case .export: .cannotCreate
    }
  }
}

extension CountingRefusal {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .unknownSchool, .unknownTopic, .unknownColleague: .usage
    case .weekIsFinal, .dayIsAhead, .schoolNotYetOpened, .schoolEnded, .nothingToTakeBack, .onlySameDay,
      .visitsStand, .zeroStands, .closed:
      .findings
    }
  }
}

extension FolderPicture.ReadOnly {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .noPermission: .noPermission
    case .newerFormat: .badData
    case .lastSaveFailed(let failure): failure.exitCode
    case .pretendedTime: .findings
    }
  }
}

extension SaveFailure {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .noPermission, .readOnlyFileSystem: .noPermission
    case .newerFormat: .badData
    case .noSpace, .stateUnusable, .lockBusy, .changedMeanwhile, .anotherFolder, .folderGone,
      .inputOutput:
      .inputOutput
    }
  }
}

extension FolderFailure {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .missing: .noInput
    case .notOurs, .laterVersion, .broken: .badData
    case .taken, .notDemo: .cannotCreate
    }
  }
}

extension SystemError {
  fileprivate var exitCode: ExitCode {
    if isDenied { return .noPermission }
    return isMissing ? .noInput : .inputOutput
  }
}
