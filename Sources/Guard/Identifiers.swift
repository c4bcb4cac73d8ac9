// Ids and the names of files: short texts without words, in which a number has no reason to be.

extension Guard {
  /// Whether an id somebody typed may be kept: the code of a topic, a colleague's or a school's id. Any shape
  /// of a CPR number is refused, also one that a spreadsheet has taken the zero from. An id that this program
  /// made, 32 hexadecimal digits, is let through: one in 300 looks like a number.
  package static func check(id text: String) -> Verdict {
    if isOwnID(text[...]) { return .ok }
    // The word makes the guard read what follows as strictly as it can.
    let word = "cpr "
    switch check(word + text) {
    case .ok: return check(text)
    case .warning(let finding): return .block(moved(finding, by: word.count))
    case .block(let finding): return .block(moved(finding, by: word.count))
    }
  }

  /// The name of a file or a folder as it may be shown: with a dot for every digit when it looks like a
  /// number
  /// of somebody's, else as it is.
  package static func masked(_ name: String) -> String {
    let parts = name.split(omittingEmptySubsequences: false) { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    var rest = name
    for part in parts where isOwnID(part) {
      if let range = rest.range(of: part) { rest.replaceSubrange(range, with: "x") }
    }
    let hasLostZero = parts.contains { $0.utf8.count == 9 && check("cpr " + $0) != .ok }
    if check(rest) == .ok, !hasLostZero { return name }
    return String(name.map { $0.isNumber ? "•" : $0 })
  }

  /// A path as it may be shown: each name in it masked by itself.
  package static func masked(path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { masked(String($0)) }.joined(
      separator: "/")
  }

  private static func isOwnID(_ text: Substring) -> Bool {
    text.utf8.count == 32
      && text.utf8.allSatisfy { Unit.isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
  }

  private static func moved(_ finding: Finding, by count: Int) -> Finding {
    let characters =
      max(1, finding.characters.lowerBound - count)...max(1, finding.characters.upperBound - count)
    return Finding(kind: finding.kind, characters: characters, digits: finding.digits)
  }
}
