// What is said of files that were exported, or that were not.

import Domain

extension Desk {
  /// The files are written: say where.
  mutating func exported(_ paths: [String]) -> [Request] {
    let more = paths.count - 1
    let path = paths.first ?? ""
    if more > 0 {
      say("saved.exported.many", ["path": path, "count": String(more)])
    } else {
      say("saved.exported.one", ["path": path])
    }
    return []
  }

  /// A file that is there is only replaced by somebody who has said so.
  mutating func askToReplace(_ names: [String], by request: Request) -> [Request] {
    guard case .export(let files, _) = request else { return [] }
    return ask(.replace(files, names))
  }

  /// Nothing was written. The log is as good as before, so the desk goes on recording.
  mutating func notExported(_ failure: SaveFailure) -> [Request] {
    toast = Toast(text: words("failure.notExported", ["why": words.why(failure)]), tone: .failed)
    return []
  }
}
