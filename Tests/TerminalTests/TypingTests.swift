// What is pressed on a real terminal arrives as the key it is.

import Foundation
import TestKit
import Testing

@Suite(.serialized) struct TypingTests {
  private func started(_ name: String = "xterm-256color", _ locale: String = "C.UTF-8") throws -> RealTerminal
  {
    let terminal = try RealTerminal(
      command: [Binary.path("TerminalFixture")], environment: ["TERM": name, "LANG": locale])
    try terminal.waitFor("Fixture 80x24")
    return terminal
  }

  @Test func arrowsAndOtherKeysWithNames() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.press("Up", "Down", "Left", "Right", "Home", "End")
    try terminal.waitFor("Keys: up down left right home end")
    try terminal.press("PageUp", "PageDown", "BSpace", "DC", "Tab", "BTab")
    try terminal.waitFor("Keys: pageUp pageDown backspace delete tab backtab")
    try terminal.press("Enter", "F1", "F5", "C-a", "C-s", "C-v")
    try terminal.waitFor(
      "Keys: enter function(1) function(5) control(\"a\") control(\"s\") control(\"v\")")
  }

  @Test func cursorKeysInEitherMode() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.send(bytes: Array("\u{1B}[A\u{1B}OB\u{1B}[5~".utf8))
    try terminal.waitFor("Keys: up down pageUp")
  }

  @Test func sequencesWithoutAKeyAreSwallowedWhole() throws {
    let terminal = try started("vt100")
    defer { terminal.close() }
    try terminal.send(bytes: Array("\u{1B}[1;5P\u{1B}[200~".utf8))
    try terminal.type("b")
    try terminal.waitFor("Keys: character(\"b\")")
  }

  @Test func danishLetters() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.type("blåbærgrød")
    try terminal.waitFor("Value: blåbærgrød (10 scalars)")
  }

  @Test func lettersWhoseNumbersAreAlsoCodesOfKeys() throws {
    let terminal = try started()
    defer { terminal.close() }
    // č is 0x10D and curses' KEY_F(5) is 0x10D; š, ł and ğ are in the same range or near it.
    try terminal.type("Čščłğ")
    try terminal.waitFor("Value: Čščłğ (5 scalars)")
  }

  @Test func aCombiningMarkJoinsItsLetter() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.type("Rene\u{301}e")
    try terminal.waitFor("Value: Renée (5 scalars)")
    try terminal.wait(for: "the cursor after five letters") { try terminal.cursor() == (12, 10) }
    try terminal.press("BSpace", "BSpace")
    try terminal.waitFor("Value: Ren (3 scalars)")
  }

  @Test func aLetterWhoseBytesComeApart() throws {
    let terminal = try started()
    defer { terminal.close() }
    // æ is C3 A6; ten milliseconds between them, as on a slow line.
    try terminal.tmux([
      "send-keys", "-H", "61", "c3", ";", "run-shell", "-d", "0.01", ";", "send-keys", "-H", "a6", "62",
    ])
    try terminal.waitFor("Value: aæb (3 scalars)")
  }

  @Test func escapeIsAnsweredAtOnce() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.press("Escape")
    // Curses' own delay is a second; a loaded machine may take half of one to look.
    let start = ContinuousClock.now
    try terminal.waitFor("Keys: escape")
    #expect(ContinuousClock.now - start < .milliseconds(900))
    try terminal.press("Escape", "b", "Escape", "Escape", "Up")
    try terminal.waitFor("Keys: escape escape character(\"b\") escape escape up")
  }

  @Test(arguments: ["xterm", "vt100", "linux", "screen", "tmux-256color"])
  func everyCommonTerminal(name: String) throws {
    let terminal = try started(name)
    defer { terminal.close() }
    try terminal.press("Up")
    try terminal.waitFor("Keys: up")
    try terminal.type("æøå")
    try terminal.waitFor("Value: æøå (3 scalars)")
    try terminal.press("C-x")
    #expect(try terminal.waitForExit() == 0)
    #expect(try !terminal.scrollback().contains("Value: æøå"))
    #expect(terminal.settingsBefore == terminal.settingsAfter)
  }

  @Test(arguments: ["C", "POSIX", "", "da_DK.UTF-8", "xx_YY.ISO-8859-1"])
  func aLocaleWithoutUTF8(locale: String) throws {
    let terminal = try started("xterm-256color", locale)
    defer { terminal.close() }
    try terminal.waitFor("|æøå|字|é|?|·[31m|")
    try terminal.type("ø")
    try terminal.waitFor("Value: ø (1 scalars)")
  }
}
