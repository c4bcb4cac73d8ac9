// Walks the data folder and compares kinds and rights with what they should be.

import Domain

/// Kinds and rights of everything in the folder.
struct RightsCheck {
  private(set) var findings: [CheckFinding] = []
  private static let folders: [String: UInt32] = [
    "log": FolderRights.log, "handovers": FolderRights.handovers, "releases": FolderRights.releases,
  ]

  /// What a demo that is kept has of its own: state and cache, which elsewhere are in the home folder.
  private static let demo = ".demo"

  init(folder: String) throws(SystemError) {
    let top = try Directory(named: folder)
    judge(try top.facts(), file: ".", expected: FolderRights.top)
    let documents = Set(DocumentName.allCases.map(\.file) + ["id"])
    let names = try top.names()
    for name in Self.folders.keys.sorted() where !names.contains(name) {
      findings.append(.missingFolder(file: name))
    }
    for name in names {
      let facts = try top.facts(of: name)
      if let rights = Self.folders[name] {
        guard facts.kind == .folder else {
          findings.append(.notAFile(file: name))
          continue
        }
        judge(facts, file: name, expected: rights)
      } else if name == Self.demo, facts.kind == .folder {
        judge(facts, file: name, expected: 0o2700)
      } else if documents.contains(name) {
        judgeFile(facts, file: name, expected: FolderRights.document)
      } else {
        findings.append(facts.kind == .link ? .notAFile(file: name) : Self.stray(name, name))
      }
    }
    walk(top, "handovers", expected: FolderRights.handover)
    walk(top, "releases", expected: FolderRights.document)
    if let log = try? top.folder("log") { walkWriters(log) }
  }

  /// A file that has no business where it stands.
  static func stray(_ file: String, _ name: String) -> CheckFinding {
    TemporaryName.isOne(name) ? .leftover(file: file) : .foreignFile(file: file)
  }

  private mutating func walkWriters(_ log: borrowing Directory) {
    for writer in (try? log.names()) ?? [] where WriterName(writer) != nil {
      // What is no folder is found when the log is read.
      guard let facts = try? log.facts(of: writer), facts.kind == .folder else { continue }
      judge(facts, file: "log/" + writer, expected: FolderRights.writer)
      guard let place = try? log.folder(writer) else { continue }
      for name in (try? place.names()) ?? [] {
        guard let facts = try? place.facts(of: name), facts.kind == .file else { continue }
        judge(facts, file: "log/" + writer + "/" + name, expected: FolderRights.segment)
      }
    }
  }

  private mutating func walk(_ top: borrowing Directory, _ name: String, expected: UInt32) {
    guard let place = try? top.folder(name) else { return }
    for entry in (try? place.names()) ?? [] {
      guard let facts = try? place.facts(of: entry) else { continue }
      judgeFile(facts, file: name + "/" + entry, expected: expected)
    }
  }

  private mutating func judgeFile(_ facts: FileFacts, file: String, expected: UInt32) {
    guard facts.kind == .file else {
      findings.append(.notAFile(file: file))
      return
    }
    judge(facts, file: file, expected: expected)
  }

  /// Rights for all are an error, other surplus a warning. Group write on a document is the mask of
  /// an ACL, or the second coordinator.
  private mutating func judge(_ facts: FileFacts, file: String, expected: UInt32) {
    let rights = facts.rights
    if FolderRights.isOpenToAll(rights) {
      findings.append(.openToAll(file: file, rights: rights))
      return
    }
    let isDocument = expected == FolderRights.document && !file.hasPrefix("log/")
    let allowed = expected | (isDocument ? 0o020 : 0) | (file == "." ? 0o020 : 0)
    if rights & 0o777 & ~allowed != 0 {
      findings.append(.looseRights(file: file, rights: rights, expected: expected))
    } else if expected & 0o020 & ~rights != 0 || expected & 0o1000 & ~rights != 0 {
      findings.append(.tightRights(file: file, rights: rights, expected: expected))
    }
  }
}
