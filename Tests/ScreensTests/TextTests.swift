// The words of both languages: none missing, none without its values, none that promises too much.

import Domain
import Resources
import TestKit
import Testing

@Test func everyScreenSpeaksBothLanguagesInFull() {
  let known = Words(.danish).keys
  for language in Words.Language.allCases {
    for stage in Stage.allCases {
      let text = stage.robot(language, width: 140, height: 40).glass.text
      // A key that is missing shows itself, and a value that is missing leaves its braces.
      let keys = text.split { !($0.isLetter || $0 == "." || $0.isNumber) }
        .filter { $0.contains(".") && known.contains(String($0)) }
      #expect(keys.isEmpty, "\(stage) \(language): \(keys)")
      #expect(!text.contains("{") && !text.contains("}"), "\(stage) \(language)")
    }
  }
}

@Test func sameKeysInBothLanguages() {
  #expect(Words(.danish).keys == Words(.english).keys)
}

@Test func danishWordsAreThoseOfTheGlossary() {
  let words = Words(.danish)
  let glossary = [
    "status.nobody": "INGEN PÅ VAGT", "status.notCounted": "IKKE TALT", "state.offered": "Venter på svar",
    "state.takenOver": "Taget over", "state.declined": "Kan ikke tage over", "state.missed": "Kom ikke",
    "state.withdrawn": "Trukket tilbage", "state.closed": "Afsluttet", "mode.fulgt": "Fulgt derhen",
    "mode.ringet": "Ringet sammen", "mode.selv": "Kommer selv", "outcome.talt": "Talt færdig her",
    "outcome.guidet": "Guidet videre", "outcome.kontakt": "Fik kontakten med",
    "outcome.fagsystem": "Videre i fagsystem", "outcome.igen": "Kommer igen",
    "outcome.intet": "Intet tilbud passede", "outcome.gik": "Gik før samtalen",
    "consent.question": "Er den unge med på det? (j/n)", "action.quit.short": "Afslut",
  ]
  for (key, text) in glossary { #expect(words(key) == text) }
  #expect(words("state.longWait", ["days": "14"]) == "Har ventet over 14 dage")
  for key in words.keys { #expect(!words(key).lowercased().contains("vikar"), "\(key)") }
}
