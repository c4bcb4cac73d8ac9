// Dates, times, spans and labels as they stand in the documents.

import Domain

extension FieldReader {
  func date(_ key: String) -> CivilDate? {
    required(key).flatMap { date($0, at: key) }
  }

  func optionalDate(_ key: String) -> CivilDate? {
    value(key).flatMap { date($0, at: key) }
  }

  private func date(_ value: JSONValue, at key: String) -> CivilDate? {
    guard case .string(let text) = value, let date = CivilDate(text) else {
      note(.badDate, at: key)
      return nil
    }
    return date
  }

  private func time(_ key: String) -> ClockTime? {
    guard let value = required(key) else { return nil }
    guard case .string(let text) = value, let time = ClockTime(text) else {
      note(.badTime, at: key)
      return nil
    }
    return time
  }

  /// `from` and `to` of this object as times of a day.
  func timeSpan() -> TimeSpan? {
    guard let from = time("from"), let to = time("to") else { return nil }
    guard from < to else {
      note(.reversed, at: "to")
      return nil
    }
    return TimeSpan(from: from, to: to)
  }

  /// `from` and `to` of this object as days.
  func dateSpan() -> DateSpan? {
    guard let from = date("from"), let to = date("to") else { return nil }
    guard from <= to else {
      note(.reversed, at: "to")
      return nil
    }
    return DateSpan(from: from, to: to)
  }

  func weekday(_ value: JSONValue, at path: String) -> Weekday? {
    number(value, at: path, in: 1...7).flatMap(Weekday.init)
  }

  /// A text in both languages; without an English one the Danish stands for both.
  func label(_ key: String) -> Label? {
    guard required(key) != nil, let reader = object(key), let danish = reader.text("da") else { return nil }
    let english = reader.optionalText("en")
    let runs = reader.keysOfRuns(over: ["da": danish, "en": english])
    if !runs.isEmpty { return Label(danish: TextGuard.hidden, english: TextGuard.hidden) }
    return Label(danish: danish, english: english ?? danish)
  }

  func ages(_ key: String) -> AgeRange? {
    guard let reader = object(key) else { return nil }
    let range = AgeRange(from: reader.number("from", in: 0...120), to: reader.number("to", in: 0...120))
    if let from = range.from, let to = range.to, from > to { reader.note(.reversed, at: "to") }
    return range
  }
}
