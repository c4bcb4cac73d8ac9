// Which colour and which attributes a role gets. The only place where colours have numbers.

import Canvas

/// How a role looks on a terminal with a given number of colours.
///
/// The background is always the terminal's own, so each colour must be readable on black and on
/// white; and every role has an attribute that works without colour.
package struct Palette: Equatable, Sendable {
  /// What is sent to the terminal for a style.
  package struct Look: Hashable, Sendable {
    package var bold = false
    package var underline = false
    package var dim = false
    package var reverse = false
    /// A colour number of the terminal; nil is its own text colour.
    package var colour: Int?

    package init(
      bold: Bool = false, underline: Bool = false, dim: Bool = false, reverse: Bool = false,
      colour: Int? = nil
    ) {
      self.bold = bold
      self.underline = underline
      self.dim = dim
      self.reverse = reverse
      self.colour = colour
    }
  }

  /// How many colours may be used.
  package enum Depth: Hashable, Sendable, CaseIterable {
    case monochrome, few, many

    /// From the number a terminal states; 8 and 16 are the same to us.
    package init(colours: Int) {
      self = colours >= 256 ? .many : colours >= 8 ? .few : .monochrome
    }
  }

  package let depth: Depth

  package init(depth: Depth) { self.depth = depth }

  /// The look of a style. The selected row is the same in reverse.
  package func look(of style: Style) -> Look {
    var look = attributes(of: style.role)
    look.colour = colour(of: style.role)
    look.reverse = style.isSelected
    return look
  }

  private func attributes(of role: Style.Role) -> Look {
    switch role {
    case .normal: Look()
    // With many colours grey is surer than the dim attribute, which some terminals make invisible.
    case .dim: Look(dim: depth != .many)
    case .strong, .title, .key, .good: Look(bold: true)
    case .warning: Look(underline: true)
    case .alarm: Look(bold: true, underline: true)
    }
  }

  private func colour(of role: Style.Role) -> Int? {
    switch (depth, role) {
    case (.monochrome, _), (_, .normal), (_, .strong), (_, .title): nil
    // Of the user's own eight only red and magenta can be relied on, on white as on black.
    case (.few, .alarm): 1
    case (.few, .warning): 5
    case (.few, .good), (.few, .key), (.few, .dim): nil
    case (.many, .dim): 243
    case (.many, .key): 31
    case (.many, .good): 28
    case (.many, .warning): 130
    case (.many, .alarm): 161
    }
  }
}
