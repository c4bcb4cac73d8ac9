// Loads the documents, all faults at once, and replaces them whole when the program changes them.

import Domain

/// The documents of one data folder.
package struct DocumentStore: Sendable {
  package let folder: String
  /// The cache folder of the store; nil keeps no last good copies.
  package let cache: String?
  /// More than this no document of a municipality can need.
  private static let limit = 8 << 20

  package init(folder: String, cache: String?) {
    self.folder = folder
    self.cache = cache
  }

  /// Loads and checks all documents. Never fails: what is broken is told, and replaced by the last
  /// good copy.
  package func load() -> LoadedDocuments {
    var loaded = LoadedDocuments()
    for name in DocumentName.allCases { load(name, into: &loaded) }
    loaded.faults += loaded.referenceFaults()
    loaded.documents = loaded.documents.withReferencesResolved()
    return loaded
  }

  private func load(_ name: DocumentName, into loaded: inout LoadedDocuments) {
    let faults = FaultList(name)
    do throws(SystemError) { loaded.take(try read(name), faults) } catch {
      faults.note(error.isMissing ? .noFile : .unreadable(error), at: "")
    }
    loaded.faults += faults.faults
    loaded.sources[name] = .file
    if !faults.faults.contains(where: \.breaksDocument) {
      // A refused text stands in the folder by somebody's hand; no copy of it is made.
      if !faults.faults.contains(where: \.isRefusedText) { keepGoodCopy(of: name, loaded.bytes[name]) }
    } else if let copy = goodCopy(of: name) {
      let found = loaded.found[name]
      loaded.values[name] = copy
      loaded.take(copy, FaultList(name))
      loaded.found[name] = found
      loaded.sources[name] = .lastGoodCopy
    } else {
      loaded.sources[name] = .whatCouldBeRead
    }
  }

  func read(_ name: DocumentName) throws(SystemError) -> [UInt8] {
    let file = try Directory(named: folder).reader(name.file)
    return try file.bytes(limit: Self.limit)
  }

  // MARK: Last good copies

  private func keepGoodCopy(of name: DocumentName, _ bytes: [UInt8]?) {
    guard let cache, let bytes else { return }
    // The cache may be deleted, full or forbidden at any time; then there is no copy, and that is all.
    guard let place = try? StateFolder(path: cache + "/documents"),
      (try? place.contents(of: name.file)) != bytes
    else { return }
    try? place.replace(name.file, with: bytes)
  }

  private func goodCopy(of name: DocumentName) -> JSONValue? {
    guard let cache, let place = try? Directory(named: cache + "/documents"),
      let bytes = try? place.reader(name.file).bytes(limit: Self.limit)
    else { return nil }
    return JSONValue(document: bytes)
  }
}
