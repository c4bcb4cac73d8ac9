// Words that announce a CPR number or a date of birth.

/// A word that is known by its beginning.
enum Keyword {
  /// Words after which a number in any shape is a CPR number.
  private static let cpr = [
    "cpr", "c.p.r", "ecpr", "personn", "person-n", "person nr", "person num", "fødselsn", "foedselsn",
    "fodselsn", "fødsels-n", "erstatningsn", "erstatnings-n",
  ].map(units)

  /// Words after which a date is a date of birth.
  private static let birth = ["født", "foedt", "fodt", "fødsels", "foedsels", "fdt"].map(units)

  /// Months as they are written after a day; three letters are enough to know them.
  private static let months = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ].map(units)

  /// Whether a word for a CPR number begins at `index`.
  static func begins(_ text: [UInt8], at index: Int) -> Bool { matches(cpr, text, at: index) }

  /// Whether a word for being born begins at `index`.
  static func beginsBirth(_ text: [UInt8], at index: Int) -> Bool { matches(birth, text, at: index) }

  /// Whether the name of a month begins at `index`.
  static func beginsMonth(_ text: [UInt8], at index: Int) -> Bool { matches(months, text, at: index) }

  private static func matches(_ words: [[UInt8]], _ text: [UInt8], at index: Int) -> Bool {
    if index > 0, Unit.isLetter(text[index - 1]) { return false }
    let first = Unit.lowercased(text[index])
    guard index + 3 <= text.count else { return false }
    return words.contains { word in
      guard word[0] == first, index + word.count <= text.count else { return false }
      return word.indices.allSatisfy { word[$0] == Unit.lowercased(text[index + $0]) }
    }
  }

  private static func units(_ word: String) -> [UInt8] {
    word.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}
