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
    guard let found = JSONValue(document: bytes) else {
      return faults.note(.notJSON(line: JSONSyntax.faultyLine(of: bytes)), at: "")
    }
    if name != .topics, case .integer(let version)? = found["version"], version > 1 {
      faults.note(.laterVersion(version), at: "version")
    }
    values[name] = found
    take(found, faults)
  }

  /// Reads a document's JSON into its place. The faults go to the list.
  mutating func take(_ value: JSONValue, _ faults: FaultList) {
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

  /// Ids that stand in one document and should stand in another.
  func referenceFaults() -> [DocumentFault] {
    var faults: [DocumentFault] = []
    let professions = documents.settings.professions.map(\.id.text)
    let schools = documents.schools.map(\.id.text)
    let topics = documents.topics.map(\.id.text)
    func check(_ found: String, in known: [String], _ document: DocumentName, _ path: String) {
      guard !known.isEmpty, !known.contains(found) else { return }
      let suggestion = Suggestion.nearest(to: found, in: known)
      faults.append(
        DocumentFault(document, path: path, .unknownReference(found: found, suggestion: suggestion)))
    }
    // Paths count the entries as they stand; they agree where no entry was left out for a fault.
    for (index, colleague) in documents.colleagues.enumerated() {
      check(colleague.profession.text, in: professions, .colleagues, "colleagues[\(index)].profession")
      if let school = colleague.school?.text {
        check(school, in: schools, .colleagues, "colleagues[\(index)].school")
      }
    }
    for (index, topic) in documents.topics.enumerated() {
      for (place, profession) in topic.professions.enumerated() {
        check(profession.text, in: professions, .topics, "topics[\(index)].professions[\(place)]")
      }
      for (place, route) in topic.routes.enumerated() {
        for profession in route.professions {
          check(
            profession.text, in: professions, .topics, "topics[\(index)].routes[\(place)].professions")
        }
      }
    }
    for (index, entry) in documents.calendar.enumerated() {
      for school in (entry.schools ?? []).sorted() {
        check(school.text, in: schools, .calendar, "calendar[\(index)].schools")
      }
    }
    for (index, offer) in documents.offers.enumerated() {
      for (place, topic) in offer.topics.enumerated() {
        check(topic.text, in: topics, .offers, "offers[\(index)].topics[\(place)]")
      }
    }
    return faults
  }
}
