// What can be wrong with a command line. Facts only; Sentences makes the words.

/// A command line that cannot be understood.
enum UsageError: Error, Equatable {
  case unknownCommand(String, suggestion: String?)
  /// The command must know at which school, or by whom; nothing said so.
  case needsSchool(command: String)
  case needsColleague(command: String)
  /// The beginning of an id fits several records.
  case ambiguousID(String)
  case unknownOption(String, suggestion: String?)
  /// The option is known, but this command has no use for it.
  case optionElsewhere(String, command: String?)
  case missingValue(option: String)
  case needlessValue(option: String)
  case repeatedOption(String)
  case missingOption(String, command: String)
  case missingArgument(String, command: String)
  case needlessArgument(String, command: String)
  case badValue(String, of: String, expected: Expectation)
  /// An id that is in no list of the folder.
  case unknownID(String, kind: IDKind, suggestion: String?)

  /// What a value should have been.
  enum Expectation: String, CaseIterable {
    case date, moment, week, period, year, count, positiveCount, seed, language, mode, outcome, reason, format
    case rosterFormat, meetingFormat, days
    case recordID, nothingEmpty, standardInput, cells
  }

  /// The lists an id can be looked up in.
  enum IDKind: String, CaseIterable {
    case school, colleague, topic, record, handover
  }
}
