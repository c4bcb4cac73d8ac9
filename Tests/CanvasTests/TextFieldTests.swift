// Typing in a one-line field.

import Testing

@testable import Canvas

@Suite struct TextFieldTests {
  private func typed(_ keys: [Key], into field: TextField = TextField()) -> TextField {
    var field = field
    for key in keys { _ = field.handle(key) }
    return field
  }

  private func keys(_ text: String) -> [Key] {
    text.unicodeScalars.map { .character(Character($0)) }
  }

  @Test func lettersAndTheCursor() {
    let field = typed(keys("blåbær") + [.left, .left, .character("x"), .home, .character("y"), .end])
    #expect(field.text == "yblåbxær")
    #expect(field.cursor == 8)
  }

  @Test func aMarkJoinsTheLetterBeforeIt() {
    let field = typed(keys("Rene\u{301}"))
    #expect(field.text.count == 4)
    #expect(field.cursor == 4)
    #expect(Array(field.value.unicodeScalars.map(\.value)) == [0x52, 0x65, 0x6E, 0xE9])
  }

  @Test func aMarkJoinsInTheMiddleToo() {
    let field = typed(keys("aeb") + [.left, .character("\u{301}"), .character("x")])
    #expect(field.value == "aéxb")
    #expect(field.cursor == 3)
  }

  @Test func backspaceAndDeleteTakeWholeLetters() {
    #expect(typed(keys("ae\u{301}") + [.backspace]).text == "a")
    #expect(typed(keys("e\u{301}a") + [.home, .delete]).text == "a")
    #expect(typed([.backspace, .delete]).text == "")
    #expect(typed(keys("ab") + [.left, .backspace]).text == "b")
  }

  @Test func theUsualControlKeys() {
    #expect(typed(keys("en to tre") + [.control("w")]).text == "en to ")
    #expect(typed(keys("en to  ") + [.control("w")]).text == "en ")
    #expect(typed(keys("en to") + [.left, .left, .control("k")]).text == "en ")
    let rest = typed(keys("en to") + [.left, .left, .control("u")])
    #expect(rest.text == "to")
    #expect(rest.cursor == 0)
  }

  @Test func theLimitCountsLetters() {
    let full = typed(keys("abcd"), into: TextField(limit: 3))
    #expect(full.text == "abc")
    // A mark makes the letter no longer.
    #expect(typed(keys("abe\u{301}x"), into: TextField(limit: 3)).value == "abé")
    #expect(TextField("abcdef", limit: 2).text == "ab")
  }

  @Test func whatATerminalObeysIsNotText() {
    #expect(typed(keys("a\u{1B}\u{202E}\u{9B}b")).text == "ab")
    #expect(TextField("a\u{1B}[2Jb").text == "a[2Jb")
  }

  @Test(arguments: [
    Key.enter, .escape, .tab, .backtab, .up, .down, .pageUp, .pageDown, .function(1), .control("l"), .resize,
  ])
  func otherKeysAreLeftToTheScreen(key: Key) {
    var field = TextField("abc")
    let before = field
    #expect(field.handle(key) == false)
    #expect(field == before)
  }

  @Test func theCursorIsDrawnWhereTypingGoesOn() {
    var canvas = Canvas(size: Size(columns: 20, rows: 2))
    var field = typed(keys("a字b"))
    field.draw(in: &canvas, column: 5, row: 1, width: 8)
    #expect(canvas.line(1) == "     a字b")
    #expect(canvas.cursor == Point(column: 9, row: 1))
    _ = field.handle(.left)
    field.draw(in: &canvas, column: 5, row: 1, width: 8)
    #expect(canvas.cursor == Point(column: 8, row: 1))
  }

  @Test func longTextIsShownAroundTheCursor() {
    var canvas = Canvas(size: Size(columns: 20, rows: 1))
    var field = typed(keys("abcdefghij"))
    field.draw(in: &canvas, column: 2, row: 0, width: 5)
    #expect(canvas.line(0) == "  ghij")
    #expect(canvas.cursor == Point(column: 6, row: 0))
    _ = field.handle(.home)
    field.draw(in: &canvas, column: 2, row: 0, width: 5)
    #expect(canvas.line(0) == "  abcde")
    #expect(canvas.cursor == Point(column: 2, row: 0))
  }

  /// Random keys never put the cursor outside the text, and the field never holds too much.
  @Test func randomKeys() {
    var random = Steps(seed: 7)
    let choices: [Key] = [
      .character("a"), .character("æ"), .character("\u{301}"), .character("字"), .character("\u{200D}"),
      .character("👩"), .character("\u{1F1E9}"), .character("\u{1F1F0}"), .character(" "), .backspace, .delete,
      .left, .right, .home, .end, .control("w"), .control("u"), .control("k"),
    ]
    var field = TextField(limit: 12)
    var canvas = Canvas(size: Size(columns: 10, rows: 1))
    for _ in 0..<5_000 {
      _ = field.handle(choices[random.below(choices.count)])
      #expect((0...field.text.count).contains(field.cursor))
      #expect(field.text.count <= 12)
      field.draw(in: &canvas, column: 1, row: 0, width: 8)
      #expect((1..<9).contains(canvas.cursor.column))
    }
  }
}
