// ASCII stand-ins for the signs that the screens use, for fonts and screen readers without them.

/// Lines, arrows, dots and quotation marks as plain ASCII. Letters are never changed.
package enum PlainSigns {
  /// `text` with each sign that has a stand-in replaced.
  package static func replace(in text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.reduce(into: "") { $0 += plain($1) ?? String($1) }
  }

  private static func plain(_ character: Character) -> String? {
    switch character {
    case "─", "━", "═", "–", "—", "‒", "−", "‐", "\u{2011}": "-"
    case "│", "┃", "║", "▏", "▕": "|"
    case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼", "╭", "╮", "╰", "╯": "+"
    case "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█", "▉", "▊", "▋", "▌", "▍", "▎", "■": "#"
    case "░", "▒", "▓", "□": ":"
    case "…": "..."
    case "▸", "▶", "›": ">"
    case "◂", "◀", "‹": "<"
    case "→": "->"
    case "←": "<-"
    case "↑", "▲", "▴": "^"
    case "↓", "▼", "▾": "v"
    case "✓", "✔": "ok"
    case "✗", "✘": "x"
    case "×": "x"
    case "•", "●", "◆", "★": "*"
    case "○", "◇", "☆": "o"
    case "·": "."
    case "“", "”", "„", "«", "»": "\""
    case "‘", "’", "‚": "'"
    case "≤": "<="
    case "≥": ">="
    case "±": "+-"
    case "½": "1/2"
    case "\u{A0}", "\u{2009}", "\u{202F}": " "
    default: nil
    }
  }
}
