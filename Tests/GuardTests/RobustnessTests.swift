// Any text gets an answer, and a text twice as long takes about twice as long.
import Foundation
import Guard
import Testing

@Test func anyTextGetsAnAnswerWithinIt() {
  var generator = Generator(seed: 7)
  for _ in 0..<sampled(300_000, everyRun: 6_000) {
    let text = noise(&generator)
    for scope in [Guard.Scope.plain, .aboutYoungPerson] {
      switch Guard.check(text, scope: scope) {
      case .ok: break
      case .warning(let finding), .block(let finding):
        #expect(finding.characters.lowerBound >= 1)
        #expect(finding.characters.upperBound <= text.count)
      }
    }
  }
}

/// Digits and signs that mean something, mixed with any characters at all.
private func noise(_ generator: inout Generator) -> String {
  let known = Array("0123456789012345678901234567890 -./_():,+@OlIcprfødt\n\u{200B}\u{301}②１".unicodeScalars)
  var text = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0...40, using: &generator) {
    let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
    let isKnown = Int.random(in: 0..<10, using: &generator) > 0
    text.append(isKnown ? generator.pick(known) : any ?? "\u{FFFD}")
  }
  return String(text)
}

@Test func aRealNumberIsFoundInAnySurroundings() {
  var generator = Generator(seed: 11)
  for _ in 0..<sampled(100_000, everyRun: 4_000) {
    let letters = ["æble ", "og ", "x", ", ", "; ", "nr: ", "👍", "\n\n\n\n", "uge ", "+45 12 34 56 78, "]
    let before = (0..<3).map { _ in generator.pick(letters) }.joined()
    let after = (0..<3).map { _ in generator.pick(letters) }.joined()
    #expect(Guard.answer(toLine: before + "010140-5678" + after) == "blok", "\(before)|\(after)")
  }
}

@Test(
  .serialized,
  arguments: [
    "1 ", "12 34 56 78 / ", "0 0 1 3 ", "I l O 1 ", "cpr f. ", "a@ ", "DK12 1234 1234 ", "99 ", "æ 字 ",
    "+45 1 ", "1010",
    "010140-567 ", "født 99 ",
  ])
func twiceTheTextTakesAboutTwiceAsLong(unit: String) {
  let short = String(repeating: unit, count: 24_000 / unit.utf8.count)
  let long = short + short + short + short
  func seconds(_ text: String) -> Double {
    (0..<3).map { _ in
      let start = ownSeconds()
      _ = Guard.check(text, scope: .aboutYoungPerson)
      return ownSeconds() - start
    }.min() ?? 0
  }
  // Four times the text; a square would take sixteen times as long.
  #expect(seconds(long) < seconds(short) * 10 + 0.005)
}

/// How long this thread has been computing, which other work on the machine does not change.
private func ownSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
