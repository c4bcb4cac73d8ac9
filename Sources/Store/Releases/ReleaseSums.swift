// What a release file tells beside the protected tables: the exact sums of the schools, and what topics were
// called.

import Domain

/// The exact part of a release file.
struct ReleaseSums {
  let rows: [WeekRow]
  let labels: [ReleasedFigures.TopicLabel]

  /// Nil when a row or a name is not what it should be.
  init?(_ document: JSONValue) {
    guard case .list(let rows)? = document["rows"], case .list(let labels)? = document["labels"] else {
      return nil
    }
    self.rows = rows.compactMap(Self.row)
    self.labels = labels.compactMap(Self.label)
    guard self.rows.count == rows.count, self.labels.count == labels.count else { return nil }
  }

  static func value(_ row: WeekRow) -> JSONValue {
    .object([
      "school": .string(row.school.text), "small": .bool(row.isSmall), "opening": .integer(row.opening),
      "staffed": .integer(row.staffed), "counted": .integer(row.counted), "extra": .integer(row.extra),
      "visits": .integer(row.visits), "sparring": .integer(row.sparring), "minutes": .integer(row.minutes),
    ])
  }

  private static func row(_ value: JSONValue) -> WeekRow? {
    func number(_ key: String) -> Int? { ReleaseCoding.number(key, in: value) }
    guard case .string(let school)? = value["school"], !school.isEmpty,
      case .bool(let isSmall)? = value["small"],
      let opening = number("opening"), let staffed = number("staffed"), let counted = number("counted"),
      let extra = number("extra"), let visits = number("visits"), let sparring = number("sparring"),
      let minutes = number("minutes")
    else { return nil }
    return WeekRow(
      school: School.ID(school), opening: opening, staffed: staffed, counted: counted, extra: extra,
      visits: visits, sparring: sparring, minutes: minutes, isSmall: isSmall)
  }

  static func value(_ topic: ReleasedFigures.TopicLabel) -> JSONValue {
    .object([
      "code": .string(topic.code), "da": .string(topic.label.danish), "en": .string(topic.label.english),
    ])
  }

  private static func label(_ value: JSONValue) -> ReleasedFigures.TopicLabel? {
    guard case .string(let code)? = value["code"], case .string(let danish)? = value["da"],
      case .string(let english)? = value["en"]
    else { return nil }
    return ReleasedFigures.TopicLabel(code: code, label: Label(danish: danish, english: english))
  }
}
