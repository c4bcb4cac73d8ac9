// Ids that stand in one document and should stand in another, looked up in the files as they stand: an
// entry with a fault of another kind counts too, and keeps its place.

import Domain

extension LoadedDocuments {
  /// All references to what no document has.
  func referenceFaults() -> [DocumentFault] {
    let professions =
      ids(of: .settings, "professions", "code") + documents.settings.professions.map(\.id.text)
    let schools = ids(of: .schools) + documents.schools.map(\.id.text)
    let topics = ids(of: .topics) + documents.topics.map(\.id.text)
    var faults = ReferenceFaults()
    for (path, entry) in entries(of: .colleagues) {
      faults.check(entry["profession"], in: professions, .colleagues, path + ".profession")
      faults.check(entry["school"], in: schools, .colleagues, path + ".school")
    }
    for (path, entry) in entries(of: .topics) {
      faults.check(all: entry["professions"], in: professions, .topics, path + ".professions")
      for (place, route) in Self.list(entry["routes"]).enumerated() {
        faults.check(
          all: route["professions"], in: professions, .topics, "\(path).routes[\(place)].professions")
      }
    }
    for (path, entry) in entries(of: .calendar)
    where !Self.list(entry["schools"]).contains(.string("*")) {
      faults.check(all: entry["schools"], in: schools, .calendar, path + ".schools")
    }
    for (path, entry) in entries(of: .offers) {
      faults.check(all: entry["topics"], in: topics, .offers, path + ".topics")
    }
    return faults.faults
  }

  /// The entries of a document as they stand in its file, with their paths.
  private func entries(of name: DocumentName) -> [(path: String, entry: JSONValue)] {
    Self.list(found[name]?[name.rawValue]).enumerated().map { ("\(name.rawValue)[\($0.offset)]", $0.element) }
  }

  /// The ids that stand in a file, whatever else is wrong with their entries.
  private func ids(of name: DocumentName, _ list: String? = nil, _ field: String? = nil) -> [String] {
    Self.list(found[name]?[list ?? name.rawValue]).compactMap { entry in
      guard case .string(let id)? = entry[field ?? DocumentEncoding.idField(of: name)] else { return nil }
      return TextGuard.refusal(ofID: id) == nil ? id : nil
    }
  }

  fileprivate static func list(_ value: JSONValue?) -> [JSONValue] {
    if case .list(let values)? = value { return values }
    return []
  }
}

private struct ReferenceFaults {
  var faults: [DocumentFault] = []

  mutating func check(all value: JSONValue?, in known: [String], _ document: DocumentName, _ path: String) {
    for (place, value) in LoadedDocuments.list(value).enumerated() {
      check(value, in: known, document, "\(path)[\(place)]")
    }
  }

  /// What is no id, or one that the guard refuses, has been told already; where nothing is known at all,
  /// nothing is unknown.
  mutating func check(_ value: JSONValue?, in known: [String], _ document: DocumentName, _ path: String) {
    guard case .string(let found)? = value, !known.isEmpty, ID<School>.isValid(IDForm.plain(found)),
      !known.contains(where: { IDForm.folded($0) == IDForm.folded(found) }),
      TextGuard.refusal(ofID: found) == nil
    else { return }
    let suggestion = Suggestion.nearest(to: found, in: known)
    faults.append(
      DocumentFault(document, path: path, .unknownReference(found: found, suggestion: suggestion)))
  }
}
