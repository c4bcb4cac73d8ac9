// Where a finding lies: characters of the typed text, whatever was dropped or rewritten on the way.
import Guard
import Testing

private func characters(_ text: String, scope: Guard.Scope = .plain) -> ClosedRange<Int>? {
  switch Guard.check(text, scope: scope) {
  case .ok: nil
  case .warning(let finding), .block(let finding): finding.characters
  }
}

@Test func theFindingLiesWhereTheDigitsWereTyped() {
  #expect(characters("010140-5678") == 1...11)
  #expect(characters("Nummeret er: 010140-5678.") == 14...24)
  #expect(characters("æøå 010140-5678") == 5...15)
  #expect(characters("a\u{301}e\u{301} 010140-5678") == 4...14)
  #expect(characters("👩‍👩‍👧 010140-5678 👍🏽") == 3...13)
  #expect(characters("01\u{200B}0140-56\u{AD}78") == 1...13)
  #expect(characters("010140\r\n5678 tak") == 1...11)
  #expect(characters("½ 010140-5678") == 3...13)
  #expect(characters("0\u{FE0F}\u{20E3}10140-5678") == 1...11)
  #expect(characters("hul 10 11 12 13 14") == 5...18)
  #expect(characters("ring 12 34 56 78 nu", scope: .aboutYoungPerson) == 6...16)
}

@Test func theFindingTellsHowManyDigitsThereWere() {
  for (text, digits) in [("010140-5678", 10), ("01012040-5678", 12)] {
    #expect(Guard.check(text) == .block(.init(kind: .cpr, characters: 1...text.count, digits: digits)))
  }
}

@Test func theFirstNumberIsNamedAndABlockGoesBeforeAWarning() {
  #expect(characters("a 010140-5678 b 020240-5678") == 3...13)
  #expect(characters("010 140 5678, 020240-5678") == 15...25)
}

@Test func neighbouringFieldsAreReadTogether() {
  let split = Guard.check(fields: ["Bo", "010140", "5678"])
  #expect(split.verdict == .block(.init(kind: .cpr, characters: 1...11, digits: 10)))
  #expect(split.fields == 1...2)
  let single = Guard.check(fields: ["ok", "nr 010140-5678", "ok"])
  #expect(single.fields == 1...1)
  #expect(single.verdict == .block(.init(kind: .cpr, characters: 4...14, digits: 10)))
  #expect(Guard.check(fields: ["010140", "og", "5678"]).verdict == .ok)
  #expect(Guard.check(fields: ["010140", "ok"]).fields == nil)
  #expect(Guard.check(fields: []).verdict == .ok)
  #expect(Guard.check(fields: ["010 140 5678", "x"]).verdict.word == "advarsel")
  #expect(Guard.check(fields: ["CPR", "010 140 5678"]).verdict.word == "blok")
  #expect(Guard.check(fields: ["født", "11.03.2008"], scope: .aboutYoungPerson).verdict.word == "blok")
}

@Test func aFindingDoesNotHoldTheText() {
  let description = "\(Guard.check("hemmelig 010140-5678"))"
  #expect(!description.contains("hemmelig"))
  #expect(!description.contains("5678"))
}
