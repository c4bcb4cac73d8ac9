// A table before it has widths: what stands in its rows, and which columns are numbers.

/// Rows of text under headings. Whoever prints it measures the columns.
package struct TextTable: Equatable, Sendable {
  /// One column.
  package struct Column: Equatable, Sendable {
    package var heading: String
    /// Numbers stand to the right.
    package var isNumber: Bool

    package init(_ heading: String, isNumber: Bool = false) {
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  package var columns: [Column]
  package var rows: [[String]]

  package init(columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }
}
