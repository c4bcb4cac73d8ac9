// What a piece of text is for. Which colour that becomes is decided where the terminal is known.

/// The role of a piece of text, and whether it is on the selected row.
package struct Style: Hashable, Sendable {
  /// Roles, never colours: the same screen must work in 256 colours and in none.
  package enum Role: Int, Hashable, Sendable, CaseIterable {
    case normal, dim, strong, title, key, good, warning, alarm
  }

  package var role: Role
  package var isSelected: Bool

  package init(role: Role = .normal, isSelected: Bool = false) {
    self.role = role
    self.isSelected = isSelected
  }

  package static let normal = Style()
  package static let dim = Style(role: .dim)
  package static let strong = Style(role: .strong)
  package static let title = Style(role: .title)
  package static let key = Style(role: .key)
  package static let good = Style(role: .good)
  package static let warning = Style(role: .warning)
  package static let alarm = Style(role: .alarm)
  package static let selected = Style(isSelected: true)

  /// The same role on the selected row.
  package func selected() -> Style { Style(role: role, isSelected: true) }
}
