// Comma-separated values as a Danish spreadsheet opens them: semicolons, CRLF, and a byte order mark.

/// Rows of text as CSV.
package enum CSV {
  /// UTF-8 with a byte order mark.
  package static func bytes(_ rows: [[String]]) -> [UInt8] {
    var text = "\u{FEFF}"
    for row in rows {
      text += row.map(field).joined(separator: ";")
      text += "\r\n"
    }
    return Array(text.utf8)
  }

  /// A field; what a spreadsheet would take for a formula gets an apostrophe before it.
  static func field(_ value: String) -> String {
    let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
    let isFormula = value.unicodeScalars.first.map(starters.contains) ?? false
    let safe = isFormula ? "'" + value : value
    let needsQuotes = safe.unicodeScalars.contains { [";", "\"", "\n", "\r"].contains($0) }
    guard needsQuotes else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
