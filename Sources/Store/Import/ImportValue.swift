// A value of an entry as an import tells of it: what stood there and what would stand there.

import Domain

/// What a column fills, by how it is written.
package enum ImportValue: Equatable, Sendable {
  case text(String)
  case flag(Bool)
  case day(CivilDate)
  case weekdays([Weekday])
  case hours([TimeSpan])
  case absences([DateSpan])
}

extension ImportColumn {
  /// The value of this column in an entry; nil where there is none. Opening hours are compared by
  /// themselves, since they have a day from which they hold.
  func value(in members: [String: JSONValue]) -> ImportValue? {
    guard var value = members[path[0]] else { return nil }
    for key in path.dropFirst() {
      guard let inner = value[key] else { return nil }
      value = inner
    }
    switch kind {
    case .flag:
      if case .bool(let flag) = value { return .flag(flag) }
      return nil
    case .date: return Self.text(value).flatMap { CivilDate($0) }.map { .day($0) }
    case .weekdays:
      let days = ImportRows.list(value).compactMap { day -> Weekday? in
        if case .integer(let number) = day { return Weekday(rawValue: number) }
        return nil
      }
      return days.isEmpty ? nil : .weekdays(days)
    case .absences:
      let spans = ImportRows.list(value).compactMap { span -> DateSpan? in
        guard let from = Self.text(span["from"]).flatMap({ CivilDate($0) }),
          let to = Self.text(span["to"]).flatMap({ CivilDate($0) })
        else { return nil }
        return DateSpan(from: from, to: to)
      }
      return spans.isEmpty ? nil : .absences(spans)
    case .span:
      guard let from = Self.text(value["from"]).flatMap({ ClockTime($0) }),
        let to = Self.text(value["to"]).flatMap({ ClockTime($0) })
      else { return nil }
      return .hours([TimeSpan(from: from, to: to)])
    case .texts, .schools, .professions, .topics:
      let parts = ImportRows.list(value).compactMap(Self.text)
      return parts.isEmpty ? nil : .text(parts.joined(separator: ", "))
    case .text, .time, .number, .word, .school, .profession:
      return Self.text(value).flatMap { $0.isEmpty ? nil : .text($0) }
    case .hours, .since: return nil
    }
  }

  private static func text(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text)?: text
    case .integer(let number)?: String(number)
    case .number(let text)?: text
    case .null?, .bool?, .list?, .object?, nil: nil
    }
  }
}

extension ImportRows {
  /// What the columns of the table say of an entry, where it is something else than before.
  func values(_ old: [String: JSONValue], _ new: [String: JSONValue]) -> [DocumentImport.Value] {
    columns.compactMap { column, index in
      let (before, after) = (column.value(in: old), column.value(in: new))
      guard before != after else { return nil }
      return DocumentImport.Value(column: table.headings[index], old: before, new: after)
    }
  }

  /// The opening hours that the table changes of a school, and from when on.
  func hours(_ old: School?, _ new: School) -> [DocumentImport.Value] {
    columns.compactMap { column, index in
      guard case .hours(let weekday) = column.kind else { return nil }
      let before = old?.hours.filter { $0.weekday == weekday } ?? []
      let added = new.hours.filter { $0.weekday == weekday && !before.contains($0) }
      let isChanged = !added.isEmpty || before.contains { !new.hours.contains($0) }
      guard isChanged else { return nil }
      let since = added.compactMap(\.since).max()
      func value(_ school: School?) -> ImportValue? {
        let spans = school?.hours(on: weekday, asOf: since) ?? []
        return spans.isEmpty ? nil : .hours(spans)
      }
      return DocumentImport.Value(
        column: table.headings[index], old: value(old), new: value(new), since: since)
    }
  }
}
