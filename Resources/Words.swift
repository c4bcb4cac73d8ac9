// The words of the interface in the chosen language, looked up by key.

import Foundation

/// What the program says, in one language. Danish is the language of the practice and the fallback.
package struct Words: Equatable, Sendable {
  /// The languages the program speaks, by their ISO 639-1 code.
  package enum Language: String, CaseIterable, Sendable {
    case danish = "da"
    case english = "en"
  }

  package let language: Language
  private let table: [String: String]

  package init(_ language: Language) {
    self.language = language
    table =
      switch language {
      case .danish: Self.table(in: Resources.danishText)
      case .english: Self.table(in: Resources.englishText)
      }
  }

  /// The sentence of a key, with `{name}` replaced by the value of that name. A key that is missing
  /// shows itself; a test sees to it that none is.
  package func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    var sentence = table[key] ?? key
    for (name, value) in values {
      sentence = sentence.split(separator: "{\(name)}", omittingEmptySubsequences: false).joined(
        separator: value)
    }
    return sentence
  }

  /// All keys the language has.
  package var keys: Set<String> { Set(table.keys) }

  private static func table(in bytes: [UInt8]) -> [String: String] {
    (try? JSONDecoder().decode([String: String].self, from: Data(bytes))) ?? [:]
  }
}
