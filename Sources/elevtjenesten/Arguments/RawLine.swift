// The command line sorted into words: which command, which options with which values, what is left.

import Store

/// A command line before its values are understood.
struct RawLine: Equatable {
  var command: CommandName?
  var options: [OptionName: String] = [:]
  var arguments: [String] = []

  /// Sorts the words after the program's name.
  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    var plain: [String] = []
    while let word = rest.popFirst() {
      if word == "--" {
        plain += rest
        break
      } else if word == "-h" {
        try set(.help, "")
      } else if word.hasPrefix("--") {
        try take(option: word, rest: &rest)
      } else if word.hasPrefix("-"), word.count > 1 {
        throw .unknownOption(word, suggestion: Self.suggestion(for: word))
      } else {
        plain.append(word)
      }
    }
    // `vagtplan importer` is one name of two words.
    if plain.count > 1, let name = CommandName(typed: plain[0] + " " + plain[1]) {
      command = name
      arguments = Array(plain.dropFirst(2))
    } else {
      if let first = plain.first { command = try Self.command(first) }
      arguments = Array(plain.dropFirst())
    }
    try checkFit()
  }

  private mutating func take(option word: String, rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard let option = OptionName(typed: name) else {
      throw .unknownOption("--" + name, suggestion: Self.suggestion(for: name))
    }
    if option == .anyway {
      // For a message it is a switch; for a spreadsheet it names cells, which no id of a record looks like.
      let next =
        parts.count > 1 ? String(parts[1]) : rest.first.flatMap { CellName.list($0) == nil ? nil : $0 }
      if parts.count == 1, next != nil { rest = rest.dropFirst() }
      options[option] = [options[option], next].compactMap { $0 }.filter { !$0.isEmpty }.joined(
        separator: ",")
      return
    }
    if !option.takesValue {
      if parts.count > 1 { throw .needlessValue(option: option.written) }
      return try set(option, "")
    }
    if parts.count > 1 { return try set(option, String(parts[1])) }
    guard let value = rest.first, value != "--", !value.hasPrefix("--") else {
      throw .missingValue(option: option.written)
    }
    rest = rest.dropFirst()
    try set(option, value)
  }

  private mutating func set(_ option: OptionName, _ value: String) throws(UsageError) {
    // Said twice, a switch means what it says; a value would be one of two.
    if options[option] != nil, option.takesValue { throw .repeatedOption(option.written) }
    options[option] = value
  }

  private static func command(_ word: String) throws(UsageError) -> CommandName {
    if let command = CommandName(typed: word) { return command }
    let known = CommandName.allCases.map(\.rawValue)
    let longer = known.first { Spelling.isSame($0.split(separator: " ").first.map(String.init) ?? "", word) }
    throw .unknownCommand(word, suggestion: longer ?? Spelling.nearest(to: word, among: known))
  }

  private static func suggestion(for name: String) -> String? {
    let typed = String(name.drop { $0 == "-" })
    return Spelling.nearest(to: typed, among: OptionName.allCases.map(\.rawValue)).map { "--" + $0 }
  }

  /// Every option belongs to the command, and no argument is too many or too few.
  private func checkFit() throws(UsageError) {
    if options[.help] != nil || options[.version] != nil { return }
    let allowed = Set(OptionName.everywhere + (command?.options ?? []))
    let strange = options.keys.filter { !allowed.contains($0) }.map(\.written).min()
    if let strange { throw .optionElsewhere(strange, command: command?.rawValue) }
    guard let command else { return }
    if let argument = command.argument {
      if arguments.isEmpty, !command.isArgumentOptional {
        throw .missingArgument(argument, command: command.rawValue)
      }
      if arguments.count > 1, command != .help {
        throw .needlessArgument(arguments[1], command: command.rawValue)
      }
    } else if let extra = arguments.first {
      throw Self.needless(extra, command)
    }
  }

  /// A word behind `vagtplan` is most likely a name of two words with a slip in it.
  private static func needless(_ word: String, _ command: CommandName) -> UsageError {
    let typed = command.rawValue + " " + word
    let longer = CommandName.allCases.map(\.rawValue).filter { $0.hasPrefix(command.rawValue + " ") }
    if let nearest = Spelling.nearest(to: typed, among: longer) {
      return .unknownCommand(typed, suggestion: nearest)
    }
    return .needlessArgument(word, command: command.rawValue)
  }
}
