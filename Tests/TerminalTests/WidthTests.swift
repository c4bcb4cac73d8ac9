// Our widths beside those of the C library, which decide where curses puts text.

import Canvas
import Testing

@testable import Terminal

@Suite struct WidthTests {
  /// Letters, signs and emoji, and samples of the Chinese planes: where the C library knows a
  /// width, ours is the same.
  @Test func theCLibraryAgrees() throws {
    try UTF8Locale.establish()
    var differing: [String] = []
    for value in Array(UInt32(0x20)...0x1FFFF) + Array(stride(from: UInt32(0x20000), to: 0x110000, by: 97)) {
      guard let scalar = Unicode.Scalar(value), let theirs = SystemWidth.of(scalar) else { continue }
      // Newer and older tables know more or fewer characters; nobody's names are made of those.
      guard let ours = scalar.columns, !Self.disputed(value) else { continue }
      if ours != theirs { differing.append(String(value, radix: 16) + ":\(ours)/\(theirs)") }
    }
    #expect(differing.isEmpty, "\(differing.count) differ: \(differing.prefix(300).joined(separator: " "))")
  }

  /// Unicode 16 made the hexagrams wide and the Ahom mark spacing; older libraries differ, and the
  /// terminal gets a stand-in for a character whose width is disputed.
  private static func disputed(_ value: UInt32) -> Bool {
    (0x4DC0...0x4DFF).contains(value) || (0x2630...0x2637).contains(value)
      || (0x268A...0x268F).contains(value) || (0x1D300...0x1D376).contains(value) || value == 0x1171E
  }

  /// What a canvas puts in a cell is what curses would put there.
  @Test func drawnCellsHaveTheCanvasWidth() throws {
    try UTF8Locale.establish()
    for text in ["a", "æ", "e\u{301}", "字", "👨‍👩‍👧", "🇩🇰", "❤\u{FE0F}", "·", "…", "─", "▸", "✓", "\u{301}", "한"] {
      var canvas = Canvas(size: Size(columns: 4, rows: 1))
      let columns = canvas.put(text, column: 0, row: 0)
      #expect(CellText(canvas[0, 0].text).isDrawn(columns: columns), "\(text)")
    }
  }

  @Test func aTextOfAnotherWidthIsNotSent() throws {
    try UTF8Locale.establish()
    #expect(!CellText("字").isDrawn(columns: 1))
    #expect(!CellText("a").isDrawn(columns: 2))
    #expect(!CellText("ab").isDrawn(columns: 1))
    #expect(!CellText("\u{1B}").isDrawn(columns: 1))
    #expect(!CellText("\u{378}").isDrawn(columns: 1))
  }
}
