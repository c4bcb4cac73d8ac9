// Sentences for what `tjek` finds, and its JSON.

import Domain
import Guard
import Reports
import Resources
import Store

/// The findings of a check, for people and for programs.
struct CheckSentences {
  let words: Words
  /// Names of schools and colleagues, where they are known.
  var documents: Documents?

  func json(_ report: CheckReport) -> JSON {
    [
      "ok": .bool(report.isOK), "records": .integer(report.records), "writers": .integer(report.writers),
      "findings": .list(
        report.findings.map { finding in
          [
            "severity": .text(finding.severity.rawValue), "code": .text(finding.code),
            "file": .text(FileName.shown(masked(finding.file))), "offset": .optional(finding.offset),
            "message": .text(sentence(finding)),
          ]
        }),
    ]
  }

  /// One line: how bad, where, what.
  func line(_ finding: CheckFinding) -> String {
    let text = words("cli.check." + finding.severity.rawValue) + " " + masked(finding.file) + ": "
    return FileName.shown(text + sentence(finding))
  }

  private func sentence(_ finding: CheckFinding) -> String {
    switch finding {
    case .log(let finding): return sentence(finding)
    case .document(let fault): return sentence(fault)
    case .identity(.laterVersion(let version, _)):
      return words("cli.check.later-identity", ["version": String(version)])
    case .unreadable(_, let error):
      return words("cli.log.unreadable", ["why": words.systemReason(error.code)])
    case .identity, .notAFile, .conflictCopy, .overdueText, .foreignFile, .missingFolder,
      .handoverWithoutEntry, .entryWithoutOffer,
      .fileAfterEnd, .brokenHandoverFile, .newerHandoverFile, .refusedHandoverText, .brokenRelease,
      .changedRelease,
      .missingRelease, .unrecordedRelease, .secondRelease, .leftover, .overdueForgetting:
      return words("cli.check." + finding.code)
    case .openToAll(_, let rights): return words("cli.check.open-to-all", ["rights": Self.octal(rights)])
    case .looseRights(_, let rights, let expected), .tightRights(_, let rights, let expected):
      return words(
        "cli.check." + finding.code, ["rights": Self.octal(rights), "expected": Self.octal(expected)])
    case .unknownID(_, let id, let records):
      return words("cli.check.unknown-id", ["id": shown(id), "records": String(records)])
    case .conflictingBodies(let id): return words("cli.check.conflicting-bodies", ["id": id.description])
    case .rosterByOther(let by, _, _): return words("cli.check.roster-by-other", ["by": shown(by.text)])
    case .week(let finding): return words.sentence(finding, in: documents)
    case .personalWriter(_, let colleague):
      return words("cli.check.personal-writer", ["who": shown(colleague.text)])
    case .leftBehind(let consequence):
      let names = documents ?? Documents(settings: Settings(name: ""))
      return ConsequenceWords(words, before: names, after: names).lasting(consequence)
    }
  }

  private func sentence(_ finding: LogFinding) -> String {
    let key = "cli.log." + finding.code
    switch finding {
    case .tornTail(_, let offset, isAbandoned: true):
      return words("cli.log.torn-tail.old", ["offset": String(offset)])
    case .badLine, .badBody, .tornTail, .newerVersion:
      return words(key, ["offset": String(finding.offset ?? 0)])
    case .gap(_, let missing), .duplicates(_, let missing):
      return words(key, ["numbers": Self.range(missing)])
    case .brokenChain(_, let sequence), .fork(_, let sequence):
      return words(key, ["numbers": String(sequence)])
    case .shortened(_, let size, let expected):
      return words(key, ["size": String(size), "expected": String(expected)])
    case .missingFile(_, let other?): return words(key, ["other": masked(other)])
    case .missingFile(_, namedIn: nil): return words("cli.log.missing-own")
    case .unreadable(_, let error): return words(key, ["why": words.systemReason(error.code)])
    case .unknownKind(_, let kind, let count):
      return words(key, ["kind": shown(kind), "count": String(count)])
    case .wrongHead, .conflictCopy, .foreignFile, .leftover, .notAFile: return words(key)
    }
  }

  /// `colleagues[3].profession: ukendt: "psykolg". Mente du "psykolog"?`
  private func sentence(_ fault: DocumentFault) -> String {
    let text = problem(fault.problem)
    return fault.path.isEmpty ? text : fault.path + ": " + text
  }

  /// What is wrong with a field.
  func problem(_ problem: DocumentFault.Problem) -> String {
    switch problem {
    case .noFile: words("cli.fault.noFile")
    case .unreadable(let error): words("cli.fault.unreadable", ["why": words.systemReason(error.code)])
    case .notJSON(let line): words("cli.fault.notJSON", ["line": String(line)])
    case .laterVersion(let version): words("cli.fault.laterVersion", ["version": version])
    case .missing: words("cli.fault.missing")
    case .wrongType(let expected):
      words("cli.fault.wrongType", ["kind": words("cli.fault." + expected.rawValue)])
    case .unknownWord(let found, let suggestion):
      suggesting(words("cli.fault.unknownWord", ["found": found]), suggestion)
    case .unknownReference(let found, let suggestion):
      suggesting(words("cli.fault.unknownReference", ["found": found]), suggestion)
    case .badID(let found): words("cli.fault.badID", ["found": found])
    case .duplicateID(let found): words("cli.fault.duplicateID", ["found": found])
    case .sameID(let found, let first):
      words("cli.fault.sameID", ["found": found, "first": first])
    case .duplicateKey: words("cli.fault.duplicateKey")
    case .badDate: words("cli.fault.badDate")
    case .badTime: words("cli.fault.badTime")
    case .badSchoolYear: words("cli.fault.badSchoolYear")
    case .badKey: words("cli.fault.badKey")
    case .reversed: words("cli.fault.reversed")
    case .closedBeforeOpened(let day):
      words("cli.fault.closedBeforeOpened", ["day": day.description])
    case .overlapping: words("cli.fault.overlapping")
    case .outOfRange(let value, let allowed):
      words(
        "cli.fault.outOfRange",
        [
          "value": String(value), "low": String(allowed.lowerBound), "high": String(allowed.upperBound),
        ])
    case .tooEarly(let earliest): words("cli.fault.tooEarly", ["day": words.shortDateAndYear(earliest)])
    case .outsideSchoolYear: words("cli.fault.outsideSchoolYear")
    case .empty: words("cli.fault.empty")
    case .tooLong(let limit): words("cli.fault.tooLong", ["limit": String(limit)])
    case .controlCharacter: words("cli.fault.controlCharacter")
    case .refusedText(let characters):
      words(
        "cli.fault.refusedText",
        ["from": String(characters.lowerBound), "to": String(characters.upperBound)])
    }
  }

  private func suggesting(_ sentence: String, _ suggestion: String?) -> String {
    guard let suggestion else { return sentence }
    return sentence + ". " + words("cli.usage.suggestion", ["word": suggestion])
  }

  /// The name of a file or folder; one that looks like a number is shown without its digits.
  private func masked(_ path: String) -> String { Guard.masked(path: path) }

  private func shown(_ id: String) -> String { Sentences(words: words).shown(id) }

  private static func octal(_ rights: UInt32) -> String { String(rights, radix: 8) }

  private static func range(_ numbers: ClosedRange<Int>) -> String {
    numbers.count == 1 ? String(numbers.lowerBound) : "\(numbers.lowerBound)–\(numbers.upperBound)"
  }
}
