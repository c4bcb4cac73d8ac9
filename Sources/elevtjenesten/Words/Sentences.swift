// The one place that makes sentences of what went wrong on the command line.

import Domain
import Glibc
import Guard
import Reports
import Resources
import Store
import Terminal

/// Sentences about failures, in the language of the interface.
struct Sentences {
  let words: Words
  /// Names of schools and colleagues, where the folder was read.
  var documents: Documents?

  /// What went wrong and what to do about it.
  func sentence(_ failure: Failure) -> String {
    switch failure {
    case .usage(let error): usage(error)
    case .counting(let refusal): words.refusal(refusal)
    case .handover(let refusal): words.refusal(refusal, name: { name($0) })
    case .giving(let refusal): words.refusal(refusal, name: name(refusal.colleague))
    case .message(let refusal): message(refusal)
    case .importing(let refusal): importing(refusal)
    case .absence(let refusal): absence(refusal)
    case .forgetting(let refusal): forgetting(refusal)
    case .readOnly(let reason): words.readOnly(reason)
    case .save(let failure): words.notSaved(failure)
    case .clock(.unknownZone(let name)): words("cli.clock.zone", ["zone": name])
    case .demo(.noOpenDays(let weeks)): words("cli.demo.noOpenDays", ["weeks": String(weeks)])
    case .terminal(let error): terminal(error)
    case .release(let refusal, let period): words.refusal(refusal, of: period)
    case .week(let refusal): words.refusal(refusal)
    case .output(let code, let id, let isSaved): output(code, id, isSaved: isSaved)
    case .folder(let failure): folder(failure)
    case .system(let error), .creation(.system(let error)): system(error)
    case .export(.failed(let failure)): words.notSaved(failure)
    case .export(.wouldReplace(let paths)):
      words("cli.export.taken", ["path": paths.joined(separator: ", ")])
    case .export(.badName(let name)): words("cli.export.badName", ["name": name])
    case .creation(.notEmpty(let path)), .creation(.notAFolder(let path)): folder(.taken(path: path))
    }
  }

  func name(_ id: Colleague.ID?) -> String {
    guard let id else { return words("cli.somebody") }
    return documents?.colleague(id)?.name ?? id.text
  }

  func name(_ id: School.ID) -> String { documents?.school(id)?.name ?? id.text }

  private func output(_ code: Int32, _ id: RecordID?, isSaved: Bool) -> String {
    let why = words.systemReason(code)
    guard let id else { return words(isSaved ? "cli.output.saved" : "cli.output", ["why": why]) }
    return words("cli.output.recorded", ["why": why, "id": id.description])
  }

  private func folder(_ failure: FolderFailure) -> String {
    switch failure {
    case .missing(let path, isNamed: true): words("cli.folder.missing", ["path": path])
    case .missing(let path, isNamed: false): words("cli.folder.none", ["path": path])
    case .notOurs(let path): words("cli.folder.notOurs", ["path": path])
    case .laterVersion(let version, let path):
      words("cli.folder.later", ["path": path, "version": String(version)])
    case .taken(let path): words("cli.folder.taken", ["path": path])
    case .notDemo(let path): words("cli.folder.notDemo", ["path": path])
    case .broken(let subject, let path): words("cli.folder.broken", ["file": subject.file, "path": path])
    }
  }

  func system(_ error: SystemError) -> String {
    let values: KeyValuePairs = [
      "path": FileName.shown(Guard.masked(path: error.path)), "why": words.systemReason(error.code),
      "call": error.call.rawValue,
    ]
    if error.isWrongKind { return words("cli.system.kind", values) }
    if error.isDenied { return words("cli.system.denied", values) }
    if error.isFull { return words("cli.system.full", values) }
    if error.isMissing { return words("cli.system.missing", values) }
    return words("cli.system.other", values)
  }

  private func terminal(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal(.input): words("cli.terminal.input")
    case .notATerminal(.output): words("cli.terminal.output")
    case .noTerminalName: words("cli.terminal.unnamed")
    case .dumb(let name): words("cli.terminal.dumb", ["name": name])
    case .unknownTerminal(let name): words("cli.terminal.unknown", ["name": name])
    case .noTerminalDatabase(let name): words("cli.terminal.database", ["name": name])
    case .noUTF8Locale: words("cli.terminal.locale")
    case .system(let code): words("cli.terminal.system", ["why": words.systemReason(code)])
    }
  }
}

extension Words {
  /// What an error number of the system means, for those that people meet; the number of any other.
  func systemReason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: self("cause.denied")
    case ENOENT: self("cause.missing")
    case ENOTDIR: self("cause.notAFolder")
    case EISDIR: self("cause.folder")
    case ELOOP: self("cause.link")
    case ENXIO, ENODEV: self("cause.device")
    case EIO: self("cause.disk")
    case ENOSPC, EDQUOT: self("cause.full")
    case EFBIG: self("cause.tooLarge")
    case EROFS: self("cause.readOnly")
    case EPIPE, EBADF: self("cause.closed")
    case ETIMEDOUT, ESTALE, EHOSTDOWN, ENETDOWN, ENOTCONN: self("cause.away")
    default: self("cause.other", ["code": String(code)])
    }
  }
}
