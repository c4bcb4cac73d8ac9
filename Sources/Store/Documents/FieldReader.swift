// Reads the fields of a document and notes every fault on the way instead of stopping at the first.

import Domain

/// The faults of one document, in the order in which they were met.
final class FaultList {
  let document: DocumentName
  private(set) var faults: [DocumentFault] = []

  init(_ document: DocumentName) { self.document = document }

  func note(_ problem: DocumentFault.Problem, at path: String) {
    faults.append(DocumentFault(document, path: path, problem))
  }
}

/// An object in a document and where it stands. A field that is wrong is noted, and nil.
struct FieldReader {
  let members: [String: JSONValue]
  let path: String
  let faults: FaultList

  /// The value as an object.
  init?(_ value: JSONValue, path: String, faults: FaultList) {
    guard case .object(let members) = value else {
      faults.note(.wrongType(expected: .object), at: path)
      return nil
    }
    self.members = members
    self.path = path
    self.faults = faults
  }

  func place(of key: String) -> String { path.isEmpty ? key : path + "." + key }

  func note(_ problem: DocumentFault.Problem, at key: String) { faults.note(problem, at: place(of: key)) }

  /// The value, unless it is left out or null.
  func value(_ key: String) -> JSONValue? {
    guard let value = members[key], value != .null else { return nil }
    return value
  }

  func required(_ key: String) -> JSONValue? {
    guard let value = value(key) else {
      note(.missing, at: key)
      return nil
    }
    return value
  }

  // MARK: Texts

  /// A text that people write: one line, not too long, and past the guard. What the guard refuses is
  /// noted by its place and hidden; the rest of the document is used.
  func text(_ key: String, limit: Int = 120, _ field: TextGuard.Field = .text) -> String? {
    guard let value = required(key) else { return nil }
    return text(
      value, at: place(of: key), limit: limit, field, mayBeEmpty: false, whenRefused: TextGuard.hidden)
  }

  func optionalText(_ key: String, limit: Int = 120, _ field: TextGuard.Field = .text) -> String? {
    value(key).flatMap { text($0, at: place(of: key), limit: limit, field, mayBeEmpty: true) }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  func texts(_ key: String, limit: Int = 60, _ field: TextGuard.Field = .text) -> [String] {
    list(key).compactMap { value, path in text(value, at: path, limit: limit, field, mayBeEmpty: false) }
  }

  private func text(
    _ value: JSONValue, at path: String, limit: Int, _ field: TextGuard.Field, mayBeEmpty: Bool,
    whenRefused: String? = nil
  ) -> String? {
    guard case .string(let text) = value else {
      faults.note(.wrongType(expected: .text), at: path)
      return nil
    }
    if text.isEmpty, !mayBeEmpty {
      faults.note(.empty, at: path)
    } else if text.count > limit {
      faults.note(.tooLong(allowed: limit), at: path)
    } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      faults.note(.controlCharacter, at: path)
    } else if let refused = TextGuard.refusal(of: text, in: field) {
      faults.note(.refusedText(characters: refused), at: path)
      return whenRefused
    } else {
      return text
    }
    return nil
  }

  /// The keys of neighbouring texts over which a number runs, so that both have to be hidden. Noted at
  /// the first of the two.
  func keysOfRuns(
    over texts: KeyValuePairs<String, String?>, _ field: TextGuard.Field = .text
  ) -> Set<String> {
    var found: Set<String> = []
    let parts = texts.compactMap { key, text in
      text.flatMap { TextGuard.refusal(of: $0, in: field) == nil ? (key: key, text: $0) : nil }
    }
    for (left, right) in zip(parts, parts.dropFirst()) {
      guard let refused = TextGuard.refusal(of: left.text + " " + right.text, in: field) else { continue }
      note(.refusedText(characters: refused), at: left.key)
      found.formUnion([left.key, right.key])
    }
    return found
  }

  // MARK: Ids and words

  /// An id: ASCII letters, digits, hyphen and underline.
  func id<Entity>(_ key: String) -> ID<Entity>? {
    required(key).flatMap { id($0, at: place(of: key)) }
  }

  func optionalID<Entity>(_ key: String) -> ID<Entity>? {
    value(key).flatMap { id($0, at: place(of: key)) }
  }

  func ids<Entity>(_ key: String) -> [ID<Entity>] {
    list(key).compactMap { value, path in id(value, at: path) }
  }

  private func id<Entity>(_ value: JSONValue, at path: String) -> ID<Entity>? {
    guard case .string(let text) = value else {
      faults.note(.wrongType(expected: .text), at: path)
      return nil
    }
    let plain = IDForm.plain(text)
    guard ID<Entity>.isValid(plain) else {
      faults.note(.badID(found: String(text.prefix(40))), at: path)
      return nil
    }
    // The place is told, never the id; what it names is not used.
    if let refused = TextGuard.refusal(ofID: text) {
      faults.note(.refusedText(characters: refused), at: path)
      return nil
    }
    return ID(plain)
  }

  /// A word of a closed list.
  func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String, standard: Word? = nil) -> Word? {
    guard let value = standard == nil ? required(key) : value(key) else { return standard }
    guard case .string(let text) = value else {
      note(.wrongType(expected: .text), at: key)
      return nil
    }
    guard let word = Word(rawValue: text) else {
      let suggestion = Suggestion.nearest(to: text, in: Word.allCases.map(\.rawValue))
      note(.unknownWord(found: String(text.prefix(40)), suggestion: suggestion), at: key)
      return nil
    }
    return word
  }

  // MARK: Numbers

  func bool(_ key: String, standard: Bool) -> Bool {
    switch value(key) {
    case nil: return standard
    case .bool(let value): return value
    case .null, .integer, .number, .string, .list, .object:
      note(.wrongType(expected: .bool), at: key)
      return standard
    }
  }

  func number(_ key: String, in allowed: ClosedRange<Int>) -> Int? {
    value(key).flatMap { number($0, at: place(of: key), in: allowed) }
  }

  func number(_ value: JSONValue, at path: String, in allowed: ClosedRange<Int>) -> Int? {
    guard let number = value.whole else {
      faults.note(.wrongType(expected: .number), at: path)
      return nil
    }
    guard allowed.contains(number) else {
      faults.note(.outOfRange(number, allowed: allowed), at: path)
      return nil
    }
    return number
  }

  // MARK: Lists and objects

  /// The elements of a list with their paths; nothing when it is left out.
  func list(_ key: String) -> [(value: JSONValue, path: String)] {
    guard let value = value(key) else { return [] }
    guard case .list(let values) = value else {
      note(.wrongType(expected: .list), at: key)
      return []
    }
    return values.enumerated().map { ($0.element, "\(place(of: key))[\($0.offset)]") }
  }

  /// The objects of a list.
  func objects(_ key: String) -> [FieldReader] {
    list(key).compactMap { FieldReader($0.value, path: $0.path, faults: faults) }
  }

  func object(_ key: String) -> FieldReader? {
    value(key).flatMap { FieldReader($0, path: place(of: key), faults: faults) }
  }
}
