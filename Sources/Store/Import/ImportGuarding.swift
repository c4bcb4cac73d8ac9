// The guard's answers for the cells of a spreadsheet: each alone, the words of a list together, and each with
// the one beside it, since a number can be split over two.

import Domain
import Guard

/// A cell as spreadsheets name it: the letters of its column, the number of its line.
package struct CellName: Hashable, Sendable, CustomStringConvertible {
  /// Both from 1.
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Reads `C7`; nil for anything else.
  init?(_ text: Substring) {
    let letters = text.prefix { ("A"..."Z").contains($0) }
    let digits = text.dropFirst(letters.count)
    guard (1...2).contains(letters.utf8.count), (1...7).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let line = Int(digits), line > 0
    else { return nil }
    self.line = line
    column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 0x40 }
  }

  /// Reads `C7,D12`; nil where one of them is no name of a cell.
  package static func list(_ text: String) -> Set<CellName>? {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map { CellName($0) }
    let cells = names.compactMap { $0 }
    return cells.count == names.count ? Set(cells) : nil
  }

  package var description: String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(line)
  }
}

/// What the guard says of the rows of a table.
struct ImportGuarding {
  private(set) var faults: [DocumentImport.Fault] = []
  private(set) var doubts: [DocumentImport.Doubt] = []

  init(_ rows: ImportRows) {
    let columns = rows.textColumns
    for row in rows.table.rows {
      for column in columns { look(at: row, [column.index], isList: column.isList) }
      for (left, right) in zip(columns, columns.dropFirst()) where right.index == left.index + 1 {
        look(at: row, [left.index, right.index], isList: left.isList || right.isList)
      }
    }
  }

  /// Looks at one cell, or at two beside each other of which neither has been refused. The words of a list
  /// stand
  /// one after the other in the document, without the commas.
  private mutating func look(at row: CellTable.Row, _ columns: [Int], isList: Bool) {
    let texts = columns.map { row.text($0) }
    let cells = columns.map { CellName(line: row.line, column: $0 + 1) }
    guard let cell = cells.first, !texts.contains(where: \.isEmpty), !isTold(cells) else { return }
    let joined = texts.joined(separator: " ")
    let list = isList ? joined.split { $0 == "," || $0 == " " }.joined(separator: " ") : joined
    switch [Guard.check(joined), Guard.check(list)].max(by: { $0.weight < $1.weight }) {
    case .ok, nil: break
    case .warning where doubts.contains { !$0.cells.isDisjoint(with: cells) }: break
    case .warning: doubts.append(DocumentImport.Doubt(cell: cell, cells: Set(cells)))
    case .block(let finding):
      faults.append(
        DocumentImport.Fault(
          line: row.line, column: cell.column, problem: .refusedText(characters: finding.characters)))
    }
  }

  private func isTold(_ cells: [CellName]) -> Bool {
    cells.contains { cell in faults.contains { $0.line == cell.line && $0.column == cell.column } }
  }
}

extension Guard.Verdict {
  fileprivate var weight: Int {
    switch self {
    case .ok: 0
    case .warning: 1
    case .block: 2
    }
  }
}
