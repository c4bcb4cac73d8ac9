// Drawing on a canvas: what stands in which cell afterwards.

import Testing

@testable import Canvas

@Suite struct CanvasTests {
  private var canvas = Canvas(size: Size(columns: 12, rows: 3))

  @Test mutating func aNewCanvasIsBlank() {
    #expect(canvas.text == "")
    #expect(canvas[0, 0] == Cell(text: " ", style: .normal))
    #expect(canvas.cursor == Point(column: 0, row: 0))
  }

  @Test mutating func textStandsWhereItWasPut() {
    let columns = canvas.put("Døren", column: 3, row: 1, style: .strong)
    #expect(columns == 5)
    #expect(canvas.text == "\n   Døren")
    #expect(canvas[1, 4] == Cell(text: "ø", style: .strong))
    #expect(canvas[1, 8].style == .normal)
  }

  @Test mutating func textThatDoesNotFitEndsInDots() {
    #expect(canvas.put("Sygeplejerske", column: 0, row: 0, width: 7) == 7)
    #expect(canvas.line(0) == "Sygepl…")
    #expect(canvas.put("Sygeplejerske", column: 6, row: 1) == 6)
    #expect(canvas.line(1) == "      Sygep…")
  }

  @Test mutating func nothingIsDrawnOutside() {
    let before = canvas
    #expect(canvas.put("x", column: 0, row: 3) == 0)
    #expect(canvas.put("x", column: 0, row: -1) == 0)
    #expect(canvas.put("x", column: 12, row: 0) == 0)
    #expect(canvas.put("x", column: 0, row: 0, width: 0) == 0)
    canvas.putRight("x", endColumn: 0, row: 0)
    canvas.fill(row: 9, with: "x")
    canvas.restyle(row: 9) { $0.selected() }
    canvas.restyle(row: 0, from: 8, to: 2) { $0.selected() }
    #expect(canvas == before)
    #expect(canvas[0, -1] == .blank)
  }

  @Test mutating func textBegunLeftOfTheScreenShowsItsEnd() {
    canvas.put("abcdef", column: -2, row: 0)
    #expect(canvas.line(0) == "cdef")
  }

  @Test mutating func aScreenOfNoSize() {
    var none = Canvas(size: Size(columns: 0, rows: -4))
    none.put("x", column: 0, row: 0)
    none.rule(row: 0)
    #expect(none.text == "")
  }

  @Test mutating func rightAlignedText() {
    canvas.putRight("9.30", endColumn: 10, row: 0)
    canvas.putRight("uge 10", endColumn: 40, row: 1)
    canvas.putRight("字", endColumn: 12, row: 2)
    #expect(canvas.text == "      9.30\n      uge 10\n          字")
  }

  @Test mutating func wideCharactersTakeTwoCells() {
    #expect(canvas.put("a字b", column: 0, row: 0) == 4)
    #expect((0..<4).map { canvas[0, $0].text } == ["a", "字", "", "b"])
    #expect(canvas.line(0) == "a字b")
  }

  @Test mutating func halfAWideCharacterIsNeverLeft() {
    canvas.put("字字", column: 0, row: 0)
    canvas.put("x", column: 1, row: 0)
    #expect((0..<4).map { canvas[0, $0].text } == [" ", "x", "字", ""])
    canvas.put("y", column: 2, row: 0)
    #expect((0..<4).map { canvas[0, $0].text } == [" ", "x", "y", " "])
    canvas.put("字", column: 1, row: 0)
    canvas.put("字", column: 0, row: 0)
    #expect((0..<4).map { canvas[0, $0].text } == ["字", "", " ", " "])
  }

  @Test mutating func aWideCharacterDoesNotHangOverTheEdge() {
    #expect(canvas.put("字", column: 11, row: 0) == 1)
    #expect(canvas.line(0) == "           …")
    canvas.fill(row: 1, from: 9, to: 12, with: "字")
    #expect(canvas.line(1) == "         字")
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a·[31mb"), ("a\tb\u{7F}", "a·b·"), ("\u{9B}2J", "·2J"), ("a\r\nb", "a·b"),
    ("\u{202E}abc", "·abc"), ("a\u{2066}b\u{2069}", "a·b·"), ("a\u{200B}b\u{2028}", "a·b·"),
    ("\u{FEFF}a", "·a"),
    ("\u{0}", "·"), ("a\u{AD}b", "a·b"),
  ])
  mutating func nothingATerminalObeysIsDrawn(text: String, drawn: String) {
    canvas.put(text, column: 0, row: 0)
    #expect(canvas.line(0) == drawn)
  }

  @Test mutating func aSelectedRowKeepsItsTextAndRoles() {
    canvas.put("VENTER", column: 2, row: 1, style: .warning)
    canvas.restyle(row: 1) { $0.selected() }
    #expect(canvas[1, 0].style == .selected)
    #expect(canvas[1, 3] == Cell(text: "E", style: Style(role: .warning, isSelected: true)))
    #expect(canvas[0, 0].style == .normal)
  }

  @Test mutating func plainSigns() {
    canvas.isASCII = true
    canvas.rule(row: 0)
    canvas.put("Anne ▸ Bo ✓ æ", column: 0, row: 1, width: 9)
    canvas.put("9.30–13.30 →", column: 0, row: 2)
    #expect(canvas.text == "------------\nAnne >...\n9.30-13.3...")
  }

  @Test func plainSignsLeaveLettersAlone() {
    #expect(PlainSigns.replace(in: "Gemt ✓ · Çetin → “Å” …") == "Gemt ok . Çetin -> \"Å\" ...")
  }
}
