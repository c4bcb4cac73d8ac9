// What `--hjælp` says: every command with one line and one example, made from the command table.

import Canvas
import Resources

/// The help texts.
struct Help {
  let words: Words

  /// All commands, or one.
  func text(about command: CommandName?) -> String {
    guard let command else { return overview }
    let usage = words("cli.help.usage", ["usage": usageLine(command)])
    let example = words("cli.help.example", ["example": words("cli.example." + command.rawValue)])
    let about = DisplayWidth.wrap(words("cli.help.\(command.rawValue)"), to: 78)
    let lines = [usage, ""] + about + [""]
    return (lines + optionLines(command.options) + [example]).joined(separator: "\n")
  }

  private var overview: String {
    let width = CommandName.allCases.map { DisplayWidth.of($0.rawValue) }.max() ?? 0
    let commands = CommandName.allCases.map { command in
      "  " + DisplayWidth.pad(command.rawValue, to: width) + "  " + words("cli.short." + command.rawValue)
    }
    let head = [words("cli.help.head"), "", words("cli.help.commands")]
    let options = ["", words("cli.help.options")] + optionLines(OptionName.everywhere)
    return (head + commands + options + [words("cli.help.codes"), "", words("cli.help.foot")]).joined(
      separator: "\n")
  }

  private func usageLine(_ command: CommandName) -> String {
    var line = "elevtjenesten " + command.rawValue
    if let argument = command.argument {
      let name = words("cli.argument." + argument)
      line += command.isArgumentOptional ? " [\(name)]" : " \(name)"
    }
    for option in command.neededOptions { line += " " + written(option) }
    let isMore = command.options.contains { !command.neededOptions.contains($0) }
    return !isMore ? line : line + " " + words("cli.help.optionsMark")
  }

  private func optionLines(_ options: [OptionName]) -> [String] {
    guard !options.isEmpty else { return [] }
    let written = options.map {
      $0.takesValue ? $0.written + " " + words("cli.value." + $0.rawValue) : $0.written
    }
    let width = written.map { DisplayWidth.of($0) }.max() ?? 0
    let lines = zip(options, written).map { option, text in
      "  " + DisplayWidth.pad(text, to: width) + "  " + words("cli.option." + option.rawValue)
    }
    return lines + [""]
  }

  /// An option with the name of its value.
  private func written(_ option: OptionName) -> String {
    option.takesValue ? option.written + " " + words("cli.value.\(option.rawValue)") : option.written
  }
}
