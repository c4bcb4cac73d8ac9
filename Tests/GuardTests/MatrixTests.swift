// Every day, month and seventh digit in every blocked shape, and the same with days and months that do not exist.
import Guard
import Testing

/// The lengths of the groups, and the signs that may stand between them.
private struct Shape {
  var lengths: [Int]
  var signs: [String] = ["-", " ", ".", "/", "_", " - ", "  ", "\u{2013}", "\u{A0}", ")("]

  /// `digits` in groups, the same sign between all of them.
  func text(_ digits: String, sign: String) -> String {
    var rest = Substring(digits)
    let groups = lengths.map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }
    return groups.joined(separator: sign)
  }
}

private let tenDigitShapes = [
  Shape(lengths: [10], signs: [""]), Shape(lengths: [6, 4]), Shape(lengths: [2, 2, 2, 4]),
  Shape(lengths: [6, 2, 2]), Shape(lengths: [2, 4, 4]), Shape(lengths: [4, 2, 4]), Shape(lengths: [2, 2, 6]),
  Shape(lengths: [4, 6]), Shape(lengths: [6, 1, 3]), Shape(lengths: [6, 3, 1]),
  Shape(lengths: Array(repeating: 1, count: 10)),
]

private let twelveDigitShapes = [
  Shape(lengths: [12], signs: [""]), Shape(lengths: [8, 4]), Shape(lengths: [2, 2, 4, 4]),
]

/// Every writing of the day and month, counted; the year lies in the future where the seventh digit allows it.
private func writings(days: [Int], months: [Int]) -> [(text: String, number: Int)] {
  var found: [(text: String, number: Int)] = []
  var number = 0
  let step = isExhaustive ? 1 : 97
  for day in days {
    for month in months {
      for seventh in 0...9 {
        let start = twoDigits(day) + twoDigits(month)
        for (shapes, year) in [(tenDigitShapes, "40"), (twelveDigitShapes, "2040")] {
          for shape in shapes {
            for sign in shape.signs {
              number += 1
              guard number % step == 0 else { continue }
              found.append((shape.text("\(start)\(year)\(seventh)678", sign: sign), number))
            }
          }
        }
      }
    }
  }
  return found
}

@Test func everyDayMonthAndShapeIsBlocked() {
  let all = writings(days: Array(1...31) + Array(61...91), months: Array(1...12))
  #expect(all.count > 8_000)
  let missed = all.filter { Guard.answer(toLine: $0.text) != "blok" }
  #expect(missed.isEmpty, "\(missed.count) missed, first \(missed.first?.text ?? "")")
}

@Test func theSerialNumberMayBePartedByAnotherSign() {
  let signs = ["-", " ", ".", "/", " - ", "_"]
  for date in signs {
    for serial in signs {
      for digits in ["010140", "01012040", "311257", "910145"] {
        for seventh in 0...9 {
          let year = String(digits.dropFirst(4))
          let parts = [String(digits.prefix(2)), String(digits.dropFirst(2).prefix(2)), year]
          let text = parts.joined(separator: date) + "\(serial)\(seventh)678"
          #expect(Guard.answer(toLine: text) == "blok", "\(text)")
        }
      }
    }
  }
}

@Test func impossibleDatesAreNeverBlocked() {
  let days = [0] + Array(32...60) + Array(92...99)
  let wrongDays = writings(days: days, months: Array(1...12))
  let wrongMonths = writings(days: Array(1...31) + Array(61...91), months: [0] + Array(13...99))
  let blocked = (wrongDays + wrongMonths).filter { Guard.answer(toLine: $0.text) != "ok" }
  #expect(blocked.isEmpty, "\(blocked.count) caught, first \(blocked.first?.text ?? "")")
}

@Test func replacementNumbersAreBlockedOnEveryDay() {
  for day in Array(1...31) + Array(61...91) {
    for century in ["0", "1", "5", "6", "7", "9"] {
      let text = "\(twoDigits(day))0240-\(century)QX4"
      #expect(Guard.answer(toLine: text) == "blok", "\(text)")
    }
  }
}
