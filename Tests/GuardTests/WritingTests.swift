// Every way to write a digit, a space, a dash or nothing at all leads to the same answer.
import Guard
import Testing

/// Every scalar with a property, apart from the ASCII ones.
private func scalars(_ isWanted: (Unicode.Scalar.Properties) -> Bool) -> [Unicode.Scalar] {
  (UInt32(0x80)...0x1FBFF).compactMap(Unicode.Scalar.init).filter { isWanted($0.properties) }
}

@Test func everyDashJoins() {
  let dashes = scalars { $0.generalCategory == .dashPunctuation } + ["\u{2212}", "\u{FE63}", "\u{FF0D}"]
  #expect(dashes.count > 20)
  for dash in dashes { #expect(Guard.answer(toLine: "010140\(dash)5678") == "blok", "\(dash.value)") }
}

@Test func everySpaceJoins() {
  let spaces = scalars(\.isWhitespace)
  #expect(spaces.count > 15)
  for space in spaces {
    #expect(Guard.answer(toLine: "01\(space)01 40\(space)5678") == "blok", "\(space.value)")
  }
}

@Test func everyDecimalDigitCounts() {
  let zeros = scalars { $0.numericType == .decimal && $0.numericValue == 0 }
  #expect(zeros.count > 50)
  for zero in zeros {
    let text = "0101405678".unicodeScalars.compactMap { Unicode.Scalar(zero.value + $0.value - 0x30) }
    #expect(Guard.answer(toLine: String(String.UnicodeScalarView(text))) == "blok", "\(zero.value)")
  }
}

@Test(arguments: [
  "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{200E}", "\u{202E}", "\u{180E}",
  "\u{34F}", "\u{FE0F}", "\u{301}", "\u{20E3}", "\u{0}", "\u{7F}", "\u{E0001}", "\u{2066}",
])
func whatCannotBeSeenHidesNothing(invisible: String) {
  #expect(Guard.answer(toLine: "010140-5678".map { "\($0)\(invisible)" }.joined()) == "blok")
  #expect(Guard.answer(toLine: "\(invisible)01\(invisible)\(invisible)0140-5678") == "blok")
}

@Test(arguments: [
  "⓪①⓪①④⓪-⑤⑥⑦⑧", "⁰¹⁰¹⁴⁰⁻⁵⁶⁷⁸", "𝟘𝟙𝟘𝟙𝟜𝟘𝟝𝟞𝟟𝟠", "010140⁄5678", "０１．０１．４０－５６７８", "010140（5678）", "010140＿5678",
  "0️⃣1️⃣0️⃣1️⃣4️⃣0️⃣5️⃣6️⃣7️⃣8️⃣", "ＣＰＲ：０１，０１，４０，５６７８",
])
func compatibleCharactersAreReadAsPlainOnes(text: String) { #expect(Guard.answer(toLine: text) == "blok") }

@Test func whatIsNoSeparatorSeparates() {
  for sign in [",", ":", ";", "|"] {
    #expect(Guard.answer(toLine: "010140\(sign)5678") == "advarsel", "\(sign)")
  }
  for sign in ["x", "*", "og", "....", "    ", "æ", "字", "👍", "=", "+"] {
    #expect(Guard.answer(toLine: "010140\(sign)5678") == "ok", "\(sign)")
  }
}
