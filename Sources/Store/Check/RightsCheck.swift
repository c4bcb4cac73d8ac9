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
    judge(try top.facts(), file: ".", expected: FolderRights.top) { top.hasAccessList() }
    let documents = Set(DocumentName.allCases.map(\.file) + ["id"])
    let names = try top.names()
    for name in Self.folders.keys.sorted() where !names.contains(name) {
      findings.append(.missingFolder(file: name))
    }
    for name in names {
      // What went since the names were listed was never meant to stay.
      guard let facts = try? top.facts(of: name) else { continue }
      if let rights = Self.folders[name] {
        guard facts.kind == .folder else {
          findings.append(.notAFile(file: name))
          continue
        }
        judge(facts, file: name, expected: rights)
        if let error = Self.refusal(of: name, in: top) {
          findings.append(.unreadable(file: name, error: error))
        }
      } else if name == Self.demo, facts.kind == .folder {
        judge(facts, file: name, expected: 0o2700)
      } else if documents.contains(name) {
        judgeFile(facts, file: name, expected: FolderRights.document) {
          (try? top.reader(name).hasAccessList()) ?? true
        }
      } else {
        let isCopy = facts.kind == .file && Self.isDocument(name, in: top)
        findings.append(
          facts.kind == .link
            ? .notAFile(file: name) : isCopy ? .conflictCopy(file: name) : Self.stray(name, name))
      }
    }
    walk(top, "handovers", expected: FolderRights.handover)
    walk(top, "releases", expected: FolderRights.document)
    if let log = try? top.folder("log") { walkWriters(log) }
  }

  /// A file that has no business where it stands.
  static func stray(_ file: String, _ name: String) -> CheckFinding {
    if TemporaryName.isOne(name) { return .leftover(file: file) }
    return isConflictCopy(name) ? .conflictCopy(file: file) : .foreignFile(file: file)
  }

  /// A second version that a synchroniser has made: each of them says so in the name.
  static func isConflictCopy(_ name: String) -> Bool {
    name.hasSuffix(".json") && name.lowercased().contains("conflict")
  }

  /// Whether a file of another name holds a document: its list, or what settings have.
  private static func isDocument(_ name: String, in top: borrowing Directory) -> Bool {
    guard !name.hasPrefix("."), let bytes = try? top.reader(name).bytes(limit: 8 << 20),
      let document = JSONValue(document: bytes)
    else { return false }
    return DocumentName.allCases.contains { wanted in
      if case .list? = document[wanted.rawValue] { return true }
      return wanted == .settings && document["retentionWeeks"] != nil && document["professions"] != nil
    }
  }

  /// Why the names in a folder cannot be had.
  private static func refusal(of name: String, in top: borrowing Directory) -> SystemError? {
    do throws(SystemError) { _ = try top.folder(name).names() } catch { return error }
    return nil
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

  private mutating func judgeFile(
    _ facts: FileFacts, file: String, expected: UInt32, hasAccessList: () -> Bool = { false }
  ) {
    guard facts.kind == .file else {
      findings.append(.notAFile(file: file))
      return
    }
    judge(facts, file: file, expected: expected, hasAccessList: hasAccessList)
  }

  /// Rights for all are an error, others that are too many or too few a warning. Of what has an access
  /// list, the rights of the group are the list's mask and say nothing of the group.
  private mutating func judge(
    _ facts: FileFacts, file: String, expected: UInt32, hasAccessList: () -> Bool = { false }
  ) {
    let rights = facts.rights
    if FolderRights.isOpenToAll(rights) {
      findings.append(.openToAll(file: file, rights: rights))
      return
    }
    if rights & 0o777 & ~expected != 0 {
      let isMask = rights & 0o777 & ~expected & ~0o070 == 0
      if isMask && hasAccessList() { return }
      findings.append(.looseRights(file: file, rights: rights, expected: expected))
    } else if expected & ~rights != 0 {
      findings.append(.tightRights(file: file, rights: rights, expected: expected))
    }
  }
}
