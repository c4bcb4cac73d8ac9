// A document from a spreadsheet: rows are put on top of the entries that are there, and checked as the
// document itself is. Entries that the file does not name stay as they are.

import Domain

/// A table read as entries of a document. Nothing is written before the documents are saved.
package struct DocumentImport: Equatable, Sendable {
  /// What is wrong, and where.
  package struct Fault: Error, Equatable, Sendable {
    package var line: Int
    /// From 1; nil is the whole row.
    package var column: Int?
    package var problem: DocumentFault.Problem
  }

  /// An entry that would be new or different.
  package struct Change: Equatable, Sendable {
    /// Its id, or what it is called.
    package var name: String
    package var isNew: Bool
    /// What is another than before, in the order of the columns.
    package var values: [Value]
    /// The headings of the columns that say something else than before; of a new entry none.
    package var columns: [String] { isNew ? [] : values.map(\.column) }
  }

  /// One value of an entry that would be different; nil where there is none.
  package struct Value: Equatable, Sendable {
    package var column: String
    package var old: ImportValue?
    package var new: ImportValue?
    /// The day from which it would hold; nil is from now on.
    package var since: CivilDate?
  }

  /// A cell of which the guard warns, alone or together with the one beside it.
  package struct Doubt: Equatable, Sendable {
    package var cell: CellName
    /// The cells of which any may be named to keep it.
    package var cells: Set<CellName>
  }

  package private(set) var faults: [Fault] = []
  package private(set) var doubts: [Doubt] = []
  package private(set) var changes: [Change] = []
  package private(set) var unchanged = 0
  /// Headings that were not read.
  package private(set) var unusedColumns: [String] = []
  /// All documents as they would be.
  package private(set) var documents: Documents
  private let document: DocumentName
  private let today: CivilDate

  /// Reads a table as entries of a document.
  package init(
    _ table: CellTable, as document: DocumentName, into loaded: LoadedDocuments, changes: ChangeDays,
    today: CivilDate
  ) {
    self.document = document
    self.today = today
    documents = loaded.documents
    let rows = ImportRows(table, document, loaded.documents, changes)
    unusedColumns = rows.unusedColumns
    faults = rows.faults
    guard faults.isEmpty else { return }
    check(rows, loaded)
    let guarding = ImportGuarding(rows)
    // What stands in one cell has been told already, with the place inside it.
    faults += guarding.faults.filter { fault in !faults.contains { $0.line == fault.line } }
    doubts = guarding.doubts.filter { doubt in !faults.contains { $0.line == doubt.cell.line } }
    faults.sort { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) }
    if !faults.isEmpty { documents = loaded.documents }
  }

  private mutating func check(_ rows: ImportRows, _ loaded: LoadedDocuments) {
    let list = FaultList(document)
    var merged = loaded
    merged.take(
      .object([
        "version": .integer(loaded.documents.topicsVersion), document.rawValue: .list(rows.entries),
      ]), list)
    var found = list.faults
    // References are looked up once the entries themselves are right: until then they cannot be counted.
    if found.isEmpty {
      found = merged.referenceFaults().filter { fault in
        fault.document == document && !loaded.faults.contains(fault)
      }
    }
    for fault in found {
      // What stands in the document already is not the file's fault.
      guard let place = rows.place(of: fault.path) else { continue }
      faults.append(Fault(line: place.line, column: place.column, problem: fault.problem))
    }
    guard faults.isEmpty else { return }
    // What is past is kept by no save, and is no change.
    let after = merged.documents.withReferencesResolved().withoutPastAbsences(on: today)
    compare(after, with: loaded.documents.withoutPastAbsences(on: today), rows)
    documents = after
    if document == .topics, !changes.isEmpty { documents.topicsVersion += 1 }
  }

  /// What differs between the entries as they are and as they would be.
  private mutating func compare(_ after: Documents, with before: Documents, _ rows: ImportRows) {
    let old = Dictionary(
      (DocumentEncoding.entries(of: document, in: before) ?? []).map { ($0.key, $0.members) }
    ) { first, _ in first }
    for entry in DocumentEncoding.entries(of: document, in: after) ?? [] {
      guard let present = old[entry.key] else {
        changes.append(
          Change(name: name(entry.members), isNew: true, values: values(of: entry, [:], before, after, rows)))
        continue
      }
      if present == entry.members {
        if rows.mentions(entry.members) { unchanged += 1 }
      } else {
        changes.append(
          Change(
            name: name(entry.members), isNew: false, values: values(of: entry, present, before, after, rows)))
      }
    }
  }

  private func values(
    of entry: DocumentEncoding.Entry, _ present: [String: JSONValue], _ before: Documents, _ after: Documents,
    _ rows: ImportRows
  ) -> [Value] {
    let values = rows.values(present, entry.members)
    guard document == .schools, let school = after.schools.first(where: { $0.id.folded == entry.key }) else {
      return values
    }
    return values + rows.hours(before.school(school.id), school)
  }

  private func name(_ members: [String: JSONValue]) -> String {
    for key in ["id", "code", "name"] {
      if case .string(let text)? = members[key] { return text }
    }
    return ""
  }
}
