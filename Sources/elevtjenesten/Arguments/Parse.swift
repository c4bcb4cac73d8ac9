// Single values of a command line.

import Domain

/// Readers of values; nil is "not one of those".
enum Parse {
  /// Digits only, in that range.
  static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text) else {
      return nil
    }
    return range.contains(number) ? number : nil
  }

  /// A year of four digits.
  static func year(_ text: String) -> Int? {
    text.utf8.count == 4 ? number(text, in: 1900...2999) : nil
  }

  /// `2026-W10`, or `2026-W10..2026-W14`; at most three years.
  static func weeks(_ text: String) -> ClosedRange<ISOWeek>? {
    if let week = ISOWeek(text) { return week...week }
    let parts = text.split(separator: "..", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = ISOWeek(parts[0]), let last = ISOWeek(parts[1]), first <= last,
      last.weeks(since: first) < 160
    else { return nil }
    return first...last
  }
}

extension RawLine {
  /// The text of an option; an empty one is no value.
  func text(_ option: OptionName) throws(UsageError) -> String? {
    guard let text = options[option] else { return nil }
    if text.isEmpty { throw .missingValue(option: option.written) }
    return text
  }

  /// The value of an option, if it was given.
  func value<Value>(
    _ option: OptionName, _ expected: UsageError.Expectation, _ read: (String) -> Value?
  ) throws(UsageError) -> Value? {
    guard let text = try text(option) else { return nil }
    guard let value = read(text) else {
      throw .badValue(text, of: option.written, expected: expected)
    }
    return value
  }

  /// The value of an option the command cannot do without.
  func required<Value>(
    _ option: OptionName, _ expected: UsageError.Expectation, _ read: (String) -> Value?
  ) throws(UsageError) -> Value {
    guard let value = try value(option, expected, read) else {
      throw .missingOption(option.written, command: command?.rawValue ?? "")
    }
    return value
  }

  /// The date of an option, if it was given.
  func date(_ option: OptionName) throws(UsageError) -> CivilDate? {
    try value(option, .date) { CivilDate($0) }
  }

  /// The one argument of the command.
  func id(_ command: CommandName) throws(UsageError) -> String {
    guard let argument = arguments.first, !argument.isEmpty else {
      throw .missingArgument(command.argument ?? "id", command: command.rawValue)
    }
    return argument
  }

  /// The command that help is asked about.
  func helpTopic() throws(UsageError) -> CommandName? {
    guard !arguments.isEmpty else { return nil }
    let word = arguments.joined(separator: " ")
    if let command = CommandName(typed: word) { return command }
    let known = CommandName.allCases.map(\.rawValue)
    throw .unknownCommand(word, suggestion: Spelling.nearest(to: word, among: known))
  }
}
