// How the program ends, as numbers that scripts can rely on (sysexits).

/// The exit codes.
enum ExitCode: Int32 {
  case done = 0
  /// Findings, or refused by a rule.
  case findings = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case noTerminal = 69
  case cannotCreate = 73
  /// Not saved.
  case inputOutput = 74
  /// Saved, but nobody could be told: a script that tries again counts twice.
  case savedUntold = 76
  case noPermission = 77
}
