// Texts as people write them, one by one. Every number is invented so that nobody can own it: born in the
// future, or on a day that does not exist.
import Guard
import Testing

@Test(arguments: [
  "010140-5678", "0101405678", "01.01.40-5678", "01 01 40 5678", "elev010140-5678", "910440-5678",
  "010140-7AB1", "0 1 0 1 4 0 5 6 7 8", "01012040-5678", "O10140-5678", "cpr: 01,01,40,5678",
  "010140\u{2011}5678", "０１０１４０-５６７８",
])
func blocksTheKnownExamples(text: String) { #expect(Guard.answer(toLine: text) == "blok") }

@Test(arguments: [
  "+45 12 34 56 78", "11.03.26 14:30", "2026-03-11 14:30", "uge 10, 11, 12, 13, 14", "rum 010140",
  "5000 Odense C", "2026-W11", "4040404040", "192.168.10.11", "kl. 08:00-16:00", "010140-567", "v1.2.3",
  "1234-5678-9012-3456",
])
func allowsTheKnownExamples(text: String) { #expect(Guard.answer(toLine: text) == "ok") }

@Test(arguments: [
  "010140 - 5678", "010140  5678", "010140\n5678", "010140\r\n5678", "010140 \r\n 5678", "010140\t5678",
  "(010140) 5678", "(010140)-(5678)", "010140_5678", "010140/5678", "01/01-40/5678", "01-01-40-5678",
  "0101 40 5678", "01 0140 5678", "0101-405678", "01.01.405678", "010140 56 78", "010140-5-678",
  "010140-567-8", "010120405678", "01.01.2040-5678", "01 01 2040 5678", "710140-5678", "610140-5678",
  "910140-5678", "310240-5678", "rum 12 010140-5678", "010140-5678 12 34 56 78", "nr010140-5678x",
  "+45 010140-5678", "tlf +45 12345678 010140-5678", "sag 0012 010140-5678", "DK01 0140 5678",
  "uge 10 010140-5678", "elev (010140-5678)", "11.03.2026 010140-5678", "010140-5678 11.03.2026 14:30",
])
func blocksOtherWaysToWriteIt(text: String) { #expect(Guard.answer(toLine: text) == "blok") }

@Test(arguments: [
  "O1O140-5678", "0l0140-5678", "0I0I40-5678", "o10140-5678", "elevO10140-5678", "O1.O1.40-5678",
  "01014O-5678", "O 1 0 1 4 0 5 6 7 8", "0101405678 I uge 10",
])
func blocksLettersInPlaceOfDigits(text: String) { #expect(Guard.answer(toLine: text) == "blok") }

@Test(arguments: [
  "O1O1AO-S678", "i 1040 tilfælde og 5678", "hold II 1240 5678", "Ole 10 12 14", "kl. 10 i lokale 12, 1340",
  "l0l0 og 5678",
])
func leavesWordsAlone(text: String) { #expect(Guard.answer(toLine: text) == "ok") }

@Test(arguments: [
  "010140-0AB1", "010140 7ab2", "01.01.40-9ZZ3", "0101401AB2", "01012040-7AB1", "620140-5XY6",
])
func blocksReplacementNumbersWithLetters(text: String) {
  guard case .block(let finding) = Guard.check(text) else {
    Issue.record("not blocked")
    return
  }
  #expect(finding.kind == .ecpr)
  #expect(finding.characters == 1...text.count)
}

@Test(arguments: ["010140-2AB1", "321340-7AB1", "010140-7AB", "010140-7ABC", "010140-7A1", "11.03.26 5 min"])
func knowsWhatIsNoReplacementNumber(text: String) { #expect(Guard.answer(toLine: text) == "ok") }

@Test(arguments: [
  "00 45 12 34 56 78", "0045 12345678", "(+45) 12 34 56 78", "+0101405678", "+49 30 1234 5678",
  "+1 (010) 140-5678", "12345678 / 20112233", "12 34 56 78, 20 11 12 33", "DK12 1140 0440 1162 43",
  "NO12 1134 5678 901", "4571 1010 1234 5678", "3101 2040 5678 9012", "10.10.140.100", "12345678901",
  "1010140-5678", "010140-56789", "0101405678901", "1 2 3 4 5 6 7 8 9 10 11 12", "uge 1-2-3-4-5",
  "2.0.10140", "rum 010140 og 5678", "550e8400-e29b-41d4-a716-446655440000", "", " ", "-", "0", "cpr",
])
func allowsOtherNumbers(text: String) { #expect(Guard.answer(toLine: text) == "ok") }
