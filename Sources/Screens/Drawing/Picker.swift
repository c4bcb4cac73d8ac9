// A numbered list that narrows as one types: the state of it and what each key does to it.

import Canvas
import Domain

/// The state of a list to choose from. The list itself is kept by the screen, so that it does not
/// move while it is open.
struct Picker: Equatable, Sendable {
  /// The row that is marked, among the rows that match; nil marks none.
  var selection: Int?
  /// What has been typed after `/`; nil when the filter is closed.
  var filter: TextField?

  init(selection: Int? = 0, isFiltering: Bool = false) {
    self.selection = selection
    filter = isFiltering ? TextField() : nil
  }

  /// What came of a key.
  enum Step: Equatable {
    case chosen(Int)
    case moved
    /// The key means nothing to a list.
    case passed
  }

  /// The places of the texts that match what has been typed.
  func matches(_ texts: [FoldedText]) -> [Int] {
    guard let filter, !filter.isEmpty else { return Array(texts.indices) }
    let parts = filter.value.split(separator: " ").map { FoldedText(String($0)) }
    return texts.indices.filter { index in parts.allSatisfy(texts[index].contains) }
  }

  /// Takes a key; a chosen row comes back as its place in `texts`. Digits choose at once.
  mutating func take(_ key: Key, among texts: [FoldedText]) -> Step {
    let rows = matches(texts)
    switch key {
    case .up: return move(to: (selection ?? rows.count) - 1, of: rows.count)
    case .down: return move(to: (selection ?? -1) + 1, of: rows.count)
    case .pageUp: return move(to: (selection ?? 0) - 10, of: rows.count)
    case .pageDown: return move(to: (selection ?? 0) + 10, of: rows.count)
    case .home where filter == nil: return move(to: 0, of: rows.count)
    case .end where filter == nil: return move(to: rows.count - 1, of: rows.count)
    case .enter:
      guard let selection, rows.indices.contains(selection) else { return .moved }
      return .chosen(rows[selection])
    case .character(let sign):
      if let number = sign.wholeNumberValue, sign.isASCII {
        guard number >= 1, rows.indices.contains(number - 1) else { return .moved }
        return .chosen(rows[number - 1])
      }
      if filter == nil {
        guard sign == "/" else { return .passed }
        filter = TextField(limit: 40)
        return .moved
      }
      // Help and the acute card stay in reach; nobody's name has these signs.
      if sign == "!" || sign == "?" { return .passed }
    case .escape where filter != nil:
      filter = nil
      selection = 0
      return .moved
    case .escape, .tab, .backtab, .backspace, .delete, .left, .right, .home, .end, .function, .control,
      .resize:
      break
    }
    guard filter?.handle(key) == true else { return .passed }
    selection = matches(texts).isEmpty ? nil : 0
    return .moved
  }

  private mutating func move(to row: Int, of count: Int) -> Step {
    selection = count == 0 ? nil : min(max(row, 0), count - 1)
    return .moved
  }
}
