// The rows of a document's spreadsheet put on top of its entries, and the way back from a fault in an
// entry to the cell it came from.

import Domain

/// The entries of a document with the rows of a table in them.
struct ImportRows {
  /// The document's entries as they would be, in their order.
  private(set) var entries: [JSONValue] = []
  private(set) var faults: [DocumentImport.Fault] = []
  private(set) var unusedColumns: [String] = []
  let document: DocumentName
  let table: CellTable
  /// From when on hours of schools may change.
  let changeDays: ChangeDays
  /// The columns that the table has, and where.
  private(set) var columns: [(column: ImportColumn, index: Int)] = []
  /// The line that each entry came from, by its place among the entries.
  private var lines: [Int: Int] = [:]

  init(
    _ table: CellTable, _ document: DocumentName, _ documents: Documents, _ changeDays: ChangeDays
  ) {
    self.table = table
    self.document = document
    self.changeDays = changeDays
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
    if !columns.contains(where: \.column.isHours), let since = columns.firstIndex(where: \.column.isSince) {
      // A day from which nothing is to hold.
      unusedColumns.append(table.headings[columns.remove(at: since).index])
    }
    let present = DocumentEncoding.entries(of: document, in: documents) ?? []
    entries = present.map { .object($0.members) }
    var places = Dictionary(present.enumerated().map { ($1.key, $0) }) { first, _ in first }
    let cell = ImportCell(documents: documents)
    for row in table.rows { add(row, cell, documents.schools, &places) }
  }

  private mutating func add(
    _ row: CellTable.Row, _ cell: ImportCell, _ schools: [School], _ places: inout [String: Int]
  ) {
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
      var members = members(of: row, on: present, cell)
      // Another spelling of an id is the same id, and the entry keeps its own.
      let id = DocumentEncoding.idField(of: document)
      members[id] = present[id]
      if document == .schools { takeHours(of: row, cell, on: schools[place], in: &members) }
      entries[place] = .object(members)
      lines[place] = row.line
    } else {
      lines[entries.count] = row.line
      if let key { places[key] = entries.count }
      var members = own
      if document == .schools { takeHours(of: row, cell, on: nil, in: &members) }
      entries.append(.object(members))
    }
  }

  /// An entry with the cells of a row in it. A column that the table does not have changes nothing; an
  /// empty cell takes the value away.
  private func members(
    of row: CellTable.Row, on present: [String: JSONValue], _ cell: ImportCell
  ) -> [String: JSONValue] {
    var members = present
    for (column, index) in columns where !column.isHours && !column.isSince {
      Self.set(cell.value(row.text(index), column.kind), at: column.path[...], in: &members)
    }
    if document == .calendar, members["schoolYear"] ?? .null == .null {
      members["schoolYear"] = Self.schoolYear(members["from"])
    }
    return members.mapValues(Self.withoutEmptyObject)
  }

  /// The opening hours that a row gives a school, or a new one.
  private mutating func takeHours(
    of row: CellTable.Row, _ cell: ImportCell, on school: School?, in members: inout [String: JSONValue]
  ) {
    guard columns.contains(where: \.column.isHours) else { return }
    do throws(DocumentImport.Fault) {
      members["hours"] = try hours(of: row, cell, on: school)
    } catch {
      faults.append(error)
    }
  }

  static func list(_ value: JSONValue?) -> [JSONValue] {
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
        .weekdays, .absences, .span, .hours, .since:
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
}
