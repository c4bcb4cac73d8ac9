// A text about a young person holds no telephone number, e-mail address or date of birth either.
import Guard
import Testing

private func kind(_ text: String) -> Guard.Kind? {
  guard case .block(let finding) = Guard.check(text, scope: .aboutYoungPerson) else { return nil }
  return finding.kind
}

@Test(arguments: [
  "12345678", "Ring på 12 34 56 78", "1234 5678", "1234-5678", "12-34-56-78", "12.34.56.78", "12 345 678",
  "123 45 678", "12 3456 78", "+4512345678", "+45 12 34 56 78", "4512345678", "004512345678",
  "0045 1234 5678",
  "(+45) 12 34 56 78", "+46 70 123 45 67", "lokale 12 12345678", "kl. 14:30 på 12 34 56 78", "１２３４ ５６７８",
  "12 34 56 78 eller 10.30", "tlf12345678",
])
func telephoneNumbersAreBlocked(text: String) { #expect(kind(text) == .telephone) }

@Test(arguments: [
  "ole@skole.example", "skriv til ole.b+1@skole.example!", "ole @ skole.example", "OLE＠SKOLE.EXAMPLE",
  "ole@skole",
])
func addressesAreBlocked(text: String) { #expect(kind(text) == .email) }

@Test(arguments: [
  "født 11.03.2008", "født den 11. marts 2008", "Født d. 11/3 2008", "f. 11/3-08", "f. 110308",
  "f.11.03.2008",
  "fødselsdag 3/4", "fødselsdato: 2008-03-11", "foedt 11 03 2008", "FØDT 110308",
  "født i Odense den 1. maj",
])
func datesOfBirthAreBlocked(text: String) { #expect(kind(text) == .birth) }

@Test func aYearOfBirthIsAWarning() {
  guard case .warning(let finding) = Guard.check("født i 2008", scope: .aboutYoungPerson) else {
    Issue.record("no warning")
    return
  }
  #expect(finding.kind == .birth)
  #expect(finding.characters == 8...11)
}

@Test(arguments: [
  "Mødes 11.03.2026 kl. 14.30", "11.03.2026 10.30-12.30", "2026-03-11 14:30", "kl. 10.30-12.30",
  "kl. 1030-1230",
  "kl. 08:00-16:00", "skoleåret 2025-2026", "11.03.26 14", "uge 10, 11, 12, 13, 14", "rum 12, 1. sal",
  "5000 Odense C",
  "@ole", "2 @ 3", "f.eks. 10.11", "plads f. 10 personer", "født på rum 12", "fødselsdag i uge 10",
  "kommer igen 11/3",
  "",
])
func everydayMessagesPass(text: String) {
  #expect(Guard.answer(toLine: text, scope: .aboutYoungPerson) == "ok")
}

@Test(arguments: ["12 34 56 78", "ole@skole.example", "født 11.03.2008"])
func otherTextsMayHoldThem(text: String) { #expect(Guard.answer(toLine: text) == "ok") }

@Test func aNumberGoesBeforeAnAddress() { #expect(kind("ole@skole.example 010140-5678") == .cpr) }
