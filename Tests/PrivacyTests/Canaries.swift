// Twenty texts that must not survive, and the search for them in every form they could have been kept in.
import Foundation
import TestKit

/// A text that is typed, and then must be nowhere. Numbers are such that nobody can own them: their owners
/// would be born in the future or on days that do not exist; no telephone number here is in use.
struct Canary: Hashable {
  enum Kind: CaseIterable { case cpr, telephone, email, birth, name, codeWord }

  var kind: Kind
  var text: String

  /// Whether no document may hold it, whatever the field.
  var isRefusedEverywhere: Bool { kind == .cpr }
  /// Whether no text that people write may hold it.
  var isRefusedInTexts: Bool { kind != .name && kind != .codeWord }

  static let all: [Canary] = [
    Canary(kind: .cpr, text: "010140-5678"), Canary(kind: .cpr, text: "3112576789"),
    Canary(kind: .cpr, text: "31.02.45-6123"), Canary(kind: .cpr, text: "30 02 45 7001"),
    Canary(kind: .cpr, text: "910440-5679"), Canary(kind: .cpr, text: "01012041-8123"),
    Canary(kind: .telephone, text: "+45 00 11 22 33"), Canary(kind: .telephone, text: "00 44 55 66"),
    Canary(kind: .telephone, text: "00778899"), Canary(kind: .email, text: "kanarie@eksempel.invalid"),
    Canary(kind: .birth, text: "født 12. marts 2041"), Canary(kind: .birth, text: "født 31-02-2044"),
    Canary(kind: .name, text: "Kanariella Undulatsen"), Canary(kind: .name, text: "Zebrafinke Papegøjsen"),
    Canary(kind: .name, text: "Ærfugl Ørnefjeld"), Canary(kind: .name, text: "Nymfe Parakitten"),
    Canary(kind: .name, text: "mormor i Kanariegade"), Canary(kind: .codeWord, text: "gulirisk kanariefrø"),
    Canary(kind: .codeWord, text: "dompap bogfinke"), Canary(kind: .codeWord, text: "silkehale pirol"),
  ]

  static func of(_ kinds: Kind...) -> [Canary] { all.filter { kinds.contains($0.kind) } }

  /// How it could have been written; longer words of it give it away as well.
  var searched: SearchedText {
    let words = text.split(separator: " ").map(String.init)
    return SearchedText(text, parts: words.filter { kind != .birth && $0.count >= 7 })
  }

  var forms: [[UInt8]] { searched.forms }

  /// Whether it stands in a text that people see.
  func stands(in shown: String) -> Bool {
    let digits = text.filter(\.isNumber)
    return shown.lowercased().contains(text.lowercased())
      || (digits.count >= 8 && shown.filter { $0.isNumber || $0.isLetter }.contains(digits))
  }
}

/// Looks for the canaries in folders.
struct CanarySearch {
  private let texts = Canary.all.map(\.searched)

  /// Where canaries stand below a folder: in what files hold, and in the names of files and folders.
  func hits(below path: String) -> SearchOutcome { ByteSearch.hits(of: texts, below: path) }
}
