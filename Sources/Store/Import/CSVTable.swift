// From the text of a CSV file to a table: quoted fields, line breaks inside them, and the separator found.

import Domain

extension CellTable {
  /// What keeps a text from being a table.
  package enum Fault: Error, Equatable {
    /// No line has anything in it.
    case empty
    /// A quotation mark is opened on this line and never closed.
    case openQuote(line: Int)
    /// More text follows a closed quotation mark.
    case strayQuote(line: Int)
    /// A row has more cells than there are headings.
    case tooManyCells(line: Int)
  }

  /// Reads the text of a file; the first line that is not empty holds the headings.
  package init(csv text: String) throws(Fault) {
    let separator = Self.separator(of: text)
    var records: [Row] = []
    var reader = FieldScanner(text, separator: separator)
    while let record = try reader.next() {
      if record.cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) { records.append(record) }
    }
    guard let head = records.first else { throw .empty }
    self.init(headings: head.cells.map(Self.unguarded), rows: [])
    while headings.last?.isEmpty == true { headings.removeLast() }
    for record in records.dropFirst() {
      let extra = record.cells.dropFirst(headings.count)
      guard extra.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else {
        throw .tooManyCells(line: record.line)
      }
      rows.append(Row(line: record.line, cells: record.cells.map(Self.unguarded)))
    }
  }

  /// The separator that the first line has most of; a semicolon unless another one is.
  private static func separator(of text: String) -> Unicode.Scalar {
    let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
    let counts = (["\t", ",", ";"] as [Unicode.Scalar]).map { sign in
      (sign: sign, count: lines.first?.count { $0 == sign } ?? 0)
    }
    return counts.max { $0.count < $1.count }.flatMap { $0.count > 0 ? $0.sign : nil } ?? ";"
  }

  /// The apostrophe that an export puts before what would be a formula is no part of the text.
  private static func unguarded(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    guard scalars.first == "'", let second = scalars.dropFirst().first,
      ["=", "+", "-", "@", "\t", "\r"].contains(second)
    else { return cell }
    return String(scalars.dropFirst())
  }
}

/// Cuts a text into records, one after another.
private struct FieldScanner {
  private let scalars: String.UnicodeScalarView
  private var place: String.UnicodeScalarView.Index
  private let separator: Unicode.Scalar
  private var line = 1

  init(_ text: String, separator: Unicode.Scalar) {
    scalars = text.unicodeScalars
    place = scalars.startIndex
    self.separator = separator
  }

  /// The next record, empty lines among them; nil at the end.
  mutating func next() throws(CellTable.Fault) -> CellTable.Row? {
    guard place < scalars.endIndex else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      cells.append(try field())
      guard place < scalars.endIndex else { break }
      let sign = scalars[place]
      if sign == separator {
        scalars.formIndex(after: &place)
        continue
      }
      takeLineEnd()
      break
    }
    return CellTable.Row(line: start, cells: cells)
  }

  private mutating func field() throws(CellTable.Fault) -> String {
    guard place < scalars.endIndex, scalars[place] == "\"" else { return plainField() }
    let opened = line
    var text = String.UnicodeScalarView()
    scalars.formIndex(after: &place)
    while place < scalars.endIndex {
      let sign = scalars[place]
      scalars.formIndex(after: &place)
      if sign == "\"" {
        guard place < scalars.endIndex, scalars[place] == "\"" else {
          try requireFieldEnd()
          return String(text)
        }
        scalars.formIndex(after: &place)
      } else if sign == "\n" || (sign == "\r" && !isNewline(at: place)) {
        line += 1
      }
      text.append(sign)
    }
    throw .openQuote(line: opened)
  }

  private mutating func plainField() -> String {
    let start = place
    while place < scalars.endIndex, scalars[place] != separator, !isLineEnd(scalars[place]) {
      scalars.formIndex(after: &place)
    }
    return String(scalars[start..<place])
  }

  private func requireFieldEnd() throws(CellTable.Fault) {
    guard place == scalars.endIndex || scalars[place] == separator || isLineEnd(scalars[place]) else {
      throw .strayQuote(line: line)
    }
  }

  private mutating func takeLineEnd() {
    let isReturn = scalars[place] == "\r"
    scalars.formIndex(after: &place)
    if isReturn, isNewline(at: place) { scalars.formIndex(after: &place) }
    line += 1
  }

  private func isNewline(at place: String.UnicodeScalarView.Index) -> Bool {
    place < scalars.endIndex && scalars[place] == "\n"
  }

  private func isLineEnd(_ sign: Unicode.Scalar) -> Bool { sign == "\n" || sign == "\r" }
}
