// A line that is being typed: the text, where the cursor is, and what each key does to it.

import Foundation

/// The state of a one-line input field.
///
/// The cursor counts graphemes, so one press of backspace takes away what the eye sees as one
/// letter, however it was typed.
package struct TextField: Equatable, Sendable {
  /// What has been typed so far, as typed. Use ``value`` for what is to be kept.
  package private(set) var text: String
  /// The cursor stands before this grapheme; `text.count` is the end.
  package private(set) var cursor: Int
  /// The most graphemes the field takes.
  package var limit: Int

  /// A field with `text` in it and the cursor at the end.
  package init(_ text: String = "", limit: Int = 200) {
    self.limit = limit
    self.text = String(text.filter { !$0.isTypedControl }.prefix(max(0, limit)))
    cursor = self.text.count
  }

  /// The text in composed form (NFC): e and a combining accent become é.
  package var value: String { text.precomposedStringWithCanonicalMapping }

  /// True when nothing has been typed.
  package var isEmpty: Bool { text.isEmpty }

  /// Takes the key if it means something here; false leaves it to the screen.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      insert(character)
    case .backspace:
      remove(at: cursor - 1)
    case .delete, .control("d"):
      remove(at: cursor)
    case .left, .control("b"):
      cursor = max(0, cursor - 1)
    case .right, .control("f"):
      cursor = min(text.count, cursor + 1)
    case .home, .control("a"):
      cursor = 0
    case .end, .control("e"):
      cursor = text.count
    case .control("u"):
      text = String(text.dropFirst(cursor))
      cursor = 0
    case .control("k"):
      text = String(text.prefix(cursor))
    case .control("w"):
      removeWord()
    case .control, .enter, .escape, .tab, .backtab, .up, .down, .pageUp, .pageDown, .function, .resize:
      return false
    }
    return true
  }

  /// A mark joins the letter before the cursor, because a string's graphemes do.
  private mutating func insert(_ character: Character) {
    guard !character.isTypedControl else { return }
    let before = text.prefix(cursor) + String(character)
    let after = before + text.dropFirst(cursor)
    // A mark makes no grapheme of its own, so it is welcome also in a full field.
    guard after.count <= limit || after.count <= text.count else { return }
    text = String(after)
    cursor = min(before.count, text.count)
  }

  private mutating func remove(at place: Int) {
    guard place >= 0, place < text.count else { return }
    text = String(text.prefix(place) + text.dropFirst(place + 1))
    cursor = min(place, text.count)
  }

  private mutating func removeWord() {
    var head = text.prefix(cursor)
    let tail = text.dropFirst(cursor)
    while head.last == " " { head.removeLast() }
    while let last = head.last, last != " " { head.removeLast() }
    cursor = head.count
    text = String(head + tail)
  }
}

extension TextField {
  /// Draws the field in `width` columns and puts the hardware cursor where typing goes on.
  ///
  /// Text longer than the field is shown from where the cursor can be seen.
  package func draw(
    in canvas: inout Canvas, column: Int, row: Int, width: Int, style: Style = .normal
  ) {
    guard width > 0 else { return }
    canvas.fill(row: row, from: column, to: column + width, style: style)
    var before = text.prefix(cursor)
    while DisplayWidth.of(String(before)) >= width, !before.isEmpty { before.removeFirst() }
    let shown = before + text.dropFirst(cursor)
    let end = column + width
    let cut = DisplayWidth.prefix(of: String(shown), columns: end - column)
    canvas.put(cut, column: column, row: row, style: style, width: width)
    canvas.cursor = Point(column: column + DisplayWidth.of(String(before)), row: row)
    canvas.isCursorVisible = true
  }
}

extension Character {
  /// Not text: what a terminal would obey, and what cannot be seen. Joiners are part of letters.
  fileprivate var isTypedControl: Bool { unicodeScalars.contains { $0.isControlling } }
}
