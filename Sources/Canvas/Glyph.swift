// What a terminal cell shows for one character: itself, or a harmless stand-in.

/// The picture of one character in a cell.
///
/// A name read from a file may hold anything. Nothing that a terminal would obey is ever drawn,
/// and nothing that terminals disagree about the width of.
struct Glyph: Equatable {
  /// Stands for a control character.
  static let control = Glyph(text: "·", width: 1)
  /// Stands for a character that does not fit in one cell, as a family emoji.
  static let substitute = Glyph(text: "?", width: 1)
  /// A curses cell holds one spacing character and up to four marks on it.
  static let mostScalars = 5

  let text: String
  let width: Int

  private init(text: String, width: Int) {
    self.text = text
    self.width = width
  }

  init(_ character: Character) {
    // The emoji selector changes nothing but the colour where a cell's width is fixed.
    let scalars = character.unicodeScalars.filter { $0.value != 0xFE0F }
    guard let first = scalars.first, !scalars.contains(where: { $0.isControlling }) else {
      self = Self.control
      return
    }
    let marks = scalars.dropFirst()
    guard let width = first.columns, scalars.count <= Self.mostScalars,
      marks.allSatisfy({ $0.columns == 0 && $0.value != 0x200D })
    else {
      self = Self.substitute
      return
    }
    let text = scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
    // A mark with no letter before it gets a space to stand on, so that it can be seen.
    self = width == 0 ? Glyph(text: " " + text, width: 1) : Glyph(text: text, width: width)
  }
}
