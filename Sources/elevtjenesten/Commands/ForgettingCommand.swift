// `slet-gamle`: what is due to be forgotten, and forgetting it.

import Domain
import Reports
import Resources
import Store

extension Context {
  /// Lists what is due; with `isCarriedOut` only sums of it remain afterwards. What the caller's rights do
  /// not allow is named, and the exit code says that something was left. With a file it is that one alone,
  /// due or not.
  func forget(_ file: String?, isCarriedOut: Bool) throws(Failure) -> ExitCode {
    try console.requireOutput()
    let folder = try openFolder()
    let context = speaking(for: folder)
    // The duty of a forgotten week is summed up by what schools, colleagues and calendar say.
    if isCarriedOut {
      for document in [DocumentName.settings, .schools, .colleagues, .calendar]
      where folder.loaded.broken.contains(document) {
        throw .folder(.broken(document, path: folder.path))
      }
    }
    var forgetter = try forgetter(of: folder, asking: file)
    guard isCarriedOut else {
      try context.show(ForgettingList(forgetter: forgetter, words: context.words), isDone: false)
      if file != nil { context.sayWhatComesAlong(forgetter) }
      return .done
    }
    if let reason = folder.readOnlyForForgetting(forgetter.findings) { throw .readOnly(reason) }
    if try endWeeks(before: forgetter, in: folder) {
      forgetter = try self.forgetter(of: folder, asking: file)
    }
    let list = ForgettingList(forgetter: forgetter, words: context.words)
    let report = try context.carryOut(forgetter, in: folder)
    try context.show(list.after(report), isDone: true)
    if file != nil {
      // What was derived from the file is made anew without it.
      if !report.done.isEmpty { folder.dropCache() }
      context.sayWhatStays(forgetter)
    }
    if report.failed.isEmpty { return .done }
    return report.denied.isEmpty ? .inputOutput : .noPermission
  }

  /// What is due; or one file that is asked for early.
  private func forgetter(of folder: DataFolder, asking file: String?) throws(Failure) -> Forgetter {
    let forgetter: Forgetter
    do throws(SystemError) {
      forgetter = try Forgetter(folder: folder.path, documents: folder.documents, now: now)
    } catch {
      throw .system(error)
    }
    guard let file else { return forgetter }
    do throws(Forgetting.EarlyRefusal) {
      return try forgetter.asked(for: file, state: folder.statePath, today: now.day)
    } catch {
      throw .forgetting(error)
    }
  }

  /// Weeks whose records are about to go are ended first, and what has come to ended ones is taken in. False
  /// where nothing is about to go. A folder that nothing can be recorded in still forgets.
  private func endWeeks(before forgetter: Forgetter, in folder: DataFolder) throws(Failure) -> Bool {
    let weeks = forgetter.due.flatMap(\.file.weeks)
    guard !weeks.isEmpty else { return false }
    let (ender, recorder) = (WeekEnder(folder: folder, clock: clock), Recorder(folder))
    do throws(WeekTrouble) {
      _ = try ender.endWeeks(recorder: recorder)
      try ender.takeInLate(of: weeks, recorder: recorder)
    } catch {
      if case .readOnly = error { return false }
      throw Failure(error)
    }
    return true
  }

  private func carryOut(_ forgetter: Forgetter, in folder: DataFolder) throws(Failure) -> ForgettingReport {
    defer { console.showProgress("") }
    let recorder = Recorder(folder)
    do throws(SaveFailure) {
      let report = try recorder.forget(forgetter) { done in
        let values: KeyValuePairs = ["done": String(done), "count": String(forgetter.due.count)]
        console.showProgress(words("cli.forget.progress", values))
      }
      // Texts that have had their time go as well.
      recorder.sweep(desk: nil, on: now.day)
      return report
    } catch {
      throw .save(error)
    }
  }

  /// What forgetting a file early does besides, before it is done.
  private func sayWhatComesAlong(_ forgetter: Forgetter) {
    let codes = forgetter.due.reduce(0) { $0 + forgetter.refusedCodes(in: $1.file) }
    console.say(words("cli.forget.early", ["codes": String(codes)]))
    sayWhatStays(forgetter)
  }

  /// Where such a code stays all the same, and what to do about it.
  private func sayWhatStays(_ forgetter: Forgetter) {
    if forgetter.due.contains(where: { forgetter.isWriterRefused(of: $0.file) }) {
      console.say(words("cli.forget.writerName"))
    }
    let releases = forgetter.releasesWithRefusedCodes
    if !releases.isEmpty {
      console.say(words("cli.forget.releases", ["files": releases.joined(separator: ", ")]))
    }
  }

  private func show(_ list: ForgettingList, isDone: Bool) throws(Failure) {
    if options.isJSON { return try console.print(list.json.description, isSaved: isDone) }
    if !list.table.rows.isEmpty { try console.print(list.table.text, isSaved: isDone) }
    for sentence in list.sentences(isDone: isDone) { console.say(sentence) }
  }
}

/// What is due, or was, for people and for other programs.
struct ForgettingList {
  private let forgetter: Forgetter
  private let words: Words
  private var report: ForgettingReport?

  init(forgetter: Forgetter, words: Words) {
    self.forgetter = forgetter
    self.words = words
  }

  /// The same after it was done.
  func after(_ report: ForgettingReport) -> ForgettingList {
    var list = self
    list.report = report
    return list
  }

  var table: TextTable {
    TextTable(
      columns: [
        .init(words("cli.forget.file")), .init(words("cli.forget.why")), .init(words("cli.forget.since")),
        .init(words("cli.forget.records"), isNumber: true), .init(words("cli.forget.state")),
      ],
      rows: forgetter.due.map { due in
        [
          due.file.path, words("cli.forget.reason." + due.reason.rawValue), due.since?.description ?? "–",
          String(forgetter.records(in: due.file)), state(of: due.file),
        ]
      })
  }

  private func state(of file: LoggedFile) -> String {
    guard let report else { return words(forgetter.isAllowed(file) ? "cli.forget.due" : "cli.forget.denied") }
    guard let failure = report.failed.first(where: { $0.path == file.path }) else {
      return words("cli.forget.done")
    }
    return failure.error.isDenied ? words("cli.forget.denied") : words("cli.forget.failed")
  }

  func sentences(isDone: Bool) -> [String] {
    guard !forgetter.due.isEmpty else { return [words("cli.forget.nothing")] }
    var sentences: [String] = []
    let denied: Int
    if let report {
      sentences.append(words("cli.forget.summary", ["count": String(report.done.count)]))
      denied = report.denied.count
      if report.failed.count > denied {
        sentences.append(words("cli.forget.again", ["count": String(report.failed.count - denied)]))
      }
    } else {
      sentences.append(words("cli.forget.offer", ["count": String(forgetter.due.count)]))
      denied = forgetter.due.count { !forgetter.isAllowed($0.file) }
    }
    if denied > 0 { sentences.append(words("cli.forget.rights", ["count": String(denied)])) }
    return sentences
  }

  var json: JSON {
    .list(
      forgetter.due.map { due in
        [
          "file": .text(due.file.path), "reason": .text(due.reason.rawValue),
          "since": .optional(due.since?.description),
          "records": .integer(forgetter.records(in: due.file)),
          "allowed": .bool(forgetter.isAllowed(due.file)),
          "done": .bool(report?.done.contains(due.file.path) ?? false),
        ]
      })
  }
}
