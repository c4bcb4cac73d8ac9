// A file in `releases/` as JSON: numbers that were published, and nothing that says when or by whom.

import Domain

/// Reading and writing of release files; Format.md beside it describes them.
package enum ReleaseCoding {
  /// 1 has neither the exact sums of the schools nor what topics were called.
  private static let versions = 1...2

  /// The file's bytes; the same figures always give the same.
  package static func encode(_ figures: ReleasedFigures) -> [UInt8] {
    let schools = figures.schools.map { ($0.key.text, value(of: $0.value)) }
    let covers = figures.covers.mapValues { streams in
      JSONValue.object(Dictionary(streams.map { ($0.key.rawValue, .integer($0.value)) }) { $1 })
    }
    var document: [String: JSONValue] = [
      "version": .integer(figures.rows == nil ? 1 : 2), "period": .string(figures.period.description),
      "base": .integer(figures.base), "topicsVersion": .integer(figures.topicsVersion),
      "missing": .integer(figures.missing), "all": value(of: figures.all),
      "schools": .object(Dictionary(schools) { $1 }),
      "days": .object([
        "opening": .integer(figures.days.opening), "staffed": .integer(figures.days.staffed),
        "counted": .integer(figures.days.counted),
      ]),
      "sumOf": periods(figures.sumOf), "joined": periods(figures.joined),
      "leftOut": .object(Dictionary(figures.leftOut.map { ($0.key.description, .integer($0.value)) }) { $1 }),
      "covers": .object(covers),
    ]
    if let rows = figures.rows {
      document["rows"] = .list(rows.map(ReleaseSums.value))
      document["labels"] = .list(figures.labels.map(ReleaseSums.value))
    }
    return JSONValue.object(document).document
  }

  private static func periods(_ periods: [Period]) -> JSONValue {
    .list(periods.map { .string($0.description) })
  }

  private static func value(of table: ReleasedTable) -> JSONValue {
    var members: [String: JSONValue] = [
      "visits": .integer(table.visits), "parts": .integer(table.parts),
    ]
    for vector in ReleaseVector.allCases {
      let cells = table[vector].map { ($0.code, JSONValue.integer($0.count.count)) }
      members[vector.rawValue] = .object(Dictionary(cells) { $1 })
    }
    return .object(members)
  }

  /// The figures in a file; nil when it is none of ours or says what cannot be.
  package static func decode(_ bytes: [UInt8]) -> ReleasedFigures? {
    guard let document = JSONValue(document: bytes), let version = number("version", in: document),
      versions.contains(version), case .string(let name)? = document["period"], let period = Period(name),
      let base = number("base", in: document), base > 0,
      let topicsVersion = number("topicsVersion", in: document),
      let missing = number("missing", in: document),
      let all = document["all"].flatMap({ table($0, base: base) }), let days = days(document["days"]),
      case .object(let rows)? = document["schools"], let sumOf = periods(document["sumOf"]),
      let joined = periods(document["joined"]), let leftOut = leftOut(document["leftOut"]),
      let covers = covers(document["covers"])
    else { return nil }
    var schools: [School.ID: ReleasedTable] = [:]
    for (id, value) in rows {
      guard let table = table(value, base: base) else { return nil }
      schools[School.ID(id)] = table
    }
    let sums = version == 1 ? nil : ReleaseSums(document)
    if version > 1, sums == nil { return nil }
    return ReleasedFigures(
      period: period, base: base, topicsVersion: topicsVersion, all: all, schools: schools, days: days,
      rows: sums?.rows, labels: sums?.labels ?? [], sumOf: sumOf, joined: joined, leftOut: leftOut,
      missing: missing, covers: covers)
  }

  static func number(_ key: String, in value: JSONValue) -> Int? {
    if case .integer(let number)? = value[key], number >= 0 { return number }
    return nil
  }

  /// Rows of topics come in the order of their codes, the others in the order in which they are shown.
  private static func table(_ value: JSONValue, base: Int) -> ReleasedTable? {
    guard let visits = number("visits", in: value), let parts = number("parts", in: value), parts > 0 else {
      return nil
    }
    var table = ReleasedTable(visits: visits, topics: [], outcomes: [], chain: [])
    for vector in ReleaseVector.allCases {
      guard case .object(let counts)? = value[vector.rawValue] else { return nil }
      let order = vector.fixedCodes
      let sorted = counts.sorted { left, right in
        (order.firstIndex(of: left.key) ?? order.count, left.key)
          < (order.firstIndex(of: right.key) ?? order.count, right.key)
      }
      for (code, value) in sorted {
        guard case .integer(let count) = value, count >= 0, count % base == 0 else { return nil }
        table[vector].append(
          ReleasedCell(code: code, count: RoundedCount(count: count, base: base, parts: parts)))
      }
    }
    return table
  }

  private static func days(_ value: JSONValue?) -> ReleasedFigures.Days? {
    guard let value, let opening = number("opening", in: value), let staffed = number("staffed", in: value),
      let counted = number("counted", in: value)
    else { return nil }
    return ReleasedFigures.Days(opening: opening, staffed: staffed, counted: counted)
  }

  private static func periods(_ value: JSONValue?) -> [Period]? {
    guard case .list(let values)? = value else { return nil }
    let periods = values.compactMap { value -> Period? in
      if case .string(let name) = value { return Period(name) }
      return nil
    }
    return periods.count == values.count ? periods : nil
  }

  private static func leftOut(_ value: JSONValue?) -> [Period: Int]? {
    guard case .object(let members)? = value else { return nil }
    var leftOut: [Period: Int] = [:]
    for (name, value) in members {
      guard let period = Period(name), case .integer(let visits) = value, visits >= 0 else { return nil }
      leftOut[period] = visits
    }
    return leftOut
  }

  private static func covers(_ value: JSONValue?) -> [String: [Stream: Int]]? {
    guard case .object(let writers)? = value else { return nil }
    var covers: [String: [Stream: Int]] = [:]
    for (writer, value) in writers {
      guard case .object(let streams) = value else { return nil }
      for (name, number) in streams {
        guard let stream = Stream(rawValue: name), case .integer(let sequence) = number else { return nil }
        covers[writer, default: [:]][stream] = sequence
      }
    }
    return covers
  }
}

extension ReleaseVector {
  /// The codes in the order in which they are shown; topics are ordered by their own document.
  fileprivate var fixedCodes: [String] {
    switch self {
    case .topics: []
    case .outcomes: Outcome.allCases.map(\.rawValue)
    case .chain: ChainCode.allCases.map(\.rawValue)
    }
  }
}
