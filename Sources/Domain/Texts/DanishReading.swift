// Dates, times and weekdays as people in Denmark type them, into a spreadsheet as into a form.

extension CivilDate {
  /// Reads `2026-03-05`, `05-03-2026`, `5.3.2026`, `5/3 2026`, `5/3-26` and `050326`; anything else is nil.
  package init?(danish text: some StringProtocol) {
    if let date = CivilDate(text) {
      self = date
      return
    }
    let parts = Self.numbers(in: text)
    guard parts.count == 3, let (day, month) = Self.dayAndMonth(parts),
      let year = Digits.value(parts[2]), [2, 4].contains(parts[2].count)
    else { return nil }
    self.init(year: parts[2].count == 2 ? 2000 + year : year, month: month, day: day)
  }

  /// Reads `5/3` and `5.3.`, where the year was left out; anything else is nil.
  package static func dayAndMonth(danish text: some StringProtocol) -> (day: Int, month: Int)? {
    let parts = numbers(in: text)
    return parts.count == 2 ? dayAndMonth(parts) : nil
  }

  private static func dayAndMonth(_ parts: [ArraySlice<UInt8>]) -> (day: Int, month: Int)? {
    guard parts[0].count <= 2, parts[1].count <= 2, let day = Digits.value(parts[0]),
      let month = Digits.value(parts[1])
    else { return nil }
    return (day, month)
  }

  /// What stands between the separators; six or eight digits without any are a whole date.
  private static func numbers(in text: some StringProtocol) -> [ArraySlice<UInt8>] {
    let separators = Set("-./ ".utf8)
    let parts = Array(text.utf8).split { separators.contains($0) }
    guard parts.count == 1, [6, 8].contains(parts[0].count) else { return parts }
    return [parts[0].prefix(2), parts[0].dropFirst(2).prefix(2), parts[0].dropFirst(4)]
  }
}

extension ClockTime {
  /// Reads `9.30`, `09:30`, `0930` and `9`; anything else is nil.
  package init?(danish text: some StringProtocol) {
    let marks = Set(".:".utf8)
    var parts = Array(text.utf8).split(omittingEmptySubsequences: false) { marks.contains($0) }
    if parts.count == 1, [3, 4].contains(parts[0].count) {
      parts = [parts[0].dropLast(2), parts[0].suffix(2)]
    }
    guard (1...3).contains(parts.count), let hour = Digits.value(parts[0]), parts[0].count <= 2
    else { return nil }
    let rest = parts.dropFirst().map { $0.count == 2 ? Digits.value($0) : nil }
    // A spreadsheet may add seconds, which no roster has.
    guard let minute = rest.first ?? 0, minute < 60, rest.count < 2 || rest[1] == 0 else { return nil }
    self.init(minutes: hour * 60 + minute)
  }
}

extension TimeSpan {
  /// Reads `9.30-13.30`, with a hyphen or a dash; anything else, also one that ends before it begins, is nil.
  package init?(danish text: some StringProtocol) {
    guard let ends = Self.ends(danish: text), ends.from < ends.to else { return nil }
    self.init(from: ends.from, to: ends.to)
  }

  /// The two times of one, whichever is earlier; nil when it is none.
  package static func ends(danish text: some StringProtocol) -> (from: ClockTime, to: ClockTime)? {
    let parts = text.split { $0 == "-" || $0 == "–" || $0 == " " }
    guard parts.count == 2, let from = ClockTime(danish: parts[0]), let to = ClockTime(danish: parts[1])
    else { return nil }
    return (from, to)
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
