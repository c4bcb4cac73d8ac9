// The rows of a document's spreadsheet put on top of its entries, and the way back from a fault in an
// entry to the cell it came from.

import Domain

/// The entries of a document with the rows of a table in them.
struct ImportRows {
  /// The document's entries as they would be, in their order.
  private(set) var entries: [JSONValue] = []
  private(set) var faults: [DocumentImport.Fault] = []
  private(set) var unusedColumns: [String] = []
  private let document: DocumentName
  let table: CellTable
  /// The columns that the table has, and where.
  private var columns: [(column: ImportColumn, index: Int)] = []
  /// The line that each entry came from, by its place among the entries.
  private var lines: [Int: Int] = [:]

  init(_ table: CellTable, _ document: DocumentName, _ documents: Documents) {
    self.table = table
    self.document = document
    let known = ImportColumn.columns(of: document)
    for (index, heading) in table.headings.enumerated() where !heading.isEmpty {
      let name = CellTable.plain(heading)
      if let column = known.first(where: { $0.names.contains(name) }) {
        columns.append((column, index))
      } else {
        unusedColumns.append(heading)
      }
    }
    for name in ImportColumn.needed(by: document)
    where !columns.contains(where: { $0.column.names.contains(name) }) {
      faults.append(
        DocumentImport.Fault(line: 1, column: nil, problem: .unknownWord(found: name, suggestion: nil)))
    }
    guard faults.isEmpty else { return }
    let present = DocumentEncoding.entries(of: document, in: documents) ?? []
    entries = present.map { .object($0.members) }
    var places = Dictionary(present.enumerated().map { ($1.key, $0) }) { first, _ in first }
    let cell = ImportCell(documents: documents)
    for row in table.rows { add(row, cell, &places) }
  }

  private mutating func add(_ row: CellTable.Row, _ cell: ImportCell, _ places: inout [String: Int]) {
    let own = members(of: row, on: [:], cell)
    let key = DocumentEncoding.key(of: .object(own), in: document)
    let place = key.flatMap { places[$0] }
    if let place, lines[place] != nil {
      let text = row.text(columns.first?.index)
      faults.append(
        DocumentImport.Fault(
          line: row.line, column: columns.first.map { $0.index + 1 },
          problem: .duplicateID(found: TextGuard.shown(text))))
      return
    }
    if let place, case .object(let present) = entries[place] {
      entries[place] = .object(members(of: row, on: present, cell))
      lines[place] = row.line
    } else {
      lines[entries.count] = row.line
      if let key { places[key] = entries.count }
      entries.append(.object(own))
    }
  }

  /// An entry with the cells of a row in it. A column that the table does not have changes nothing; an
  /// empty cell takes the value away.
  private func members(
    of row: CellTable.Row, on present: [String: JSONValue], _ cell: ImportCell
  ) -> [String: JSONValue] {
    var members = present
    var hours: [JSONValue]?
    for (column, index) in columns {
      let value = cell.value(row.text(index), column.kind)
      if case .hours(let weekday) = column.kind {
        hours = Self.hours(hours ?? Self.list(present["hours"]), weekday, value)
      } else {
        Self.set(value, at: column.path[...], in: &members)
      }
    }
    if let hours { members["hours"] = .list(hours) }
    if document == .calendar, members["schoolYear"] ?? .null == .null {
      members["schoolYear"] = Self.schoolYear(members["from"])
    }
    return members.mapValues(Self.withoutEmptyObject)
  }

  private static func hours(_ present: [JSONValue], _ weekday: Weekday, _ value: JSONValue) -> [JSONValue] {
    let others = present.filter { $0["weekday"] != .integer(weekday.rawValue) }
    return (others + list(value)).sorted { left, right in
      guard case .integer(let first)? = left["weekday"], case .integer(let second)? = right["weekday"] else {
        return false
      }
      return first < second
    }
  }

  private static func list(_ value: JSONValue?) -> [JSONValue] {
    if case .list(let values)? = value { return values }
    return []
  }

  private static func set(
    _ value: JSONValue, at path: ArraySlice<String>, in members: inout [String: JSONValue]
  ) {
    guard let key = path.first else { return }
    guard path.count > 1 else {
      members[key] = value
      return
    }
    var inner: [String: JSONValue] = [:]
    if case .object(let present)? = members[key] { inner = present }
    set(value, at: path.dropFirst(), in: &inner)
    members[key] = .object(inner)
  }

  /// Ages or hours of which nothing is said are none.
  private static func withoutEmptyObject(_ value: JSONValue) -> JSONValue {
    if case .object(let members) = value, members.values.allSatisfy({ $0 == .null }) { return .null }
    return value
  }

  /// The school year of a day, from August.
  private static func schoolYear(_ from: JSONValue?) -> JSONValue {
    guard case .string(let text)? = from, let day = CivilDate(text) else { return .null }
    let first = day.month >= 8 ? day.year : day.year - 1
    let next = String((first + 1) % 100)
    return .string("\(first)/\(next.count < 2 ? "0" + next : next)")
  }

  /// The columns whose texts are kept as they are typed, from left to right, and whether they hold lists.
  var textColumns: [(index: Int, isList: Bool)] {
    columns.compactMap { entry in
      switch entry.column.kind {
      case .text: (entry.index, false)
      case .texts: (entry.index, true)
      case .date, .time, .flag, .number, .word, .school, .schools, .profession, .professions, .topics,
        .weekdays, .absences, .span, .hours:
        nil
      }
    }.sorted { $0.index < $1.index }
  }

  // MARK: Back to the cells

  /// The cell that a field of an entry came from; nil when the entry is not the file's.
  func place(of path: String) -> (line: Int, column: Int?)? {
    guard path.hasPrefix(document.rawValue + "["), let end = path.firstIndex(of: "]"),
      let index = Int(path[..<end].dropFirst(document.rawValue.count + 1)), let line = lines[index]
    else { return nil }
    let field = path[end...].dropFirst(2)
    let parts = field.split { $0 == "." || $0 == "[" }.map(String.init)
    guard let root = parts.first else { return (line, nil) }
    if document == .schools, root == "hours", parts.count > 1, let number = Int(parts[1].dropLast()) {
      return (line, hoursColumn(of: index, number))
    }
    let fitting = columns.filter { $0.column.path.first == root }
    let exact = fitting.first { $0.column.path.count > 1 && $0.column.path[1] == parts.dropFirst().first }
    return (line, (exact ?? fitting.first).map { $0.index + 1 })
  }

  private func hoursColumn(of entry: Int, _ number: Int) -> Int? {
    let hours = Self.list(entries[entry]["hours"])
    guard hours.indices.contains(number), case .integer(let weekday)? = hours[number]["weekday"] else {
      return nil
    }
    return columns.first { candidate in
      if case .hours(let day) = candidate.column.kind { return day.rawValue == weekday }
      return false
    }.map { $0.index + 1 }
  }

  /// Whether a row of the table is about that entry.
  func mentions(_ members: [String: JSONValue]) -> Bool {
    let key = DocumentEncoding.key(of: .object(members), in: document)
    return lines.keys.contains { DocumentEncoding.key(of: entries[$0], in: document) == key }
  }

  /// The headings of the columns that fill these fields.
  func headings(of keys: Set<String>) -> [String] {
    columns.filter { keys.contains($0.column.path[0]) }.map { table.headings[$0.index] }
  }
}
