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
