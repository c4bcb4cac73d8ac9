// `tjek`: all that is wrong with a folder, also with one that cannot be used.

import Domain
import Reports
import Store

extension Context {
  /// Lists the findings; the exit code says whether there are any.
  func check(isDeep: Bool) throws(Failure) -> ExitCode {
    try console.requireOutput()
    let place = place()
    let folder: DataFolder?
    do throws(Failure) { folder = try openFolder() } catch {
      // A folder with a broken identity is what this command is for; one that is not there is not.
      if case .folder(.missing) = error { throw error }
      folder = nil
    }
    let context = folder.map(speaking) ?? self
    let report = try run(at: folder?.path ?? place.path, folder, isDeep: isDeep)
    try context.show(report)
    return report.isOK ? .done : .findings
  }

  private func run(at path: String, _ folder: DataFolder?, isDeep: Bool) throws(Failure) -> CheckReport {
    var percent = -1
    let progress = { (done: Int, total: Int) in
      guard total > 0, done * 100 / total > percent else { return }
      percent = done * 100 / total
      console.showProgress(words("cli.check.progress", ["percent": String(percent)]))
    }
    defer { console.showProgress("") }
    do throws(SystemError) {
      // A folder whose identity is damaged has no state of its own to look in.
      let nameless = machine.environment.statePath(store: "nameless", realPath: path)
      let state = folder?.statePath ?? nameless
      return try Check.run(folder: path, state: state, isDeep: isDeep, now: now, progress: progress)
    } catch {
      throw .system(error)
    }
  }

  private func show(_ report: CheckReport) throws(Failure) {
    let sentences = CheckSentences(words: words, documents: report.documents)
    if options.isJSON { return try console.print(sentences.json(report).description) }
    for finding in report.findings { try console.print(sentences.line(finding)) }
    let values: KeyValuePairs = [
      "count": words.number(report.findings.count), "records": words.number(report.records),
      "writers": words.number(report.writers),
    ]
    console.say(words(report.isOK ? "cli.check.ok" : "cli.check.found", values))
  }
}
