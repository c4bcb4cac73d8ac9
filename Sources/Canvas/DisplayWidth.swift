// How many columns text takes on a terminal, and cutting and wrapping by that measure.

/// Columns, not characters: æ is one, 字 is two, a combining mark is none of its own.
///
/// Everything that pads or cuts text asks here, so that what is measured is what is drawn.
package enum DisplayWidth {
  /// The columns `character` takes when a canvas draws it (a substitute, if no cell can hold it).
  package static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
    return Glyph(character).width
  }

  /// The columns `text` takes on one line.
  package static func of(_ text: String) -> Int {
    var columns = 0
    for character in text { columns += of(character) }
    return columns
  }

  /// `text`, cut to at most `columns`, ending in `ellipsis` when something was left out.
  package static func truncate(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    if of(text) <= columns { return text }
    let mark = prefix(of: ellipsis, columns: columns)
    return prefix(of: text, columns: columns - of(mark)) + mark
  }

  /// `text` with spaces after it until it takes `columns`; cut when it is longer.
  package static func pad(_ text: String, to columns: Int) -> String {
    let cut = truncate(text, to: columns)
    return cut + String(repeating: " ", count: max(0, columns - of(cut)))
  }

  /// `text` as lines of at most `columns`, broken between words where that is possible.
  ///
  /// A line break in the text stays one; a word longer than a line is broken inside.
  package static func wrap(_ text: String, to columns: Int) -> [String] {
    let limit = max(1, columns)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapParagraph(String($0), to: limit) }
  }

  private static func wrapParagraph(_ paragraph: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ").map(String.init) {
      if line.isEmpty {
        line = word
      } else if of(line) + 1 + of(word) <= columns {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
      while of(line) > columns {
        // A wide character in a one-column line still has to go somewhere.
        var head = prefix(of: line, columns: columns)
        if head.isEmpty { head = String(line.prefix(1)) }
        if head.count == line.count { break }
        lines.append(head)
        line.removeFirst(head.count)
      }
    }
    return lines + [line]
  }

  /// As many whole characters from the start of `text` as fit in `columns`.
  package static func prefix(of text: String, columns: Int) -> String {
    var used = 0
    var end = text.startIndex
    for index in text.indices {
      used += of(text[index])
      if used > columns { break }
      end = text.index(after: index)
    }
    return String(text[..<end])
  }
}
