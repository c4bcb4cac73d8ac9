// Every embedded file can be read, and all of them together stay small.
import Foundation
import Resources
import Testing

private let files: [(name: String, bytes: [UInt8])] = [
  ("topics", Resources.topics), ("professions", Resources.professions),
  ("demo-schools", Resources.demoSchools), ("demo-colleagues", Resources.demoColleagues),
  ("demo-roster", Resources.demoRoster), ("demo-calendar", Resources.demoCalendar),
  ("text.da", Resources.danishText), ("text.en", Resources.englishText), ("words-da", Resources.codeWords),
]

@Test func everyFileIsValidUTF8() {
  for file in files {
    #expect(String(validating: file.bytes, as: UTF8.self) != nil, "\(file.name) is not UTF-8")
  }
}

@Test func everyDocumentIsJSON() throws {
  for file in files where file.name != "words-da" {
    #expect(throws: Never.self, "\(file.name) is not JSON") {
      try JSONSerialization.jsonObject(with: Data(file.bytes))
    }
  }
}

private func size(of names: (String) -> Bool) -> Int {
  files.filter { names($0.name) }.map(\.bytes.count).reduce(0, +)
}

@Test func theListsAndTheDemoDataStayUnder24KB() {
  #expect(size { !$0.hasPrefix("text.") } <= 24 * 1024)
}

/// Each 10 KB costs a second or two of build; the words of two languages take most of it.
@Test func allTogetherStayUnder256KB() {
  #expect(size { _ in true } <= 256 * 1024)
}

@Test func codeWordsAreDistinctAndPlain() throws {
  let text = try #require(String(validating: Resources.codeWords, as: UTF8.self))
  let words = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  #expect(text.hasSuffix("\n"))
  #expect((150...300).contains(words.count))
  #expect(Set(words).count == words.count)
  for word in words {
    #expect((3...13).contains(word.count), "\(word) is too short or too long")
    #expect(word.allSatisfy { ("a"..."z").contains($0) || "æøå".contains($0) }, "\(word)")
  }
}

@Test func noCodeWordIsOneLetterFromAnother() throws {
  let text = try #require(String(validating: Resources.codeWords, as: UTF8.self))
  let words = text.split(separator: "\n").map { Array($0.utf8) }
  for (index, word) in words.enumerated() {
    for other in words[..<index] where abs(other.count - word.count) <= 1 {
      let same = zip(word, other).prefix { $0 == $1 }.count
      let sameAtEnd = zip(word.reversed(), other.reversed()).prefix { $0 == $1 }.count
      let differ = max(word.count, other.count) - same - sameAtEnd
      #expect(
        differ > 1, "\(String(decoding: word, as: UTF8.self)) and \(String(decoding: other, as: UTF8.self))")
    }
  }
}
