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
}
