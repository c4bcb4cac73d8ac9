// Command lines that make no sense get a sentence and 64; help names what is there and nothing else.
import Foundation
import TestKit
import Testing

@Suite struct UsageTests {
  private func run(_ arguments: String...) throws -> ProgramResult { try Binary.run(arguments) }

  @Test(arguments: [
    (["besøk"], "Mente du \"besøg\"?"), (["i-dagg"], "Mente du \"i-dag\"?"),
    (["hest"], "Kommandoen \"hest\" findes ikke."), (["i-dag", "--jsom"], "Mente du"),
    (["i-dag", "--emne", "bolig"], "--emne hører ikke til i-dag"),
    (["besøg", "--skole"], "--skole mangler sin værdi"),
    (["besøg", "--skole", "--json"], "--skole mangler sin værdi"),
    (["besøg", "--skole", "EUC", "--skole", "GYM"], "--skole står der to gange"),
    (["i-dag", "--json=ja"], "--json skal stå uden værdi"), (["kalender"], "kalender mangler --år"),
    (["kalender", "--år", "26"], "Skriv et år som 2026."),
    (["besøg", "--dag", "2026-02-30"], "Skriv en dato som 2026-03-05."),
    (["besøg", "--udfald", "færdig"], "Skriv talt, guidet"), (["fortryd"], "fortryd mangler: ID"),
    (["fortryd", "a", "b"], "kan ikke bruge \"b\""), (["i-dag", "nu"], "kan ikke bruge \"nu\""),
    (["i-dag", "--nu", "10.12"], "Skriv et tidspunkt som 2026-03-05T10:12."),
    (["tal"], "tal mangler --uge"), (["tal", "--uge", "2025-W53"], "Skriv en uge som 2026-W10"),
    (["tal", "--uge", "2026-W12..2026-W10"], "Skriv en uge"), (["luk", "ab", "--grund", "træt"], "igang"),
    (["demo-data", "--besøg", "5", "--uger", "1"], "demo-data mangler --mappe"),
    (["demo-data", "--mappe", "/tmp/x", "--besøg", "-5", "--uger", "1"], "\"-5\""),
    (["vagtplan", "importer"], "vagtplan importer mangler: FIL"),
    (["vagtplan", "eksport"], "Mente du \"vagtplan eksporter\"?"), (["importer"], "\"importer skoler\""),
    (["vagtplan", "eksporter", "--format", "pdf"], "Skriv csv, ics, html eller json."),
  ]) func isRefusedWithASentence(arguments: [String], words: String) throws {
    let result = try Binary.run(arguments)
    #expect(result.status == 64, "\(arguments): \(result.status) \(result.stderr)")
    #expect(result.stdout.isEmpty)
    #expect(result.stderr.contains(words), "\(arguments): \(result.stderr)")
  }

  @Test func speaksEnglishWhenAsked() throws {
    let result = try run("besøk", "--sprog", "en")
    #expect(result.status == 64 && result.stderr.contains("Did you mean \"besøg\"?"))
  }

  @Test func theLocaleDoesNotChooseTheLanguage() throws {
    let result = try Binary.run(["hest"], environment: ["LANG": "en_GB.UTF-8", "LC_ALL": "en_GB.UTF-8"])
    #expect(result.stderr.contains("findes ikke"))
  }

  @Test func composedAndDecomposedLettersAreTheSame() throws {
    let composed = try run("hjælp", "\u{E5}bn")
    let decomposed = try run("hjælp", "a\u{30A}bn")
    let ascii = try run("hjaelp", "aabn")
    #expect(composed.status == 0 && composed.stdout == decomposed.stdout && composed.stdout == ascii.stdout)
    #expect(composed.stdout.contains("elevtjenesten åbn"))
  }

  @Test func helpNamesEveryCommand() throws {
    let help = try run("--hjælp")
    #expect(help.status == 0 && help.stderr.isEmpty)
    let commands = [
      "demo", "demo-data", "opret", "i-dag", "åbn", "luk-dør", "nul", "sparring", "besøg", "fortryd",
      "overdrag", "overdragelser", "tag-over", "kan-ikke", "træk-tilbage", "kom-ikke", "giv-videre",
      "fortryd-overtagelse", "luk", "kalender", "tjek", "tjek-tekst", "log", "tal", "vagtplan", "ugemøde",
      "vagtplan importer", "vagtplan eksporter", "vagtplan foreslå", "vagtplan fordeling", "afbud",
      "importer skoler", "importer kolleger", "importer emner", "importer tilbud", "importer kalender",
      "frigiv", "slet-gamle", "hjælp",
    ]
    for command in commands {
      #expect(help.stdout.contains("\n  \(command) "), "\(command)")
      let more = try run("hjælp", command)
      #expect(more.status == 0 && more.stdout.contains("Eksempel: "), "\(command)")
      #expect(try run(command, "--hjælp").stdout == more.stdout || command == "hjælp")
    }
    #expect(try run("--hjælp", "--sprog", "en").stdout.contains("Commands"))
    #expect(try run("--version").line.wholeMatch(of: /elevtjenesten \d+\.\d+\.\d+/) != nil)
  }

  @Test func helpIsNoWiderThanATerminal() throws {
    for language in ["da", "en"] {
      for line in try run("--hjælp", "--sprog", language).stdout.split(separator: "\n") {
        #expect(line.count <= 100, "\(line)")
      }
    }
  }
}
