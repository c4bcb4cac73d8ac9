// Ids that people give to entries: what one may look like, and one made from a name.

extension ID {
  /// Whether a text can be an id: ASCII letters, digits, hyphen and underline, at most 40.
  package static func isValid(_ text: String) -> Bool {
    let isPlain = text.utf8.allSatisfy {
      ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D
        || $0 == 0x5F
    }
    return isPlain && !text.isEmpty && text.utf8.count <= 40
  }

  /// The form in which ids are compared: two that differ only in case, or in how Unicode writes the same
  /// letters, are one.
  package var folded: String { IDForm.folded(text) }
}

/// The forms of an id as people may write it.
package enum IDForm {
  /// With the letters, digits and signs of full width, as some keyboards and spreadsheets write them, in
  /// their ASCII form. The rest of Unicode's forms of one text are equal as they stand.
  package static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      plain.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    return String(plain)
  }

  /// Also without capitals.
  package static func folded(_ text: String) -> String { plain(text).lowercased() }
}

extension Documents {
  /// The documents with every reference written as the entry writes its own id.
  package func withReferencesResolved() -> Documents {
    let professions = Self.spellings(settings.professions.map(\.id))
    let schools = Self.spellings(schools.map(\.id))
    let topics = Self.spellings(topics.map(\.id))
    var documents = self
    for place in documents.colleagues.indices {
      let colleague = colleagues[place]
      documents.colleagues[place].profession = professions(colleague.profession)
      documents.colleagues[place].school = colleague.school.map(schools)
    }
    for place in documents.topics.indices {
      documents.topics[place].professions = self.topics[place].professions.map(professions)
      for route in documents.topics[place].routes.indices {
        documents.topics[place].routes[route].professions =
          self.topics[place].routes[route].professions.map(professions)
      }
    }
    for place in documents.calendar.indices {
      documents.calendar[place].schools = calendar[place].schools.map { Set($0.map(schools)) }
    }
    for place in documents.offers.indices {
      documents.offers[place].topics = offers[place].topics.map(topics)
    }
    return documents
  }

  private static func spellings<Entity>(_ known: [ID<Entity>]) -> (ID<Entity>) -> ID<Entity> {
    let own = Dictionary(known.map { ($0.folded, $0) }) { first, _ in first }
    return { own[$0.folded] ?? $0 }
  }
}

/// An id made from a name, other than those that are taken. Never final: people may write another one.
package enum IDSuggestion {
  /// A short code in capitals, as for schools and colleagues: `Çetin Havtorn` is `CET`, `Det almene
  /// gymnasium` is `DAG`, `SOSU-skolen` is `SOSU`.
  package static func code(for name: String, taken: some Collection<String>) -> String {
    let words = parts(of: name)
    guard let first = words.first else { return "" }
    let initials = words.compactMap(\.first).map(String.init).joined()
    let base = words.count >= 3 ? String(initials.prefix(4)) : String(first.prefix(words.count == 1 ? 4 : 3))
    let others = words.count == 2 ? [String(first.prefix(2)) + words[1].prefix(1)] : []
    return unused([base] + others, taken) { "\(base)\($0)" }.uppercased()
  }

  /// Words in lower case with hyphens, as for topics and offers: `forkert-hylde`.
  package static func slug(for name: String, taken: some Collection<String>) -> String {
    let words = parts(of: name)
    guard !words.isEmpty else { return "" }
    let base = String(words.joined(separator: "-").prefix(30))
    return unused([base], taken) { "\(base)-\($0)" }
  }

  /// The words of a name in plain lower-case letters and digits.
  private static func parts(of name: String) -> [String] {
    FoldedText(name).text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
  }

  private static func unused(
    _ wanted: [String], _ taken: some Collection<String>, numbered: (Int) -> String
  ) -> String {
    let taken = Set(taken.map { $0.lowercased() })
    if let free = wanted.first(where: { !taken.contains($0) }) { return free }
    var number = 2
    while taken.contains(numbered(number)) { number += 1 }
    return numbered(number)
  }
}
