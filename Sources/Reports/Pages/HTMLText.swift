// Text for HTML that is well-formed XML too: escaped, and without what no page may hold.

/// Building blocks of a page.
enum HTMLText {
  /// Text between tags or in an attribute.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default:
        let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
        let isAllowed = scalar.value < 0xFFFE || scalar.value > 0xFFFF
        safe.unicodeScalars.append(isControl || !isAllowed ? "\u{FFFD}" : scalar)
      }
    }
    return safe
  }

  /// `<p class="note">text</p>`
  static func element(_ name: String, _ text: String, _ attributes: KeyValuePairs<String, String> = [:])
    -> String
  {
    open(name, attributes) + escaped(text) + "</\(name)>\n"
  }

  /// `<p class="note">`
  static func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) -> String {
    "<" + name + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined() + ">"
  }

  /// `<rect …/>`
  static func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) -> String {
    "<" + name + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined() + "/>"
  }
}
