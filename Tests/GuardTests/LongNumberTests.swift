// Digits without end: an answer, whatever stands before them.

import Guard
import Testing

@Suite struct LongNumberTests {
  @Test(arguments: ["", "+", "00", "+45", "0045 ", "cpr: "], [16, 19, 20, 40, 2_000])
  func anyNumberOfDigitsHasAnAnswer(before: String, count: Int) {
    for digit in ["0", "1", "9"] {
      let text = before + String(repeating: digit, count: count)
      for scope in [Guard.Scope.plain, .aboutYoungPerson] {
        #expect(Guard.check(text, scope: scope) == Guard.check(text, scope: scope))
      }
    }
  }

  /// A telephone number of another country, or a bank's, ends somewhere: what follows it is looked at.
  @Test(arguments: ["+46 70 123 45 67", "0046 70 123 45 67", "00440043", "DK50 0040 0440 1162 43"])
  func whatFollowsANumberIsStillLookedAt(number: String) {
    for shape in ["3102/455678", "31-0245-5678", "31.02.455678", "3102 45 5678", "3/1/0/2/4/5/5/6/7/8"] {
      for space in ["\t", "  ", " - ", ", "] {
        #expect(Guard.answer(toLine: number + space + shape) == "blok", "\(number)\(space)\(shape)")
      }
    }
    #expect(Guard.answer(toLine: number) == "ok")
  }
}
