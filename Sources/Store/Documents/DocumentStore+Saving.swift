// Replaces a document: only the entries that were changed, on top of what others have written since.

import Domain
import Glibc

extension DocumentStore {
  /// Writes the entries of one document that differ between `documents` and what was loaded.
  ///
  /// Keys this program does not know are kept. If the file was changed by somebody else since it was
  /// loaded, their entries stay; where both changed the same entry nothing is written. Returns all
  /// documents as they are afterwards.
  package func save(
    _ name: DocumentName, of documents: Documents, over loaded: LoadedDocuments, random: UInt64
  ) throws(SaveFailure) -> LoadedDocuments {
    let path = folder + "/" + name.file
    let current: [UInt8]
    do throws(SystemError) { current = try read(name) } catch {
      throw SaveFailure(error)
    }
    // A broken file holds what somebody meant to write; it is not overwritten with an older copy.
    guard loaded.sources[name] == .file, let base = loaded.values[name],
      let present = current == loaded.bytes[name] ? base : JSONValue(document: current)
    else { throw .changedMeanwhile(path: path) }
    let edit = DocumentEdit(
      name: name, before: loaded.documents, after: documents, base: base, present: present)
    guard let merged = edit.merged() else { throw .changedMeanwhile(path: path) }
    let bytes = merged.document
    // What is written must be readable: the checks of loading hold for the program's own changes too.
    let faults = FaultList(name)
    var check = loaded
    check.take(merged, faults)
    if let fault = faults.faults.first(where: { $0.breaksDocument || $0.isRefusedText }) {
      throw .inputOutput(call: "check", path: name.file + ": " + fault.path, code: EINVAL)
    }
    try replace(name, expecting: current, with: bytes, random: random)
    return load()
  }

  /// Compares once more, replaces, and reads again.
  private func replace(
    _ name: DocumentName, expecting current: [UInt8], with bytes: [UInt8], random: UInt64
  ) throws(SaveFailure) {
    let path = folder + "/" + name.file
    do throws(SystemError) {
      let root = try Directory(named: folder)
      guard try read(name) == current else { throw SystemError(.rename, code: changed, path: path) }
      // What an access list allows stays with the list; the group itself gets no right to write.
      let rights = try root.facts(of: name.file).rights & ~0o022
      try NewFile.replace(name.file, in: root, bytes: bytes, rights: rights, random: random)
      guard try read(name) == bytes else { throw SystemError(.rename, code: changed, path: path) }
    } catch {
      if error.code == changed { throw .changedMeanwhile(path: path) }
      throw SaveFailure(error)
    }
  }

  /// Somebody else's file stands there.
  private var changed: Int32 { ESTALE }
}

/// The difference between two states of a document, put on top of a third.
private struct DocumentEdit {
  let name: DocumentName
  let before: Documents
  let after: Documents
  /// The JSON that was loaded, and the JSON that stands in the file now.
  let base: JSONValue
  let present: JSONValue

  /// The new document; nil when somebody else changed what is to be changed.
  func merged() -> JSONValue? {
    guard case .object(var root) = present else { return nil }
    guard let old = DocumentEncoding.entries(of: name, in: before),
      let new = DocumentEncoding.entries(of: name, in: after)
    else {
      let changes = changes(
        from: DocumentEncoding.settings(before.settings), to: DocumentEncoding.settings(after.settings))
      guard let settings = merged(changes, base: base, present: present) else { return nil }
      return settings
    }
    guard var entries = list(present) else { return nil }
    let baseEntries = index(list(base) ?? [])
    let oldByKey = Dictionary(old.map { ($0.key, $0.members) }) { $1 }
    for entry in new where oldByKey[entry.key] != entry.members {
      let place = entries.firstIndex { DocumentEncoding.key(of: $0, in: name) == entry.key }
      let changes = changes(from: oldByKey[entry.key] ?? [:], to: entry.members)
      if let place {
        guard
          let merged = merged(changes, base: baseEntries[entry.key] ?? .object([:]), present: entries[place])
        else { return nil }
        entries[place] = merged
      } else if oldByKey[entry.key] != nil {
        return nil  // Somebody else has taken the entry out.
      } else {
        entries.append(.object(entry.members))
      }
    }
    let kept = Set(new.map(\.key))
    for key in oldByKey.keys where !kept.contains(key) {
      guard let place = entries.firstIndex(where: { DocumentEncoding.key(of: $0, in: name) == key }) else {
        continue
      }
      guard entries[place] == baseEntries[key] else { return nil }
      entries.remove(at: place)
    }
    root[name.rawValue] = .list(entries)
    if name == .topics { root["version"] = .integer(version(of: entries)) }
    return .object(root)
  }

  /// Every change of the topic list is a version of its own, also when two were made at one time.
  private func version(of entries: [JSONValue]) -> Int {
    let isChanged = present[name.rawValue] != .list(entries)
    guard case .integer(let now)? = present["version"] else { return after.topicsVersion }
    return max(after.topicsVersion, isChanged ? now + 1 : now)
  }

  /// The members that are to be replaced, and as nil those that are to go.
  private func changes(from old: [String: JSONValue], to new: [String: JSONValue]) -> [String: JSONValue?] {
    var changes: [String: JSONValue?] = new.filter { old[$0.key] != $0.value }.mapValues { $0 }
    for key in old.keys where new[key] == nil { changes.updateValue(nil, forKey: key) }
    return changes
  }

  /// The object in the file with the changed keys replaced; nil when another hand was there first.
  private func merged(_ changes: [String: JSONValue?], base: JSONValue, present: JSONValue) -> JSONValue? {
    guard case .object(var members) = present, case .object(let loaded) = base else { return nil }
    for (key, value) in changes {
      let now = members[key] ?? .null
      guard now == loaded[key] ?? .null || now == value ?? .null else { return nil }
      members[key] = value
    }
    return .object(members)
  }

  private func list(_ document: JSONValue) -> [JSONValue]? {
    guard case .list(let entries)? = document[name.rawValue] else { return nil }
    return entries
  }

  private func index(_ entries: [JSONValue]) -> [String: JSONValue] {
    Dictionary(
      entries.compactMap { entry in DocumentEncoding.key(of: entry, in: name).map { ($0, entry) } }
    ) { $1 }
  }
}
