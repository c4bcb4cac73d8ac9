// Telephone numbers, dates and times in the ways people write them: none is mistaken for a CPR number.
import Guard
import Testing

@Test func noTelephoneNumberIsBlocked() {
  var generator = Generator(seed: 20_260_305)
  for _ in 0..<sampled(200_000, everyRun: 12_000) {
    let text = telephone(&generator)
    #expect(Guard.answer(toLine: text) != "blok", "\(text)")
  }
}

/// Eight digits in a usual grouping, with or without words, country code and a second number.
private func telephone(_ generator: inout Generator) -> String {
  let lengths = generator.pick([[8], [4, 4], [2, 2, 2, 2], [2, 3, 3], [3, 2, 3], [3, 3, 2], [2, 6]])
  let sign = generator.pick([" ", "-", ".", " - ", "\u{A0}", "/"])
  let groups = lengths.map { length in
    (0..<length).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
  }
  let before = generator.pick([
    "", "tlf. ", "Tlf.: ", "mobil ", "+45 ", "+45", "+45-", "(+45) ", "0045 ", "0045", "00 45 ", "45 ", "45",
    "ring til ", "+46 ", "+47 ", "(45) ", "tlf. +45 ", "T: ",
  ])
  let after = generator.pick([
    "", "", ".", " lok. 12", " (mobil)", ", spørg efter Bo", " hele dagen", " kl. 14:30",
  ])
  return before + groups.joined(separator: sign) + after
}

@Test func noDateWithTimeIsBlocked() {
  var generator = Generator(seed: 20_260_311)
  for _ in 0..<sampled(160_000, everyRun: 12_000) {
    let text = dateAndTime(&generator)
    #expect(Guard.answer(toLine: text) != "blok", "\(text)")
  }
}

/// A date and a time in either order, with words around them.
private func dateAndTime(_ generator: inout Generator) -> String {
  let day = generator.two(1...31)
  let month = generator.two(1...12)
  let short = generator.two(0...99)
  let year = generator.pick(["19", "20"]) + short
  let hour = generator.two(0...23)
  let minute = generator.two(0...59)
  let later = generator.two(0...23)
  let pointed = "\(day).\(month).\(short)"
  let date = generator.pick([
    pointed, "\(day).\(month).\(year)", "\(day)/\(month)/\(year)", "\(day)-\(month)-\(year)",
    "\(day)/\(month)-\(year)", "\(day)/\(month) \(year)", "\(year)-\(month)-\(day)", "\(year)\(month)\(day)",
    "\(day). marts \(year)", "\(day)/\(month)", "\(day)\(month)\(short)", "\(day)-\(month)-\(short)",
  ])
  let time = generator.pick([
    "\(hour):\(minute)", "\(hour):\(minute):\(later)", "kl. \(hour).\(minute)", "kl. \(hour)",
    "kl \(hour)\(minute)",
    "\(hour):\(minute)-\(later):\(minute)", "T\(hour):\(minute):\(later)Z", "\(hour).\(minute)",
    "\(hour).\(minute)-\(later).\(minute)",
  ])
  let before = generator.pick(["", "den ", "d. ", "møde ", "(", "Fra "])
  let text = generator.pick([
    "\(date) \(time)", "\(time) \(date)", "\(date), \(time)", "\(date) - \(time)",
    "\(pointed) \(hour)\(minute)",
    "\(day).\(month).\(year) \(hour)\(minute)",
  ])
  return before + text
}
