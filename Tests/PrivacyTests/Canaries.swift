// Twenty texts that must not survive, and the search for them in every form they could have been kept in.
import Foundation
import Glibc

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

  /// How it could have been written: as it is, in other letters, as bytes or digits of other kinds, and
  /// backwards.
  var forms: [[UInt8]] {
    let digits = text.filter(\.isNumber)
    var texts = [text, text.lowercased(), text.uppercased(), text.decomposedStringWithCanonicalMapping]
    texts += text.split(separator: " ").map(String.init).filter { kind != .birth && $0.count >= 7 }
    if digits.count >= 8 { texts.append(digits) }
    texts += texts.map { String($0.reversed()) }
    return Set(texts).flatMap { text -> [[UInt8]] in
      let bytes = Array(text.utf8)
      let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      let units = Array(text.utf16)
      return [
        bytes, Array(hex.utf8), Array(hex.uppercased().utf8), Array(Data(bytes).base64EncodedString().utf8),
        units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      ]
    }
  }

  /// Whether it stands in a text that people see.
  func stands(in shown: String) -> Bool {
    let digits = text.filter(\.isNumber)
    return shown.lowercased().contains(text.lowercased())
      || (digits.count >= 8 && shown.filter { $0.isNumber || $0.isLetter }.contains(digits))
  }
}

/// Looks for the canaries in bytes and in folders.
struct CanarySearch {
  private let forms = Canary.all.map { (canary: $0, forms: $0.forms) }

  /// The canaries in some bytes.
  func found(in bytes: [UInt8]) -> [Canary] {
    bytes.withUnsafeBytes { raw in
      forms.filter { _, forms in forms.contains { Self.holds(raw, $0) } }.map(\.canary)
    }
  }

  private static func holds(_ raw: UnsafeRawBufferPointer, _ form: [UInt8]) -> Bool {
    guard let start = raw.baseAddress, let first = form.first else { return false }
    var from = 0
    while raw.count - from >= form.count,
      let place = memchr(start + from, Int32(first), raw.count - from - form.count + 1)
    {
      if memcmp(place, form, form.count) == 0 { return true }
      from = place - UnsafeMutableRawPointer(mutating: start) + 1
    }
    return false
  }

  /// Where canaries stand below a folder: in what files hold, and in the names of files and folders.
  func hits(below path: String) -> (files: Int, bytes: Int, hits: [String]) {
    var (files, size, hits) = (0, 0, [String]())
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    for name in names {
      hits += found(in: Array(name.utf8)).map { "\($0.text) in the name \(name)" }
      guard let data = FileManager.default.contents(atPath: path + "/" + name) else { continue }
      (files, size) = (files + 1, size + data.count)
      hits += found(in: Array(data)).map { "\($0.text) in \(name)" }
    }
    return (files, size, hits)
  }
}
