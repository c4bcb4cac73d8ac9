// A date and a serial number that do not stand side by side, in every combination of how each is written.
import Guard
import Testing

private let days = [1, 2, 9, 10, 12, 28, 31, 61, 72, 91]
private let monthNames = [
  ["jan", "januar", "January", "jan."], ["feb", "februar", "February"], ["mar", "marts", "March"],
  ["apr", "april", "April"], ["maj", "MAJ", "May"], ["jun", "juni", "June"], ["jul", "juli", "July"],
  ["aug", "august", "August"], ["sep", "sept.", "september"], ["okt", "oktober", "Oct", "October"],
  ["nov", "november"], ["dec", "december", "Dec."],
]
private let keywords = [
  "cpr", "CPR:", "cpr-nr.", "Cpr er", "personnummer:", "personnr", "fødselsnr.", "foedselsnummer", "eCPR",
  "erstatningsnummer er",
]
private let gaps = [
  " og så ", "*", " de sidste fire er ", ", ", ": ", "; ", "|", " -> ", "→", "=", " + ", " streg ", "....",
  " (",
  " med enden ", "#", "  -  ",
]

/// Every way to write a day in the years to come.
private func dates(_ day: Int, _ month: Int) -> [String] {
  let (dd, mm) = (twoDigits(day), twoDigits(month))
  var dates = [
    "\(dd)\(mm)47", "\(dd).\(mm).47", "\(dd)/\(mm)-47", "\(day)/\(month) 2047", "\(dd)\(mm)2047",
    "\(dd) \(mm) 47",
    "\(day).\(month).47",
  ]
  for name in monthNames[month - 1] {
    dates += ["\(day). \(name) 47", "\(day) \(name) 2047", "\(day).\(name)-47", "\(name) \(day), 2047"]
  }
  return dates
}

@Test func afterAWordForItNothingBetweenDateAndSerialHelps() {
  var number = 0
  for day in days {
    for month in 1...12 {
      for date in dates(day, month) {
        for keyword in keywords {
          for gap in gaps {
            number += 1
            guard isExhaustive || number % 41 == 0 else { continue }
            let text = "\(keyword) \(date)\(gap)6321"
            #expect(Guard.answer(toLine: text) == "blok", "\(text)")
          }
        }
      }
    }
  }
  #expect(number > 300_000)
}

@Test func aSignOfAListBetweenThemIsAWarning() {
  for day in days {
    for month in 1...12 {
      for date in dates(day, month) {
        for sign in [
          ",", ", ", ";", " ; ", ":", ": ", "|", " | ", " · ", "•", "->", " -> ", "→", " → ", "=>",
        ] {
          let text = "\(date)\(sign)6321"
          #expect(Guard.answer(toLine: text) == "advarsel", "\(text)")
        }
      }
    }
  }
}

@Test func aDayThatDoesNotExistIsNoDate() {
  for date in ["320147", "004747", "121347", "32. maj 47", "12.13.47", "99/12-47"] {
    for keyword in ["cpr ", ""] {
      #expect(Guard.answer(toLine: "\(keyword)\(date) og så 6321") == "ok", "\(keyword)\(date)")
      #expect(Guard.answer(toLine: "\(keyword)\(date), 6321") == "ok", "\(keyword)\(date)")
    }
  }
}

/// A spreadsheet counts with the number, and drops its zero.
@Test func nineDigitsAfterAWordForItAreBlocked() {
  for day in 1...9 {
    for month in 1...12 {
      for shape in [
        "\(day)\(twoDigits(month))475678", "\(day)\(twoDigits(month))47-5678",
        "\(day) \(twoDigits(month)) 47 5678",
      ] {
        #expect(Guard.answer(toLine: "cpr " + shape) == "blok", "\(shape)")
        #expect(Guard.answer(toLine: shape) == "ok", "\(shape)")
      }
    }
  }
  #expect(Guard.answer(toLine: "cpr 913475678") == "ok")
}

@Test func aWordForAnotherNumberExemptsIt() {
  let signs = [" ", ": ", "-nr. ", "-nr.: ", " nr ", "-nummer ", " er ", "  "]
  for (word, numbers) in [
    ("P-nr", ["1012345678", "10 12 34 56 78", "1.012.345.678"]), ("P-nummer", ["1012345678"]),
    ("CVR", ["12345678", "12 34 56 78", "DK12345678", "DK-10123456"]),
    ("EAN", ["5790001012345", "5790 0010 12345", "1012345678901"]),
    ("IBAN", ["DK5000400440116243", "DK50 0040 0440 1162 43", "dk50-0040-0440-1162-43", "NO9310123456789"]),
  ] {
    for spelling in [word, word.lowercased(), word.uppercased()] {
      for sign in word.hasPrefix("P") ? [" ", ": ", ". ", ".: ", " er "] : signs {
        for number in numbers {
          let text = spelling + sign + number
          for scope in [Guard.Scope.plain, .aboutYoungPerson] {
            #expect(Guard.answer(toLine: text, scope: scope) == "ok", "\(text)")
          }
          #expect(Guard.answer(toLine: text + " 120547-6321") == "blok", "\(text)")
        }
      }
    }
  }
  for text in ["P-nr 120547-6321", "P-nr kendes ikke 1205476321", "personnr (P-nr) 1205476321"] {
    #expect(Guard.answer(toLine: text) == "blok", "\(text)")
  }
}
