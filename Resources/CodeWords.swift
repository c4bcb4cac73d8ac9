// The words a code word is made of.

/// Plain Danish words for a slip of paper, so that the right person is known without a name.
package enum CodeWords {
  /// All of them, in the order of the file.
  package static var all: [String] {
    String(decoding: Resources.codeWords, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
