// What every command works with, and the first questions most of them ask.

import Domain
import Glibc
import Resources
import Store

/// The outside world and the options of one run of the program.
struct Context {
  let console: Console
  let environment: Environment
  let machine: Machine
  let clock: Clock
  let options: GlobalOptions
  var words: Words

  var now: Moment { clock.now() }

  /// The data folder.
  func openFolder() throws(Failure) -> DataFolder {
    try DataFolder(place(), machine: machine, isTimePretended: clock.isPretended)
  }

  func place() -> FolderPlace {
    FolderPlace.find(option: options.folder, environment: environment, configured: configuredFolder())
  }

  private func configuredFolder() -> String? {
    guard options.folder == nil, let home = try? Directory(named: environment.configHome),
      let own = try? home.folder("elevtjenesten"),
      let bytes = try? own.reader("config.json").bytes(limit: 1 << 16)
    else { return nil }
    return Configuration.folder(in: bytes)
  }

  /// The same context in the language of a folder, unless one was asked for.
  func speaking(for folder: DataFolder) -> Context { speaking(by: folder.documents.settings) }

  /// The same by settings, which may change while somebody looks.
  func speaking(by settings: Settings) -> Context {
    let language = settings.language.words
    guard options.language == nil, language != words.language else { return self }
    var context = self
    context.words = Words(language)
    return context
  }

  // MARK: Who and where

  /// The school of `--skole`.
  func school(in documents: Documents, for command: CommandName) throws(Failure) -> School {
    guard let typed = options.school else { throw .usage(.needsSchool(command: command.rawValue)) }
    return try documents.find(school: typed)
  }

  /// The colleague of `--som`, or the one whose login this is.
  func colleague(in documents: Documents) throws(Failure) -> Colleague? {
    if let typed = options.colleague { return try documents.find(colleague: typed) }
    return documents.colleagues.first { $0.login != nil && $0.login == environment.login }
  }

  /// The same where somebody has to answer for it.
  func actor(in documents: Documents, for command: CommandName) throws(Failure) -> Colleague {
    guard let colleague = try colleague(in: documents) else {
      throw .usage(.needsColleague(command: command.rawValue))
    }
    return colleague
  }
}

extension Settings.Language {
  var words: Words.Language {
    switch self {
    case .danish: .danish
    case .english: .english
    }
  }
}

extension Documents {
  /// A school by its id, in upper or lower case.
  func find(school typed: String) throws(Failure) -> School {
    if let school = schools.first(where: { Spelling.isSame($0.id.text, typed) }) { return school }
    let known = schools.map(\.id.text)
    throw .usage(.unknownID(typed, kind: .school, suggestion: Spelling.nearest(to: typed, among: known)))
  }

  /// A colleague by id.
  func find(colleague typed: String) throws(Failure) -> Colleague {
    if let colleague = colleagues.first(where: { Spelling.isSame($0.id.text, typed) }) { return colleague }
    let known = colleagues.map(\.id.text)
    let suggestion = Spelling.nearest(to: typed, among: known)
    throw .usage(.unknownID(typed, kind: .colleague, suggestion: suggestion))
  }

  /// A topic by its code.
  func find(topic typed: String) throws(Failure) -> Topic.ID {
    if let topic = topicsInUse.first(where: { Spelling.isSame($0.id.text, typed) }) { return topic.id }
    let known = topicsInUse.map(\.id.text)
    throw .usage(.unknownID(typed, kind: .topic, suggestion: Spelling.nearest(to: typed, among: known)))
  }
}
