// Sentences for command lines that cannot be understood.

import Domain
import Guard

extension Sentences {
  func usage(_ error: UsageError) -> String {
    switch error {
    case .unknownCommand(let word, let suggestion):
      withSuggestion(words("cli.usage.command", ["word": shown(word)]), suggestion)
    case .unknownOption(let word, let suggestion):
      withSuggestion(words("cli.usage.option", ["word": shown(word)]), suggestion)
    case .optionElsewhere(let option, let command?):
      words("cli.usage.elsewhere", ["option": option, "command": command])
    case .optionElsewhere(let option, command: nil): words("cli.usage.alone", ["option": option])
    case .missingValue(let option): words("cli.usage.noValue", ["option": option])
    case .needlessValue(let option): words("cli.usage.needlessValue", ["option": option])
    case .repeatedOption(let option): words("cli.usage.repeated", ["option": option])
    case .missingOption(let option, let command):
      words("cli.usage.missingOption", ["option": option, "command": command])
    case .missingArgument(let argument, let command):
      words(
        "cli.usage.missingArgument", ["argument": words("cli.argument." + argument), "command": command])
    case .needlessArgument(let word, let command):
      words("cli.usage.needlessArgument", ["word": shown(word), "command": command])
    // What was typed there is for one receiver, and not said back.
    case .badValue(_, let option, .standardInput):
      words("cli.usage.badValue", ["value": "…", "option": option]) + " "
        + words("cli.expected.standardInput")
    case .badValue(let value, let option, let expected):
      words("cli.usage.badValue", ["value": shown(value), "option": option]) + " "
        + words("cli.expected." + expected.rawValue)
    case .needsSchool(let command): words("cli.usage.needsSchool", ["command": command])
    case .needsColleague(let command): words("cli.usage.needsColleague", ["command": command])
    case .ambiguousID(let id): words("cli.usage.ambiguous", ["id": shown(id)])
    case .unknownID(let id, let kind, let suggestion):
      withSuggestion(words("cli.unknown." + kind.rawValue, ["id": shown(id)]), suggestion)
    }
  }

  /// What somebody typed, to be said back; nothing of what the guard would keep from the disk.
  func shown(_ typed: String) -> String {
    switch (Guard.check(typed, scope: .aboutYoungPerson), Guard.check(id: typed)) {
    case (.block, _), (_, .block): "…"
    case (.ok, _), (.warning, _): typed
    }
  }

  private func withSuggestion(_ sentence: String, _ suggestion: String?) -> String {
    guard let suggestion, shown(suggestion) == suggestion else { return sentence }
    return sentence + " " + words("cli.usage.suggestion", ["word": suggestion])
  }
}
