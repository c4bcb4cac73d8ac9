// Dates and times with ten digits: let through where they can be nothing else, warned about where they could.
import Guard
import Testing

@Test(arguments: [
  "110326 14:30", "11.03.2026 14", "11.03.2026 14:30", "11.03.2026 14.30", "11.03.2026 14.30.15",
  "11/03/2026 14:30", "11-03-2026 14-16", "2012-03-11 14", "2012-03-11 14:30", "2012-03-11 14.30.15",
  "20120311 14:30", "11032026 14:30", "14:30 11.03.2026", "14.30 11.03.2026", "10.30-12.30 11.03.2026",
  "11.03.2026-14.03.2026", "11.03.2026 - 14.03.2026", "2012-03-11 - 2012-03-14", "2026-03-11 1012-1430",
  "kl. 12 11.03.2026", "kl. 10:15-12:15 11.03.2026", "uge 12 11.03.26 14:30", "11/3 2026 kl. 10",
  "11.03.2026 10.30-12.30", "uge 10 11 12 13 14", "11.03 1030-1230", "rum 12 11.03.2026", "11.03.26-14.03.26",
])
func allowsDatesWithTimes(text: String) { #expect(Guard.answer(toLine: text) == "ok") }

@Test(arguments: [
  "11.03.26 1430", "11.03.26 0000", "11.03.26 2359", "11.03.2026 1430", "11.03.26 14.30", "11-03-26 14.30",
  "plads 10 11 12 13 14", "010 140 5678",
  "0101 40 56 78", "01014056 78", "010 1405678", "010140567 8", "110326 14.30", "12.05 1930-2130",
  "14.11 251110", "kl 1310 020474",
  "nr 12 11.03.2026", "010140 11.03.2026",
])
func warnsOfWhatCouldBeEither(text: String) { #expect(Guard.answer(toLine: text) == "advarsel") }

@Test(arguments: [
  "11.03.26 2400", "11.03.26 1478", "11.03.40 5678", "11.03.26-1430", "11.03.26  1430", "11/03/26 1430",
  "110326 1430", "110326-1430", "01.01.2040 5678", "01.01.2040-1430", "14.11 401110", "1310 020474",
  "hold 1310 020474", "12.11.03.2026",
])
func blocksWhatIsNoTime(text: String) { #expect(Guard.answer(toLine: text) == "blok") }

@Test(arguments: [
  "cpr 11.03.26 1430", "CPR: 110326 14:30", "personnr. 11.03.2026 14", "cpr 010 140 5678",
  "Cpr-nr 0101 40 56 78",
  "cpr.nr.: 01,01,40,5678", "CPR-NUMMER: 01:01:40:5678", "fødselsnr 010 140 5678",
  "FØDSELSNUMMER 010 1405678",
  "foedselsnummer 01014056 78", "erstatningsnummer 010 140 5678", "eCPR 010 140 5678", "c.p.r. 010 140 5678",
  "hans cpr er så vidt jeg husker det nok 010 140 5678", "cpr010 140 5678",
])
func blocksAnyShapeAfterAWordForIt(text: String) { #expect(Guard.answer(toLine: text) == "blok") }

@Test func aWordReachesFortyCharacters() {
  for distance in 1...60 {
    let between = String(repeating: ".", count: distance)
    let answer = Guard.answer(toLine: "cpr\(between)010 140 5678")
    #expect(answer == (distance <= 40 ? "blok" : "advarsel"), "\(distance)")
  }
}

@Test(arguments: ["incpr 010 140 5678", "personale 010 140 5678", "fødselsdage 010 140 5678"])
func otherWordsDoNotAnnounceIt(text: String) { #expect(Guard.answer(toLine: text) == "advarsel") }

@Test(arguments: [
  "cpr 4040404040", "cpr 32 01 40 5678", "cpr 010140-567", "cpr +0101405678", "01,01,40,5678",
])
func aWordAloneMakesNoNumber(text: String) { #expect(Guard.answer(toLine: text) == "ok") }
