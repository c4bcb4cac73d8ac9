// What people type for dates, times and ages, read in any of the forms they write, and written in one.

import Domain

/// Reads typed values; nil or a fault where they cannot be read.
enum FieldReading {
  /// `5.3.2026`, `5/3-26`, `050326`, `2026-03-05`; `5.3` is the nearest 5 March.
  static func date(_ text: String, near today: CivilDate) -> CivilDate? {
    if let date = CivilDate(danish: trimmed(text)) { return date }
    guard let typed = CivilDate.dayAndMonth(danish: text) else { return nil }
    return [-1, 0, 1]
      .compactMap { CivilDate(year: today.year + $0, month: typed.month, day: typed.day) }
      .min { abs($0.days(since: today)) < abs($1.days(since: today)) }
  }

  /// `9.30-13.30`.
  static func span(_ text: some StringProtocol) throws(FieldFault) -> TimeSpan {
    guard let (from, to) = TimeSpan.ends(danish: text) else { throw .badTime }
    guard from < to else { throw .reversed }
    return TimeSpan(from: from, to: to)
  }

  /// `fr 9-12, ma 14-16`.
  static func hours(_ text: String) throws(FieldFault) -> [DayHours] {
    var hours: [DayHours] = []
    for part in text.split(separator: ",") {
      let words = trimmed(String(part)).split(separator: " ", maxSplits: 1)
      guard words.count == 2, let weekday = weekday(words[0]) else { throw .badTime }
      hours.append(DayHours(weekday: weekday, span: try span(words[1])))
    }
    return hours
  }

  /// By the first two letters in Danish or English.
  private static func weekday(_ word: Substring) -> Weekday? {
    let danish = ["ma", "ti", "on", "to", "fr", "lø", "sø"]
    let english = ["mo", "tu", "we", "th", "fr", "sa", "su"]
    let start = word.lowercased().prefix(2)
    return [danish, english].compactMap { $0.firstIndex(of: String(start)) }.first
      .flatMap { Weekday(rawValue: $0 + 1) }
  }

  /// `13-29`, `13-` or `-29`.
  static func ages(_ text: String) throws(FieldFault) -> AgeRange {
    let ends = trimmed(text).split(omittingEmptySubsequences: false) { "-–".contains($0) }
    var limits: [Int?] = []
    for end in ends {
      let part = trimmed(String(end))
      limits.append(part.isEmpty ? nil : try number(part, in: 0...120))
    }
    guard limits.count == 2 else { throw .notANumber }
    if let from = limits[0], let to = limits[1], from > to { throw .reversed }
    return AgeRange(from: limits[0], to: limits[1])
  }

  /// A number of at most six digits: more are none, and are not said again.
  static func number(_ text: String, in allowed: ClosedRange<Int>) throws(FieldFault) -> Int {
    guard text.utf8.count <= 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text)
    else { throw .notANumber }
    guard allowed.contains(number) else { throw .outOfRange(number, allowed) }
    return number
  }

  /// `9.3.26-13.3.26, 1.7`: days from–to, or one day.
  static func absences(_ text: String, near today: CivilDate) throws(FieldFault) -> [DateSpan] {
    var spans: [DateSpan] = []
    for part in text.split(separator: ",") {
      // A dash may stand in a date too: the one that leaves two dates is the one between them.
      let whole = trimmed(String(part))
      if let day = date(whole, near: today) {
        spans.append(DateSpan(from: day, to: day))
        continue
      }
      let cuts = whole.indices.filter { "-–".contains(whole[$0]) }
      let found = cuts.lazy.compactMap { cut -> DateSpan? in
        guard let from = date(String(whole[..<cut]), near: today),
          let to = date(String(whole[whole.index(after: cut)...]), near: from)
        else { return nil }
        return DateSpan(from: from, to: to)
      }.first
      guard let found else { throw .badDate }
      guard found.from <= found.to else { throw .reversed }
      spans.append(found)
    }
    return spans
  }

  /// Without spaces around it.
  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// Writes values as they stand in a field that nobody is typing in.
enum FieldWriting {
  static func date(_ day: CivilDate?) -> String {
    day.map { "\($0.day).\($0.month).\($0.year)" } ?? ""
  }

  static func time(_ time: ClockTime) -> String {
    "\(time.hour).\(time.minute < 10 ? "0" : "")\(time.minute)"
  }

  static func span(_ span: TimeSpan?) -> String { span.map { "\(time($0.from))-\(time($0.to))" } ?? "" }

  static func hours(_ hours: [DayHours]) -> String {
    let names = ["ma", "ti", "on", "to", "fr", "lø", "sø"]
    return hours.map { "\(names[$0.weekday.rawValue - 1]) \(span($0.span))" }.joined(separator: ", ")
  }

  static func ages(_ ages: AgeRange?) -> String {
    guard let ages, ages.from != nil || ages.to != nil else { return "" }
    return (ages.from.map { String($0) } ?? "") + "-" + (ages.to.map { String($0) } ?? "")
  }

  static func absences(_ spans: [DateSpan]) -> String {
    spans.map { $0.from == $0.to ? date($0.from) : "\(date($0.from))-\(date($0.to))" }.joined(separator: ", ")
  }

  static func weekdays(_ days: some Sequence<Weekday>) -> String {
    Set(days).sorted().map { String($0.rawValue) }.joined()
  }

  static func flag(_ value: Bool) -> String { value ? "1" : "" }
}

extension FieldKind {
  /// A value as it is written when it can be read, else as it was typed.
  func tidied(_ value: String, today: CivilDate) -> String {
    let value = FieldReading.trimmed(value)
    switch self {
    case .date: return FieldReading.date(value, near: today).map { FieldWriting.date($0) } ?? value
    case .times: return (try? FieldReading.span(value)).map { FieldWriting.span($0) } ?? value
    case .hours: return (try? FieldReading.hours(value)).map { FieldWriting.hours($0) } ?? value
    case .ages: return (try? FieldReading.ages(value)).map { FieldWriting.ages($0) } ?? value
    case .absences:
      return (try? FieldReading.absences(value, near: today)).map { FieldWriting.absences($0) } ?? value
    case .text, .contact, .words, .id, .letter, .schoolYear, .number, .yesNo, .weekdays, .choice, .several:
      return value
    }
  }
}
