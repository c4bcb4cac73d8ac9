// The keys that scroll a page longer than the window: the same on every page that is only read.

import Canvas

extension Key {
  /// The first line to be shown after this key, from 0 to `last`; nil for a key that does not scroll.
  func scrolling(from first: Int, last: Int) -> Int? {
    let wanted: Int
    switch self {
    case .down: wanted = first + 1
    case .up: wanted = first - 1
    case .pageDown: wanted = first + 10
    case .pageUp: wanted = first - 10
    case .home: wanted = 0
    case .end: wanted = last
    case .character, .enter, .escape, .tab, .backtab, .backspace, .delete, .left, .right, .function,
      .control, .resize:
      return nil
    }
    return min(max(0, wanted), max(0, last))
  }
}
