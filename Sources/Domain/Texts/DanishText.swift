// Danish order and Danish search: æ, ø, å come last and in that order, and aa is å.

/// Compares names as a Danish list does (Unicode CLDR collation for `da`).
package enum DanishOrder {
  /// Whether the left text stands before the right one.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    let (leftKey, rightKey) = (key(left), key(right))
    if leftKey != rightKey { return leftKey.lexicographicallyPrecedes(rightKey) }
    // Upper case first, then anything that keeps the order total.
    return left < right
  }

  /// One number per letter; ä stands with æ, ö with ø, ü with y, and aa is å.
  private static func key(_ text: String) -> [UInt32] {
    let letters = Array(text.lowercased())
    var key: [UInt32] = []
    var index = 0
    while index < letters.count {
      let isDoubleA = letters[index] == "a" && index + 1 < letters.count && letters[index + 1] == "a"
      key.append(isDoubleA ? weight("å") : weight(letters[index]))
      index += isDoubleA ? 2 : 1
    }
    return key
  }

  private static func weight(_ letter: Character) -> UInt32 {
    switch letter {
    case "æ", "ä": return 0x7b
    case "ø", "ö": return 0x7c
    case "å": return 0x7d
    case "ü": return 0x79
    default:
      let plain = FoldedText.plain[letter] ?? String(letter)
      return plain.unicodeScalars.first?.value ?? 0
    }
  }
}

/// A text made easy to find: lower case, æ as ae, ø as oe, å as aa, other letters without their marks.
package struct FoldedText: Hashable, Sendable {
  package let text: String

  package init(_ original: String) {
    let small = original.lowercased()
    // Most texts have nothing to fold, and all of a list are folded at every key of a search.
    guard small.utf8.contains(where: { $0 >= 0x80 }) else {
      text = small
      return
    }
    var folded = ""
    for letter in small {
      switch letter {
      case "æ", "ä": folded += "ae"
      case "ø", "ö": folded += "oe"
      case "å": folded += "aa"
      default: folded += Self.plain[letter] ?? String(letter)
      }
    }
    text = folded
  }

  /// Whether the other text stands somewhere in this one; an empty one always does.
  package func contains(_ part: FoldedText) -> Bool {
    let (whole, wanted) = (Array(text.utf8), Array(part.text.utf8))
    guard !wanted.isEmpty else { return true }
    guard wanted.count <= whole.count else { return false }
    return (0...(whole.count - wanted.count)).contains { whole[$0...].starts(with: wanted) }
  }

  /// Letters of names in Denmark that a Danish keyboard cannot type at once.
  static let plain: [Character: String] = [
    "á": "a", "à": "a", "â": "a", "ã": "a", "ą": "a", "ă": "a",
    "ç": "c", "č": "c", "ć": "c", "ď": "d", "đ": "d", "ð": "d",
    "é": "e", "è": "e", "ê": "e", "ë": "e", "ę": "e", "ě": "e", "ğ": "g",
    "í": "i", "ì": "i", "î": "i", "ï": "i", "ı": "i", "i\u{307}": "i", "ł": "l",
    "ñ": "n", "ń": "n", "ň": "n", "ó": "o", "ò": "o", "ô": "o", "õ": "o", "ő": "o", "ř": "r",
    "š": "s", "ś": "s", "ş": "s", "ș": "s", "ß": "ss", "ť": "t", "ț": "t", "þ": "th",
    "ú": "u", "ù": "u", "û": "u", "ů": "u", "ű": "u", "ü": "u", "ý": "y", "ÿ": "y",
    "ž": "z", "ź": "z", "ż": "z",
  ]
}
