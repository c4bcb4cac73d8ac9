// Looks for texts in everything below a folder, in every form in which they could have been kept.

import Foundation

/// A text in the forms it could have been written in: plain, in other letters, as UTF-16, hexadecimal digits or
/// base64, and backwards.
package struct SearchedText: Sendable {
  package let text: String
  /// Byte sequences, any of which gives the text away.
  package let forms: [[UInt8]]

  /// `parts` are pieces of the text that give it away by themselves.
  package init(_ text: String, parts: [String] = []) {
    self.text = text
    let digits = text.filter(\.isNumber)
    var texts =
      [text, text.lowercased(), text.uppercased(), text.decomposedStringWithCanonicalMapping] + parts
    if digits.count >= 8 { texts.append(digits) }
    texts += texts.map { String($0.reversed()) }
    forms = Set(texts).flatMap(Self.forms)
  }

  private static func forms(of text: String) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let units = Array(text.utf16)
    return [
      bytes, Array(hex.utf8), Array(hex.uppercased().utf8), Array(Data(bytes).base64EncodedString().utf8),
      units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
    ] + shiftedBase64(bytes)
  }

  /// What base64 makes of the text in the middle of other bytes, without the letters that those share with it.
  private static func shiftedBase64(_ bytes: [UInt8]) -> [[UInt8]] {
    (1...2).compactMap { shift in
      let coded = Array(Data([UInt8](repeating: 0, count: shift) + bytes).base64EncodedString().utf8)
      let whole = (shift + bytes.count) / 3 * 4
      let inner = Array(coded[4..<max(4, min(whole, coded.count))])
      return inner.count >= 8 ? inner : nil
    }
  }

  /// Whether any form of it stands in the bytes.
  package func stands(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in forms.contains { Self.holds(raw, $0) } }
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
}

/// What a search found, and how much it looked through.
package struct SearchOutcome: Sendable {
  package var files = 0
  package var bytes = 0
  /// The text and where it stands, be it in the name of a file or a folder.
  package var hits: [String] = []
}

/// Searches whole folders.
package enum ByteSearch {
  /// Where any of the texts stands below a folder, hidden files included.
  package static func hits(of texts: [SearchedText], below path: String) -> SearchOutcome {
    var outcome = SearchOutcome()
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    for name in names {
      outcome.hits += found(texts, in: Array(name.utf8)).map { "\($0) in the name \(name)" }
      guard let data = FileManager.default.contents(atPath: path + "/" + name) else { continue }
      outcome.files += 1
      outcome.bytes += data.count
      outcome.hits += found(texts, in: Array(data)).map { "\($0) in \(name)" }
    }
    return outcome
  }

  /// The texts that stand in some bytes.
  package static func found(_ texts: [SearchedText], in bytes: [UInt8]) -> [String] {
    texts.filter { $0.stands(in: bytes) }.map(\.text)
  }
}
