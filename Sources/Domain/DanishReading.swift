// Dates, times and weekdays as people in Denmark type them into a spreadsheet.

extension CivilDate {
  /// Reads `2026-03-05`, `05-03-2026`, `5.3.2026`, `5/3 2026` and `05-03-26`; anything else is nil.
  package init?(danish text: some StringProtocol) {
    if let date = CivilDate(text) {
      self = date
      return
    }
    let separators: Set<Character> = ["-", ".", "/", " "]
    let parts = text.split { separators.contains($0) }
    guard parts.count == 3, let day = Digits.value(parts[0].utf8), let month = Digits.value(parts[1].utf8),
      let year = Digits.value(parts[2].utf8), [2, 4].contains(parts[2].utf8.count)
    else { return nil }
    self.init(year: parts[2].utf8.count == 2 ? 2000 + year : year, month: month, day: day)
  }
}

extension ClockTime {
  /// Reads `9.30`, `09:30` and `9`; anything else is nil.
  package init?(danish text: some StringProtocol) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
    guard (1...3).contains(parts.count), let hour = Digits.value(parts[0].utf8), parts[0].utf8.count <= 2
    else { return nil }
    let rest = parts.dropFirst().map { $0.utf8.count == 2 ? Digits.value($0.utf8) : nil }
    // A spreadsheet may add seconds, which no roster has.
    guard let minute = rest.first ?? 0, minute < 60, rest.count < 2 || rest[1] == 0 else { return nil }
    self.init(minutes: hour * 60 + minute)
  }
}

extension TimeSpan {
  /// Reads `9.30-13.30`, with a hyphen or a dash; anything else, also one that ends before it begins, is nil.
  package init?(danish text: some StringProtocol) {
    let parts = text.split { $0 == "-" || $0 == "–" || $0 == " " }
    guard parts.count == 2, let from = ClockTime(danish: parts[0]), let to = ClockTime(danish: parts[1]),
      from < to
    else { return nil }
    self.init(from: from, to: to)
  }
}

extension Weekday {
  /// Reads `mandag`, `Man.`, `monday` and `1`; anything else is nil.
  package init?(named text: some StringProtocol) {
    let name = FoldedText(String(text.filter { $0.isLetter || $0.isNumber })).text
    if let number = Int(name), let weekday = Weekday(rawValue: number) {
      self = weekday
      return
    }
    let names = [
      "mandag monday", "tirsdag tuesday", "onsdag wednesday", "torsdag thursday", "fredag friday",
      "loerdag saturday", "soendag sunday",
    ]
    guard name.utf8.count >= 3,
      let index = names.firstIndex(where: { $0.split(separator: " ").contains { $0.hasPrefix(name) } })
    else { return nil }
    self = Self.allCases[index]
  }
}
