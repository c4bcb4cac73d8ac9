// The commands of this edition: their names, their options and what they take.

/// The commands, by their Danish names.
enum CommandName: String, CaseIterable {
  case demo
  case demoData = "demo-data"
  case create = "opret"
  case today = "i-dag"
  case visit = "besøg"
  case zero = "nul"
  case sparring
  case openDoor = "åbn"
  case closeDoor = "luk-dør"
  case undo = "fortryd"
  case handOver = "overdrag"
  case handovers = "overdragelser"
  case takeOver = "tag-over"
  case decline = "kan-ikke"
  case withdraw = "træk-tilbage"
  case missed = "kom-ikke"
  case handOn = "giv-videre"
  case undoTakeOver = "fortryd-overtagelse"
  case close = "luk"
  case figures = "tal"
  case release = "frigiv"
  case endWeeks = "afslut-uger"
  case roster = "vagtplan"
  case importRoster = "vagtplan importer"
  case exportRoster = "vagtplan eksporter"
  case propose = "vagtplan foreslå"
  case shares = "vagtplan fordeling"
  case absence = "afbud"
  case importSchools = "importer skoler"
  case importColleagues = "importer kolleger"
  case importTopics = "importer emner"
  case importOffers = "importer tilbud"
  case importCalendar = "importer kalender"
  case meeting = "ugemøde"
  case calendar = "kalender"
  case check = "tjek"
  case checkText = "tjek-tekst"
  case log
  case forget = "slet-gamle"
  case insight = "indsigt"
  case help = "hjælp"

  /// The command of that name, however æ, ø and å are written.
  init?(typed: String) {
    guard let match = Self.allCases.first(where: { Spelling.isSame($0.rawValue, typed) }) else { return nil }
    self = match
  }

  /// The options that mean something to this command, beside those that every command takes.
  var options: [OptionName] {
    switch self {
    case .demo: [.keep]
    case .demoData: [.visits, .weeks, .seed]
    case .create, .today, .handovers, .help, .openDoor, .closeDoor, .undo: []
    case .zero, .sparring: [.day]
    case .visit: [.topic, .outcome, .day]
    case .handOver, .handOn: [.to, .mode, .day, .message, .anyway]
    case .takeOver, .decline, .withdraw, .missed, .undoTakeOver: []
    case .close: [.reason]
    case .release: [.quarter, .schoolYear]
    case .endWeeks: [.acceptMissing, .revise, .anew, .carryOut]
    case .figures: [.week, .quarter, .schoolYear, .format, .out, .replace, .everySchool]
    case .roster, .shares: [.week]
    case .importRoster: [.week, .from, .carryOut]
    case .exportRoster: [.week, .ofColleague, .base, .format, .out, .replace]
    case .propose: [.week, .carryOut]
    case .absence: [.day, .ofColleague, .to, .saidYes]
    case .importSchools, .importColleagues, .importTopics, .importOffers, .importCalendar:
      [.carryOut, .anyway]
    case .meeting: [.week, .format, .out, .replace]
    case .calendar: [.year]
    case .check: [.deep]
    case .checkText: [.aboutYoung]
    case .log: [.since]
    case .forget: [.file, .carryOut]
    case .insight: [.ofColleague]
    }
  }

  /// What stands behind the command without dashes, by the key of its name in the texts.
  var argument: String? {
    switch self {
    case .create: "folder"
    case .undo, .takeOver, .decline, .withdraw, .missed, .handOn, .undoTakeOver, .close: "id"
    case .help: "command"
    case .importRoster, .importSchools, .importColleagues, .importTopics, .importOffers, .importCalendar:
      "file"
    case .demo, .demoData, .today, .visit, .zero, .sparring, .openDoor, .closeDoor, .handOver, .handovers,
      .figures, .release, .endWeeks, .roster, .meeting, .exportRoster, .propose, .shares, .absence, .calendar,
      .check,
      .checkText,
      .log, .forget, .insight:
      nil
    }
  }

  /// Whether the command works without its argument.
  var isArgumentOptional: Bool { self == .help }

  /// The options that the command is of no use without, in the order in which they read well.
  var neededOptions: [OptionName] {
    switch self {
    case .visit, .zero, .sparring, .openDoor, .closeDoor, .absence: [.school]
    case .handOver: [.school, .to, .colleague]
    case .takeOver, .decline, .withdraw, .missed, .undoTakeOver: [.colleague]
    case .handOn: [.to, .colleague]
    case .close: [.reason, .colleague]
    case .figures: [.week]
    case .release: [.quarter]
    case .calendar: [.year]
    case .demoData: [.folder, .visits, .weeks]
    case .propose: [.week]
    case .insight: [.ofColleague]
    case .demo, .create, .today, .undo, .handovers, .endWeeks, .roster, .meeting, .check, .checkText, .log,
      .forget,
      .help,
      .shares, .importRoster, .exportRoster, .importSchools, .importColleagues, .importTopics, .importOffers,
      .importCalendar:
      []
    }
  }
}
