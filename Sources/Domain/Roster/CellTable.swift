// A table of texts as it was found in a file, each row with its line, for imports to read.

/// Rows under headings.
package struct CellTable: Equatable, Sendable {
  /// A row and the line of the file on which it begins, from 1.
  package struct Row: Equatable, Sendable {
    package var line: Int
    package var cells: [String]

    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  package var headings: [String]
  package var rows: [Row]

  package init(headings: [String], rows: [Row]) {
    self.headings = headings
    self.rows = rows
  }

  /// The column under one of these headings, however they are written: `Gælder fra` is `gaelder_fra`.
  package func column(_ names: String...) -> Int? {
    headings.firstIndex { names.contains(Self.plain($0)) }
  }

  /// A heading without capitals, spaces and Danish letters.
  package static func plain(_ heading: String) -> String {
    FoldedText(heading).text.filter { $0.isLetter || $0.isNumber }
  }
}

extension CellTable.Row {
  /// The text in a column without the spaces around it; empty where the row is too short.
  package func text(_ column: Int?) -> String {
    guard let column, cells.indices.contains(column) else { return "" }
    let spaces: Set<Character> = [" ", "\t", "\u{A0}"]
    let text = cells[column]
    guard let first = text.firstIndex(where: { !spaces.contains($0) }),
      let last = text.lastIndex(where: { !spaces.contains($0) })
    else { return "" }
    return String(text[first...last])
  }
}
