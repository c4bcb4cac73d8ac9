// One cell of a spreadsheet as the value that stands in the document. What cannot be read is passed on as
// it is, so that the checks of the document say what is wrong with it.

import Domain

/// Reads cells with what the documents know: names of schools, professions and topics.
struct ImportCell {
  let documents: Documents

  /// The value of a cell; null for an empty one.
  func value(_ text: String, _ kind: ImportColumn.Kind) -> JSONValue {
    if text.isEmpty { return .null }
    switch kind {
    case .text: return .string(text)
    case .date, .since: return .string(CivilDate(danish: text)?.description ?? text)
    case .time: return .string(ClockTime(danish: text)?.description ?? text)
    case .flag: return flag(text)
    case .number: return Int(text).map { .integer($0) } ?? .string(text)
    case .texts: return .list(parts(text).map { .string($0) })
    case .word(let words): return .string(words[FoldedText(text).text] ?? text)
    case .school: return .string(school(text))
    case .schools: return text == "*" ? .list([.string("*")]) : .list(parts(text).map { .string(school($0)) })
    case .profession: return .string(profession(text))
    case .professions: return .list(parts(text).map { .string(profession($0)) })
    case .topics: return .list(parts(text).map { .string(topic($0)) })
    case .weekdays: return weekdays(text)
    case .absences: return .list(parts(text).map(absence))
    case .span: return span(text, [:])
    case .hours(let weekday):
      return .list(parts(text).map { span($0, ["weekday": .integer(weekday.rawValue)]) })
    }
  }

  private func parts(_ text: String) -> [String] {
    text.split(separator: ",").map { part in
      CellTable.Row(line: 0, cells: [String(part)]).text(0)
    }.filter { !$0.isEmpty }
  }

  private func flag(_ text: String) -> JSONValue {
    switch FoldedText(text).text {
    case "ja", "j", "x", "1", "yes", "sand", "true": .bool(true)
    case "nej", "n", "0", "no", "falsk", "false": .bool(false)
    default: .string(text)
    }
  }

  private func span(_ text: String, _ others: [String: JSONValue]) -> JSONValue {
    let span = TimeSpan(danish: text)
    // A span that cannot be read is told at its first time.
    var members = others
    members["from"] = .string(span?.from.description ?? text)
    members["to"] = .string(span?.to.description ?? text)
    return .object(members)
  }

  /// `9.3.2026` or `9.3.2026..13.3.2026`.
  private func absence(_ text: String) -> JSONValue {
    let ends = text.split(separator: "..", maxSplits: 1).map { end in
      CivilDate(danish: end)?.description ?? String(end)
    }
    return .object([
      "from": .string(ends.first ?? text), "to": .string(ends.last ?? text),
    ])
  }

  /// `man-fre`, or names and numbers of days.
  private func weekdays(_ text: String) -> JSONValue {
    let ends = text.split { $0 == "-" || $0 == "–" }.map { Weekday(named: $0) }
    if ends.count == 2, let first = ends[0], let last = ends[1], first <= last {
      return .list((first.rawValue...last.rawValue).map { .integer($0) })
    }
    let days = text.split { $0 == "," || $0 == " " }
    return .list(
      days.map { day in Weekday(named: day).map { .integer($0.rawValue) } ?? .string(String(day)) })
  }

  private func school(_ text: String) -> String {
    let wanted = FoldedText(text)
    return documents.schools.first { FoldedText($0.id.text) == wanted || FoldedText($0.name) == wanted }?.id
      .text
      ?? text
  }

  private func profession(_ text: String) -> String {
    let wanted = FoldedText(text)
    return documents.settings.professions.first {
      FoldedText($0.id.text) == wanted || FoldedText($0.label.danish) == wanted
    }?.id.text ?? text
  }

  private func topic(_ text: String) -> String {
    let wanted = FoldedText(text)
    return documents.topics.first {
      FoldedText($0.id.text) == wanted || FoldedText($0.label.danish) == wanted
    }?.id.text ?? text
  }
}
