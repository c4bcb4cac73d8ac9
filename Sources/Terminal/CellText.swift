// A cell's text as curses takes it, and whether curses gives it the width the canvas did.

import CNcurses
import Glibc

/// One base scalar and the marks on it.
struct CellText: Equatable {
  /// Sent instead of a character newer than the C library.
  static let unknown = CellText("?")
  static let space = CellText(" ")
  /// A curses cell holds this many marks; shared by all texts without one.
  private static let noMarks: [wchar_t] = [0, 0, 0, 0]

  let base: wchar_t
  /// Always four, 0 where there is none.
  let marks: [wchar_t]

  init(_ text: String) {
    var scalars = text.unicodeScalars.makeIterator()
    base = scalars.next().map { wchar_t($0.value) } ?? 0x20
    var marks = Self.noMarks
    for place in marks.indices {
      guard let mark = scalars.next() else { break }
      marks[place] = wchar_t(mark.value)
    }
    self.marks = marks
  }

  /// False when curses would give the text another width: then the rest of the row would be out
  /// of line.
  func isDrawn(columns: Int) -> Bool {
    if (0x20...0x7E).contains(base), columns == 1, marks[0] == 0 { return true }
    return desk_wcwidth(base) == Int32(columns) && marks.allSatisfy { $0 == 0 || desk_wcwidth($0) == 0 }
  }
}

/// The C library's opinion of widths, which is also curses' and decides where text ends up.
package enum SystemWidth {
  /// The columns of a scalar; nil when the C library does not know it.
  package static func of(_ scalar: Unicode.Scalar) -> Int? {
    let width = Int(desk_wcwidth(wchar_t(scalar.value)))
    return width < 0 ? nil : width
  }
}
