// Bars and small curves out of block signs, or of plain ones where the terminal has no others.

/// Draws numbers as signs.
enum FiguresBars {
  /// A bar in eighths of a cell: `███▌`. What is not nothing is seen.
  static func bar(_ value: Int, of greatest: Int, width: Int, isASCII: Bool) -> String {
    guard value > 0, greatest > 0, width > 0 else { return "" }
    if isASCII {
      return String(repeating: "#", count: max(1, (value * width * 2 + greatest) / (2 * greatest)))
    }
    let eighths = max(1, (value * width * 16 + greatest) / (2 * greatest))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  /// A sign for each number, as high as it is great; a gap where there is none. Each is that many wide.
  static func curve(_ values: [Int?], greatest: Int, cell: Int, isASCII: Bool) -> String {
    let signs: [Character] =
      isASCII
      ? [".", ":", "-", "=", "+", "*", "%", "@"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return values.map { value in
      guard let value else { return String(repeating: " ", count: cell) }
      // Nothing has the lowest sign for itself.
      let level = value == 0 || greatest == 0 ? 0 : max(1, (value * 14 + greatest) / (2 * greatest))
      return String(repeating: signs[min(7, level)], count: cell)
    }.joined()
  }
}
