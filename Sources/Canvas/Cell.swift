// One cell of a screen: what stands in it and what it is for.

/// One character cell.
package struct Cell: Hashable, Sendable {
  /// One grapheme that a terminal cell can hold; empty in the right half of a wide one.
  package var text: String
  package var style: Style

  package init(text: String = " ", style: Style = .normal) {
    self.text = text
    self.style = style
  }

  /// An empty place on the screen.
  package static let blank = Cell()
}
