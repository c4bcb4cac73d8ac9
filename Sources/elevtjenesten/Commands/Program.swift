// From the words on the command line to an exit code.

import Domain
import Resources

/// One run of the program.
enum Program {
  /// Does what the arguments (without the program's name) ask for.
  static func run(_ arguments: [String], console: Console, environment: Environment) -> ExitCode {
    let invocation: Invocation
    do throws(UsageError) { invocation = try Invocation(arguments) } catch {
      return refuse(error, arguments, console)
    }
    let words = Words((invocation.options.language ?? .danish).words)
    let clock: Clock
    do throws(ClockError) { clock = try Clock(pretending: invocation.options.now) } catch {
      return fail(.clock(error), Sentences(words: words), console)
    }
    let context = Context(
      console: console, environment: environment, machine: .current(environment), clock: clock,
      options: invocation.options, words: words)
    do throws(Failure) { return try context.perform(invocation.command) } catch {
      let failure = context.explained(error)
      return fail(failure, context.sentences(about: failure), console)
    }
  }

  private static func fail(_ failure: Failure, _ sentences: Sentences, _ console: Console) -> ExitCode {
    console.say(sentences.sentence(failure))
    return failure.exitCode
  }

  /// The language cannot be known from a line that makes no sense, unless it says so plainly.
  private static func refuse(_ error: UsageError, _ arguments: [String], _ console: Console) -> ExitCode {
    let isEnglish =
      arguments.contains("--sprog=en")
      || zip(arguments, arguments.dropFirst()).contains { $0 == ("--sprog", "en") }
    let words = Words(isEnglish ? .english : .danish)
    console.say(Sentences(words: words).usage(error) + " " + words("cli.usage.seeHelp"))
    return .usage
  }
}

extension Context {
  /// Sentences with the names and the language of the folder, where there is one to ask.
  fileprivate func sentences(about failure: Failure) -> Sentences {
    switch failure {
    case .folder, .system, .clock, .creation, .demo, .export: return Sentences(words: words)
    case .usage, .counting, .importing, .absence, .handover, .giving, .message, .release, .week, .forgetting,
      .readOnly, .save, .terminal, .output:
      guard let folder = try? openFolder() else { return Sentences(words: words) }
      return Sentences(words: speaking(for: folder).words, documents: folder.documents)
    }
  }

  /// Performs a command.
  func perform(_ command: Command) throws(Failure) -> ExitCode {
    switch command {
    case .desk: return try desk()
    case .demo(let keep): return try demo(keep: keep)
    case .demoData(let order): try demoData(order)
    case .create(let path): try create(path)
    case .today: try today()
    case .door(let isOpen): try door(isOpen: isOpen)
    case .count(let order): try count(order)
    case .undo(let id): try undo(id)
    case .handOver(let order): try handOver(order)
    case .handovers: try handovers()
    case .step(let order): try step(order)
    case .figures(let order): return try figures(order)
    case .release(let period): try release(period)
    case .endWeeks(let order): return try endWeeks(order)
    case .roster(let week): try roster(week)
    case .importRoster(let order): try importRoster(order)
    case .exportRoster(let order): try exportRoster(order)
    case .propose(let weeks, let isExecuted): try propose(weeks, isExecuted: isExecuted)
    case .shares(let weeks): try shares(weeks)
    case .absence(let order): try absence(order)
    case .importDocument(let name, let path, let isExecuted, let accepted):
      try importDocument(name, from: path, isExecuted: isExecuted, accepted: accepted)
    case .meeting(let order): try meeting(order)
    case .calendar(let year): try calendar(year)
    case .check(let isDeep): return try check(isDeep: isDeep)
    case .checkText(let isAboutYoung): try checkText(isAboutYoung: isAboutYoung)
    case .log(let day): try log(since: day)
    case .forget(let file, let isCarriedOut): return try forget(file, isCarriedOut: isCarriedOut)
    case .insight(let colleague): try insight(into: colleague)
    case .help(let topic): try console.print(Help(words: words).text(about: topic))
    case .version: try console.print("elevtjenesten " + Version.text)
    }
    return .done
  }
}
