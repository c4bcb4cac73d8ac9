// The documents as they were found: the values, the bytes they came from, and all faults.

import Domain

/// What loading the documents brought.
package struct LoadedDocuments: Equatable, Sendable {
  /// Where the content in use came from.
  package enum Source: Equatable, Sendable {
    case file
    /// The file is broken; this is what it held when it was last right.
    case lastGoodCopy
    /// The file is broken and no copy is known: what could be read of it.
    case whatCouldBeRead
  }

  package var documents: Documents
  package var faults: [DocumentFault] = []
  package var sources: [DocumentName: Source] = [:]
  /// The bytes of each file as found; nil when it could not be read.
  var bytes: [DocumentName: [UInt8]] = [:]
  /// The document in use as JSON, to keep what this program does not know.
  var values: [DocumentName: JSONValue] = [:]
  /// What stands in each file, also where something else is in use; nil where it is no JSON.
  var found: [DocumentName: JSONValue] = [:]

  init() { documents = Documents(settings: Settings(name: "")) }

  /// Documents that cannot be used as they stand in the folder.
  package var broken: Set<DocumentName> {
    Set(sources.filter { $0.value != .file }.map(\.key))
  }
}

extension LoadedDocuments {
  /// What loading makes of one document's bytes, without a folder.
  package init(_ bytes: [UInt8], as name: DocumentName) {
    self.init()
    let faults = FaultList(name)
    take(bytes, faults)
    self.faults = faults.faults + referenceFaults()
  }

  /// Reads a document's bytes into its place. The faults go to the list.
  mutating func take(_ bytes: [UInt8], _ faults: FaultList) {
    let name = faults.document
    self.bytes[name] = bytes
    let text: JSONText
    do throws(JSONText.Fault) { text = try JSONText(bytes) } catch {
      return faults.note(.notJSON(line: error.line), at: "")
    }
    for path in text.duplicates { faults.note(.duplicateKey, at: path) }
    checkVersion(text.value["version"], faults)
    values[name] = text.value
    take(text.value, faults)
  }

  /// The version of the format; that of the topics is the version of the list.
  private func checkVersion(_ value: JSONValue?, _ faults: FaultList) {
    switch value {
    case nil: break
    case .integer(let version)?:
      if version < 1 {
        faults.note(.outOfRange(version, allowed: 1...Int.max), at: "version")
      } else if faults.document != .topics, version > 1 {
        faults.note(.laterVersion(String(version)), at: "version")
      }
    case .number(let text)?:
      faults.note(
        text.utf8.allSatisfy { (0x30...0x39).contains($0) }
          ? .laterVersion(text) : .wrongType(expected: .number), at: "version")
    case .null?, .bool?, .string?, .list?, .object?:
      faults.note(.wrongType(expected: .number), at: "version")
    }
  }

  /// Reads a document's JSON into its place. The faults go to the list.
  mutating func take(_ value: JSONValue, _ faults: FaultList) {
    found[faults.document] = value
    switch faults.document {
    case .settings:
      if let settings = DocumentCoding.settings(value, faults) { documents.settings = settings }
    case .schools: documents.schools = DocumentCoding.schools(value, faults)
    case .colleagues: documents.colleagues = DocumentCoding.colleagues(value, faults)
    case .topics:
      documents.topics = DocumentCoding.topics(value, faults)
      if case .integer(let version)? = value["version"] { documents.topicsVersion = version }
    case .calendar: documents.calendar = DocumentCoding.calendar(value, faults)
    case .offers: documents.offers = DocumentCoding.offers(value, faults)
    }
    checkUnknownMembers(of: value, faults)
  }
}
