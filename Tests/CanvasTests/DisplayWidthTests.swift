// Columns as a terminal counts them. The expected numbers are those of Unicode's tables.

import Testing

@testable import Canvas

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("a", 1), ("æ", 1), ("Å", 1), ("A\u{30A}", 1), ("e\u{301}\u{323}", 1), ("字", 2), ("ｱ", 1), ("Ａ", 2),
    ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("–", 1), ("…", 1), ("😀", 2), ("❤\u{FE0F}", 1), ("⚠", 1), ("→", 1),
    ("½", 1),
    ("\u{301}", 1), ("\u{A0}", 1),
  ])
  func ofACharacter(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
    #expect(text.count == 1 && DisplayWidth.of(Character(text)) == columns)
  }

  /// A family, a flag, a skin tone, a Thai syllable of two columns, and more marks than a cell holds.
  @Test(arguments: [
    "👨‍👩‍👧", "🇩🇰", "👍🏽", "กำ", "e\u{301}\u{302}\u{303}\u{304}\u{305}", "\u{378}",
  ])
  func whatNoCellHoldsIsOneSign(text: String) {
    #expect(text.count == 1)
    #expect(Glyph(Character(text)) == .substitute)
    #expect(DisplayWidth.of(text) == 1)
  }

  @Test func aMarkHasNoColumnOfItsOwn() {
    #expect(Unicode.Scalar(0x301)?.columns == 0)
    #expect(Unicode.Scalar(0x20DD)?.columns == 0)
    #expect(Unicode.Scalar(0x200D)?.columns == 0)
    #expect(Unicode.Scalar(0x7)?.columns == nil)
    #expect(Unicode.Scalar(0x1F600)?.columns == 2)
    #expect(Unicode.Scalar(0x1F1E9)?.columns == 1)
  }

  @Test(arguments: [
    ("Ungesagsbehandler", 20, "Ungesagsbehandler"), ("Ungesagsbehandler", 17, "Ungesagsbehandler"),
    ("Ungesagsbehandler", 16, "Ungesagsbehandl…"), ("字字字", 5, "字字…"), ("字字字", 4, "字…"), ("abc", 1, "…"),
    ("abc", 0, ""), ("abc", -3, ""), ("e\u{301}bc", 2, "e\u{301}…"), ("", 3, ""),
  ])
  func truncation(text: String, columns: Int, expected: String) {
    #expect(DisplayWidth.truncate(text, to: columns) == expected)
  }

  @Test func dotsOfASCIIAreCutToo() {
    #expect(DisplayWidth.truncate("abcdef", to: 5, ellipsis: "...") == "ab...")
    #expect(DisplayWidth.truncate("abcdef", to: 2, ellipsis: "...") == "..")
  }

  @Test(arguments: [("ø", 3, "ø  "), ("字", 3, "字 "), ("abcd", 3, "ab…"), ("abc", 3, "abc")])
  func padding(text: String, columns: Int, expected: String) {
    #expect(DisplayWidth.pad(text, to: columns) == expected)
  }

  @Test(arguments: [
    ("Ring til Çetin før frokost", 10, ["Ring til", "Çetin før", "frokost"]), ("", 10, [""]),
    ("a\n\nb", 10, ["a", "", "b"]), ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]), ("a  b", 10, ["a b"]),
    ("字字字", 4, ["字字", "字"]), ("字字", 1, ["字", "字"]), ("ab cd", 0, ["a", "b", "c", "d"]),
    ("abc def", 7, ["abc def"]), ("abc def", 6, ["abc", "def"]),
  ])
  func wrapping(text: String, columns: Int, expected: [String]) {
    #expect(DisplayWidth.wrap(text, to: columns) == expected)
  }

  /// Whatever is put in, lines are never longer than asked and no letter is lost.
  @Test func wrappingRandomText() {
    var random = Steps(seed: 20_260_305)
    let alphabet = Array("abæ字é  \n👨‍👩‍👧\u{1B}")
    for _ in 0..<500 {
      let text = String((0..<random.below(60)).map { _ in alphabet[random.below(alphabet.count)] })
      let columns = 2 + random.below(20)
      let lines = DisplayWidth.wrap(text, to: columns)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns }, "\(text.debugDescription) to \(columns)")
      let kept = lines.joined().filter { $0 != " " }
      #expect(kept == text.filter { $0 != " " && $0 != "\n" })
    }
  }
}

/// A linear congruential generator (Knuth's MMIX constants): the same numbers on every machine.
struct Steps {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
