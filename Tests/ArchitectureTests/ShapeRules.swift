// How files are to look. Each rule is a function from a file to what it finds, so that it can be tried
// on a bad example.

/// Rules for one file.
enum ShapeRules {
  static let longestFile = 350
  static let longestLine = 110
  static let longestFunction = 70

  static func fileLength(_ file: SourceFile) -> [Finding] {
    let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    guard count > longestFile else { return [] }
    return [Finding(path: file.path, line: count, what: "\(count) lines, at most \(longestFile)")]
  }

  static func lineLength(_ file: SourceFile) -> [Finding] {
    file.lines.enumerated().filter { $0.element.count > longestLine }.map {
      Finding(
        path: file.path, line: $0.offset + 1, what: "\($0.element.count) columns, at most \(longestLine)")
    }
  }

  /// The file opens by saying what it is for, in a whole sentence.
  static func openingSentence(_ file: SourceFile) -> [Finding] {
    let comment = file.lines.prefix { $0.hasPrefix("// ") }
    let isSentence =
      comment.first?.dropFirst(3).first?.isLowercase == false
      && comment.last?.last.map { ".?!".contains($0) } == true
    guard !isSentence else { return [] }
    return [Finding(path: file.path, line: 1, what: "does not open with a sentence")]
  }

  /// What ends the program on bad data, or was left for later.
  static func bannedWords(_ file: SourceFile) -> [Finding] {
    let inCode = ["fatalError(", "try!", " as!", "preconditionFailure("]
    let anywhere = ["TODO", "FIXME", "XXX:", "HACK"]
    let code = file.code.split(separator: "\n", omittingEmptySubsequences: false)
    return zip(file.lines, code).enumerated().flatMap { index, line in
      let found = inCode.filter { line.1.contains($0) } + anywhere.filter { line.0.contains($0) }
      return found.map { Finding(path: file.path, line: index + 1, what: "has \($0)") }
    }
  }

  /// Only the main program writes to standard output.
  static func printing(_ file: SourceFile) -> [Finding] {
    guard file.target != "elevtjenesten" else { return [] }
    let lines = file.code.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated()
      .filter { $0.element.contains("print(") && SwiftCode.holds("print", $0.element) }
      .map { Finding(path: file.path, line: $0.offset + 1, what: "prints") }
  }

  static func functionLength(_ file: SourceFile) -> [Finding] {
    ["func", "init"].flatMap { word in
      SwiftCode.blocks(of: word, in: file.code).compactMap { line, body in
        let count = body.split(separator: "\n", omittingEmptySubsequences: false).count
        guard count > longestFunction else { return nil }
        return Finding(
          path: file.path, line: line, what: "a function of \(count) lines, at most \(longestFunction)")
      }
    }
  }

  /// A switch over cases of an enum names them all, so that a new case is a question of the compiler.
  static func defaultOverCases(_ file: SourceFile) -> [Finding] {
    SwiftCode.blocks(of: "switch", in: file.code).compactMap { line, body in
      let labels = outerLines(of: body)
      let isOverCases = labels.contains { $0.hasPrefix("case .") || $0.hasPrefix("case let .") }
      guard isOverCases, labels.contains(where: { $0.hasPrefix("default") }) else { return nil }
      return Finding(path: file.path, line: line, what: "has a default beside cases of an enum")
    }
  }

  /// The lines of a block that do not lie in a block within it, without their indentation.
  private static func outerLines(of body: String) -> [Substring] {
    var depth = 0
    return body.split(separator: "\n").filter { line in
      defer { depth += line.count { $0 == "{" } - line.count { $0 == "}" } }
      return depth == 0
    }.map { $0.drop { $0 == " " } }
  }
}
