// A table as lines of text: columns as wide as they must be, numbers to the right.

import Canvas
import Reports

extension TextTable {
  /// How wide each column must be.
  private var widths: [Int] {
    columns.indices.map { index in
      ([columns[index].heading] + rows.map { $0[index] }).map { DisplayWidth.of(Self.clean($0)) }.max() ?? 0
    }
  }

  /// How wide all of them are, with what lies between them.
  var width: Int { widths.reduce(0) { $0 + $1 + 2 } - 2 }

  /// The same in a certain width, at the cost of some columns, each no narrower than `least`; the first
  /// gives way first.
  func fitted(to room: Int, cutting: [Int], least: Int) -> TextTable {
    var table = self
    for index in cutting {
      let wanted = max(least, table.widths[index] - max(0, table.width - room))
      for row in table.rows.indices {
        table.rows[row][index] = DisplayWidth.truncate(Self.clean(table.rows[row][index]), to: wanted)
      }
    }
    return table
  }

  /// The lines, headings first; no spaces at their ends.
  var lines: [String] {
    let widths = widths
    return ([columns.map(\.heading)] + rows).map { cells in
      var line = ""
      for (index, cell) in cells.enumerated() {
        let text = Self.clean(cell)
        let gap = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
        if index > 0 { line += "  " }
        line += columns[index].isNumber ? gap + text : text + gap
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Control characters from a file must not reach a terminal.
  private static func clean(_ text: String) -> String {
    String(text.map { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? "?" : $0 })
  }
}
