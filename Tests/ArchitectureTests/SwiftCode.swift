// Just enough of Swift's grammar to tell code from comments and text, and to find where a body ends.

/// Reads Swift source without understanding it.
enum SwiftCode {
  /// A source taken apart.
  struct Parts: Sendable {
    /// The source with comments and the content of string literals replaced by spaces; line breaks
    /// stay, and so does the code inside interpolations.
    var code: String
    /// The string literals as they are written, each with its line.
    var literals: [(line: Int, text: String)]
  }

  static func parts(of text: String) -> Parts {
    var scanner = Scanner(bytes: Array(text.utf8))
    scanner.readCode(until: nil)
    return Parts(code: String(decoding: scanner.output, as: UTF8.self), literals: scanner.literals)
  }

  private struct Scanner {
    let bytes: [UInt8]
    var position = 0
    var line = 1
    var output: [UInt8] = []
    var literals: [(line: Int, text: String)] = []

    init(bytes: [UInt8]) {
      self.bytes = bytes
      output.reserveCapacity(bytes.count)
    }

    private func sees(_ text: StaticString) -> Bool {
      guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
      for index in 0..<text.utf8CodeUnitCount where bytes[position + index] != text.utf8Start[index] {
        return false
      }
      return true
    }

    /// Takes one byte over, or a space for it.
    private mutating func take(isKept: Bool) {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") { line += 1 }
      output.append(isKept || byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " "))
      position += 1
    }

    private mutating func take(_ count: Int, isKept: Bool) {
      for _ in 0..<count where position < bytes.count { take(isKept: isKept) }
    }

    /// Reads code, to the end or to the parenthesis that closes an interpolation.
    mutating func readCode(until closing: UInt8?) {
      var depth = 0
      while position < bytes.count {
        if sees("//") {
          while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { take(isKept: false) }
        } else if sees("/*") {
          while position < bytes.count, !sees("*/") { take(isKept: false) }
          take(2, isKept: false)
        } else if bytes[position] == UInt8(ascii: "\"") || sees("#\"") {
          readLiteral()
        } else {
          if bytes[position] == UInt8(ascii: "(") { depth += 1 }
          if bytes[position] == closing {
            if depth == 0 { return }
            depth -= 1
          }
          take(isKept: true)
        }
      }
    }

    private mutating func readLiteral() {
      let isRaw = bytes[position] == UInt8(ascii: "#")
      if isRaw { take(isKept: true) }
      let isLong = sees("\"\"\"")
      let quotes = isLong ? 3 : 1
      take(quotes, isKept: true)
      let (start, startLine) = (position, line)
      while position < bytes.count {
        let isEnd = isLong ? sees("\"\"\"") : bytes[position] == UInt8(ascii: "\"")
        if isEnd { break }
        if !isRaw, sees("\\(") {
          take(2, isKept: false)
          readCode(until: UInt8(ascii: ")"))
          take(1, isKept: false)
        } else if !isRaw, bytes[position] == UInt8(ascii: "\\") {
          take(2, isKept: false)
        } else {
          take(isKept: false)
        }
      }
      literals.append((startLine, String(decoding: bytes[start..<min(position, bytes.count)], as: UTF8.self)))
      take(quotes + (isRaw ? 1 : 0), isKept: true)
    }
  }

  /// Blocks that a word opens: the line of the word, and the text between the braces that follow it.
  static func blocks(of word: String, in code: String) -> [(line: Int, body: String)] {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.filter { holds(word, lines[$0]) }.compactMap { index in
      let rest = lines[index...].joined(separator: "\n")
      let start = rest.range(of: word)?.upperBound ?? rest.startIndex
      return body(after: rest[start...]).map { (index + 1, $0) }
    }
  }

  /// Whether a line has the word, as a whole word.
  static func holds(_ word: String, _ line: some StringProtocol) -> Bool {
    line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == word }
  }

  /// The text between the first brace outside parentheses and the one that closes it; nil when a
  /// declaration ends without a body, as in a protocol.
  private static func body(after text: Substring) -> String? {
    var (depth, round) = (0, 0)
    var body = ""
    var previousLine: Substring = ""
    for (index, character) in zip(text.indices, text) {
      if depth > 0 { body.append(character) }
      switch character {
      case "(", "[": if depth == 0 { round += 1 }
      case ")", "]": if depth == 0 { round -= 1 }
      case "{" where round == 0 || depth > 0: depth += 1
      case "}" where depth > 0:
        depth -= 1
        if depth == 0 { return String(body.dropLast()) }
      case "}" where round == 0: return nil
      case "\n" where depth == 0 && round == 0:
        previousLine = text[text.index(after: index)...].prefix { $0 != "\n" }
        if !continues(previousLine) { return nil }
      default: break
      }
    }
    return nil
  }

  /// Whether a line goes on with the declaration that the line before it began.
  private static func continues(_ line: Substring) -> Bool {
    let words = line.drop { $0 == " " }
    return ["{", "->", "where ", "throws", "async", ")"].contains { words.hasPrefix($0) }
  }
}
